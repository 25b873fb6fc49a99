// Tests of notifications: who is told of what, once, never of their own doing and never of what they may not see.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BodyOf } from '#core/contract.ts'
import { setGrants } from '#core/identity/accounts.ts'
import { addDeputy } from '#core/identity/people/people.contract.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { agreementInput } from '#modules/agreements/testing/agreement-factory.ts'
import * as comments from '#modules/collaboration/comment.contract.ts'
import * as tasks from '#modules/collaboration/task.contract.ts'
import * as imports from '#modules/imports/import.contract.ts'
import * as ledger from '#modules/ledger/ledger.contract.ts'
import { commitmentInput, entryInput, makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import * as organisations from '#modules/registry/organisation.contract.ts'
import * as today from '#modules/work/today.contract.ts'
import { createTestApp, type TestPerson } from '#server/test-app.ts'
import * as contract from './notification.contract.ts'
import { tellPeople } from './tell-people.ts'

const { app, services, person } = await createTestApp()
const { db, jobs } = services
const home = await makeOrganisation(db, 'Home University', true)
const elsewhere = await makeOrganisation(db, 'Other University', true)
const partner = await makeOrganisation(db, 'Partner University')
const maker = await person('officer', home)

type Agreement = { id: string; version: number }
type Input = Partial<BodyOf<typeof agreements.createAgreement>>

const record = (more: Input = {}): Promise<Agreement> =>
  maker.call(agreements.createAgreement, { body: agreementInput(home, partner, more) })

const take = ({ id, version }: Agreement, one: TestPerson = maker) =>
  one.call(agreements.takeAgreementStep, { params: { id }, body: { step: 'send_to_internal_review', version } })

/** Watches from now on. */
async function watch(one: TestPerson, subject: string, id: string): Promise<void> {
  await jobs.drain()
  await db.insertInto('record_watch').values({ subject, subject_id: id, user_id: one.id, state: 'watching' }).execute()
}

async function toldTo(one: TestPerson, query = {}) {
  await jobs.drain()
  return (await one.call(contract.listNotifications, { query })).items
}

const sentences = async (one: TestPerson) => (await toldTo(one)).map(({ kind, sentence }) => [kind, sentence])
const unreadOf = async (one: TestPerson) => (await one.call(contract.countUnread)).count

test('an owner is told of what others do to an agreement, and not of their own doing', async () => {
  const owner = await person('officer', home)
  const agreement = await record({ state: 'drafting', signedOn: null, expiresOn: null, ownerId: owner.id })
  const moved = await take(agreement)
  await owner.call(agreements.takeAgreementStep, {
    params: { id: agreement.id },
    body: { step: 'send_to_partner', version: moved.version },
  })
  assert.deepEqual(await sentences(owner), [
    ['own', 'officer Example moved the agreement from “Drafting” to “Internal review”'],
    ['own', 'officer Example recorded the agreement: Drafting'],
  ])
  assert.deepEqual(await sentences(maker), [])
  const [{ record: about }] = (await toldTo(owner)) as [contract.NotificationView]
  assert.deepEqual([about.kind, about.path], ['Agreement', `/agreements/${agreement.id}`])
})

test('the sentence is in the language of the reader', async () => {
  const owner = await person('officer', home, 'ru')
  await record({ state: 'drafting', signedOn: null, expiresOn: null, ownerId: owner.id })
  const [[, sentence]] = (await sentences(owner)) as [[string, string]]
  assert.match(sentence, /Разработка проекта/)
})

test('who stands in for an absent person is told what waits for that person, and whom it is for', async () => {
  const [owner, deputy, watcher] = [await person('officer', home), await person(null), await person('observer', home)]
  const day = Temporal.Now.plainDateISO('UTC').toString()
  const agreement = await record({ state: 'drafting', signedOn: null, expiresOn: null, ownerId: owner.id })
  await watch(watcher, 'agreement', agreement.id)
  const standIn = (one: TestPerson) =>
    one.call(addDeputy, { body: { deputyId: deputy.id, validFrom: day, validUntil: day, note: null } })
  await standIn(owner)
  await standIn(watcher)
  const moved = await take(agreement)
  assert.deepEqual(await sentences(deputy), [
    ['own', 'For officer Example: officer Example moved the agreement from “Drafting” to “Internal review”'],
  ])
  assert.equal((await sentences(owner)).length, 2)
  await deputy.call(agreements.takeAgreementStep, {
    params: { id: agreement.id },
    body: { step: 'send_to_partner', version: moved.version },
  })
  assert.equal((await sentences(deputy)).length, 1, 'not of their own doing')
  await db.updateTable('deputy').set({ ended_at: new Date().toISOString() }).where('person_id', '=', owner.id).execute()
  const body = { body: `What about this, @[${owner.id}]?` }
  await maker.call(comments.postComment, { params: { subject: 'agreement', id: agreement.id }, body })
  assert.equal((await sentences(deputy)).length, 1, 'the absence is over')
})

test('a comment for some alone is told to these, without its words, and to nobody who watches', async () => {
  const [owner, named, watcher] = [
    await person('officer', home),
    await person('observer', home),
    await person('officer', home),
  ]
  const agreement = await record({ ownerId: owner.id })
  await watch(watcher, 'agreement', agreement.id)
  const body = { body: 'Quokkaleak, between us', onlyFor: [named.id] }
  await maker.call(comments.postComment, { params: { subject: 'agreement', id: agreement.id }, body })
  assert.deepEqual(await sentences(named), [['mention', 'officer Example wrote a comment']])
  assert.ok(!JSON.stringify(await toldTo(named)).includes('Quokkaleak'))
  assert.deepEqual(await toldTo(watcher), [])
  assert.ok((await sentences(owner)).every(([, sentence]) => !sentence!.includes('comment')))
})

test('who watches is told, as long as they may see the record', async () => {
  const [watcher, stranger] = [await person('observer', home), await person('observer', elsewhere)]
  const [open, secret] = [await record(), await record({ confidentiality: 'confidential' })]
  for (const one of [watcher, stranger]) for (const { id } of [open, secret]) await watch(one, 'agreement', id)
  const change = ({ id }: Agreement) =>
    maker.call(ledger.createCommitment, { body: commitmentInput(id, home, partner) })
  await change(open)
  await change(secret)
  assert.deepEqual(
    (await toldTo(watcher)).map(({ kind, record: about }) => [kind, about.id]),
    [['watch', open.id]],
  )
  assert.deepEqual(await toldTo(stranger), [])
  assert.equal(await unreadOf(stranger), 0)
})

test('what somebody may no longer see is neither shown nor counted', async () => {
  const watcher = await person('observer', home)
  const { id } = await record()
  await watch(watcher, 'agreement', id)
  await maker.call(ledger.postEntry, { body: entryInput(home, partner, { agreementId: id }) })
  assert.equal((await toldTo(watcher)).length, 1)
  assert.equal(await unreadOf(watcher), 1)
  await setGrants(db, watcher.id, [{ role: 'observer', scopeId: elsewhere }])
  assert.deepEqual(await toldTo(watcher), [])
  assert.equal(await unreadOf(watcher), 0)
})

test('a turn that was given is told as such, with its note', async () => {
  const colleague = await person('officer', home)
  const { id } = await record({ state: 'drafting', signedOn: null, expiresOn: null })
  await maker.call(today.delegateTurn, {
    params: { id },
    body: { toId: colleague.id, note: 'Please look at clause 4.' },
  })
  const [told] = await toldTo(colleague)
  assert.deepEqual([told?.kind, told?.words], ['turn', 'Please look at clause 4.'])
})

test('a mention and an answer are told as such, a comment to who watches; its words go with it', async () => {
  const [mentioned, watcher, owner] = [
    await person('officer', home),
    await person('observer', home),
    await person('officer', home),
  ]
  const { id } = await record({ ownerId: owner.id })
  await watch(watcher, 'agreement', id)
  const params = { subject: 'agreement', id }
  const { id: commentId } = await maker.call(comments.postComment, {
    params,
    body: { body: `Clause 4 has changed, @[${mentioned.id}].` },
  })
  await mentioned.call(comments.postComment, { params, body: { body: 'Good.', parentId: commentId } })
  assert.deepEqual(
    (await toldTo(maker)).map(one => [one.kind, one.words]),
    [['mention', 'Good.']],
  )
  assert.deepEqual(
    (await toldTo(mentioned)).map(one => one.kind),
    ['mention'],
  )
  assert.deepEqual(
    (await toldTo(watcher)).map(one => one.kind),
    ['watch', 'watch'],
  )
  assert.equal((await toldTo(owner))[0]?.kind, 'own')
  await maker.call(comments.removeComment, { params: { id: commentId } })
  assert.deepEqual(
    (await toldTo(mentioned)).map(one => one.words),
    [null],
  )
})

test('a task is told to whose it is, and when it is done to who asked for it', async () => {
  const colleague = await person('officer', home)
  const { id: recordId } = await record()
  const bodies = [{ record: { subject: 'agreement', id: recordId } }, {}]
  for (const body of bodies) {
    const { id } = await maker.call(tasks.createTask, {
      body: { text: 'Ask for the annex', ownerId: colleague.id, ...body },
    })
    assert.equal((await toldTo(colleague))[0]?.kind, 'task')
    await colleague.call(tasks.finishTask, { params: { id } })
    assert.deepEqual((await toldTo(maker))[0]?.sentence, 'officer Example finished the task: Ask for the annex')
  }
})

test('a change of a partner is told to who watches it', async () => {
  const [watcher, curator] = [await person('observer', home), await person('administrator')]
  const { id } = await curator.call(organisations.createOrganisation, { body: { name: 'Institute of the Watch' } })
  await watch(watcher, 'organisation', id)
  const { version } = await curator.call(organisations.getOrganisation, { params: { id } })
  await curator.call(organisations.changeOrganisation, { params: { id }, body: { version, status: 'inactive' } })
  assert.deepEqual(await sentences(watcher), [['watch', 'administrator Example changed Institute of the Watch']])
})

test('an import that was written is told to who brought it, and to nobody else', async () => {
  const [importer, other] = [await person('officer', home), await person('officer', home)]
  const text = 'Partner\tTitle\tKind\tSigned\nPartner University\tMemorandum\tMoU\t2024-05-01\n'
  const { id } = await importer.call(imports.pasteImport, { body: { homeId: home, text } })
  assert.deepEqual(await sentences(importer), [])
  await importer.call(imports.writeImport, { params: { id } })
  const told = await toldTo(importer)
  assert.deepEqual(
    told.map(one => [one.kind, one.record.kind, one.record.path]),
    [['import', 'Import', `/imports/${id}`]],
  )
  assert.deepEqual(await toldTo(other), [])
})

test('the same events told again change nothing', async () => {
  const owner = await person('officer', home)
  const { id } = await record({ ownerId: owner.id })
  await jobs.drain()
  const events = await db.selectFrom('event').select('id').where('subject_id', '=', id).execute()
  const ids = events.map(event => event.id)
  const before = await owner.call(contract.countUnread)
  assert.equal(await tellPeople(services, ids), 0)
  assert.deepEqual(await owner.call(contract.countUnread), before)
})

test('some or all are marked as read and unread, each person their own', async () => {
  const owner = await person('officer', home)
  for (let n = 0; n < 3; n += 1) await record({ ownerId: owner.id })
  const [newest, middle] = await toldTo(owner)
  const mark = (one: TestPerson, body: BodyOf<typeof contract.readNotifications>) =>
    one.call(contract.readNotifications, { body })
  assert.equal((await mark(owner, { ids: [newest!.id] })).count, 2)
  assert.deepEqual((await toldTo(owner, { unread: true })).map(one => one.id).includes(newest!.id), false)
  assert.equal((await mark(owner, { ids: [newest!.id], isRead: false })).count, 3)
  assert.equal((await mark(owner, { until: middle!.id })).count, 1)
  const { revision } = await owner.call(contract.countUnread)
  assert.equal((await mark(owner, { until: middle!.id })).revision, revision)
  await mark(maker, { ids: [newest!.id] })
  assert.equal(await unreadOf(owner), 1)
})

test('pages follow each other without a gap', async () => {
  const owner = await person('officer', home)
  for (let n = 0; n < 5; n += 1) await record({ ownerId: owner.id })
  const all = (await toldTo(owner)).map(one => one.id)
  const found: string[] = []
  let before: string | undefined
  do {
    const page = await owner.call(contract.listNotifications, { query: { limit: 2, ...(before && { before }) } })
    found.push(...page.items.map(one => one.id))
    before = page.next ?? undefined
  } while (before !== undefined)
  assert.deepEqual(found, all)
  assert.equal(all.length, 5)
})

async function signIn(url: string, one: TestPerson): Promise<string> {
  const { email } = await db.selectFrom('auth_user').select('email').where('id', '=', one.id).executeTakeFirstOrThrow()
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'x-concord': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'correct horse battery' }),
  })
  return response.headers.get('set-cookie')!.split(';')[0]!
}

interface Page {
  status: number
  /** The next event, or undefined at the end of the stream. */
  next(): Promise<{ id: string; count: number } | undefined>
  leave(): void
}

async function openPage(url: string, cookie: string, lastId?: string): Promise<Page> {
  const leaving = new AbortController()
  const response = await fetch(`${url}${contract.streamNotifications.path}`, {
    headers: { cookie, accept: 'text/event-stream', ...(lastId !== undefined && { 'last-event-id': lastId }) },
    signal: leaving.signal,
  })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async () => {
    for (;;) {
      const found = /id: (\d+)\nevent: unread\ndata: (.*)\n\n/.exec(text)
      if (found) {
        text = text.slice(found.index + found[0].length)
        return { id: found[1]!, count: (JSON.parse(found[2]!) as contract.Unread).count }
      }
      const { done, value } = await reader.read()
      if (done) return undefined
      text += value
    }
  }
  return { status: response.status, next, leave: () => leaving.abort() }
}

test('a page hears at once what is unread, then every change', async () => {
  const owner = await person('officer', home)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const cookie = await signIn(url, owner)
  const page = await openPage(url, cookie)
  assert.equal((await page.next())?.count, 0)
  await record({ ownerId: owner.id })
  await jobs.drain()
  const heard = await page.next()
  assert.equal(heard?.count, 1)
  page.leave()

  const again = await openPage(url, cookie, heard!.id)
  await record({ ownerId: owner.id })
  await jobs.drain()
  assert.equal((await again.next())?.count, 2, 'what it knew is not said again')

  const others = await Promise.all([1, 2, 3, 4].map(() => openPage(url, cookie)))
  const tooMany = await openPage(url, cookie)
  assert.deepEqual(
    [...others, tooMany].map(one => one.status),
    [200, 200, 200, 200, 429],
  )
  for (const one of others) one.leave()

  await db.deleteFrom('auth_session').where('user_id', '=', owner.id).execute()
  assert.equal(await again.next(), undefined, 'it ends with the session')

  const stays = await openPage(url, await signIn(url, owner))
  await stays.next()
  const ended = stays.next()
  await app.close()
  assert.equal(await ended, undefined, 'a process that stops ends its streams')
})
