// The three views on the portfolio and the list of partners, from the agreements that fit a filter.
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { type AgreementKind, type Pulse, pulseOrder } from '../agreement.terms.ts'
import type { PartnerRow, PortfolioFilter, PortfolioMap, PortfolioRow, partnerSorts } from '../portfolio.contract.ts'
import type { LivePortfolio } from './live-portfolio.ts'
import type { HomeRow } from './portfolio.store.ts'
import { type Item, isInForce, type Partner, partnerNameOf, titleOf } from './portfolio-items.ts'

type PartialDateView = PortfolioRow['signedOn']
const dateOf = (on: string | null, precision: string | null): PartialDateView =>
  on === null ? null : { on, precision: (precision ?? 'day') as 'day' | 'month' | 'year' }

export function presentPartner(partner: Partner, language: string) {
  const name = partnerNameOf(partner, language)
  const { id, country, city } = partner
  return { id, name, originalName: name === partner.name ? null : partner.name, country, city }
}

const shownPartners = 3

export function presentRow(item: Item, portfolio: LivePortfolio, t: Translator): PortfolioRow {
  const unit = item.unitId === null ? undefined : portfolio.words.partnerOf(item.unitId)
  return {
    id: item.id,
    homeId: item.homeId,
    number: item.number,
    title: titleOf(item, t.language),
    kind: item.kinds[0]!,
    kinds: item.kinds,
    state: item.term.state,
    partners: item.partners.slice(0, shownPartners).map(partner => presentPartner(partner, t.language)),
    partnerCount: item.partners.length,
    unitName: unit ? partnerNameOf(unit, t.language) : null,
    signedOn: dateOf(item.signedOn, item.signedPrecision),
    expiresOn: dateOf(item.expiresOn, item.expiresPrecision),
    effectiveEnd: item.term.effectiveEnd,
    end: item.endKind,
    renewal: item.renewal,
    daysToEnd: item.term.daysToEnd,
    reviewDue: item.term.reviewDue,
    pulse: item.pulse,
    lastEntryOn: item.lastEntryOn,
    commitmentCount: item.commitments,
    owner: item.ownerId === null ? null : { id: item.ownerId, name: portfolio.ownerNames.get(item.ownerId) ?? '' },
    confidentiality: item.confidentiality as PortfolioRow['confidentiality'],
    version: item.version,
  }
}

interface Stand {
  count: number
  inForce: number
  lastEntryOn: string | null
  nextEnd: string | null
  kinds: Set<AgreementKind>
}

const nobody = (): Stand => ({
  count: 0,
  inForce: 0,
  lastEntryOn: null,
  nextEnd: null,
  kinds: new Set(),
})

/**
 * What a partnership is when its agreements are judged one by one, the first that any of them is: one living agreement
 * makes a living partnership, and it sleeps only when nothing is awake (ledger.md, pulse).
 */
const partnershipOrder: readonly Pulse[] = ['at_risk', 'alive', 'fading', 'new', 'dormant', 'ended']
const partnershipRank = pulseOrder.map(pulse => partnershipOrder.indexOf(pulse))

const awakest = (one: Pulse | null, code: number): Pulse | null => {
  const rank = partnershipRank[code] ?? partnershipOrder.length
  return one !== null && partnershipOrder.indexOf(one) <= rank ? one : (partnershipOrder[rank] ?? one)
}

interface Pulses {
  partners: Map<Partner, Pulse | null>
  countries: Map<string, Pulse | null>
}

/** Judged over all agreements that the reader sees, whatever a filter leaves of them. */
function pulsesOf(portfolio: LivePortfolio, actor: Actor): Pulses {
  return portfolio.remember(`pulses ${portfolio.keyOf(actor, {})}`, () => {
    const pulses: Pulses = { partners: new Map(), countries: new Map() }
    for (const item of portfolio.fitting(actor, {}))
      for (const partner of item.partners) {
        pulses.partners.set(partner, awakest(pulses.partners.get(partner) ?? null, item.pulseCode))
        const { country } = partner
        if (country !== null)
          pulses.countries.set(country, awakest(pulses.countries.get(country) ?? null, item.pulseCode))
      }
    return pulses
  })
}

function add(stand: Stand, item: Item): void {
  stand.count += 1
  if (item.lastEntryOn !== null && (stand.lastEntryOn === null || item.lastEntryOn > stand.lastEntryOn))
    stand.lastEntryOn = item.lastEntryOn
  for (const kind of item.kinds) stand.kinds.add(kind)
  if (!isInForce(item)) return
  stand.inForce += 1
  const { effectiveEnd, daysToEnd } = item.term
  if (effectiveEnd !== null && daysToEnd! >= 0 && (stand.nextEnd === null || effectiveEnd < stand.nextEnd))
    stand.nextEnd = effectiveEnd
}

function standIn<K, S>(stands: Map<K, S>, key: K, make: () => S): S {
  const known = stands.get(key)
  if (known !== undefined) return known
  const made = make()
  stands.set(key, made)
  return made
}

interface Stands {
  partners: Map<Partner, Stand>
  countries: Map<string, Stand & { partners: Set<Partner> }>
}

/** How each partner and each country stands among the agreements that fit. */
function standsOf(portfolio: LivePortfolio, actor: Actor, filter: PortfolioFilter): Stands {
  return portfolio.remember(`stands ${portfolio.keyOf(actor, filter)}`, () => {
    const partners = new Map<Partner, Stand>()
    const countries: Stands['countries'] = new Map()
    for (const item of portfolio.fitting(actor, filter)) {
      const seen = new Set<string>()
      for (const partner of item.partners) {
        add(standIn(partners, partner, nobody), item)
        if (partner.country === null) continue
        const land = standIn(countries, partner.country, () => ({ ...nobody(), partners: new Set<Partner>() }))
        land.partners.add(partner)
        // An agreement with two partners of a country is one agreement there.
        if (seen.has(partner.country)) continue
        seen.add(partner.country)
        add(land, item)
      }
    }
    return { partners, countries }
  })
}

const mostOnMap = 5000

/** About ten metres: enough for a map, and a third fewer bytes. */
const rounded = (degrees: number): number => Math.round(degrees * 10_000) / 10_000

export function mapOf(
  portfolio: LivePortfolio,
  actor: Actor,
  filter: PortfolioFilter,
  homes: readonly HomeRow[],
  t: Translator,
): PortfolioMap {
  const { partners, countries } = standsOf(portfolio, actor, filter)
  const pulses = pulsesOf(portfolio, actor)
  const placed = [...partners].filter(([partner]) => partner.latitude !== null && partner.longitude !== null)
  placed.sort(([a, x], [b, y]) => y.count - x.count || a.code - b.code)
  return {
    homes: homes.map(({ id, name, names, latitude, longitude, country }) => ({
      ...{ id, name: names[t.language] ?? name, latitude, longitude, country },
    })),
    partners: placed.slice(0, mostOnMap).map(([partner, stand]) => ({
      id: partner.id,
      name: partnerNameOf(partner, t.language),
      city: partner.city,
      country: partner.country,
      latitude: rounded(partner.latitude!),
      longitude: rounded(partner.longitude!),
      count: stand.count,
      inForce: stand.inForce,
      pulse: pulses.partners.get(partner) ?? null,
    })),
    countries: [...countries]
      .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
      .map(([country, stand]) => ({
        ...{
          country,
          count: stand.count,
          inForce: stand.inForce,
          partners: stand.partners.size,
          pulse: pulses.countries.get(country) ?? null,
        },
      })),
    unplaced: partners.size - placed.length,
    partnerTotal: partners.size,
  }
}

const presentStand = (partner: Partner, stand: Stand, pulse: Pulse | null, language: string): PartnerRow => ({
  organisation: presentPartner(partner, language),
  agreements: stand.count,
  inForce: stand.inForce,
  pulse,
  lastEntryOn: stand.lastEntryOn,
  nextEnd: stand.nextEnd,
  kinds: [...stand.kinds],
})

type PartnerSort = (typeof partnerSorts)[number]

/** Ascending; null comes last both ways. */
function comparePartners(sort: PartnerSort, language: string, descending: boolean, { partners }: Pulses) {
  const collator = new Intl.Collator(language)
  const key = ([partner, stand]: [Partner, Stand]): string | number | null => {
    if (sort === 'name') return partnerNameOf(partner, language)
    if (sort === 'agreements') return stand.count
    if (sort === 'in_force') return stand.inForce
    if (sort === 'last_entry') return stand.lastEntryOn
    if (sort === 'next_end') return stand.nextEnd
    const pulse = partners.get(partner) ?? null
    return pulse === null ? null : pulseOrder.indexOf(pulse)
  }
  const direction = descending ? -1 : 1
  return (one: [Partner, Stand], two: [Partner, Stand]): number => {
    const [a, b] = [key(one), key(two)]
    if (a === null || b === null) return a === b ? one[0].code - two[0].code : a === null ? 1 : -1
    const difference = sort === 'name' ? collator.compare(a as string, b as string) : a < b ? -1 : a > b ? 1 : 0
    return difference * direction || one[0].code - two[0].code
  }
}

export interface PartnerView {
  sort: PartnerSort
  descending: boolean
  offset: number
  limit: number
}

/** Partners are asked for by the pulse of the whole partnership, not of single agreements. */
export function partnersOf(
  portfolio: LivePortfolio,
  actor: Actor,
  { pulse: asked = [], ...filter }: PortfolioFilter,
  view: PartnerView,
  t: Translator,
) {
  const { sort, descending, offset, limit } = view
  const pulses = pulsesOf(portfolio, actor)
  const pulseOf = (partner: Partner) => pulses.partners.get(partner) ?? null
  const sorted = portfolio.remember(
    `partners ${sort} ${descending} ${t.language} ${[...asked].sort()} ${portfolio.keyOf(actor, filter)}`,
    () =>
      [...standsOf(portfolio, actor, filter).partners]
        .filter(([partner]) => asked.length === 0 || asked.includes(pulseOf(partner)!))
        .sort(comparePartners(sort, t.language, descending, pulses)),
  )
  return {
    items: sorted
      .slice(offset, offset + limit)
      .map(([partner, stand]) => presentStand(partner, stand, pulseOf(partner), t.language)),
    total: sorted.length,
  }
}
