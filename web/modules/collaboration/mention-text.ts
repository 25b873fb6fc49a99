// Mentions while one types: shown as @ and the name, kept as @ and the id.
import { foldedIncludes } from '../../core/fold.ts'

export interface Person {
  id: string
  name: string
}

export interface Words {
  /** As it stands in the field. */
  text: string
  /** Who was chosen while typing. */
  people: readonly Person[]
  /** Whom alone it shall be for; undefined: for everybody who sees the record. */
  onlyFor?: readonly Person[] | undefined
}

export const noWords: Words = { text: '', people: [] }

const mention = /@\[([^\]\s]{1,64})\]/g
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What is sent: longer names first, so that nobody is taken for somebody whose name begins the same. */
export function toKept({ text, people }: Words): string {
  const chosen = people.toSorted((a, b) => b.name.length - a.name.length)
  return chosen.reduce(
    (kept, { id, name }) => kept.replace(new RegExp(`@${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu'), () => `@[${id}]`),
    text,
  )
}

/** What is shown in the field for words that were kept. */
export function toWords(body: string, people: readonly Person[]): Words {
  const names = new Map(people.map(person => [person.id, person.name]))
  return { text: body.replace(mention, (whole, id: string) => (names.has(id) ? `@${names.get(id)}` : whole)), people }
}

export type Piece = string | Person

/** One line in pieces of plain text and people. */
export function piecesOf(line: string, people: readonly Person[]): Piece[] {
  const names = new Map(people.map(person => [person.id, person]))
  return line.split(mention).map((part, place) => (place % 2 === 0 ? part : (names.get(part) ?? `@${part}`)))
}

export interface Asked {
  /** Where the @ stands. */
  start: number
  /** What was typed after it. */
  wanted: string
}

/** The mention that is being typed at the caret: @ after a gap, then at most two words. */
export function askedAt(text: string, caret: number): Asked | null {
  const found = /(?:^|[\s(«“"'،,;:/])@([^\s@]{0,40}(?: [^\s@]{1,40})?)$/u.exec(text.slice(0, caret))
  const wanted = found?.[1]
  return wanted === undefined ? null : { start: caret - wanted.length - 1, wanted }
}

const shown = 8

export const matching = (people: readonly Person[], wanted: string): Person[] =>
  people.filter(({ name }) => foldedIncludes(name, wanted)).slice(0, shown)

/** Puts a person in place of what was typed; answers the words and where the caret goes. */
export function putPerson(words: Words, { start, wanted }: Asked, person: Person): { words: Words; caret: number } {
  const before = words.text.slice(0, start)
  const after = words.text.slice(start + 1 + wanted.length)
  const put = `@${person.name}${/^\s/.test(after) ? '' : ' '}`
  return {
    words: {
      ...words,
      text: before + put + after,
      people: [...words.people.filter(({ name }) => name !== person.name), person],
    },
    caret: before.length + put.length + (put.endsWith(' ') ? 0 : 1),
  }
}

/** Of the people chosen while typing, those who still stand in the text. */
export const mentionedIn = (words: Words): Person[] => {
  const kept = toKept(words)
  return words.people.filter(({ id }) => kept.includes(`@[${id}]`))
}

/** Whom a comment is for: those named, and those whom it mentions. */
export const idsOnlyFor = (named: readonly Person[], body: string): string[] => [
  ...new Set([...named.map(({ id }) => id), ...[...body.matchAll(mention)].map(([, id]) => id!)]),
]
