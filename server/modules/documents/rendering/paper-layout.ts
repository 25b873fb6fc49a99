// Turns a text and its frame into what the page template lays out: rows of cells, with every label, date and number written already. Pure.
import { encode } from 'uqr'
import type { LocalisedText } from '#core/contract.ts'
import { pickText } from '#core/i18n.ts'
import type { ClauseVersion, DocumentText, TextClause, TextRun } from '../text/document-text.ts'
import { plainText } from '../text/document-text.ts'
import { textHash } from '../text/text-hash.ts'
import type { DocumentFrame, FrameParty, RenderRequest, VersionStyle } from './document-frame.ts'
import { clauseLabel, dateInDocument, inDigits, isRightToLeft, pointLabels, usualStyle } from './numbering.ts'
import { paperTerms, paperWord } from './paper-words.ts'
import { neutralText, paperText } from './safe-text.ts'

export interface PaperRun {
  text: string
  bold: boolean
  italic: boolean
}

export interface PaperBlock {
  /** Null for a paragraph. */
  label: string | null
  depth: number
  runs: PaperRun[]
  isLong: boolean
}

export interface PaperCell {
  /** Null where the cell continues a clause. */
  heading: { label: string; runs: PaperRun[] } | null
  blocks: PaperBlock[]
}

/** One cell a language, side by side. */
export interface PaperRow {
  startsClause: boolean
  mayBreak: boolean
  cells: PaperCell[]
}

export interface PaperLanguage {
  code: string
  rtl: boolean
  style: VersionStyle
}

export interface PaperSignature {
  /** One line a language. */
  names: string[]
  signatory: string[]
  title: string[]
}

export interface PaperLayout {
  languages: PaperLanguage[]
  title: string[]
  number: string[]
  version: string[]
  /** Name and country of each party, by language. */
  parties: { name: string[]; place: string[] }[]
  placeAndDate: string[]
  placeAndDateLabel: string[]
  signatureLabel: string[]
  and: string[]
  draft: string | null
  hasCover: boolean
  header: { start: string; end: string }
  pageDigits: 'latin' | 'persian'
  body: PaperRow[]
  annexes: PaperRow[][]
  signatures: PaperSignature[]
  trail: { heading: string[]; lines: { at: string; words: string[] }[] } | null
  verification: { words: string[]; code: string; address: string; qr: string; hashLabel: string[]; hash: string } | null
  /** Of the text, SHA-256 in lower-case hex. */
  hash: string
  documentTitle: string
  authors: string[]
  madeAt: string
}

/** Beyond so many characters a row may run over the end of a page, a third of a page at least. */
const unbrokenLimit = 900
/** Beyond so many the lines are broken one after another: the best breaks of a whole paragraph take too long. */
const longLimit = 6000

const runsOf = (runs: readonly TextRun[], language: string): PaperRun[] =>
  runs
    .map(run => ({ text: paperText(run.text, language), bold: run.bold ?? false, italic: run.italic ?? false }))
    .filter(run => run.text !== '')

function blocksOf(version: ClauseVersion, language: string, style: VersionStyle): PaperBlock[] {
  const labels = pointLabels(version.blocks, language, style)
  return version.blocks.map((block, at) => ({
    label: labels[at] ?? null,
    depth: block.kind === 'point' ? block.depth : 0,
    runs: runsOf(block.runs, language),
    isLong: plainText(block.runs).length > longLimit,
  }))
}

const lengthOf = (cell: PaperCell): number =>
  cell.blocks.reduce((sum, block) => sum + block.runs.reduce((length, run) => length + run.text.length, 0), 0)

const rowOf = (startsClause: boolean, cells: PaperCell[]): PaperRow => ({
  startsClause,
  mayBreak: cells.some(cell => lengthOf(cell) > unbrokenLimit),
  cells,
})

/** Versions of the same build stand paragraph by paragraph beside each other; others clause by clause. */
function rowsOf(
  clause: TextClause,
  label: (language: PaperLanguage) => string,
  languages: PaperLanguage[],
): PaperRow[] {
  const cells = languages.map((language): PaperCell => {
    const version = clause.versions[language.code]
    const runs = version ? runsOf(version.heading, language.code) : []
    const heading = label(language)
    return {
      heading: heading !== '' || runs.length > 0 ? { label: heading, runs } : null,
      blocks: version ? blocksOf(version, language.code, language.style) : [],
    }
  })
  const builds = new Set(cells.map(cell => cell.blocks.map(block => (block.label === null ? 'p' : block.depth)).join()))
  if (builds.size > 1 || cells[0]!.blocks.length < 2) return [rowOf(true, cells)]
  return cells[0]!.blocks.map((_, at) =>
    rowOf(
      at === 0,
      cells.map(cell => ({ heading: at === 0 ? cell.heading : null, blocks: [cell.blocks[at]!] })),
    ),
  )
}

function arrange(text: DocumentText, languages: PaperLanguage[]): { body: PaperRow[]; annexes: PaperRow[][] } {
  const body: PaperRow[] = []
  const annexes: PaperRow[][] = []
  const counts = { article: 0, annex: 0 }
  for (const clause of text.clauses) {
    const { role } = clause
    if (role === 'article' || role === 'annex') {
      counts[role] += 1
      const number = counts[role]
      const rows = rowsOf(clause, ({ code, style }) => `${clauseLabel(role, number, code, style)}.`, languages)
      if (role === 'annex') annexes.push(rows)
      else body.push(...rows)
    } else body.push(...rowsOf(clause, () => '', languages))
  }
  return { body, annexes }
}

const inLanguage = (text: LocalisedText | null | undefined, language: string): string =>
  paperText(pickText(text, language), language)

function presentParties(parties: readonly FrameParty[], languages: PaperLanguage[]): PaperLayout['parties'] {
  return parties.map(party => ({
    name: languages.map(({ code }) => inLanguage(party.name, code)),
    place: languages.map(({ code }) =>
      [inLanguage(party.address, code), inLanguage(party.country, code)]
        .filter(Boolean)
        .join(code === 'fa' ? '، ' : ', '),
    ),
  }))
}

function signaturesOf(parties: readonly FrameParty[], languages: PaperLanguage[]): PaperSignature[] {
  const nobody = [{ name: {}, title: null }]
  return parties.flatMap(party =>
    (party.signatories.length > 0 ? party.signatories : nobody).map(({ name, title }) => ({
      names: languages.map(({ code }) =>
        paperWord(paperTerms.signed_for, code, { party: inLanguage(party.name, code) }),
      ),
      signatory: languages.map(({ code }) => inLanguage(name, code)),
      title: languages.map(({ code }) => inLanguage(title, code)),
    })),
  )
}

function placeAndDate({ place, date }: DocumentFrame, { code, style }: PaperLanguage): string {
  const where = inLanguage(place, code)
  const day = date === null ? '' : dateInDocument(date, code, style)
  return where && day ? paperWord(paperTerms.done_at, code, { place: where, date: day }) : where || day
}

/** Dark squares as one path of an SVG. */
function qrOf(content: string): string {
  const { data, size } = encode(content, { ecc: 'M', border: 0 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${squares.join('')}"/></svg>`
}

function trailOf(frame: DocumentFrame, languages: PaperLanguage[]): PaperLayout['trail'] {
  if (frame.trail.length === 0) return null
  return {
    heading: languages.map(({ code }) => paperWord(paperTerms.trail, code)),
    lines: frame.trail.map(({ at, words }) => ({
      at: Temporal.Instant.from(at)
        .toZonedDateTimeISO(frame.timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' '),
      words: languages.map(({ code }) => inLanguage(words, code)),
    })),
  }
}

function verificationOf(
  { verification }: DocumentFrame,
  hash: string,
  languages: PaperLanguage[],
): PaperLayout['verification'] {
  if (!verification) return null
  const { address, code } = verification
  const page = address.split('?')[0]!
  return {
    words: languages.map(one => paperText(paperWord(paperTerms.verify, one.code, { address: page, code }), one.code)),
    ...{
      code,
      address,
      hash,
      qr: qrOf(address),
      hashLabel: languages.map(one => paperWord(paperTerms.text_hash, one.code)),
    },
  }
}

const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`

/** Everything that the page template needs. */
export function layOut({ text, frame, madeAt }: RenderRequest): PaperLayout {
  const languages = text.languages.map(code => ({
    ...{ code, rtl: isRightToLeft(code), style: frame.styles?.[code] ?? usualStyle(code) },
  }))
  const each = <T>(of: (language: PaperLanguage) => T): T[] => languages.map(of)
  const first = languages[0]!
  const hash = textHash(text)
  const title = each(({ code }) => paperText(text.title[code] ?? '', code))
  const number = frame.number === null ? null : neutralText(frame.number)
  return {
    ...{ languages, title, hash, hasCover: frame.hasCover, ...arrange(text, languages) },
    number: number === null ? [] : each(({ code }) => paperText(paperWord(paperTerms.number, code, { number }), code)),
    version:
      frame.version === null
        ? []
        : each(({ code, style }) =>
            paperWord(paperTerms.version, code, { version: inDigits(neutralText(frame.version!), style) }),
          ),
    parties: presentParties(frame.parties, languages),
    placeAndDate: each(language => placeAndDate(frame, language)),
    placeAndDateLabel: each(({ code }) => paperWord(paperTerms.place_and_date, code)),
    signatureLabel: each(({ code }) => paperWord(paperTerms.signature, code)),
    and: each(({ code }) => paperWord(paperTerms.and, code)),
    draft: frame.state === 'draft' ? each(({ code }) => paperWord(paperTerms.draft, code)).join(' · ') : null,
    header: {
      start: [
        number,
        frame.version === null
          ? null
          : paperWord(paperTerms.version, first.code, { version: inDigits(neutralText(frame.version), first.style) }),
      ]
        .filter(Boolean)
        .join(' · '),
      end: shortHash(hash),
    },
    pageDigits: languages.length === 1 ? first.style.digits : 'latin',
    signatures: signaturesOf(frame.parties, languages),
    trail: trailOf(frame, languages),
    verification: verificationOf(frame, hash, languages),
    documentTitle: neutralText(text.title[first.code] ?? '') || (number ?? ''),
    authors: frame.parties.map(party => neutralText(pickText(party.name, first.code))),
    madeAt,
  }
}
