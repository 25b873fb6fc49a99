// Keeps a built index in a file, so that a process can begin to resolve in a second instead of building it again.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { HashChains, IntColumn, TextPool } from './columns.ts'
import { FOLD_VERSION } from './fold.ts'
import { lexiconFingerprint } from './lexicon.ts'
import { NameTally } from './name-tally.ts'
import { OrganisationIndex } from './organisation-index.ts'
import { PlaceTable } from './places.ts'
import { Vocabulary } from './vocabulary.ts'

/** Raise when the index keeps something else than before. */
const FORMAT = 2

interface IndexFile {
  format: number
  fold: number
  lexicon: number
  /** What it was built from, as the caller names it. */
  source: string
  state: State
}

interface State {
  [field: string]: unknown
}

const PARTS = [IntColumn, HashChains, TextPool, Vocabulary, PlaceTable] as const

function isPart(value: unknown): value is State {
  return PARTS.some(part => value instanceof part)
}

/** Derived numbers are made again. */
const TRANSIENT = new Set(['weights', 'weightVersions', 'folded', 'packedLinks', 'packedStarts', 'packedNames'])

function stateOf(part: object): State {
  if (part instanceof IntColumn) return { values: part.values.slice(0, part.length), length: part.length }
  const state: State = {}
  for (const [field, value] of Object.entries(part)) {
    if (value instanceof NameTally || TRANSIENT.has(field)) continue
    state[field] = isPart(value) ? stateOf(value) : value
  }
  return state
}

function restore(part: State, state: State): void {
  for (const [field, value] of Object.entries(state)) {
    if (isPart(part[field])) restore(part[field], value as State)
    else part[field] = value
  }
}

/** Writes an index; `source` says what it was built from. The file is replaced whole or not at all. */
export function writeIndexFile(path: string, index: OrganisationIndex, source: string): void {
  const file: IndexFile = {
    format: FORMAT,
    fold: FOLD_VERSION,
    lexicon: lexiconFingerprint(),
    source,
    state: stateOf(index),
  }
  const unfinished = `${path}.${process.pid}.part`
  writeFileSync(unfinished, serialize(file))
  renameSync(unfinished, path)
}

/** The index of a file; undefined when there is none, or when it is broken, of another version or of another source. */
export function readIndexFile(path: string, source: string): OrganisationIndex | undefined {
  let file: IndexFile
  try {
    file = deserialize(readFileSync(path)) as IndexFile
  } catch {
    return undefined
  }
  if (file?.format !== FORMAT || file.fold !== FOLD_VERSION) return undefined
  if (file.lexicon !== lexiconFingerprint() || file.source !== source) return undefined
  const index = new OrganisationIndex()
  restore(index as unknown as State, file.state)
  return index
}
