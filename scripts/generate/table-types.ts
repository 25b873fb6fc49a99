// Writes server/core/database/tables.generated.ts: one interface per table, read from a migrated database.

import { sql } from 'kysely'
import type { Pool } from '../../server/core/database/connect.ts'

interface Column {
  table_name: string
  column_name: string
  udt_name: string
  is_nullable: 'YES' | 'NO'
  is_generated: boolean
  is_identity: boolean
  has_default: boolean
}

const scalarTypes: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'Numeric',
  date: 'string',
  timestamptz: 'string',
  jsonb: 'Json',
  bytea: 'Buffer',
  tsvector: 'string',
}

function typeOf(column: Column): string {
  const array = column.udt_name.startsWith('_')
  const base = scalarTypes[array ? column.udt_name.slice(1) : column.udt_name]
  if (base === undefined) throw new Error(`no type for ${column.table_name}.${column.column_name}: ${column.udt_name}`)
  const full = `${base}${array ? '[]' : ''}${column.is_nullable === 'YES' ? ' | null' : ''}`
  if (column.is_identity) return `GeneratedAlways<${full}>`
  return column.has_default && column.is_nullable === 'NO' ? `Generated<${full}>` : full
}

const pascal = (name: string) => name.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())

/** The text of the generated file. */
export async function tableTypes(db: Pool): Promise<string> {
  const { rows } = await sql<Column>`
    select c.table_name, c.column_name, c.udt_name, c.is_nullable,
      c.is_identity = 'YES' as is_identity, c.is_generated = 'ALWAYS' as is_generated, c.column_default is not null as has_default
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%'
    order by c.table_name, c.ordinal_position`.execute(db)
  const tables = Map.groupBy(rows, row => row.table_name)
  const interfaces = [...tables].map(
    ([name, columns]) =>
      `export interface ${pascal(name)}Table {\n${columns.map(c => `  ${c.column_name}: ${typeOf(c)}\n`).join('')}}\n`,
  )
  const all = [...tables.keys()].map(name => `  ${name}: ${pascal(name)}Table\n`).join('')
  return `// Table types, made from the migrated database by \`npm run generate\`; do not edit.
import type { ColumnType, GeneratedAlways, RawBuilder } from 'kysely'

/** A column that has a default. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
/** jsonb: anything that JSON can hold, written with \`json(…)\`; stores know the shape. */
export type Json = ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>
/** numeric: decimal text when read. */
export type Numeric = ColumnType<string, string | number, string | number>

${interfaces.join('\n')}
export interface Database {
${all}}
`
}
