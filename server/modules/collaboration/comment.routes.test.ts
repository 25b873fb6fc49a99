// Tests of comments through the API: threads, mentions, changes, removal, and that nothing leaks to who may not see the record.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listEvents } from '#core/events.ts'
import { newId } from '#core/ids.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import * as organisations from '#modules/registry/organisation.contract.ts'
import { createTestApp, type TestPerson } from '../../test-app.ts'
import * as contract from './comment.contract.ts'
import { makeTalkWorld } from './testing/talk-world.ts'
import { watchersOf } from './watch.store.ts'

const app = await createTestApp()
const world = await makeTalkWorld(app)
const { db, administrator, officer, observer, auditor, stranger, open, secret, organisation } = world

type Ref = typeof open
const post = (who: TestPerson, params: Ref, body: string, parentId: string | null = null) =>
  who.call(contract.postComment, { params, body: { body, parentId } })
const refusedPost = (who: TestPerson, params: Ref, body: string, parentId: string | null = null) =>
  who.refused(contract.postComment, { params, body: { body, parentId } })
const threadsOf = (who: TestPerson, params: Ref, query = {}) => who.call(contract.listComments, { params, query })

test('people talk about a record in threads, in the order of time', async () => {
  const record = await world.record()
  const first = await post(officer, record, 'First\nwith a second line')
  const second = await post(observer, record, 'Second')
  const reply = await post(administrator, record, 'Answer', first.id)
  const further = await post(officer, record, 'Answer to the answer', reply.id)
  const { items, hasEarlier, abilities } = await threadsOf(observer, record)
  assert.deepEqual(
    items.map(item => [item.id, item.body, item.replies.map(one => one.id)]),
    [
      [first.id, 'First\nwith a second line', [reply.id, further.id]],
      [second.id, 'Second', []],
    ],
  )
  assert.deepEqual([hasEarlier, abilities], [false, { post: true }])
  assert.deepEqual([items[1]!.abilities.change, items[1]!.abilities.remove], [true, true])
  assert.equal(typeof items[0]!.abilities.change, 'object')
  const { comments } = await observer.call(contract.getDiscussion, { params: record })
  assert.equal(comments, 4)
})

test('earlier threads come page by page, whole', async () => {
  const record = await world.record()
  const ids: string[] = []
  for (const text of ['1', '2', '3', '4', '5']) ids.push((await post(officer, record, text)).id)
  await post(observer, record, 'late answer', ids[0])
  const newest = await threadsOf(officer, record, { limit: 2 })
  assert.deepEqual([newest.items.map(item => item.body), newest.hasEarlier], [['4', '5'], true])
  const earlier = await threadsOf(officer, record, { limit: 3, before: newest.items[0]!.id })
  assert.deepEqual([earlier.items.map(item => item.body), earlier.hasEarlier], [['1', '2', '3'], false])
  assert.equal(earlier.items[0]!.replies[0]!.body, 'late answer')
})

test('a mention goes only to who may see the record, and follows a new name', async () => {
  const { items } = await officer.call(contract.listReaders, { params: secret })
  const offered = items.map(one => one.id)
  assert.deepEqual(offered.toSorted(), [administrator.id, auditor.id, officer.id].toSorted())
  assert.equal((await refusedPost(officer, secret, `@[${observer.id}] see`)).code, 'comment.mention_may_not_read')
  assert.equal((await refusedPost(officer, secret, '@[nobody] see')).code, 'comment.mention_may_not_read')
  await post(officer, secret, `@[${administrator.id}] see`)
  await db.updateTable('auth_user').set({ name: 'Renamed Person' }).where('id', '=', administrator.id).execute()
  const thread = (await threadsOf(officer, secret)).items[0]!
  assert.deepEqual(thread.mentions, [{ id: administrator.id, name: 'Renamed Person' }])
  const watchers = await watchersOf(db, [secret])
  assert.deepEqual(watchers.get(secret.id), [administrator.id, officer.id].toSorted())
})

test('the event tells the beginning, the mentions and whose comment was answered; the timeline does not repeat the words', async () => {
  const record = await world.record()
  const { id } = await post(observer, record, `Look,\n@[${officer.id}]`)
  await post(officer, record, 'Yes', id)
  const events = await listEvents(db, [{ type: 'agreement', ids: [record.id] }], { limit: 2 })
  assert.deepEqual(
    events.map(event => [event.type, event.homeId, event.data]),
    [
      [
        'comment.posted',
        world.home,
        { ...(events[0]!.data as object), parentId: id, answers: observer.id, mentions: [], excerpt: 'Yes' },
      ],
      [
        'comment.posted',
        world.home,
        {
          ...{ commentId: id, parentId: null, answers: null, mentions: [officer.id] },
          excerpt: `Look, @${officer.actor.name}`,
        },
      ],
    ],
  )
  const timeline = await observer.call(agreements.getAgreementTimeline, { params: { id: record.id } })
  assert.equal(timeline.items[0]!.sentence, `${officer.actor.name} wrote a comment`)
})

test('who wrote a comment changes it, and what it said is kept', async () => {
  const record = await world.record()
  const { id } = await post(observer, record, 'Frist')
  const change = { params: { id }, body: { body: `First, @[${officer.id}]`, version: 1 } }
  assert.equal((await officer.refused(contract.changeComment, change)).status, 403)
  assert.equal((await stranger.refused(contract.changeComment, change)).status, 404)
  await observer.call(contract.changeComment, change)
  assert.equal((await observer.refused(contract.changeComment, change)).code, 'record.stale_version')
  const [thread] = (await threadsOf(officer, record)).items
  assert.equal(thread!.body, `First, @[${officer.id}]`)
  assert.ok(thread!.editedAt)
  const { items } = await officer.call(contract.listCommentVersions, { params: { id } })
  assert.deepEqual(
    items.map(item => [item.version, item.body]),
    [[1, 'Frist']],
  )
  assert.equal((await stranger.refused(contract.listCommentVersions, { params: { id } })).status, 404)
  const [event] = await listEvents(db, [{ type: 'agreement', ids: [record.id] }], { limit: 1 })
  assert.deepEqual((event!.data as { mentions: string[] }).mentions, [officer.id])
})

test('a removed comment leaves that there was one, and none of its words', async () => {
  const record = await world.record()
  const { id } = await post(observer, record, 'Zyxwvut')
  await observer.call(contract.changeComment, { params: { id }, body: { body: 'Zyxwvut again', version: 1 } })
  const other = await post(officer, record, 'Stays')
  assert.equal((await observer.refused(contract.removeComment, { params: { id: other.id } })).status, 403)
  await administrator.call(contract.removeComment, { params: { id } })
  await administrator.call(contract.removeComment, { params: { id } })
  const answer = await threadsOf(officer, record)
  const [thread] = answer.items
  assert.deepEqual([thread!.body, thread!.removed!.by], [null, 'Renamed Person'])
  assert.ok(!JSON.stringify(answer).includes('Zyxwvut'))
  assert.deepEqual((await officer.call(contract.listCommentVersions, { params: { id } })).items, [])
  assert.equal((await officer.call(contract.getDiscussion, { params: record })).comments, 1)
  const again = { params: { id }, body: { body: 'Once more', version: 3 } }
  assert.equal((await observer.refused(contract.changeComment, again)).code, 'comment.gone')
})

test('what a person may not see does not exist, on any route', async () => {
  const { id } = await post(officer, secret, 'Zyxwvut')
  for (const who of [observer, stranger]) {
    const statuses = [
      await who.refused(contract.listComments, { params: secret }),
      await who.refused(contract.getDiscussion, { params: secret }),
      await who.refused(contract.listReaders, { params: secret }),
      await who.refused(contract.postComment, { params: secret, body: { body: 'x' } }),
      await who.refused(contract.watchRecord, { params: secret, body: { isWatching: true } }),
      await who.refused(contract.changeComment, { params: { id }, body: { body: 'x', version: 1 } }),
      await who.refused(contract.removeComment, { params: { id } }),
      await who.refused(contract.listCommentVersions, { params: { id } }),
      // An answer below a comment of another record.
      await who.refused(contract.postComment, { params: organisation, body: { body: 'x', parentId: id } }),
    ]
    assert.deepEqual(new Set(statuses.map(problem => problem.status)), new Set([404]))
    assert.ok(!JSON.stringify(statuses).includes('Zyxwvut'))
  }
  const unknown = { subject: 'invoice', id: newId() }
  assert.equal((await officer.refused(contract.listComments, { params: unknown })).status, 404)
})

test('an auditor reads and writes nothing', async () => {
  const refused = await refusedPost(auditor, open, 'x')
  assert.deepEqual([refused.status, refused.reason], [403, 'Your role looks into records and writes nothing.'])
  const { abilities } = await threadsOf(auditor, open)
  assert.equal(typeof abilities.post, 'object')
})

test('empty and endless words are refused', async () => {
  assert.equal((await refusedPost(officer, open, ' \u202E\n ')).code, 'comment.empty')
  assert.equal((await refusedPost(officer, open, 'x'.repeat(10_001))).status, 400)
})

test('who takes part watches; who stopped is not made to watch again', async () => {
  const record = await world.record()
  const isWatching = async (who: TestPerson) => (await who.call(contract.getDiscussion, { params: record })).isWatching
  assert.equal(await isWatching(observer), false)
  await post(officer, record, `@[${observer.id}]`)
  assert.deepEqual([await isWatching(observer), await isWatching(officer)], [true, true])
  await observer.call(contract.watchRecord, { params: record, body: { isWatching: false } })
  await observer.call(contract.watchRecord, { params: record, body: { isWatching: false } })
  await post(observer, record, 'I still say something')
  assert.equal(await isWatching(observer), false)
  assert.deepEqual((await watchersOf(db, [record])).get(record.id), [officer.id])
  await auditor.call(contract.watchRecord, { params: record, body: { isWatching: true } })
  assert.equal(await isWatching(auditor), true)
})

test('the owner watches without having said so', async () => {
  const record = await world.record({ ownerId: officer.id })
  assert.deepEqual((await watchersOf(db, [record])).get(record.id), [officer.id])
  assert.equal((await officer.call(contract.getDiscussion, { params: record })).isWatching, true)
})

test('what was said of a merged organisation is found at the one that it was merged into', async () => {
  const make = async (name: string) => {
    const place = { country: 'RU', region: null, city: null, latitude: null, longitude: null }
    const { id } = await administrator.call(organisations.createOrganisation, { body: { name, place } })
    return { subject: 'organisation', id }
  }
  const [kept, merged] = [await make('Volga Institute'), await make('Volga Inst.')]
  await post(observer, merged, 'Before')
  await db.updateTable('organisation').set({ canonical_id: kept.id }).where('id', '=', merged.id).execute()
  await post(observer, merged, 'After')
  const said = (await threadsOf(officer, kept)).items.map(item => item.body)
  assert.deepEqual(said, ['Before', 'After'])
})

test('a comment for some alone is read, counted, answered, changed and told to these and to auditors', async () => {
  const record = await world.record()
  const [reader, watcher] = [await app.person('observer', world.home), await app.person('officer', world.home)]
  await watcher.call(contract.watchRecord, { params: record, body: { isWatching: true } })
  const everybody = await post(officer, record, 'For everybody')
  const body = { body: `Quokkaleak for @[${reader.id}]`, onlyFor: [reader.id] }
  const { id } = await officer.call(contract.postComment, { params: record, body })
  const answer = await post(reader, record, 'Quokkaleak answered', id)
  const seen = async (who: TestPerson) => {
    const { items } = await threadsOf(who, record)
    const { comments } = await who.call(contract.getDiscussion, { params: record })
    return [items.map(item => item.id), comments]
  }
  assert.deepEqual(await seen(officer), [[everybody.id, id], 3])
  assert.deepEqual(await seen(reader), [[everybody.id, id], 3])
  assert.deepEqual(await seen(auditor), [[everybody.id, id], 3])
  for (const other of [observer, watcher, administrator]) {
    assert.deepEqual(await seen(other), [[everybody.id], 1])
    const timeline = await other.call(agreements.getAgreementTimeline, { params: { id: record.id } })
    assert.equal(timeline.items.filter(item => item.type === 'comment.posted').length, 1)
    const problems = [
      await refusedPost(other, record, 'Answer', id),
      await other.refused(contract.listCommentVersions, { params: { id } }),
      await other.refused(contract.changeComment, { params: { id }, body: { body: 'Other', version: 1 } }),
      await other.refused(contract.removeComment, { params: { id } }),
    ]
    assert.deepEqual(
      problems.map(problem => problem.status),
      [404, 404, 404, 404],
    )
  }
  const own = await reader.call(agreements.getAgreementTimeline, { params: { id: record.id } })
  assert.equal(own.items.filter(item => item.type === 'comment.posted').length, 3)
  const [thread] = (await threadsOf(reader, record)).items.slice(-1)
  assert.deepEqual(
    [thread!.onlyFor?.map(one => one.id), thread!.replies[0]!.onlyFor?.map(one => one.id)],
    [
      [officer.id, reader.id],
      [officer.id, reader.id],
    ],
  )
  assert.equal(thread!.replies[0]!.id, answer.id)
  // Nothing of the words stands in the trail.
  const events = await listEvents(db, [{ type: 'agreement', ids: [record.id] }], { limit: 50, names: [reader.id] })
  assert.ok(!JSON.stringify(events).includes('Quokkaleak'))
})

test('a comment is for people who may see the record, and mentions nobody else', async () => {
  const say = (body: object) => officer.refused(contract.postComment, { params: secret, body: body as never })
  const outside = await say({ body: 'Between us', onlyFor: [stranger.id] })
  assert.deepEqual([outside.code, outside.fields?.[0]?.path], ['comment.only_for_may_not_read', 'onlyFor'])
  const mention = await say({ body: `With @[${auditor.id}]`, onlyFor: [administrator.id] })
  assert.equal(mention.code, 'comment.mention_may_not_read')
  assert.equal((await say({ body: 'Nobody', onlyFor: [] })).status, 400)
})
