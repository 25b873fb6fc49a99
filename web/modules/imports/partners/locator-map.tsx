// Where the candidates are, on a small map of coastlines; borders would say more than is needed here.
import { useLingui } from '@lingui/react/macro'
import { geoEqualEarth, geoPath } from 'd3-geo'
import { useMemo } from 'react'
import { feature } from 'topojson-client'
import land from 'world-atlas/land-110m.json' with { type: 'json' }
import type { CandidateView } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'

const width = 320
const height = 156

interface LocatorMapProps {
  /** In the order of their numbers; those without a place have no pin. */
  places: readonly CandidateView[]
}

type Topology = Parameters<typeof feature>[0]

function useGround() {
  return useMemo(() => {
    const topology = land as unknown as Topology
    const shape = feature(topology, topology.objects.land as Parameters<typeof feature>[1])
    const projection = geoEqualEarth().fitExtent(
      [
        [2, 2],
        [width - 2, height - 2],
      ],
      { type: 'Sphere' },
    )
    return { path: geoPath(projection)(shape) ?? '', projection }
  }, [])
}

export function LocatorMap({ places }: LocatorMapProps) {
  const { t } = useLingui()
  const format = useFormat()
  const { path, projection } = useGround()
  const pins = places.flatMap((place, index) => {
    const at =
      place.latitude === null || place.longitude === null ? null : projection([place.longitude, place.latitude])
    return at ? [{ number: index + 1, x: at[0], y: at[1], name: place.name }] : []
  })
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t`Where these organisations are: ${format.list(pins.map(pin => `${format.number(pin.number)} ${pin.name}`))}`}
      className="w-full max-w-80"
    >
      <path d={path} className="fill-line" />
      {[...pins].reverse().map(pin => (
        <g key={pin.number}>
          <circle cx={pin.x} cy={pin.y} r={7} className="fill-accent stroke-surface" strokeWidth={1.5} />
          <text x={pin.x} y={pin.y + 3.2} textAnchor="middle" className="fill-on-accent text-[9px] font-semibold">
            {format.number(pin.number)}
          </text>
        </g>
      ))}
    </svg>
  )
}
