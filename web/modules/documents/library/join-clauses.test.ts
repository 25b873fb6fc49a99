// Clauses of a file are joined by hand: languages come side by side, words of one language follow one another.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinClauses } from './join-clauses.ts'

const clause = (versions: Record<string, { heading: string; body: string }>) => ({ role: 'article' as const, versions })
const en = { heading: 'Purpose', body: 'Words' }

test('two languages come side by side', () => {
  const ru = { heading: 'Предмет', body: 'Слова' }
  assert.deepEqual(joinClauses([clause({ en }), clause({ ru })], 1), [clause({ en, ru })])
})

test('words of one language follow one another, and no heading is lost', () => {
  const more = clause({ en: { heading: 'Term', body: 'Years' } })
  assert.deepEqual(joinClauses([clause({ en }), more, more], 1), [
    clause({ en: { heading: 'Purpose', body: 'Words\nTerm\nYears' } }),
    more,
  ])
})

test('the first has nothing above it', () => {
  assert.deepEqual(joinClauses([clause({ en })], 0), [clause({ en })])
})
