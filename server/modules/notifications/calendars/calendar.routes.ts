// HTTP of working-day calendars.
import { Forbidden } from '#core/errors.ts'
import { handle, type RouteRegistration } from '#core/module.ts'
import { presentAbilities, when } from '#core/policy.ts'
import { usualWeekend } from '#core/working-days.ts'
import { importHolidays, putHoliday, removeHoliday, setWeekend } from '../actions/change-calendar.ts'
import * as contract from './calendar.contract.ts'
import { findWeekend, listCountries, listHolidays } from './calendar.store.ts'

export const calendarRoutes: RouteRegistration[] = [
  handle(contract.listCalendars, async ({ db }) => ({ items: await listCountries(db) })),
  handle(contract.getCalendar, async ({ db, actor, t, params: { country }, query: { year } }) => ({
    weekend: [...(await findWeekend(db, country))],
    usualWeekend: usualWeekend(country),
    holidays: await listHolidays(db, country, `${year}-01-01`, `${year}-12-31`),
    abilities: presentAbilities({ change: when(actor.administers, Forbidden.text) }, t),
  })),
  handle(contract.setWeekend, async ({ params, body, run }) => {
    await run(setWeekend, { ...params, days: body.days })
    return {}
  }),
  handle(contract.putHoliday, async ({ params, body, run, t }) => {
    await run(putHoliday, { ...params, ...body, language: t.language })
    return {}
  }),
  handle(contract.removeHoliday, async ({ params, run }) => {
    await run(removeHoliday, params)
    return {}
  }),
  handle(contract.importHolidays, async ({ params, body, run, t }) => {
    const { left, ...counts } = await run(importHolidays, { ...params, ...body })
    return { ...counts, left: left.slice(0, 200).map(({ line, reason }) => ({ line, reason: t(reason) })) }
  }),
]
