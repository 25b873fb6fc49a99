// Tests that every kind of evidence has its wording.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EVIDENCE_TERMS } from './evidence.terms.ts'
import { EVIDENCE_CODES } from './evidence.ts'

test('each code has one term with its own id', () => {
  assert.deepEqual(Object.keys(EVIDENCE_TERMS).sort(), [...EVIDENCE_CODES].sort())
  for (const code of EVIDENCE_CODES) assert.equal(EVIDENCE_TERMS[code].id, `registry.evidence.${code}`)
})
