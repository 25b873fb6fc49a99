// Turns free words and codes for kinds of agreement ("MOU, Reciprocal Student Exchange", "تفاهم‌نامه", "соглашение об обмене") into our kinds.
import type { Cell } from '../reading/source-table.ts'
import { cellError, cellText, isBlank } from './cell-text.ts'
import { type Doubt, doubt } from './doubt.ts'
import { type AgreementKind, connectingWords, generalWords, kindPhrases, type SpecificKind } from './kind-words.ts'
import { remembering } from './remembered.ts'
import { fold, foldWithOffsets, phrasePattern, phraseSource } from './text-folding.ts'

const patterns = Object.entries(kindPhrases).map(([kind, list]) => ({
  kind: kind as SpecificKind,
  pattern: phrasePattern(list),
}))

/** A cell that only says who goes abroad. */
const exchanged = new RegExp(
  `^(?:${phraseSource('students?; staff; teachers?; (students?|staff)( |/| and | & |, )(staff|students?|teachers?); both; студент*; преподавател*; دانشجو*; estudiantes; alumnos; etudiants')})$`,
  'u',
)

export interface KindReading {
  /** In the order in which they stand in the cell; empty for an empty cell. */
  kinds: AgreementKind[]
  doubts: Doubt[]
}

/** All kinds a text names, in order, each once; the longest words win where two kinds claim the same ones. */
export const findKinds = remembering(readKinds)

function readKinds(text: string): { kinds: SpecificKind[]; rest: string } {
  const folded = foldWithOffsets(text).text
  const hits: { kind: SpecificKind; start: number; end: number }[] = []
  for (const { kind, pattern } of patterns) {
    for (const match of folded.matchAll(pattern))
      if (match[0].trim() !== '') hits.push({ kind, start: match.index, end: match.index + match[0].length })
  }
  hits.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken: typeof hits = []
  for (const hit of hits) if (!taken.some(each => hit.start < each.end && hit.end > each.start)) taken.push(hit)
  taken.sort((a, b) => a.start - b.start)
  let rest = folded
  for (const hit of taken) rest = rest.slice(0, hit.start) + ' '.repeat(hit.end - hit.start) + rest.slice(hit.end)
  return { kinds: [...new Set(taken.map(each => each.kind))], rest }
}

/** Reads a cell of a kind column. */
export function parseKindCell(cell: Cell): KindReading {
  const error = cellError(cell)
  if (error !== undefined) return { kinds: [], doubts: [doubt('cell_error', { value: error })] }
  if (isBlank(cell)) return { kinds: [], doubts: [] }
  const text = cellText(cell)
  const { kinds, rest } = findKinds(text)
  const value = text.trim()
  if (kinds.length > 0) {
    const specific = withoutCarrier(kinds, text)
    return {
      kinds: [...specific],
      doubts:
        specific.length > 1 ? [doubt('kinds_several', { value, count: specific.length })] : unknownPart(rest, value),
    }
  }
  if (exchanged.test(fold(text).trim())) return { kinds: ['exchange_agreement'], doubts: [] }
  if (rest.search(generalWords) >= 0) return { kinds: ['other'], doubts: [doubt('kind_general', { value })] }
  return { kinds: ['other'], doubts: [doubt('kind_unknown', { value })] }
}

/** "Memorandum on student exchange" is one agreement; only a separator between the words makes two. */
function withoutCarrier(kinds: SpecificKind[], text: string): AgreementKind[] {
  if (kinds.length < 2 || /[,;/&+\n|،؛]|\band\b|(?<!\p{L})(?:и|و|y|et)(?!\p{L})/iu.test(text)) return kinds
  const weak: SpecificKind[] = ['memorandum', 'protocol', 'treaty', 'exchange_agreement', 'project_agreement']
  const change = kinds.find(each => each === 'amendment' || each === 'annex')
  if (change) return [change]
  const strong = kinds.filter(each => !weak.includes(each))
  if (strong.length > 0) return strong.slice(0, 1)
  const named = kinds.filter(each => each === 'treaty' || each === 'exchange_agreement' || each === 'project_agreement')
  return (named.length > 0 ? named : kinds).slice(0, 1)
}

function unknownPart(rest: string, value: string): Doubt[] {
  const left = fold(rest.replace(generalWords, ' ').replace(connectingWords, ' '))
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
  const parts = rest
    .split(/[,;/\n|]/)
    .map(part =>
      part
        .replace(generalWords, ' ')
        .replace(connectingWords, ' ')
        .replace(/[^\p{L}]+/gu, ''),
    )
    .filter(part => part.length > 2)
  return /[,;\n|]/.test(rest) && left !== '' && parts.length > 0 ? [doubt('kind_unknown', { value })] : []
}
