// Puts an agreement together as it stood: the ordinary reading over the past, for those who may read it today.
import { foundThen, type Moment, ofThePast, presentDifferences, presentMoment } from '#core/as-of.ts'
import { readAsOf } from '#core/database/as-of.ts'
import type { Db, Pool } from '#core/database/connect.ts'
import { type Changes, canonicalJson, changesBetween } from '#core/events.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { found, presentAbilities } from '#core/policy.ts'
import {
  ledgerFieldTerms,
  listCommitments,
  listEntries,
  presentCommitments,
  presentEntries,
  readPulseSettings,
  summarise,
} from '#modules/ledger/index.ts'
import type { AgreementView } from './agreement.contract.ts'
import { presentAgreement } from './agreement.presenter.ts'
import type { AgreementRow } from './agreement.store.ts'
import { agreementFieldTerms, changesOf } from './agreement-changes.ts'
import { namesFor } from './agreement-names.ts'
import { findRecord, listVisible, loadFacts, type StoredRecord, termFactsOf } from './agreement-record.store.ts'
import { effectiveState } from './agreement-term.ts'
import type { AgreementAsOf } from './as-of.contract.ts'
import { findThen, listRelatedThen } from './as-of.store.ts'
import { judge } from './standing.ts'

interface Reader {
  db: Pool
  actor: Actor
  t: Translator
  today: Temporal.PlainDate
  timeZone: string
}

const entriesShown = 200
const everything = { offset: 0, limit: 10_000 }
const files = { label: /*i18n*/ { id: 'agreements.field_name.files', message: 'Documents' } }
const fields = { ...ledgerFieldTerms, ...agreementFieldTerms, files }

/** @throws 404 when the reader may not see the agreement today, 422 when it was not kept yet. */
export async function viewAgreementAsOf(reader: Reader, id: string, moment: Moment): Promise<AgreementAsOf> {
  const { db, actor, t, timeZone } = reader
  const now = found(await findRecord(db, actor, id))
  const ledgerNow = await readLedger(reader, id)
  const past = await readAsOf(db, moment.before, async past => {
    const then = foundThen(await findThen(past, id), now.created_at, timeZone, t)
    return {
      then,
      ledger: await readLedger({ ...reader, db: past, today: moment.day }, id),
      related: await listRelatedThen(past, then),
      standing: (await judge(past, [then], await readPulseSettings(past), moment.day))[0]!,
      facts: (await loadFacts(past, [then])).get(then.id)!,
    }
  })
  const { then, ledger } = past
  return {
    asOf: presentMoment(moment, now.created_at, t, fields),
    agreement: await presentThen(reader, past, moment.day),
    commitments: ledger.commitments.map(one => ({ ...one, abilities: closed(one.abilities, t) })),
    summary: ledger.summary,
    entries: ledger.entries.map(one => ({ ...one, candidates: [], abilities: closed(one.abilities, t) })),
    entryCount: ledger.entryCount,
    differences: presentDifferences(await differencesOf(reader, past, now, moment.day), t, fields),
    changedSince: [
      ...goneOrChanged(then.files, now.files),
      ...goneOrChanged(ledger.storedCommitments, ledgerNow.storedCommitments),
      ...goneOrChanged(ledger.storedEntries, ledgerNow.storedEntries),
    ],
    addedSince: {
      files: added(then.files, now.files),
      commitments: added(ledger.storedCommitments, ledgerNow.storedCommitments),
      entries: added(ledger.storedEntries, ledgerNow.storedEntries),
    },
  }
}

/** What was read of the past. */
interface Then {
  then: StoredRecord
  related: Awaited<ReturnType<typeof listRelatedThen>>
  standing: Awaited<ReturnType<typeof judge>>[number]
  facts: NonNullable<ReturnType<Awaited<ReturnType<typeof loadFacts>>['get']>>
}

const closed = (abilities: Record<string, unknown>, t: Translator) =>
  presentAbilities(Object.fromEntries(Object.keys(abilities).map(key => [key, ofThePast])), t)

/** The promises and deeds of an agreement that the reader may see, then or now by the database given. */
async function readLedger(reader: Omit<Reader, 'db'> & { db: Db }, agreementId: string) {
  const { db, actor } = reader
  const { items: storedCommitments } = await listCommitments(db, actor, { agreementId }, everything)
  const { items: commitments, fulfilments } = await presentCommitments(reader, storedCommitments)
  const { items: storedEntries, total } = await listEntries(db, actor, { agreementId }, everything)
  return {
    commitments,
    summary: summarise(fulfilments.values()),
    storedCommitments,
    storedEntries,
    entries: await presentEntries(reader, storedEntries.slice(0, entriesShown)),
    entryCount: total,
  }
}

async function presentThen(
  { db, actor, t }: Reader,
  { then, related, standing }: Then,
  day: Temporal.PlainDate,
): Promise<AgreementView> {
  const visible = new Set(
    (
      await listVisible(
        db,
        actor,
        related.map(row => row.id),
      )
    ).map(row => row.id),
  )
  const { pulse, pulse_details, last_entry_on, commitment_count } = standing
  const judged = {
    pulse,
    pulse_details,
    pulse_on: day.toString(),
    last_entry_on,
    commitment_count,
  } as Partial<AgreementRow>
  const shown = presentAgreement(
    { ...then, ...judged },
    related.filter(row => visible.has(row.id)),
    actor,
    t,
    day,
  )
  return { ...shown, nextSteps: [], abilities: closed(shown.abilities, t) }
}

/** Fields that said something else, from then to now. */
async function differencesOf(
  { db, today }: Reader,
  { then, facts: before }: Then,
  now: StoredRecord,
  day: Temporal.PlainDate,
): Promise<Changes> {
  const after = (await loadFacts(db, [now])).get(now.id)!
  const standing = (row: StoredRecord, on: Temporal.PlainDate) => ({
    state: effectiveState(termFactsOf(row), on),
    endedOn: row.ended_on,
    renewalBegunOn: row.renewal_begun_on,
  })
  const files = (row: StoredRecord) => ({ files: row.files.map(file => file.name) })
  return {
    ...changesBetween(standing(then, day), standing(now, today)),
    ...changesOf(before, after, await namesFor(db, [before, after])),
    ...changesBetween(files(then), files(now)),
  }
}

type Kept = { id: string; version?: number }
const content = ({ version: _, ...rest }: Kept) => canonicalJson(rest)

/** Ids of those that say something else now, or are not there any more. */
function goneOrChanged(then: readonly Kept[], now: readonly Kept[]): string[] {
  const today = new Map(now.map(one => [one.id, content(one)]))
  return then.filter(one => today.get(one.id) !== content(one)).map(one => one.id)
}

function added(then: readonly Kept[], now: readonly Kept[]): number {
  const known = new Set(then.map(one => one.id))
  return now.filter(one => !known.has(one.id)).length
}
