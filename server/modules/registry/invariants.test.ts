// Each truth of the registry notices when it is broken.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createTestDatabase } from '#core/testing.ts'
import { registryInvariants } from './invariants.store.ts'
import { makeHome, makeOrganisation } from './testing/registry-factory.ts'

const broken: Record<string, (ids: { a: string; b: string; home: string }) => ReturnType<typeof sql>[]> = {
  'registry: every organisation has its shown name among its names': ({ a }) => [
    sql`update organisation set name = 'Nowhere else' where id = ${a}`,
  ],
  'registry: a merged organisation counts as one that is not merged itself': ({ a, b }) => [
    sql`update organisation set merged_into = ${b} where id = ${a}`,
  ],
  'registry: following mergers leads to the organisation that counts': ({ a, b, home }) => [
    sql`update organisation set merged_into = ${b}, canonical_id = ${home} where id = ${a}`,
  ],
  'registry: no organisation is a unit of itself': ({ a, b }) => [
    sql`update organisation set unit_of = ${b} where id = ${a}`,
    sql`update organisation set unit_of = ${a} where id = ${b}`,
  ],
  'registry: home organisations are not merged away': ({ a, home }) => [
    sql`update organisation set merged_into = ${a}, canonical_id = ${a} where id = ${home}`,
  ],
  'registry: relations that name a known organisation point to it': ({ a, b }) => [
    sql`insert into organisation_identifier (organisation_id, scheme, value, folded, source) values (${b}, 'ror', 'x', 'x', 'ror')`,
    sql`insert into organisation_relation (organisation_id, kind, other_ror, source) values (${a}, 'parent', 'x', 'ror')`,
  ],
}

test('every truth has its planted violation', () => {
  assert.deepEqual(
    registryInvariants.map(one => one.name),
    Object.keys(broken),
  )
})

for (const { name, check } of registryInvariants)
  test(`noticed when broken: ${name}`, async () => {
    const { db } = await createTestDatabase()
    const ids = { a: await makeOrganisation(db), b: await makeOrganisation(db), home: await makeHome(db) }
    assert.deepEqual(await check(db), [])
    for (const statement of broken[name]!(ids)) await statement.execute(db)
    assert.ok((await check(db)).length > 0)
  })
