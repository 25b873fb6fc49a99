// Which texts "without an organisation" are names of organisations all the same: what labels allow, whoever resolves.
import { findCandidateNames } from '../server/modules/registry/resolution/candidates.ts'
import { fold } from '../server/modules/registry/resolution/fold.ts'
import type {
  IndexedOrganisation,
  OrganisationIndex,
} from '../server/modules/registry/resolution/organisation-index.ts'
import { type Query, readQuery } from '../server/modules/registry/resolution/query.ts'

export interface Negative {
  input: string
  country: string | undefined
  /** Id of the most probable answer; undefined when there was none. */
  answer: string | undefined
}

/** Rows of a set: with a right organisation, of those found, without one. */
export interface SetCounts {
  known: number
  found: number
  negatives: number
}

const CAUSES = {
  name: 'are a listed name of exactly one organisation, but for order, places, legal forms and its acronym',
  holds: 'hold a whole listed name of the answer beside other words',
  acronym: 'hold a listed acronym of the answer',
  near: 'are answered by likeness',
} as const

/** All of them are one word of the lexicon. */
const LEGAL_FORM = 'company'

type Cause = keyof typeof CAUSES

/** The one organisation that has a text as a listed name: letter by letter, or the same words in any order; places, legal forms and its acronym aside. */
export function organisationNamed(index: OrganisationIndex, { input, country }: Negative): number | undefined {
  const query = readQuery(index, input, country === undefined ? {} : { country })
  const isPlace = (from: number, to: number): boolean => query.isPlace.subarray(from, to + 1).every(mark => mark === 1)
  const parts = query.parts.filter(part => part.isWhole)
  const written = [parts, parts.filter(part => !isPlace(part.from, part.to))].map(some =>
    some.map(part => part.compact).join(''),
  )
  const literal = new Set<number>()
  const byWords = new Set<number>()
  for (const name of findCandidateNames(index, query).keys()) {
    if (index.isDerivedName(name) || index.kindOfName(name) === 'acronym') continue
    const number = index.organisationOfName(name)
    const named = index.organisation(number)
    if (query.countries.some(({ code }) => named?.country !== undefined && code !== named.country)) continue
    if (written.includes(index.foldedName(name).replaceAll(' ', ''))) literal.add(index.successorOf(number))
    if (named !== undefined && hasSameWords(index, query, name, named)) byWords.add(index.successorOf(number))
  }
  const found = literal.size > 0 ? literal : byWords
  return found.size === 1 ? [...found][0] : undefined
}

function hasSameWords(index: OrganisationIndex, query: Query, name: number, named: IndexedOrganisation): boolean {
  const words = (one: number): string[] =>
    Array.from(index.tokensOfName(one), token => index.vocabulary.word(token)).filter(word => word !== LEGAL_FORM)
  const own = words(name)
  if (own.length === 0 || own.some(word => !query.tokens.includes(word))) return false
  const acronyms = Array.from({ length: named.nameCount }, (_, i) => named.firstName + i)
    .filter(one => index.kindOfName(one) === 'acronym')
    .flatMap(words)
  return query.tokens.every(
    (word, at) => own.includes(word) || acronyms.includes(word) || word === LEGAL_FORM || query.isPlace[at] === 1,
  )
}

function causeOf(index: OrganisationIndex, negative: Negative, answer: number): Cause {
  if (organisationNamed(index, negative) !== undefined) return 'name'
  const whole = ` ${fold(negative.input)} `
  const { firstName = 0, nameCount = 0 } = index.organisation(answer) ?? {}
  let cause: Cause = 'near'
  for (let name = firstName; name < firstName + nameCount; name++) {
    if (index.isDerivedName(name) || !whole.includes(` ${index.foldedName(name)} `)) continue
    if (index.kindOfName(name) !== 'acronym') return 'holds'
    cause = 'acronym'
  }
  return cause
}

/** Prints how many there are, what they leave to be reached, and each answered one with the year its record was made. */
export function reportNegatives(
  index: OrganisationIndex,
  set: string,
  all: readonly Negative[],
  { known, found, negatives }: SetCounts,
  made: ReadonlyMap<string, string>,
): void {
  const named = all.filter(one => organisationNamed(index, one) !== undefined).length
  console.log(`\n${set}: of ${negatives} texts without a right organisation, ${named} ${CAUSES.name}.`)
  console.log(
    `Whoever answers those alone, and finds ${found} of ${known} others, has P ${(found / (found + named)).toFixed(3)} ` +
      `and leaves ${(1 - named / negatives).toFixed(3)} unanswered. Answered here:`,
  )
  const answered = all.flatMap(one => (one.answer === undefined ? [] : [{ ...one, id: one.answer }]))
  const byCause = Map.groupBy(answered, one => causeOf(index, one, index.numberOf(one.id) as number))
  for (const cause of Object.keys(CAUSES) as Cause[]) {
    const own = byCause.get(cause) ?? []
    console.log(`  ${own.length} ${CAUSES[cause]}`)
    for (const { input, id } of own) {
      const name = index.displayName(index.numberOf(id) as number)
      console.log(`    ${JSON.stringify(input.slice(0, 120))} -> ${name} (record of ${made.get(id) ?? 'unknown year'})`)
    }
  }
}
