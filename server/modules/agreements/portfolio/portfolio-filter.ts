// The filter of the portfolio as a query carries it.
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
