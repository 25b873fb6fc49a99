// Promises and deeds as records that people talk about, link to and find; they are seen where their agreement is.
import type { LocalisedText } from '#core/contract.ts'
import { languages, translator } from '#core/i18n.ts'
import { type Actor, reaches } from '#core/identity/actor.ts'
import type { RecordAccess, RecordKind } from '#core/records.ts'
import { canReadSource, canWriteHome } from './ledger.policy.ts'
import { kindTerms } from './ledger.terms.ts'
import { type LedgerRecordRow, listVisibleCommitments, listVisibleEntries } from './ledger-record.store.ts'

/** The word for the kind in each language, before a name where there is one. */
function titleOf({ kind, title }: LedgerRecordRow): LocalisedText {
  const term = kindTerms[kind as keyof typeof kindTerms] as (typeof kindTerms)[keyof typeof kindTerms] | undefined
  const word = (language: string) => (term ? translator(language)(term) : kind)
  return Object.fromEntries(
    languages.map(language => [language, title ? `${word(language)}: ${title}` : word(language)]),
  )
}

function accessOf(subject: string, tab: string, row: LedgerRecordRow): RecordAccess {
  const { home_id: homeId, unit_id: unitId, confidential } = row
  const source = { homeId, unitId, ownerId: row.source_owner_id, readerIds: row.reader_ids, confidential }
  const canRead = (actor: Actor) =>
    row.agreement_id === null ? reaches(actor.reads, homeId) : canReadSource(actor, source)
  return {
    ...{ subject, id: row.id, title: titleOf(row), number: row.clause, homeId, unitId, confidential },
    path: row.agreement_id === null ? '/' : `/agreements/${row.agreement_id}?tab=${tab}`,
    ownerId: row.owner_id ?? row.source_owner_id,
    readers: { ownerId: row.source_owner_id, readerIds: row.reader_ids },
    decide: actor => ({
      read: canRead(actor),
      write: canRead(actor) && canWriteHome(actor, homeId, unitId).allowed,
      conclude: false,
    }),
  }
}

export const commitmentRecords: RecordKind = {
  subject: 'commitment',
  term: /*i18n*/ { id: 'ledger.record.commitment', message: 'Commitment' },
  async findAll(db, reader, ids) {
    const rows = await listVisibleCommitments(db, reader, ids)
    return rows.map(row => accessOf('commitment', 'commitments', row))
  },
}

export const entryRecords: RecordKind = {
  subject: 'entry',
  term: /*i18n*/ { id: 'ledger.record.entry', message: 'Entry' },
  async findAll(db, reader, ids) {
    return (await listVisibleEntries(db, reader, ids)).map(row => accessOf('entry', 'entries', row))
  },
}
