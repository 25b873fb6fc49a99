// Reads agreements for pages and actions: one record whole, references in sets, and what a check must know.
import { sql } from 'kysely'
import type { PartialDate } from '#core/contract.ts'
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import type { AgreementStanding } from './agreement.policy.ts'
import { visibleAgreement } from './agreement.policy.ts'
import type { AgreementState } from './agreement.states.ts'
import type { AgreementRow, BriefAgreement } from './agreement.store.ts'
import type { AgreementKind, Ender, NoticeUnit, Renewal } from './agreement.terms.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import type { TermFacts } from './agreement-term.ts'

export interface StoredOrganisation {
  id: string
  name: string
  names: Record<string, string>
  country: string | null
  city: string | null
}

export interface StoredParty {
  id: string
  side: 'home' | 'partner'
  role: string
  signed_on: string | null
  signatory_name: string | null
  signatory_title: string | null
  organisation: StoredOrganisation
  unit: StoredOrganisation | null
}

export interface StoredContact {
  id: string
  side: 'home' | 'partner'
  role: string
  organisation_id: string | null
  organisation: StoredOrganisation | null
  person_id: string | null
  name: string
  email: string | null
  phone: string | null
}

export interface StoredFile {
  id: string
  name: string
  media_type: string
  bytes: number
  purpose: string
  language: string | null
  note: string | null
  replaces_id: string | null
  linked_at: string
  added_by: string | null
}

export interface StoredRecord extends AgreementRow {
  home: StoredOrganisation
  unit: StoredOrganisation | null
  owner: { id: string; name: string } | null
  parties: StoredParty[]
  contacts: StoredContact[]
  links: { id: string; url: string; label: string | null }[]
  files: StoredFile[]
}

/**
 * One agreement with everything that belongs to it, in one query; undefined when the actor may not see it. The parts
 * come from a database function, because planning the query for them anew took four times as long as running it.
 */
export async function findRecord(db: Db, actor: Actor, id: string): Promise<StoredRecord | undefined> {
  const row = await db
    .selectFrom('agreement')
    .selectAll('agreement')
    .select(sql<Omit<StoredRecord, keyof AgreementRow>>`agreement_parts(agreement)`.as('parts'))
    .where('agreement.id', '=', id)
    .where(visibleAgreement(actor))
    .executeTakeFirst()
  if (!row) return undefined
  const { parts, ...agreement } = row
  return { ...agreement, ...parts }
}

/** Locks an agreement that the actor may see, for the rest of the transaction. */
export const lockAgreement = (db: Db, actor: Actor, id: string): Promise<AgreementRow | undefined> =>
  db
    .selectFrom('agreement')
    .selectAll('agreement')
    .where('agreement.id', '=', id)
    .where(visibleAgreement(actor))
    .forUpdate()
    .executeTakeFirst()

/** Locks agreements that the actor may see, in one order so that two actions never wait for each other in a circle. */
export const lockAll = (db: Db, actor: Actor, ids: readonly string[]): Promise<AgreementRow[]> =>
  db
    .selectFrom('agreement')
    .selectAll('agreement')
    .where('agreement.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(visibleAgreement(actor))
    .orderBy('agreement.id')
    .forUpdate()
    .execute()

/** Agreements of a set that the actor may see. */
export const listVisible = (db: Db, actor: Actor, ids: readonly string[]): Promise<AgreementRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('agreement')
        .selectAll('agreement')
        .where('agreement.id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
        .where(visibleAgreement(actor))
        .execute()

/** Agreements related to one: above it, below it, amended or superseded by it, amending or superseding it. */
export const listRelated = (db: Db, actor: Actor, row: AgreementRow): Promise<AgreementRow[]> => {
  const above = [row.parent_id, row.amends_id, row.supersedes_id].filter(id => id !== null)
  return db
    .selectFrom('agreement')
    .selectAll('agreement')
    .where(eb =>
      eb.or([
        ...(above.length > 0 ? [eb('agreement.id', 'in', above)] : []),
        eb('agreement.parent_id', '=', row.id),
        eb('agreement.amends_id', '=', row.id),
        eb('agreement.supersedes_id', '=', row.id),
      ]),
    )
    .where(visibleAgreement(actor))
    .orderBy('agreement.signed_on')
    .orderBy('agreement.id')
    .limit(500)
    .execute()
}

/** Whether `target` is reached from `from` by parents, amendments and successions: linking back would close a circle. */
export async function leadsTo(db: Db, from: readonly string[], target: string): Promise<boolean> {
  if (from.length === 0) return false
  const { rows } = await sql<{ found: boolean }>`with recursive up(id) as (
      select unnest(${from}::uuid[])
      union
      select x.id from up join agreement a on a.id = up.id
        cross join lateral (values (a.parent_id), (a.amends_id), (a.supersedes_id)) x(id) where x.id is not null)
    select exists (select 1 from up where id = ${target}) as found`.execute(db)
  return rows[0]!.found
}

type DateName = 'approved' | 'signed' | 'inForce' | 'reviewDue' | 'expires'

function partialDate(
  row: Pick<AgreementRow, 'dates_written'>,
  name: DateName,
  on: string | null,
  precision: string | null,
): PartialDate | null {
  if (on === null) return null
  const written = (row.dates_written as Record<string, { calendar?: PartialDate['calendar']; written?: string }>)[name]
  return {
    on,
    precision: (precision ?? 'day') as PartialDate['precision'],
    ...(written?.calendar && { calendar: written.calendar }),
    ...(written?.written && { written: written.written }),
  }
}

/** The five dates of a row. */
export const datesOf = (row: BriefAgreement) => ({
  approvedOn: partialDate(row, 'approved', row.approved_on, row.approved_precision),
  signedOn: partialDate(row, 'signed', row.signed_on, row.signed_precision),
  inForceOn: partialDate(row, 'inForce', row.in_force_on, row.in_force_precision),
  reviewDueOn: partialDate(row, 'reviewDue', row.review_due_on, row.review_due_precision),
  expiresOn: partialDate(row, 'expires', row.expires_on, row.expires_precision),
})

export const noticeOf = (row: Pick<AgreementRow, 'notice_amount' | 'notice_unit'>) =>
  row.notice_amount === null ? null : { amount: row.notice_amount, unit: (row.notice_unit ?? 'day') as NoticeUnit }

export const termFactsOf = (row: BriefAgreement): TermFacts => ({
  state: row.state as AgreementState,
  expiresOn: row.expires_on,
  renewal: row.renewal as Renewal,
  renewalMonths: row.renewal_months,
  reviewDueOn: row.review_due_on,
  endedOn: row.ended_on,
  notice: noticeOf(row),
})

export const standingOf = (row: AgreementRow): AgreementStanding => ({
  homeId: row.home_id,
  unitId: row.unit_id,
  confidentiality: row.confidentiality,
  ownerId: row.owner_id,
  readerIds: row.reader_ids,
  removed: row.removed_at !== null,
})

/** The facts of stored agreements, as an input would give them. */
export async function loadFacts(db: Db, rows: readonly AgreementRow[]): Promise<Map<string, AgreementFacts>> {
  const ids = rows.map(row => row.id)
  if (ids.length === 0) return new Map()
  const parts = async <T extends 'agreement_party' | 'agreement_contact' | 'agreement_link'>(table: T, order: string) =>
    (
      await sql<
        Record<string, never> & { agreement_id: string }
      >`select * from ${sql.table(table)} where agreement_id = any(${ids}::uuid[])
      order by ${sql.ref(order)}, id`.execute(db)
    ).rows
  const [partyRows, contactRows, linkRows] = [
    Map.groupBy(await parts('agreement_party', 'position'), row => row.agreement_id as string),
    Map.groupBy(await parts('agreement_contact', 'id'), row => row.agreement_id as string),
    Map.groupBy(await parts('agreement_link', 'id'), row => row.agreement_id as string),
  ]
  return new Map(
    rows.map(row => [row.id, factsOf(row, partyRows.get(row.id), contactRows.get(row.id), linkRows.get(row.id))]),
  )
}

type PartRow = Record<string, never>

function factsOf(
  row: AgreementRow,
  parties: PartRow[] = [],
  contacts: PartRow[] = [],
  linkRows: PartRow[] = [],
): AgreementFacts {
  return {
    homeId: row.home_id,
    unitId: row.unit_id,
    number: row.number,
    kinds: row.kinds as AgreementKind[],
    title: row.title as Record<string, string>,
    parties: parties.map(p => ({
      ...{ organisationId: p.organisation_id!, unitId: p.unit_id!, side: p.side!, role: p.role! },
      ...{ signedOn: p.signed_on!, signatoryName: p.signatory_name!, signatoryTitle: p.signatory_title! },
    })),
    contacts: contacts.map(c => ({
      ...{ organisationId: c.organisation_id!, personId: c.person_id!, side: c.side!, role: c.role! },
      ...{ name: c.name!, email: c.email!, phone: c.phone! },
    })),
    links: linkRows.map(l => ({ url: l.url!, label: l.label! })),
    ...datesOf(row),
    endKind: row.end_kind as AgreementFacts['endKind'],
    renewal: row.renewal as Renewal,
    renewalMonths: row.renewal_months,
    notice: noticeOf(row),
    mayEnd: row.may_end as Ender,
    parentId: row.parent_id,
    amendsId: row.amends_id,
    supersedesId: row.supersedes_id,
    fields: row.fields,
    languages: row.languages,
    confidentiality: row.confidentiality as AgreementFacts['confidentiality'],
    ownerId: row.owner_id,
    scope: row.scope as Record<string, string>,
    remarks: row.remarks,
  }
}
