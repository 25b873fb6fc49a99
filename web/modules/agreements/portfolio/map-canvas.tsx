// The drawing of the map: countries shaded by their agreements, partners as dots coloured by their worst pulse, arcs from home.
import { useLingui } from '@lingui/react/macro'
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { Minus, Plus, Scan } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { Pulse } from '#modules/agreements/agreement.terms.ts'
import type { PortfolioMap as MapAnswer } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { IconButton } from '../../../kit/button.tsx'
import type { Borders } from './map-borders.ts'
import { useMapZoom, wholeMap, windowFor } from './map-zoom.ts'

const width = 960
const height = 470
const sphere = { type: 'Sphere' } as const

const dotFills: Record<Pulse, string> = {
  at_risk: 'fill-bad',
  dormant: 'fill-accent',
  fading: 'fill-warn',
  new: 'fill-info',
  alive: 'fill-ok',
  ended: 'fill-quiet',
}

type Point = readonly [number, number]
export interface MapCanvasProps {
  borders: Borders
  answer: MapAnswer
  /** Countries that are filtered now. */
  chosen: readonly string[]
  onCountry: (code: string) => void
  onPartner: (id: string) => void
}

function useProjection() {
  return useMemo(() => {
    const project = geoNaturalEarth1().fitExtent(
      [
        [4, 4],
        [width - 4, height - 4],
      ],
      sphere,
    )
    return { project, path: geoPath(project) }
  }, [])
}

/** A gentle arc; straight lines would hide each other. */
function arc([x1, y1]: Point, [x2, y2]: Point): string {
  const lift = Math.min(60, Math.hypot(x2 - x1, y2 - y1) * 0.18)
  return `M${x1},${y1}Q${(x1 + x2) / 2},${(y1 + y2) / 2 - lift},${x2},${y2}`
}

const radius = (count: number): number => Math.min(13, 2.4 + Math.sqrt(count) * 1.1)

export function MapCanvas({ borders, answer, chosen, onCountry, onPartner }: MapCanvasProps) {
  const { t } = useLingui()
  const { country, number } = useFormat()
  const svg = useRef<SVGSVGElement>(null)
  const { project, path } = useProjection()
  const zoom = useMapZoom(svg, width, height)
  const { scale, x, y } = zoom.window
  const placed = useMemo(() => {
    const at = (longitude: number, latitude: number): Point => project([longitude, latitude]) ?? [0, 0]
    return {
      shapes: borders.shapes
        .filter(({ code }) => code !== 'AQ')
        .map(({ code, shape }) => ({ code, d: path(shape) ?? '' })),
      inner: path(borders.inner) ?? '',
      // Large dots first, so that small ones stay on top.
      partners: [...answer.partners]
        .sort((a, b) => b.count - a.count)
        .map(each => ({ ...each, at: at(each.longitude, each.latitude) })),
      homes: answer.homes.flatMap(home =>
        home.longitude === null || home.latitude === null ? [] : [{ ...home, at: at(home.longitude, home.latitude) }],
      ),
    }
  }, [borders, answer, project, path])
  const byCountry = useMemo(() => new Map(answer.countries.map(each => [each.country, each])), [answer])
  const most = Math.max(1, ...answer.countries.map(each => each.count))
  const homeCountries = new Set(answer.homes.map(home => home.country))
  const press = (action: () => void) => () => {
    if (!zoom.wasDragged()) action()
  }
  const showPartners = () => {
    const points = [...placed.partners, ...placed.homes].map(each => each.at)
    if (points.length === 0) return zoom.show(wholeMap)
    const xs = points.map(point => point[0])
    const ys = points.map(point => point[1])
    zoom.show(
      windowFor(
        [
          [Math.min(...xs), Math.min(...ys)],
          [Math.max(...xs), Math.max(...ys)],
        ],
        width,
        height,
      ),
    )
  }
  const firstHome = placed.homes[0]
  const arcs = placed.partners.slice(0, 60)
  return (
    <div dir="ltr" className="relative overflow-hidden rounded-lg border border-line bg-surface">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys move and zoom the map; the table beside holds the same */}
      <div
        role="group"
        tabIndex={0}
        onKeyDown={zoom.handlers.onKeyDown}
        aria-label={t`Map of partners. Arrow keys move it, plus and minus zoom. The table beside holds the same numbers.`}
        className="outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
      >
        <svg
          ref={svg}
          viewBox={`${x} ${y} ${width / scale} ${height / scale}`}
          onPointerDown={zoom.handlers.onPointerDown}
          onPointerMove={zoom.handlers.onPointerMove}
          onPointerUp={zoom.handlers.onPointerUp}
          onPointerCancel={zoom.handlers.onPointerCancel}
          aria-hidden="true"
          className={`block w-full select-none ${scale > 1 ? 'cursor-grab touch-none active:cursor-grabbing' : 'touch-pan-y'}`}
        >
          <path d={path(sphere) ?? ''} className="fill-canvas" />
          {placed.shapes.map(({ code, d }, index) => {
            const found = code === null ? undefined : byCountry.get(code)
            const isHome = code !== null && homeCountries.has(code)
            const share = found ? 0.22 + 0.5 * Math.sqrt(found.count / most) : 0
            const look = isHome ? 'fill-accent' : found ? 'cursor-pointer fill-accent hover:fill-accent' : 'fill-line'
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: shapes without a code have no other name
              <path
                key={`${code}${index}`}
                d={d}
                className={`${look} forced-color-adjust-none`}
                fillOpacity={isHome ? 0.85 : found ? share : 1}
                {...(found && code && { onClick: press(() => onCountry(code)) })}
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
          })}
          <path
            d={placed.inner}
            className="pointer-events-none fill-none stroke-surface"
            strokeWidth={0.6 / Math.sqrt(scale)}
          />
          {placed.shapes
            .filter(({ code }) => code !== null && chosen.includes(code))
            .map(({ code, d }) => (
              <path key={code} d={d} className="pointer-events-none fill-none stroke-ink" strokeWidth={1.2 / scale} />
            ))}
          {firstHome &&
            arcs.map(partner => (
              <path
                key={partner.id}
                d={arc(firstHome.at, partner.at)}
                className="pointer-events-none fill-none stroke-accent"
                strokeWidth={(0.5 + Math.sqrt(partner.count) / 4) / scale}
                strokeLinecap="round"
                opacity={0.3}
              />
            ))}
          {placed.partners.map(partner => (
            <circle
              key={partner.id}
              cx={partner.at[0]}
              cy={partner.at[1]}
              r={radius(partner.count) / Math.sqrt(scale * scale ** 0.4)}
              strokeWidth={1 / scale}
              className={`cursor-pointer stroke-surface forced-color-adjust-none ${dotFills[partner.pulse ?? 'ended']}`}
              onClick={press(() => onPartner(partner.id))}
            >
              <title>{t`${partner.name}: ${number(partner.count)} agreements, ${number(partner.inForce)} in force`}</title>
            </circle>
          ))}
          {placed.homes.map(home => (
            <g
              key={home.id}
              transform={`translate(${home.at[0]} ${home.at[1]}) scale(${1 / scale ** 0.7})`}
              className="pointer-events-none"
            >
              <path
                d="M0,-6L1.7,-1.9 6,-1.9 2.6,0.8 3.8,5 0,2.5 -3.8,5 -2.6,0.8 -6,-1.9 -1.7,-1.9Z"
                className="fill-ink stroke-surface"
                strokeWidth={0.8}
              />
              <title>{home.name}</title>
            </g>
          ))}
        </svg>
      </div>
      <div className="absolute end-2 top-2 flex flex-col rounded-md border border-line bg-surface">
        <IconButton size="small" label={t`Zoom in`} onPress={() => zoom.zoomBy(1.6)}>
          <Plus aria-hidden className="size-4" />
        </IconButton>
        <IconButton size="small" label={t`Zoom out`} onPress={() => zoom.zoomBy(1 / 1.6)}>
          <Minus aria-hidden className="size-4" />
        </IconButton>
        <IconButton
          size="small"
          label={scale > 1 ? t`Show the whole map` : t`Show where the partners are`}
          onPress={() => (scale > 1 ? zoom.show(wholeMap) : showPartners())}
        >
          <Scan aria-hidden className="size-4" />
        </IconButton>
      </div>
    </div>
  )
}
