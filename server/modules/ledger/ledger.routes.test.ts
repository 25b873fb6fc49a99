// Tests of the ledger as people use it: worked examples through the routes, corrections, permissions, invariants.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkInvariants } from '#core/doctor.ts'
import { fixedClock } from '#core/time.ts'
import { createTestApp } from '../../test-app.ts'
import * as contract from './ledger.contract.ts'
import { ledgerModule } from './ledger.module.ts'
import { commitmentInput, entryInput, makeOrganisation, makeSource } from './testing/ledger-factory.ts'

const { services, person, anybody } = await createTestApp(fixedClock('2026-12-01T09:00:00Z'))
const { db } = services
const home = await makeOrganisation(db, 'Home University', true)
const partner = await makeOrganisation(db, 'Partner University')
const officer = await person('officer', home)
const post = (more: object) => officer.call(contract.postEntry, { body: entryInput(home, partner, more) })

async function doctorIsHappy() {
  const broken = (await checkInvariants(db, [ledgerModule])).filter(result => result.problems.length > 0)
  assert.deepEqual(broken, [])
}

test('worked example 1: five places a year with the deficit carried over', async () => {
  const agreementId = await makeSource(db, home)
  const { items } = await officer.call(contract.createCommitment, { body: commitmentInput(agreementId, home, partner) })
  const years: [string, string][] = [
    ['2022-10-01', '4'],
    ['2023-10-01', '6'],
    ['2025-10-01', '7'],
    ['2026-10-01', '3'],
  ]
  for (const [on, quantity] of years) {
    const entry = await post({ agreementId, quantity, startsOn: { on, precision: 'day' } })
    assert.deepEqual([entry.commitmentId, entry.servedBy], [items[0]!.id, 'rule'])
  }
  await post({ agreementId, quantity: '2', status: 'planned', startsOn: { on: '2027-02-01', precision: 'day' } })
  const { periods, current } = await officer.call(contract.getCommitment, { params: { id: items[0]!.id } })
  assert.deepEqual(
    periods.map(one => [one.start.slice(0, 4), one.status, one.promised, one.delivered, one.planned, one.carriedIn]),
    [
      ['2022', 'partly_kept', '5', '4', '0', '0'],
      ['2023', 'kept', '6', '6', '0', '1'],
      ['2024', 'broken', '5', '0', '0', '0'],
      ['2025', 'partly_kept', '10', '7', '0', '5'],
      ['2026', 'on_track', '8', '3', '2', '3'],
    ],
  )
  assert.equal(current?.start, '2026-09-01')
  await doctorIsHappy()
})

test('worked example 3: a corrected stay is reversed and posted anew, the same again changes nothing', async () => {
  const agreementId = await makeSource(db, home)
  const stay = {
    agreementId,
    kind: 'staff_mobility',
    unit: 'day' as const,
    quantity: '61',
    startsOn: { on: '2026-08-15', precision: 'day' as const },
    endsOn: { on: '2026-10-14', precision: 'day' as const },
  }
  const first = await post({ ...stay, requestKey: 'once' })
  const again = await post({ ...stay, requestKey: 'once' })
  assert.equal(again.id, first.id)
  const corrected = await officer.call(contract.correctEntry, {
    params: { id: first.id },
    body: {
      ...entryInput(home, partner, { ...stay, quantity: '47', endsOn: { on: '2026-09-30', precision: 'day' } }),
      reason: 'came home early',
    },
  })
  assert.equal(corrected.quantity, '47')
  const { items } = await officer.call(contract.getBalance, { query: { agreementId } })
  assert.deepEqual(
    items.map(line => [line.kind, line.unit, line.given, line.balance]),
    [['staff_mobility', 'day', '47', '47']],
  )
  const all = await officer.call(contract.listEntries, { query: { agreementId, withReversed: true } })
  assert.equal(all.total, 3)
  await doctorIsHappy()
})

test('worked example 4: what serves the annex keeps the memorandum', async () => {
  const memorandum = await makeSource(db, home)
  const annex = await makeSource(db, home, { familyId: memorandum })
  const wide = await officer.call(contract.createCommitment, {
    body: commitmentInput(memorandum, home, partner, {
      quantity: null,
      period: 'whole_term',
      carry: 'none',
      validUntil: { on: '2026-08-31', precision: 'day' },
    }),
  })
  const narrow = await officer.call(contract.createCommitment, {
    body: commitmentInput(annex, home, partner, { refinesId: wide.items[0]!.id, carry: 'none' }),
  })
  const entry = await post({ agreementId: annex, quantity: '3', startsOn: { on: '2025-10-01', precision: 'day' } })
  assert.equal(entry.commitmentId, narrow.items[0]!.id)
  const statusOf = async (id: string, start: string) =>
    (await officer.call(contract.getCommitment, { params: { id } })).periods.find(one => one.start === start)?.status
  assert.equal(await statusOf(wide.items[0]!.id, '2022-09-01'), 'kept')
  assert.equal(await statusOf(narrow.items[0]!.id, '2025-09-01'), 'partly_kept')
  await doctorIsHappy()
})

test('a pair is two commitments that mirror each other', async () => {
  const agreementId = await makeSource(db, home)
  const { items } = await officer.call(contract.createCommitment, {
    body: commitmentInput(agreementId, home, partner, { bothWays: true }),
  })
  assert.deepEqual(
    items.map(one => [one.promisor.organisationId, one.beneficiary.organisationId]).sort(),
    [
      [home, partner],
      [partner, home],
    ].sort(),
  )
  assert.equal(items[0]!.pairId, items[1]!.pairId)
})

test('a planned entry is confirmed by reversal and keeps its evidence', async () => {
  const agreementId = await makeSource(db, home)
  const planned = await post({ agreementId, status: 'planned' })
  await officer.call(contract.addEvidence, {
    params: { id: planned.id },
    body: { kind: 'link', url: 'https://example.org/letter' },
  })
  const confirmed = await officer.call(contract.confirmEntry, { params: { id: planned.id } })
  assert.deepEqual(
    [confirmed.status, confirmed.evidence.map(one => one.url)],
    ['confirmed', ['https://example.org/letter']],
  )
  const problem = await officer.refused(contract.confirmEntry, { params: { id: confirmed.id } })
  assert.equal(problem.code, 'record.forbidden')
  const { items } = await officer.call(contract.getBalance, { query: { agreementId } })
  assert.deepEqual(
    items.map(line => [line.given, line.plannedGiven]),
    [['1', '0']],
  )
  await officer.call(contract.reverseEntry, { params: { id: confirmed.id }, body: { reason: 'wrong person' } })
  assert.deepEqual((await officer.call(contract.getBalance, { query: { agreementId } })).items, [])
  await doctorIsHappy()
})

test('a commitment that changes counts anew; a stale change is refused', async () => {
  const agreementId = await makeSource(db, home)
  const { items } = await officer.call(contract.createCommitment, { body: commitmentInput(agreementId, home, partner) })
  const { id, version } = items[0]!
  await post({ agreementId, quantity: '4' })
  const { agreementId: _, ...change } = commitmentInput(agreementId, home, partner, {
    quantity: '3',
    period: 'per_calendar_year',
    carry: 'none',
  })
  const changed = await officer.call(contract.changeCommitment, { params: { id }, body: { ...change, version } })
  assert.deepEqual(changed.periods.find(one => one.start === '2023-01-01')?.status, 'kept')
  assert.equal(
    (await officer.refused(contract.changeCommitment, { params: { id }, body: { ...change, version } })).status,
    409,
  )
  await officer.call(contract.waivePeriod, { params: { id }, body: { periodStart: '2024-01-01', reason: 'pandemic' } })
  const waived = await officer.call(contract.getCommitment, { params: { id } })
  assert.deepEqual(waived.periods.find(one => one.start === '2024-01-01')?.waiver, 'pandemic')
  assert.equal(
    (await officer.refused(contract.waivePeriod, { params: { id }, body: { periodStart: '2024-02-01', reason: 'x' } }))
      .code,
    'ledger.not_this_period',
  )
  const ended = await officer.call(contract.stepCommitment, {
    params: { id },
    body: { step: 'end', endedAs: 'superseded', reason: 'new annex', version: waived.version },
  })
  assert.deepEqual([ended.state, ended.endedAs], ['ended', 'superseded'])
  await doctorIsHappy()
})

test('what cannot be counted is refused at its field', async () => {
  const agreementId = await makeSource(db, home)
  const refused = async (more: object) => {
    const problem = await officer.refused(contract.postEntry, {
      body: entryInput(home, partner, { agreementId, ...more }),
    })
    return [problem.code, problem.fields?.[0]?.path]
  }
  assert.deepEqual(await refused({ unit: 'money', quantity: '100' }), ['ledger.not_countable', 'currency'])
  assert.deepEqual(await refused({ endsOn: { on: '2020-01-01', precision: 'day' } }), [
    'ledger.not_countable',
    'endsOn',
  ])
  assert.deepEqual(await refused({ quantity: '0' }), ['request.malformed', 'quantity'])
  assert.deepEqual(await refused({ to: { organisationId: home } }), ['ledger.same_party', undefined])
})

test('what is wrong with a field is said in the language of the reader', async () => {
  const agreementId = await makeSource(db, home)
  const said: Record<string, unknown> = {}
  for (const language of ['en', 'fa', 'ru']) {
    const one = await person('officer', home, language)
    const entry = await one.refused(contract.postEntry, {
      body: entryInput(home, partner, { agreementId, endsOn: { on: '2020-01-01', precision: 'day' } }),
    })
    const promise = await one.refused(contract.createCommitment, {
      body: commitmentInput(agreementId, home, home),
    })
    const unit = await one.refused(contract.createCommitment, {
      body: commitmentInput(agreementId, home, partner, { period: 'every_n_years' }),
    })
    said[language] = [entry, promise, unit].map(problem => problem.fields?.[0]?.message)
  }
  assert.deepEqual(said, {
    en: [
      'It ends before it starts.',
      'Both sides are the same organisation. A commitment goes from one to another.',
      'Say every how many years.',
    ],
    fa: [
      'پایان آن پیش از آغاز است.',
      'هر دو طرف یک سازمان‌اند. تعهد از یک سازمان به سازمانی دیگر است.',
      'بنویسید هر چند سال یک بار.',
    ],
    ru: [
      'Окончание раньше начала.',
      'С обеих сторон одна и та же организация. Обязательство даёт одна организация другой.',
      'Укажите, раз в сколько лет.',
    ],
  })
})

test('commitments and entries are seen and changed only where the actor works', async () => {
  const unit = await makeOrganisation(db, 'Faculty', false, home)
  const other = await makeOrganisation(db, 'Other Home', true)
  const open = await makeSource(db, home)
  const ofUnit = await makeSource(db, home, { unitId: unit })
  const reader = await person('observer', other)
  const secret = await makeSource(db, home, { confidential: true, readerIds: [officer.id, reader.id] })
  const ids: Record<string, string> = {}
  for (const [name, agreementId] of Object.entries({ open, ofUnit, secret })) {
    const { items } = await officer.call(contract.createCommitment, {
      body: commitmentInput(agreementId, home, partner),
    })
    ids[name] = items[0]!.id
    await post({ agreementId })
  }
  const people = {
    viewer: await person('viewer', home),
    unitOfficer: await person('officer', unit),
    stranger: await person('officer', other),
    nobody: await person(null),
    colleague: await person('officer', home),
    administrator: await person('administrator'),
    reader,
    auditor: await person('auditor', home),
  }
  const sees: Record<string, string[]> = {}
  for (const [name, one] of Object.entries(people)) {
    const all = await one.call(contract.listCommitments, { query: { limit: 500 } })
    sees[name] = Object.keys(ids).filter(key => all.items.some(item => item.id === ids[key]))
    const entries = await one.call(contract.listEntries, { query: { limit: 500 } })
    const sources: Record<string, string> = { open, ofUnit, secret }
    assert.deepEqual(
      Object.keys(ids).filter(key => entries.items.some(item => item.agreementId === sources[key])),
      sees[name],
    )
  }
  assert.deepEqual(sees, {
    ...{ viewer: ['open', 'ofUnit'], unitOfficer: ['ofUnit'], stranger: [], nobody: [] },
    ...{ colleague: ['open', 'ofUnit'], administrator: ['open', 'ofUnit'], reader: ['secret'] },
    auditor: ['open', 'ofUnit', 'secret'],
  })
  assert.equal(
    (await people.viewer.refused(contract.createCommitment, { body: commitmentInput(open, home, partner) })).status,
    403,
  )
  assert.equal((await people.stranger.refused(contract.getCommitment, { params: { id: ids.open! } })).status, 404)
  assert.equal((await anybody.refused(contract.listCommitments)).status, 401)
})

test('two people who post at once lose nothing', async () => {
  const agreementId = await makeSource(db, home)
  const { items } = await officer.call(contract.createCommitment, { body: commitmentInput(agreementId, home, partner) })
  await Promise.all(Array.from({ length: 20 }, () => post({ agreementId })))
  const { periods } = await officer.call(contract.getCommitment, { params: { id: items[0]!.id } })
  assert.equal(periods.find(one => one.start === '2023-09-01')?.delivered, '20')
  await doctorIsHappy()
})

test('the timeline tells in words what happened', async () => {
  const agreementId = await makeSource(db, home)
  const { items } = await officer.call(contract.createCommitment, { body: commitmentInput(agreementId, home, partner) })
  await post({ agreementId, title: 'Winter school' })
  const timeline = await officer.call(contract.getCommitmentTimeline, { params: { id: items[0]!.id } })
  assert.deepEqual(
    timeline.items.map(one => one.sentence),
    [
      'officer Example recorded Student mobility Winter school',
      'officer Example recorded a commitment of Home University to Partner University: Student mobility',
    ],
  )
})

test('only administrators change the numbers of the pulse', async () => {
  const administrator = await person('administrator')
  const { settings } = await administrator.call(contract.changePulseSettings, {
    body: { settings: { dormantAfterMonths: 18 } },
  })
  assert.equal(settings.dormantAfterMonths, 18)
  assert.equal(
    (await administrator.refused(contract.changePulseSettings, { body: { settings: { nonsense: 1 } } })).status,
    400,
  )
  assert.equal((await officer.refused(contract.changePulseSettings, { body: { settings: {} } })).status, 403)
})
