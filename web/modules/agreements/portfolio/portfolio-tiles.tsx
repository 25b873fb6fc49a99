// The numbers above the portfolio; each leads to what it counts, and pressed again leads back.
import { useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import type { PortfolioCounts } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { NumberTile, NumberTiles } from '../../../kit/number-tile.tsx'
import type { Tone } from '../../../kit/status-dot.tsx'
import { holdsFilter, withFilter, withoutFilter } from './portfolio-filter.ts'

type Tile = PortfolioCounts['tiles'][number]
type TileName = Tile['name']

const shown = [
  'in_force',
  'expiring',
  'dormant',
  'at_risk',
  'partners',
  'countries',
  'kept_share',
] as const satisfies readonly TileName[]

const tones: Partial<Record<TileName, Tone>> = { in_force: 'ok', expiring: 'warn', dormant: 'accent', at_risk: 'bad' }

function useTileLabels(): Record<(typeof shown)[number], string> {
  const { t } = useLingui()
  return {
    in_force: t`In force`,
    expiring: t`End within 12 months`,
    dormant: t`Sleeping`,
    at_risk: t`At risk`,
    partners: t`Partners`,
    countries: t`Countries`,
    kept_share: t`Promises kept`,
  }
}

function linkOf(tile: Tile, search: Record<string, unknown>, isOn: boolean) {
  if (tile.view === 'partners') return { to: '/partners', search: withoutFilter(search, ['view', 'sort', 'direction']) }
  const view = tile.view === 'list' ? undefined : tile.view
  const next = isOn ? withoutFilter(search, Object.keys(tile.shows)) : withFilter(search, tile.shows)
  // Where one looks at the map or the terms, a filter is set there; only numbers that are a view lead to another one.
  return { to: '/portfolio', search: Object.keys(tile.shows).length > 0 ? next : withFilter(next, { view }) }
}

export function PortfolioTiles({ counts }: { counts: PortfolioCounts | undefined }) {
  const { t } = useLingui()
  const { number, percent } = useFormat()
  const labels = useTileLabels()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  return (
    <NumberTiles>
      {shown.map(name => {
        const tile = counts?.tiles.find(each => each.name === name)
        if (!tile) return <NumberTile key={name} label={labels[name]} value={counts ? number(0) : undefined} />
        const isOn = holdsFilter(search, tile.shows)
        const isShare = name === 'kept_share'
        const judged = tile.of ?? 0
        const value = isShare ? (judged > 0 ? percent(tile.value / judged) : '–') : number(tile.value)
        const tone = tones[name]
        return (
          <NumberTile
            key={name}
            label={labels[name]}
            value={value}
            {...(isShare && judged > 0 && { note: t`${number(tile.value)} of ${number(judged)}` })}
            {...(tone && { tone })}
            link={linkOf(tile, search, isOn)}
            isCurrent={isOn}
          />
        )
      })}
    </NumberTiles>
  )
}
