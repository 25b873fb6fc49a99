// The timeline of the portfolio: terms as bars in groups, and how many agreements end in each month.
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import type { PortfolioFilter, PortfolioTimeline } from '../portfolio.contract.ts'
import type { LivePortfolio } from './live-portfolio.ts'
import { type Item, isInForce, partnerNameOf, titleOf } from './portfolio-items.ts'

type Group = 'partner' | 'country' | 'year'
const barsPerGroup = 100

function groupsOf(
  portfolio: LivePortfolio,
  items: readonly Item[],
  by: Group,
  t: Translator,
): { key: string; label: string; items: Item[] }[] {
  const groups = new Map<string, Item[]>()
  const put = (key: string, item: Item) => {
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  for (const item of items) {
    if (by === 'year') put(item.startOn?.slice(0, 4) ?? '', item)
    else if (by === 'partner') for (const partner of item.partners) put(partner.id, item)
    else for (const country of new Set(item.partners.flatMap(partner => partner.country ?? []))) put(country, item)
  }
  const names = new Intl.DisplayNames([t.language], { type: 'region', fallback: 'code' })
  const labelOf = (key: string) =>
    by === 'partner'
      ? partnerNameOf(portfolio.words.find(key)!, t.language)
      : by === 'country'
        ? (names.of(key) ?? key)
        : key
  const collator = new Intl.Collator(t.language)
  const labelled = [...groups].map(([key, members]) => ({ key, label: labelOf(key), items: members }))
  return labelled.sort((a, b) =>
    by === 'year' ? (a.key < b.key ? 1 : -1) : collator.compare(a.label, b.label) || (a.key < b.key ? -1 : 1),
  )
}

const barOf = (item: Item, t: Translator) => ({
  id: item.id,
  title: titleOf(item, t.language),
  kind: item.kinds[0]!,
  state: item.term.state,
  pulse: item.pulse,
  start: item.startOn,
  end: item.term.effectiveEnd,
  openEnd: item.endKind === 'none',
  firstEnd: item.expiresOn,
})

function expiriesOf(items: readonly Item[]): PortfolioTimeline['expiries'] {
  const months = new Map<string, number>()
  for (const item of items) {
    const month = isInForce(item) ? item.term.effectiveEnd?.slice(0, 7) : undefined
    if (month !== undefined) months.set(month, (months.get(month) ?? 0) + 1)
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, count]) => ({ month, count }))
}

export function timelineOf(
  portfolio: LivePortfolio,
  actor: Actor,
  filter: PortfolioFilter,
  view: { group: Group; offset: number; limit: number },
  t: Translator,
): PortfolioTimeline {
  const key = portfolio.keyOf(actor, filter)
  const { groups, expiries, undated } = portfolio.remember(`timeline ${view.group} ${t.language} ${key}`, () => {
    const items = portfolio.fitting(actor, filter)
    const dated = items.filter(item => item.startOn !== null || item.term.effectiveEnd !== null)
    return {
      groups: groupsOf(portfolio, dated, view.group, t),
      expiries: expiriesOf(items),
      undated: items.length - dated.length,
    }
  })
  const page = groups.slice(view.offset, view.offset + view.limit)
  return {
    groups: page.map(group => ({
      key: group.key,
      label: group.label,
      count: group.items.length,
      bars: [...group.items]
        .sort((a, b) => ((a.startOn ?? a.term.effectiveEnd!) < (b.startOn ?? b.term.effectiveEnd!) ? -1 : 1))
        .slice(0, barsPerGroup)
        .map(item => barOf(item, t)),
    })),
    groupTotal: groups.length,
    expiries,
    undated,
  }
}
