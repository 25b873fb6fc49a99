// What counts as the same content, what survives a correction, and which lines are refused.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entry } from '#modules/ledger/ledger.shapes.ts'
import { type PostingLine, planPosting, reversalOf } from '#modules/ledger/posting.ts'

const line: PostingLine = {
  ...{ lineKey: 'l', kind: 'visit', unit: 'person', currency: null, baseQuantity: '5' },
  ...{ from: { organisationId: 'A', unitId: null }, to: { organisationId: 'B', unitId: null } },
  ...{ startOn: '2026-08', endOn: '2026-09', status: 'planned', field: '0731', agreementId: 'm', commitmentId: null },
}
const identity = { id: 'e', module: 'x', activityId: 'a', reversesId: null }
const entry: Entry = { ...line, ...identity, commitmentId: 'c', servedBy: 'rule' }
const counts = (entries: Entry[], lines: PostingLine[]) => {
  const { reversals, postings, unchanged } = planPosting(entries, lines)
  return [reversals.length, postings.length, unchanged.length]
}

describe('posting', () => {
  it('changes nothing for the same content, whatever the spelling of the quantity or the rule found', () => {
    assert.deepEqual(counts([entry], [{ ...line, baseQuantity: '5.0' }]), [0, 0, 1])
  })
  const changes: Partial<PostingLine>[] = [
    ...[{ kind: 'event' }, { unit: 'place' as const }, { unit: 'money' as const, currency: 'EUR' }],
    ...[{ baseQuantity: '6' }, { startOn: '2026-08-01' }, { endOn: null }, { endOn: '2026-09-30' }],
    ...[{ status: 'confirmed' as const }, { field: null }, { agreementId: null }, { commitmentId: 'c' }],
    ...[{ from: { organisationId: 'A', unitId: 'u' } }, { to: { organisationId: 'C', unitId: null } }],
  ]
  for (const change of changes) {
    it(`reverses and posts for ${JSON.stringify(change)}`, () => {
      assert.deepEqual(counts([entry], [{ ...line, ...change }]), [1, 1, 0])
    })
  }
  it('reverses and posts when the activity no longer names the commitment it named', () => {
    assert.deepEqual(counts([{ ...entry, servedBy: 'activity' }], [line]), [1, 1, 0])
  })
  it('keeps what a person chose, and carries it through a correction', () => {
    const chosen: Entry = { ...entry, servedBy: 'person' }
    assert.deepEqual(counts([chosen], [line]), [0, 0, 1])
    const [posting] = planPosting([chosen], [{ ...line, status: 'confirmed' }]).postings
    assert.equal(posting?.keptCommitmentId, 'c')
  })
  it('leaves reversals and what they took back alone', () => {
    assert.deepEqual(counts([entry, reversalOf(entry, 'r')], [line]), [0, 1, 0])
  })
  it('takes back a second live entry of one line', () => {
    assert.deepEqual(counts([entry, { ...entry, id: 'twin' }], [line]), [1, 0, 1])
  })
  const refusals: [Partial<PostingLine>, string][] = [
    [{ baseQuantity: '0' }, 'quantity.not_positive'],
    [{ baseQuantity: '-1' }, 'quantity.not_positive'],
    [{ baseQuantity: '0.0000001' }, 'quantity.too_long'],
    [{ baseQuantity: 'some' }, 'quantity.malformed'],
    [{ endOn: '2026-07-31' }, 'entry.ends_before_start'],
    [{ startOn: '1800', endOn: '2026' }, 'entry.too_long'],
    [{ startOn: '31.02.2020' }, 'date.malformed'],
    [{ unit: 'money' }, 'entry.currency_missing'],
    [{ currency: 'EUR' }, 'entry.currency_unused'],
  ]
  for (const [change, code] of refusals) {
    it(`refuses ${JSON.stringify(change)}: ${code}`, () => {
      assert.throws(() => planPosting([], [{ ...line, ...change }]), { code })
    })
  }
  it('refuses the same line twice', () => {
    assert.throws(() => planPosting([], [line, line]), { code: 'posting.line_twice' })
  })
})
