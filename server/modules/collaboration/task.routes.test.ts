// Tests of tasks through the API: giving, doing, changing, who may, and handing them over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineAction, runAction } from '#core/actions.ts'
import type { BodyOf } from '#core/contract.ts'
import { listEvents } from '#core/events.ts'
import { newId } from '#core/ids.ts'
import { fixedClock } from '#core/time.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { createTestApp, type TestPerson } from '../../test-app.ts'
import { getDiscussion } from './comment.contract.ts'
import { ownedTasks } from './owned-tasks.ts'
import * as contract from './task.contract.ts'
import { makeTalkWorld } from './testing/talk-world.ts'
import { watchersOf } from './watch.store.ts'

const app = await createTestApp(fixedClock('2026-11-23T09:00:00Z'))
const world = await makeTalkWorld(app)
const { db, administrator, officer, observer, auditor, stranger, open, secret } = world

const give = (who: TestPerson, body: BodyOf<typeof contract.createTask>) => who.call(contract.createTask, { body })
const tasksOf = (who: TestPerson, params: typeof open) => who.call(contract.listTasks, { params })

test('a task is given about a record, done, and reopened', async () => {
  const record = await world.record()
  const later = await give(officer, { text: 'Ask the\n dean', ownerId: observer.id, dueOn: '2026-12-01', record })
  const first = await give(officer, { text: 'Today', ownerId: officer.id, dueOn: '2026-11-23', record })
  const endless = await give(observer, { text: 'Some day', ownerId: officer.id, record })
  const { items, abilities } = await tasksOf(observer, record)
  assert.deepEqual(
    items.map(task => [task.id, task.text, task.owner.id, task.dueOn, task.isLate, task.askedBy]),
    [
      [first.id, 'Today', officer.id, '2026-11-23', false, officer.actor.name],
      [later.id, 'Ask the dean', observer.id, '2026-12-01', false, officer.actor.name],
      [endless.id, 'Some day', officer.id, null, false, observer.actor.name],
    ],
  )
  assert.deepEqual(abilities, { create: true })
  await observer.call(contract.finishTask, { params: later })
  await observer.call(contract.finishTask, { params: later })
  const done = (await tasksOf(officer, record)).items.at(-1)!
  assert.deepEqual([done.id, done.done?.by], [later.id, observer.actor.name])
  assert.equal((await officer.call(getDiscussion, { params: record })).openTasks, 2)
  await officer.call(contract.reopenTask, { params: later })
  assert.equal((await observer.call(contract.getTask, { params: later })).done, null)
  assert.deepEqual((await watchersOf(db, [record])).get(record.id), [officer.id, observer.id].toSorted())
  const timeline = await officer.call(agreements.getAgreementTimeline, { params: { id: record.id } })
  assert.deepEqual(
    timeline.items.slice(0, 2).map(item => item.sentence),
    [`${officer.actor.name} reopened the task: Ask the dean`, `${observer.actor.name} finished the task: Ask the dean`],
  )
})

test('a task goes only to who may see the record, with words and a day that makes sense', async () => {
  const refused = async (body: Partial<BodyOf<typeof contract.createTask>>) => {
    const whole = { text: 'Do it', ownerId: officer.id, record: secret, ...body }
    return (await officer.refused(contract.createTask, { body: whole })).code
  }
  assert.equal(await refused({ ownerId: observer.id }), 'task.owner_may_not_read')
  assert.equal(await refused({ ownerId: 'nobody' }), 'task.owner_may_not_read')
  assert.equal(await refused({ text: ' \u202E ' }), 'task.empty')
  assert.equal(await refused({ dueOn: '2026-11-22' }), 'task.day_passed')
  assert.equal(await refused({ dueOn: '2126-11-22' }), 'task.day_passed')
  assert.equal(await refused({ ownerId: stranger.id, record: null }), 'task.owner_may_not_read')
  const auditors = await auditor.refused(contract.createTask, {
    body: { text: 'x', ownerId: auditor.id, record: open },
  })
  assert.equal(auditors.status, 403)
  assert.equal((await auditor.refused(contract.createTask, { body: { text: 'x', ownerId: auditor.id } })).status, 403)
})

test('who may work on a task: its owner, who asked for it, who works on the record', async () => {
  const other = await app.person('observer', world.home)
  const { id } = await give(observer, { text: 'Read it', ownerId: observer.id, record: open })
  const about = (who: TestPerson) => who.call(contract.getTask, { params: { id } })
  const may = async (who: TestPerson) => (await about(who)).abilities.work === true
  assert.deepEqual([await may(observer), await may(officer), await may(administrator)], [true, true, true])
  assert.deepEqual([await may(other), await may(auditor)], [false, false])
  const change = { params: { id }, body: { text: 'Read it well', ownerId: other.id, dueOn: null, version: 1 } }
  for (const one of [contract.finishTask, contract.removeTask])
    assert.equal((await other.refused(one, { params: { id } })).status, 403)
  assert.equal((await other.refused(contract.changeTask, change)).status, 403)
  await observer.call(contract.changeTask, change)
  assert.equal((await observer.refused(contract.changeTask, change)).code, 'record.stale_version')
  assert.deepEqual([(await about(other)).text, await may(other)], ['Read it well', true])
  await other.call(contract.removeTask, { params: { id } })
  assert.equal((await other.refused(contract.getTask, { params: { id } })).status, 404)
})

test('tasks about what a person may not see do not exist for them', async () => {
  const { id } = await give(officer, { text: 'Zyxwvut', ownerId: officer.id, record: secret })
  const body = { text: 'x', ownerId: observer.id, dueOn: null, version: 1 }
  for (const who of [observer, stranger]) {
    const answers = [
      await who.refused(contract.listTasks, { params: secret }),
      await who.refused(contract.getTask, { params: { id } }),
      await who.refused(contract.finishTask, { params: { id } }),
      await who.refused(contract.reopenTask, { params: { id } }),
      await who.refused(contract.removeTask, { params: { id } }),
      await who.refused(contract.changeTask, { params: { id }, body }),
      await who.refused(contract.createTask, { body: { text: 'x', ownerId: who.id, record: secret } }),
    ]
    assert.deepEqual(new Set(answers.map(one => one.status)), new Set([404]))
  }
})

test('a task without a record concerns its two people', async () => {
  const { id } = await give(officer, { text: 'Order paper', ownerId: observer.id })
  assert.equal((await administrator.refused(contract.getTask, { params: { id } })).status, 404)
  assert.equal((await observer.call(contract.getTask, { params: { id } })).text, 'Order paper')
  await observer.call(contract.finishTask, { params: { id } })
  const events = await listEvents(db, [{ type: 'task', ids: [id] }], { limit: 9 })
  assert.deepEqual(
    events.map(event => event.type),
    ['task.done', 'task.created'],
  )
  const { items } = await officer.call(contract.listTaskOwners)
  const names = items.map(one => one.id)
  assert.ok(names.includes(observer.id) && !names.includes(stranger.id))
  assert.equal((await officer.refused(contract.getTask, { params: { id: newId() } })).status, 404)
})

test('open tasks of a leaving person pass to another', async () => {
  const leaving = await app.person('officer', world.home)
  const kept = await give(leaving, { text: 'Open', ownerId: leaving.id, record: open })
  const done = await give(leaving, { text: 'Done', ownerId: leaving.id, record: open })
  await leaving.call(contract.finishTask, { params: done })
  const held = await ownedTasks.list(db, leaving.id)
  assert.deepEqual(
    held.map(item => [item.id, item.title, item.path]),
    [[kept.id, { und: 'Open' }, `/agreements/${open.id}`]],
  )
  const handOver = defineAction({
    name: 'test.hand_over',
    run: (ctx, ids: string[]) => ownedTasks.handOver(ctx, ids, officer.id, 'leaves', leaving.id),
  })
  await runAction(app.services, administrator.actor, handOver, [kept.id])
  const task = await officer.call(contract.getTask, { params: kept })
  assert.equal(task.owner.id, officer.id)
  const [event] = await listEvents(db, [{ type: 'agreement', ids: [open.id] }], { limit: 1 })
  assert.deepEqual([event!.type, event!.reason], ['task.changed', 'leaves'])
})
