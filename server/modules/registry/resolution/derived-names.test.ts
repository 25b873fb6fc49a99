// Tests of names that are derived from listed ones.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { derivedNames } from './derived-names.ts'
import type { NameKind } from './organisation-record.ts'

const of = (texts: (string | [string, NameKind])[], city?: string): string[] =>
  derivedNames(
    texts.map(one => (typeof one === 'string' ? { text: one, kind: 'label' } : { text: one[0], kind: one[1] })),
    city,
  ).map(name => name.text)

const CASES: [string, (string | [string, NameKind])[], string[], string?][] = [
  [
    'initials, romanised ones, and with whom it is named after',
    ['Зарянский государственный университет имени Н. Лучанского'],
    ['Зарянский государственный университет', 'ЗГУ', 'ZGU', 'ЗГУ имени Лучанского', 'ZGU имени Лучанского'],
  ],
  ['the city with its own short form', ['Санкт-Петербургский морской институт'], ['СПбМИ', 'SPBMI']],
  ['connecting words give no letter', ['Институт горного и морского дела'], ['ИГМД', 'IGMD']],
  ['an acronym of the same script is enough', ['Зарянский горный институт', ['ЗарГИ', 'acronym']], []],
  ['Latin names have listed acronyms', ['Aldora Institute of Marine Optics'], []],
  ['former names are left alone', [['Зарянский горный институт', 'former']], []],
  ['two words give no initials', ['Зарянский университет'], []],
  [
    'whom an English name is named after',
    ['Velden State University named after P. Pavlin'],
    ['Velden State University'],
  ],
  ['a lone common name is not derived', ['State University named after P. Pavlin'], []],
  [
    'a person before the city',
    ['Jan the Bold Altbrunn Polytechnic University'],
    ['Altbrunn Polytechnic University', 'Altbrunn Polytechnic'],
    'Altbrunn',
  ],
  ['another organisation before the city stays', ['FIR RWTH Altbrunn University'], [], 'Altbrunn'],
  ['a kind before the city stays', ['National Medical Altbrunn University'], [], 'Altbrunn'],
]
for (const [what, names, wanted, city] of CASES) {
  test(what, () => assert.deepEqual(of(names, city), wanted))
}

test('any names: none twice, none that is listed, none empty', () => {
  const words = fc.constantFrom(
    'Зарянский',
    'имени',
    'University',
    'named after',
    '«',
    '»',
    '.',
    'А.',
    '大学',
    'دانشگاه',
    '7',
  )
  const texts = fc.array(
    fc.array(words, { maxLength: 9 }).map(list => list.join(' ')),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(texts, fc.string({ maxLength: 12 }), (list, city) => {
      const found = of(list, city)
      assert.equal(new Set(found).size, found.length)
      for (const name of found) assert.ok(name.trim() !== '' && !list.includes(name))
    }),
    { numRuns: 300 },
  )
})
