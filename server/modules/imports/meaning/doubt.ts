// What the import is not sure about, in a form that a person, the command line and the database can all carry.

/** `doubt`: a person should look; `error`: the row cannot be imported before it is corrected. */
export type Severity = 'doubt' | 'error'

const severities = {
  cell_error: 'doubt',
  cell_not_text: 'doubt',
  date_not_understood: 'doubt',
  date_words_left: 'doubt',
  date_impossible: 'error',
  date_out_of_range: 'error',
  date_order_ambiguous: 'doubt',
  date_other_order: 'doubt',
  date_two_digit_year: 'doubt',
  date_calendar_assumed: 'doubt',
  date_year_or_month: 'doubt',
  date_far_end: 'doubt',
  date_placeholder: 'doubt',
  date_in_future: 'doubt',
  date_month_misspelt: 'doubt',
  date_serial_assumed: 'doubt',
  date_serial_is_year: 'doubt',
  date_maybe_swapped: 'doubt',
  dates_several: 'doubt',
  date_edge_unknown: 'doubt',
  dates_backwards: 'doubt',
  duration_not_understood: 'doubt',
  duration_unit_missing: 'doubt',
  duration_disagrees: 'doubt',
  duration_without_start: 'doubt',
  renewal_not_understood: 'doubt',
  notice_not_understood: 'doubt',
  kind_unknown: 'doubt',
  kind_general: 'doubt',
  kinds_several: 'doubt',
  status_unknown: 'doubt',
  status_disagrees: 'doubt',
  country_unknown: 'doubt',
  country_misspelt: 'doubt',
  country_ambiguous: 'doubt',
  country_former: 'doubt',
  countries_several: 'doubt',
  language_unknown: 'doubt',
  field_unknown: 'doubt',
  partner_missing: 'error',
  partner_from_above: 'doubt',
  partner_is_home: 'doubt',
  partner_from_title: 'doubt',
  partners_several: 'doubt',
  partner_is_number: 'doubt',
  identifier_malformed: 'doubt',
  coordinate_impossible: 'doubt',
  expiry_before_signature: 'doubt',
  quota_not_understood: 'doubt',
} as const satisfies Record<string, Severity>

export type DoubtCode = keyof typeof severities

export const doubtCodes = Object.keys(severities) as DoubtCode[]

/** `column` is the index of the cell in its row; `values` fill the sentence of the same code in `meaning.terms.ts`. */
export interface Doubt {
  code: DoubtCode
  column?: number
  values: Record<string, string | number>
  severity: Severity
}

export function doubt(code: DoubtCode, values: Record<string, string | number> = {}, column?: number): Doubt {
  const base = { code, values, severity: severities[code] }
  return column === undefined ? base : { ...base, column }
}

/** The same doubts, all about one column. */
export function inColumn(doubts: readonly Doubt[], column: number): Doubt[] {
  return doubts.map(each => ({ ...each, column }))
}
