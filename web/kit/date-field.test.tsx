// The date field in both calendars: what one types is what is kept as an ISO date.
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { KnownDate } from '../core/format.ts'
import { show } from '../testing/show.tsx'
import { DateField } from './date-field.tsx'
import { isoFromText } from './date-text.ts'
import { PartialDateField } from './partial-date-field.tsx'

let kept: string | null = null
let keptPartial: KnownDate | null = null
afterEach(() => {
  kept = null
  keptPartial = null
})

function Day() {
  const [value, setValue] = useState<string | null>(null)
  kept = value
  return <DateField label="Signed" value={value} onChange={setValue} />
}

function Known() {
  const [value, setValue] = useState<KnownDate | null>(null)
  keptPartial = value
  return <PartialDateField label="Expires" edge="last" value={value} onChange={setValue} />
}

const segments = () => page.getByRole('spinbutton')

test('a Solar Hijri date typed with Persian digits is kept as ISO', async () => {
  await show(Day, { language: 'fa' })
  await segments().first().click()
  await userEvent.keyboard('۱۴۰۳')
  await userEvent.keyboard('۱۲')
  await userEvent.keyboard('۱۱')
  await expect.poll(() => kept).toBe('2025-03-01')
})

test('a Solar Hijri date typed with Latin digits and a leading zero is kept as ISO', async () => {
  await show(Day, { language: 'fa' })
  await segments().first().click()
  await userEvent.keyboard('1405')
  await userEvent.keyboard('09')
  await userEvent.keyboard('02')
  await expect.poll(() => kept).toBe('2026-11-23')
})

test('a Persian reader with Latin digits may still type Persian ones', async () => {
  await show(Day, { language: 'fa', digits: 'latn' })
  await segments().first().click()
  await userEvent.keyboard('۱۴۰۳۱۲۱۱')
  await expect.poll(() => kept).toBe('2025-03-01')
})

test('a leap day of the Solar Hijri calendar exists', async () => {
  await show(Day, { language: 'fa' })
  await segments().first().click()
  await userEvent.keyboard('14031230')
  await expect.poll(() => kept).toBe('2025-03-20')
})

test('the Gregorian field is day first for English readers', async () => {
  await show(Day, { language: 'en' })
  await segments().first().click()
  await userEvent.keyboard('23112026')
  await expect.poll(() => kept).toBe('2026-11-23')
})

test('an English reader may choose the Solar Hijri calendar', async () => {
  await show(Day, { language: 'en', calendar: 'solar_hijri' })
  await segments().first().click()
  await userEvent.keyboard('02091405')
  await expect.poll(() => kept).toBe('2026-11-23')
})

test('a pasted date of either calendar is understood', async () => {
  await show(Day, { language: 'fa' })
  await segments().first().click()
  const data = new DataTransfer()
  data.setData('text', '۱۴۰۳/۱۲/۱۱')
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  )
  await expect.poll(() => kept).toBe('2025-03-01')
})

test('a year alone stands for its last day when it is an end', async () => {
  await show(Known, { language: 'fa' })
  await page.getByRole('button', { name: /روز/ }).click()
  await page.getByRole('option', { name: 'سال' }).click()
  await page.getByRole('textbox', { name: 'سال' }).fill('۱۴۰۵')
  await userEvent.tab()
  await expect.poll(() => keptPartial).toEqual({ on: '2027-03-20', precision: 'year', calendar: 'solar_hijri' })
})

test('text that is no date is refused', () => {
  expect(isoFromText('31.02.2020', 'gregorian')).toBe(null)
  expect(isoFromText('1403/12/31', 'solar_hijri')).toBe(null)
  expect(isoFromText('5/5/5', 'gregorian')).toBe(null)
  expect(isoFromText('20.03.2024', 'gregorian')).toBe('2024-03-20')
  expect(isoFromText('٢٠٢٤-٠٣-٢٠', 'solar_hijri')).toBe('2024-03-20')
})
