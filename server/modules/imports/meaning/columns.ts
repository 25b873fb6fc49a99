// Guesses what each column of a list means, from its header and from what its cells look like.
import type { Cell, HeaderGuess, SourceTable } from '../reading/source-table.ts'
import { type ColumnContent, measureColumn } from './column-content.ts'
import { contentFit, contentOnly } from './column-fit.ts'
import { headerKey, matchHeader } from './column-headers.ts'
import { type ColumnMeaning, isDateMeaning, repeatableMeanings } from './column-meanings.ts'
import { type ColumnOptions, optionsFor, settleDateOrders } from './column-options.ts'

export type ColumnReason =
  | 'header_exact'
  | 'header_similar'
  | 'content_agrees'
  | 'content_disagrees'
  | 'content_only'
  | 'second_choice'
  | 'many_different'
  | 'same_everywhere'
  | 'row_counter'
  | 'empty'
  | 'not_recognised'

/** `source` is the header as written; `confidence` is between 0 and 1; `alternatives` come best first. */
export interface ColumnGuess {
  index: number
  source: string
  meaning: ColumnMeaning
  confidence: number
  /** Share of the rows that hold something in this column. */
  filled: number
  reasons: ColumnReason[]
  alternatives: { meaning: ColumnMeaning; confidence: number }[]
  options: ColumnOptions
}

interface Candidate {
  meaning: ColumnMeaning
  score: number
  reasons: ColumnReason[]
}

interface Column {
  index: number
  source: string
  content: ColumnContent
  cells: Cell[]
  candidates: Candidate[]
}

/** Less than an exact header has whose cells say nothing for it; more than one whose cells contradict it. */
const MOST_AGAINST_HEADER = 0.58

/** Below this a column is kept as it is rather than read as something it may not be. */
const BAR = 0.42

/** The cells of a column below the header, without footers, empty rows and repeated headers. */
export function dataRows(table: SourceTable, header: HeaderGuess): number[] {
  const skipped = new Set([...header.footers, ...header.emptyRows, ...header.repeatedHeaders])
  const rows: number[] = []
  for (let row = header.firstDataRow; row <= Math.min(header.lastDataRow, table.rows.length - 1); row += 1)
    if (!skipped.has(row)) rows.push(row)
  return rows
}

/** One guess for each column of the header, in the order of the file. */
export function guessColumns(table: SourceTable, header: HeaderGuess): ColumnGuess[] {
  const rows = dataRows(table, header)
  const columns = header.columns.map(({ index, header: text, original }): Column => {
    const cells = rows.map(row => table.rows[row]?.[index] ?? null)
    const content = measureColumn(cells)
    const source = original === '' ? text : original
    return {
      index,
      source,
      content,
      cells,
      candidates: candidatesFor(header.headerRow < 0 ? '' : text, content, cells, header.headerRows > 1),
    }
  })
  const chosen = assign(columns)
  const guesses = columns.map(column => guessOf(column, chosen.get(column.index)))
  setHomeAside(guesses, columns)
  preferPartnerUnit(guesses, columns)
  settleDates(guesses, columns)
  for (const [at, guess] of guesses.entries())
    guess.options = optionsFor(guess.meaning, guess.source, columns[at]!.cells)
  settleDateOrders(guesses)
  separatePartners(guesses)
  return guesses
}

function candidatesFor(header: string, content: ColumnContent, cells: Cell[], isGrouped: boolean): Candidate[] {
  if (content.filled === 0) return [{ meaning: 'ignored', score: 1, reasons: ['empty'] }]
  if (isCounter(header, cells)) return [{ meaning: 'kept', score: 0.95, reasons: ['row_counter'] }]
  const matches = withNeighbours(matchHeader(header, isGrouped))
  const candidates = new Map<ColumnMeaning, Candidate>()
  const isPlain = /\s/.test(headerKey(header))
  for (const { meaning, score } of matches) candidates.set(meaning, judge(meaning, score, content, isPlain))
  const isNamed = matches.some(each => each.score >= 0.95)
  for (const { meaning, score: strength } of contentOnly(content)) {
    // Cells that look like something else do not outweigh a header that leaves no doubt, unless they contradict it throughout.
    const score = isNamed ? Math.min(strength, MOST_AGAINST_HEADER) : strength
    const known = candidates.get(meaning)
    if (!known || known.score < score) candidates.set(meaning, { meaning, score, reasons: ['content_only'] })
  }
  return [...candidates.values()].sort((a, b) => b.score - a.score)
}

/** "Validity" may be an end, a period or a length: the cells decide between them. */
const neighbours: ColumnMeaning[][] = [
  ['expires_on', 'term', 'duration'],
  ['kind', 'title'],
  ['title', 'scope'],
]

function withNeighbours(
  matches: { meaning: ColumnMeaning; score: number }[],
): { meaning: ColumnMeaning; score: number }[] {
  const all = new Map(matches.map(each => [each.meaning, each.score]))
  for (const group of neighbours) {
    const best = Math.max(0, ...group.map(meaning => matches.find(each => each.meaning === meaning)?.score ?? 0))
    if (best >= 0.6) for (const meaning of group) all.set(meaning, Math.max(all.get(meaning) ?? 0, best * 0.72))
  }
  return [...all].map(([meaning, score]) => ({ meaning, score }))
}

/** Lists have their own words and codes for these. */
const newWords: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['kind', 'partner_country'])

/** `isPlain`: a header of several words that all say the meaning ("Agreement type") outweighs cells that are new to us. */
function judge(meaning: ColumnMeaning, header: number, content: ColumnContent, isPlain: boolean): Candidate {
  const fit = contentFit(meaning, content)
  const named: ColumnReason = header >= 0.9 ? 'header_exact' : 'header_similar'
  if (fit === undefined) return { meaning, score: header * 0.85, reasons: [named] }
  if (fit < 0.2 && content.filled >= 3)
    return {
      meaning,
      score: isPlain && header === 1 && newWords.has(meaning) ? 0.6 : header * (0.4 + fit),
      reasons: [named, 'content_disagrees'],
    }
  const score = header * 0.7 + fit * 0.3
  return {
    meaning,
    score: fit < 0.2 ? header * (isPlain && header === 1 ? 0.75 : 0.6) : Math.min(1, score),
    reasons: [named, ...(fit >= 0.5 ? (['content_agrees'] as const) : [])],
  }
}

/** A column that counts 1, 2, 3 ... down the list. */
function isCounter(header: string, cells: Cell[]): boolean {
  const numbers = cells.filter(cell => cell !== null && cell !== '').map(Number)
  if (numbers.length < 3 || headerKey(header).length > 12) return false
  const start = numbers[0]!
  const steps = numbers.filter((value, at) => value === start + at).length
  return start >= 0 && start <= 1 && steps / numbers.length > 0.9
}

/** The best pairs of column and meaning first; a meaning that only one column may have is then gone. */
function assign(columns: Column[]): Map<number, Candidate> {
  const pairs = columns.flatMap(column => column.candidates.map((candidate, rank) => ({ column, candidate, rank })))
  pairs.sort((a, b) => b.candidate.score - a.candidate.score || a.rank - b.rank || a.column.index - b.column.index)
  const chosen = new Map<number, Candidate>()
  const taken = new Set<ColumnMeaning>()
  for (const { column, candidate } of pairs) {
    if (chosen.has(column.index) || candidate.score < BAR) continue
    if (taken.has(candidate.meaning) && !repeatableMeanings.has(candidate.meaning)) continue
    const isSecond = column.candidates[0] !== candidate
    // A column whose own meaning was given away may only take another one that fits it well.
    if (isSecond && candidate.score < 0.55 && candidate.score < column.candidates[0]!.score - 0.15) continue
    chosen.set(column.index, isSecond ? { ...candidate, reasons: [...candidate.reasons, 'second_choice'] } : candidate)
    taken.add(candidate.meaning)
  }
  return chosen
}

function round(score: number): number {
  return Math.round(Math.min(1, score) * 100) / 100
}

function guessOf(column: Column, chosen: Candidate | undefined): ColumnGuess {
  const best = chosen ?? { meaning: 'kept' as const, score: 0.3, reasons: ['not_recognised' as const] }
  const alternatives = column.candidates
    .filter(each => each.meaning !== best.meaning && each.score >= 0.2)
    .slice(0, 4)
    .map(each => ({ meaning: each.meaning, confidence: round(each.score) }))
  return {
    index: column.index,
    source: column.source,
    meaning: best.meaning,
    confidence: round(best.score),
    filled: round(column.content.filled / Math.max(1, column.cells.length)),
    reasons: best.reasons,
    alternatives,
    options: {},
  }
}

const FOREIGN =
  /foreign|partner|host|overseas|external|counterpart|receiving|зарубежн|иностранн|партн|خارجی|مقصد|همکار|شریک|socia|extranjer|contraparte|destino|partenaire|etranger|accueil/u

/**
 * Of two columns of institutions the office's own side is the one that says the same in every row,
 * or that says few things beside a column whose header speaks of the other side.
 */
function setHomeAside(guesses: ColumnGuess[], columns: Column[]): void {
  const partners = guesses.filter(each => each.meaning === 'partner')
  const contentOf = (guess: ColumnGuess) => columns.find(each => each.index === guess.index)!.content
  const isForeign = (guess: ColumnGuess) => FOREIGN.test(headerKey(guess.source))
  const foreign = partners.filter(isForeign)
  const isSame = (guess: ColumnGuess) => {
    const { filled, distinct, sampled } = contentOf(guess)
    if (filled >= 3 && distinct * sampled <= 1) return true
    return !isForeign(guess) && filled >= 2 && foreign.some(other => distinct * 2 <= contentOf(other).distinct)
  }
  const same = partners.filter(isSame)
  if (same.length === partners.length) return
  for (const guess of same) {
    guess.alternatives.unshift({ meaning: 'partner', confidence: guess.confidence })
    guess.meaning = 'kept'
    guess.reasons = [...guess.reasons, 'same_everywhere']
  }
}

const NAMED = /name|назв|наимен|نام|nombre|nom |^nom$|english|local|original|official|acronym|abbrev|short/u

/** A second column of institutions that is no other name of the first one holds a further partner. */
function separatePartners(guesses: ColumnGuess[]): void {
  const [, ...later] = guesses.filter(each => each.meaning === 'partner' && each.options.slot === undefined)
  for (const guess of later)
    if (!NAMED.test(headerKey(guess.source))) guess.options = { ...guess.options, slot: guess.index + FIRST_OWN_SLOT }
}

/** Slots below are numbers that people wrote into headers ("Partner 2"). */
const FIRST_OWN_SLOT = 100

const HOME = /home|our|own|internal|lead|respons|sponsor|ответств|наш|مجری|متولی|propi|interne|porteu/u

/** A home organisation has few units and names each often; a column of many different ones is about the partner. */
function preferPartnerUnit(guesses: ColumnGuess[], columns: Column[]): void {
  const guess = guesses.find(each => each.meaning === 'home_unit')
  const column = columns.find(each => each.index === guess?.index)
  if (!guess || !column || HOME.test(headerKey(guess.source)) || guesses.some(each => each.meaning === 'partner_unit'))
    return
  if (column.content.filled < 8 || column.content.distinct < 0.6) return
  guess.alternatives.unshift({ meaning: 'home_unit', confidence: guess.confidence })
  guess.meaning = 'partner_unit'
  guess.confidence = round(guess.confidence * 0.7)
  guess.reasons = [...guess.reasons, 'many_different']
}

/** Without headers, the first date column is the signature and the last the end. */
function settleDates(guesses: ColumnGuess[], columns: Column[]): void {
  if (guesses.some(each => isDateMeaning(each.meaning))) return
  const dated = columns.filter(
    column => column.content.filled > 0 && column.content.share.date >= 0.7 && column.content.share.range < 0.5,
  )
  const free = dated.filter(column => guesses.find(each => each.index === column.index)?.meaning === 'kept')
  for (const [at, column] of free.entries()) {
    const guess = guesses.find(each => each.index === column.index)!
    if (at > 0 && at < free.length - 1) continue
    guess.meaning = at === 0 ? 'signed_on' : 'expires_on'
    guess.confidence = 0.45
    guess.reasons = ['content_only']
  }
}
