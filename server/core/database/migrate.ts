// Runs the one migration history; several processes may start at once, Kysely's lock lets one of them migrate.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import type { Db } from './connect.ts'

const folder = path.join(import.meta.dirname, '..', '..', 'migrations')

/** Names of all migrations, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const files = await readdir(folder)
  return files.filter(name => /^\d{8}T\d{4}-[a-z-]+\.ts$/.test(name)).sort()
}

const provider: MigrationProvider = {
  async getMigrations() {
    const migrations: Record<string, Migration> = {}
    for (const name of await migrationNames())
      migrations[name.slice(0, -3)] = (await import(pathToFileURL(path.join(folder, name)).href)) as Migration
    return migrations
  },
}

/** Brings the database to the newest version; returns the names of the migrations that ran. */
export async function migrateToLatest(db: Db): Promise<string[]> {
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest()
  if (error) throw error
  return (results ?? []).filter(result => result.status === 'Success').map(result => result.migrationName)
}

/** Brings an empty database to the state after the named migration; works inside a transaction too. */
export async function migrateUpTo(db: Db, name: string): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateTo(name)
  if (error) throw error
}
