// Tests of links and tags through the API: both sides, who may, and that neither tells of what a reader may not see.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BodyOf } from '#core/contract.ts'
import { listEvents } from '#core/events.ts'
import { newId } from '#core/ids.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import * as portfolio from '#modules/agreements/portfolio.contract.ts'
import { createTestApp, type TestPerson } from '../../test-app.ts'
import type { LinkWord } from './link.terms.ts'
import * as contract from './relation.contract.ts'
import { makeTalkWorld } from './testing/talk-world.ts'

const app = await createTestApp()
const world = await makeTalkWorld(app)
const { db, home, elsewhere, administrator, officer, observer, auditor, stranger, open, secret, organisation } = world

type Ref = typeof open
const link = (who: TestPerson, params: Ref, word: LinkWord, to: Ref) =>
  who.call(contract.linkRecords, { params, body: { word, to } })
const refusedLink = (who: TestPerson, params: Ref, word: LinkWord, to: Ref) =>
  who.refused(contract.linkRecords, { params, body: { word, to } })
const linksOf = async (who: TestPerson, params: Ref) =>
  (await who.call(contract.listLinks, { params })).items.map(item => [item.word, item.record.id])

test('a link is seen from both sides, each with its word', async () => {
  const [older, newer] = [await world.record({ number: 'O-1' }), await world.record()]
  const { id } = await link(officer, newer, 'replaces', older)
  await link(officer, newer, 'relates_to', organisation)
  assert.deepEqual(await linksOf(observer, newer), [
    ['replaces', older.id],
    ['relates_to', organisation.id],
  ])
  assert.deepEqual(await linksOf(observer, older), [['replaced_by', newer.id]])
  const { items, abilities } = await observer.call(contract.listLinks, { params: newer })
  const { record } = items[0]!
  assert.deepEqual([record.kind, record.number, record.path], ['Agreement', 'O-1', `/agreements/${older.id}`])
  assert.deepEqual([typeof abilities.link, typeof items[0]!.abilities.remove], ['object', 'object'])
  const timeline = await observer.call(agreements.getAgreementTimeline, { params: { id: older.id } })
  assert.equal(timeline.items[0]!.sentence, `${officer.actor.name} linked another record: Replaced by`)
  assert.equal((await observer.refused(contract.unlinkRecords, { params: { id } })).status, 403)
  await officer.call(contract.unlinkRecords, { params: { id } })
  assert.deepEqual(await linksOf(observer, older), [])
  assert.equal((await officer.refused(contract.unlinkRecords, { params: { id } })).status, 404)
})

test('the same link is made once, from whichever side, and never to itself', async () => {
  const [one, other] = [await world.record(), await world.record()]
  await link(officer, one, 'followed_by', other)
  assert.deepEqual(await linksOf(officer, other), [['follows_from', one.id]])
  assert.equal((await refusedLink(officer, other, 'follows_from', one)).code, 'link.exists')
  await link(officer, one, 'see_also', other)
  assert.equal((await refusedLink(officer, other, 'see_also', one)).code, 'link.exists')
  assert.equal((await refusedLink(officer, one, 'see_also', one)).code, 'link.to_itself')
  assert.equal((await refusedLink(observer, one, 'relates_to', other)).status, 403)
})

test('a link tells nobody of a record that they may not see', async () => {
  const record = await world.record()
  const { id } = await link(officer, record, 'relates_to', secret)
  assert.deepEqual(await linksOf(officer, record), [['relates_to', secret.id]])
  const answer = await observer.call(contract.listLinks, { params: record })
  assert.deepEqual(answer.items, [])
  // Only the timeline of the confidential record speaks of it.
  const linked = async (ref: Ref) =>
    (await listEvents(db, [{ type: ref.subject, ids: [ref.id] }], { limit: 50 })).filter(
      event => event.type === 'record.linked',
    ).length
  assert.deepEqual([await linked(record), await linked(secret)], [0, 1])
  const answers = [
    await observer.refused(contract.unlinkRecords, { params: { id } }),
    await observer.refused(contract.listLinks, { params: secret }),
    await observer.refused(contract.listRecordTags, { params: secret }),
    await observer.refused(contract.setRecordTags, { params: secret, body: { tagIds: [] } }),
    await stranger.refused(contract.linkRecords, { params: organisation, body: { word: 'see_also', to: record } }),
    await officer.refused(contract.linkRecords, {
      params: record,
      body: { word: 'see_also', to: { subject: 'agreement', id: newId() } },
    }),
  ]
  assert.deepEqual(new Set(answers.map(one => one.status)), new Set([404]))
})

const make = (who: TestPerson, body: BodyOf<typeof contract.createTag>) => who.call(contract.createTag, { body })
const tagsOf = (who: TestPerson, params: Ref) => who.call(contract.listRecordTags, { params })
const names = (items: readonly { name: string }[]) => items.map(item => item.name)

test('tags of a home are put on its records and on common ones, and seen where the home is read', async () => {
  const urgent = await make(officer, { homeId: home, name: '  Very \n urgent ', colour: 'bad' })
  const dean = await make(officer, { homeId: home, name: 'Dean', colour: 'info' })
  const theirs = await make(stranger, { homeId: elsewhere, name: 'Theirs', colour: 'ok' })
  await officer.call(contract.setRecordTags, { params: open, body: { tagIds: [urgent.id, dean.id] } })
  await officer.call(contract.setRecordTags, { params: organisation, body: { tagIds: [dean.id] } })
  await stranger.call(contract.setRecordTags, { params: organisation, body: { tagIds: [theirs.id] } })
  const seen = await tagsOf(observer, open)
  assert.deepEqual([names(seen.items), seen.choices, seen.homes], [['Dean', 'Very urgent'], [], []])
  assert.equal(typeof seen.abilities.tag, 'object')
  assert.deepEqual(names((await tagsOf(officer, organisation)).items), ['Dean'])
  const both = await tagsOf(administrator, organisation)
  assert.deepEqual(names(both.items), ['Dean', 'Theirs'])
  // Those of another home stay.
  await officer.call(contract.setRecordTags, { params: organisation, body: { tagIds: [] } })
  assert.deepEqual(names((await tagsOf(administrator, organisation)).items), ['Theirs'])
  const foreign = await officer.refused(contract.setRecordTags, { params: open, body: { tagIds: [theirs.id] } })
  assert.equal(foreign.code, 'tag.not_here')
  const alien = { params: open, body: { tagIds: [theirs.id] } }
  assert.equal((await administrator.refused(contract.setRecordTags, alien)).code, 'tag.not_here')
  assert.deepEqual(
    [names((await tagsOf(officer, open)).choices), (await tagsOf(officer, open)).homes.map(one => one.id)],
    [['Dean', 'Very urgent'], [home]],
  )
})

test('a tag has one name in its home, is changed everywhere, and leaves everywhere', async () => {
  const { id } = await make(officer, { homeId: home, name: 'Budget', colour: 'warn' })
  const again = { body: { homeId: home, name: 'BUDGET', colour: 'ok' as const } }
  assert.equal((await officer.refused(contract.createTag, again)).code, 'tag.name_taken')
  assert.equal((await observer.refused(contract.createTag, again)).status, 403)
  assert.equal((await stranger.refused(contract.createTag, again)).status, 404)
  const record = await world.record()
  await officer.call(contract.setRecordTags, { params: record, body: { tagIds: [id] } })
  const change = { params: { id }, body: { name: 'Money', colour: 'ok' as const } }
  assert.equal((await auditor.refused(contract.changeTag, change)).status, 403)
  assert.equal((await stranger.refused(contract.changeTag, change)).status, 404)
  await officer.call(contract.changeTag, change)
  assert.deepEqual((await tagsOf(observer, record)).items, [{ id, homeId: home, name: 'Money', colour: 'ok' }])
  await officer.call(contract.removeTag, { params: { id } })
  assert.deepEqual((await tagsOf(observer, record)).items, [])
  assert.equal((await officer.refused(contract.removeTag, { params: { id } })).status, 404)
})

test('the portfolio, its counts and its export can be narrowed to tags, by those who see the tags', async () => {
  const [one, other, third] = [await world.record(), await world.record(), await world.record()]
  const tagIds: string[] = []
  for (const [name, records] of [
    ['Flagship', [one, other]],
    ['Nobody has it', []],
    ['Quantum', [third]],
  ] as const) {
    const { id } = await officer.call(contract.createTag, { body: { homeId: home, name, colour: 'accent' } })
    tagIds.push(id)
    for (const params of records) await officer.call(contract.setRecordTags, { params, body: { tagIds: [id] } })
  }
  const [flagship, unused, quantum] = tagIds as [string, string, string]
  const listed = async (who: TestPerson, query: { tag: string[]; id?: string[] }) =>
    (await who.call(portfolio.listPortfolio, { query })).items.map(item => item.id).sort()
  const ids = (...refs: Ref[]) => refs.map(ref => ref.id).sort()
  assert.deepEqual(await listed(observer, { tag: [flagship] }), ids(one, other))
  assert.deepEqual(await listed(observer, { tag: [flagship, quantum] }), ids(one, other, third))
  assert.deepEqual(await listed(observer, { tag: [flagship], id: [one.id, third.id] }), ids(one))
  assert.deepEqual(await listed(observer, { tag: [unused] }), [])
  assert.deepEqual(await listed(stranger, { tag: [flagship] }), [])
  assert.equal((await observer.call(portfolio.getPortfolioCounts, { query: { tag: [flagship] } })).total, 2)
  const exported = await observer.inject({
    method: 'POST',
    url: `/api/portfolio/export?format=json&tag=${quantum}`,
    payload: {},
  })
  assert.equal(exported.statusCode, 200, exported.body)
  assert.equal(JSON.parse(exported.body).length ?? JSON.parse(exported.body).items.length, 1)
  const { items } = await observer.call(contract.listTags)
  assert.deepEqual(
    items.filter(tag => tagIds.includes(tag.id)).map(tag => tag.name),
    ['Flagship', 'Quantum'],
  )
  await officer.call(contract.setRecordTags, { params: one, body: { tagIds: [] } })
  assert.deepEqual(await listed(observer, { tag: [flagship] }), ids(other))
})
