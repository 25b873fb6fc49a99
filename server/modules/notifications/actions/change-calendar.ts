// Changes the working-day calendar of a country; only administrators come here (the routes ask).
import { type ActionContext, defineAction } from '#core/actions.ts'
import { canonicalJson } from '#core/events.ts'
import { found } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'
import { HolidayPut, HolidayRemoved, HolidaysImported, WeekendSet } from '../calendars/calendar.events.ts'
import { dropHoliday, listHolidays, putHolidays, putWeekend } from '../calendars/calendar.store.ts'
import { readHolidayFile } from '../calendars/holiday-file.ts'

/** Calendars belong to the installation and have no id of their own. */
const installation = '00000000-0000-0000-0000-000000000000'

export const setWeekend = defineAction({
  name: 'calendar.set_weekend',
  async run(ctx, { country, days }: { country: string; days: readonly number[] | null }): Promise<void> {
    const sorted = days === null ? null : days.toSorted()
    await putWeekend(ctx.db, country, sorted)
    ctx.record(WeekendSet, { subjectId: installation, data: { country, days: sorted } })
  },
})

export const putHoliday = defineAction({
  name: 'calendar.put_holiday',
  async run(
    ctx,
    { country, onDay, name, language }: { country: string; onDay: string; name: string; language: string },
  ): Promise<void> {
    const [known] = await listHolidays(ctx.db, country, onDay, onDay)
    const text = name.trim()
    await putHolidays(ctx.db, country, [
      { onDay, name: { ...known?.name, [language]: text }, source: known?.source ?? null },
    ])
    ctx.record(HolidayPut, { subjectId: installation, data: { country, onDay, name: text } })
  },
})

export const removeHoliday = defineAction({
  name: 'calendar.remove_holiday',
  async run(ctx, { country, id }: { country: string; id: string }): Promise<void> {
    const onDay = found(await dropHoliday(ctx.db, country, id))
    ctx.record(HolidayRemoved, { subjectId: installation, data: { country, onDay } })
  },
})

export interface ImportedHolidays {
  added: number
  changed: number
  same: number
  left: { line: number; reason: Term }[]
}

export const importHolidays = defineAction({
  name: 'calendar.import_holidays',
  async run(
    ctx: ActionContext,
    { country, file, text }: { country: string; file: string; text: string },
  ): Promise<ImportedHolidays> {
    const { holidays, left } = readHolidayFile(text)
    const days = holidays.map(one => one.onDay).toSorted()
    const known = days.length === 0 ? [] : await listHolidays(ctx.db, country, days[0]!, days.at(-1)!)
    const names = new Map(known.map(one => [one.onDay, canonicalJson(one.name)]))
    const fresh = holidays.filter(one => names.get(one.onDay) !== canonicalJson(one.name))
    const changed = fresh.filter(one => names.has(one.onDay)).length
    const counts = { added: fresh.length - changed, changed, same: holidays.length - fresh.length, left }
    if (fresh.length === 0) {
      ctx.unchanged()
      return counts
    }
    await putHolidays(
      ctx.db,
      country,
      fresh.map(one => ({ ...one, source: file })),
    )
    ctx.record(HolidaysImported, { subjectId: installation, data: { country, file, added: counts.added, changed } })
    return counts
  },
})
