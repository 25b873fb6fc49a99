// Tests of the sound keys: one word written in two scripts has one key.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { consonantKey, romanise, scriptOf, soundKey } from './transliteration.ts'

const SOUNDS: [string, string][] = [
  ['шевченко', 'shevchenko'],
  ['шевченко', 'schewtschenko'],
  ['новосибирский', 'novosibirskij'],
  ['новосибирский', 'novosibirskiy'],
  ['медицинский', 'medicinskij'],
  ['медицинский', 'meditsinskii'],
  ['πανεπιστημιου', 'panepistimioy'],
  ['უნივერსიტეტი', 'universiteti'],
  ['동국대학교', 'donggukdaehakgyo'],
]
for (const [native, latin] of SOUNDS) {
  test(`sound of ${native} is that of ${latin}`, () => assert.equal(soundKey(native), soundKey(latin)))
}

const CONSONANTS: [string, string][] = [
  ['خوارزمی', 'kharazmi'],
  ['اصفهان', 'esfahan'],
  ['تهران', 'tehran'],
  ['قزوین', 'qazvin'],
  ['شریف', 'sharif'],
  ['مدرس', 'modarres'],
]
for (const [native, latin] of CONSONANTS) {
  test(`consonants of ${native} are those of ${latin}`, () => assert.equal(consonantKey(native), consonantKey(latin)))
}

test('words that differ have different keys', () => {
  assert.notEqual(soundKey('томск'), soundKey('omsk'))
  assert.notEqual(consonantKey('شیراز'), consonantKey('tabriz'))
})

test('every letter of the tables has a sound', () => {
  for (const word of ['абвгдежзийклмнопрстуфхцчшщыэюя', 'აბგდევზჯჰ', 'աբգդֆև', 'ابپگی', 'אבת', 'αβω']) {
    assert.match(romanise(word), /^[a-z]+$/)
  }
})

test('scripts are told apart', () => {
  assert.deepEqual(['abc', 'где', 'گچ', '大学', 'कृषि'].map(scriptOf), [
    'latin',
    'vowelled',
    'unvowelled',
    'gram',
    'other',
  ])
})

test('keys never throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
      assert.equal(typeof soundKey(text) + typeof consonantKey(text), 'stringstring')
    }),
  )
})
