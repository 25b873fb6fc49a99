// What one row of a list says, once it was understood.

import type { DateMeaning } from './column-meanings.ts'
import type { ColumnGuess } from './columns.ts'
import type { ProposedCommitment } from './commitments.ts'
import type { Doubt } from './doubt.ts'
import type { FieldReading } from './fields-of-science.ts'
import type { PartnerIdentifier } from './identifiers.ts'
import type { AgreementKind } from './kind-words.ts'
import type { ParsedDate } from './parsed-date.ts'
import type { Renewal } from './renewal.ts'
import type { AgreementState } from './statuses.ts'

export type RowColumn = Pick<ColumnGuess, 'index' | 'source' | 'meaning' | 'options'>

export interface RowOptions {
  today: Temporal.PlainDate
  /** Rows of a list of organisations have a partner and no agreement. */
  listKind?: 'agreements' | 'organisations'
  /** Country of the section heading above the row, from an earlier skipped row. */
  sectionCountry?: string
  /** What the whole list is about, for rows that do not say their kind. */
  kindOfList?: AgreementKind
  /** Partners of the row above, for a row that leaves their cells empty. */
  partnersAbove?: readonly UnderstoodPartner[]
}

/** `input` is the partner cell as written without blanks around it; `parts` are there when it may hold several partners. */
export interface UnderstoodPartner {
  input: string
  column: number
  parts?: string[]
  /** The same partner's name in further columns (other languages, short names). */
  otherNames: string[]
  country?: string
  countryFrom?: 'cell' | 'place' | 'name' | 'identifier' | 'section'
  city?: string
  unit?: string
  website?: string
  identifiers: PartnerIdentifier[]
  latitude?: number
  longitude?: number
}

export interface UnderstoodContact {
  side: 'home' | 'partner'
  role: 'coordinator' | 'signatory'
  name?: string
  emails: string[]
  phones: string[]
}

export type SkipReason = 'empty' | 'footer' | 'repeated_header' | 'section_heading'

export interface UnderstoodRow {
  status: 'ready' | 'doubtful' | 'error' | 'skipped'
  skipped?: SkipReason
  /** The words of a skipped section heading, with the country they name. */
  section?: { text: string; country?: string }
  title?: string
  number?: string
  kinds: AgreementKind[]
  state?: AgreementState
  /** Whether a cell says the state or the dates do. */
  stateFrom?: 'cell' | 'dates'
  signed?: ParsedDate
  inForce?: ParsedDate
  approved?: ParsedDate
  expires?: ParsedDate
  /** `computed` when the end follows from a length of time and not from a date in the list. */
  expiresFrom?: 'cell' | 'computed'
  reviewDue?: ParsedDate
  /** The list says that there is no end, which is not the same as saying nothing. */
  noEnd?: boolean
  /** Further dates of cells that hold several. */
  otherDates: { meaning: DateMeaning; date: ParsedDate }[]
  durationMonths?: number
  renewal?: Renewal
  noticeDays?: number
  partners: UnderstoodPartner[]
  homeUnit?: string
  contacts: UnderstoodContact[]
  fields: FieldReading[]
  languages: string[]
  links: { url: string; text: string }[]
  commitments: ProposedCommitment[]
  remarks: string[]
  doubts: Doubt[]
}
