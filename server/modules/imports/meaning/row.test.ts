// Whole rows: what agreement they describe, what is doubtful, what is skipped, and that no partner's text is ever lost.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Cell } from '../reading/source-table.ts'
import { type ColumnMeaning, columnMeanings } from './column-meanings.ts'
import type { ColumnOptions } from './column-options.ts'
import { doubtCodes } from './doubt.ts'
import { doubtTerms } from './meaning.terms.ts'
import { understandRow } from './row.ts'
import type { RowColumn } from './understood-row.ts'

const today = Temporal.PlainDate.from('2026-11-23')

function columns(...meanings: (ColumnMeaning | [ColumnMeaning, ColumnOptions])[]): RowColumn[] {
  return meanings.map((each, index) => {
    const [meaning, options] = typeof each === 'string' ? [each, {}] : each
    return { index, source: `Header ${index}`, meaning, options }
  })
}

function read(cells: Cell[], ...meanings: Parameters<typeof columns>) {
  return understandRow(cells, columns(...meanings), { today })
}

const codes = (row: ReturnType<typeof read>) => row.doubts.map(each => each.code)

test('a row with nothing to ask is ready', () => {
  const row = read(
    ['Japan', ' Lakeside University', 'MOU', '2019-04-01', '2029-03-31'],
    'partner_country',
    'partner',
    'kind',
    'signed_on',
    'expires_on',
  )
  assert.equal(row.status, 'ready')
  assert.deepEqual(row.kinds, ['memorandum'])
  assert.deepEqual(
    [row.signed?.on, row.expires?.on, row.state, row.stateFrom],
    ['2019-04-01', '2029-03-31', 'in_force', 'dates'],
  )
  assert.deepEqual([row.partners[0]?.input, row.partners[0]?.country], ['Lakeside University', 'JP'])
})

test('an end in the past is an expired agreement, not an error', () => {
  const row = read(['Lake University', 2021], 'partner', 'expires_on')
  assert.deepEqual([row.status, row.state, row.expires?.on], ['ready', 'expired', '2021-12-31'])
})

test('a validity of 2 is an error, not the year 2', () => {
  const row = read(['Lake University', 2], 'partner', 'expires_on')
  assert.deepEqual([row.status, row.expires, codes(row)], ['error', undefined, ['date_out_of_range']])
})

test('several dates and kinds in one cell are shown', () => {
  const row = read(
    ['Lake University', 'MOU, Reciprocal Student Exchange', '1999, 11/17/2008', 'no end date'],
    'partner',
    'kind',
    'signed_on',
    'expires_on',
  )
  assert.deepEqual(
    [row.signed?.on, row.otherDates.map(each => each.date.on), row.noEnd, row.state],
    ['1999-01-01', ['2008-11-17'], true, 'in_force'],
  )
  assert.deepEqual(
    [row.kinds, codes(row)],
    [
      ['memorandum', 'exchange_agreement'],
      ['dates_several', 'kinds_several'],
    ],
  )
})

test('the end follows from a length and the signature', () => {
  assert.deepEqual(
    [read(['Lake University', '12.03.2019', '5 лет'], 'partner', 'signed_on', 'duration')].map(row => [
      row.expires?.on,
      row.expiresFrom,
      row.state,
    ])[0],
    ['2024-03-11', 'computed', 'expired'],
  )
  assert.equal(
    read(['Lake University', '12.03.2024', '5 years from signature'], 'partner', 'signed_on', 'expires_on').expires?.on,
    '2029-03-11',
  )
  assert.deepEqual(codes(read(['Lake University', '5 years from signature'], 'partner', 'expires_on')), [
    'duration_without_start',
  ])
  assert.deepEqual(
    codes(
      read(['Lake University', '12.03.2019', '11.03.2029', '5 лет'], 'partner', 'signed_on', 'expires_on', 'duration'),
    ),
    ['duration_disagrees'],
  )
})

test('states: words, dates, and both against each other', () => {
  assert.equal(
    read(['Lake University', '2015', 'renewal pending'], 'partner', 'signed_on', 'expires_on').state,
    'renewal_in_progress',
  )
  assert.equal(
    read(
      ['Lake University', '2015', '2020', 'автоматическая пролонгация'],
      'partner',
      'signed_on',
      'expires_on',
      'renewal',
    ).state,
    'in_force',
  )
  assert.deepEqual(codes(read(['Lake University', '2020', 'active'], 'partner', 'expires_on', 'status')), [
    'status_disagrees',
  ])
  assert.deepEqual(codes(read(['Lake University', '2020', '2015'], 'partner', 'signed_on', 'expires_on')), [
    'expiry_before_signature',
  ])
})

test('a term holds both ends', () => {
  const row = read(['Lake University', '01.09.2019 – 31.08.2029'], 'partner', 'term')
  assert.deepEqual([row.inForce?.on, row.expires?.on, row.status], ['2019-09-01', '2029-08-31', 'ready'])
  assert.equal(read(['Lake University', 'до 2029'], 'partner', 'term').expires?.on, '2029-12-31')
})

test('two institutions in one cell are flagged and kept whole', () => {
  const input = 'Haute Ecole du Lac, Haute École des Monts et Vaux'
  const row = read([` ${input}`], 'partner')
  assert.deepEqual([row.status, codes(row), row.partners[0]?.input], ['doubtful', ['partners_several'], input])
  assert.deepEqual(row.partners[0]?.parts, ['Haute Ecole du Lac', 'Haute École des Monts et Vaux'])
  for (const one of [
    'University of Hills and Valleys',
    'Lake University, Faculty of Law',
    'College of Arts, Science and Technology',
    'دانشگاه علم و صنعت',
  ])
    assert.equal(read([one], 'partner').status, 'ready', one)
})

test('errors, numbers and missing names in the partner cell', () => {
  assert.deepEqual(codes(read([{ error: '#REF!' }, '2015'], 'partner', 'signed_on')), ['partner_missing', 'cell_error'])
  assert.deepEqual(codes(read(['12', '2015'], 'partner', 'signed_on')), ['partner_is_number'])
  assert.equal(read(['', '2015'], 'partner', 'signed_on').status, 'error')
})

test('empty rows, footers, repeated headers and headings are skipped with the reason', () => {
  const at = columns('partner_country', 'partner', 'kind', 'signed_on')
  const reason = (cells: Cell[]) => understandRow(cells, at, { today }).skipped
  assert.equal(reason(['', null, ' - ', '']), 'empty')
  assert.equal(reason(['Total: 202', '', '', '']), 'footer')
  assert.equal(reason(['Итого', 12, '', '']), 'footer')
  assert.equal(reason(['جمع', '', '', '']), 'footer')
  assert.equal(reason(['Header 0', 'Header 1', 'Header 2', 'Header 3']), 'repeated_header')
  assert.equal(reason(['EUROPE', '', '', '']), 'section_heading')
  assert.equal(reason(['', 'Lake University', '', '']), undefined)
  assert.deepEqual(understandRow(['Germany', '', '', ''], at, { today }).section, { text: 'Germany', country: 'DE' })
})

test('identifiers, place, people and links come along', () => {
  const row = read(
    [
      'Lake University',
      'SF_TESTOWN12',
      '60,18',
      '24.82',
      'Dr. Example <x@example.org>',
      '+358 1 234567',
      { link: 'https://example.org/a.pdf', text: 'scan' },
    ],
    'partner',
    'partner_identifier:erasmus_code',
    'latitude',
    'longitude',
    'coordinator_partner',
    'contact_phone',
    'document_link',
  )
  const [partner] = row.partners
  assert.deepEqual(
    [partner?.country, partner?.countryFrom, partner?.latitude, partner?.longitude],
    ['FI', 'identifier', 60.18, 24.82],
  )
  assert.deepEqual(row.contacts, [
    { side: 'partner', role: 'coordinator', name: 'Dr. Example', emails: ['x@example.org'], phones: ['+358 1 234567'] },
  ])
  assert.deepEqual(row.links, [{ url: 'https://example.org/a.pdf', text: 'scan' }])
})

test('any cells under any meanings: no failure, no partner text lost, and nothing but known codes', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.record({ error: fc.string() }),
    fc.record({ link: fc.webUrl(), text: fc.string() }),
    fc.record({ date: fc.constantFrom('2020-01-01', '1900-01-00', 'x', '9999-12-31'), serial: fc.double() }),
    fc.constantFrom(
      'Universität A; University B',
      '#N/A',
      '2016-2021',
      'MOU',
      'تبادل ۵ دانشجو',
      '5 студентов',
      '\u202eUniversity\u0000',
      '<b>Lake University</b>',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, fc.constantFrom(...columnMeanings)), { maxLength: 8 }), pairs => {
      const row = understandRow(
        pairs.map(([value]) => value as Cell),
        columns(...pairs.map(([, meaning]) => meaning)),
        { today },
      )
      for (const each of row.doubts) assert.ok(doubtCodes.includes(each.code))
      if (row.status === 'skipped') return
      const kept = row.partners.flatMap(partner => [partner.input, ...partner.otherNames])
      for (const [value, meaning] of pairs) {
        if (meaning === 'partner' && typeof value === 'string' && /[\p{L}\p{N}]/u.test(value) && !value.startsWith('#'))
          assert.ok(kept.includes(value.trim()), value)
      }
    }),
    { numRuns: 300 },
  )
})

test('every doubt has its sentence', () => {
  assert.deepEqual(Object.keys(doubtTerms).sort(), [...doubtCodes].sort())
  for (const code of doubtCodes) assert.equal(doubtTerms[code].id, `imports.doubt.${code}`)
})
