// Reads holidays from the text of an iCalendar file (RFC 5545) or a table with a date and names; what it cannot read it says.
import Papa from 'papaparse'
import type { LocalisedText } from '#core/contract.ts'
import type { Term } from '#core/terms.ts'

export interface ReadHoliday {
  onDay: string
  name: LocalisedText
}

export interface HolidayFile {
  holidays: ReadHoliday[]
  left: { line: number; reason: Term }[]
}

export const holidayFileTerms = {
  noDate: /*i18n*/ {
    id: 'notifications.holiday.no_date',
    message: 'There is no date here that can be read. Write it as 2027-03-21.',
  },
  noName: /*i18n*/ { id: 'notifications.holiday.no_name', message: 'The holiday has no name.' },
  repeats: /*i18n*/ {
    id: 'notifications.holiday.repeats',
    message: 'This event repeats by a rule, which is not read. Export the file with each year’s days.',
  },
  tooLong: /*i18n*/ { id: 'notifications.holiday.too_long', message: 'This event lasts more than 31 days.' },
  noColumns: /*i18n*/ {
    id: 'notifications.holiday.no_columns',
    message: 'The first row must name the columns: date and name, or date, name_en, name_fa, name_ru.',
  },
} as const

const longestDays = 31

function readDay(text: string): Temporal.PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?$/.exec(text.trim()) ?? []
  if (!year) return undefined
  try {
    return Temporal.PlainDate.from({ year: +year, month: +month!, day: +day! }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

interface Line {
  line: number
  name: string
  parameters: string
  value: string
}

/** Lines that go on with a space are one (RFC 5545, 3.1). */
function linesOf(text: string): Line[] {
  const lines: { line: number; text: string }[] = []
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const last = lines.at(-1)
    if (/^[ \t]/.test(raw) && last) last.text += raw.slice(1)
    else lines.push({ line: at + 1, text: raw })
  }
  return lines.flatMap(({ line, text: whole }) => {
    const [, name, parameters = '', value] = /^([A-Za-z-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/.exec(whole) ?? []
    return name === undefined ? [] : [{ line, name: name.toUpperCase(), parameters, value: value! }]
  })
}

const unescaped = (text: string) =>
  text.replace(/\\([nN,;\\])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign)).trim()

function readEvent(fields: readonly Line[], line: number): HolidayFile {
  const field = (name: string) => fields.find(one => one.name === name)
  const refuse = (reason: Term): HolidayFile => ({ holidays: [], left: [{ line, reason }] })
  if (field('RRULE')) return refuse(holidayFileTerms.repeats)
  const start = readDay(field('DTSTART')?.value ?? '')
  if (!start) return refuse(holidayFileTerms.noDate)
  const name: LocalisedText = {}
  for (const one of fields.filter(each => each.name === 'SUMMARY')) {
    const language = /;LANGUAGE=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/i.exec(one.parameters)?.[1] ?? 'und'
    if (unescaped(one.value)) name[language] = unescaped(one.value).slice(0, 200)
  }
  if (Object.keys(name).length === 0) return refuse(holidayFileTerms.noName)
  // The end of an event of whole days is the day after it.
  const end = readDay(field('DTEND')?.value ?? '')
  const days = end ? Math.max(1, start.until(end, { largestUnit: 'day' }).days) : 1
  if (days > longestDays) return refuse(holidayFileTerms.tooLong)
  const holidays = Array.from({ length: days }, (_, at) => ({ onDay: start.add({ days: at }).toString(), name }))
  return { holidays, left: [] }
}

function readCalendar(text: string): HolidayFile {
  const found: HolidayFile[] = []
  let event: { line: number; fields: Line[] } | undefined
  for (const line of linesOf(text)) {
    if (line.name === 'BEGIN' && line.value.toUpperCase() === 'VEVENT') event = { line: line.line, fields: [] }
    else if (line.name === 'END' && line.value.toUpperCase() === 'VEVENT' && event) {
      found.push(readEvent(event.fields, event.line))
      event = undefined
    } else event?.fields.push(line)
  }
  return { holidays: found.flatMap(one => one.holidays), left: found.flatMap(one => one.left) }
}

function readTable(text: string): HolidayFile {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false })
  const [head = [], ...rows] = data.map(row => row.map(cell => cell.trim()))
  const names = head.map(cell => cell.toLowerCase())
  const dateAt = names.indexOf('date')
  const nameAt = names.flatMap((name, at) => {
    const language = name === 'name' ? 'und' : /^name_([a-z]{2,3})$/.exec(name)?.[1]
    return language ? [{ at, language }] : []
  })
  if (dateAt < 0 || nameAt.length === 0)
    return { holidays: [], left: [{ line: 1, reason: holidayFileTerms.noColumns }] }
  const file: HolidayFile = { holidays: [], left: [] }
  for (const [nth, row] of rows.entries()) {
    if (row.every(cell => cell === '')) continue
    const day = readDay(row[dateAt] ?? '')
    const named = nameAt.flatMap(({ at, language }) => (row[at] ? [[language, row[at].slice(0, 200)]] : []))
    if (!day) file.left.push({ line: nth + 2, reason: holidayFileTerms.noDate })
    else if (named.length === 0) file.left.push({ line: nth + 2, reason: holidayFileTerms.noName })
    else file.holidays.push({ onDay: day.toString(), name: Object.fromEntries(named) })
  }
  return file
}

/** Each day once; of two holidays on a day the first name counts. */
export function readHolidayFile(text: string): HolidayFile {
  const clean = text.replace(/^\uFEFF/, '').replaceAll('\0', '')
  const { holidays, left } = /^\s*BEGIN:VCALENDAR/i.test(clean) ? readCalendar(clean) : readTable(clean)
  const days = new Map<string, ReadHoliday>()
  for (const holiday of holidays) if (!days.has(holiday.onDay)) days.set(holiday.onDay, holiday)
  return { holidays: [...days.values()], left }
}
