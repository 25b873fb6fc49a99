// Checks as records of their own kind: Today, comments and tasks find them as their reader may look into them.
import type { RecordKind } from '#core/records.ts'
import { findRecords } from '#core/records.ts'
import { checksById } from './check.store.ts'
import { standingOf } from './open-check.ts'
import { canCheck, canDecide, canLookInto } from './screening.policy.ts'

export const checkRecords: RecordKind = {
  subject: 'screening_check',
  term: /*i18n*/ { id: 'screening.record', message: 'Due diligence' },
  async findAll(db, reader, ids) {
    const checks = await checksById(db, ids)
    const records = await findRecords(
      db,
      reader,
      checks.map(check => ({ subject: check.subject, id: check.subject_id })),
    )
    return checks.flatMap(check => {
      const record = records.get(check.subject_id)
      if (!record) return []
      const standing = standingOf(check, record)
      if (!canLookInto(reader, standing).allowed) return []
      return {
        ...{ subject: 'screening_check', id: check.id, title: record.title, number: record.number },
        ...{ path: `/screening/${check.id}`, homeId: check.home_id, unitId: standing.unitId, ownerId: check.owner_id },
        confidential: record.confidential,
        ...(record.readers && { readers: record.readers }),
        decide: actor => ({
          read: record.decide(actor).read && canLookInto(actor, standing).allowed,
          write: canCheck(actor, standing).allowed,
          conclude: canDecide(actor, standing).allowed,
        }),
      }
    })
  },
}
