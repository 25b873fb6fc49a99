// The numbers above the portfolio and the counts beside its filters, in one pass over the agreements.
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import type { Term } from '#core/terms.ts'
import { agreementStates, agreementStateTerms, liveStates, pendingStates } from '../agreement.states.ts'
import {
  agreementKinds,
  agreementKindTerms,
  confidentialities,
  confidentialityTerms,
  endKinds,
  endKindTerms,
  pulseOrder,
  pulseTerms,
  renewals,
  renewalTerms,
} from '../agreement.terms.ts'
import { fieldTerm } from '../isced.terms.ts'
import type { PortfolioCounts, PortfolioFilter } from '../portfolio.contract.ts'
import type { LivePortfolio } from './live-portfolio.ts'
import { type Item, isInForce, partnerNameOf } from './portfolio-items.ts'
import { bitOf, type Facet, facets } from './portfolio-matching.ts'

/** How often each code occurs; the first place is for none. */
type Tally = Int32Array
interface Sums {
  total: number
  inForce: number
  expiring: number
  reviewDue: number
  dormant: number
  atRisk: number
  pending: number
  kept: number
  judged: number
  partners: Tally
  countries: Tally
  facets: Record<Facet, Tally>
}

const expiringDays = 365
const [dormantCode, atRiskCode] = [pulseOrder.indexOf('dormant'), pulseOrder.indexOf('at_risk')]
const pending = new Set<string>(pendingStates)

const one = (tally: Tally, code: number): void => {
  tally[code + 1]! += 1
}
const each = (tally: Tally, codes: readonly number[], withNone: boolean): void => {
  if (codes.length === 0 && withNone) one(tally, -1)
  for (const code of codes) one(tally, code)
}
const distinctIn = (tally: Tally): number => tally.reduce((count, times) => (times > 0 ? count + 1 : count), 0)

/** Room for the codes of each facet. */
const sizesOf = ({ words }: LivePortfolio): Record<Facet, number> => ({
  country: words.countries.values.length,
  kind: agreementKinds.length,
  state: agreementStates.length,
  // Broad fields may not occur by themselves: they get their codes while counting.
  field: words.fields.values.length + 100,
  unit: words.units.values.length,
  owner: words.owners.values.length,
  pulse: pulseOrder.length,
  confidentiality: confidentialities.length,
  renewal: renewals.length,
  end: endKinds.length,
  homeId: words.homes.values.length,
  partner: words.partners.length,
})

/** Codes of fields with those of their broad fields, each once. */
function fieldCodesOf(item: Item, portfolio: LivePortfolio): number[] {
  if (item.fields.length === 0) return []
  const { fields } = portfolio.words
  return [...new Set(item.fields.flatMap(code => [fields.codeOf(code), fields.codeOf(code.slice(0, 2))]))]
}

const adders: Record<Facet, (tally: Tally, item: Item, portfolio: LivePortfolio) => void> = {
  country: (tally, item) => each(tally, item.countryCodes, false),
  kind: (tally, item) => each(tally, item.kindCodes, false),
  state: (tally, item) => one(tally, item.stateCode),
  field: (tally, item, portfolio) => each(tally, fieldCodesOf(item, portfolio), true),
  unit: (tally, item) => one(tally, item.unitCode),
  owner: (tally, item) => one(tally, item.ownerCode),
  pulse: (tally, item) => {
    if (item.pulseCode >= 0) one(tally, item.pulseCode)
  },
  confidentiality: (tally, item) => one(tally, item.confidentialityCode),
  renewal: (tally, item) => one(tally, item.renewalCode),
  end: (tally, item) => one(tally, item.endCode),
  homeId: (tally, item) => one(tally, item.homeCode),
  partner: (tally, item) => each(tally, item.partnerCodes, false),
}

function addFitting(sums: Sums, item: Item): void {
  sums.total += 1
  const { daysToEnd, reviewDue } = item.term
  if (isInForce(item) && daysToEnd !== null && daysToEnd >= 0 && daysToEnd <= expiringDays) sums.expiring += 1
  if (reviewDue) sums.reviewDue += 1
  sums.kept += item.kept
  sums.judged += item.kept + item.partlyKept + item.broken
  each(sums.partners, item.partnerCodes, false)
  each(sums.countries, item.countryCodes, false)
}

/** Numbers that set a filter count what that filter would show: its present choice does not matter to them. */
function addTiles(sums: Sums, item: Item, bits: number): void {
  if (bits === 0 || bits === bitOf('state')) {
    if (isInForce(item)) sums.inForce += 1
    else if (pending.has(item.term.state)) sums.pending += 1
  }
  if (bits === 0 || bits === bitOf('pulse')) {
    if (item.pulseCode === dormantCode) sums.dormant += 1
    else if (item.pulseCode === atRiskCode) sums.atRisk += 1
  }
}

function sumUp(portfolio: LivePortfolio, actor: Actor, filter: PortfolioFilter): Sums {
  const bits = portfolio.misfits(actor, filter)
  const sizes = sizesOf(portfolio)
  const room = (facet: Facet): Tally => new Int32Array(sizes[facet] + 1)
  const tallies = Object.fromEntries(facets.map(facet => [facet, room(facet)])) as Record<Facet, Tally>
  const sums: Sums = {
    ...{ total: 0, inForce: 0, expiring: 0, reviewDue: 0, dormant: 0, atRisk: 0, pending: 0, kept: 0, judged: 0 },
    partners: room('partner'),
    countries: room('country'),
    facets: tallies,
  }
  const byBit = new Map(facets.map(facet => [bitOf(facet), facet]))
  for (let at = 0; at < bits.length; at += 1) {
    const misfit = bits[at]!
    const facet = misfit === 0 ? undefined : byBit.get(misfit)
    if (misfit !== 0 && facet === undefined) continue
    const item = portfolio.items[at]!
    addTiles(sums, item, misfit)
    if (facet !== undefined) adders[facet](tallies[facet], item, portfolio)
    else {
      addFitting(sums, item)
      for (const name of facets) adders[name](tallies[name], item, portfolio)
    }
  }
  return sums
}

const tileTerms = {
  agreements: /*i18n*/ { id: 'agreements.tile.agreements', message: 'Agreements' },
  in_force: /*i18n*/ { id: 'agreements.tile.in_force', message: 'In force' },
  expiring: /*i18n*/ { id: 'agreements.tile.expiring', message: 'Ending within 12 months' },
  review_due: /*i18n*/ { id: 'agreements.tile.review_due', message: 'Review due' },
  dormant: /*i18n*/ { id: 'agreements.tile.dormant', message: 'Sleeping' },
  at_risk: /*i18n*/ { id: 'agreements.tile.at_risk', message: 'At risk' },
  pending: /*i18n*/ { id: 'agreements.tile.pending', message: 'In preparation' },
  partners: /*i18n*/ { id: 'agreements.tile.partners', message: 'Partners' },
  countries: /*i18n*/ { id: 'agreements.tile.countries', message: 'Countries' },
  kept_share: /*i18n*/ { id: 'agreements.tile.kept_share', message: 'Promises kept' },
} as const
type Tile = PortfolioCounts['tiles'][number]

function tilesOf(portfolio: LivePortfolio, actor: Actor, filter: PortfolioFilter, sums: Sums, t: Translator): Tile[] {
  const tile = (
    name: Tile['name'],
    value: number,
    shows: Tile['shows'],
    view: Tile['view'] = 'list',
    of: number | null = null,
  ): Tile => ({
    ...{ name, label: t(tileTerms[name]), value, of, shows, view },
  })
  const replacing = (key: 'expiringWithinDays' | 'reviewDue', value: number | boolean, counted: number) =>
    filter[key] === undefined || filter[key] === value ? counted : portfolio.count(actor, { ...filter, [key]: value })
  return [
    tile('agreements', sums.total, {}),
    tile('in_force', sums.inForce, { state: [...liveStates] }),
    tile(
      'expiring',
      replacing('expiringWithinDays', expiringDays, sums.expiring),
      { expiringWithinDays: String(expiringDays) },
      'timeline',
    ),
    tile('review_due', replacing('reviewDue', true, sums.reviewDue), { reviewDue: 'true' }),
    tile('dormant', sums.dormant, { pulse: ['dormant'] }),
    tile('at_risk', sums.atRisk, { pulse: ['at_risk'] }),
    tile('pending', sums.pending, { state: [...pendingStates] }),
    tile('partners', distinctIn(sums.partners), {}, 'partners'),
    tile('countries', distinctIn(sums.countries), {}, 'map'),
    tile('kept_share', sums.kept, { hasUnkept: 'true' }, 'list', sums.judged),
  ]
}

const noneTerm: Term = /*i18n*/ { id: 'agreements.facet.none', message: 'Not given' }

type Naming = { value: (code: number) => string; label: (value: string) => string }

function namings(portfolio: LivePortfolio, t: Translator): Record<Facet, Naming> {
  const { words, ownerNames } = portfolio
  const countryNames = new Intl.DisplayNames([t.language], { type: 'region', fallback: 'code' })
  const listed = (list: readonly string[], terms: Readonly<Record<string, Term>>): Naming => ({
    value: code => list[code]!,
    label: value => t(terms[value]!),
  })
  const organisation = (id: string) => {
    const known = words.partnerOf(id)
    return known ? partnerNameOf(known, t.language) : id
  }
  return {
    country: { value: code => words.countries.values[code]!, label: value => countryNames.of(value) ?? value },
    kind: listed(agreementKinds, agreementKindTerms),
    state: listed(agreementStates, agreementStateTerms),
    field: {
      value: code => words.fields.values[code]!,
      label: value => (fieldTerm(value) ? t(fieldTerm(value)!) : value),
    },
    unit: { value: code => words.units.values[code]!, label: organisation },
    owner: { value: code => words.owners.values[code]!, label: value => ownerNames.get(value) ?? value },
    pulse: listed(pulseOrder, pulseTerms),
    confidentiality: listed(confidentialities, confidentialityTerms),
    renewal: listed(renewals, renewalTerms),
    end: listed(endKinds, endKindTerms),
    homeId: { value: code => words.homes.values[code]!, label: organisation },
    partner: { value: code => words.partners[code]!.id, label: id => partnerNameOf(words.find(id)!, t.language) },
  }
}

function facetsOf(portfolio: LivePortfolio, sums: Sums, t: Translator): PortfolioCounts['facets'] {
  const naming = namings(portfolio, t)
  return facets.map(filter => {
    const tally = [...sums.facets[filter].entries()]
      .filter(([, times]) => times > 0)
      .map(([at, times]) => [at - 1, times] as const)
    const most = tally.sort(([a, x], [b, y]) => y - x || a - b).slice(0, filter === 'partner' ? 50 : 300)
    return {
      filter,
      distinct: tally.length,
      values: most.map(([code, count]) => {
        const value = code < 0 ? 'none' : naming[filter].value(code)
        return { value, label: code < 0 ? t(noneTerm) : naming[filter].label(value), count }
      }),
    }
  })
}

export function countPortfolio(
  portfolio: LivePortfolio,
  actor: Actor,
  filter: PortfolioFilter,
  t: Translator,
): PortfolioCounts {
  const sums = sumUp(portfolio, actor, filter)
  return { total: sums.total, tiles: tilesOf(portfolio, actor, filter, sums, t), facets: facetsOf(portfolio, sums, t) }
}
