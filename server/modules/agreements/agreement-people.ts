// Agreements seen from their people: what somebody owns and how it passes on, and who may see one.
import type { Holding } from '#core/identity/people/holdings.ts'
import type { RecordKind } from '#core/records.ts'
import { reviseAgreements } from './actions/revise-agreements.ts'
import { canEdit, canRead, canStep } from './agreement.policy.ts'
import { listOwned } from './agreement-parts.store.ts'
import { listVisible, standingOf } from './agreement-record.store.ts'

export const ownedAgreements: Holding = {
  name: 'agreements',
  term: /*i18n*/ { id: 'agreements.held', message: 'Agreements' },
  async list(db, ownerId) {
    return (await listOwned(db, ownerId)).map(({ id, number, title }) => ({
      ...{ id, number, title, path: `/agreements/${id}` },
    }))
  },
  async handOver(ctx, ids, toId, reason) {
    const change = { change: (before: object) => ({ ...before, ownerId: toId }) as never }
    await reviseAgreements(
      ctx,
      ids.map(id => ({ id, ...change })),
      reason,
    )
  },
}

export const agreementAccess: RecordKind = {
  subject: 'agreement',
  term: /*i18n*/ { id: 'agreements.record', message: 'Agreement' },
  async findAll(db, reader, ids) {
    return (await listVisible(db, reader, ids)).map(row => {
      const standing = standingOf(row)
      return {
        ...{ subject: 'agreement', id: row.id, number: row.number, path: `/agreements/${row.id}` },
        title: row.title as Record<string, string>,
        ...{ homeId: row.home_id, unitId: row.unit_id, ownerId: row.owner_id },
        confidential: row.confidentiality === 'confidential',
        decide: actor => ({
          read: canRead(actor, standing).allowed,
          write: canEdit(actor, standing).allowed,
          conclude: canStep(actor, standing, 'approve_to_sign').allowed,
        }),
      }
    })
  },
}
