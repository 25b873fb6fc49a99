// One part of the archive of an organisation, and the usual ways to say which rows are its own.

export interface Part {
  /** Name of the file without `.jsonl`, and of the table unless `columns` says otherwise. */
  name: string
  table: string
  /** What a reader finds in it. */
  text: string
  /** Condition on the table as `t`; $1 is the id of the home organisation. */
  where: string
  order?: string
  /** Only these columns; all when absent. */
  columns?: readonly string[]
}

export const ofHome = 't.home_id = $1'
export const below = (table: string, column: string) => `t.${column} in (select id from ${table} where home_id = $1)`
