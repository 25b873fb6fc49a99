// The operator's own borders for the map: a TopoJSON file, checked when it is read; a bad one is told in the log and left aside.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Config } from '#core/config.ts'
import type { Log } from '#core/log.ts'

const compress = promisify(gzip)

/** More than this no browser draws. */
const mostBytes = 30 * 1024 * 1024

export interface OwnBorders {
  /** JSON, gzip. */
  compressed: Buffer
  etag: string
}

type Places = Pick<Config, 'bordersFile' | 'dataDir'>

/** The file of the setting, else the one in the data folder. */
const fileOf = ({ bordersFile, dataDir }: Places) => bordersFile || path.join(dataDir, 'borders.json')

interface Shapes {
  type?: unknown
  geometries?: unknown
}

/** What is wrong with the content of a file of borders, as the end of a sentence; undefined when it can be drawn. */
export function faultOfBorders(text: string): string | undefined {
  let value: { type?: unknown; arcs?: unknown; objects?: Record<string, Shapes> }
  try {
    value = JSON.parse(text)
  } catch {
    return 'it is not JSON'
  }
  if (value?.type !== 'Topology' || !Array.isArray(value.arcs)) return 'it is not a TopoJSON topology'
  const shapes = value.objects?.countries ?? Object.values(value.objects ?? {})[0]
  const holds =
    shapes?.type === 'GeometryCollection' && Array.isArray(shapes.geometries) && shapes.geometries.length > 0
  return holds ? undefined : 'it has no collection of countries'
}

async function read(file: string): Promise<OwnBorders> {
  const text = await readFile(file, 'utf8')
  const fault = faultOfBorders(text)
  if (fault) throw new Error(fault)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  return { compressed: await compress(text), etag }
}

interface Known {
  /** Which state of which file this was. */
  state: string
  borders: OwnBorders | null
}

const known = new Map<string, Known>()

async function stateOf(file: string): Promise<{ state: string; fault?: string }> {
  try {
    const { size, mtimeMs } = await stat(file)
    return { state: `${size} ${mtimeMs}`, ...(size > mostBytes && { fault: 'it is larger than 30 MB' }) }
  } catch (error) {
    return {
      state: 'missing',
      fault: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'it is missing' : String(error),
    }
  }
}

/**
 * The operator's borders as they are on the disk now; null for the built-in ones.
 * A file that cannot be used is logged once for each of its states.
 */
export async function readOwnBorders(places: Places, log: Log): Promise<OwnBorders | null> {
  const file = fileOf(places)
  const { state, fault } = await stateOf(file)
  const before = known.get(file)
  if (before?.state === state) return before.borders
  const isUnused = state === 'missing' && places.bordersFile === ''
  let borders: OwnBorders | null = null
  if (!isUnused) {
    try {
      if (fault) throw new Error(fault)
      borders = await read(file)
      log.info({ file }, 'maps are drawn with the borders of this file')
    } catch (error) {
      const reason = (error as Error).message
      log.error({ file, reason }, `the file of borders cannot be used: ${reason}; maps show the built-in borders`)
    }
  }
  known.set(file, { state, borders })
  return borders
}
