// Keeps weekends and holidays of countries, and gives the working days of a home organisation.
import { sql } from 'kysely'
import type { LocalisedText } from '#core/contract.ts'
import { type Db, json } from '#core/database/connect.ts'
import { newId } from '#core/ids.ts'
import { usualWeekend, type WorkCalendar } from '#core/working-days.ts'
import type { Holiday } from './calendar.contract.ts'

export async function listCountries(db: Db): Promise<{ country: string; isHome: boolean; holidays: number }[]> {
  const { rows } = await sql<{ country: string; is_home: boolean; holidays: number }>`
    select country, bool_or(is_home) as is_home, sum(holidays)::integer as holidays from (
      select country, true as is_home, 0 as holidays from organisation where home and country ~ '^[A-Z]{2}$'
      union all select country, false, count(*) from calendar_holiday group by country
      union all select country, false, 0 from calendar_weekend) c
    group by country order by bool_or(is_home) desc, country`.execute(db)
  return rows.map(row => ({ country: row.country, isHome: row.is_home, holidays: row.holidays }))
}

export async function findWeekend(db: Db, country: string): Promise<readonly number[]> {
  const row = await db.selectFrom('calendar_weekend').select('days').where('country', '=', country).executeTakeFirst()
  return row?.days ?? usualWeekend(country)
}

export async function putWeekend(db: Db, country: string, days: readonly number[] | null): Promise<void> {
  if (days === null) {
    await db.deleteFrom('calendar_weekend').where('country', '=', country).execute()
    return
  }
  const values = { days: [...days] }
  await db
    .insertInto('calendar_weekend')
    .values({ country, ...values })
    .onConflict(conflict => conflict.column('country').doUpdateSet(values))
    .execute()
}

/** Of the days from `from` to `until`, in their order. */
export async function listHolidays(db: Db, country: string, from: string, until: string): Promise<Holiday[]> {
  const rows = await db
    .selectFrom('calendar_holiday')
    .selectAll()
    .where('country', '=', country)
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .orderBy('on_day')
    .execute()
  return rows.map(row => ({ id: row.id, onDay: row.on_day, name: row.name as LocalisedText, source: row.source }))
}

export interface NewHoliday {
  onDay: string
  name: LocalisedText
  source: string | null
}

/** Days that are there keep their place and get the new name. */
export async function putHolidays(db: Db, country: string, holidays: readonly NewHoliday[]): Promise<void> {
  if (holidays.length === 0) return
  await db
    .insertInto('calendar_holiday')
    .values(
      holidays.map(({ onDay, name, source }) => ({ id: newId(), country, on_day: onDay, name: json(name), source })),
    )
    .onConflict(conflict =>
      conflict.columns(['country', 'on_day']).doUpdateSet({ name: sql`excluded.name`, source: sql`excluded.source` }),
    )
    .execute()
}

export async function dropHoliday(db: Db, country: string, id: string): Promise<string | undefined> {
  const row = await db
    .deleteFrom('calendar_holiday')
    .where('id', '=', id)
    .where('country', '=', country)
    .returning('on_day')
    .executeTakeFirst()
  return row?.on_day
}

/** The calendar of each country, with the holidays of the days that matter; Monday to Friday where none is known. */
export async function calendarsOf(
  db: Db,
  countries: readonly string[],
  from: string,
  until: string,
): Promise<Map<string, WorkCalendar>> {
  if (countries.length === 0) return new Map()
  const weekends = await db.selectFrom('calendar_weekend').selectAll().where('country', 'in', countries).execute()
  const days = await db
    .selectFrom('calendar_holiday')
    .select(['country', 'on_day'])
    .where('country', 'in', countries)
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .execute()
  const own = new Map(weekends.map(row => [row.country, row.days]))
  const holidays = Map.groupBy(days, row => row.country)
  return new Map(
    countries.map(country => [
      country,
      {
        weekend: new Set(own.get(country) ?? usualWeekend(country)),
        holidays: new Set((holidays.get(country) ?? []).map(row => row.on_day)),
      },
    ]),
  )
}
