// Where a comment is written, answered or changed; what is typed stays until the server has it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, type Ref, useId, useState } from 'react'
import { listReaders } from '#modules/collaboration/comment.contract.ts'
import { sentenceFor } from '../../core/problem.ts'
import { callOptions } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { MentionField } from './mention-field.tsx'
import { toKept, type Words } from './mention-text.ts'
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
  send: (body: string) => Promise<unknown>
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

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

export function CommentForm(props: CommentFormProps): ReactNode {
  const { t } = useLingui()
  const hint = useId()
  const { words, change, clear } = useWordsDraft(props.draft, props.initial)
  const { people, ask } = useReaders(props.record)
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isEmpty = words.text.trim() === ''
  const send = async () => {
    if (isEmpty || isPending) return
    setPending(true)
    setProblem(null)
    try {
      await props.send(toKept(words))
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
      <div className="flex flex-wrap items-center gap-2">
        <p id={hint} className="flex-1 basis-40 text-xs text-muted">
          {isMac() ? (
            <Trans>@ mentions a colleague, ⌘ Enter sends</Trans>
          ) : (
            <Trans>@ mentions a colleague, Ctrl + Enter sends</Trans>
          )}
        </p>
        {props.onCancel && <Button size="small" variant="quiet" onPress={cancel}>{t`Cancel`}</Button>}
        <Button size="small" onPress={() => void send()} isDisabled={isEmpty} isPending={isPending}>
          {props.action}
        </Button>
      </div>
    </div>
  )
}
