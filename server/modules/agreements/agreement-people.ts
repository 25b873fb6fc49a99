// Agreements seen from their people: what somebody owns and how it passes on, and who may see one.
import type { Holding, RecordKind } from '#core/identity/people/holdings.ts'
import { reviseAgreements } from './actions/revise-agreements.ts'
import { canEdit, canRead, canStep } from './agreement.policy.ts'
import { listOwned } from './agreement-parts.store.ts'
import { findRecord, standingOf } from './agreement-record.store.ts'

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
  async find(db, reader, id) {
    const row = await findRecord(db, reader, id)
    if (!row) return undefined
    const standing = standingOf(row)
    return {
      title: row.title as Record<string, string>,
      number: row.number,
      confidential: row.confidentiality === 'confidential',
      ownerId: row.owner_id,
      decide: actor => ({
        read: canRead(actor, standing).allowed,
        write: canEdit(actor, standing).allowed,
        conclude: canStep(actor, standing, 'approve_to_sign').allowed,
      }),
    }
  },
}
