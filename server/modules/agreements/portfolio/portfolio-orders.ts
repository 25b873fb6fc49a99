// Keeps agreements sorted, so that a page of a long list is a walk and a change is an insertion.
import type { PortfolioSort } from '../portfolio.contract.ts'
import { type Item, partnerNameOf, titleOf } from './portfolio-items.ts'

/** Places of agreements in ascending order; those without a value stand apart and come last both ways. */
export interface Order {
  sorted: number[]
  missing: number[]
}

type Items = readonly (Item | undefined)[]
type Compare = (a: Item, b: Item) => number
type Key = (item: Item) => string | number | null

const keys: Partial<Record<PortfolioSort, Key>> = {
  recorded: item => item.id,
  updated: item => item.updatedAt,
  signed: item => item.signedOn,
  ends: item => item.term.effectiveEnd,
  last_entry: item => item.lastEntryOn,
  state: item => item.stateCode,
  pulse: item => (item.pulseCode < 0 ? null : item.pulseCode),
}

function textKey(sort: PortfolioSort, language: string): Key {
  switch (sort) {
    case 'number':
      return item => item.number
    case 'title':
      return item => titleOf(item, language) || null
    case 'country':
      return item => item.partners.find(partner => partner.country !== null)?.country ?? null
    default:
      return item => (item.partners[0] ? partnerNameOf(item.partners[0], language) : null)
  }
}

/** Whether an order is another one in another language. */
export const dependsOnLanguage = (sort: PortfolioSort): boolean =>
  sort === 'title' || sort === 'partner' || sort === 'number'

function comparing(sort: PortfolioSort, language: string): { key: Key; compare: Compare } {
  const plain = keys[sort]
  const key = plain ?? textKey(sort, language)
  const collator = new Intl.Collator(language, { numeric: true })
  const byKey: Compare =
    plain || sort === 'country'
      ? (a, b) => (key(a)! < key(b)! ? -1 : key(a)! > key(b)! ? 1 : 0)
      : (a, b) => collator.compare(key(a) as string, key(b) as string)
  return { key, compare: (a, b) => byKey(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) }
}

export function makeOrder(items: Items, sort: PortfolioSort, language: string): Order {
  const { key, compare } = comparing(sort, language)
  const sorted: number[] = []
  const missing: number[] = []
  items.forEach((item, at) => {
    if (item !== undefined) (key(item) === null ? missing : sorted).push(at)
  })
  sorted.sort((a, b) => compare(items[a]!, items[b]!))
  return { sorted, missing }
}

/** The order after some places changed: what stayed is merged with what changed. */
export function updateOrder(
  order: Order,
  items: Items,
  changed: ReadonlySet<number>,
  sort: PortfolioSort,
  language: string,
): Order {
  const { key, compare } = comparing(sort, language)
  const stayed = order.sorted.filter(at => !changed.has(at))
  const missing = order.missing.filter(at => !changed.has(at))
  const moved: number[] = []
  for (const at of changed) {
    const item = items[at]
    if (item !== undefined) (key(item) === null ? missing : moved).push(at)
  }
  moved.sort((a, b) => compare(items[a]!, items[b]!))
  const sorted: number[] = []
  let next = 0
  for (const at of stayed) {
    while (next < moved.length && compare(items[moved[next]!]!, items[at]!) < 0) sorted.push(moved[next++]!)
    sorted.push(at)
  }
  while (next < moved.length) sorted.push(moved[next++]!)
  return { sorted, missing }
}

/** The places of a page, in the order asked for, of those that fit. */
export function pageOf(
  order: Order,
  descending: boolean,
  fits: (at: number) => boolean,
  offset: number,
  limit: number,
): number[] {
  const page: number[] = []
  let skipped = 0
  const take = (at: number): boolean => {
    if (!fits(at)) return false
    if (skipped < offset) skipped += 1
    else page.push(at)
    return page.length === limit
  }
  const { sorted, missing } = order
  if (descending) {
    for (let at = sorted.length - 1; at >= 0; at -= 1) if (take(sorted[at]!)) return page
  } else for (const at of sorted) if (take(at)) return page
  for (const at of missing) if (take(at)) return page
  return page
}
