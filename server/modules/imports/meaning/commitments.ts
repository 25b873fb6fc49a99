// Proposes commitments from the words of an agreement's scope and from quota columns; quotes the clause exactly and invents no number.
import { splitClauses } from './clauses.ts'
import type { QuotaOption } from './column-options.ts'
import {
  type CommitmentKind,
  type CommitmentUnit,
  comparators,
  conditions,
  directionWords,
  exchangeWords,
  kindWords,
  peopleWords,
  softWords,
  usualUnit,
} from './commitment-words.ts'
import { type CommitmentPeriod, findPeriod, findQuantity } from './quantities.ts'
import { remembering } from './remembered.ts'
import { foldWithOffsets, quote } from './text-folding.ts'

export type CommitmentCondition = 'none' | keyof typeof conditions

/** `start` and `end` are offsets in the text of the cell: `text.slice(start, end) === words`. */
export interface ClauseQuote {
  words: string
  start: number
  end: number
  column?: number
}

/** `quantity` is a decimal in a string, or null for "some". Two proposals with the same `pair` are the two ways of one promise. */
export interface ProposedCommitment {
  kind: CommitmentKind
  promisor: 'home' | 'partner'
  beneficiary: 'home' | 'partner'
  quantity: string | null
  unit: CommitmentUnit
  comparator: 'at_least' | 'at_most' | 'exactly'
  period: CommitmentPeriod
  condition: CommitmentCondition
  conditionWords?: string
  /** Words that soften the promise without being a condition ("will strive to"). */
  softener?: string
  clause: ClauseQuote
  pair?: string
}

interface Stretch {
  start: number
  end: number
}

type Direction = QuotaOption['direction']

interface Sighting {
  kind: CommitmentKind
  start: number
  end: number
}

/** All promises in a text of an agreement, in the order in which they stand. `column` is noted in each quoted clause. */
export function proposeCommitments(text: string, column?: number): ProposedCommitment[] {
  const folded = foldWithOffsets(text)
  const proposals: ProposedCommitment[] = []
  for (const clause of splitClauses(folded.text)) {
    const words = folded.text.slice(clause.start, clause.end)
    const sightings = findPromises(words)
    for (const sighting of sightings) {
      const context = sightings.length > 1 ? narrow(words, sighting) : { start: 0, end: words.length }
      const from = clause.start + context.start
      const spot = quote(text, folded, from, clause.start + context.end)
      const near = words.slice(context.start, context.end)
      const exact = (part: Stretch) => quote(text, folded, clause.start + part.start, clause.start + part.end).text
      const read = readClause(sighting, near, words, sighting.start - context.start, exact)
      const quoted: ClauseQuote = {
        words: spot.text,
        start: spot.start,
        end: spot.end,
        ...(column === undefined ? {} : { column }),
      }
      proposals.push(
        ...inDirection({ ...read.promise, clause: quoted }, read.direction, `${column ?? ''}:${from}:${sighting.kind}`),
      )
    }
  }
  return proposals
}

/** Kinds promised in one clause, each once, in order; people need a word of exchange or a count beside them. */
const findPromises = remembering((clause: string): Sighting[] => {
  const words = withoutConditions(clause)
  const found: Sighting[] = []
  for (const [kind, pattern] of kindWords) {
    const matches = [...words.matchAll(pattern)].filter(each => each[0].trim() !== '')
    // Several meetings in one clause are one promise; a coordinator and a committee are two.
    for (const match of kind === 'governance' ? matches : matches.slice(0, 1))
      found.push({ kind, start: match.index, end: match.index + match[0].length })
  }
  const moves = [...words.matchAll(exchangeWords)]
  for (const kind of ['student_mobility', 'staff_mobility'] as const) {
    const people = [...words.matchAll(peopleWords[kind])].filter(
      match =>
        moves.length > 0 ||
        findQuantity(words, match.index, match.index + match[0].length, otherPeople(kind)) !== undefined,
    )
    const first = people[0]
    if (!first) continue
    const covering = found.find(each => each.start <= first.index && each.end >= first.index + first[0].length)
    if (!covering || people.length > 1) found.push({ kind, start: first.index, end: first.index + first[0].length })
  }
  const isVisitOf = (each: Sighting) => each.kind === 'visit' && /^\s*(?:by|of)\b/u.test(words.slice(each.end))
  const travelling = found.some(each => each.kind === 'student_mobility' || each.kind === 'staff_mobility')
  return withoutCovered(found.filter(each => !(travelling && isVisitOf(each)))).sort((a, b) => a.start - b.start)
})

function otherPeople(kind: CommitmentKind): RegExp | undefined {
  if (kind === 'student_mobility') return peopleWords.staff_mobility
  return kind === 'staff_mobility' ? peopleWords.student_mobility : undefined
}

/** "Subject to available funds" is no promise of funds. */
function withoutConditions(clause: string): string {
  let left = clause
  for (const pattern of Object.values(conditions)) left = left.replace(pattern, words => ' '.repeat(words.length))
  return left
}

/** "Exchange of academic information" is no exchange of academics, "joint research conference" no project: the longer words win. */
function withoutCovered(found: Sighting[]): Sighting[] {
  const length = (each: Sighting) => each.end - each.start
  return found.filter(
    each =>
      !found.some(
        other =>
          other !== each &&
          each.start < other.end &&
          each.end > other.start &&
          (length(other) > length(each) ||
            (length(other) === length(each) && found.indexOf(other) < found.indexOf(each))),
      ),
  )
}

/** The stretch between the commas around a promise, when it has no other promise; else the whole clause. */
function narrow(words: string, sighting: Sighting): { start: number; end: number } {
  const before = words.slice(0, sighting.start)
  const breaks = [...before.matchAll(/[,:]\s*(?!\d)/gu)]
  const last = breaks.at(-1)
  const start = last ? last.index + last[0].length : 0
  const after = words.slice(sighting.end).search(/,(?!\d)/u)
  const end = after < 0 ? words.length : sighting.end + after
  const isPerson = sighting.kind === 'student_mobility' || sighting.kind === 'staff_mobility'
  // "Exchange of students, teachers and ..." needs its first word wherever the list goes on.
  const loses =
    isPerson &&
    words.slice(start, end).search(exchangeWords) < 0 &&
    findQuantity(words, sighting.start, sighting.end, otherPeople(sighting.kind)) === undefined
  if (loses) return { start: 0, end }
  return { start, end }
}

function readClause(
  sighting: Sighting,
  near: string,
  clause: string,
  at: number,
  exact: (part: Stretch) => string,
): { promise: Omit<ProposedCommitment, 'clause' | 'promisor' | 'beneficiary'>; direction: Direction } {
  const counted = findQuantity(near, at, at + sighting.end - sighting.start, otherPeople(sighting.kind))
  const period =
    periodIn(near) ??
    (sighting.kind === 'governance' ? undefined : periodIn(clause)) ??
    ({ kind: 'whole_term' } as const)
  const [condition, stretch] = conditionIn(clause)
  const soft = softenerIn(clause)
  const unit = counted?.unit ?? usualUnit[sighting.kind]
  const beforeNumber = counted ? near.slice(Math.max(0, counted.start - 25), counted.start) : ''
  const most =
    counted &&
    (endsWith(beforeNumber, comparators.at_most) ||
      /\b(?:maximum|max|at most|not exceed)/u.test(near.slice(counted.end, counted.end + 20)))
  const comparator = most ? 'at_most' : counted && endsWith(beforeNumber, comparators.exactly) ? 'exactly' : 'at_least'
  return {
    promise: {
      kind: sighting.kind,
      quantity: counted?.quantity ?? null,
      unit,
      comparator,
      period,
      condition,
      ...(stretch ? { conditionWords: exact(stretch) } : {}),
      ...(soft ? { softener: exact(soft) } : {}),
    },
    direction: directionIn(clause),
  }
}

function endsWith(before: string, pattern: RegExp): boolean {
  return [...before.matchAll(pattern)].some(match => before.length - match.index - match[0].length <= 6)
}

const conditionIn = remembering((clause: string): [CommitmentCondition, Stretch | undefined] => {
  for (const [name, pattern] of Object.entries(conditions)) {
    const match = [...clause.matchAll(pattern)][0]
    if (match)
      return [name as CommitmentCondition, { start: match.index, end: match.index + match[0].trimEnd().length }]
  }
  return ['none', undefined]
})

const softenerIn = remembering((clause: string): Stretch | null => {
  const match = [...clause.matchAll(softWords)][0]
  return match ? { start: match.index, end: match.index + match[0].length } : null
})

const directionIn = remembering(
  (clause: string): Direction =>
    clause.search(directionWords.both) >= 0 || !isOneWay(clause) ? 'both' : oneWay(clause),
)

const periodIn = remembering((clause: string) => findPeriod(clause) ?? null)

const SENDS =
  /(?<!\p{L})(?:we|our|send|sends|sending|outgoing|направля\p{L}*|отправля\p{L}*|исходящ\p{L}*|اعزام|enviar\p{L}*|salientes?|envoi|envoyer\p{L}*|sortants?)(?!\p{L})/u
const TAKES =
  /(?<!\p{L})(?:receive|receives|receiving|accept|accepts|host|hosts|incoming|admit|admits|принима\p{L}*|прием|входящ\p{L}*|پذیرش|recibir\p{L}*|entrantes?|accueil\p{L}*|entrants?)(?!\p{L})/u

function isOneWay(clause: string): boolean {
  return SENDS.test(clause) !== TAKES.test(clause)
}

function oneWay(clause: string): Direction {
  return SENDS.test(clause) ? 'home_to_partner' : 'partner_to_home'
}

/** A promise both ways is two commitments, one a direction, linked as a pair. */
export function inDirection(
  promise: Omit<ProposedCommitment, 'promisor' | 'beneficiary'>,
  direction: Direction,
  pair: string,
): ProposedCommitment[] {
  const home = { ...promise, promisor: 'home', beneficiary: 'partner' } as const
  const partner = { ...promise, promisor: 'partner', beneficiary: 'home' } as const
  if (direction === 'home_to_partner') return [home]
  if (direction === 'partner_to_home') return [partner]
  return [
    { ...home, pair },
    { ...partner, pair },
  ]
}
