// Why somebody may do something: the grants that are enough by themselves, and ownership. Pure but for names of places.
import { sql } from 'kysely'
import type { Db } from '../../database/connect.ts'
import type { RecordAccess } from '../../records.ts'
import { type Actor, type Grant, personWith } from '../actor.ts'
import { readsAs } from '../confided.ts'
import { type Power, powers, rolePowers } from '../roles.terms.ts'
import type { AccessReason } from './people.contract.ts'

export type ScopeNames = ReadonlyMap<string, string>

const reasonOf = (grant: Grant, names: ScopeNames): AccessReason => ({
  kind: 'role',
  role: grant.role,
  scopeId: grant.scopeId,
  scopeName: grant.scopeId === null ? null : (names.get(grant.scopeId) ?? null),
  validUntil: grant.validUntil ?? null,
  source: grant.source ?? null,
  deputyFor: grant.deputyFor ?? null,
})

const byName = (kind: 'owner' | 'reader', deputyFor: AccessReason['deputyFor']): AccessReason => ({
  ...{ kind, role: null, scopeId: null, scopeName: null, validUntil: null, source: null, deputyFor },
})

/** Every power that the person has anywhere, with the grants that give it. */
export function explainPowers(actor: Actor, names: ScopeNames): { power: Power; reasons: AccessReason[] }[] {
  return powers
    .map(power => ({
      power,
      reasons: actor.grants.filter(grant => gives(grant, power)).map(grant => reasonOf(grant, names)),
    }))
    .filter(one => one.reasons.length > 0)
}

/** Administering is for the whole installation only, and never passes to a deputy. */
const gives = (grant: Grant, power: Power): boolean =>
  rolePowers[grant.role].includes(power) && (power !== 'administer' || grant.scopeId === null)

/**
 * Why a person sees a record: as its owner or by name where it is confidential, themselves or for somebody absent, and
 * each grant that is enough by itself.
 */
export function explainReading(actor: Actor, record: RecordAccess, names: ScopeNames): AccessReason[] {
  const nobody = { ...actor, id: null }
  const enough = actor.grants.filter(grant => record.decide(personWith(nobody, [grant])).read)
  return [...(record.confidential ? confidedReasons(actor, record) : []), ...enough.map(one => reasonOf(one, names))]
}

function confidedReasons(actor: Actor, { readers }: RecordAccess): AccessReason[] {
  const standsIn = new Map(actor.grants.flatMap(({ deputyFor }) => (deputyFor ? [[deputyFor.id, deputyFor]] : [])))
  return readsAs(actor).flatMap(id => {
    const absent = standsIn.get(id) ?? null
    if (id === readers?.ownerId) return [byName('owner', absent)]
    return readers?.readerIds.includes(id) ? [byName('reader', absent)] : []
  })
}

export async function scopeNames(db: Db, actors: readonly Actor[], language: string): Promise<ScopeNames> {
  const ids = [...new Set(actors.flatMap(actor => actor.grants.flatMap(grant => grant.scopeId ?? [])))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .select(['id', sql<string>`coalesce(names ->> ${language}, name)`.as('name')])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
