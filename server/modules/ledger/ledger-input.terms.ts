// What is wrong with input that no sum can be made of, by the code of the refusal.
import type { Term } from '#core/terms.ts'

export const ledgerInputTerms = {
  'quantity.not_positive': /*i18n*/ {
    id: 'ledger.input.quantity_not_positive',
    message: 'A quantity must be more than 0.',
  },
  'quantity.malformed': /*i18n*/ {
    id: 'ledger.input.quantity_malformed',
    message: '“{text}” is not a number like 12 or 2.5.',
  },
  'quantity.too_long': /*i18n*/ {
    id: 'ledger.input.quantity_too_long',
    message: 'A number may have at most {whole, number} digits before and {decimals, number} after the point.',
  },
  'rate.not_positive': /*i18n*/ { id: 'ledger.input.rate_not_positive', message: 'A rate must be more than 0.' },
  'date.malformed': /*i18n*/ {
    id: 'ledger.input.date_malformed',
    message: '“{text}” is not a date. Write 2026, 2026-08 or 2026-08-15.',
  },
  'entry.ends_before_start': /*i18n*/ {
    id: 'ledger.input.ends_before_start',
    message: 'It ends before it starts.',
  },
  'entry.too_long': /*i18n*/ { id: 'ledger.input.too_long', message: 'It lasts more than a hundred years.' },
  'entry.currency_missing': /*i18n*/ { id: 'ledger.input.currency_missing', message: 'Money needs a currency.' },
  'entry.currency_unused': /*i18n*/ {
    id: 'ledger.input.currency_unused',
    message: 'Only money has a currency.',
  },
  'posting.line_twice': /*i18n*/ {
    id: 'ledger.input.line_twice',
    message: 'The line “{line}” was posted twice.',
  },
  'period.start_month': /*i18n*/ {
    id: 'ledger.input.start_month',
    message: 'The first month of the year must be 1 to 12.',
  },
  'period.years': /*i18n*/ { id: 'ledger.input.years', message: 'The number of years must be 1 to 100.' },
  'period.years_missing': /*i18n*/ { id: 'ledger.input.years_missing', message: 'Say every how many years.' },
  'balance.window': /*i18n*/ {
    id: 'ledger.input.window',
    message: 'Totals are kept by month: begin on the first and end on the last day of a month.',
  },
  'balance.needs_entries': /*i18n*/ {
    id: 'ledger.input.needs_entries',
    message: 'The weights of this agreement depend on how long a stay was, and totals do not know that.',
  },
  'settings.number': /*i18n*/ { id: 'ledger.input.number', message: 'A number, please.' },
} as const satisfies Record<string, Term>

export type LedgerInputCode = keyof typeof ledgerInputTerms
