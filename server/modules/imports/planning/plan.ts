// The shapes of a plan: what a list says, row by row and partner by partner, before anything is written.
import type { PartialDate } from '#core/contract.ts'
import type { EvidenceItem } from '#modules/registry/index.ts'
import type { ColumnOptions } from '../meaning/column-options.ts'
import type { PartnerIdentifier } from '../meaning/identifiers.ts'
import type { UnderstoodRow } from '../meaning/understood-row.ts'
import type { Cell } from '../reading/source-table.ts'

export interface SheetOutline {
  name: string
  rows: number
  columns: number
  hidden: boolean
}

/** A column of the file with what it means, guessed, remembered or corrected by a person. */
export interface PlannedColumn {
  index: number
  source: string
  meaning: string
  confidence: number
  reasons: string[]
  alternatives: string[]
  options: ColumnOptions
  samples: string[]
  filled: number
}

/** A notice about the file; `code` names a sentence of reading.terms.ts or import.terms.ts. */
export interface RunNotice {
  code: string
  values: Record<string, string | number>
  severity: 'info' | 'warning'
  row: number | null
  column: number | null
}

/** What a person decided about one row; it survives every new plan. */
export interface RowDecisions {
  skip?: boolean
  accepted?: boolean
  agreementId?: string | null
  title?: string | null
  kind?: string
  state?: string | null
  signed?: PartialDate | null
  inForce?: PartialDate | null
  expires?: PartialDate | null
  endKind?: 'known' | 'none' | 'unknown'
  commitments?: Record<string, boolean>
}

/** What a row says, with the keys of its partners in the order of the cells. */
export interface PlannedUnderstanding extends UnderstoodRow {
  partnerKeys: string[]
  /** Something that exists already and looks like the same. */
  similar: { agreementId: string; code: 'same_partner_and_time' | 'same_number'; values: Record<string, string> }[]
  /** Names of the fields in which a later version of the list differs from what was written before. */
  changed: string[]
  /** What the earlier version said of these fields; of the parties, the names as written. */
  earlier?: Record<string, unknown>
}

export type RowStatus = 'ready' | 'doubtful' | 'error' | 'skipped'
export type RowOutcome = 'create' | 'update' | 'same' | 'skip'

export interface PlannedRow {
  /** Row number as a person counts. */
  row: number
  cells: Cell[]
  fingerprint: string
  understood: PlannedUnderstanding
  status: RowStatus
  outcome: RowOutcome
  existingId: string | null
  decisions: RowDecisions
}

export interface PlannedCandidate {
  organisationId: string
  ror: string | null
  score: number
  evidence: EvidenceItem[]
}

export interface PartnerHints {
  unit?: string
  website?: string
  latitude?: number
  longitude?: number
  otherNames: string[]
  identifiers: PartnerIdentifier[]
  /** Texts that the cell seems to be made of, or was split into by a person. */
  parts?: string[]
}

export type PartnerOutcome = 'matched' | 'doubtful' | 'new' | 'several' | 'ignored'

/** One distinct partner text with its place; decided once for all its rows. */
export interface PlannedPartner {
  key: string
  written: string
  country: string | null
  city: string | null
  hints: PartnerHints
  rows: number[]
  outcome: PartnerOutcome
  organisationId: string | null
  candidates: PlannedCandidate[]
  evidence: EvidenceItem[]
  decision: 'matched' | 'new' | 'split' | 'ignored' | null
}

export interface TablePlan {
  sheet: string
  header: { headerRow: number; headerRows: number; firstDataRow: number; lastDataRow: number; signature: string }
  columns: PlannedColumn[]
  listKind: 'agreements' | 'organisations'
  rows: PlannedRow[]
  partners: PlannedPartner[]
  /** The list was exported from here: the columns that were added then are not read back. */
  exported?: boolean
}

/** A partner that is written as it stands needs no decision; a doubtful one is shown until someone decides. */
export const isUndecided = (partner: PlannedPartner): boolean =>
  partner.decision === null && (partner.outcome === 'doubtful' || partner.outcome === 'several')
