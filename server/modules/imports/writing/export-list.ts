// The list given back: the original columns in their order, then what the product knows, as CSV, workbook or JSON.
import { Readable } from 'node:stream'
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { exportPortfolioTable } from '#modules/agreements/index.ts'
import { TABLE_MEDIA_TYPES, writeTable } from '../reading/write-table.ts'

export interface ExportInput {
  format: 'csv' | 'xlsx' | 'json'
  importId?: string | undefined
  homeId?: string | undefined
}

export interface ExportedList {
  fileName: string
  mediaType: string
  body: Readable
}

/** Agreements that the actor may see, in the order of the list they came from. */
export async function exportList(
  reader: { db: Db; actor: Actor; t: Translator; today: Temporal.PlainDate },
  input: ExportInput,
): Promise<ExportedList> {
  const { db, actor, t, today } = reader
  const filter = {
    ...(input.importId !== undefined && { importId: input.importId }),
    ...(input.homeId !== undefined && { homeId: [input.homeId] }),
  }
  const table = await exportPortfolioTable(db, { actor, filter, sort: 'recorded', t, today })
  const fileName = `agreements-${today.toString()}.${input.format}`
  if (input.format === 'json')
    return { fileName, mediaType: 'application/json', body: Readable.from(jsonOf(table.keys, table.rows)) }
  const rightToLeft = t.language === 'fa'
  const pieces = writeTable({ columns: table.columns, rows: table.rows, format: input.format, rightToLeft })
  return { fileName, mediaType: TABLE_MEDIA_TYPES[input.format], body: Readable.from(pieces) }
}

async function* jsonOf(keys: readonly string[], rows: AsyncIterable<string[]>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const row of rows) {
    yield `${before}${JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, row[at] ?? ''])))}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
