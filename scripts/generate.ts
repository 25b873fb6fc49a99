// Writes what is derived from the code: table types and the reference pages. `--check` compares instead of writing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { openPool } from '../server/core/database/connect.ts'
import { startEmbeddedForTests } from '../server/core/database/embedded-testing.ts'
import { migrateToLatest } from '../server/core/database/migrate.ts'
import { tableTypes } from './generate/table-types.ts'

const root = path.join(import.meta.dirname, '..')

async function withMigratedDatabase<T>(work: (db: ReturnType<typeof openPool>) => Promise<T>): Promise<T> {
  const server = await startEmbeddedForTests()
  const admin = new pg.Client({ ...server.connection, database: 'postgres' })
  await admin.connect()
  const database = `generate_${process.pid}`
  await admin.query(`create database ${database}`)
  const db = openPool({ ...server.connection, database })
  try {
    await migrateToLatest(db)
    return await work(db)
  } finally {
    await db.destroy()
    await admin.query(`drop database ${database} with (force)`)
    await admin.end()
    await server.stop()
  }
}

async function generatedFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  files.set('server/core/database/tables.generated.ts', await withMigratedDatabase(tableTypes))
  if (existsSync(path.join(root, 'scripts/generate/reference.ts'))) {
    const { referencePages } = await import('./generate/reference.ts')
    for (const [name, text] of await referencePages()) files.set(name, text)
  }
  return files
}

const checking = process.argv.includes('--check')
const stale: string[] = []
for (const [name, text] of await generatedFiles()) {
  const file = path.join(root, name)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  stale.push(name)
  if (checking) continue
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}
if (checking && stale.length > 0) {
  console.error(`Out of date, run \`npm run generate\`: ${stale.join(', ')}`)
  process.exitCode = 1
} else console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Generated files are up to date.')
