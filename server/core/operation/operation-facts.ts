// What administrators see of the installation at a glance: versions, sizes, places.
import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Services } from '../services.ts'
import { concordVersion } from './backup-format.ts'
import { queueState } from './health/queue-state.ts'
import { lastBackup } from './last-backup.ts'
import type { Operation } from './operation.contract.ts'

export async function operationFacts(services: Services): Promise<Omit<Static<typeof Operation>, 'report'>> {
  const { db, config, mail } = services
  const { rows } = await sql<{ version: string; bytes: number; connections: number; events: number; schema: string }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      (select coalesce(sum(position), 0)::bigint from event_chain) as events,
      (select max(name) from kysely_migration) as schema`.execute(db)
  const { version, bytes, connections, events, schema } = rows[0]!
  const { waiting, running, parked } = await queueState(db)
  const space = await statfs(config.dataDir).catch(() => null)
  return {
    versions: { concord: concordVersion, node: process.versions.node, postgres: version, schema },
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    database: { bytes, connections, isOwn: config.databaseUrl === '' },
    storage: placeOfFiles(config),
    mail: { server: mail.delivers ? serverOf(config.mailUrl) : null, sender: config.mailFrom },
    disk: space && { folder: config.dataDir, free: space.bavail * space.bsize, total: space.blocks * space.bsize },
    jobs: { waiting, running, parked },
    events,
    backup: await lastBackup(db),
  }
}

function placeOfFiles({ storageBucket, storageFolder }: Services['config']): Static<typeof Operation>['storage'] {
  if (storageBucket === null) return { kind: 'folder', place: storageFolder }
  const { endpoint, bucket, prefix } = storageBucket
  return { kind: 'bucket', place: [endpoint, bucket, prefix].filter(Boolean).join('/') }
}

/** Without user and password. */
const serverOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')
