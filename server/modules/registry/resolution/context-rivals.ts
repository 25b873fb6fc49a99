// What the second judgement sees of the others: rivals for the same words, and organisations named beside.
import { isParent, sharedPositions } from './features.ts'
import type { Query } from './query.ts'
import type { Scored } from './scoring.ts'

/** Steps of a count, so that no organisation can be recognised by its exact counts. */
export const coarse = (count: number): number => (count < 3 ? count : count < 6 ? 3 : count < 12 ? 4 : 5)

/** How much is recorded about an organisation: a stand-in for how often it is meant. */
function renown(scored: Scored): number {
  const { identifiers, nameCount, children } = scored.organisation
  return coarse(identifiers.length) + 0.5 * coarse(nameCount) + coarse(children.length)
}

const logit = (p: number): number => Math.log(Math.max(p, 1e-6) / Math.max(1 - p, 1e-6))

/** Values of one candidate among those that passed the first judgement, best first. */
export function amongOthers(query: Query, scored: Scored, all: Scored[]): number[] {
  let rival: Scored | undefined
  let other: Scored | undefined
  let others = 0
  let otherSum = 0
  let sames = 0
  let samesRenown = 0
  const own = new Set(scored.alignment.positions.filter(position => position >= 0))
  const flags = { parent: 0, child: 0, sibling: 0 }
  for (const one of all) {
    if (one === scored) continue
    const shared = sharedPositions(scored.alignment, one.alignment)
    if (shared > 0) {
      if (rival === undefined) rival = one
      if (shared === own.size && one.alignment.matchedWeight <= scored.alignment.matchedWeight + 0.01) {
        if (one.first > scored.first * 0.5) {
          sames++
          samesRenown = Math.max(samesRenown, renown(one))
        }
      }
      continue
    }
    if (one.first < 0.1) continue
    if (other === undefined) other = one
    others++
    otherSum += one.first
    if (isParent(scored, one)) flags.parent = Math.max(flags.parent, one.first)
    if (isParent(one, scored)) flags.child = Math.max(flags.child, one.first)
    if (one.organisation.parents.some(id => scored.organisation.parents.includes(id)))
      flags.sibling = Math.max(flags.sibling, one.first)
  }
  return [
    logit(scored.first),
    // Equals share a rank, whatever order they came in.
    all.filter(one => one.first > scored.first).length,
    ...againstRival(scored, own, rival),
    sames,
    sames === 0 ? 0 : renown(scored) - samesRenown,
    other?.first ?? 0,
    scored.first - (other?.first ?? 0),
    others,
    otherSum,
    flags.parent,
    flags.child,
    flags.sibling,
    ...besideOther(scored, other),
    other !== undefined && isApart(query, scored, other) ? 1 : 0,
    isAcronymOfOther(scored, all) ? 1 : 0,
  ]
}

/** Whether it is written letter by letter and alone in its segments, whether no other is, and whether another one is instead. */
export function exactness(query: Query, scored: Scored, all: readonly Scored[]): number[] {
  const isOwn = isExact(query, scored)
  const isAnother = all.some(
    one => one !== scored && sharedPositions(scored.alignment, one.alignment) > 0 && isExact(query, one),
  )
  return [isOwn ? 1 : 0, isOwn && !isAnother ? 1 : 0, isAnother && !isOwn ? 1 : 0]
}

function isExact({ segments }: Query, { isLiteral, kind, alignment }: Scored): boolean {
  const { first, last, missingWeight, gapWeight } = alignment
  return (
    isLiteral &&
    kind !== 'acronym' &&
    missingWeight === 0 &&
    gapWeight === 0 &&
    segments[first - 1] !== segments[first] &&
    segments[last + 1] !== segments[last]
  )
}

/** Whether a semicolon or a line end stands between two candidates. */
function isApart(query: Query, a: Scored, b: Scored): boolean {
  const [before, after] = a.alignment.first < b.alignment.first ? [a, b] : [b, a]
  const from = query.groups[before.alignment.last] ?? 0
  return (query.groups[after.alignment.first] ?? 0) > from
}

/** Whether an acronym in the text explains a fuller name beside it. */
function isAcronymOfOther(scored: Scored, all: Scored[]): boolean {
  if (scored.kind !== 'acronym') return false
  return all.some(other => other !== scored && other.acronymAt === scored.alignment.first && other.first > 0.1)
}

function againstRival(scored: Scored, own: Set<number>, rival: Scored | undefined): number[] {
  if (rival === undefined) return [0, 1, 0, 0, 0, 0, 0, 0, 0, 0]
  const its = new Set(rival.alignment.positions.filter(position => position >= 0))
  const isNested = [...its].every(position => own.has(position)) ? 1 : 0
  const isAround = [...own].every(position => its.has(position)) ? 1 : 0
  return [
    rival.first,
    logit(scored.first) - logit(rival.first),
    isNested,
    isAround,
    isNested * isAround,
    isParent(scored, rival) ? 1 : 0,
    isParent(rival, scored) ? 1 : 0,
    scored.organisation.country === rival.organisation.country ? 1 : 0,
    renown(scored) - renown(rival),
    rival.alignment.missingWeight,
  ]
}

function besideOther(scored: Scored, other: Scored | undefined): number[] {
  if (other === undefined) return [0, 0, 0, 0, 0, 0]
  return [
    other.alignment.first < scored.alignment.first ? 1 : -1,
    other.alignment.last < scored.alignment.first - 1 || other.alignment.first > scored.alignment.last + 1 ? 0 : 1,
    (other.organisation.types & 1) !== 0 ? 1 : 0,
    renown(scored) - renown(other),
    scored.nameWeight - other.nameWeight,
    other.organisation.types,
  ]
}
