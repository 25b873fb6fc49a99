// Writes an iCalendar stream (RFC 5545) of all-day events: escaping, folding by octets, stable identifiers.

export interface CalendarEvent {
  /** Stable over time: the same fact keeps its identifier when its date moves. */
  uid: string
  /** ISO day. */
  on: string
  summary: string
  description: string
  url: string
  category: string
  /** When the fact was written last, ISO instant. */
  changedAt: string
}

export interface Calendar {
  name: string
  events: readonly CalendarEvent[]
}

const octets = new TextEncoder()
const longestLine = 75

/** RFC 5545 3.3.11; control characters besides the tab are not allowed in a text. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')

/** RFC 5545 3.1: at most 75 octets a line, continued by a blank; characters are kept whole. */
export function foldLine(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let size = 0
  for (const character of line) {
    const length = octets.encode(character).length
    if (size + length > longestLine) {
      pieces.push(piece)
      piece = ' '
      size = 1
    }
    piece += character
    size += length
  }
  return [...pieces, piece].join('\r\n')
}

const day = (iso: string): string => iso.replaceAll('-', '')

const instant = (iso: string): string => `${new Date(iso).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const eventLines = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${instant(event.changedAt)}`,
  `LAST-MODIFIED:${instant(event.changedAt)}`,
  `DTSTART;VALUE=DATE:${day(event.on)}`,
  `DTEND;VALUE=DATE:${day(Temporal.PlainDate.from(event.on).add({ days: 1 }).toString())}`,
  `SUMMARY:${escapeText(event.summary)}`,
  `DESCRIPTION:${escapeText(event.description)}`,
  `URL:${event.url}`,
  `CATEGORIES:${escapeText(event.category)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

export function writeCalendar({ name, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Concord//Agreements//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}
