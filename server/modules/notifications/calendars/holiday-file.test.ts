// Tests of files of holidays: calendars and tables, what cannot be read is said with its line, and nothing crashes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holidayFileTerms, readHolidayFile } from './holiday-file.ts'

test('a calendar: several days, folded lines, languages; what repeats is said', () => {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20270321',
    'DTEND;VALUE=DATE:20270323',
    'SUMMARY;LANGUAGE=en:New',
    ' \\, Year',
    'SUMMARY;LANGUAGE=fa:نوروز',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART:20270101',
    'RRULE:FREQ=YEARLY',
    'SUMMARY:Day',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART:20270230',
    'SUMMARY:Never',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  const name = { en: 'New, Year', fa: 'نوروز' }
  assert.deepEqual(readHolidayFile(text), {
    holidays: [
      { onDay: '2027-03-21', name },
      { onDay: '2027-03-22', name },
    ],
    left: [
      { line: 9, reason: holidayFileTerms.repeats },
      { line: 14, reason: holidayFileTerms.noDate },
    ],
  })
})

test('a table: names in languages, rows without a date or name are said', () => {
  const text = '\uFEFFDate;name_en;name_ru\n2027-05-09;Day of Victory;День Победы\n\nsoon;Feast;\n2027-06-12;;\n'
  assert.deepEqual(readHolidayFile(text), {
    holidays: [{ onDay: '2027-05-09', name: { en: 'Day of Victory', ru: 'День Победы' } }],
    left: [
      { line: 4, reason: holidayFileTerms.noDate },
      { line: 5, reason: holidayFileTerms.noName },
    ],
  })
  assert.deepEqual(readHolidayFile('day,feast\n1,2').left, [{ line: 1, reason: holidayFileTerms.noColumns }])
})

test('any text is read without a fault, and every day is one', () => {
  const pieces = fc.constantFrom(
    'BEGIN:VCALENDAR\n',
    'BEGIN:VEVENT\n',
    'DTSTART:',
    '20270101\n',
    'SUMMARY:',
    'END:VEVENT\n',
    'date,name\n',
    '\n ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), parts => {
      for (const { onDay } of readHolidayFile(parts.join('')).holidays) Temporal.PlainDate.from(onDay)
    }),
  )
})
