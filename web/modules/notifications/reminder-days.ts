// Reads the days of a reminder rule from what people write: numbers with commas or spaces, in any digits.
import { longestAhead } from '#modules/notifications/reminders/reminder.terms.ts'

const latin = (text: string) => text.replace(/[۰-۹٠-٩]/g, digit => String('۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩'.indexOf(digit) % 10))

/** "180, 90 and 30" as numbers; null when there is something else in it. */
export function readDays(text: string): number[] | null {
  const parts = latin(text)
    .split(/[\s,;،؛]+/)
    .filter(Boolean)
  const days = parts.map(Number)
  const isSound =
    parts.every(part => /^\d{1,3}$/.test(part)) && days.every(day => day <= longestAhead) && days.length <= 8
  return isSound ? [...new Set(days)].sort((a, b) => b - a) : null
}
