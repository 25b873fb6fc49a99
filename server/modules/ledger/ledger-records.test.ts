// Tests of promises and deeds as records: each reader gets those of agreements that they may see.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRecord, findRecords } from '#core/records.ts'
import { createTestApp } from '../../test-app.ts'
import * as contract from './ledger.contract.ts'
import { commitmentInput, entryInput, makeOrganisation, makeSource } from './testing/ledger-factory.ts'

const { services, person } = await createTestApp()
const { db } = services
const home = await makeOrganisation(db, 'Home University', true)
const partner = await makeOrganisation(db, 'Partner University')
const maker = await person('administrator')

async function promiseAndDeed(agreementId: string) {
  const { items } = await maker.call(contract.createCommitment, { body: commitmentInput(agreementId, home, partner) })
  const entry = await maker.call(contract.postEntry, { body: entryInput(home, partner, { agreementId }) })
  return [
    { subject: 'commitment', id: items[0]!.id },
    { subject: 'entry', id: entry.id },
  ]
}
const openSource = await makeSource(db, home)
const reader = await person('officer', home)
const secretSource = await makeSource(db, home, { confidential: true, readerIds: [maker.id, reader.id] })
const open = await promiseAndDeed(openSource)
const secret = await promiseAndDeed(secretSource)
const idsOf = (...refs: { id: string }[]) => refs.map(ref => ref.id).sort()

test('they are seen where their agreement is', async () => {
  const elsewhere = await makeOrganisation(db, 'Other University', true)
  const [observer, colleague, officer, stranger] = [
    await person('observer', home),
    await person('officer', home),
    reader,
    await person('officer', elsewhere),
  ]
  const seen = async (who: typeof observer) => [...(await findRecords(db, who.actor, [...open, ...secret])).keys()]
  assert.deepEqual((await seen(observer)).sort(), idsOf(...open))
  assert.deepEqual((await seen(officer)).sort(), idsOf(...open, ...secret))
  assert.deepEqual((await seen(colleague)).sort(), idsOf(...open))
  assert.deepEqual(await seen(stranger), [])
  const [promise, deed] = [
    await findRecord(db, officer.actor, secret[0]!),
    await findRecord(db, officer.actor, open[1]!),
  ]
  assert.deepEqual(
    [promise?.confidential, promise?.path, promise?.title.en, deed?.path],
    [true, `/agreements/${secretSource}?tab=commitments`, 'Student mobility', `/agreements/${openSource}?tab=entries`],
  )
  for (const record of [promise!, deed!])
    for (const who of [observer, colleague, officer, stranger])
      assert.equal(record.decide(who.actor).read, (await findRecord(db, who.actor, record)) !== undefined)
  assert.deepEqual([deed!.decide(officer.actor).write, deed!.decide(observer.actor).write], [true, false])
})
