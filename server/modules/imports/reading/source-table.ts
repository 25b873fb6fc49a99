// What any imported file becomes: tables of cells exactly as they were written, with what a person should be told about them.

/** One cell as it stood in the file. `null` is an empty cell; dates keep the serial number they were stored as. */
export type Cell =
  | null
  | string
  | number
  | boolean
  /** `date` is ISO yyyy-mm-dd or yyyy-mm-ddThh:mm:ss; `serial` is the day number stored in the workbook. */
  | { date: string; serial: number }
  /** A spreadsheet error such as `#N/A`. */
  | { error: string }
  | { link: string; text: string }

/** Rows and columns are indexes into `SourceTable.rows`, all four included in the range. */
export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

export interface SourceTable {
  name: string
  kind: 'xlsx' | 'csv' | 'tsv' | 'json' | 'pasted'
  /** Index 0 is the first row of the file; empty rows are kept so that numbers agree with what a person sees. Rows may be ragged. */
  rows: Cell[][]
  /** The number a person sees beside `rows[0]`, usually 1. */
  firstRowNumber: number
  hidden?: boolean
  merges: CellRange[]
  /** The range a workbook itself declares to be a list (table or auto-filter), header row included. */
  listRange?: CellRange
}

/** Something worth telling about a file that was read all the same; texts are in `reading.terms.ts`. */
export interface ReadingNotice {
  code: string
  values: Record<string, string | number>
  table?: string
  /** Row number as a person sees it. */
  row?: number
  /** Column index from 0. */
  column?: number
  severity: 'info' | 'warning'
}

export interface SourceFile {
  tables: SourceTable[]
  format: string
  encoding?: string
  separator?: string
  notices: ReadingNotice[]
  sha256: string
  bytes: number
}

/** Refusal of the whole file; `code` names a sentence in `reading.terms.ts` that says what to do. */
export class ReadingError extends Error {
  readonly code: string
  readonly values: Record<string, string | number>

  constructor(code: string, values: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(values)}`, options)
    this.name = 'ReadingError'
    this.code = code
    this.values = values
  }
}

export interface HeaderGuess {
  /** Index into `rows`; -1 when the table has no header and columns are named `Column A`, `Column B`, ... */
  headerRow: number
  /** 0 when there is no header, 2 for a merged two-line header, else 1. */
  headerRows: number
  firstDataRow: number
  lastDataRow: number
  columns: { index: number; header: string; original: string }[]
  /** 0 to 1. */
  confidence: number
  footers: number[]
  emptyRows: number[]
  repeatedHeaders: number[]
}

/** What `writeTable` makes a CSV file or a workbook of. */
export interface TableToWrite {
  /** Header texts in the order of the cells; repeated ones are allowed. */
  columns: string[]
  rows: Iterable<Cell[]> | AsyncIterable<Cell[]>
  format: 'xlsx' | 'csv'
  sheetName?: string
  rightToLeft?: boolean
}
