// Collects what should be told about a file: one notice per matter and table with its first places, however often it occurs.
import type { ReadingNoticeCode } from './reading.terms.ts'
import type { ReadingNotice } from './source-table.ts'

const ROWS_NAMED = 10

interface Place {
  table?: string
  row?: number
  column?: number
  values?: Record<string, string | number>
}

interface Gathered extends ReadingNotice {
  rowNumbers: number[]
  count: number
}

export class NoticeBook {
  private readonly gathered = new Map<string, Gathered>()

  add(code: ReadingNoticeCode, severity: ReadingNotice['severity'], place: Place = {}): void {
    const key = `${code}\n${place.table ?? ''}`
    let notice = this.gathered.get(key)
    if (notice === undefined) {
      notice = { code, severity, values: { ...place.values }, rowNumbers: [], count: 0 }
      if (place.table !== undefined) notice.table = place.table
      if (place.row !== undefined) notice.row = place.row
      if (place.column !== undefined) notice.column = place.column
      this.gathered.set(key, notice)
    }
    notice.count += 1
    if (place.row !== undefined && notice.rowNumbers.length <= ROWS_NAMED && notice.rowNumbers.at(-1) !== place.row) {
      notice.rowNumbers.push(place.row)
    }
  }

  list(): ReadingNotice[] {
    return [...this.gathered.values()].map(({ rowNumbers, count, ...notice }) => {
      const named = rowNumbers.slice(0, ROWS_NAMED).join(', ')
      const values: Record<string, string | number> = { count, ...notice.values }
      if (notice.table !== undefined) values.table = notice.table
      if (rowNumbers.length > 0) values.rows = rowNumbers.length > ROWS_NAMED ? `${named} …` : named
      return { ...notice, values }
    })
  }
}
