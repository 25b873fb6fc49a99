// Text of a cell as written, but storable: only null characters and broken surrogates go, everything odd is noticed.
import type { ReadingBudget } from './reading-budget.ts'
import type { NoticeBook } from './reading-notices.ts'

// Line breaks and tabs are ordinary in cells; U+FFFE and U+FFFF are not characters.
const CONTROLS = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/
// Marks that only hint (LRM, RLM, ALM) are ordinary in Persian and Arabic text; overrides, embeddings and isolates can disguise it.
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/
const NEEDS_A_LOOK =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/

/** Reading of one table: where its cells are counted and noticed. */
export interface TextKeeper {
  table: string
  budget: ReadingBudget
  notices: NoticeBook
}

/** PostgreSQL cannot store U+0000 in text, and UTF-8 cannot carry half a surrogate pair. */
export function keepText(keeper: TextKeeper, text: string, row: number, column: number): string {
  const { table, budget, notices } = keeper
  budget.countText(table, row, column, text.length)
  if (!NEEDS_A_LOOK.test(text)) return text
  const place = { table, row, column }
  const kept = text.replaceAll('\u0000', '')
  if (kept.length !== text.length || !kept.isWellFormed()) notices.add('null_characters_removed', 'warning', place)
  if (CONTROLS.test(kept)) notices.add('control_characters', 'info', place)
  if (OVERRIDES.test(kept)) notices.add('direction_overrides', 'warning', place)
  return kept.toWellFormed()
}
