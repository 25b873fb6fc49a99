// Checks that a notice or refusal carries every value that its sentence needs.
import assert from 'node:assert/strict'
import { readingErrorTerms, readingNoticeTerms } from '../reading.terms.ts'

const terms: Record<string, { id: string; message: string }> = { ...readingErrorTerms, ...readingNoticeTerms }

export function assertSayable(matter: { code: string; values: Record<string, string | number> }): void {
  const term = terms[matter.code]
  assert.ok(term !== undefined, `no sentence for ${matter.code}`)
  assert.equal(term.id, `imports.reading.${matter.code}`)
  for (const [, name] of term.message.matchAll(/\{(\w+)(?=[,}])/g)) {
    assert.ok(
      name !== undefined && name in matter.values,
      `${matter.code} needs ${name}: ${JSON.stringify(matter.values)}`,
    )
  }
}
