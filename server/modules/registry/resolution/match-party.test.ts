// Tests of comparing names with a list of invented persons and organisations.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { EVIDENCE_CODES } from './evidence.ts'
import { matchParty, type Party, PartyList } from './match-party.ts'

const PARTIES: Party[] = [
  { id: 'p1', kind: 'person', names: ['Ivan Sergeevich Zaryanov', 'Зарянов Иван Сергеевич'] },
  { id: 'p2', kind: 'person', names: ['محمدرضا شروینی', 'Mohammadreza Sharvini'] },
  { id: 'p3', kind: 'person', names: ['Ana Brenn'] },
  { id: 'o1', kind: 'organisation', names: ['Corvan Trading Company Ltd', 'Корван Трейдинг'] },
  { id: 'o2', kind: 'organisation', names: ['Aldora University of Technology'] },
]
const list = new PartyList(PARTIES)
const ids = (name: string): string[] => matchParty(name, list).map(match => match.id)

const ALIKE: [string, string, string][] = [
  ['the same', 'Ivan Sergeevich Zaryanov', 'p1'],
  ['family name first', 'Zaryanov Ivan Sergeevich', 'p1'],
  ['without the patronymic', 'Ivan Zaryanov', 'p1'],
  ['another romanisation', 'Iwan Sergejewitsch Sarjanow', 'p1'],
  ['Cyrillic in capitals', 'ИВАН ЗАРЯНОВ', 'p1'],
  ['with initials', 'I. S. Zaryanov', 'p1'],
  ['with a title and a typing error', 'Dr. Ivan Sergeevich Zaryanof', 'p1'],
  ['Persian with Arabic letters', 'محمدرضا شرويني', 'p2'],
  ['Persian in two words', 'محمد رضا شروینی', 'p2'],
  ['a company without its legal form', 'Corvan Trading', 'o1'],
  ['a company run together', 'CorvanTradingCompanyLtd', 'o1'],
  ['a university abbreviated', 'Aldora Univ. of Technology', 'o2'],
]
for (const [what, name, id] of ALIKE) test(`alike: ${what}`, () => assert.deepEqual(ids(name), [id]))

for (const name of ['Ivan Petrov', 'Ana', 'Brenn University of Technology', 'Trading Company Ltd', '—', ''])
  test(`not alike: ${JSON.stringify(name)}`, () => assert.deepEqual(ids(name), []))

test('reasons are told', () => {
  const [match] = matchParty('Zaryanov Ivan', list)
  assert.deepEqual(
    match?.evidence.map(item => item.code),
    ['name_words', 'word_order_differs', 'words_not_matched'],
  )
})

test('any text is compared without throwing, and likeness is 0 to 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      for (const match of matchParty(text, list)) {
        assert.ok(match.likeness > 0 && match.likeness <= 1)
        for (const item of match.evidence) assert.ok(EVIDENCE_CODES.includes(item.code))
      }
    }),
    { numRuns: 200 },
  )
})
