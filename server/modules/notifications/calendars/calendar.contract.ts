// Working-day calendars on the wire: weekends and holidays of countries.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, CountryCode, Id, IsoDate, LocalisedText, Nullable, route } from '#core/contract.ts'

const tag = 'calendars'
const Weekdays = Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 6, uniqueItems: true })

export const Holiday = Type.Object({
  id: Id,
  onDay: IsoDate,
  name: LocalisedText,
  /** Where it was taken from; null when written by hand. */
  source: Nullable(Type.String()),
})
export type Holiday = Static<typeof Holiday>

export const listCalendars = route({
  method: 'GET',
  path: '/api/calendars',
  summary: 'Countries of the home organisations and those with holidays of their own',
  tag,
  access: 'session',
  response: Type.Object({
    items: Type.Array(Type.Object({ country: CountryCode, isHome: Type.Boolean(), holidays: Type.Integer() })),
  }),
})

const country = { params: Type.Object({ country: CountryCode }) }

export const getCalendar = route({
  method: 'GET',
  path: '/api/calendars/:country',
  summary: 'Weekend and holidays of a country in a year; Monday is 1',
  tag,
  access: 'session',
  ...country,
  query: Type.Object({ year: Type.Integer({ minimum: 1900, maximum: 2200 }) }),
  response: Type.Object({
    weekend: Weekdays,
    /** By the week data of Unicode CLDR. */
    usualWeekend: Weekdays,
    holidays: Type.Array(Holiday),
    abilities: Abilities,
  }),
})

const administrators = { tag, access: 'administrator', ...country } as const

export const setWeekend = route({
  ...administrators,
  method: 'PUT',
  path: '/api/calendars/:country/weekend',
  summary: 'Say on which days of the week a country rests; null is the usual',
  body: Type.Object({ days: Nullable(Weekdays) }, { additionalProperties: false }),
  response: Type.Object({}),
})

export const putHoliday = route({
  ...administrators,
  method: 'POST',
  path: '/api/calendars/:country/holidays',
  summary: 'Add a holiday, or name the one of that day anew',
  body: Type.Object(
    { onDay: IsoDate, name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) },
    { additionalProperties: false },
  ),
  response: Type.Object({}),
})

export const removeHoliday = route({
  ...administrators,
  method: 'DELETE',
  path: '/api/calendars/:country/holidays/:id',
  summary: 'Take a holiday out',
  params: Type.Object({ country: CountryCode, id: Id }),
  response: Type.Object({}),
})

export const importHolidays = route({
  ...administrators,
  method: 'POST',
  path: '/api/calendars/:country/import',
  summary:
    'Take holidays from the text of an iCalendar or CSV file; days that are there keep their place and get the new name',
  body: Type.Object(
    { file: Type.String({ minLength: 1, maxLength: 200 }), text: Type.String({ maxLength: 1_000_000 }) },
    { additionalProperties: false },
  ),
  response: Type.Object({
    added: Type.Integer(),
    changed: Type.Integer(),
    same: Type.Integer(),
    /** What could not be read: which line, and why. */
    left: Type.Array(Type.Object({ line: Type.Integer(), reason: Type.String() })),
  }),
})
