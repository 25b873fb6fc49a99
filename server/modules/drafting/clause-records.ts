// Clauses of drafts as records that people talk about: comments, mentions and notifications follow from it.
import { findRecords, type RecordKind } from '#core/records.ts'
import { listNotedClauses } from './draft.store.ts'

export const clauseRecords: RecordKind = {
  subject: 'draft_clause',
  term: /*i18n*/ { id: 'drafting.record.clause', message: 'Clause of a draft' },
  async findAll(db, reader, ids) {
    const clauses = await listNotedClauses(db, ids)
    const refs = clauses.map(clause => ({ subject: 'agreement', id: clause.agreement_id }))
    const agreements = await findRecords(db, reader, refs)
    return clauses.flatMap(({ id, agreement_id }) => {
      const agreement = agreements.get(agreement_id)
      if (!agreement) return []
      const path = `/agreements/${agreement_id}/draft?clause=${id}`
      return { ...agreement, subject: 'draft_clause', id, path }
    })
  },
}
