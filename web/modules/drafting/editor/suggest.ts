// Turns an edit into suggestions: what would be deleted is marked, what is new is marked, and suggestions of others stay untouched.
import type { Mark, Node, Slice } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Mapping, ReplaceStep } from '@tiptap/pm/transform'
import { anchor, isSuggestionOf } from '#modules/drafting/suggestions.states.ts'
import { cellSchema } from './cell-schema.ts'

const { insertion, deletion } = cellSchema.marks

const suggestionOf = (node: Node | null | undefined): Mark | undefined =>
  node?.marks.find(mark => mark.type === insertion || mark.type === deletion)

interface Author {
  key: string
  newId(): string
}

/** Only changes of the text itself can be suggested, not the kind of a paragraph or its styles; such edits are left out. */
export function asSuggestions(edit: Transaction, state: EditorState, author: Author): Transaction {
  const tracked = state.tr
  const id = ownIdBeside(state, author) ?? author.newId()
  let caret: number | null = null
  for (const [index, step] of edit.steps.entries()) {
    if (!(step instanceof ReplaceStep)) continue
    const back = new Mapping(edit.steps.slice(0, index).map(one => one.getMap())).invert()
    const place = (at: number, side: -1 | 1) => tracked.mapping.map(back.map(at, side), side)
    const start = place(step.from, 1)
    const [from, to] = widened(tracked.doc, start, Math.max(start, place(step.to, -1)), author)
    const end = to > from ? markDeleted(tracked, from, to, author, id) : to
    caret = step.slice.size > 0 ? insertMarked(tracked, end, step.slice, id) : from
  }
  if (caret !== null) {
    const at = Math.min(caret, tracked.doc.content.size)
    tracked.setSelection(TextSelection.near(tracked.doc.resolve(at), -1))
  } else if (edit.selectionSet)
    tracked.setSelection(
      TextSelection.near(tracked.doc.resolve(Math.min(edit.selection.head, tracked.doc.content.size))),
    )
  if (edit.scrolledIntoView) tracked.scrollIntoView()
  return tracked
}

/** Typing goes on in the suggestion that one is writing already. */
function ownIdBeside(state: EditorState, author: Author): string | undefined {
  const { $from, $to } = state.selection
  for (const node of [$from.nodeBefore, $to.nodeAfter]) {
    const id = suggestionOf(node)?.attrs.id
    if (typeof id === 'string' && isSuggestionOf(id, author.key)) return id
  }
  return undefined
}

interface Piece {
  from: number
  to: number
  kind: 'plain' | 'own' | 'kept'
}

/** Marks plain text between two places, drops own insertions; answers where the range ends now. */
function markDeleted(tracked: Transaction, from: number, to: number, author: Author, id: string): number {
  const end = tracked.mapping.maps.length
  const pieces: Piece[] = []
  const blocks: { from: number; to: number }[] = []
  tracked.doc.nodesBetween(from, to, (node, at) => {
    if (node.isTextblock) blocks.push({ from: Math.max(from, at + 1), to: Math.min(to, at + node.nodeSize - 1) })
    if (!node.isText) return
    const mark = suggestionOf(node)
    const isOwn = mark?.type === insertion && isSuggestionOf(mark.attrs.id as string, author.key)
    const kind = !mark ? 'plain' : isOwn ? 'own' : 'kept'
    const [start, stop] = [Math.max(from, at), Math.min(to, at + node.nodeSize)]
    if (kind !== 'own') pieces.push({ from: start, to: stop, kind })
    // The signs of a break go with the break only.
    else
      for (let letter = start; letter < stop; letter += 1)
        if (node.text![letter - at] !== anchor) pieces.push({ from: letter, to: letter + 1, kind })
  })
  const breaks = blocks.slice(1).map((block, index) => ({ before: blocks[index]!, after: block }))
  for (const { from: start, to: stop, kind } of pieces.toReversed()) {
    if (stop <= start) continue
    if (kind === 'plain') tracked.addMark(start, stop, deletion!.create({ id }))
    else if (kind === 'own') tracked.delete(...mapped(tracked, end, start, stop))
  }
  for (const { before, after } of breaks.toReversed()) {
    const later = tracked.mapping.slice(end)
    markBreak(tracked, later.map(before.to, 1), later.map(after.from, -1), id, author)
  }
  return tracked.mapping.slice(end).map(to, 1)
}

const mapped = (tracked: Transaction, since: number, from: number, to: number): [number, number] => {
  const later = tracked.mapping.slice(since)
  return [later.map(from, 1), later.map(to, -1)]
}

/** The mark of the break before a paragraph or after it, when a suggestion covers it on both sides. */
function markOfBreak(doc: Node, blockStart: number): Mark | undefined {
  const $before = doc.resolve(blockStart - 1)
  const [left, right] = [$before.nodeBefore?.lastChild, $before.nodeAfter?.firstChild]
  const [first, second] = [suggestionOf(left), suggestionOf(right)]
  return first && second?.eq(first) ? first : undefined
}

/** The break between two paragraphs falls: an own one at once, any other is marked on both sides, where nobody marked it yet. */
function markBreak(tracked: Transaction, endOfFirst: number, startOfNext: number, id: string, author: Author): void {
  const mark = markOfBreak(tracked.doc, startOfNext)
  if (mark?.type === insertion && isSuggestionOf(mark.attrs.id as string, author.key)) {
    const from = endOfFirst - (tracked.doc.textBetween(endOfFirst - 1, endOfFirst) === anchor ? 1 : 0)
    const to = startOfNext + (tracked.doc.textBetween(startOfNext, startOfNext + 1) === anchor ? 1 : 0)
    tracked.delete(from, to)
  }
  if (mark) return
  const marked = cellSchema.text(anchor, [deletion!.create({ id })])
  tracked.insert(startOfNext, marked)
  tracked.insert(endOfFirst, marked)
}

/** Whoever deletes nothing but the sign of an own break means the break. */
function widened(doc: Node, from: number, to: number, author: Author): [number, number] {
  const text = doc.textBetween(from, to, '\n')
  if (text === '' || [...text].some(letter => letter !== anchor)) return [from, to]
  const isOwn = (mark: Mark | undefined) =>
    mark?.type === insertion && isSuggestionOf(mark.attrs.id as string, author.key)
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  if ($from.parentOffset === 0 && $from.index(0) > 0 && isOwn(markOfBreak(doc, $from.start()))) return [from - 2, to]
  const hasNext = $to.index(0) < doc.childCount - 1
  if ($to.parentOffset === $to.parent.content.size && hasNext && isOwn(markOfBreak(doc, to + 2))) return [from, to + 2]
  return [from, to]
}

/** A place inside of the signs by which breaks are marked, so that they stay at the edges of the paragraph. */
function inside(doc: Node, at: number): number {
  const $at = doc.resolve(at)
  const { parent, parentOffset } = $at
  if (parentOffset === 0 && parent.textContent.startsWith(anchor) && $at.index(0) > 0 && markOfBreak(doc, $at.start()))
    return at + 1
  const hasNext = $at.index(0) < doc.childCount - 1
  if (
    parentOffset === parent.content.size &&
    parent.textContent.endsWith(anchor) &&
    hasNext &&
    markOfBreak(doc, at + 2)
  )
    return at - 1
  return at
}

/** Behind the deleted text of the same paragraph, so that the new stands after the old. */
function afterDeleted(tracked: Transaction, at: number): number {
  const $at = tracked.doc.resolve(at)
  let place = at
  for (let index = $at.index(); $at.textOffset === 0 && index < $at.parent.childCount; index += 1) {
    const child = $at.parent.child(index)
    if (suggestionOf(child)?.type !== deletion) break
    place += child.nodeSize
  }
  if ($at.textOffset > 0 && suggestionOf($at.parent.child($at.index()))?.type === deletion)
    place += $at.parent.child($at.index()).nodeSize - $at.textOffset
  return place
}

function insertMarked(tracked: Transaction, at: number, slice: Slice, id: string): number {
  const mark = insertion!.create({ id })
  let place = inside(tracked.doc, afterDeleted(tracked, at))
  const lines: string[] = []
  slice.content.forEach(node => {
    lines.push(node.isText ? (node.text ?? '') : node.textContent)
  })
  // Pieces of one paragraph come as several texts.
  const texts = slice.content.firstChild?.isText ? [lines.join('')] : lines
  for (const [index, text] of texts.entries()) {
    if (index > 0) place = splitMarked(tracked, place, id)
    if (!text) continue
    tracked.insert(place, cellSchema.text(text, [mark]))
    place += text.length
  }
  return place
}

/** A new paragraph: the break is marked on both of its sides. */
function splitMarked(tracked: Transaction, at: number, id: string): number {
  const marked = cellSchema.text(anchor, [insertion!.create({ id })])
  tracked.insert(at, marked)
  tracked.split(at + 1)
  tracked.insert(at + 3, marked)
  return at + 4
}
