// Tests of the search: what is found by which words, that nobody learns of what they may not see, and that it stays in step.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QueryOf, ResponseOf } from '#core/contract.ts'
import { setGrants } from '#core/identity/accounts.ts'
import type { Actor } from '#core/identity/actor.ts'
import { findActor } from '#core/identity/session.ts'
import { createTestDatabase } from '#core/testing.ts'
import type { AgreementInput } from '#modules/agreements/agreement.contract.ts'
import { openAgreementApp } from '#modules/agreements/testing/agreement-app.ts'
import { makeOrganisation, makePerson, makeWorld } from '#modules/agreements/testing/agreement-factory.ts'
import { refreshDocuments } from './refresh.ts'
import * as contract from './search.contract.ts'
import { searchModule } from './search.module.ts'

const { db } = await createTestDatabase()
const app = await openAgreementApp(db, [searchModule])
const world = await makeWorld(db)

async function person(role: 'officer' | 'observer' | 'administrator', home: string | null): Promise<Actor> {
  const { id } = await makePerson(db, new Set())
  await setGrants(db, id!, [{ role, scopeId: home }])
  return (await findActor(db, id!, '2026-11-23'))!
}

/** A fresh home with an officer, so that the tests do not see each other's agreements. */
async function office() {
  const home = await makeOrganisation(db, { home: true })
  const officer = await person('officer', home)
  const record = (more: Partial<AgreementInput>) => world.record({ homeId: home, ...more }, officer)
  return { home, officer, record }
}

type Answer = ResponseOf<typeof contract.searchEverything>
const ask = async (
  actor: Actor,
  q: string,
  more: Partial<QueryOf<typeof contract.searchEverything>> = {},
): Promise<Answer> => {
  await refreshDocuments(app.services)
  return app.call(actor, contract.searchEverything, { query: { q, ...more } })
}
const idsOf = ({ groups }: Answer, kind = 'agreement') =>
  groups.filter(group => group.kind === kind).flatMap(group => group.items.map(item => item.id))
const plain = (marked: { text: string; hit: boolean }[]) =>
  marked.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test('an agreement is found by its titles in every language, its number, and the beginning of a word', async () => {
  const { officer, record } = await office()
  const title = { en: 'Memorandum on glaciology', fa: 'یادداشت تفاهم یخچال‌شناسی', ru: 'Меморандум о гляциологии' }
  const id = await record({ number: 'GL-2024/17', title })
  for (const q of ['glaciology', 'memorandum glac', 'یخچال', 'гляциолог', 'GL-2024/17', '2024 gl', '"on glaciology"'])
    assert.deepEqual(idsOf(await ask(officer, q)), [id], q)
  for (const q of ['glaciology botany', '"glaciology memorandum"'])
    assert.deepEqual(idsOf(await ask(officer, q)), [], q)
  const [item] = (await ask(officer, 'glac')).groups[0]!.items
  assert.equal(plain(item!.title), 'Memorandum on [glaciology]')
  assert.deepEqual([item!.number, item!.path, item!.of], ['GL-2024/17', `/agreements/${id}`, null])
})
