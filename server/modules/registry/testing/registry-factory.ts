// Makes organisations and actors; for tests and seeds only.
import { runAction } from '#core/actions.ts'
import type { Pool } from '#core/database/connect.ts'
import { type Actor, type Reach, systemActor } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { actionServices } from '#core/testing.ts'
import { createOrganisation } from '../actions/create-organisation.ts'
import { setHomes } from '../actions/set-homes.ts'
import { listHomes } from '../organisation.store.ts'
import type { WrittenOrganisation } from '../written-facts.ts'

/** A person who reads and writes where told; everywhere by default. */
export function person(where: { writes?: Reach; reads?: Reach; administers?: boolean } = {}): Actor {
  const writes = where.writes ?? 'everywhere'
  return {
    ...systemActor('Test Person'),
    kind: 'person',
    writes,
    reads: where.reads ?? writes,
    administers: where.administers ?? false,
  }
}

export const nobodyWrites: Reach = new Set()

/** Adds an organisation by hand; answers its id. */
export function makeOrganisation(
  db: Pool,
  written: Partial<WrittenOrganisation> & { unitOf?: string } = {},
): Promise<string> {
  const name = written.name ?? `Institute ${newId()}`
  return runAction(actionServices(db), systemActor(), createOrganisation, { ...written, name })
}

/** Adds an organisation and makes it a home organisation besides those that are; answers its id. */
export async function makeHome(db: Pool, written: Partial<WrittenOrganisation> = {}): Promise<string> {
  const id = await makeOrganisation(db, written)
  const homes = await listHomes(db)
  const organisationIds = [...homes.map(home => home.id), id]
  await runAction(actionServices(db), systemActor(), setHomes, { organisationIds })
  return id
}
