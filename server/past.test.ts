// Agreements as they stood: whatever was done, each moment answers as the ordinary reading did then; and who may ask.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writeAt } from '#core/database/as-of.ts'
import { json } from '#core/database/connect.ts'
import { Refusal } from '#core/errors.ts'
import { translator } from '#core/i18n.ts'
import { type Actor, systemActor } from '#core/identity/actor.ts'
import { eraseContactRows } from '#core/identity/personal/personal.store.ts'
import { newId } from '#core/ids.ts'
import { createTestDatabase } from '#core/testing.ts'
import { dayIn } from '#core/time.ts'
import { addFile } from '#modules/agreements/actions/add-file.ts'
import { removeFile } from '#modules/agreements/actions/remove-file.ts'
import { takeStep } from '#modules/agreements/actions/take-step.ts'
import { updateAgreement } from '#modules/agreements/actions/update-agreement.ts'
import type { AgreementInput } from '#modules/agreements/agreement.contract.ts'
import { presentAgreement } from '#modules/agreements/agreement.presenter.ts'
import { agreementSteps } from '#modules/agreements/agreement.states.ts'
import { findRecord, listRelated } from '#modules/agreements/agreement-record.store.ts'
import type { AgreementAsOf } from '#modules/agreements/as-of.contract.ts'
import { viewAgreementAsOf } from '#modules/agreements/as-of.view.ts'
import { refreshStandings } from '#modules/agreements/standing.ts'
import {
  agreementInput,
  makeOrganisation,
  makePerson,
  makeWorld,
} from '#modules/agreements/testing/agreement-factory.ts'
import {
  type CommitmentStep,
  changeCommitment,
  stepCommitment,
  waivePeriod,
} from '#modules/ledger/actions/change-commitment.ts'
import { addEvidence, confirmEntry, correctEntry, postEntry, reverseEntry } from '#modules/ledger/actions/post-entry.ts'
import { recordCommitment } from '#modules/ledger/actions/record-commitments.ts'
import { listCommitments } from '#modules/ledger/commitment.store.ts'
import { listEntries } from '#modules/ledger/entry.store.ts'
import { presentCommitments, presentEntries, summarise } from '#modules/ledger/ledger.views.ts'
import { commitmentInput, entryInput } from '#modules/ledger/testing/ledger-factory.ts'

const { db } = await createTestDatabase()
let now = Temporal.Instant.from('2026-01-05T08:00:00Z')
const today = () => dayIn(now, 'UTC')
const { home, partner, officer, record, run } = await makeWorld(db, { now: () => now })
const other = await makeOrganisation(db, { name: 'Other Partner' })
// The organisations of the tests were there before the tests' time begins.
await db.updateTable('organisation').set({ since: '2025-01-01T00:00:00Z' }).execute()
const t = translator('ru')
const page = { offset: 0, limit: 200 }

type Shown = Pick<AgreementAsOf, 'agreement' | 'commitments' | 'summary' | 'entries'>
/** What is shown, without what may be done with it. */
const shown = ({ agreement, commitments, summary, entries }: Shown) => ({
  // The day on which it was judged last, without anything new, is not part of the answer.
  agreement: { ...agreement, abilities: {}, nextSteps: [], pulse: agreement.pulse && { ...agreement.pulse, on: '' } },
  commitments: commitments.map(one => ({ ...one, abilities: {} })),
  summary,
  entries: entries.map(one => ({ ...one, abilities: {}, candidates: [] })),
})

async function readNow(id: string) {
  await refreshStandings(db, [id], today())
  const reader = { db, actor: officer, t, today: today() }
  const row = (await findRecord(db, officer, id))!
  const agreement = presentAgreement(row, await listRelated(db, officer, row), officer, t, today())
  const { items } = await listCommitments(db, officer, { agreementId: id }, page)
  const { items: commitments, fulfilments } = await presentCommitments(reader, items)
  const entries = await presentEntries(reader, (await listEntries(db, officer, { agreementId: id }, page)).items)
  return shown({ agreement, commitments, summary: summarise(fulfilments.values()), entries })
}

const asOf = (id: string, before: Temporal.Instant, actor: Actor = officer) =>
  viewAgreementAsOf({ db, actor, t, today: today(), timeZone: 'UTC' }, id, {
    ...{ before, day: dayIn(before, 'UTC'), event: null },
  })
const after = (at: Temporal.Instant) => at.add({ milliseconds: 1 })

const which = fc.nat({ max: 4 })
const word = fc.constantFrom('Opal', 'Onyx', 'عقیق', 'Яшма')
const deed = fc.oneof(
  fc.record({ do: fc.constant('facts' as const), which, word, people: fc.nat({ max: 2 }), links: fc.nat({ max: 2 }) }),
  fc.record({ do: fc.constant('step' as const), which, step: fc.constantFrom(...agreementSteps) }),
  fc.record({ do: fc.constant('file' as const), which, word, newer: fc.boolean() }),
  fc.record({ do: fc.constant('file off' as const), which }),
  fc.record({ do: fc.constant('promise' as const), which, bothWays: fc.boolean(), proposed: fc.boolean() }),
  fc.record({ do: fc.constant('promise said' as const), which, quantity: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    do: fc.constant('promise moved' as const),
    which,
    step: fc.constantFrom<CommitmentStep>('accept', 'decline', 'suspend', 'resume', 'end'),
  }),
  fc.record({ do: fc.constant('waive' as const), which }),
  fc.record({
    do: fc.constant('deed' as const),
    which,
    planned: fc.boolean(),
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    do: fc.constant('deed again' as const),
    which,
    what: fc.constantFrom('confirm', 'correct', 'reverse', 'evidence'),
  }),
  fc.record({ do: fc.constant('rename partner' as const), which, word }),
  fc.record({ do: fc.constant('days pass' as const), which, days: fc.integer({ min: 1, max: 400 }) }),
)
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

const reason = 'As it was told'
const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)]
const file = (name: string) => ({ hash: newId().replaceAll('-', ''), size: 4, mediaType: 'text/plain', name })

const changed = (
  step: Deed & { do: 'facts' },
  version: number,
  parentId: string | null,
): AgreementInput & { version: number } => ({
  ...agreementInput(home, partner, { title: { en: step.word } }),
  parties: [
    {
      organisationId: step.people === 1 ? other : partner,
      side: 'partner',
      signatoryName: step.people ? step.word : null,
    },
  ],
  contacts: Array.from({ length: step.people }, () => ({ side: 'partner' as const, name: step.word })),
  links: Array.from({ length: step.links }, (_, index) => ({ url: `https://example.org/${index}` })),
  ...{ version, parentId },
})

async function perform(step: Deed, ids: readonly string[]): Promise<void> {
  const id = pick(ids, step.which)!
  const { version, files } = (await readNow(id)).agreement
  const promises = (await listCommitments(db, officer, { agreementId: id }, page)).items
  const deeds = (await listEntries(db, officer, { agreementId: id }, page)).items
  const [promise, entry, kept] = [pick(promises, step.which), pick(deeds, step.which), pick(files, step.which)]
  switch (step.do) {
    case 'facts': {
      const parentId = step.links === 2 ? (ids.find(one => one !== id) ?? null) : null
      return run(updateAgreement, { id, change: changed(step, version, parentId) })
    }
    case 'step':
      return run(takeStep, { id, step: step.step, reason, version })
    case 'file':
      return void (await run(addFile, {
        ...{ agreementId: id, taken: file(step.word) },
        ...(step.newer && kept && { replaces: kept.id }),
      }))
    case 'file off':
      return kept && run(removeFile, { agreementId: id, linkId: kept.id, reason })
    case 'promise':
      return void (await run(recordCommitment, {
        ...commitmentInput(id, home, partner, { bothWays: step.bothWays }),
        state: step.proposed ? 'proposed' : 'active',
      }))
    case 'promise said': {
      if (!promise) return
      const { agreementId: _, ...said } = commitmentInput(id, home, partner, { quantity: String(step.quantity) })
      return void (await run(changeCommitment, { ...said, id: promise.id, version: promise.version }))
    }
    case 'promise moved':
      return promise && run(stepCommitment, { id: promise.id, step: step.step, reason, version: promise.version })
    case 'waive':
      return promise && void (await run(waivePeriod, { id: promise.id, periodStart: '2024-09-01', reason }))
    case 'deed':
      return void (await run(postEntry, {
        ...entryInput(home, partner, { agreementId: id, quantity: String(step.quantity) }),
        ...{ status: step.planned ? 'planned' : 'confirmed', startsOn: { on: '2025-10-01', precision: 'day' } },
      }))
    case 'deed again':
      return entry && deedAgain(entry.id, step.what)
    case 'rename partner':
      return db.transaction().execute(async at => {
        await writeAt(at, now.toString())
        await at
          .updateTable('organisation')
          .set({ name: step.word, names: json({}) })
          .where('id', '=', partner)
          .execute()
      })
    case 'days pass':
      now = now.add({ hours: 24 * step.days })
  }
}

async function deedAgain(id: string, what: string): Promise<void> {
  if (what === 'confirm') await run(confirmEntry, { id })
  else if (what === 'reverse') await run(reverseEntry, { id, reason })
  else if (what === 'evidence') await run(addEvidence, { id, kind: 'link', url: 'https://example.org/proof' })
  else await run(correctEntry, { ...entryInput(home, partner, { quantity: '3' }), id, reason })
}

test('at each moment an agreement is as it was read then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 12 }), async deeds => {
      const ids = [await record(), await record({ state: 'drafting' })]
      const history: { at: Temporal.Instant; read: Map<string, unknown> }[] = []
      for (const step of deeds) {
        now = now.add({ minutes: 1 })
        try {
          await perform(step, ids)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        const read = new Map<string, unknown>()
        for (const id of ids) read.set(id, await readNow(id))
        history.push({ at: now, read })
      }
      for (const { at, read } of history)
        for (const [id, expected] of read) assert.deepEqual(shown(await asOf(id, after(at))), expected)
    }),
    { numRuns: 5 },
  )
})

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    error => error.declaration?.code ?? String(error),
  )

test('who may not read it today does not read its past, and nothing is told of the time before it was kept', async () => {
  const start = now
  const id = await record({ title: { en: 'Open then' } })
  now = now.add({ hours: 24 })
  const reader = await makePerson(db, new Set(), new Set([home]))
  assert.equal(await codeOf(asOf(id, after(start), reader)), 'answered')
  const { agreement, differences } = await asOf(id, now)
  assert.deepEqual([agreement.displayTitle, differences], ['Open then', []])
  const change = { ...agreementInput(home, partner), version: 1, title: { en: 'Closed now' }, ownerId: officer.id }
  await run(updateAgreement, { id, change: { ...change, confidentiality: 'confidential' } })
  assert.equal(await codeOf(asOf(id, after(start), reader)), 'record.not_found')
  const then = await asOf(id, now, systemActor())
  assert.equal(then.agreement.confidentiality, 'internal')
  assert.deepEqual(
    then.differences.map(({ was, is }) => [was, is]).filter(([was]) => was === 'Open then'),
    [['Open then', 'Closed now']],
  )
  assert.equal(await codeOf(asOf(id, start, systemActor())), 'as_of.not_kept_yet')
})

test('a related agreement that is confidential today is not shown in the past of another', async () => {
  const [id, hidden] = [await record(), await record({ title: { en: 'Hidden' } })]
  now = now.add({ hours: 24 })
  const between = now
  await run(updateAgreement, { id, change: { ...agreementInput(home, partner), version: 1, parentId: hidden } })
  now = now.add({ hours: 24 })
  const reader = await makePerson(db, new Set(), new Set([home]))
  assert.equal((await asOf(id, now, reader)).agreement.parent?.title, 'Hidden')
  assert.equal((await asOf(id, between, reader)).agreement.parent, null)
  const confide = { ...agreementInput(home, partner, { title: { en: 'Hidden' } }), version: 1, ownerId: officer.id }
  await run(updateAgreement, { id: hidden, change: { ...confide, confidentiality: 'confidential' } })
  assert.equal((await asOf(id, now, reader)).agreement.parent, null)
})

test('a contact who was erased is erased from the past', async () => {
  const email = `${newId()}@example.org`
  const named = (name: string) => [{ side: 'partner' as const, name, email }]
  const id = await record({ contacts: named('Zebediah Quill') })
  now = now.add({ hours: 24 })
  await run(updateAgreement, {
    id,
    change: { ...agreementInput(home, partner), version: 1, contacts: named('Z. Quill') },
  })
  const before = JSON.stringify(await asOf(id, now))
  assert.match(before, /Zebediah Quill/)
  await db
    .transaction()
    .execute(at =>
      eraseContactRows(at, { id: newId(), name: 'Zebediah Quill', email, phone: null, orcid: null, homeId: null }),
    )
  const { agreement } = await asOf(id, now)
  assert.doesNotMatch(JSON.stringify(agreement), /Quill/)
  assert.match(agreement.contacts[0]!.name, /^#/)
  assert.equal(agreement.contacts[0]!.email, null)
})

test('many who look at the past at once do not wait for each other for ever', async () => {
  const id = await record({ title: { en: 'Looked at by many' } })
  now = now.add({ hours: 24 })
  // More than there are connections.
  const seen = await Promise.all(Array.from({ length: 12 }, () => asOf(id, now)))
  assert.deepEqual(new Set(seen.map(one => one.agreement.displayTitle)), new Set(['Looked at by many']))
})
