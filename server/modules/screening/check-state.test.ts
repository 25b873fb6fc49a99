// Tests of states: only what is new, changed or run out asks again; what was concluded stays else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MatchStanding, stateAfter } from './check-state.ts'
import type { ScreeningState } from './screening.states.ts'

const today = '2026-11-23'
const open: MatchStanding = { verdict: null, expiresOn: null }
const decided: MatchStanding = { verdict: 'false_positive', expiresOn: '2027-01-01' }
const lastDay: MatchStanding = { verdict: 'false_positive', expiresOn: today }
const over: MatchStanding = { verdict: 'false_positive', expiresOn: '2026-11-22' }
const given: MatchStanding = { verdict: 'escalated', expiresOn: '2027-01-01' }

const table: [ScreeningState, MatchStanding[], boolean, ScreeningState][] = [
  ['registered', [], true, 'clear'],
  ['registered', [open], true, 'possible_match'],
  ['registered', [decided], true, 'reviewed'],
  ['possible_match', [decided, lastDay], true, 'reviewed'],
  ['possible_match', [decided, over], true, 'possible_match'],
  ['possible_match', [given, open], true, 'escalated'],
  ['reviewed', [decided, open], false, 'possible_match'],
  ['clear', [], false, 'clear'],
  ['cleared', [decided], false, 'cleared'],
  ['cleared', [decided, open], false, 'possible_match'],
  ['conditional', [over], false, 'possible_match'],
  ['conditional', [], false, 'conditional'],
  ['risk_rated', [], false, 'risk_rated'],
  ['escalated', [open], false, 'escalated'],
  ['recheck_due', [], false, 'recheck_due'],
  ['recheck_due', [], true, 'clear'],
  ['recheck_due', [open], false, 'possible_match'],
  ['refused', [open], true, 'refused'],
]
for (const [from, matches, byHand, to] of table)
  test(`${from} with ${matches.map(one => one.verdict ?? 'open').join(', ') || 'no match'}${byHand ? '' : ', by itself'}: ${to}`, () =>
    assert.equal(stateAfter(from, matches, { today, byHand }), to))
