// Tests of foreign names in sentences: they keep their direction to themselves, and nothing else is touched.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import Type from 'typebox'
import { isolate, withoutDirectionControls, withoutIsolates } from './bidi.ts'
import { defineEvent, type RecordedEvent } from './events.ts'
import { translator } from './i18n.ts'
import { presentTimeline } from './timeline.ts'

test('only a text of the other direction is wrapped', () => {
  const wrapped = (text: string, language: string) => isolate(text, language) !== text
  for (const [text, inPersian, inRussian] of [
    ['Université de Lyon (INSA)', true, false],
    ['Камско-Волжский университет', true, false],
    ['دانشگاه نوروزان', false, true],
    ['NUT-2022/14', true, false],
    ['2022/14', false, false],
    ['https://concord.example.org/نو?token=a', false, false],
    ['rector@example.org', false, false],
    ['یادداشت NUT', true, true],
    ['\u202Eevil', true, true],
    ['', false, false],
  ] as const)
    assert.deepEqual([wrapped(text, 'fa'), wrapped(text, 'ru'), wrapped(text, 'en')], [inPersian, inRussian, inRussian])
})

test('wrapping twice is wrapping once, and can be taken back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('fa', 'ru', 'en'), (text, language) => {
      const bare = withoutIsolates(text)
      const once = isolate(bare, language)
      return isolate(once, language) === once && withoutIsolates(once) === bare
    }),
  )
})

test('values of a message are wrapped, the keys of a choice are not', () => {
  const term = {
    id: 'test.bidi.choice',
    message: '{name}: {side, select, home {ours} other {theirs}}, {count, plural, one {# time} other {# times}}',
  }
  assert.equal(
    translator('en')(term, { name: 'نوروزان', side: 'home', count: 2 }),
    '\u2068نوروزان\u2069: ours, 2 times',
  )
  assert.equal(translator('fa')(term, { name: 'Volga', side: 'home', count: 1 }), '\u2068Volga\u2069: ours, ۱ time')
})

defineEvent({
  type: 'bidi_test.named',
  subject: 'test',
  data: Type.Object({ name: Type.String() }),
  text: { id: 'test.bidi.named', message: '{actor}: {name}' },
})

test('a timeline reads right in Persian with Latin and Cyrillic names', () => {
  const event: RecordedEvent = {
    ...{ id: '1', type: 'bidi_test.named', subjectType: 'test', subjectId: '2', homeId: null, actorId: null },
    ...{ actorName: 'Нина Ярцева', onBehalfOf: null, at: '2026-01-02T03:04:05Z', requestId: 'r', reason: null },
    data: { name: 'Institute (Kazan)' },
    changes: { parties: { from: [{ name: 'Volga Institute' }, { name: 'دانشگاه نوروزان' }], to: [] } },
  }
  const [item] = presentTimeline([event], translator('fa'))
  assert.equal(item!.sentence, '\u2068Нина Ярцева\u2069: \u2068Institute (Kazan)\u2069')
  assert.equal(item!.changes[0]!.from, '\u2068Volga Institute\u2069، دانشگاه نوروزان')
})

test('controls of direction are taken out of what people write, joiners and marks stay', () => {
  assert.equal(withoutDirectionControls('a\u202Eb\u202C \u2067c\u2069'), 'ab c')
  assert.equal(withoutDirectionControls('می\u200Cرود\u200F'), 'می\u200Cرود\u200F')
})
