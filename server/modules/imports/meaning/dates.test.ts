// Dates as lists hold them, in five languages and three calendars; and any date in any order reads back as itself.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Cell } from '../reading/source-table.ts'
import { dayInCalendar } from './calendar-days.ts'
import { parseDateCell } from './dates.ts'
import type { DateContext } from './parsed-date.ts'

const today = Temporal.PlainDate.from('2026-11-23')

/** Days with what is not sure, as one short line: "2016-01-01 year; 2017-12-31 year end | doubt codes". */
function read(cell: Cell, context: Partial<DateContext> = {}): string {
  const { dates, special, relative, doubts } = parseDateCell(cell, { today, ...context })
  const parts = dates.map(date =>
    [
      date.on,
      date.precision === 'day' ? '' : date.precision,
      date.calendar === 'gregorian' ? '' : date.calendar,
      date.edge ?? '',
    ]
      .filter(Boolean)
      .join(' '),
  )
  if (relative) parts.push(`${relative.months} months from ${relative.from}`)
  if (special) parts.push(special)
  const codes = doubts.map(each => each.code)
  return parts.join('; ') + (codes.length > 0 ? ` ? ${codes.join(', ')}` : '')
}

function table(name: string, rows: [Cell, string][], context: Partial<DateContext> = {}): void {
  describe(name, () => {
    for (const [cell, expected] of rows)
      test(JSON.stringify(cell), () => assert.equal(read(cell, context).trim(), expected))
  })
}

table('numbers', [
  ['2016', '2016-01-01 year'],
  [2016, '2016-01-01 year'],
  ['12/31/2019', '2019-12-31'],
  ['31/12/2019', '2019-12-31'],
  ['01.09.2019', '2019-09-01'],
  ['2019-09-01', '2019-09-01'],
  ['2019-09-01T10:20:30Z', '2019-09-01'],
  ['2019-09-01 10:20', '2019-09-01'],
  ['20190901', '2019-09-01'],
  ['09/2019', '2019-09-01 month'],
  ['2019/09', '2019-09-01 month'],
  ['12.IV.2019', '2019-04-12'],
  ['2020 Q3', '2020-07-01 month'],
  ['2019年5月3日', '2019-05-03'],
  ['3/4/2019', '2019-04-03 ? date_order_ambiguous'],
  ['5/5/2019', '2019-05-05'],
  ['3/4/19', '2019-04-03 ? date_order_ambiguous'],
  ['2009-10', '2009-10-01 month ? date_year_or_month'],
  ['2016/17', '2016-01-01 year start; 2017-12-31 year end'],
  [43525, '2019-03-01 ? date_serial_assumed'],
  [{ date: '2019-03-01', serial: 43525 }, '2019-03-01'],
  [{ date: '1905-07-08', serial: 2016 }, '2016-01-01 year ? date_serial_is_year'],
])

table('several dates in one cell', [
  ['1999, 11/17/2008', '1999-01-01 year; 2008-11-17'],
  ['05/20/2013, 07/27/2017', '2013-05-20; 2017-07-27'],
  ['2016-2021', '2016-01-01 year start; 2021-12-31 year end'],
  ['01.09.2019 – 31.08.2024', '2019-09-01 start; 2024-08-31 end'],
  ['01/09/2019 - 31/08/2024', '2019-09-01 start; 2024-08-31 end'],
  ['с 2015 по 2020 гг.', '2015-01-01 year start; 2020-12-31 year end'],
  ['از ۱۳۹۵ تا ۱۴۰۰', '2016-03-20 year solar_hijri start; 2022-03-20 year solar_hijri end'],
  ['1 de enero de 2020 hasta 31 de diciembre de 2024', '2020-01-01 start; 2024-12-31 end'],
  ['du 1er janvier 2020 au 31 décembre 2024', '2020-01-01 start; 2024-12-31 end'],
  ['since 2015', '2015-01-01 year start'],
  ['до 31 декабря 2025 г.', '2025-12-31 end'],
  ['hasta diciembre de 2024', '2024-12-31 month end'],
])

table('month names', [
  ['August, 2016', '2016-08-01 month'],
  ['Nov. 2018', '2018-11-01 month'],
  ['March 12th, 2014', '2014-03-12'],
  ['12th of March 2014', '2014-03-12'],
  ['Feburary 2019', '2019-02-01 month ? date_month_misspelt'],
  ['5 марта 2019 г.', '2019-03-05'],
  ['«05» сентября 2019 года', '2019-09-05'],
  ['сент. 2020', '2020-09-01 month'],
  ['3 de septiembre de 2018', '2018-09-03'],
  ['1er août 2017', '2017-08-01'],
  ['15. März 2016', '2016-03-15'],
  ["1 d'abril de 2020", '2020-04-01'],
  ['2 de março de 2019', '2019-03-02'],
  ['7 luglio 2015', '2015-07-07'],
  ['ژانویه ۲۰۲۰', '2020-01-01 month'],
  ['۲ اوت ۲۰۱۶', '2016-08-02'],
  ['كانون الثاني 2020', '2020-01-01 month'],
  ['١٥ يناير ٢٠٢٠', '2020-01-15'],
])

table('Solar Hijri and Hijri', [
  ['۱۳۹۵/۰۵/۱۲', '2016-08-02 solar_hijri'],
  ['1395/05/12', '2016-08-02 solar_hijri ? date_calendar_assumed'],
  ['12 مرداد 1395', '2016-08-02 solar_hijri'],
  ['۱۲ مرداد ماه سال ۱۳۹۵', '2016-08-02 solar_hijri'],
  ['مهرماه ۱۳۹۵', '2016-09-22 month solar_hijri'],
  ['15 Farvardin 1396', '2017-04-04 solar_hijri'],
  ['12 حمل 1395', '2016-03-31 solar_hijri'],
  ['1403/12/30 ه.ش', '2025-03-20 solar_hijri'],
  ['1402/12/30 ه.ش', '? date_impossible'],
  ['15 شعبان 1440', '2019-04-20 hijri'],
  ['1437 AH', '2015-10-14 year hijri'],
  ['۱۲ مرداد ۱۳۹۵ برابر با ۲ اوت ۲۰۱۶', '2016-08-02 solar_hijri'],
  ['۹۸/۰۵/۱۲', '2019-08-03 solar_hijri'],
  ['1445/03/12', '2023-09-27 hijri ? date_calendar_assumed'],
])

table(
  'the column says which calendar',
  [
    ['1395/05/12', '2016-08-02 solar_hijri'],
    ['2016', '2016-01-01 year'],
  ],
  { calendar: 'solar_hijri' },
)
table(
  'the column says which order',
  [
    ['3/4/2019', '2019-03-04'],
    ['25/4/2019', '2019-04-25 ? date_other_order'],
  ],
  { order: 'mdy' },
)

table('words in place of a date', [
  ['no end date', 'no_end'],
  ['Indefinite', 'no_end'],
  ['бессрочно', 'no_end'],
  ['Бессрочный', 'no_end'],
  ['نامحدود', 'no_end'],
  ['بدون تاریخ انقضا', 'no_end'],
  ['sin fecha de vencimiento', 'no_end'],
  ['Durée illimitée', 'no_end'],
  ['renewal pending', 'renewal_pending'],
  ['pending renewal', 'renewal_pending'],
  ['در حال تمدید', 'renewal_pending'],
  ['в процессе продления', 'renewal_pending'],
  ['en cours de renouvellement', 'renewal_pending'],
  ['auto-renewal', 'automatic_renewal'],
  ['تمدید خودکار', 'automatic_renewal'],
  ['автоматическая пролонгация', 'automatic_renewal'],
  ['tacite reconduction', 'automatic_renewal'],
  ['2020 (автоматическая пролонгация)', '2020-01-01 year; automatic_renewal'],
  ['unknown', 'unknown'],
  ['نامشخص', 'unknown'],
  ['5 years from signature', '60 months from signature'],
  ['5 лет с даты подписания', '60 months from signature'],
  ['پنج سال از تاریخ امضا', '60 months from signature'],
  ['3 años desde la firma', '36 months from signature'],
  ['cinq ans à compter de la signature', '60 months from signature'],
  ['five (5) years from entry into force', '60 months from in_force'],
  ['', ''],
  ['—', ''],
  [null, ''],
])

table('what cannot be a date', [
  ['31.02.2020', '? date_impossible'],
  ['99.99.2020', '? date_impossible'],
  ['0000', '? date_out_of_range'],
  [2, '? date_out_of_range'],
  ['2', '? date_out_of_range'],
  ['31.12.9999', 'no_end ? date_far_end'],
  ['see file', '? date_not_understood'],
  [{ error: '#N/A' }, '? cell_error'],
  ['#REF!', '? cell_error'],
  [true, '? date_not_understood'],
])

table(
  'an end counts to the last day',
  [
    ['2021', '2021-12-31 year'],
    ['Aug 2021', '2021-08-31 month'],
    ['Q2 2024', '2024-06-30 month'],
    ['1398 ه.ش', '2020-03-19 year solar_hijri'],
    ['01/12/49', '2049-12-01 ? date_order_ambiguous'],
    ['12.05.55', '2055-05-12 ? date_two_digit_year'],
  ],
  { role: 'expires' },
)
table(
  'signatures lie in the past',
  [
    ['12.05.2030', '2030-05-12 ? date_in_future'],
    ['12.05.98', '1998-05-12'],
  ],
  { role: 'signed' },
)

const day = fc
  .integer({ min: 0, max: 36_000 })
  .map(days => Temporal.PlainDate.from('1930-01-01').add({ days }).toString())
const digits = fc.constantFrom('0123456789', '۰۱۲۳۴۵۶۷۸۹', '٠١٢٣٤٥٦٧٨٩')
const write = (text: string, set: string) => text.replace(/\d/g, digit => set[Number(digit)]!)

test('a Gregorian date reads back from any order, separator and set of digits', () => {
  fc.assert(
    fc.property(
      day,
      fc.constantFrom('dmy', 'mdy', 'ymd'),
      fc.constantFrom('/', '-', '.'),
      digits,
      fc.boolean(),
      (on, order, separator, set, padded) => {
        const [y, m, d] = on.split('-').map(part => (padded ? part : String(Number(part)))) as [string, string, string]
        const parts = { dmy: [d, m, y], mdy: [m, d, y], ymd: [y, m, d] }[order]
        const { dates } = parseDateCell(write(parts.join(separator), set), { today, order: order as 'dmy' })
        assert.deepEqual(
          dates.map(date => [date.on, date.calendar]),
          [[on, 'gregorian']],
        )
      },
    ),
  )
})

test('a Solar Hijri and a Hijri date read back in their calendar', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('solar_hijri' as const, 'hijri' as const), digits, (on, calendar, set) => {
      const { year, month, day: number } = dayInCalendar(on, calendar)
      const { dates } = parseDateCell(write(`${year}/${String(month).padStart(2, '0')}/${number}`, set), {
        today,
        calendar,
      })
      assert.deepEqual(
        dates.map(date => [date.on, date.calendar]),
        [[on, calendar]],
      )
    }),
  )
})

test('a date written out in each language reads back', () => {
  fc.assert(
    fc.property(
      day,
      fc.constantFrom('en', 'ru', 'es', 'fr', 'de', 'pt', 'it', 'ca', 'fa-u-ca-gregory', 'ar-EG', 'fa-u-ca-persian'),
      fc.constantFrom('long' as const, 'short' as const),
      (on, locale, month) => {
        const text = new Intl.DateTimeFormat(locale, {
          day: 'numeric',
          month,
          year: 'numeric',
          timeZone: 'UTC',
        }).format(new Date(`${on}T00:00:00Z`))
        assert.deepEqual(
          parseDateCell(text, { today }).dates.map(date => date.on),
          [on],
          text,
        )
      },
    ),
  )
})

test('no cell makes the reader fail, and every date it gives exists', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.stringMatching(/^[0-9./ -]{0,14}$/),
    fc
      .constantFrom('2020', 'май', 'تا', 'years', '-', 'Q', '/', '۱۳۹۵')
      .chain(a => fc.constantFrom('5', 'مهر', '2019', ' to ', "'98", '\u202e').map(b => a + b)),
  )
  fc.assert(
    fc.property(cell, value => {
      for (const date of parseDateCell(value as Cell, { today }).dates)
        assert.equal(Temporal.PlainDate.from(date.on).toString(), date.on)
    }),
    { numRuns: 500 },
  )
})

table(
  'two-digit years before months and days of one digit, in a column of Solar Hijri days',
  [
    ['98/3/5', '2019-05-26 solar_hijri'],
    ['99-7-1', '2020-09-22 solar_hijri'],
    ['12/3/9', '? date_not_understood'],
  ],
  { calendar: 'solar_hijri', order: 'ymd' },
)
