// Each rule of the pulse, their order, the numbers used, and that every sentence is valid ICU.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import * as sentences from '#modules/ledger/ledger.sentences.ts'
import * as terms from '#modules/ledger/ledger.terms.ts'
import type { PulseAgreement, PulseFacts } from '#modules/ledger/pulse.facts.ts'
import { defaultPulseSettings } from '#modules/ledger/pulse.settings.ts'
import { inForceSince, pulse } from '#modules/ledger/pulse.ts'
import { pulseSettingTerms } from '#modules/ledger/pulse-settings.terms.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const agreement: PulseAgreement = {
  ...{ id: 'm', inForceFrom: '2020-01-01', inForceUntil: '2030-12-31', renewal: 'none', lastEntryOn: '2026-10-01' },
}
const months = { '2026-10-01': 2, '2024-05-01': 3 }
const lively: PulseFacts = {
  ...{ agreements: [agreement], brokenCommitments: [], balances: [], neverStarted: 0, confirmedByMonth: months },
  ...{ lastConfirmedOn: '2026-10-01', lastEntryOn: '2026-10-01', nextEntryOn: null, unconfirmed: 0 },
}
const silent = { confirmedByMonth: {}, lastConfirmedOn: null, lastEntryOn: null }
const judge = (facts: Partial<PulseFacts>, settings = {}) => {
  const { status, reasons, nextStep } = pulse({ ...lively, ...facts }, { ...defaultPulseSettings, ...settings }, today)
  return [status, reasons.map(({ code }) => code), nextStep.code]
}
const past = { ...agreement, inForceUntil: '2022-12-31', lastEntryOn: null }
const young = { ...agreement, inForceFrom: '2026-03-01', lastEntryOn: null }

describe('pulse', () => {
  it('alive', () => assert.deepEqual(judge({}), ['alive', ['entries_lately'], 'go_on']))
  it('ended: nothing in force and no entry within 24 months', () => {
    const facts = { ...silent, agreements: [past] }
    assert.deepEqual(judge(facts), ['ended', ['agreement_ended', 'no_entry_ever'], 'ask_whether_to_renew'])
    assert.deepEqual(judge({ ...silent, agreements: [] })[0], 'ended')
    assert.notEqual(judge({ ...facts, lastEntryOn: '2024-11-23' })[0], 'ended')
    assert.equal(judge({ ...facts, lastEntryOn: '2024-11-22' })[0], 'ended')
  })
  it('at risk: a broken commitment, an end without renewal, a balance beyond its tolerance', () => {
    const brokenCommitments = [{ id: 'c', agreementId: 'm' }]
    assert.deepEqual(judge({ brokenCommitments }), ['at_risk', ['commitments_broken'], 'plan_broken'])
    const ending = { ...agreement, inForceUntil: '2027-11-23' }
    assert.deepEqual(judge({ agreements: [ending] }), ['at_risk', ['agreement_ends'], 'begin_renewal'])
    for (const renewal of ['begun', 'automatic'] as const) {
      assert.equal(judge({ agreements: [{ ...ending, renewal }] })[0], 'alive')
    }
    const owed = { unit: 'person', currency: null, agreementId: 'm', balance: '-6', tolerance: '5' } as const
    assert.deepEqual(judge({ balances: [owed] }), ['at_risk', ['balance_home_owes'], 'send_more'])
    assert.equal(judge({ balances: [{ ...owed, tolerance: null }] })[0], 'alive')
    assert.equal(judge({ balances: [{ ...owed, tolerance: null }] }, { balanceTolerance: '5.5' })[0], 'at_risk')
    assert.equal(judge({ balances: [{ ...owed, balance: '5' }] })[0], 'alive')
  })
  it('dormant: nothing for 24 months, nothing planned for 12, in force for more than 12', () => {
    const facts = { ...silent, agreements: [{ ...agreement, lastEntryOn: null }] }
    assert.deepEqual(judge(facts), ['dormant', ['nothing_since_in_force', 'nothing_planned'], 'write_to_partner'])
    assert.equal(judge({ ...facts, nextEntryOn: '2027-11-23' })[0], 'fading')
    assert.equal(judge({ ...facts, nextEntryOn: '2027-11-24' })[0], 'dormant')
    assert.equal(judge({ ...facts, unconfirmed: 1 })[2], 'confirm_past')
  })
  it('fading: nothing for 12 months, or fewer than half the yearly mean of the 36 before', () => {
    assert.deepEqual(judge({ lastConfirmedOn: '2025-11-22' })[0], 'fading')
    const busy = (before: number) => judge({ confirmedByMonth: { '2026-10-01': 2, '2024-05-01': before } })
    assert.deepEqual(busy(13), ['fading', ['fewer_than_usual'], 'write_to_partner'])
    assert.equal(busy(12)[0], 'alive')
  })
  it('new: in force for less than 12 months, nothing yet', () => {
    assert.deepEqual(judge({ ...silent, agreements: [young] }), ['new', ['in_force_lately'], 'plan_first'])
    const exactly = { ...young, inForceFrom: '2025-11-23' }
    assert.equal(judge({ ...silent, agreements: [exactly] })[0], 'fading')
    const ahead = { ...young, inForceFrom: '2027-01-01' }
    assert.deepEqual(judge({ ...silent, agreements: [ahead] }), ['new', ['not_in_force_yet'], 'bring_into_force'])
  })
  it('says which numbers it used, and no others', () => {
    const { numbersUsed } = pulse({ ...lively, ...silent, agreements: [past] }, defaultPulseSettings, today)
    assert.deepEqual(numbersUsed, { endedAfterMonths: 24 })
    const all = Object.keys(pulse(lively, defaultPulseSettings, today).numbersUsed).sort()
    assert.deepEqual(all, Object.keys(defaultPulseSettings).sort())
  })
  it('counts the time in force through renewals without a gap', () => {
    const renewed = { ...agreement, id: 'n', inForceFrom: '2026-01-01' }
    const old = { ...agreement, inForceUntil: '2025-12-31' }
    assert.equal(inForceSince([renewed, old], today), '2020-01-01')
    assert.equal(inForceSince([renewed, { ...old, inForceUntil: '2025-12-30' }], today), '2026-01-01')
  })
})

describe('texts', () => {
  it('have unique ids and valid ICU messages', () => {
    const lists = [...Object.values(sentences), ...Object.values(terms), pulseSettingTerms]
    const all = lists.filter(list => !Array.isArray(list)).flatMap(list => Object.values(list as object))
    const found = all.filter((term): term is terms.Term => typeof term?.id === 'string')
    assert.ok(found.length > 150)
    assert.equal(new Set(found.map(({ id }) => id)).size, found.length)
    for (const { message } of found) assert.ok(compileMessage(message).length > 0, message)
  })
})
