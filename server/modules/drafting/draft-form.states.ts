// The form in which browsers and server share a draft: clauses in one map, and the text of each language in a tree of its own. Pure.
import * as Y from 'yjs'

export const clauseRoles = ['recital', 'article', 'closing', 'annex'] as const
export type ClauseRole = (typeof clauseRoles)[number]

/** Beyond this a draft is refused in words. */
export const mostClauses = 500
export const mostCharacters = 50_000

/** A stretch of one style; `insertion` and `deletion` name the suggestion that it belongs to. */
export interface DraftRun {
  text: string
  bold?: true
  italic?: true
  variable?: string
  insertion?: string
  deletion?: string
}

export interface DraftBlock {
  kind: 'heading' | 'paragraph' | 'point'
  ordered: boolean
  depth: number
  runs: DraftRun[]
}

export interface ClauseFacts {
  id: string
  role: ClauseRole
  /** Where it stands: clauses are ordered by this number, then by id. */
  place: number
  /** Who suggests that it be added, and that it be left out. */
  addition: string | null
  removal: string | null
  /** Languages whose text was found to agree, and what each of them said then. */
  agreed: Readonly<Record<string, string>>
}

const clausesName = 'clauses'

/** The name of the tree that holds one language of one clause. */
export const cellName = (clauseId: string, language: string): string => `c:${clauseId}:${language}`

/** What a tree of that name holds; undefined for any other name. */
export function cellOf(name: string): { clauseId: string; language: string } | undefined {
  const parts = /^c:([0-9a-f-]{36}):([A-Za-z0-9-]{2,20})$/.exec(name)
  return parts ? { clauseId: parts[1]!, language: parts[2]! } : undefined
}

export type ClauseMap = Y.Map<Y.Map<unknown>>
export const clauseMap = (doc: Y.Doc): ClauseMap => doc.getMap(clausesName) as ClauseMap
export const cellTree = (doc: Y.Doc, clauseId: string, language: string): Y.XmlFragment =>
  doc.getXmlFragment(cellName(clauseId, language))

const isRole = (value: unknown): value is ClauseRole => clauseRoles.includes(value as ClauseRole)
const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null)

export function clauseFacts(id: string, stored: Y.Map<unknown>): ClauseFacts {
  const [role, place, agreed] = [stored.get('role'), stored.get('place'), stored.get('agreed')]
  return {
    id,
    role: isRole(role) ? role : 'article',
    place: typeof place === 'number' && Number.isFinite(place) ? place : 0,
    addition: textOrNull(stored.get('addition')),
    removal: textOrNull(stored.get('removal')),
    agreed: agreed !== null && typeof agreed === 'object' ? (agreed as Record<string, string>) : {},
  }
}

/** How many suggestions are open in a draft, in all languages. */
export function countSuggestions(doc: Y.Doc, languages: readonly string[]): number {
  const ids = new Set<string>()
  for (const clause of listClauses(doc)) {
    for (const mark of ['addition', 'removal'] as const) if (clause[mark] !== null) ids.add(`${mark}:${clause.id}`)
    for (const language of languages)
      for (const block of readCell(cellTree(doc, clause.id, language)))
        for (const { insertion, deletion } of block.runs) {
          const id = insertion ?? deletion
          if (id !== undefined) ids.add(id)
        }
  }
  return ids.size
}

/** The clauses as they stand, in their order; those taken out are kept in the map and not shown. */
export function listClauses(doc: Y.Doc): ClauseFacts[] {
  const facts: ClauseFacts[] = []
  for (const [id, stored] of clauseMap(doc))
    if (stored instanceof Y.Map && stored.get('gone') !== true) facts.push(clauseFacts(id, stored))
  return facts.sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))
}

function runFrom(text: string, marks: Record<string, Record<string, unknown> | null>): DraftRun {
  const run: DraftRun = { text }
  if (marks.bold) run.bold = true
  if (marks.italic) run.italic = true
  for (const name of ['variable', 'insertion', 'deletion'] as const) {
    const value = marks[name]?.[name === 'variable' ? 'name' : 'id']
    if (typeof value === 'string') run[name] = value
  }
  return run
}

const marksOf = (run: DraftRun): Record<string, object> => ({
  ...(run.bold && { bold: {} }),
  ...(run.italic && { italic: {} }),
  ...(run.variable !== undefined && { variable: { name: run.variable } }),
  ...(run.insertion !== undefined && { insertion: { id: run.insertion } }),
  ...(run.deletion !== undefined && { deletion: { id: run.deletion } }),
})

const kindOf = (name: string): DraftBlock['kind'] => (name === 'heading' || name === 'point' ? name : 'paragraph')

function runsOf(element: Y.XmlElement): DraftRun[] {
  return element.toArray().flatMap(child =>
    child instanceof Y.XmlText
      ? (child.toDelta() as { insert: unknown; attributes?: Record<string, never> }[]).flatMap(piece => {
          return typeof piece.insert === 'string' ? runFrom(piece.insert, piece.attributes ?? {}) : []
        })
      : [],
  )
}

/** One language of a clause as blocks. */
export function readCell(tree: Y.XmlFragment): DraftBlock[] {
  return tree.toArray().flatMap(element => {
    if (!(element instanceof Y.XmlElement)) return []
    const attributes = element.getAttributes() as Record<string, unknown>
    return {
      kind: kindOf(element.nodeName),
      ordered: attributes.ordered === true,
      depth: Math.min(2, Math.max(0, Math.trunc(Number(attributes.depth) || 0))),
      runs: runsOf(element),
    }
  })
}

function elementOf(block: DraftBlock): Y.XmlElement {
  const element = new Y.XmlElement<{ ordered: boolean; depth: number }>(block.kind)
  if (block.kind === 'point') {
    element.setAttribute('ordered', block.ordered)
    element.setAttribute('depth', block.depth)
  }
  const text = new Y.XmlText()
  text.applyDelta(block.runs.filter(run => run.text).map(run => ({ insert: run.text, attributes: marksOf(run) })))
  element.insert(0, [text])
  return element as unknown as Y.XmlElement
}

/** Puts blocks in the place of what a tree holds. */
export function writeCell(tree: Y.XmlFragment, blocks: readonly DraftBlock[]): void {
  if (tree.length > 0) tree.delete(0, tree.length)
  tree.insert(0, blocks.map(elementOf))
}

const block = (kind: DraftBlock['kind'], text = ''): DraftBlock => ({
  ...{ kind, ordered: false, depth: 0 },
  runs: text ? [{ text }] : [],
})
/** Recitals and closing provisions have no heading. */
export const emptyCell = (role: ClauseRole = 'article'): DraftBlock[] =>
  role === 'article' || role === 'annex' ? [block('heading'), block('paragraph')] : [block('paragraph')]

/** The text of the blocks without styles, a line each. */
export const plainBlocks = (blocks: readonly DraftBlock[]): string =>
  blocks.map(one => one.runs.map(run => run.text).join('')).join('\n')

/** A short sign of what a text says, by which one sees that it changed: not for proof. */
export function signOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

export type Agreement = 'same' | 'behind' | 'unchecked' | 'missing'

/** How each language of a clause stands to the others, by what they said when somebody last found them to agree. */
export function agreementOf(
  texts: Readonly<Record<string, string>>,
  agreed: ClauseFacts['agreed'],
): Record<string, Agreement> {
  const languages = Object.keys(texts)
  const written = languages.filter(language => texts[language]!.trim() !== '')
  const changed = written.filter(language => agreed[language] !== signOf(texts[language]!))
  const stateOf = (language: string): Agreement => {
    if (written.length === 0) return 'same'
    if (!written.includes(language)) return 'missing'
    if (written.length === 1 || changed.length === 0) return 'same'
    if (!changed.includes(language)) return 'behind'
    return changed.length === written.length ? 'unchecked' : 'same'
  }
  return Object.fromEntries(languages.map(language => [language, stateOf(language)]))
}

/** The place between two neighbours; null when there is no room left and all clauses must be counted anew. */
export function placeBetween(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined && after === undefined) return 1024
  if (before === undefined) return after! - 1024
  if (after === undefined) return before + 1024
  const middle = (before + after) / 2
  return middle > before && middle < after ? middle : null
}
