// The filter of the portfolio as a query carries it, and as the agreements in memory are compared with it.
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { findMarked } from '#core/record-marks.ts'
import { type PortfolioFilter, portfolioFilterFields } from '../portfolio.contract.ts'

const filterKeys = Object.keys(portfolioFilterFields) as (keyof PortfolioFilter)[]

/** The part of a query that filters; empty values are left out, so that equal filters are equal. */
export function filterOf(query: PortfolioFilter): PortfolioFilter {
  const given = filterKeys.flatMap(key => {
    const value = query[key]
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    return empty ? [] : [[key, value] as const]
  })
  return Object.fromEntries(given)
}

/** A list of ids that nothing has; an empty list would be no filter. */
const nothing = ['00000000-0000-0000-0000-000000000000']

/**
 * The filter without what the agreements themselves do not know: tags belong to another module, so they become the ids
 * of the agreements that have them now.
 */
export async function resolvedFilter(db: Db, actor: Actor, query: PortfolioFilter): Promise<PortfolioFilter> {
  const { tag, ...filter } = filterOf(query)
  if (tag === undefined) return filter
  const chosen = filter.id && new Set(filter.id)
  const tagged = (await findMarked(db, actor, 'tag', 'agreement', tag)).filter(id => !chosen || chosen.has(id))
  return { ...filter, id: tagged.length > 0 ? tagged.sort() : nothing }
}
