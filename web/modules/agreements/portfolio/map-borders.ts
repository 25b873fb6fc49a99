// Borders of the map: the operator's own file when there is one, else the one that comes with the product.
import { queryOptions } from '@tanstack/react-query'
import type { Feature, GeoJsonProperties, Geometry, MultiLineString } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import ownBorders from 'world-atlas/countries-50m.json?url'
import { getMapBorders } from '#modules/agreements/portfolio.contract.ts'
import { countryOfShape } from './country-numbers.ts'

export interface CountryShape {
  /** ISO 3166-1 alpha-2; null for what has none. */
  code: string | null
  shape: Feature<Geometry>
}

export interface Borders {
  shapes: CountryShape[]
  /** Lines between two countries. */
  inner: MultiLineString
}

const isTopology = (value: unknown): value is Topology =>
  typeof value === 'object' && value !== null && (value as Topology).type === 'Topology'

async function topologyAt(address: string, signal: AbortSignal): Promise<Topology | null> {
  const response = await fetch(address, { signal, credentials: 'same-origin' })
  // 204: the operator has no borders of their own.
  if (response.status !== 200 || !response.headers.get('content-type')?.includes('json')) return null
  const value: unknown = await response.json()
  return isTopology(value) ? value : null
}

/** The object `countries`, or the first one there is. */
function countriesOf(topology: Topology): GeometryCollection<NonNullable<GeoJsonProperties>> | null {
  const found = topology.objects.countries ?? Object.values(topology.objects)[0]
  return found?.type === 'GeometryCollection' ? (found as GeometryCollection<NonNullable<GeoJsonProperties>>) : null
}

function bordersOf(topology: Topology): Borders {
  const countries = countriesOf(topology)
  if (!countries) return { shapes: [], inner: { type: 'MultiLineString', coordinates: [] } }
  const { features } = feature(topology, countries)
  return {
    shapes: features.map(shape => ({ code: countryOfShape(shape), shape })),
    inner: mesh(topology, countries, (a, b) => a !== b),
  }
}

/** Read once; about 200 KB, compressed. */
export const bordersOptions = queryOptions({
  queryKey: ['map borders'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<Borders> => {
    const theirs = await topologyAt(getMapBorders.path, signal).catch(() => null)
    const topology = theirs ?? (await topologyAt(ownBorders, signal))
    if (!topology) throw new Error('No borders could be read.')
    return bordersOf(topology)
  },
})
