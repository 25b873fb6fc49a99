// The layers of the map that stay as they are while one moves over it: countries, and partners as dots.
import { useLingui } from '@lingui/react/macro'
import { memo } from 'react'
import type { Pulse } from '#modules/agreements/agreement.terms.ts'
import type { PortfolioMap as MapAnswer } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'

export type Point = readonly [number, number]
export interface PlacedShape {
  key: string
  code: string | null
  d: string
}
export type PlacedPartner = MapAnswer['partners'][number] & { at: Point }

const dotFills: Record<Pulse, string> = {
  at_risk: 'fill-bad',
  dormant: 'fill-accent',
  fading: 'fill-warn',
  new: 'fill-info',
  alive: 'fill-ok',
  ended: 'fill-quiet',
}

export interface CountryLayerProps {
  shapes: readonly PlacedShape[]
  countries: MapAnswer['countries']
  homeCountries: ReadonlySet<string | null>
}

/** Shaded by the number of agreements; `data-country` says what was pressed. */
export const CountryLayer = memo(function CountryLayer({ shapes, countries, homeCountries }: CountryLayerProps) {
  const { t } = useLingui()
  const { country, number } = useFormat()
  const byCode = new Map(countries.map(each => [each.country as string, each]))
  const most = Math.max(1, ...countries.map(each => each.count))
  return shapes.map(({ key, code, d }) => {
    const found = code === null ? undefined : byCode.get(code)
    const isHome = code !== null && homeCountries.has(code)
    const opacity = isHome ? 0.85 : found ? 0.2 + 0.4 * Math.sqrt(found.count / most) : 1
    const look = isHome ? 'fill-accent' : found ? 'cursor-pointer fill-accent' : 'fill-line'
    return (
      <path
        key={key}
        d={d}
        className={`${look} forced-color-adjust-none`}
        fillOpacity={opacity}
        {...(found && { 'data-country': code })}
      >
        {code && (
          <title>
            {found
              ? t`${country(code)}: ${number(found.count)} agreements, ${number(found.inForce)} in force`
              : country(code)}
          </title>
        )}
      </path>
    )
  })
})

const radius = (count: number): number => Math.min(13, 2.4 + Math.sqrt(count) * 1.1)

export interface PartnerLayerProps {
  partners: readonly PlacedPartner[]
  /** How far one has zoomed in; dots grow slower than the countries. */
  scale: number
}

/** Sized by agreements, coloured by the pulse of the partnership; `data-partner` says what was pressed. */
export const PartnerLayer = memo(function PartnerLayer({ partners, scale }: PartnerLayerProps) {
  const { t } = useLingui()
  const { number } = useFormat()
  return partners.map(partner => (
    <circle
      key={partner.id}
      data-partner={partner.id}
      cx={partner.at[0]}
      cy={partner.at[1]}
      r={radius(partner.count) / scale ** 0.75}
      strokeWidth={0.8 / scale}
      className={`cursor-pointer stroke-surface forced-color-adjust-none ${dotFills[partner.pulse ?? 'ended']}`}
    >
      <title>{t`${partner.name}: ${number(partner.count)} agreements, ${number(partner.inForce)} in force`}</title>
    </circle>
  ))
})
