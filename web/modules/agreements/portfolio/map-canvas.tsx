// The drawing of the map: countries shaded by their agreements, partners as dots coloured by the pulse of the partnership, arcs from home.
import { useLingui } from '@lingui/react/macro'
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { Minus, Plus, Scan } from 'lucide-react'
import { type MouseEvent, useMemo, useRef } from 'react'
import type { PortfolioMap as MapAnswer } from '#modules/agreements/portfolio.contract.ts'
import { IconButton } from '../../../kit/button.tsx'
import type { Borders } from './map-borders.ts'
import { CountryLayer, PartnerLayer, type Point } from './map-layers.tsx'
import { useMapZoom, wholeMap, windowFor } from './map-zoom.ts'

const width = 960
const height = 470
const sphere = { type: 'Sphere' } as const
const arcsDrawn = 60

export interface MapCanvasProps {
  borders: Borders
  answer: MapAnswer
  /** Countries that are filtered now. */
  chosen: readonly string[]
  onCountry: (code: string) => void
  onPartner: (id: string) => void
}

/** A gentle arc; straight lines would hide each other. */
function arc([x1, y1]: Point, [x2, y2]: Point): string {
  const lift = Math.min(60, Math.hypot(x2 - x1, y2 - y1) * 0.18)
  return `M${x1},${y1}Q${(x1 + x2) / 2},${(y1 + y2) / 2 - lift},${x2},${y2}`
}

function boxOf(points: readonly Point[]): [[number, number], [number, number]] {
  const xs = points.map(point => point[0])
  const ys = points.map(point => point[1])
  return [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ]
}

/** Everything that does not change while one moves over the map. */
function usePlaced(borders: Borders, answer: MapAnswer) {
  return useMemo(() => {
    const corners: [[number, number], [number, number]] = [
      [4, 4],
      [width - 4, height - 4],
    ]
    const project = geoNaturalEarth1().fitExtent(corners, sphere)
    const path = geoPath(project).digits(2)
    const at = (longitude: number, latitude: number): Point => project([longitude, latitude]) ?? [0, 0]
    const shapes = borders.shapes
      .filter(({ code }) => code !== 'AQ')
      .map(({ code, shape }, index) => ({ key: `${code ?? ''}${index}`, code, d: path(shape) ?? '' }))
    return {
      shapes,
      sphere: path(sphere) ?? '',
      inner: path(borders.inner) ?? '',
      homeCountries: new Set<string | null>(answer.homes.map(home => home.country)),
      // Large dots first, so that small ones stay on top.
      partners: [...answer.partners]
        .sort((a, b) => b.count - a.count)
        .map(each => ({ ...each, at: at(each.longitude, each.latitude) })),
      homes: answer.homes.flatMap(home =>
        home.longitude === null || home.latitude === null ? [] : [{ ...home, at: at(home.longitude, home.latitude) }],
      ),
    }
  }, [borders, answer])
}

export function MapCanvas({ borders, answer, chosen, onCountry, onPartner }: MapCanvasProps) {
  const { t } = useLingui()
  const svg = useRef<SVGSVGElement>(null)
  const placed = usePlaced(borders, answer)
  const zoom = useMapZoom(svg, width, height)
  const { scale, x, y } = zoom.window
  const press = (event: MouseEvent) => {
    if (zoom.wasDragged() || !(event.target instanceof SVGElement)) return
    const { country, partner } = event.target.dataset
    if (country) onCountry(country)
    else if (partner) onPartner(partner)
  }
  const showPartners = () => {
    const points = [...placed.partners, ...placed.homes].map(each => each.at)
    zoom.show(points.length === 0 ? wholeMap : windowFor(boxOf(points), width, height))
  }
  const { onKeyDown, ...pointer } = zoom.handlers
  const firstHome = placed.homes[0]
  return (
    <div dir="ltr" className="relative overflow-hidden rounded-lg border border-line bg-surface">
      <div
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys move and zoom the map; the table beside holds the same
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={press}
        aria-label={t`Map of partners. Arrow keys move it, plus and minus zoom. The table beside holds the same numbers.`}
        className="outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
      >
        <svg
          ref={svg}
          viewBox={`${x} ${y} ${width / scale} ${height / scale}`}
          {...pointer}
          aria-hidden="true"
          className={`block w-full select-none ${scale > 1 ? 'cursor-grab touch-none active:cursor-grabbing' : 'touch-pan-y'}`}
        >
          <path d={placed.sphere} className="fill-canvas" />
          <CountryLayer shapes={placed.shapes} countries={answer.countries} homeCountries={placed.homeCountries} />
          <path
            d={placed.inner}
            className="pointer-events-none fill-none stroke-surface"
            strokeWidth={0.6 / Math.sqrt(scale)}
          />
          {placed.shapes
            .filter(({ code }) => code !== null && chosen.includes(code))
            .map(({ key, d }) => (
              <path key={key} d={d} className="pointer-events-none fill-none stroke-ink" strokeWidth={1.2 / scale} />
            ))}
          {firstHome &&
            placed.partners
              .slice(0, arcsDrawn)
              .map(partner => (
                <path
                  key={partner.id}
                  d={arc(firstHome.at, partner.at)}
                  className="pointer-events-none fill-none stroke-accent"
                  strokeWidth={(0.5 + Math.sqrt(partner.count) / 4) / scale}
                  strokeLinecap="round"
                  opacity={0.3}
                />
              ))}
          <PartnerLayer partners={placed.partners} scale={scale} />
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
