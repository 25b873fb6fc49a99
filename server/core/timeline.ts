// Renders events as a timeline: one sentence each, with the changed fields named in the reader's language.
import { isolate } from './bidi.ts'
import { eventType, type RecordedEvent } from './events.ts'
import type { Translator } from './i18n.ts'
import type { Term } from './terms.ts'
import type { TimelineItem } from './timeline.contract.ts'

const nothing: Term = /*i18n*/ { id: 'core.timeline.empty', message: 'nothing' }
const yes: Term = /*i18n*/ { id: 'core.timeline.yes', message: 'yes' }
const no: Term = /*i18n*/ { id: 'core.timeline.no', message: 'no' }
const unknownEvent: Term = /*i18n*/ { id: 'core.timeline.unknown', message: '{actor}: {type}' }

const standingIn: Term = /*i18n*/ { id: 'core.timeline.standing_in', message: '{actor} for {person}' }

/** Who did it, and for whom where a deputy did. */
const actorOf = ({ actorName, onBehalfOf }: RecordedEvent, t: Translator): string =>
  onBehalfOf === null ? actorName : t(standingIn, { actor: actorName, person: onBehalfOf })

/** Parts in a row; each is isolated, so that the direction of the whole is the page's and not that of the first part. */
const inRow = (parts: readonly string[], language: string) => parts.join(language === 'fa' ? '، ' : ', ')

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** A stored value in words: dates in the reader's calendar, localised texts in the reader's language. */
function presentValue(value: unknown, t: Translator, words: Omit<FieldWords, 'label'> = {}): string {
  if (value === null || value === undefined || value === '') return t(nothing)
  if (value === true) return t(yes)
  if (value === false) return t(no)
  if (typeof value === 'string') {
    const term = words.values?.[value]
    if (term) return t(term)
    if (words.say) return isolate(words.say(value, t), t.language)
    return isDate(value) ? formatDate(value, t.language) : isolate(value, t.language)
  }
  if (typeof value === 'number') return new Intl.NumberFormat(t.language).format(value)
  if (Array.isArray(value))
    return value.length === 0
      ? t(nothing)
      : inRow(
          value.map(item => presentValue(item, t, words)),
          t.language,
        )
  const record = value as Record<string, unknown>
  if (typeof record.on === 'string') return formatDate(record.on, t.language)
  if (typeof record.name === 'string') return presentNamed(record, t, words)
  const texts = Object.values(record)
  if (texts.length > 0 && texts.every(text => typeof text === 'string'))
    return isolate(t.localised(record as Record<string, string>), t.language)
  return JSON.stringify(value)
}

/** What is told of a named one beside its name, in this order. */
const details = ['unit', 'role', 'signatory', 'signatoryTitle', 'signedOn', 'email', 'phone']

function presentNamed(record: Record<string, unknown>, t: Translator, words: Omit<FieldWords, 'label'>): string {
  const told = details
    .filter(key => typeof record[key] === 'string' && record[key] !== '')
    .map(key => presentValue(record[key], t, words))
  const name = isolate(record.name as string, t.language)
  return told.length === 0 ? name : `${name} (${inRow(told, t.language)})`
}

const localeOf = (language: string) => (language === 'fa' ? 'fa-IR' : language === 'en' ? 'en-GB' : language)

/** A calendar date in the usual long form of a language; Solar Hijri in Persian. */
export function formatDate(iso: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  )
}

/** The name of a language or region; a code that nobody knows stays as it is. */
export function nameOfCode(type: 'language' | 'region', code: string, t: Translator): string {
  try {
    return new Intl.DisplayNames(t.language, { type }).of(code) ?? code
  } catch {
    return code
  }
}

/** Texts of the fields that `changes` of an event may name, and of their values where they come from a closed list. */
export type FieldTerms = Readonly<Record<string, FieldWords>>
export interface FieldWords {
  label: Term
  values?: Readonly<Record<string, Term>>
  /** A text of the field in words, where they are too many to list. */
  say?: (value: string, t: Translator) => string
}

export function presentTimeline(
  events: readonly RecordedEvent[],
  t: Translator,
  fields: FieldTerms = {},
): TimelineItem[] {
  return events.map(event => {
    const declared = eventType(event.type)
    const given = (event.data ?? {}) as Record<string, unknown>
    const values: Record<string, unknown> = { actor: actorOf(event, t), type: event.type }
    for (const [key, value] of Object.entries(given)) {
      const words = declared?.words?.[key] ?? fields[key]?.values
      const shown = words?.[String(value)]
      // A deed without a title of its own is told without one; only changes say that there was nothing.
      values[key] = shown ? t(shown) : typeof value === 'number' || value === '' ? value : presentValue(value, t)
    }
    return {
      id: event.id,
      type: event.type,
      at: event.at,
      actor: actorOf(event, t),
      sentence: t(declared?.text ?? unknownEvent, values)
        .replace(/ {2,}/g, ' ')
        .trim(),
      reason: event.reason,
      changes: Object.entries(event.changes ?? {}).map(([field, change]) => ({
        label: fields[field] ? t(fields[field].label) : field,
        from: presentValue(change.from, t, fields[field]),
        to: presentValue(change.to, t, fields[field]),
      })),
    }
  })
}
