// Where the candidates are, on a small map of coastlines; borders would say more than is needed here.
import { useLingui } from '@lingui/react/macro'
import { type GeoProjection, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo'
import { useMemo } from 'react'
import { feature } from 'topojson-client'
import land from 'world-atlas/land-110m.json' with { type: 'json' }
import type { CandidateView } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'

const width = 320
const height = 168
const margin = 34
/** Nearer than this a coastline of this coarseness tells nothing. */
const nearest = 900

type Topology = Parameters<typeof feature>[0]
type Point = [longitude: number, latitude: number]

const topology = land as unknown as Topology
const ground = feature(topology, topology.objects.land as Parameters<typeof feature>[1])

/** All points with some land around them, so that one can tell which part of the world it is. */
function projectionFor(points: readonly Point[]): GeoProjection {
  const cloud = { type: 'MultiPoint' as const, coordinates: [...points] }
  const middle = geoCentroid(cloud)
  const projection = geoEqualEarth().rotate([-middle[0], 0])
  projection.fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    cloud,
  )
  // One town alone would be seen through an endless lens.
  if (projection.scale() <= nearest) return projection
  projection.scale(nearest).translate([0, 0])
  const [x, y] = projection(middle) ?? [0, 0]
  return projection.translate([width / 2 - x, height / 2 - y])
}

interface Pin {
  number: number
  name: string
  x: number
  y: number
}

/** Pins of one town stand side by side. */
function spread(pins: readonly Pin[]): Pin[] {
  const placed: Pin[] = []
  for (const pin of pins) {
    let { x } = pin
    while (placed.some(other => Math.hypot(other.x - x, other.y - pin.y) < 13)) x += 14
    placed.push({ ...pin, x })
  }
  return placed
}

/** `places` in the order of their numbers; those without coordinates have no pin. */
export function LocatorMap({ places }: { places: readonly CandidateView[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const { path, pins } = useMemo(() => {
    const known = places.flatMap((place, index) =>
      place.latitude === null || place.longitude === null
        ? []
        : [{ number: index + 1, name: place.name, at: [place.longitude, place.latitude] as Point }],
    )
    const projection = projectionFor(known.map(place => place.at))
    const at = known.flatMap(({ number, name, at: point }) => {
      const [x, y] = projection(point) ?? []
      return x === undefined || y === undefined ? [] : [{ number, name, x, y }]
    })
    projection.clipExtent([
      [0, 0],
      [width, height],
    ])
    return { path: geoPath(projection)(ground) ?? '', pins: spread(at) }
  }, [places])
  const names = format.list(pins.map(pin => `${format.number(pin.number)} ${pin.name}`))
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t`Where these organisations are: ${names}`}
      className="w-full max-w-80 rounded-md bg-raised"
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
