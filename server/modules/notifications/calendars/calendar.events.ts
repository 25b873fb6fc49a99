// What is recorded of working-day calendars.
import Type from 'typebox'
import { IsoDate } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'

const subject = 'calendar'
const country = Type.String()

export const WeekendSet = defineEvent({
  type: 'calendar.weekend_set',
  subject,
  data: Type.Object({ country, days: Type.Union([Type.Array(Type.Integer()), Type.Null()]) }),
  text: /*i18n*/ { id: 'notifications.event.weekend_set', message: '{actor} set the weekend of {country}' },
})
export const HolidayPut = defineEvent({
  type: 'calendar.holiday_put',
  subject,
  data: Type.Object({ country, onDay: IsoDate, name: Type.String() }),
  text: /*i18n*/ {
    id: 'notifications.event.holiday_put',
    message: '{actor} made {onDay} a holiday in {country}: {name}',
  },
})
export const HolidayRemoved = defineEvent({
  type: 'calendar.holiday_removed',
  subject,
  data: Type.Object({ country, onDay: IsoDate }),
  text: /*i18n*/ {
    id: 'notifications.event.holiday_removed',
    message: '{actor} took {onDay} out of the holidays of {country}',
  },
})
export const HolidaysImported = defineEvent({
  type: 'calendar.holidays_imported',
  subject,
  data: Type.Object({ country, file: Type.String(), added: Type.Integer(), changed: Type.Integer() }),
  text: /*i18n*/ {
    id: 'notifications.event.holidays_imported',
    message:
      '{actor} took holidays of {country} from {file}: {added, plural, one {# new} other {# new}}, {changed, plural, one {# changed} other {# changed}}',
  },
})
