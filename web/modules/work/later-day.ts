// A day some time after another one; by hand, because not every browser knows Temporal yet.

/** `iso` plus so many days and months; a month without that day gives its last one. */
export function laterDay(iso: string, { days = 0, months = 0 }: { days?: number; months?: number }): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const date = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth) + days))
  return date.toISOString().slice(0, 10)
}
