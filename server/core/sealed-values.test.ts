// Tests of personal values under seal: events tell them, an erasure takes them for good, the chain holds all the same.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import Type from 'typebox'
import { type ActionContext, defineAction, runAction } from './actions.ts'
import { verifyChains } from './event-chains.ts'
import { changesBetween, defineEvent, erased, listEvents } from './events.ts'
import { systemActor } from './identity/actor.ts'
import { newId } from './ids.ts'
import { eraseSeals } from './sealed-values.ts'
import { actionServices, createTestDatabase } from './testing.ts'

const { db } = await createTestDatabase()
const services = actionServices(db)
const Moved = defineEvent({
  type: 'sealed_test.moved',
  subject: 'sealed_test',
  data: Type.Object({ name: Type.String(), guide: Type.String(), place: Type.String() }),
  text: { id: 'test.moved', message: '{actor} moved {name}' },
  personal: { subject: ['name', 'email'], others: ['guide', 'contacts'] },
})
const ada = { ...systemActor('Ada Actor'), kind: 'person', id: newId() } as const
const nina = newId()

const move = defineAction({
  name: 'move',
  async run(ctx: ActionContext, place: string) {
    const changes = changesBetween(
      { email: 'nina@example.org', place: 'Here', contacts: [] as object[] },
      { email: 'n2@example.org', place, contacts: [{ name: 'Nina Nilsson', phone: null }] },
    )
    ctx.record(Moved, { subjectId: nina, data: { name: 'Nina Nilsson', guide: 'Gustav Guide', place }, changes })
  },
})
const run = (place: string) => runAction(services, ada, move, place)
const events = () => listEvents(db, [{ type: 'sealed_test', ids: [nina] }], { limit: 10 })
const stored = async () => JSON.stringify(await db.selectFrom('event').selectAll().execute())

test('what events store names nobody; what people read does', async () => {
  await run('There')
  await run('Far')
  assert.doesNotMatch(await stored(), /Ada|Nina|Gustav|example\.org/)
  const [event] = await events()
  assert.deepEqual(
    [event!.actorName, event!.data, event!.changes],
    [
      'Ada Actor',
      { name: 'Nina Nilsson', guide: 'Gustav Guide', place: 'Far' },
      {
        email: { from: 'nina@example.org', to: 'n2@example.org' },
        place: { from: 'Here', to: 'Far' },
        contacts: { from: [], to: [{ name: 'Nina Nilsson', phone: null }] },
      },
    ],
  )
  assert.equal(await verifyChains(db), undefined)
})

test('a name that comes again is kept once', async () => {
  const rows = await db.selectFrom('sealed_value').select('seal').where('person_id', '=', ada.id).execute()
  assert.equal(rows.length, 1)
})

test('an erasure takes the values of one person and those that name them, not the events', async () => {
  assert.equal(await eraseSeals(db, nina, ['Nina Nilsson', '%', 'a%b_']), 5)
  const [event] = await events()
  assert.deepEqual(event!.data, { name: erased, guide: 'Gustav Guide', place: 'Far' })
  assert.deepEqual(event!.changes, {
    email: { from: erased, to: erased },
    place: { from: 'Here', to: 'Far' },
    contacts: { from: [], to: erased },
  })
  assert.equal(event!.actorName, 'Ada Actor')
  assert.equal(await verifyChains(db), undefined)
})

test('a value that was changed under its seal is found', async () => {
  await sql`update sealed_value set value = '"Mallory"' where value = '"Ada Actor"'`.execute(db)
  assert.deepEqual(await verifyChains(db), { chain: 'installation', position: 1 })
})
