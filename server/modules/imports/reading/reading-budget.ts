// What reading one file may cost: limits that are counted while reading, and pauses that keep a server responsive.
import type { ReadingErrorCode } from './reading.terms.ts'
import { ReadingError } from './source-table.ts'

export interface ReadingLimits {
  /** Bytes of the file as it is. */
  fileBytes: number
  /** Bytes of all workbook parts that are read, unpacked. */
  unzippedBytes: number
  /** Unpacked size divided by packed size of one part; judged from 20 MB on. */
  compressionRatio: number
  /** Parts in the workbook. */
  entries: number
  sheets: number
  /** Filled rows of one table. */
  rows: number
  /** Columns kept of one table; cells beyond are counted in a notice. */
  columns: number
  /** Cells of the whole file, empty ones between filled ones included. */
  cells: number
  cellCharacters: number
  /** Characters of all cells; a text used by many cells counts each time. */
  characters: number
}

const MEGABYTE = 1024 * 1024

export const defaultReadingLimits: ReadingLimits = {
  fileBytes: 50 * MEGABYTE,
  unzippedBytes: 500 * MEGABYTE,
  compressionRatio: 250,
  entries: 20_000,
  sheets: 500,
  rows: 100_000,
  columns: 2_000,
  cells: 10_000_000,
  cellCharacters: 1_000_000,
  characters: 300_000_000,
}

/** Whole megabytes, at least 1, for sentences. */
export function megabytes(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / MEGABYTE))
}

/** Builds a refusal whose code is known to have a sentence. */
export function refusal(
  code: ReadingErrorCode,
  values: Record<string, string | number> = {},
  cause?: unknown,
): ReadingError {
  return new ReadingError(code, values, cause === undefined ? undefined : { cause })
}

const PAUSE_AFTER_MS = 15

/** Counts what has been read against the limits; throws `ReadingError` above them and the signal's reason when aborted. */
export class ReadingBudget {
  readonly limits: ReadingLimits
  private readonly signal: AbortSignal | undefined
  private cells = 0
  private characters = 0
  private unzipped = 0
  private lastPause = performance.now()

  constructor(limits: Partial<ReadingLimits> = {}, signal?: AbortSignal) {
    this.limits = { ...defaultReadingLimits, ...limits }
    this.signal = signal
  }

  /** True when it is time to `await pause()`; separate so that hot loops need no await. */
  get isPauseDue(): boolean {
    return performance.now() - this.lastPause > PAUSE_AFTER_MS
  }

  async pause(): Promise<void> {
    this.signal?.throwIfAborted()
    if (!this.isPauseDue) return
    await new Promise(resolve => setImmediate(resolve))
    this.signal?.throwIfAborted()
    this.lastPause = performance.now()
  }

  countUnzipped(bytes: number): void {
    this.unzipped += bytes
    if (this.unzipped > this.limits.unzippedBytes) {
      throw refusal('unzipped_too_large', { limit: megabytes(this.limits.unzippedBytes) })
    }
  }

  /** `row` is the number a person sees, `cells` the length of the row. */
  countRow(table: string, row: number, filledRows: number, cells: number): void {
    this.cells += cells
    if (filledRows > this.limits.rows) throw refusal('too_many_rows', { table, limit: this.limits.rows })
    if (this.cells > this.limits.cells) throw refusal('too_many_cells', { table, row, limit: this.limits.cells })
  }

  countText(table: string, row: number, column: number, length: number): void {
    this.characters += length
    if (length > this.limits.cellCharacters) {
      throw refusal('cell_too_long', { table, row, column: columnLetters(column), limit: this.limits.cellCharacters })
    }
    if (this.characters > this.limits.characters) {
      throw refusal('too_much_text', { table, limit: this.limits.characters })
    }
  }
}

/** Letters of a column as spreadsheets show them; 0 gives A. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
