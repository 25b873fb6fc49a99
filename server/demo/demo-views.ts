// Saved views of the demo: questions that an office asks every week.

export interface DemoView {
  name: string
  query: Record<string, string | string[]>
}

export const demoViews: readonly DemoView[] = [
  { name: 'Running out within a year', query: { expiringWithinDays: '365' } },
  { name: 'Sleeping partnerships', query: { pulse: ['dormant'] } },
  { name: 'تفاهم‌نامه‌های فارسی‌زبان', query: { country: ['TJ'], language: ['fa'] } },
  { name: 'Договоры с Россией и Казахстаном', query: { country: ['RU', 'KZ'] } },
  { name: 'Waiting for a signature', query: { state: ['approved_to_sign', 'out_for_signature', 'signed_by_one'] } },
]
