// English sentences for every doubt of the import; `value` and the other names are filled from `Doubt.values`.
import type { DoubtCode } from './doubt.ts'

export const doubtTerms = {
  cell_error: /*i18n*/ {
    id: 'imports.doubt.cell_error',
    message: 'The cell holds the spreadsheet error {value}. Type the value, or leave it empty.',
  },
  cell_not_text: /*i18n*/ {
    id: 'imports.doubt.cell_not_text',
    message: 'The cell holds {value}, which is no text. Type what is meant, or leave it as it is.',
  },
  date_not_understood: /*i18n*/ {
    id: 'imports.doubt.date_not_understood',
    message: '“{value}” was not understood as a date. Type the date, or keep the words as a remark.',
  },
  date_words_left: /*i18n*/ {
    id: 'imports.doubt.date_words_left',
    message:
      'A date was read from “{value}”, but not these words: {words}. Check the date; the words are kept with the original row.',
  },
  date_impossible: /*i18n*/ {
    id: 'imports.doubt.date_impossible',
    message: 'There is no such day as {value}. Type the right date, or leave it empty.',
  },
  date_out_of_range: /*i18n*/ {
    id: 'imports.doubt.date_out_of_range',
    message:
      '“{value}” cannot be a date or year of an agreement. Type the date, or say that the column means something else, for example a length in years.',
  },
  date_order_ambiguous: /*i18n*/ {
    id: 'imports.doubt.date_order_ambiguous',
    message:
      '{value} is {dmy} when the day comes first and {mdy} when the month comes first. Choose once for the whole column.',
  },
  date_other_order: /*i18n*/ {
    id: 'imports.doubt.date_other_order',
    message:
      '{value} does not follow the order of the column ({order, select, dmy {day, month, year} mdy {month, day, year} other {year, month, day}}) and was read in the only way that gives a day. Check it.',
  },
  date_two_digit_year: /*i18n*/ {
    id: 'imports.doubt.date_two_digit_year',
    message: 'The year in {value} has two digits and was read as {year, number, ::group-off}. Check the century.',
  },
  date_calendar_assumed: /*i18n*/ {
    id: 'imports.doubt.date_calendar_assumed',
    message:
      '{value} was read in the {calendar, select, solar_hijri {Solar Hijri} hijri {Hijri (lunar)} other {Gregorian}} calendar. Choose Solar Hijri or Hijri for the whole column.',
  },
  date_year_or_month: /*i18n*/ {
    id: 'imports.doubt.date_year_or_month',
    message:
      '{value} was read as a month; it may also be the school year {year, number, ::group-off}/{next, number, ::group-off}. Choose one.',
  },
  date_far_end: /*i18n*/ {
    id: 'imports.doubt.date_far_end',
    message: '{value} lies so far ahead that it may mean “no end date”. Keep the date, or choose no end date.',
  },
  date_placeholder: /*i18n*/ {
    id: 'imports.doubt.date_placeholder',
    message: '{value} is what programs write when they have no date. Keep it, or leave the date empty.',
  },
  date_in_future: /*i18n*/ {
    id: 'imports.doubt.date_in_future',
    message: 'The date {value} ({date}) is still to come. Check it, or mark the agreement as not yet signed.',
  },
  date_month_misspelt: /*i18n*/ {
    id: 'imports.doubt.date_month_misspelt',
    message: '“{word}” in {value} was read as {meant}. Check the month.',
  },
  date_serial_assumed: /*i18n*/ {
    id: 'imports.doubt.date_serial_assumed',
    message: 'The number {value} was read as the day {date}, as spreadsheets count days. Check it, or type the date.',
  },
  date_serial_is_year: /*i18n*/ {
    id: 'imports.doubt.date_serial_is_year',
    message:
      'The cell shows {value}, because the year {year, number, ::group-off} was typed into a cell for dates. It was read as the year {year, number, ::group-off}.',
  },
  date_maybe_swapped: /*i18n*/ {
    id: 'imports.doubt.date_maybe_swapped',
    message:
      'Day and month of {value} may have been exchanged: the spreadsheet turned only those dates of this column into dates whose day is at most 12. Keep the date, or exchange day and month.',
  },
  dates_several: /*i18n*/ {
    id: 'imports.doubt.dates_several',
    message:
      '“{value}” holds {count, plural, one {# date} other {# dates}}. Choose the one that counts; the others may be renewals or separate agreements.',
  },
  date_edge_unknown: /*i18n*/ {
    id: 'imports.doubt.date_edge_unknown',
    message: 'The column gives a beginning and an end, but here stands only {value}. Say which of the two it is.',
  },
  dates_backwards: /*i18n*/ {
    id: 'imports.doubt.dates_backwards',
    message: 'The agreement would be in force from {inForce}, long before it was signed on {signed}. Check both dates.',
  },
  duration_not_understood: /*i18n*/ {
    id: 'imports.doubt.duration_not_understood',
    message: '“{value}” was not understood as a length of time. Type years or months, or leave it empty.',
  },
  duration_unit_missing: /*i18n*/ {
    id: 'imports.doubt.duration_unit_missing',
    message:
      '“{value}” has no unit and was read in {unit, select, year {years} month {months} week {weeks} semester {semesters} other {days}}. Choose the unit for the whole column.',
  },
  duration_disagrees: /*i18n*/ {
    id: 'imports.doubt.duration_disagrees',
    message:
      'The list gives {expires} as the end, but {months, plural, one {# month} other {# months}} from the beginning end on {computed}. Choose one of the two.',
  },
  duration_without_start: /*i18n*/ {
    id: 'imports.doubt.duration_without_start',
    message: '“{value}” counts from a date that the row does not give. Type the date it counts from, or the end.',
  },
  renewal_not_understood: /*i18n*/ {
    id: 'imports.doubt.renewal_not_understood',
    message:
      '“{value}” does not say how the agreement is renewed. Choose: not renewed, automatically, or by consent of both.',
  },
  notice_not_understood: /*i18n*/ {
    id: 'imports.doubt.notice_not_understood',
    message: '“{value}” was not understood as a period of notice. Type days or months, or leave it empty.',
  },
  kind_unknown: /*i18n*/ {
    id: 'imports.doubt.kind_unknown',
    message:
      '“{value}” is no kind of agreement that is known here. Choose the kind; the choice counts for all rows with the same word.',
  },
  kind_general: /*i18n*/ {
    id: 'imports.doubt.kind_general',
    message: '“{value}” says only that it is an agreement. Choose the kind, or keep “other”.',
  },
  kinds_several: /*i18n*/ {
    id: 'imports.doubt.kinds_several',
    message:
      '“{value}” names {count, plural, one {# kind} other {# kinds}}. Choose the main kind, or make an agreement of each.',
  },
  status_unknown: /*i18n*/ {
    id: 'imports.doubt.status_unknown',
    message:
      '“{value}” is no state that is known here. Choose the state; the choice counts for all rows with the same word.',
  },
  status_disagrees: /*i18n*/ {
    id: 'imports.doubt.status_disagrees',
    message:
      'The list says {state, select, in_force {in force} other {expired}}, but the end is {expires}. Choose the state, correct the end, or mark the agreement as renewed automatically.',
  },
  country_unknown: /*i18n*/ {
    id: 'imports.doubt.country_unknown',
    message: '“{value}” is no country that is known here. Choose the country, or leave it open.',
  },
  country_misspelt: /*i18n*/ {
    id: 'imports.doubt.country_misspelt',
    message: '“{value}” was read as {country}. Check the country.',
  },
  country_ambiguous: /*i18n*/ {
    id: 'imports.doubt.country_ambiguous',
    message: '“{value}” may be one of these countries: {choices}. Choose one.',
  },
  country_former: /*i18n*/ {
    id: 'imports.doubt.country_former',
    message: '“{value}” no longer exists. Choose the country of today: {choices}.',
  },
  countries_several: /*i18n*/ {
    id: 'imports.doubt.countries_several',
    message: '“{value}” names several countries: {countries}. Choose the partner’s, or make a partner of each.',
  },
  language_unknown: /*i18n*/ {
    id: 'imports.doubt.language_unknown',
    message: '“{value}” is no language that is known here. Choose the language, or leave it out.',
  },
  field_unknown: /*i18n*/ {
    id: 'imports.doubt.field_unknown',
    message: '“{value}” matches no field of study for sure. Choose the field, or keep the words.',
  },
  partner_missing: /*i18n*/ {
    id: 'imports.doubt.partner_missing',
    message: 'The row names no partner. Type the partner, or leave the row out.',
  },
  partner_from_above: /*i18n*/ {
    id: 'imports.doubt.partner_from_above',
    message:
      'The row names no partner and was read as going on with the one above: {value}. Check it, or leave the row out.',
  },
  partner_is_home: /*i18n*/ {
    id: 'imports.doubt.partner_is_home',
    message: '“{value}” is your own organisation. Choose the column that names the other side, or leave the row out.',
  },
  partner_from_title: /*i18n*/ {
    id: 'imports.doubt.partner_from_title',
    message: 'No column names the partner; the title seems to: {value}. Check it.',
  },
  partners_several: /*i18n*/ {
    id: 'imports.doubt.partners_several',
    message:
      '“{value}” may name {count, plural, one {# partner} other {# partners}}. Say whether it is one partner, or several that signed together.',
  },
  partner_is_number: /*i18n*/ {
    id: 'imports.doubt.partner_is_number',
    message: 'The partner is only a number: {value}. Type the name, or choose another column for the partner.',
  },
  identifier_malformed: /*i18n*/ {
    id: 'imports.doubt.identifier_malformed',
    message:
      '“{value}” does not have the form of {scheme, select, ror {a ROR identifier} erasmus_code {an Erasmus code} pic {a PIC} oid {an OID} schac {a domain name} isni {an ISNI} wikidata {a Wikidata identifier} other {this identifier}}. Correct it, or leave it out; the cell is kept.',
  },
  coordinate_impossible: /*i18n*/ {
    id: 'imports.doubt.coordinate_impossible',
    message: '“{value}” is no place on the earth. Correct latitude and longitude, or leave the place empty.',
  },
  expiry_before_signature: /*i18n*/ {
    id: 'imports.doubt.expiry_before_signature',
    message:
      'The agreement would end ({expires}) before it began ({signed}). Check both dates, and whether the columns are exchanged.',
  },
  quota_not_understood: /*i18n*/ {
    id: 'imports.doubt.quota_not_understood',
    message:
      '“{value}” was not understood as one number of places. Type the number for each direction, or keep the words.',
  },
} as const satisfies Record<DoubtCode, { id: string; message: string }>
