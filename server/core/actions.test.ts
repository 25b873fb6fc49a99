// Tests of the one way in which anything is written: transaction, trail, chain, refusal to write silently.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import Type from 'typebox'
import { defineAction, runAction } from './actions.ts'
import { verifyChains } from './event-chains.ts'
import { defineEvent, listEvents } from './events.ts'
import { systemActor } from './identity/actor.ts'
import { newId } from './ids.ts'
import { readSetting, writeSetting } from './settings.ts'
import { actionServices, createTestDatabase } from './testing.ts'

const { db } = await createTestDatabase()
const services = actionServices(db)
const SettingChanged = defineEvent({
  type: 'test.setting_changed',
  subject: 'setting',
  data: Type.Object({ value: Type.Unknown() }),
  text: { id: 'test.setting_changed', message: '{actor} changed it' },
})
const subjectId = newId()
const change = defineAction({
  name: 'change',
  async run(ctx, input: { value: unknown; fail?: boolean; silent?: boolean }) {
    await writeSetting(ctx.db, 'test', input.value)
    if (!input.silent)
      ctx.record(SettingChanged, {
        subjectId,
        data: { value: input.value },
        changes: { value: { from: null, to: input.value } },
      })
    if (input.fail) throw new Error('stop')
  },
})

test('an action writes its change and its event together', async () => {
  await runAction(services, systemActor(), change, { value: [1, 2] })
  assert.deepEqual(await readSetting(db, 'test', null), [1, 2])
  const events = await listEvents(db, [{ type: 'setting', ids: [subjectId] }], { limit: 10 })
  assert.deepEqual(
    events.map(event => event.data),
    [{ value: [1, 2] }],
  )
})

test('a failing action leaves nothing behind', async () => {
  await assert.rejects(runAction(services, systemActor(), change, { value: 'lost', fail: true }), /stop/)
  assert.deepEqual(await readSetting(db, 'test', null), [1, 2])
})

test('an action that writes silently is refused', async () => {
  await assert.rejects(
    runAction(services, systemActor(), change, { value: 'silent', silent: true }),
    /recorded no event/,
  )
  assert.deepEqual(await readSetting(db, 'test', null), [1, 2])
})

test('events cannot be changed, and a forged one breaks the chain', async () => {
  await Promise.all([1, 2, 3, 4].map(value => runAction(services, systemActor(), change, { value })))
  assert.equal(await verifyChains(db), undefined)
  await assert.rejects(sql`update event set reason = 'forged'`.execute(db), /never changed/)
  await assert.rejects(sql`delete from event`.execute(db), /never changed/)
  await sql`alter table event disable trigger event_append_only`.execute(db)
  await sql`update event set actor_name = 'Somebody else' where position = 2`.execute(db)
  assert.deepEqual(await verifyChains(db), { chain: 'installation', position: 2 })
})
