// Tests of Today: what it asks of whom, that it tells nobody more than they may see, putting off and giving on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QueryOf, ResponseOf } from '#core/contract.ts'
import { setGrants } from '#core/identity/accounts.ts'
import { type Actor, personWith } from '#core/identity/actor.ts'
import { findActor } from '#core/identity/session.ts'
import { newId } from '#core/ids.ts'
import { declareRecords } from '#core/records.ts'
import { createTestDatabase } from '#core/testing.ts'
import { setTurns, type TurnInput } from '#core/turns.ts'
import { defineWorkflow } from '#core/workflow.ts'
import type { AgreementInput } from '#modules/agreements/agreement.contract.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { openAgreementApp } from '#modules/agreements/testing/agreement-app.ts'
import { makeOrganisation, makePerson, makeWorld, testDay } from '#modules/agreements/testing/agreement-factory.ts'
import * as tasks from '#modules/collaboration/task.contract.ts'
import { collaborationModule } from '#modules/collaboration/testing/talk-world.ts'
import * as ledger from '#modules/ledger/ledger.contract.ts'
import * as contract from './today.contract.ts'
import { workModule } from './work.module.ts'
import { followRenewals } from './work.store.ts'

const { db } = await createTestDatabase()
const app = await openAgreementApp(db, [collaborationModule, workModule])
const world = await makeWorld(db)

/** A fresh home with an officer, so that the tests do not see each other's agreements. */
async function office(): Promise<{
  home: string
  officer: Actor
  record(more?: Partial<AgreementInput>): Promise<string>
}> {
  const home = await makeOrganisation(db, { home: true })
  const officer = await person('officer', home)
  return { home, officer, record: more => world.record({ homeId: home, ...more }, officer) }
}

async function person(role: 'officer' | 'observer' | 'signatory' | 'coordinator', home: string): Promise<Actor> {
  const { id } = await makePerson(db, new Set())
  await setGrants(db, id!, [{ role, scopeId: home }])
  return (await findActor(db, id!, '2026-11-23'))!
}

type Answer = ResponseOf<typeof contract.getToday>
const todayOf = (actor: Actor, query: QueryOf<typeof contract.getToday> = {}): Promise<Answer> =>
  app.call(actor, contract.getToday, { query })
const idsBy = ({ groups }: Answer) => Object.fromEntries(groups.map(one => [one.group, one.items.map(item => item.id)]))
const totals = ({ groups }: Answer) => groups.map(one => [one.group, one.total])

const draft = { state: 'drafting', signedOn: null, expiresOn: null } as const
const on = (day: string) => ({ on: day, precision: 'day' as const })

test('nothing to do: no groups, and whether there is any agreement', async () => {
  const { officer, record } = await office()
  assert.deepEqual(await todayOf(officer), { groups: [], snoozed: 0, hasAgreements: false })
  await record()
  assert.deepEqual(await todayOf(officer), { groups: [], snoozed: 0, hasAgreements: true })
})

test('agreements stand in the group that says what they ask for', async () => {
  const { officer, record } = await office()
  const drafting = await record(draft)
  const partner = await record({ ...draft, state: 'partner_review' })
  const overdue = await record({ expiresOn: on('2027-03-01') })
  const soon = await record({ expiresOn: on('2028-01-15') })
  const later = await record({ expiresOn: on('2028-06-15') })
  const answer = await todayOf(officer)
  assert.deepEqual(idsBy(answer), { late: [overdue], turns: [drafting], coming: [soon], waiting: [partner] })
  assert.deepEqual(idsBy(await todayOf(officer, { days: 365 })).coming, [soon, later])
  assert.deepEqual(
    answer.groups.map(({ items: [item] }) => [
      item!.state,
      item!.dueOn,
      item!.endsOn,
      item!.step?.name ?? null,
      item!.isFree,
    ]),
    [
      ['in_force', '2026-03-01', '2027-03-01', 'begin_renewal', true],
      ['drafting', null, null, 'send_to_internal_review', true],
      ['in_force', '2027-01-15', '2028-01-15', 'begin_renewal', true],
      ['partner_review', null, null, null, true],
    ],
  )
})

test('the one step can be taken from Today, and then it asks for the next', async () => {
  const { officer, record } = await office()
  const id = await record(draft)
  const [turn] = (await todayOf(officer)).groups[0]!.items
  const step = turn!.step!.name as 'send_to_internal_review'
  await app.call(officer, agreements.takeAgreementStep, { params: { id }, body: { step, version: turn!.version } })
  const [next] = (await todayOf(officer)).groups[0]!.items
  assert.deepEqual([next!.state, next!.step!.name], ['internal_review', 'send_to_partner'])
})

test('an agreement that renews itself is late only by its present end', async () => {
  const { officer, record } = await office()
  const renewing = { renewal: 'automatic', renewalMonths: 36 } as const
  const id = await record({ ...renewing, expiresOn: on('2027-03-01') })
  assert.deepEqual(idsBy(await todayOf(officer)), { late: [id] })
  await db.updateTable('agreement').set({ expires_on: '2026-01-01' }).where('id', '=', id).execute()
  assert.deepEqual(idsBy(await todayOf(officer)), {})
})

test('the turn of an agreement that renewed itself follows to the review of its new term', async () => {
  const { officer, record } = await office()
  const id = await record({ renewal: 'automatic', renewalMonths: 24, expiresOn: on('2027-03-01') })
  await db.updateTable('agreement').set({ expires_on: '2026-01-15' }).where('id', '=', id).execute()
  assert.deepEqual(idsBy(await todayOf(officer)), {})
  await followRenewals(db, testDay)
  assert.equal(await followRenewals(db, testDay), 0)
  const answer = await todayOf(officer)
  assert.deepEqual(idsBy(answer), { coming: [id] })
  const [item] = answer.groups[0]!.items
  assert.deepEqual([item!.dueOn, item!.endsOn, item!.renewsItself], ['2027-01-15', '2028-01-15', true])
})

test('an agreement that ran out unattended stays late for a while', async () => {
  const { officer, record } = await office()
  const [lately, longAgo] = [
    await record({ expiresOn: on('2026-12-01') }),
    await record({ expiresOn: on('2026-12-01') }),
  ]
  const end = (id: string, day: string) =>
    db.updateTable('agreement').set({ expires_on: day }).where('id', '=', id).execute()
  await end(lately, '2026-11-01')
  await end(longAgo, '2025-11-01')
  const answer = await todayOf(officer)
  assert.deepEqual(idsBy(answer), { late: [lately] })
  assert.deepEqual([answer.groups[0]!.items[0]!.state, answer.groups[0]!.items[0]!.endsOn], ['expired', '2026-11-01'])
})

test('deeds whose day has passed wait for a word, proposals for a yes', async () => {
  const { home, officer, record } = await office()
  const agreementId = await record()
  const given = { promisor: { organisationId: home }, beneficiary: { organisationId: world.partner } }
  const { items } = await app.call(officer, ledger.createCommitment, {
    body: {
      ...{ agreementId, kind: 'student_mobility', ...given, unit: 'person', quantity: '5', comparator: 'at_least' },
      ...{ period: 'per_calendar_year', carry: 'none', condition: 'none', state: 'proposed' },
    },
  })
  const entry = (startsOn: string, status: 'planned' | 'confirmed') =>
    app.call(officer, ledger.postEntry, {
      body: {
        ...{ agreementId, kind: 'student_mobility', unit: 'person', quantity: '2', status },
        ...{ from: given.promisor, to: given.beneficiary, startsOn: on(startsOn) },
      },
    })
  const past = await entry('2026-10-01', 'planned')
  await entry('2027-10-01', 'planned')
  const answer = await todayOf(officer)
  assert.deepEqual(idsBy(answer), { confirm: [past.id], proposals: [items[0]!.id] })
  const [deed, promise] = answer.groups.map(one => one.items[0]!)
  assert.deepEqual([deed!.quantity, deed!.dueOn, deed!.step!.name], ['2', '2026-10-01', 'confirm'])
  assert.deepEqual([promise!.quantity, promise!.step!.name, promise!.agreementId], ['5', 'accept', agreementId])
  await app.call(officer, ledger.confirmEntry, { params: { id: past.id } })
  await app.call(officer, ledger.stepCommitment, {
    params: { id: promise!.id },
    body: { step: 'accept', version: promise!.version },
  })
  assert.deepEqual(idsBy(await todayOf(officer)), {})
})

test("mine is what I own, was given or nobody has; the office's is all I may see", async () => {
  const { home, officer, record } = await office()
  const colleague = await person('officer', home)
  const own = await record({ ...draft, ownerId: officer.id })
  const free = await record(draft)
  const theirs = await record({ ...draft, ownerId: colleague.id })
  assert.deepEqual(idsBy(await todayOf(officer)).turns, [own, free])
  assert.deepEqual(idsBy(await todayOf(colleague)).turns, [free, theirs])
  assert.deepEqual(idsBy(await todayOf(officer, { scope: 'office' })).turns, [own, free, theirs])
})

test('nobody learns of more than they may see, not by counts either', async () => {
  const { home, officer, record } = await office()
  const stranger = (await office()).officer
  const observer = await person('observer', home)
  const coordinator = await person('coordinator', home)
  const open = await record(draft)
  await record({ ...draft, confidentiality: 'confidential' })
  await record({ confidentiality: 'confidential', expiresOn: on('2027-03-01') })
  const office_ = { scope: 'office' } as const
  assert.deepEqual(totals(await todayOf(officer, office_)), [
    ['late', 1],
    ['turns', 2],
  ])
  assert.deepEqual(totals(await todayOf(coordinator)), [['turns', 1]])
  assert.deepEqual(idsBy(await todayOf(observer, office_)), { turns: [open] })
  const [seen] = (await todayOf(observer, office_)).groups[0]!.items
  assert.equal(seen!.step, null)
  assert.equal(typeof seen!.abilities.delegate, 'object')
  assert.deepEqual(await todayOf(observer), { groups: [], snoozed: 0, hasAgreements: true })
  assert.deepEqual(await todayOf(stranger, office_), { groups: [], snoozed: 0, hasAgreements: false })
})

test('a signatory has the turn where a text waits for approval or signature', async () => {
  const { home, officer, record } = await office()
  const signatory = await person('signatory', home)
  await record({ ...draft, ownerId: officer.id })
  const review = await record({ ...draft, state: 'internal_review', ownerId: officer.id })
  assert.deepEqual(idsBy(await todayOf(signatory)), { turns: [review] })
})

test('a deputy has the turns of the absent person', async () => {
  const { home, officer, record } = await office()
  const absent = { id: officer.id!, name: officer.name }
  const reach = new Set([home])
  const { id, name, email, language } = await person('observer', home)
  const deputy = personWith({ id, name, email, language }, [
    { role: 'officer', scopeId: home, reach, deputyFor: absent },
  ])
  const turn = await record({ ...draft, ownerId: officer.id })
  assert.deepEqual(idsBy(await todayOf(deputy)), { turns: [turn] })
})

test('what is put off is gone from my Today only, until its day', async () => {
  const { home, officer, record } = await office()
  const colleague = await person('officer', home)
  const id = await record(draft)
  const params = { subject: 'agreement', id } as const
  await app.call(officer, contract.snoozeItem, { params, body: { until: '2026-11-24' } })
  assert.deepEqual(await todayOf(officer), { groups: [], snoozed: 1, hasAgreements: true })
  assert.deepEqual(idsBy(await todayOf(colleague)), { turns: [id] })
  await db.updateTable('work_snooze').set({ until: '2026-11-23' }).where('subject_id', '=', id).execute()
  assert.deepEqual(totals(await todayOf(officer)), [['turns', 1]])
  await app.call(officer, contract.snoozeItem, { params, body: { until: '2027-01-01' } })
  await app.call(officer, contract.wakeItem, { params })
  assert.deepEqual(totals(await todayOf(officer)), [['turns', 1]])
})

test('putting off refuses days that make no sense and records that are not seen', async () => {
  const { officer, record } = await office()
  const stranger = (await office()).officer
  const params = { subject: 'agreement', id: await record(draft) } as const
  for (const until of ['2026-11-23', '2020-01-01', '2029-01-01']) {
    const problem = await app.refused(officer, contract.snoozeItem, { params, body: { until } })
    assert.equal(problem.code, 'today.snooze_day_wrong')
  }
  const unseen = await app.refused(stranger, contract.snoozeItem, { params, body: { until: '2026-12-01' } })
  assert.equal(unseen.status, 404)
})

test('a turn given to a colleague is theirs until the agreement moves on, and can be taken back', async () => {
  const { home, officer, record } = await office()
  const colleague = await person('officer', home)
  const id = await record({ ...draft, ownerId: officer.id })
  const params = { id }
  await app.call(officer, contract.delegateTurn, { params, body: { toId: colleague.id!, note: ' Please check. ' } })
  const given = await todayOf(colleague)
  assert.deepEqual(idsBy(given), { turns: [id] })
  assert.deepEqual(
    [given.groups[0]!.items[0]!.givenBy, given.groups[0]!.items[0]!.note],
    [officer.name, 'Please check.'],
  )
  const waiting = await todayOf(officer)
  assert.deepEqual(idsBy(waiting), { waiting: [id] })
  assert.deepEqual([waiting.groups[0]!.items[0]!.givenTo, waiting.groups[0]!.items[0]!.step], [colleague.name, null])
  await app.call(officer, contract.takeBackTurn, { params })
  assert.deepEqual(idsBy(await todayOf(colleague)), {})
  await app.call(officer, contract.delegateTurn, { params, body: { toId: colleague.id! } })
  const { version } = (await todayOf(colleague)).groups[0]!.items[0]!
  const body = { step: 'send_to_internal_review', version } as const
  await app.call(colleague, agreements.takeAgreementStep, { params, body })
  assert.deepEqual(idsBy(await todayOf(officer)), { turns: [id] })
  assert.deepEqual(idsBy(await todayOf(colleague)), {})
  const { items } = await app.call(officer, agreements.getAgreementTimeline, { params })
  assert.deepEqual(
    items.map(item => item.type),
    ['agreement.moved', 'turn.delegated', 'turn.taken_back', 'turn.delegated', 'agreement.recorded'],
  )
})

test('what nobody has can be taken', async () => {
  const { home, officer, record } = await office()
  const colleague = await person('officer', home)
  const id = await record(draft)
  await app.call(officer, contract.delegateTurn, { params: { id }, body: { toId: officer.id! } })
  assert.equal((await todayOf(officer)).groups[0]!.items[0]!.isFree, false)
  assert.deepEqual(idsBy(await todayOf(colleague)), {})
})

test('turns go only to those who may do them, from those who may', async () => {
  const { home, officer, record } = await office()
  const [observer, coordinator] = [await person('observer', home), await person('coordinator', home)]
  const id = await record({ ...draft, confidentiality: 'confidential' })
  const give = (actor: Actor, toId: string) =>
    app.refused(actor, contract.delegateTurn, { params: { id }, body: { toId } })
  assert.equal((await give(officer, observer.id!)).code, 'today.delegate_may_not')
  assert.equal((await give(officer, coordinator.id!)).code, 'today.delegate_may_not')
  assert.equal((await give(officer, 'nobody')).code, 'today.delegate_may_not')
  assert.equal((await give(coordinator, coordinator.id!)).status, 404)
  const open = await record(draft)
  const refused = await app.refused(observer, contract.delegateTurn, {
    params: { id: open },
    body: { toId: officer.id! },
  })
  assert.equal(refused.status, 403)
  const { items } = await app.call(officer, contract.listDelegates, { params: { id } })
  assert.deepEqual(
    items.map(one => one.id),
    [officer.id],
  )
  const ended = await record({ signedOn: on('2019-01-01'), expiresOn: on('2020-01-01') })
  const late = await app.refused(officer, contract.delegateTurn, { params: { id: ended }, body: { toId: officer.id! } })
  assert.equal(late.code, 'today.no_turn')
})

test('lists stop at their limit and say how many there are', async () => {
  const { officer, record } = await office()
  for (let n = 0; n < 3; n += 1) await record(draft)
  const answer = await todayOf(officer, { limit: 2 })
  assert.deepEqual([answer.groups[0]!.total, answer.groups[0]!.items.length], [3, 2])
  assert.deepEqual(totals(await todayOf(officer, { group: 'late' })), [])
})

test('tasks stand by their day among what waits for their owner, and among what who asked waits for', async () => {
  const { home, officer, record } = await office()
  const colleague = await person('officer', home)
  const id = await record()
  const give = async (more: object) =>
    (await app.call(officer, tasks.createTask, { body: { text: 'Do it', ownerId: colleague.id!, ...more } })).id
  const about = { subject: 'agreement', id }
  const soon = await give({ record: about, dueOn: '2026-12-24' })
  const today = await give({ dueOn: '2026-11-23' })
  const some = await give({ record: { subject: 'organisation', id: home } })
  await give({ dueOn: '2027-12-24' })
  const late = await give({ dueOn: '2026-11-23' })
  await db.updateTable('task').set({ due_on: '2026-11-20' }).where('id', '=', late).execute()
  const theirs = await todayOf(colleague)
  assert.deepEqual(idsBy(theirs), { late: [late], turns: [today, some], coming: [soon] })
  const coming = theirs.groups.at(-1)!.items[0]!
  assert.deepEqual(
    [coming.text, coming.agreementId, coming.dueOn, coming.step, coming.givenBy],
    ['Do it', id, '2026-12-24', { name: 'done', label: 'Done' }, officer.name],
  )
  assert.equal(theirs.groups[1]!.items[1]!.record!.path, `/organisations/${home}`)
  const mine = await todayOf(officer)
  assert.deepEqual(idsBy(mine), { waiting: [late, today, soon, some].toSorted(inOrderOf(mine)) })
  assert.equal(mine.groups[0]!.items[0]!.givenTo, colleague.name)
  await app.call(colleague, tasks.finishTask, { params: { id: late } })
  await app.call(colleague, contract.snoozeItem, {
    params: { subject: 'task', id: today },
    body: { until: '2026-12-01' },
  })
  assert.deepEqual(idsBy(await todayOf(colleague)), { turns: [some], coming: [soon] })
  assert.deepEqual(idsBy(await todayOf(colleague, { group: 'coming' })), { coming: [soon] })
})

const inOrderOf = (answer: Answer) => {
  const order = answer.groups[0]!.items.map(item => item.id)
  return (a: string, b: string) => order.indexOf(a) - order.indexOf(b)
}

test('a task about what its owner may not see any more is not told', async () => {
  const { home, officer, record } = await office()
  const observer = await person('observer', home)
  const id = await record()
  const body = { text: 'Zyxwvut', ownerId: observer.id!, record: { subject: 'agreement', id } }
  const task = await app.call(officer, tasks.createTask, { body })
  assert.deepEqual(totals(await todayOf(observer)), [['turns', 1]])
  const confided = { confidentiality: 'confidential', owner_id: officer.id }
  await db.updateTable('agreement').set(confided).where('id', '=', id).execute()
  assert.deepEqual(totals(await todayOf(observer)), [])
  assert.deepEqual(totals(await todayOf(observer, { scope: 'office' })), [])
  const snooze = { params: { subject: 'task' as const, id: task.id }, body: { until: '2026-12-01' } }
  assert.equal((await app.refused(observer, contract.snoozeItem, snooze)).status, 404)
  assert.deepEqual(totals(await todayOf(officer, { scope: 'office' })), [['turns', 1]])
})

test('a turn of a confidential agreement is told to whom it is confided, and counted for nobody else', async () => {
  const { officer, record } = await office()
  const id = await record({ ...draft, confidentiality: 'confidential', ownerId: officer.id })
  await record(draft)
  const colleague = await person(
    'officer',
    (await db.selectFrom('agreement').select('home_id').where('id', '=', id).executeTakeFirstOrThrow()).home_id,
  )
  assert.deepEqual(totals(await todayOf(officer, { scope: 'office' })), [['turns', 2]])
  assert.deepEqual(totals(await todayOf(colleague, { scope: 'office' })), [['turns', 1]])
  const snooze = { params: { subject: 'agreement' as const, id }, body: { until: '2026-12-01' } }
  assert.equal((await app.refused(colleague, contract.snoozeItem, snooze)).status, 404)
})

const label = (message: string) => ({ id: `work.test.${message}`, message })
const visits = defineWorkflow({
  name: 'test_visit',
  subject: 'test_visit',
  states: {
    planned: { label: label('Planned'), turn: 'home', tone: 'info' },
    asked: { label: label('Asked'), turn: 'partner', tone: 'info' },
    over: { label: label('Over'), turn: 'nobody', tone: 'neutral', final: true },
  },
  steps: {
    ask: { from: ['planned'], to: 'asked', label: label('Ask') },
    end: { from: ['asked'], to: 'over', label: label('End') },
  },
})
const hiddenVisits = new Set<string>()
declareRecords([
  {
    subject: 'test_visit',
    term: label('Visit'),
    findAll: async (_db, _reader, ids) =>
      ids
        .filter(id => !hiddenVisits.has(id))
        .map(id => ({
          ...{
            subject: 'test_visit',
            id,
            title: { en: 'Visit of a delegation' },
            number: 'V-1',
            path: `/visits/${id}`,
          },
          ...{ homeId: null, unitId: null, confidential: false, ownerId: null },
          decide: () => ({ read: true, write: false, conclude: false }),
        })),
  },
])

async function visit(homeId: string, more: Partial<TurnInput<'planned' | 'asked' | 'over'>> = {}): Promise<string> {
  const id = newId()
  const ctx = { db, now: Temporal.Instant.from('2026-11-20T08:00:00Z') } as Parameters<typeof setTurns>[0]
  await setTurns(ctx, visits, [{ subjectId: id, homeId, state: 'planned', ...more }])
  return id
}

test('cases of other workflows stand among the turns, by the power their move takes', async () => {
  const { home, officer } = await office()
  const [observer, signatory] = [await person('observer', home), await person('signatory', home)]
  const open = await visit(home)
  const late = await visit(home, { dueOn: '2026-11-22' })
  const asked = await visit(home, { state: 'asked' })
  const toSign = await visit(home, { power: 'conclude' })
  await visit(home, { state: 'over' })
  const own = await visit(home, { ownerId: observer.id })
  assert.deepEqual(idsBy(await todayOf(officer)), { late: [late], turns: [open, toSign], waiting: [asked] })
  assert.deepEqual(idsBy(await todayOf(signatory)), { turns: [toSign] })
  assert.deepEqual(idsBy(await todayOf(observer)), { turns: [own] })
  assert.deepEqual(idsBy(await todayOf(officer, { group: 'late' })), { late: [late] })
  const [item] = (await todayOf(officer)).groups[0]!.items
  const { subject, title, number, record, stateLabel, step } = item!
  assert.deepEqual(
    { subject, title, number, record, stateLabel, step },
    {
      ...{ subject: 'case', title: 'Visit of a delegation', number: 'V-1', stateLabel: 'Planned', step: null },
      record: { title: 'Visit of a delegation', path: `/visits/${late}` },
    },
  )
  await app.call(officer, contract.snoozeItem, { params: { subject: 'case', id: late }, body: { until: '2026-12-01' } })
  assert.deepEqual(idsBy(await todayOf(officer)), { turns: [open, toSign], waiting: [asked] })
})

test('a case follows the record it is about, and its own kind of record, in what is told of it', async () => {
  const { home, officer, record } = await office()
  const agreement = await record({ confidentiality: 'confidential', ownerId: officer.id })
  const colleague = await person('officer', home)
  await visit(home, { about: { subject: 'agreement', id: agreement } })
  const shown = await visit(home)
  const hidden = await visit(home)
  hiddenVisits.add(hidden)
  assert.deepEqual(totals(await todayOf(officer)), [['turns', 2]])
  assert.deepEqual(idsBy(await todayOf(colleague)), { turns: [shown] })
  assert.deepEqual(totals(await todayOf(colleague, { scope: 'office' })), [['turns', 1]])
})
