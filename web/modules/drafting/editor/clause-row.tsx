// One clause of the draft: its languages side by side, what can be done with it, and what is suggested in it.
import { Trans, useLingui } from '@lingui/react/macro'
import { MessageSquare, Target } from 'lucide-react'
import { memo, useRef } from 'react'
import { clauseRoleTerms } from '#modules/drafting/draft.terms.ts'
import {
  type Agreement,
  agreementOf,
  type ClauseFacts,
  type ClauseRole,
  cellName,
  clauseRoles,
  type DraftBlock,
  plainBlocks,
} from '#modules/drafting/draft-form.states.ts'
import { settle, turnedDown } from '#modules/drafting/suggestions.states.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Button, IconButton } from '../../../kit/button.tsx'
import { Menu, type MenuSection } from '../../../kit/menu.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { CellText } from '../cell-text.tsx'
import { clauseLabel, directionFor, useLanguageNames } from '../clause-words.ts'
import { columns } from '../columns.ts'
import { CellEditor } from './cell-editor.tsx'
import { addClause, markAgreed, moveClause, setRole, splitClause, takeOut } from './clause-edits.ts'
import { ClauseSuggestions } from './clause-suggestions.tsx'
import { useCells, useDraft, useSessionState } from './session-hooks.ts'

export interface ClauseRowProps {
  clause: ClauseFacts
  number: number | null
  isSettled: boolean
  promises: number
  onTalk(clauseId: string): void
  onPromise(clauseId: string): void
}

export const ClauseRow = memo(function ClauseRow(props: ClauseRowProps) {
  const { clause, number } = props
  const { session, languages } = useDraft()
  const { right } = useSessionState(session)
  const cells = useCells(session.doc, clause.id, languages)
  const texts = Object.fromEntries(
    languages.map(language => [language, plainBlocks(settle(cells[language]!, turnedDown))]),
  )
  const standing = agreementOf(texts, clause.agreed)
  const isOutOfStep = languages.some(language => standing[language] !== 'same')
  return (
    <section
      id={`clause-${clause.id}`}
      className={`draft-row border-b border-line px-4 py-3 ${clause.removal ? 'opacity-60' : ''}`}
    >
      <ClauseHead {...props} isOutOfStep={isOutOfStep} />
      <div className={columns(languages.length)}>
        {languages.map(language => (
          <Cell
            key={language}
            clause={clause}
            language={language}
            label={clauseLabel(clause.role, number, language)}
            blocks={cells[language]!}
            standing={standing[language]!}
            mayWrite={right !== 'read'}
          />
        ))}
      </div>
      <ClauseSuggestions clause={clause} cells={cells} />
    </section>
  )
})

const noWords = { same: null }

function useStandingWords(): (standing: Agreement) => string | null {
  const { t } = useLingui()
  const words: Record<Exclude<Agreement, 'same'>, string> = {
    behind: t`Lags behind: the other text has changed`,
    unchecked: t`Not compared since the texts changed`,
    missing: t`Not written yet`,
  }
  return standing => (standing in noWords ? null : words[standing as Exclude<Agreement, 'same'>])
}

interface CellProps {
  clause: ClauseFacts
  language: string
  label: string
  blocks: readonly DraftBlock[]
  standing: Agreement
  mayWrite: boolean
}

function Cell({ clause, language, label, blocks, standing, mayWrite }: CellProps) {
  const { t } = useLingui()
  const { active, activate } = useDraft()
  const named = useLanguageNames()
  const standingWords = useStandingWords()(standing)
  const cell = cellName(clause.id, language)
  const point = useRef<{ left: number; top: number } | null>(null)
  const title = label || t`Clause`
  const name = t`${title}, ${named(language)}`
  const open = () => mayWrite && activate(cell)
  return (
    <div lang={language} dir={directionFor(language)} className="min-w-0">
      <p className="mb-1 flex flex-wrap items-center gap-x-3 text-xs text-muted">
        <span>{label}</span>
        {standingWords && <StandingDot words={standingWords} standing={standing} />}
      </p>
      {active === cell ? (
        <CellEditor clauseId={clause.id} language={language} label={name} point={point.current} />
      ) : (
        // The text becomes an editor when it is entered by pointer or by keyboard.
        <div
          className="draft-cell focus-ring cursor-text rounded-sm"
          role="textbox"
          aria-multiline="true"
          aria-readonly={!mayWrite}
          aria-label={name}
          tabIndex={0}
          onPointerDown={event => {
            point.current = { left: event.clientX, top: event.clientY }
          }}
          onClick={open}
          onKeyDown={event => {
            if (event.key !== 'Enter' && event.key.length > 1) return
            if (event.ctrlKey || event.metaKey || event.altKey) return
            event.preventDefault()
            point.current = null
            open()
          }}
        >
          <CellText blocks={blocks} />
        </div>
      )}
    </div>
  )
}

function StandingDot({ words, standing }: { words: string; standing: Agreement }) {
  const { i18n } = useLingui()
  return (
    <span lang={i18n.locale} dir="auto">
      <StatusDot tone={standing === 'behind' ? 'warn' : 'quiet'}>{words}</StatusDot>
    </span>
  )
}

function ClauseHead(props: ClauseRowProps & { isOutOfStep: boolean }) {
  const { clause, isSettled, promises, onTalk, onPromise, isOutOfStep } = props
  const { t } = useLingui()
  const term = useTerm()
  const { session, languages, nameOf } = useDraft()
  const { right } = useSessionState(session)
  const sections = useClauseActions(props)
  return (
    <header className="mb-1 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
      <span className="font-medium">{term(clauseRoleTerms[clause.role])}</span>
      {clause.addition && (
        <span className="text-ok">
          <Trans>Suggested by {nameOf(clause.addition)}: a new clause</Trans>
        </span>
      )}
      {clause.removal && (
        <span className="text-bad">
          <Trans>Suggested by {nameOf(clause.removal)}: take it out</Trans>
        </span>
      )}
      <span className="grow" />
      {isOutOfStep && right === 'edit' && languages.length > 1 && (
        <Button
          size="small"
          variant="quiet"
          onPress={() => markAgreed({ doc: session.doc, languages, suggestsAs: null }, clause.id)}
        >
          {t`The languages agree`}
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        icon={<Target aria-hidden className="size-4" />}
        onPress={() => onPromise(clause.id)}
      >
        {promises > 0 ? t`Promises: ${promises}` : t`Promises`}
      </Button>
      <IconButton size="small" label={isSettled ? t`Comments, settled` : t`Comments`} onPress={() => onTalk(clause.id)}>
        <MessageSquare aria-hidden className="size-4" />
      </IconButton>
      {right !== 'read' && <Menu label={t`What to do with this clause`} sections={sections} />}
    </header>
  )
}

function useClauseActions({ clause }: ClauseRowProps): MenuSection[] {
  const { t } = useLingui()
  const term = useTerm()
  const { session, languages, suggests, view, activate, active } = useDraft()
  const { key, right } = useSessionState(session)
  const { doc } = session
  const writer = { doc, languages, suggestsAs: suggests ? key : null }
  const only = suggests ? t`This cannot be suggested; leave a comment instead.` : undefined
  const [first] = languages
  const open = (id: string | null) => id && first && activate(cellName(id, first))
  const language = languages.find(one => active === cellName(clause.id, one))
  const split = () => {
    const $from = view.current?.state.selection.$from
    if (language && $from) open(splitClause(writer, clause.id, language, $from.index(0), $from.parentOffset))
  }
  const isMine = clause.removal === key
  return [
    {
      id: 'place',
      items: [
        { id: 'add', label: t`Add a clause below`, onAction: () => open(addClause(writer, clause.id, clause.role)) },
        { id: 'up', label: t`Move up`, reason: only, onAction: () => moveClause(doc, clause.id, -1) },
        { id: 'down', label: t`Move down`, reason: only, onAction: () => moveClause(doc, clause.id, 1) },
        {
          id: 'split',
          label: t`Split at the cursor`,
          reason: only ?? (language ? undefined : t`Put the cursor into this clause first.`),
          onAction: split,
        },
        {
          id: 'out',
          label: suggests ? (isMine ? t`Do not suggest to take it out` : t`Suggest to take it out`) : t`Take it out`,
          isDangerous: !suggests,
          onAction: () => takeOut(writer, clause.id),
        },
      ],
    },
    ...(right === 'edit' && !suggests
      ? [
          {
            id: 'role',
            title: t`What it is`,
            items: clauseRoles.map(role => ({ id: role, label: term(clauseRoleTerms[role]) })),
            selection: {
              mode: 'single' as const,
              chosen: [clause.role],
              onChange: ([role]: string[]) => role && setRole(doc, clause.id, role as ClauseRole),
            },
          },
        ]
      : []),
  ]
}
