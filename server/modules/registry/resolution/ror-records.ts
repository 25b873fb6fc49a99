// Reads ROR registry files of any published form (zip, gzip or plain; JSON array or lines; schema 1 or 2) record by record.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { JsonStreamError, readJsonPieces } from './json-stream.ts'
import type { OrganisationRecord } from './organisation-record.ts'
import { convertVersion1, type RorRecordV1 } from './ror-version1.ts'
import { listZipEntries, openZipEntry, ZipError } from './zip-entry.ts'

/** A record in ROR schema 2; parts that this product does not read are kept as they come. */
export interface RorRecord {
  id: string
  names: { value: string; types: string[]; lang?: string | null }[]
  status?: string
  types?: string[]
  established?: number | null
  domains?: string[]
  links?: { type: string; value: string }[]
  external_ids?: { type: string; all: string[]; preferred?: string | null }[]
  locations?: { geonames_id?: number | null; geonames_details?: RorPlace }[]
  relationships?: { id: string; type: string; label?: string }[]
  admin?: unknown
  [other: string]: unknown
}

export interface RorPlace {
  name?: string | null
  country_code?: string | null
  country_name?: string | null
  country_subdivision_name?: string | null
  lat?: number | null
  lng?: number | null
  [other: string]: unknown
}

/** A file that cannot be read as a registry; the message says what is wrong in a sentence. */
export class RorFileError extends Error {}

/** What was met while reading; filled as records are taken. */
export interface RorReadReport {
  read: number
  convertedFromVersion1: number
  skipped: number
  /** The first skipped records, with the reason. */
  skippedExamples: { number: number; reason: string }[]
}

export function newRorReadReport(): RorReadReport {
  return { read: 0, convertedFromVersion1: 0, skipped: 0, skippedExamples: [] }
}

const MOST_EXAMPLES = 20

/**
 * Records of a registry file in schema 2, in file order. Broken records are counted in `report` and left out;
 * throws RorFileError when the file is missing, cut off, of another kind, or holds no record at all.
 */
export async function* readRorRecords(
  path: string,
  report: RorReadReport = newRorReadReport(),
): AsyncGenerator<RorRecord> {
  try {
    for await (const piece of readJsonPieces(await openRorFile(path))) {
      const record = parseRecord(piece.text)
      if (typeof record === 'string') {
        report.skipped++
        if (report.skippedExamples.length < MOST_EXAMPLES)
          report.skippedExamples.push({ number: piece.number, reason: record })
        continue
      }
      report.read++
      if (record.isVersion1) report.convertedFromVersion1++
      yield record.record
    }
  } catch (error) {
    throw asRorFileError(path, error, report)
  }
  if (report.read === 0) throw new RorFileError(`${path}: no ROR record was found in the file`)
}

async function openRorFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  const file = await open(path)
  const start = Buffer.alloc(4)
  try {
    await file.read(start, 0, 4, 0)
  } finally {
    await file.close()
  }
  if (start[0] === 0x1f && start[1] === 0x8b) {
    const raw = createReadStream(path)
    const plain = createGunzip()
    raw.on('error', error => plain.destroy(error))
    return raw.pipe(plain)
  }
  if (start.toString('latin1', 0, 2) !== 'PK') return createReadStream(path)
  const entries = (await listZipEntries(path)).filter(
    entry => /\.jsonl?$/i.test(entry.name) && !entry.name.startsWith('__MACOSX'),
  )
  // Releases of 2024 and 2025 hold both schemas: the second one is complete.
  const entry = entries.find(one => /schema_v2\.json$/i.test(one.name)) ?? entries[0]
  if (entry === undefined) throw new RorFileError(`${path}: the zip archive holds no .json file`)
  return await openZipEntry(path, entry)
}

function parseRecord(text: string): { record: RorRecord; isVersion1: boolean } | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'not valid JSON'
  }
  if (typeof value !== 'object' || value === null) return 'not an object'
  const found = value as Record<string, unknown>
  if (typeof found.id !== 'string' || !/^https:\/\/ror\.org\/0[a-z0-9]{6}\d{2}$/.test(found.id)) return 'no ROR id'
  if (Array.isArray(found.names)) {
    const record = value as RorRecord
    record.names = record.names.filter(name => typeof name?.value === 'string' && Array.isArray(name.types))
    return record.names.length === 0 ? `${found.id} has no name` : { record, isVersion1: false }
  }
  if (typeof found.name !== 'string') return `${found.id} has no name`
  return { record: convertVersion1(value as RorRecordV1), isVersion1: true }
}

function asRorFileError(path: string, error: unknown, report: RorReadReport): unknown {
  if (error instanceof RorFileError) return error
  if (error instanceof JsonStreamError || error instanceof ZipError)
    return new RorFileError(`${path}: ${error.message}`)
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOENT') return new RorFileError(`${path}: there is no such file`)
  if (code === 'EISDIR') return new RorFileError(`${path}: this is a directory, not a file`)
  if (code === 'EACCES' || code === 'EPERM') return new RorFileError(`${path}: the file may not be read`)
  if (code === 'Z_BUF_ERROR')
    return new RorFileError(`${path}: the compressed file is cut off after ${report.read} records`)
  if (code.startsWith('Z_'))
    return new RorFileError(`${path}: the compressed file is broken after ${report.read} records`)
  return error
}

/** What the name index needs of a ROR record. */
export function organisationOfRor(record: RorRecord): OrganisationRecord {
  const place = record.locations?.[0]?.geonames_details
  const related = (type: string): string[] =>
    (record.relationships ?? []).filter(one => one.type === type).map(one => one.id)
  return {
    id: record.id,
    rorId: record.id,
    names: record.names.map(name => ({ text: name.value, lang: name.lang ?? undefined, kind: kindOf(name.types) })),
    country: place?.country_code ?? undefined,
    city: place?.name ?? undefined,
    region: place?.country_subdivision_name ?? undefined,
    types: record.types,
    status: record.status,
    website: record.links?.find(link => link.type === 'website')?.value,
    domains: record.domains,
    parents: related('parent'),
    children: related('child'),
    successors: related('successor'),
    identifiers: (record.external_ids ?? []).flatMap(one =>
      (Array.isArray(one.all) ? one.all : []).map(value => ({ scheme: one.type, value })),
    ),
  }
}

function kindOf(types: string[]): 'label' | 'alias' | 'acronym' {
  if (types.includes('label') || types.includes('ror_display')) return 'label'
  return types.includes('acronym') ? 'acronym' : 'alias'
}
