// Tests of the sentences of the timeline: values from closed lists are said in words, in the reader's language.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import Type from 'typebox'
import { defineEvent, type RecordedEvent } from './events.ts'
import { translator } from './i18n.ts'
import { nameOfCode, presentTimeline } from './timeline.ts'

const open = { id: 'test.timeline.open', message: 'open to all' }
const closed = { id: 'test.timeline.closed', message: 'closed' }

defineEvent({
  type: 'timeline_test.moved',
  subject: 'test',
  data: Type.Object({ state: Type.String(), count: Type.Integer() }),
  text: { id: 'test.timeline.moved', message: '{actor} set {count, plural, one {# door} other {# doors}} to {state}' },
  words: { state: { open } },
})

const event = (data: object, changes: RecordedEvent['changes'] = null): RecordedEvent => ({
  ...{ id: '1', type: 'timeline_test.moved', subjectType: 'test', subjectId: '2', homeId: null, actorId: null },
  ...{ actorName: 'Ada', onBehalfOf: null, at: '2026-01-02T03:04:05Z', requestId: 'r', reason: null, data, changes },
})

const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
const sentenceOf = (data: object, fields = {}) =>
  bare(presentTimeline([event(data)], translator('en'), fields)[0]!.sentence)

test("an event's own words come before those of the page's fields", () => {
  const fields = { state: { label: open, values: { open: closed, shut: closed } } }
  assert.equal(sentenceOf({ state: 'open', count: 1 }, fields), 'Ada set 1 door to open to all')
  assert.equal(sentenceOf({ state: 'open', count: 2 }), 'Ada set 2 doors to open to all')
})

test('a value that no list knows is shown as it is', () => {
  assert.equal(sentenceOf({ state: 'ajar', count: 3 }), 'Ada set 3 doors to ajar')
})

test('a value that was left empty leaves no gap', () => {
  assert.equal(sentenceOf({ state: '', count: 1 }), 'Ada set 1 door to')
})

test('what is known of somebody besides the name is said too', () => {
  const fields = { people: { label: open, values: { shut: closed } } }
  const ada = { name: 'Ada', role: 'shut', email: 'ada@example.org', side: 'home' }
  const changes = { people: { from: [{ name: 'Ada' }], to: [ada, { name: 'Eve', signedOn: '2026-01-02' }] } }
  const [item] = presentTimeline([event({}, changes)], translator('en'), fields)
  assert.deepEqual([item!.changes[0]!.from, item!.changes[0]!.to].map(bare), [
    'Ada',
    'Ada (closed, ada@example.org), Eve (2 January 2026)',
  ])
})

test('a code without a name stays as it is', () => {
  const names = ['es', 'en-12'].map(code => nameOfCode('language', code, translator('en')))
  assert.deepEqual([...names, nameOfCode('region', 'IR', translator('ru'))], ['Spanish', 'en-12', 'Иран'])
})

test('changes are said with the words of their field', () => {
  const fields = { state: { label: open, values: { shut: closed } } }
  const [item] = presentTimeline([event({}, { state: { from: 'shut', to: 'ajar' } })], translator('en'), fields)
  assert.deepEqual(
    item!.changes.map(({ label, from, to }) => [label, from, to].map(bare)),
    [['open to all', 'closed', 'ajar']],
  )
})
