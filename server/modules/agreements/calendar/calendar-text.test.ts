// Tests of the iCalendar writer.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { escapeText, foldLine, writeCalendar } from './calendar-text.ts'

const unfold = (text: string) => text.replaceAll('\r\n ', '')
const unescapeText = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))
const octets = (line: string) => new TextEncoder().encode(line).length

test('folded lines are at most 75 octets and unfold to what they were', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }).map(text => text.replace(/[\r\n]/g, '')),
      line => {
        const folded = foldLine(line)
        assert.ok(folded.split('\r\n').every(piece => octets(piece) <= 75))
        assert.equal(unfold(folded), line)
      },
    ),
  )
})

test('escaped text has no bare separators or line ends and comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      const plain = text.replace(/\r\n|\r/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      const escaped = escapeText(plain)
      assert.equal(/[\r\n]/.test(escaped), false)
      assert.equal(unescapeText(escaped), plain)
    }),
  )
})

test('a calendar of one day', () => {
  const text = writeCalendar({
    name: 'Ends',
    events: [
      {
        uid: 'a.end@concord',
        on: '2026-12-31',
        summary: 'Ends: A; B, C',
        description: 'one\ntwo',
        url: 'http://localhost/agreements/a',
        category: 'End',
        changedAt: '2026-11-23T09:00:00.123Z',
      },
    ],
  })
  assert.ok(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n') && text.endsWith('END:VCALENDAR\r\n'))
  const lines = text.split('\r\n')
  for (const line of [
    'DTSTAMP:20261123T090000Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Ends: A\\; B\\, C',
    'DESCRIPTION:one\\ntwo',
  ])
    assert.ok(lines.includes(line), line)
})
