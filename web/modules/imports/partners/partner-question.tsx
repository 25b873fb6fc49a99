// One partner as it was written, beside the organisations it may be; every answer is one key.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { CandidateView, PartnerView } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { Link } from '../../../kit/link.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import type { OrganisationChoice } from '../../registry/find-organisations.ts'
import { OrganisationPicker } from '../../registry/organisation-picker.tsx'
import { CandidateButton } from './candidate-button.tsx'
import { PartsEditor } from './parts-editor.tsx'
import type { Decision } from './use-partner-decisions.ts'

const LocatorMap = lazy(() => import('./locator-map.tsx').then(file => ({ default: file.LocatorMap })))

export interface PartnerQuestionProps {
  runId: string
  partner: PartnerView
  isDisabled: boolean
  /** The keyboard goes on with it at once. */
  takesFocus: boolean
  onDecide: (decision: Decision, name?: string | null) => void
  /** Leaves a decision that was only looked at again. */
  onCancel?: () => void
}

type Tool = 'none' | 'search' | 'split'
const mostCandidates = 5

/** `Digit3` and `Numpad3` are 3 and `KeyN` is n, whatever the keyboard's language. */
function keyOf(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  return digit ?? /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? ''
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role=listbox], [role=dialog]') !== null

export function PartnerQuestion(props: PartnerQuestionProps) {
  const { partner, isDisabled, onDecide, takesFocus } = props
  const { t } = useLingui()
  const box = useRef<HTMLElement>(null)
  const [tool, setTool] = useState<Tool>(partner.outcome === 'several' && !partner.decided ? 'split' : 'none')
  const candidates = partner.candidates.slice(0, mostCandidates)
  useEffect(() => {
    if (takesFocus) box.current?.focus({ preventScroll: true })
  }, [takesFocus])
  const choose = (candidate: CandidateView | undefined) => {
    if (candidate?.organisationId)
      onDecide({ decision: 'matched', organisationId: candidate.organisationId }, candidate.name)
  }
  const answers: Record<string, () => void> = {
    ...Object.fromEntries(candidates.map((candidate, index) => [String(index + 1), () => choose(candidate)])),
    n: () => onDecide({ decision: 'new' }),
    s: () => setTool('search'),
    p: () => setTool('split'),
    x: () => onDecide({ decision: 'ignored' }),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isDisabled || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const answer = answers[keyOf(event)]
    if (!answer) return
    event.preventDefault()
    answer()
  }
  const places = candidates.filter(candidate => candidate.latitude !== null && candidate.longitude !== null)
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={t`Which organisation is “${partner.written}”?`}
      onKeyDown={onKeyDown}
      className="rounded-lg border border-line bg-surface focus-ring"
    >
      <div className="grid md:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
        <div className="flex flex-col gap-4 border-b border-line p-5 md:border-e md:border-b-0">
          <AsWritten {...props} />
          {places.length > 0 && (
            <Suspense fallback={<SkeletonBox height={150} />}>
              <LocatorMap places={candidates} />
            </Suspense>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4 p-5">
          {candidates.length > 0 ? (
            <ol aria-label={t`Organisations it may be`} className="flex flex-col gap-2">
              {candidates.map((candidate, index) => (
                <li key={candidate.organisationId ?? candidate.ror ?? candidate.name}>
                  <CandidateButton
                    candidate={candidate}
                    number={index + 1}
                    isChosen={partner.organisation?.organisationId === candidate.organisationId}
                    isDisabled={isDisabled}
                    onChoose={() => choose(candidate)}
                  />
                </li>
              ))}
            </ol>
          ) : (
            <p className="text-sm text-muted">
              <Trans>No organisation in the registry is near enough to this text.</Trans>
            </p>
          )}
          <Answers tool={tool} isDisabled={isDisabled} onTool={setTool} onDecide={onDecide} onCancel={props.onCancel} />
          {tool === 'search' && <SearchAnother onDecide={onDecide} onBack={() => setTool('none')} />}
          {tool === 'split' && (
            <PartsEditor
              written={partner.written}
              parts={partner.parts}
              isDisabled={isDisabled}
              onSplit={parts => onDecide({ decision: 'split', parts })}
              onBack={() => setTool('none')}
            />
          )}
        </div>
      </div>
      <p className="border-t border-line px-5 py-2.5 text-xs text-muted">
        <Trans>
          A decision counts for all rows with this text and is remembered for the next import. Keys: 1 to 5 choose, N
          new, S search, P several partners, X leave out.
        </Trans>
      </p>
    </section>
  )
}

function AsWritten({ partner, runId }: PartnerQuestionProps) {
  const format = useFormat()
  const place = [partner.city, partner.country && format.country(partner.country)].filter(Boolean).join(' · ')
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-xs text-muted">
        <Trans>As written in the list</Trans>
      </p>
      <p className="text-lg font-semibold break-words">
        <Bdi>{partner.written}</Bdi>
      </p>
      {place && (
        <p className="text-sm text-muted">
          <Bdi>{place}</Bdi>
        </p>
      )}
      <p className="text-sm">
        <Link
          to="/imports/$importId"
          params={{ importId: runId }}
          search={{ step: 'rows', q: partner.written.slice(0, 150) }}
        >
          <Plural value={partner.rows.length} one="in # row" other="in # rows" />
        </Link>
      </p>
      {partner.reasons.length > 0 && (
        <ul className="mt-1 flex flex-col gap-1 text-xs text-muted">
          {partner.reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface AnswersProps {
  tool: Tool
  isDisabled: boolean
  onTool: (tool: Tool) => void
  onDecide: (decision: Decision) => void
  onCancel?: (() => void) | undefined
}

function Answers({ tool, isDisabled, onTool, onDecide, onCancel }: AnswersProps) {
  const { t } = useLingui()
  const toggle = (wanted: Tool) => onTool(tool === wanted ? 'none' : wanted)
  return (
    <div className="flex flex-wrap gap-2">
      <Button isDisabled={isDisabled} onPress={() => onDecide({ decision: 'new' })}>
        {t`It is a new organisation`} <Key>N</Key>
      </Button>
      <Button isDisabled={isDisabled} onPress={() => toggle('search')}>
        {t`Search another`} <Key>S</Key>
      </Button>
      <Button isDisabled={isDisabled} onPress={() => toggle('split')}>
        {t`Several partners`} <Key>P</Key>
      </Button>
      <Button isDisabled={isDisabled} variant="quiet" onPress={() => onDecide({ decision: 'ignored' })}>
        {t`Leave out`} <Key>X</Key>
      </Button>
      {onCancel && (
        <Button variant="quiet" onPress={onCancel}>
          {t`Leave as it is`}
        </Button>
      )}
    </div>
  )
}

export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden
      className="hidden min-w-5 rounded-sm border border-line px-1 text-center font-sans text-2xs text-muted sm:inline-block"
    >
      {children}
    </kbd>
  )
}

interface SearchAnotherProps {
  onDecide: PartnerQuestionProps['onDecide']
  onBack: () => void
}

function SearchAnother({ onDecide, onBack }: SearchAnotherProps) {
  const { t } = useLingui()
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const choose = (choice: OrganisationChoice | null) => {
    if (choice) onDecide({ decision: 'matched', organisationId: choice.id }, choice.label)
  }
  return (
    <search ref={box} onKeyDown={event => event.key === 'Escape' && !event.defaultPrevented && onBack()}>
      <OrganisationPicker
        label={t`Which organisation is it?`}
        help={t`Type a name in any script, a place or an identifier.`}
        value={null}
        onChange={choose}
        mayCreate
      />
    </search>
  )
}
