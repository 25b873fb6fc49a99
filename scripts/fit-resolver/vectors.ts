// Turns labelled texts into the values that the second judgement sees, with and without what is known of organisations.
import { contextOf, JUDGED } from '../../server/modules/registry/resolution/context.ts'
import { fold } from '../../server/modules/registry/resolution/fold.ts'
import type { OrganisationIndex } from '../../server/modules/registry/resolution/organisation-index.ts'
import { ORGANISATION_TYPES } from '../../server/modules/registry/resolution/organisation-record.ts'
import { readQuery } from '../../server/modules/registry/resolution/query.ts'
import { LEAST_FIRST, scoreCandidates } from '../../server/modules/registry/resolution/scoring.ts'
import type { Examples } from './boosting.ts'
import type { LabelledText } from './labelled.ts'

export interface LabelledCandidate {
  isRight: boolean
  /** Probability by the first judgement. */
  first: number
  values: Float32Array
}

export interface LabelledRow {
  text: LabelledText
  /** Rows with the same folded text are in the same fold. */
  key: number
  candidates: LabelledCandidate[]
}

/** Candidates of each text with their values. */
export function collectRows(index: OrganisationIndex, texts: readonly LabelledText[]): LabelledRow[] {
  return texts.map(text => {
    const hints = text.country === undefined ? {} : { country: text.country }
    const query = readQuery(index, text.input, hints)
    const found = scoreCandidates(index, query)
    return {
      text,
      key: hashOf(fold(text.input)),
      candidates: found.map(scored => ({
        isRight: text.right.has(scored.organisation.id),
        first: scored.first,
        values: contextOf(index, query, scored, found),
      })),
    }
  })
}

/** Reproducible number of a text (FNV-1a). */
export function hashOf(text: string, seed = 7): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return (hash ^ (hash >>> 15)) >>> 3
}

/** Values that come from the record of an organisation; own organisations often have none of them. */
const RECORDED = new Set<string>([
  ...ORGANISATION_TYPES,
  'identifiers',
  'names',
  'parents',
  'children',
  'rivalRenown',
  'samesRenown',
  'otherRenown',
  'otherEducation',
  'otherTypes',
])
const IS_RECORDED = JUDGED.map(value => RECORDED.has(value))

/** Weights: `blank` for the copies without recorded facts (every third text has one), `rows` for the rows themselves. */
export function examplesOf(parts: { rows: readonly LabelledRow[]; weight: number; blank: number }[]): Examples {
  const taken: { candidate: LabelledCandidate; weight: number; isBlank: boolean }[] = []
  for (const { rows, weight, blank } of parts) {
    for (const row of rows) {
      // Not the remainder that makes the parts of a cross-validation: each part needs copies.
      const hasCopy = Math.floor(row.key / 7) % 3 === 0
      for (const candidate of row.candidates) {
        if (candidate.first < LEAST_FIRST && !candidate.isRight) continue
        taken.push({ candidate, weight: weight * row.text.weight, isBlank: false })
        if (hasCopy) taken.push({ candidate, weight: weight * blank * row.text.weight, isBlank: true })
      }
    }
  }
  const width = JUDGED.length
  const values = new Float32Array(taken.length * width)
  taken.forEach(({ candidate, isBlank }, i) => {
    values.set(candidate.values, i * width)
    if (isBlank) for (let f = 0; f < width; f++) if (IS_RECORDED[f]) values[i * width + f] = 0
  })
  return {
    values,
    width,
    labels: Uint8Array.from(taken, one => (one.candidate.isRight ? 1 : 0)),
    weights: Float32Array.from(taken, one => one.weight),
  }
}
