// Takes suggestions in or turns them down right in the shared form, piece by piece, so that what others write meanwhile stays.
import * as Y from 'yjs'
import { cellTree, clauseMap, listClauses, readCell } from './draft-form.states.ts'
import { anchor, type Decide, type Fate, markOfBreak } from './suggestions.states.ts'

type Piece = { insert: unknown; attributes?: Record<string, { id?: string } | null> }

const markOf = ({ attributes }: Piece): { id: string; kind: 'insertion' | 'deletion' } | undefined => {
  for (const kind of ['insertion', 'deletion'] as const) {
    const id = attributes?.[kind]?.id
    if (typeof id === 'string') return { id, kind }
  }
  return undefined
}

/** Goes through a text from its end, so that earlier places stay true. */
function settleText(text: Y.XmlText, decide: Decide): void {
  const pieces = text.toDelta() as Piece[]
  let end = text.length
  for (const piece of pieces.toReversed()) {
    const length = typeof piece.insert === 'string' ? piece.insert.length : 1
    const start = end - length
    end = start
    const mark = markOf(piece)
    const fate: Fate = mark ? decide(mark.id, mark.kind) : 'leave'
    if (fate === 'leave') continue
    if (fate === 'drop') {
      text.delete(start, length)
      continue
    }
    text.format(start, length, { [mark!.kind]: null })
    const words = String(piece.insert)
    for (let at = words.length - 1; at >= 0; at -= 1) if (words[at] === anchor) text.delete(start + at, 1)
  }
}

const textsOf = (element: Y.XmlElement): Y.XmlText[] => element.toArray().filter(one => one instanceof Y.XmlText)

/** Moves what a paragraph says to the end of the one before it. */
function joinInto(before: Y.XmlElement, after: Y.XmlElement): void {
  let target = textsOf(before).at(-1)
  if (!target) {
    target = new Y.XmlText()
    before.insert(before.length, [target])
  }
  for (const text of textsOf(after)) {
    const pieces = text.toDelta() as { insert: string; attributes?: object }[]
    target.applyDelta([...(target.length > 0 ? [{ retain: target.length }] : []), ...pieces])
  }
}

function settleTree(tree: Y.XmlFragment, decide: Decide): void {
  const blocks = readCell(tree)
  const elements = tree.toArray() as Y.XmlElement[]
  if (elements.length !== blocks.length) return
  const falls = blocks.map((block, at) => {
    const mark = at > 0 ? markOfBreak(blocks[at - 1]!, block) : undefined
    return mark !== undefined && decide(mark.id, mark.kind) === 'drop'
  })
  for (const element of elements) for (const text of textsOf(element)) settleText(text, decide)
  for (let at = elements.length - 1; at > 0; at -= 1) {
    if (!falls[at]) continue
    joinInto(elements[at - 1]!, elements[at]!)
    tree.delete(at, 1)
  }
}

export interface Settled {
  decided: number
  clauseIds: string[]
}

/** Decides on suggestions of a draft in all languages; `chosen` null means all of them. */
export function settleSuggestions(
  doc: Y.Doc,
  languages: readonly string[],
  open: ReadonlyMap<string, string>,
  takesIn: boolean,
  chosen: ReadonlySet<string> | null,
): Settled {
  const ids = [...open.keys()].filter(id => chosen === null || chosen.has(id))
  const deciding = new Set(ids)
  const decide: Decide = (id, kind) => {
    if (!deciding.has(id)) return 'leave'
    return (kind === 'insertion') === takesIn ? 'keep' : 'drop'
  }
  for (const clause of listClauses(doc)) {
    const stored = clauseMap(doc).get(clause.id)!
    for (const mark of ['addition', 'removal'] as const) {
      if (!deciding.has(`${mark}:${clause.id}`)) continue
      stored.delete(mark)
      if ((mark === 'removal') === takesIn) stored.set('gone', true)
    }
    for (const language of languages) settleTree(cellTree(doc, clause.id, language), decide)
  }
  return { decided: ids.length, clauseIds: [...new Set(ids.map(id => open.get(id)!))] }
}
