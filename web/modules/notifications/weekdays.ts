// The days of the week in the reader's language; Monday is 1.
import { useFormat } from '../../core/format.ts'

export function useWeekdays(): { id: string; label: string }[] {
  const { reader } = useFormat()
  const names = new Intl.DateTimeFormat(reader.locale, { weekday: 'long', timeZone: 'UTC' })
  // The 2 January 2023 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map(day => ({
    id: String(day),
    label: names.format(new Date(Date.UTC(2023, 0, 1 + day))),
  }))
}
