// Writes agreements with their parties, contacts and links, in sets.
import { type Selectable, sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import type { Database } from '#core/database/tables.generated.ts'
import { newId } from '#core/ids.ts'
import { fold } from '#modules/registry/index.ts'
import type { OriginalRow } from './agreement.contract.ts'
import type { AgreementState } from './agreement.states.ts'
import type { AgreementFacts } from './agreement-facts.ts'

export type AgreementRow = Selectable<Database['agreement']>

const briefly = [
  ...(['id', 'number', 'kind', 'title', 'state', 'dates_written', 'removed_at', 'last_entry_on'] as const),
  ...(['approved_on', 'approved_precision', 'signed_on', 'signed_precision'] as const),
  ...(['in_force_on', 'in_force_precision', 'review_due_on', 'review_due_precision'] as const),
  ...(['expires_on', 'expires_precision', 'ended_on', 'renewal', 'renewal_months', 'renewal_begun_on'] as const),
  ...(['notice_amount', 'notice_unit'] as const),
]

/** What a line about an agreement and its judgement need; the rest of a row is heavier than this. */
export type BriefAgreement = Pick<AgreementRow, (typeof briefly)[number]>

/** The columns of a `BriefAgreement`, of the table `agreement`. */
export const briefColumns = sql.join(briefly.map(column => sql.ref(`agreement.${column}`)))

export interface NewAgreement {
  id: string
  facts: AgreementFacts
  state: AgreementState
  stateReason: string | null
  endedOn: string | null
  original: OriginalRow | null
  importId: string | null
  createdBy: string | null
  at: string
}

const longestScope = 600

/** What an agreement is found by, besides its partners: number, titles, the beginning of its scope. */
export const searchTextOf = (facts: Pick<AgreementFacts, 'number' | 'title' | 'scope'>): string =>
  fold(
    [
      facts.number ?? '',
      ...Object.values(facts.title),
      ...Object.values(facts.scope).map(text => text.slice(0, longestScope)),
    ].join(' '),
  )

const datesWritten = (facts: AgreementFacts) => {
  const dates = {
    approved: facts.approvedOn,
    signed: facts.signedOn,
    inForce: facts.inForceOn,
    reviewDue: facts.reviewDueOn,
    expires: facts.expiresOn,
  }
  const kept = Object.entries(dates).flatMap(([name, date]) =>
    date?.calendar || date?.written ? [[name, { calendar: date.calendar, written: date.written }]] : [],
  )
  return Object.fromEntries(kept) as Record<string, { calendar?: string; written?: string }>
}

/** The columns that follow from facts. */
const columnsOf = (facts: AgreementFacts) => ({
  home_id: facts.homeId,
  unit_id: facts.unitId,
  number: facts.number,
  kind: facts.kinds[0]!,
  kinds: facts.kinds as string[],
  title: facts.title,
  approved_on: facts.approvedOn?.on ?? null,
  approved_precision: facts.approvedOn?.precision ?? null,
  signed_on: facts.signedOn?.on ?? null,
  signed_precision: facts.signedOn?.precision ?? null,
  in_force_on: facts.inForceOn?.on ?? null,
  in_force_precision: facts.inForceOn?.precision ?? null,
  review_due_on: facts.reviewDueOn?.on ?? null,
  review_due_precision: facts.reviewDueOn?.precision ?? null,
  expires_on: facts.expiresOn?.on ?? null,
  expires_precision: facts.expiresOn?.precision ?? null,
  end_kind: facts.endKind as string,
  dates_written: datesWritten(facts),
  renewal: facts.renewal as string,
  renewal_months: facts.renewalMonths,
  notice_amount: facts.notice?.amount ?? null,
  notice_unit: facts.notice?.unit ?? null,
  may_end: facts.mayEnd as string,
  parent_id: facts.parentId,
  amends_id: facts.amendsId,
  supersedes_id: facts.supersedesId,
  fields: facts.fields,
  languages: facts.languages,
  confidentiality: facts.confidentiality as string,
  owner_id: facts.ownerId,
  scope: facts.scope,
  remarks: facts.remarks,
  search: searchTextOf(facts),
})

/** Inserts many rows of a table in few statements: one JSON document is one parameter, whatever the number of rows. */
async function insertRows(db: Db, table: keyof Database, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const columns = sql.join(Object.keys(rows[0]!).map(name => sql.ref(name)))
  for (let start = 0; start < rows.length; start += 2000)
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${json(rows.slice(start, start + 2000))})`.execute(
      db,
    )
}

/** Parents come before their annexes: rows may refer to rows of the same set. */
export async function insertAgreements(db: Db, agreements: readonly NewAgreement[]): Promise<void> {
  await insertRows(
    db,
    'agreement',
    agreements.map(one => ({
      id: one.id,
      ...columnsOf(one.facts),
      state: one.state,
      state_since: one.at,
      state_reason: one.stateReason,
      ended_on: one.endedOn,
      original: one.original,
      import_id: one.importId,
      created_by: one.createdBy,
      created_at: one.at,
      updated_at: one.at,
    })),
  )
  await insertParts(db, agreements)
}

async function insertParts(db: Db, agreements: readonly { id: string; facts: AgreementFacts }[]): Promise<void> {
  const parties = agreements.flatMap(({ id, facts }) =>
    facts.parties.map((party, position) => ({
      id: newId(),
      agreement_id: id,
      organisation_id: party.organisationId,
      unit_id: party.unitId,
      side: party.side,
      role: party.role,
      position,
      signed_on: party.signedOn,
      signatory_name: party.signatoryName,
      signatory_title: party.signatoryTitle,
    })),
  )
  const contacts = agreements.flatMap(({ id, facts }) =>
    facts.contacts.map(contact => ({
      id: newId(),
      agreement_id: id,
      organisation_id: contact.organisationId,
      person_id: contact.personId,
      side: contact.side,
      role: contact.role,
      name: contact.name,
      email: contact.email,
      phone: contact.phone,
    })),
  )
  const links = agreements.flatMap(({ id, facts }) =>
    facts.links.map(link => ({ id: newId(), agreement_id: id, url: link.url, label: link.label })),
  )
  await insertRows(db, 'agreement_party', parties)
  await insertRows(db, 'agreement_contact', contacts)
  await insertRows(db, 'agreement_link', links)
}

export interface FactsUpdate {
  id: string
  facts: AgreementFacts
}

/** Replaces the facts of agreements whose rows the caller has locked; the version rises by one. */
export async function replaceFacts(db: Db, updates: readonly FactsUpdate[], at: string): Promise<void> {
  if (updates.length === 0) return
  const rows = updates.map(({ id, facts }) => ({ id, ...columnsOf(facts), updated_at: at }))
  const names = Object.keys(rows[0]!).filter(name => name !== 'id')
  const assignments = sql.join(names.map(name => sql`${sql.ref(name)} = r.${sql.ref(name)}`))
  for (let start = 0; start < rows.length; start += 2000)
    await sql`update agreement a set version = a.version + 1, ${assignments}
      from jsonb_populate_recordset(null::agreement, ${json(rows.slice(start, start + 2000))}) r where a.id = r.id`.execute(
      db,
    )
  const ids = updates.map(update => update.id)
  for (const table of ['agreement_party', 'agreement_contact', 'agreement_link'] as const)
    await sql`delete from ${sql.table(table)} where agreement_id = any(${ids}::uuid[])`.execute(db)
  await insertParts(db, updates)
}

/** Replaces the rows that agreements were read from. */
export async function replaceOriginals(
  db: Db,
  originals: readonly { id: string; original: OriginalRow | null }[],
): Promise<void> {
  for (let start = 0; start < originals.length; start += 2000)
    await sql`update agreement a set original = r.original
      from jsonb_populate_recordset(null::agreement, ${json(originals.slice(start, start + 2000))}) r where a.id = r.id`.execute(
      db,
    )
}

export interface StateMove {
  id: string
  state: AgreementState
  at: string
  reason: string | null
  /** Columns that the move changes besides. */
  set: Partial<
    Pick<
      AgreementRow,
      | 'in_force_on'
      | 'in_force_precision'
      | 'expires_on'
      | 'expires_precision'
      | 'end_kind'
      | 'ended_on'
      | 'renewal_begun_on'
    >
  >
}

export async function moveState(db: Db, move: StateMove): Promise<void> {
  await db
    .updateTable('agreement')
    .set({
      ...move.set,
      state: move.state,
      state_since: move.at,
      state_reason: move.reason,
      updated_at: move.at,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', move.id)
    .execute()
}

/** Hides agreements from everyone; rows and trail stay. */
export async function markRemoved(db: Db, ids: readonly string[], at: string): Promise<void> {
  await sql`update agreement set removed_at = ${at}, version = version + 1 where id = any(${ids}::uuid[])`.execute(db)
}

export async function countFiles(db: Db, id: string, at: string): Promise<void> {
  await sql`update agreement set updated_at = ${at}, file_count = (
      select count(*) from file_link where subject_type = 'agreement' and subject_id = ${id} and unlinked_at is null)
    where id = ${id}`.execute(db)
}
