// Where a comment is written, answered or changed; what is typed stays until the server has it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { type ReactNode, type Ref, useId, useState } from 'react'
import { listReaders } from '#modules/collaboration/comment.contract.ts'
import { sentenceFor } from '../../core/problem.ts'
import { callOptions } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { TagField } from '../../kit/tag-field.tsx'
import { MentionField } from './mention-field.tsx'
import { idsOnlyFor, mentionedIn, type Person, toKept, type Words } from './mention-text.ts'
import type { TalkedAbout } from './record-of.ts'
import { useWordsDraft } from './words-draft.ts'

export interface CommentFormProps {
  record: TalkedAbout
  /** Name of the draft. */
  draft: string
  label: string
  placeholder?: string
  action: string
  initial?: Words
  /** Ids of the people whom alone it is for, where that may be chosen. */
  send: (body: string, onlyFor?: string[]) => Promise<unknown>
  /** May be for some alone. */
  mayBeOnlyFor?: boolean
  onSent?: () => void
  onCancel?: () => void
  ref?: Ref<HTMLTextAreaElement>
}

/** People who may see the record; asked for once somebody wants to mention one. */
function useReaders({ subject, id }: TalkedAbout) {
  const [isWanted, setWanted] = useState(false)
  const { data } = useQuery({ ...callOptions(listReaders, { params: { subject, id } }), enabled: isWanted })
  return { people: data?.items ?? [], ask: () => setWanted(true) }
}

interface OnlyForProps {
  people: readonly Person[]
  value: readonly Person[]
  onChange: (value: Person[]) => void
  onEverybody: () => void
}

/** Whom a comment is for; the people mentioned in it are added when it is sent. */
function OnlyForField({ people, value, onChange, onEverybody }: OnlyForProps) {
  const { t } = useLingui()
  const choiceOf = ({ id, name }: Person) => ({ id, label: name })
  return (
    <div className="flex flex-col gap-1">
      <TagField
        label={t`Only for`}
        help={t`You, the people named here and auditors read it, nobody else; answers are for the same people.`}
        choices={people.map(choiceOf)}
        value={value.map(choiceOf)}
        onChange={chosen => onChange(chosen.map(({ id, label }) => ({ id, name: label })))}
      />
      <Button size="small" variant="quiet" className="-ms-2 self-start" onPress={onEverybody}>
        {t`For everybody after all`}
      </Button>
    </div>
  )
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

export function CommentForm(props: CommentFormProps): ReactNode {
  const { t } = useLingui()
  const hint = useId()
  const { words, change, clear } = useWordsDraft(props.draft, props.initial)
  const { people, ask } = useReaders(props.record)
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isEmpty = words.text.trim() === '' || words.onlyFor?.length === 0
  const send = async () => {
    if (isEmpty || isPending) return
    setPending(true)
    setProblem(null)
    try {
      const body = toKept(words)
      await props.send(body, words.onlyFor && idsOnlyFor(words.onlyFor, body))
      clear()
      props.onSent?.()
    } catch (error) {
      setProblem(sentenceFor(error))
    } finally {
      setPending(false)
    }
  }
  const cancel = () => {
    clear()
    props.onCancel?.()
  }
  return (
    <div className="flex flex-col gap-2">
      {problem && <Banner tone="bad">{problem}</Banner>}
      <div className="field-frame">
        <MentionField
          label={props.label}
          words={words}
          onChange={change}
          people={people}
          onAsked={ask}
          onSend={() => void send()}
          onEscape={props.onCancel && isEmpty ? cancel : undefined}
          describedBy={hint}
          {...(props.placeholder && { placeholder: props.placeholder })}
          {...(props.ref && { ref: props.ref })}
        />
      </div>
      {props.mayBeOnlyFor && words.onlyFor && (
        <OnlyForField
          people={people}
          value={words.onlyFor}
          onChange={onlyFor => change({ ...words, onlyFor })}
          onEverybody={() => change({ ...words, onlyFor: undefined })}
        />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <p id={hint} className="flex-1 basis-40 text-xs text-muted">
          {isMac() ? (
            <Trans>@ mentions a colleague, ⌘ Enter sends</Trans>
          ) : (
            <Trans>@ mentions a colleague, Ctrl + Enter sends</Trans>
          )}
        </p>
        {props.mayBeOnlyFor && !words.onlyFor && (
          <Button
            size="small"
            variant="quiet"
            icon={<Lock aria-hidden className="size-3.5" />}
            onPress={() => {
              ask()
              change({ ...words, onlyFor: mentionedIn(words) })
            }}
          >{t`Only for …`}</Button>
        )}
        {props.onCancel && <Button size="small" variant="quiet" onPress={cancel}>{t`Cancel`}</Button>}
        <Button size="small" onPress={() => void send()} isDisabled={isEmpty} isPending={isPending}>
          {props.action}
        </Button>
      </div>
    </div>
  )
}
