// Tests of reminders: each rule, record and date once; a moved date or rule moves them; told only to who may see.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDeputy } from '#core/identity/people/people.contract.ts'
import type { Services } from '#core/services.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { agreementInput } from '#modules/agreements/testing/agreement-factory.ts'
import * as tasks from '#modules/collaboration/task.contract.ts'
import * as ledger from '#modules/ledger/ledger.contract.ts'
import { commitmentInput, makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import { createTestApp, type TestPerson } from '#server/test-app.ts'
import * as told from '../notification.contract.ts'
import { remind } from './remind.ts'
import * as contract from './reminder.contract.ts'

const { services, person } = await createTestApp()
const { db, jobs } = services
const home = await makeOrganisation(db, 'Home University', true)
const partner = await makeOrganisation(db, 'Partner University')
const administrator = await person('administrator')
const maker = await person('officer', home)

const today = Temporal.Now.plainDateISO('UTC')
const day = (days: number) => ({ on: today.add({ days }).toString(), precision: 'day' as const })
/** The morning so many days from now. */
const inDays = (days: number): Services => ({
  ...services,
  clock: { now: () => today.add({ days }).toZonedDateTime({ timeZone: 'UTC', plainTime: '05:00' }).toInstant() },
})

type Input = Partial<Parameters<typeof agreementInput>[2]>
const record = (more: Input = {}) =>
  maker.call(agreements.createAgreement, { body: agreementInput(home, partner, { signedOn: day(-400), ...more }) })

async function remindersTo(one: TestPerson, about?: string) {
  await jobs.drain()
  const { items } = await one.call(told.listNotifications, { query: { limit: 100 } })
  return items.filter(item => item.kind === 'reminder' && (about === undefined || item.record.id === about))
}

/** Every morning from one day to another. */
async function mornings(from: number, until: number): Promise<void> {
  for (let at = from; at <= until; at += 1) await remind(inDays(at))
}

const rule = (kind: 'expiry' | 'notice' | 'review' | 'commitment' | 'task', days: number[], who = ['owner'] as const) =>
  administrator.call(contract.setReminderRule, { params: { kind }, body: { homeId: null, days, who: [...who] } })

test('an agreement that ends is told of at each of the days of the rule, once, with its source', async () => {
  const owner = await person('officer', home)
  const { id } = await record({ expiresOn: day(100), ownerId: owner.id })
  for (const kind of ['review', 'notice'] as const) await rule(kind, [])
  await mornings(0, 101)
  await mornings(60, 80)
  const sentences = (await remindersTo(owner, id)).map(one => [one.sentence, one.words])
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day(100).on}T00:00:00Z`),
  )
  assert.deepEqual(sentences, [
    [`The agreement ends on ${date}`, 'Usual rule: 30 days before'],
    [`The agreement ends on ${date}`, 'Usual rule: 90 days before'],
  ])
})

test('who stands in for an absent owner is reminded too', async () => {
  const [owner, deputy] = [await person('officer', home), await person(null)]
  const { id } = await record({ expiresOn: day(90), ownerId: owner.id })
  await owner.call(addDeputy, { body: { deputyId: deputy.id, validFrom: day(0).on, validUntil: day(1).on } })
  await mornings(0, 0)
  assert.equal((await remindersTo(deputy, id)).length, 1)
  assert.equal((await remindersTo(owner, id)).length, 1)
})

test('a date that moves takes its reminders along', async () => {
  const owner = await person('officer', home)
  const { id, version } = await record({ expiresOn: day(30), ownerId: owner.id })
  await mornings(0, 1)
  assert.equal((await remindersTo(owner, id)).length, 1)
  const body = {
    ...agreementInput(home, partner, { signedOn: day(-400) }),
    ownerId: owner.id,
    expiresOn: day(200),
    version,
  }
  await maker.call(agreements.updateAgreement, { params: { id }, body })
  await mornings(1, 60)
  assert.equal((await remindersTo(owner, id)).length, 2, 'the one of 180 days before the new end')
})

test('a notice period, a review, a period of a commitment and a task are reminded of', async () => {
  const owner = await person('officer', home)
  await rule('notice', [5])
  await rule('review', [5])
  await rule('commitment', [5])
  await rule('task', [2])
  const { id } = await record({
    ...{ expiresOn: day(60), reviewDueOn: day(20), notice: { amount: 20, unit: 'day' }, ownerId: owner.id },
  } as Input)
  const commitment = commitmentInput(id, home, partner, { period: 'once', dueOn: day(30).on } as never)
  await maker.call(ledger.createCommitment, { body: commitment })
  await maker.call(tasks.createTask, { body: { text: 'Ask for the annex', ownerId: owner.id, dueOn: day(12).on } })
  await rule('expiry', [])
  await mornings(0, 45)
  const sentences = (await remindersTo(owner)).map(one => one.sentence.replace(/ on .*| is \d.*/, ''))
  assert.deepEqual(sentences.toSorted(), [
    'A period of the commitment “Student mobility” ends',
    'The last day to give notice',
    'The review is due',
    'The task is due',
  ])
})

test('where nobody owns it those who work on it are told, and nobody who may not see it', async () => {
  const [colleague, observer] = [await person('officer', home), await person('observer', home)]
  const other = await person('officer', home)
  await rule('expiry', [10])
  const { id } = await record({
    expiresOn: day(10),
    ownerId: null,
    confidentiality: 'confidential',
    readerIds: [colleague.id],
  })
  await mornings(0, 0)
  assert.equal((await remindersTo(colleague, id)).length, 1)
  assert.equal((await remindersTo(observer, id)).length, 0)
  assert.equal((await remindersTo(other, id)).length, 0)
})

test('rules are set for all homes or one, say what they bring, and go back to the usual', async () => {
  const other = await makeOrganisation(db, 'Second Home', true)
  const body = agreementInput(other, partner, { signedOn: day(-400), expiresOn: day(80) })
  await administrator.call(agreements.createAgreement, { body })
  const query = { homeId: other }
  const expiryOf = async () =>
    (await administrator.call(contract.listReminderRules, { query })).items.find(one => one.kind === 'expiry')!
  const params = { kind: 'expiry' } as const
  await administrator.call(contract.resetReminderRule, { params, body: { homeId: null } })
  assert.deepEqual(
    [(await expiryOf()).days, (await expiryOf()).coming, (await expiryOf()).setBy],
    [[180, 90, 30], 1, null],
  )
  const tried = await administrator.call(contract.tryReminderRule, {
    query: { ...query, kind: 'expiry', days: [60, 30, 10] },
  })
  assert.equal(tried.coming, 3)
  await administrator.call(contract.setReminderRule, {
    params,
    body: { homeId: other, days: [60, 30], who: ['workers'] },
  })
  const own = await expiryOf()
  assert.deepEqual([own.days, own.isOwn, own.coming, own.setBy], [[60, 30], true, 2, 'administrator Example'])
  assert.equal((await maker.refused(contract.listReminderRules)).status, 403)
})
