// Tests of resolution on a small invented registry in several scripts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { EVIDENCE_CODES } from './evidence.ts'
import { fold } from './fold.ts'
import { OrganisationIndex } from './organisation-index.ts'
import type { NameKind, OrganisationRecord } from './organisation-record.ts'
import type { ResolveHints } from './query.ts'
import { MOST_CANDIDATES, type Resolution, resolve } from './resolve.ts'

function organisation(
  id: string,
  names: (string | [string, NameKind, string?])[],
  more: Partial<OrganisationRecord> = {},
): OrganisationRecord {
  return {
    id,
    names: names.map(name =>
      typeof name === 'string' ? { text: name, kind: 'label' } : { text: name[0], kind: name[1], lang: name[2] },
    ),
    ...more,
  }
}

const RECORDS: OrganisationRecord[] = [
  organisation(
    'aldora',
    [
      'Aldora University',
      ['دانشگاه آلدورا', 'label', 'fa'],
      ['Альдорский университет', 'label', 'ru'],
      ['ALDU', 'acronym'],
    ],
    {
      country: 'IR',
      city: 'Shahrak',
      website: 'https://www.aldu.example/en',
      identifiers: [{ scheme: 'isni', value: '0000 0001 2345 6789' }],
    },
  ),
  organisation('aldora-hospital', ['Aldora University Hospital'], {
    country: 'IR',
    city: 'Shahrak',
    parents: ['aldora'],
  }),
  organisation('brenn-ch', ['University of Brenn', ['Universität Brenn', 'alias', 'de']], {
    country: 'CH',
    city: 'Altbrunn',
  }),
  organisation('brenn-us', ['University of Brenn'], { country: 'US', city: 'Brennville' }),
  organisation('corvan', ['Corvan Polytechnic', ['Corvan Technical School', 'former']], {
    country: 'FR',
    city: 'Corvan',
  }),
  organisation('zarya', ['Зарянский государственный университет имени Н. Лучанского'], {
    country: 'RU',
    city: 'Zaryansk',
  }),
  organisation('torun', ['東蘭大学', ['Toran University', 'alias']], { country: 'JP', city: 'Toran' }),
  organisation('hanu', ['하누대학교'], { country: 'KR', city: 'Hanu' }),
  organisation('paris-6', ['Université Vaucresson 6'], { country: 'FR', city: 'Paris' }),
  organisation('paris-7', ['Université Vaucresson 7'], { country: 'FR', city: 'Paris' }),
  organisation('old-lyra', ['Lyra Institute of Marine Optics'], {
    country: 'PT',
    status: 'withdrawn',
    successors: ['lyra'],
  }),
  organisation('lyra', ['Lyra Ocean Centre'], { country: 'PT', city: 'Setra' }),
  organisation('closed', ['Verdan Institute of Botany'], { country: 'PT', status: 'inactive' }),
  organisation('chemistry', ['Institute of Chemistry'], { country: 'CZ', city: 'Prague' }),
  organisation('physics', ['Institute of Physics'], { country: 'PL', city: 'Warsaw' }),
  organisation('sharvin', ['دانشگاه صنعتی شروین'], { country: 'IR', city: 'Tehran' }),
  organisation('polytech', ['Jan the Bold St. Zaryansk Polytechnic University'], {
    country: 'RU',
    city: 'Saint Zaryansk',
  }),
  organisation('medical', ['Śląski Uniwersytet Medyczny w Katorzu', ['Medical University of Katorz', 'label', 'en']], {
    country: 'PL',
    city: 'Katorz',
  }),
  organisation('quelm', ['Quelm University, Altbrunn'], { country: 'CH', city: 'Altbrunn' }),
  organisation('pavlin', ['Velden State Medical University named after Academician I.P. Pavlin'], {
    country: 'RU',
    city: 'Velden',
  }),
  organisation('saren', ['Saren Academy of Fine Music', ['SAFM', 'acronym']], { country: 'AM', city: 'Saren' }),
]
const FILLERS = [
  'Nelto',
  'Ormin',
  'Pestra',
  'Quill',
  'Rombe',
  'Sulva',
  'Tarro',
  'Undel',
  'Vosk',
  'Wendal',
  'Xerin',
  'Yolde',
].flatMap(place => [
  organisation(`u-${place}`, [`University of ${place}`], { country: 'DE', city: place }),
  organisation(`i-${place}`, [`${place} Institute of Technology`], { country: 'DE', city: place }),
])
const index = new OrganisationIndex([...RECORDS, ...FILLERS])

const ids = (found: Resolution): string[] => found.answers.map(match => match.organisationId)
const codes = (found: Resolution): string[] => found.evidence.map(item => item.code)

const ANSWERED: [string, string, string, ResolveHints?][] = [
  ['exact name', 'Aldora University', 'aldora'],
  ['Persian name with Arabic letters', 'دانشگاه آلدورا', 'aldora'],
  ['Russian name', 'АЛЬДОРСКИЙ УНИВЕРСИТЕТ', 'aldora'],
  ['abbreviation', 'Aldora Univ.', 'aldora'],
  ['single letter', 'Aldora U', 'aldora'],
  ['words turned', 'University of Aldora', 'aldora'],
  ['affiliation line', 'Dept. of Physics, Univ. of Aldora, P.O. Box 14395, Shahrak, Iran', 'aldora'],
  ['department without comma', 'Faculty of Law Aldora University', 'aldora'],
  ['typing error', 'Corvan Polytecnic', 'corvan'],
  ['former name', 'Corvan Technical School', 'corvan'],
  ['child named, not the parent', 'Aldora University Hospital', 'aldora-hospital'],
  ['country in the text', 'University of Brenn, Switzerland', 'brenn-ch'],
  ['country in Persian', 'University of Brenn، سوئیس', 'brenn-ch'],
  ['country hint', 'University of Brenn', 'brenn-us', { country: 'US' }],
  ['city hint', 'University of Brenn', 'brenn-us', { city: 'Brennville' }],
  ['German alias', 'Universität Brenn, Altbrunn', 'brenn-ch'],
  ['romanised Russian', 'Zaryanskiy gosudarstvennyy universitet imeni N. Luchanskogo', 'zarya'],
  ['other romanisation', 'Zarjanskij gosudarstvennyj universitet imeni N. Lučanskogo', 'zarya'],
  ['abbreviated Russian', 'Зарянский гос. ун-т им. Н. Лучанского', 'zarya'],
  ['romanised Persian', 'Daneshgah-e Sanati Sharvin', 'sharvin'],
  ['Japanese inside a line', '東蘭大学 医学部, Japan', 'torun'],
  ['romanised Korean', 'Hanudaehakgyo', 'hanu'],
  ['joined words', 'AldoraUniversity', 'aldora'],
  ['initials and whom it is named after', 'ЗГУ им. Лучанского', 'zarya'],
  ['initials alone, with the country', 'ЗГУ', 'zarya', { country: 'RU' }],
  ['romanised initials and whom it is named after', 'ZGU im. Luchanskogo', 'zarya'],
  ['without whom it is named after', 'Velden State Medical University', 'pavlin'],
  ['without the person before the city', 'St Zaryansk Polytech', 'polytech'],
  ['city and a single letter', 'Nelto U', 'u-Nelto'],
  ['department, abbreviation and post office box', 'Dept. of Physics, Univ. of Nelto, P.O. Box 14395', 'u-Nelto'],
  ['technical university in Persian', 'دانشگاه صنعتی شروین', 'sharvin'],
  ['without the city at its end, with the country', 'Quelm University', 'quelm', { country: 'CH' }],
  ['an invented name behind the name', 'Corvan Polytechnic - CORVANTECH', 'corvan'],
  ['number agrees', 'Université Vaucresson 7', 'paris-7'],
  ['closed, with successor', 'Lyra Institute of Marine Optics', 'lyra'],
]
for (const [what, text, id, hints] of ANSWERED) {
  test(`answers: ${what}`, () => assert.deepEqual(ids(resolve(index, text, hints)), [id]))
}

const UNANSWERED: [string, string, string[]][] = [
  ['a name that two organisations share', 'University of Brenn', ['brenn-ch', 'brenn-us']],
  ['a number that no organisation has', 'Université Vaucresson 9', []],
  ['the university where only the medical one is known', 'Uniwersytet Śląski w Katorzu', ['medical']],
  ['a department alone', 'Department of Chemistry', []],
  ['something unknown', 'Grunewald Botanical Trust', []],
  ['a country alone', 'Iran', []],
  ['punctuation', '—?!', []],
]
for (const [what, text, offered] of UNANSWERED) {
  test(`does not answer: ${what}`, () => {
    const found = resolve(index, text)
    assert.deepEqual(ids(found), [])
    const all = found.candidates.map(match => match.organisationId)
    for (const id of offered) assert.ok(all.includes(id), `${id} is offered`)
  })
}

test('several organisations in one cell are all answered when each is sure', () => {
  const found = resolve(index, 'Aldora University, Shahrak, Iran; Corvan Polytechnic, Corvan, France')
  assert.deepEqual(ids(found).sort(), ['aldora', 'corvan'])
  assert.ok(codes(found).includes('several_organisations'))
})

test('evidence says why', () => {
  const found = resolve(index, 'University of Brenn, Altbrunn, Switzerland')
  assert.deepEqual(codes(found), ['name_exact', 'country_agrees', 'city_agrees'])
  assert.deepEqual(found.evidence[0]?.values, { name: 'University of Brenn', language: 'none' })
})

test('namesakes are told apart by their places, and that is asked for', () => {
  const found = resolve(index, 'University of Brenn')
  const question = found.evidence.find(item => item.code === 'place_would_decide')
  assert.deepEqual([question?.values.firstPlace, question?.values.secondPlace].sort(), [
    'Altbrunn, CH',
    'Brennville, US',
  ])
})

test('a followed successor is said', () => {
  const found = resolve(index, 'Lyra Institute of Marine Optics')
  const item = found.evidence.find(one => one.code === 'successor_followed')
  assert.deepEqual(item?.values, { from: 'Lyra Institute of Marine Optics', to: 'Lyra Ocean Centre' })
})

test('a stated country that differs keeps a name from being answered', () => {
  assert.deepEqual(ids(resolve(index, 'Corvan Polytechnic, Brazil')), [])
})

test('a domain hint decides between namesakes', () => {
  const found = resolve(index, 'Aldora University', { domain: 'physics.aldu.example' })
  assert.ok(codes(found).includes('domain_agrees'))
})

test('an identifier needs no name', () => {
  const hints = { identifiers: [{ scheme: 'isni', value: '0000000123456789' }] }
  assert.deepEqual(ids(resolve(index, '', hints)), ['aldora'])
  assert.deepEqual(codes(resolve(index, '', hints)), ['identifier_agrees'])
})

test('a decision wins over everything', () => {
  const decisions = (text: string, country: string | undefined): string | undefined =>
    text === fold('Aldora University') ? (country === 'FR' ? 'none' : 'corvan') : undefined
  assert.deepEqual(ids(resolve(index, 'ALDORA  university', {}, { decisions })), ['corvan'])
  const none = resolve(index, 'Aldora University', { country: 'France' }, { decisions })
  assert.deepEqual([none.outcome, codes(none)], ['none', ['decided_none']])
  assert.deepEqual(ids(resolve(index, 'Corvan Polytechnic', {}, { decisions })), ['corvan'])
})

test('an index changed step by step answers as one built at once', () => {
  const texts = ANSWERED.map(([, text]) => text)
  const names = fc.constantFrom(...RECORDS.map(record => record.id))
  fc.assert(
    fc.property(fc.array(names, { maxLength: 12 }), changed => {
      const stepwise = new OrganisationIndex([...RECORDS, ...FILLERS])
      for (const id of changed) {
        stepwise.replace(organisation(id, [`Passing Name of ${id}`], { country: 'NO' }))
        stepwise.remove(id)
        stepwise.add(RECORDS.find(record => record.id === id) as OrganisationRecord)
      }
      assert.equal(stepwise.size, index.size)
      for (const text of texts) assert.deepEqual(ids(resolve(stepwise, text)), ids(resolve(index, text)))
    }),
    { numRuns: 15 },
  )
})

test('a removed organisation is not found', () => {
  const small = new OrganisationIndex(RECORDS)
  assert.equal(small.remove('aldora'), true)
  assert.equal(small.remove('aldora'), false)
  assert.equal(ids(resolve(small, 'Aldora University')).includes('aldora'), false)
  assert.equal(small.size, RECORDS.length - 1)
})

const pieces = fc.constantFrom(
  'University',
  'Aldora',
  ' of ',
  'Brenn',
  ', ',
  '; ',
  'دانشگاه',
  ' آلدورا',
  'университет',
  '東蘭大学',
  '\u202e',
  '\u0301',
  '6',
  ' (',
  ')',
  'Iran',
  ' Univ.',
  '\ud800',
  '﷽',
  '\n',
  '하누',
  'U+',
  "'",
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(pieces, { maxLength: 40 }).map(parts => parts.join('')),
)

test('any text is resolved without throwing, the same way twice, within bounds', () => {
  fc.assert(
    fc.property(texts, text => {
      const found = resolve(index, text)
      assert.deepEqual(resolve(index, text), found)
      assert.ok(found.candidates.length <= MOST_CANDIDATES)
      assert.equal(
        found.outcome,
        found.answers.length > 0 ? 'answer' : found.candidates.length > 0 ? 'candidates' : 'none',
      )
      for (const match of [...found.answers, ...found.candidates]) assert.ok(match.score >= 0 && match.score <= 1)
      for (const item of found.evidence) assert.ok(EVIDENCE_CODES.includes(item.code))
    }),
    { numRuns: 400 },
  )
})

const HOSTILE = [
  ',',
  'a,',
  'a\u0301',
  '\u202eabc ',
  '大学',
  'University of Brenn; ',
  '﷽',
  '\ud800',
  "a'",
  'A.',
  'a/b/',
  '1 2 3 ',
  'University ',
]
for (const unit of HOSTILE) {
  test(`ten thousand characters of ${JSON.stringify(unit)} are read`, () => {
    assert.equal(typeof resolve(index, unit.repeat(10_000 / unit.length)).outcome, 'string')
  })
}
