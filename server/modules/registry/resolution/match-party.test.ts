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

test('common words are passed over only where they cannot decide', () => {
  const crowd = Array.from({ length: 1500 }, (_, at): Party => {
    const [tens, ones] = [Math.floor(at / 40), at % 40]
    const word = (number: number) =>
      `q${String.fromCharCode(97 + (number % 26))}${String.fromCharCode(97 + Math.floor(number / 26))}mar`
    return { id: `c${at}`, kind: 'person', names: [`Ivan ${word(tens)} ${word(ones)}`, `Ivan Zaryanov ${at}`] }
  })
  const wanted: Party[] = [
    { id: 'w1', kind: 'person', names: ['Ivan Zaryanov'] },
    { id: 'w2', kind: 'person', names: ['I. Zaryanov'] },
    { id: 'w3', kind: 'person', names: ['Ivan Sergeevich Zaryanov'] },
  ]
  const large = new PartyList([...crowd, ...wanted])
  const small = new PartyList(wanted)
  for (const name of ['Ivan Zaryanov', 'I. Zaryanov', 'Zaryanov Ivan Sergeevich', 'Иван Зарянов', 'Ivan Z.'])
    assert.deepEqual(
      matchParty(name, large).filter(match => match.id.startsWith('w')),
      matchParty(name, small),
      name,
    )
})

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
