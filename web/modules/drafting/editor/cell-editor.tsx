// The editor in one cell: it comes where the cursor is, and writes into the shared draft.
import { baseKeymap, chainCommands, setBlockType, toggleMark } from '@tiptap/pm/commands'
import { keymap } from '@tiptap/pm/keymap'
import { Fragment, Slice } from '@tiptap/pm/model'
import { type Command, EditorState, Plugin, TextSelection } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { absolutePositionToRelativePosition, initProseMirrorDoc, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useRef } from 'react'
import { cellName, cellTree } from '#modules/drafting/draft-form.states.ts'
import { newSuggestionId } from '#modules/drafting/suggestions.states.ts'
import { cellSchema } from './cell-schema.ts'
import type { DraftSession } from './draft-session.ts'
import { remoteCarets } from './remote-carets.ts'
import { useDraft } from './session-hooks.ts'
import { asSuggestions } from './suggest.ts'

const { nodes, marks } = cellSchema

/** Enter at the end of a heading begins a paragraph, in an empty point it ends the list. */
const enter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (parent.type === nodes.point && parent.content.size === 0) return setBlockType(nodes.paragraph!)(state, dispatch)
  if (parent.type !== nodes.heading || !empty || $from.parentOffset < parent.content.size) return false
  dispatch?.(state.tr.split($from.pos, 1, [{ type: nodes.paragraph! }]).scrollIntoView())
  return true
}

export const makePoint = (ordered: boolean): Command => {
  return (state, dispatch) => {
    const { parent } = state.selection.$from
    const isOne = parent.type === nodes.point && parent.attrs.ordered === ordered
    return setBlockType(
      isOne ? nodes.paragraph! : nodes.point!,
      isOne ? null : { ordered, depth: parent.attrs.depth ?? 0 },
    )(state, dispatch)
  }
}

export const indent = (by: 1 | -1): Command => {
  return (state, dispatch) => {
    const { $from } = state.selection
    if ($from.parent.type !== nodes.point) return false
    const depth = Math.min(2, Math.max(0, $from.parent.attrs.depth + by))
    dispatch?.(state.tr.setNodeMarkup($from.before(), null, { ...$from.parent.attrs, depth }))
    return true
  }
}

/** Pasted text comes as plain lines: styles of other programs have no place in a text that will be signed. */
const pastesPlain = new Plugin({
  props: {
    clipboardTextParser(text, $context) {
      const kind = $context.parent.type.isTextblock ? $context.parent.type : nodes.paragraph!
      const lines = text
        .replaceAll(/[\u202A-\u202E\u2066-\u2069\u200b]/g, '')
        .split(/\r?\n/)
        .filter(Boolean)
      const paragraphs = lines.map((line, at) =>
        (at === 0 ? kind : nodes.paragraph!).create(null, cellSchema.text(line)),
      )
      return new Slice(Fragment.from(paragraphs), 1, 1)
    },
    handlePaste(view, event) {
      const text = event.clipboardData?.getData('text/plain')
      if (!text) return false
      view.pasteText(text)
      return true
    },
  },
})

function stateFor(session: DraftSession, cell: string, clauseId: string, language: string): EditorState {
  const tree = cellTree(session.doc, clauseId, language)
  session.undo.addToScope(tree)
  const { doc, mapping } = initProseMirrorDoc(tree, cellSchema)
  const plugins = [
    ySyncPlugin(tree, { mapping }),
    remoteCarets(session, cell),
    pastesPlain,
    keymap({
      'Mod-z': () => session.undo.undo() !== null,
      'Mod-y': () => session.undo.redo() !== null,
      'Shift-Mod-z': () => session.undo.redo() !== null,
      'Mod-b': toggleMark(marks.bold!),
      'Mod-i': toggleMark(marks.italic!),
      'Mod-]': indent(1),
      'Mod-[': indent(-1),
      Enter: chainCommands(enter, baseKeymap.Enter!),
    }),
    keymap(baseKeymap),
  ]
  return EditorState.create({ doc, plugins })
}

export interface CellEditorProps {
  clauseId: string
  language: string
  label: string
  /** Where the pointer went down, to put the cursor there. */
  point: { left: number; top: number } | null
}

export function CellEditor({ clauseId, language, label, point }: CellEditorProps) {
  const { session, suggests, view: active } = useDraft()
  const place = useRef<HTMLDivElement>(null)
  const mode = useRef(suggests)
  mode.current = suggests
  // biome-ignore lint/correctness/useExhaustiveDependencies: the point is where the editor begins, it does not follow it
  useEffect(() => {
    const cell = cellName(clauseId, language)
    const author = { key: session.state.key, newId: () => newSuggestionId(session.state.key, Date.now()) }
    const view = new EditorView(
      { mount: place.current! },
      {
        state: stateFor(session, cell, clauseId, language),
        editable: () => session.state.right !== 'read',
        attributes: {
          class: 'draft-cell',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          lang: language,
        },
        dispatchTransaction(tr) {
          const isOwn = tr.docChanged && !tr.getMeta(ySyncPluginKey)
          const tracked = isOwn && mode.current ? asSuggestions(tr, view.state, author) : tr
          view.updateState(view.state.apply(tracked))
          if (tr.selectionSet || isOwn) showPlace(session, view, cell)
        },
      },
    )
    active.current = view
    const at = point && view.posAtCoords(point)
    const selection = at ? TextSelection.near(view.state.doc.resolve(at.pos)) : TextSelection.atEnd(view.state.doc)
    view.dispatch(view.state.tr.setSelection(selection))
    view.focus()
    return () => {
      if (active.current === view) active.current = null
      view.destroy()
    }
  }, [session, session.doc, clauseId, language])
  return <div ref={place} />
}

function showPlace(session: DraftSession, view: EditorView, cell: string): void {
  const sync = ySyncPluginKey.getState(view.state)
  if (!sync?.binding) return
  const relative = (at: number) => absolutePositionToRelativePosition(at, sync.type, sync.binding.mapping)
  const { anchor, head } = view.state.selection
  session.setAt({ cell, anchor: relative(anchor), head: relative(head) })
}
