// The database that an archive is restored into: what it holds already, and how it is emptied, opened and closed again.
import type pg from 'pg'
import { quoted } from './backup-format.ts'

/**
 * `empty`: nothing, or Concord's tables without a person, an organisation or an event. `used`: an installation.
 * `foreign`: tables that Concord did not make.
 */
export type TargetState = 'empty' | 'used' | 'foreign'

export async function stateOfTarget(client: pg.Client): Promise<TargetState> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  if (rows.length === 0) return 'empty'
  if (!rows.some(row => row.name === 'kysely_migration')) return 'foreign'
  const telling = ['auth_user', 'organisation', 'event'].filter(name => rows.some(row => row.name === name))
  for (const name of telling) {
    const { rowCount } = await client.query(`select 1 from ${quoted(`public.${name}`)} limit 1`)
    if (rowCount) return 'used'
  }
  return 'empty'
}

/** How many connections of running Concord processes the database has. */
export async function runningProcesses(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name ~ '^(concord|pgboss:.*)$'`,
  )
  return rows[0]!.count
}

/** Drops every table, function and sequence of the schema `public`, but nothing that belongs to an extension; and the past. */
export async function emptyDatabase(client: pg.Client): Promise<void> {
  await client.query('drop schema if exists as_of cascade')
  await client.query(`do $$
declare one record;
begin
  for one in select format('drop table if exists %I.%I cascade', n.nspname, c.relname) as command
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not exists (
      select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
  loop execute one.command; end loop;
  for one in select format('drop routine if exists %s cascade', p.oid::regprocedure) as command
    from pg_proc p where p.pronamespace = 'public'::regnamespace and not exists (
      select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
  loop execute one.command; end loop;
  for one in select format('drop sequence if exists %I.%I cascade', n.nspname, c.relname) as command
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'S'
  loop execute one.command; end loop;
end $$`)
  await client.query('drop schema if exists past cascade')
}

/**
 * Takes away what would slow down or refuse rows in the order of the archive: foreign keys, plain indexes, triggers.
 * Needs no more rights than the owner has. Answers the work that puts all of it back and so proves the keys.
 */
export async function openTables(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string; text: string }>(
    `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as text
     from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
  )
  const { rows: indexes } = await client.query<{ name: string; text: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace
       and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
  )
  const { rows: tables } = await client.query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`,
  )
  for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${key.name}`)
  for (const index of indexes) await client.query(`drop index ${index.name}`)
  for (const table of tables) await client.query(`alter table ${table.name} disable trigger user`)
  return async () => {
    for (const table of tables) await client.query(`alter table ${table.name} enable trigger user`)
    for (const index of indexes) await client.query(index.text)
    for (const key of keys) await client.query(`alter table ${key.table} add constraint ${key.name} ${key.text}`)
  }
}

/** Columns of a table, or none when there is no such table. */
export async function columnsOf(client: pg.Client, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attgenerated = ''`,
    [quoted(table)],
  )
  return new Map(rows.map(row => [row.name, row.type]))
}
