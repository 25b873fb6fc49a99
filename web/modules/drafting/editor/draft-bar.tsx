// The bar above the text: who is here, whether everything is kept, how one writes, and the styles of the cell with the cursor.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { setBlockType, toggleMark } from '@tiptap/pm/commands'
import type { Command } from '@tiptap/pm/state'
import { Bold, IndentDecrease, IndentIncrease, Italic, List, ListOrdered, Redo2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../../core/format.ts'
import { Button, IconButton } from '../../../kit/button.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { Switch } from '../../../kit/switch.tsx'
import { indent, makePoint } from './cell-editor.tsx'
import { cellSchema } from './cell-schema.ts'
import { useDecide } from './clause-suggestions.tsx'
import { useDraft, useSessionState, useSuggestionCount } from './session-hooks.ts'

export interface DraftBarProps {
  onSuggests(suggests: boolean): void
}

export function DraftBar({ onSuggests }: DraftBarProps) {
  const { t } = useLingui()
  const { session, suggests, languages } = useDraft()
  const { right, status } = useSessionState(session)
  const openSuggestions = useSuggestionCount(session.doc, languages)
  return (
    <div className="sticky top-0 z-10 mb-3 flex flex-col gap-2 border-b border-line bg-canvas py-2">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        <Connection />
        <People />
        <span className="grow" />
        {right === 'edit' ? (
          <Switch isSelected={suggests} onChange={onSuggests}>{t`Suggest changes`}</Switch>
        ) : (
          <span className="text-muted">
            {right === 'suggest' ? t`What you write becomes a suggestion` : t`Reading only`}
          </span>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {right !== 'read' && <Styles />}
        <span className="grow" />
        {openSuggestions > 0 && <Decisions count={openSuggestions} mayDecide={right === 'edit' && status === 'open'} />}
      </div>
    </div>
  )
}

function Connection() {
  const { t } = useLingui()
  const { session } = useDraft()
  const { status, isSaving } = useSessionState(session)
  if (status === 'connecting') return <StatusDot tone="quiet">{t`Connecting`}</StatusDot>
  if (status === 'away')
    return (
      <StatusDot tone="warn">{t`No connection: what you write is kept in this browser and sent as soon as possible`}</StatusDot>
    )
  return isSaving ? (
    <StatusDot tone="info">{t`Saving`}</StatusDot>
  ) : (
    <StatusDot tone="ok">{t`Everything is saved`}</StatusDot>
  )
}

function People() {
  const { session } = useDraft()
  const { list } = useFormat()
  const { people, key } = useSessionState(session)
  const names = [...new Map(people.filter(one => one.key !== key).map(one => [one.key, one.name])).values()]
  if (names.length === 0) return null
  const shown = names.slice(0, 4)
  const more = names.length - shown.length
  return (
    <span className="text-muted" data-testid="people-here">
      <Trans>Also here: {list(shown.map(name => `\u2068${name}\u2069`))}</Trans>
      {more > 0 && (
        <>
          {' '}
          <Plural value={more} one="and # more" other="and # more" />
        </>
      )}
    </span>
  )
}

function Styles() {
  const { t } = useLingui()
  const { session, suggests, view } = useDraft()
  const { marks, nodes } = cellSchema
  const run = (command: Command) => {
    const editor = view.current
    if (!editor) return
    command(editor.state, editor.dispatch, editor)
    editor.focus()
  }
  const why = suggests ? t`Styles cannot be suggested` : undefined
  const style = (label: string, icon: ReactNode, command: Command) => (
    <IconButton
      size="small"
      label={why ? `${label}: ${why}` : label}
      isDisabled={suggests}
      onPress={() => run(command)}
    >
      {icon}
    </IconButton>
  )
  const look = { 'aria-hidden': true, className: 'size-4' } as const
  return (
    <>
      <IconButton size="small" label={t`Undo`} onPress={() => session.undo.undo()}>
        <Undo2 {...look} />
      </IconButton>
      <IconButton size="small" label={t`Redo`} onPress={() => session.undo.redo()}>
        <Redo2 {...look} />
      </IconButton>
      {style(t`Bold`, <Bold {...look} />, toggleMark(marks.bold!))}
      {style(t`Italic`, <Italic {...look} />, toggleMark(marks.italic!))}
      {style(t`Points`, <List {...look} />, makePoint(false))}
      {style(t`Numbered points`, <ListOrdered {...look} />, makePoint(true))}
      {style(t`One step in`, <IndentIncrease {...look} className="size-4 rtl:-scale-x-100" />, indent(1))}
      {style(t`One step out`, <IndentDecrease {...look} className="size-4 rtl:-scale-x-100" />, indent(-1))}
      <Button
        size="small"
        variant="quiet"
        isDisabled={suggests}
        onPress={() => run(setBlockType(nodes.heading!))}
      >{t`Heading`}</Button>
      <Button size="small" variant="quiet" isDisabled={suggests} onPress={() => run(setBlockType(nodes.paragraph!))}>
        {t`Paragraph`}
      </Button>
    </>
  )
}

function Decisions({ count, mayDecide }: { count: number; mayDecide: boolean }) {
  const { t } = useLingui()
  const { decide, isPending } = useDecide()
  return (
    <>
      <span className="text-sm text-muted">
        <Plural value={count} one="# suggestion" other="# suggestions" />
      </span>
      {mayDecide && (
        <>
          <Button size="small" isPending={isPending} onPress={() => decide(null, 'take_in')}>{t`Take in all`}</Button>
          <Button size="small" variant="quiet" isPending={isPending} onPress={() => decide(null, 'turn_down')}>
            {t`Turn down all`}
          </Button>
        </>
      )}
    </>
  )
}
