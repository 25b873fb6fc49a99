// Takes the text of a Word file apart into clauses: numbered articles, preamble, closing words, annexes; languages in columns or one after the other. Pure.
import type { ClauseRole, TextBlock, TextRun } from '../../text/document-text.ts'
import type { ReadClause } from '../library.contract.ts'
import { writeClause } from '../marked-text.ts'
import type { DocxBlock, DocxParagraph } from './read-docx.ts'

export interface SplitText {
  languages: string[]
  title: Record<string, string>
  clauses: ReadClause[]
  isUneven: boolean
}

interface Piece {
  role: ClauseRole
  heading: TextRun[]
  blocks: TextBlock[]
}

const articleStart =
  /^(?:(?:article|art\.|clause|section|статья|ст\.|раздел|§)\s*(?:\p{Nd}{1,3}|[ivxlc]{1,6})|(?:ماده|مادۀ|مادهٔ|فصل|المادة)\s+(?:\p{Nd}{1,3}|\p{L}{2,12}(?:\s+و\s+\p{L}{2,8})?))(?=$|[\s.:;)–—‒-])\s*[.:;)–—‒-]*\s*/iu
const articleLabel = /article|clause|section|стать|раздел|§|ماده|فصل/i
const numberedHeading = /^\p{Nd}{1,2}[.)]?\s+(?=\p{L})/u
const annexStart = /^(?:annex|appendix|schedule|приложение|پیوست|ضمیمه)(?=$|[\s\p{Nd}.:–—-])/iu
const closingStart =
  /^(?:done (?:in|at|on)\b|in witness\b|signed (?:in|at)\b|for and on behalf\b|signatures?\b|совершено|подписано|составлено в|подписи|в удостоверение|به گواهی|در تأیید|امضا|این (?:تفاهم|توافق|قرارداد|سند)\S*.{0,120}نسخه)/iu

const isShort = (text: string): boolean => text.length <= 140 && !/[.;:؛]$/.test(text)

/** The runs without so many signs at their beginning. */
function withoutStart(runs: readonly TextRun[], length: number): TextRun[] {
  let rest = length
  return runs.flatMap(run => {
    const taken = Math.min(rest, run.text.length)
    rest -= taken
    return taken > 0 && taken === run.text.length && !run.variable ? [] : [{ ...run, text: run.text.slice(taken) }]
  })
}

const unstyled = (runs: readonly TextRun[]): TextRun[] => runs.map(({ bold: _, italic: __, ...run }) => run)

/** Spaces at the beginning were folded in `plain`, in which the length was found. */
function headOf(paragraph: DocxParagraph, start: number): { heading: TextRun[]; rest: TextRun[] } {
  const raw = paragraph.runs.map(run => run.text).join('')
  const indent = raw.length - raw.trimStart().length
  const runs = withoutStart(paragraph.runs, start === 0 ? 0 : start + indent)
  const text = paragraph.plain.slice(start)
  return isShort(text) ? { heading: unstyled(runs), rest: [] } : { heading: [], rest: runs }
}

function startOf(paragraph: DocxParagraph): { role: ClauseRole; length: number } | null {
  const { plain, isHeading, isBold, list } = paragraph
  if (closingStart.test(plain)) return { role: 'closing', length: 0 }
  if (annexStart.test(plain) && plain.length <= 140) return { role: 'annex', length: 0 }
  const article = articleStart.exec(plain)
  if (article) return { role: 'article', length: article[0].length }
  if (list?.ordered && list.depth === 0 && (articleLabel.test(list.label) || isHeading || isBold))
    return { role: 'article', length: 0 }
  const numbered = numberedHeading.exec(plain)
  if (numbered && (isHeading || isBold) && isShort(plain)) return { role: 'article', length: numbered[0].length }
  return isHeading ? { role: 'article', length: 0 } : null
}

const blockOf = ({ runs, list }: DocxParagraph): TextBlock =>
  list
    ? { kind: 'point', ordered: list.ordered, depth: Math.min(2, list.depth) as 0 | 1 | 2, runs: [...runs] }
    : { kind: 'paragraph', runs: [...runs] }

/** One language from its beginning to its end. */
function splitStream(paragraphs: readonly DocxParagraph[]): { title: string; pieces: Piece[] } {
  const pieces: Piece[] = []
  const titles: string[] = []
  let awaitsHeading = false
  for (const paragraph of paragraphs) {
    const start = startOf(paragraph)
    const isBare = start?.role === 'article' && start.length === 0 && paragraph.isHeading && !paragraph.list
    const isTitle = paragraph.isTitle || (isShort(paragraph.plain) && (paragraph.isBold || isBare))
    if (pieces.length === 0 && isTitle && !(start && !isBare)) {
      titles.push(paragraph.plain)
      continue
    }
    if (start) {
      const { heading, rest } =
        start.role === 'closing' ? { heading: [], rest: paragraph.runs } : headOf(paragraph, start.length)
      // Closing words and signatures are one piece.
      if (start.role === 'closing' && pieces.at(-1)?.role === 'closing') pieces.at(-1)!.blocks.push(blockOf(paragraph))
      else
        pieces.push({ role: start.role, heading, blocks: rest.length > 0 ? [{ kind: 'paragraph', runs: rest }] : [] })
      awaitsHeading = start.role === 'article' && heading.length + rest.length === 0
      continue
    }
    const last = pieces.at(-1)
    if (last && awaitsHeading && isShort(paragraph.plain)) last.heading = unstyled(paragraph.runs)
    else if (last) last.blocks.push(blockOf(paragraph))
    else pieces.push({ role: 'recital', heading: [], blocks: [blockOf(paragraph)] })
    awaitsHeading = false
  }
  return { title: titles.join(' '), pieces }
}

const scripts: readonly [string, RegExp][] = [
  ['fa', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['en', /\p{Script=Latin}/gu],
]

/** Letters by language, as far as their script tells it. */
function lettersOf(text: string): Map<string, number> {
  return new Map(scripts.map(([language, script]) => [language, text.match(script)?.length ?? 0]))
}

function languageOf(text: string): string | null {
  const [language, count] = [...lettersOf(text)].sort((a, b) => b[1] - a[1])[0]!
  return count > 0 ? language : null
}

const textOf = (paragraphs: readonly DocxParagraph[]): string => paragraphs.map(one => one.plain).join(' ')

/** The columns of a table that has a language in each; null for any other table. */
function languageColumns(rows: DocxParagraph[][][]): Map<string, DocxParagraph[]> | null {
  const width = Math.max(0, ...rows.map(row => row.length))
  if (width < 2 || width > 3) return null
  const columns = Array.from({ length: width }, (_, at) => rows.flatMap(row => row[at] ?? []))
  const languages = columns.map(column => languageOf(textOf(column)))
  const isEach = languages.every(language => language !== null) && new Set(languages).size === width
  return isEach ? new Map(columns.map((column, at) => [languages[at]!, column])) : null
}

/** Languages of which at least a fifth of the text is written, three at most. */
function languagesIn(text: string): string[] {
  const letters = [...lettersOf(text)].sort((a, b) => b[1] - a[1])
  const total = letters.reduce((sum, [, count]) => sum + count, 0)
  return letters
    .filter(([, count]) => count > 0 && count >= total / 5)
    .map(([language]) => language)
    .slice(0, 3)
}

function streamsOf(blocks: readonly DocxBlock[]): Map<string, DocxParagraph[]> {
  const all = blocks.flatMap(block => ('rows' in block ? block.rows.flat(2) : [block.paragraph]))
  const languages = languagesIn(textOf(all))
  const streams = new Map(languages.map((language): [string, DocxParagraph[]] => [language, []]))
  let current = languages[0] ?? 'en'
  const add = (paragraph: DocxParagraph) => {
    const own = languageOf(paragraph.plain)
    if (own !== null && streams.has(own)) current = own
    streams.get(current)?.push(paragraph)
  }
  for (const block of blocks) {
    const columns = 'rows' in block ? languageColumns(block.rows) : null
    if (columns) for (const [language, column] of columns) streams.get(language)?.push(...column)
    else if ('rows' in block) for (const paragraph of block.rows.flat(2)) add(paragraph)
    else add(block.paragraph)
  }
  return streams
}

/** Languages whose clauses have the same roles in the same order stand beside one another; else below. */
export function splitClauses(blocks: readonly DocxBlock[]): SplitText {
  const split = [...streamsOf(blocks)].map(([language, paragraphs]) => ({ language, ...splitStream(paragraphs) }))
  const rolesOf = (pieces: readonly Piece[]) => pieces.map(piece => piece.role).join(' ')
  const isUneven = new Set(split.map(one => rolesOf(one.pieces))).size > 1
  const written = (piece: Piece) => writeClause({ heading: piece.heading, blocks: piece.blocks })
  const clauses: ReadClause[] = isUneven
    ? split.flatMap(({ language, pieces }) =>
        pieces.map(piece => ({ role: piece.role, versions: { [language]: written(piece) } })),
      )
    : (split[0]?.pieces ?? []).map((piece, at) => ({
        role: piece.role,
        versions: Object.fromEntries(split.map(({ language, pieces }) => [language, written(pieces[at]!)])),
      }))
  return {
    languages: split.map(one => one.language),
    title: Object.fromEntries(split.flatMap(({ language, title }) => (title ? [[language, title]] : []))),
    ...{ clauses, isUneven },
  }
}
