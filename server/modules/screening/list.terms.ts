// Words of lists that server and pages share: formats, mappings, what may be wrong with a file.
import { keysOf } from '#core/terms.ts'

export const listFormatTerms = {
  un_xml: /*i18n*/ { id: 'screening.format.un_xml', message: 'United Nations consolidated list (XML)' },
  eu_xml: /*i18n*/ { id: 'screening.format.eu_xml', message: 'European Union consolidated list (XML)' },
  eu_csv: /*i18n*/ { id: 'screening.format.eu_csv', message: 'European Union consolidated list (CSV)' },
  ofac_xml: /*i18n*/ { id: 'screening.format.ofac_xml', message: 'OFAC lists (XML)' },
  ofac_csv: /*i18n*/ { id: 'screening.format.ofac_csv', message: 'OFAC lists (CSV)' },
  opensanctions_csv: /*i18n*/ { id: 'screening.format.opensanctions_csv', message: 'OpenSanctions simple CSV' },
  csv: /*i18n*/ { id: 'screening.format.csv', message: 'Other CSV, columns named below' },
  json: /*i18n*/ { id: 'screening.format.json', message: 'Other JSON, fields named below' },
  xml: /*i18n*/ { id: 'screening.format.xml', message: 'Other XML, elements named below' },
} as const
export type ListFormat = keyof typeof listFormatTerms
export const listFormats = keysOf<ListFormat>(listFormatTerms)

/** Formats that say themselves where their fields stand need no mapping. */
export const mappedFormats: ReadonlySet<ListFormat> = new Set(['csv', 'json', 'xml'])

/** Where each field stands: a column, or a path of names; several are parted by `|`. */
export interface ListMapping {
  /** The element that is one record; for XML. */
  record?: string
  number: string
  name: string
  otherNames?: string
  kind?: string
  /** What an entry is when the file does not say. */
  usually?: 'person' | 'organisation'
  birthDates?: string
  countries?: string
  identifiers?: string
  programmes?: string
  remarks?: string
  /** Between several values in one field. */
  separator?: string
}

export const entryKindTerms = {
  person: /*i18n*/ { id: 'screening.entry_kind.person', message: 'Natural person' },
  organisation: /*i18n*/ { id: 'screening.entry_kind.organisation', message: 'Organisation' },
  other: /*i18n*/ { id: 'screening.entry_kind.other', message: 'Ship, aircraft or other' },
} as const

export const versionStateTerms = {
  waiting: /*i18n*/ { id: 'screening.version_state.waiting', message: 'Is being read' },
  ready: /*i18n*/ { id: 'screening.version_state.ready', message: 'Read' },
  failed: /*i18n*/ { id: 'screening.version_state.failed', message: 'Could not be read' },
} as const
export type VersionState = keyof typeof versionStateTerms
export const versionStates = keysOf<VersionState>(versionStateTerms)

export const listProblemTerms = {
  no_number: /*i18n*/ { id: 'screening.list_problem.no_number', message: 'It has no number.' },
  no_name: /*i18n*/ { id: 'screening.list_problem.no_name', message: 'It has no name.' },
  twice: /*i18n*/ { id: 'screening.list_problem.twice', message: 'Its number stands in the file a second time.' },
  not_an_object: /*i18n*/ { id: 'screening.list_problem.not_an_object', message: 'It is not readable.' },
} as const

export const unreadableTerms = {
  encoding: /*i18n*/ {
    id: 'screening.unreadable.encoding',
    message: 'The letters of the file are not UTF-8. Save it as UTF-8 and load it again.',
  },
  empty: /*i18n*/ { id: 'screening.unreadable.empty', message: 'The file is empty.' },
  csv_broken: /*i18n*/ {
    id: 'screening.unreadable.csv_broken',
    message: 'Row {detail} is not a row of a table: a quotation mark is not closed, or it is far too long.',
  },
  xml_broken: /*i18n*/ {
    id: 'screening.unreadable.xml_broken',
    message: 'The file is not well-formed XML: see line {detail}.',
  },
  xml_doctype: /*i18n*/ {
    id: 'screening.unreadable.xml_doctype',
    message:
      'The file declares a document type (line {detail}). No list does; such files are refused, as they can do harm.',
  },
  json_broken: /*i18n*/ {
    id: 'screening.unreadable.json_broken',
    message: 'The file is neither a JSON array nor an object on each line.',
  },
  other_format: /*i18n*/ {
    id: 'screening.unreadable.other_format',
    message: 'This is another format than the one chosen: the file begins with “{detail}”.',
  },
  columns_missing: /*i18n*/ {
    id: 'screening.unreadable.columns_missing',
    message: 'The columns are not those of the format chosen. Missing: {detail}',
  },
  no_records: /*i18n*/ { id: 'screening.unreadable.no_records', message: 'The file has no element “{detail}”.' },
  no_entries: /*i18n*/ {
    id: 'screening.unreadable.no_entries',
    message: 'Nothing in the file was understood as an entry, so the former version stays in use.',
  },
} as const
