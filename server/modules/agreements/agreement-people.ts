// Agreements seen from their people: what somebody owns and how it passes on, and who may see one.
import type { ActionContext } from '#core/actions.ts'
import type { LocalisedText } from '#core/contract.ts'
import { systemActor } from '#core/identity/actor.ts'
import type { HeldItem, Holding } from '#core/identity/people/holdings.ts'
import type { RecordKind } from '#core/records.ts'
import { reviseAgreements } from './actions/revise-agreements.ts'
import { canEdit, canRead, canStep } from './agreement.policy.ts'
import { listOwned } from './agreement-parts.store.ts'
import { listVisible, standingOf } from './agreement-record.store.ts'
import { passReadership } from './readers/name-readers.ts'
import { countConfided, listReadBy } from './readers/reader.store.ts'

interface HeldAgreement {
  id: string
  number: string | null
  title: unknown
  confidentiality: string
}

const heldItem = ({ id, number, title, confidentiality }: HeldAgreement): HeldItem => ({
  ...{ id, number, title: title as LocalisedText, path: `/agreements/${id}` },
  isConfidential: confidentiality === 'confidential',
})

/** Handing over is for administrators, who do not see what is confided to others: the installation does it for them. */
const forAll = (ctx: ActionContext): ActionContext => ({ ...ctx, actor: systemActor() })

export const ownedAgreements: Holding = {
  name: 'agreements',
  term: /*i18n*/ { id: 'agreements.held', message: 'Agreements' },
  list: async (db, ownerId) => (await listOwned(db, ownerId)).map(heldItem),
  async handOver(ctx, ids, toId, reason) {
    const change = { change: (before: object) => ({ ...before, ownerId: toId }) as never }
    await reviseAgreements(
      forAll(ctx),
      ids.map(id => ({ id, ...change })),
      reason,
    )
  },
}

export const readAgreements: Holding = {
  name: 'agreements_read',
  term: /*i18n*/ { id: 'agreements.held_read', message: 'Agreements read as a named person' },
  list: async (db, personId) => (await listReadBy(db, personId)).map(heldItem),
  handOver: (ctx, ids, toId, reason, fromId) => passReadership(forAll(ctx), ids, [fromId, toId], reason),
}

export const agreementAccess: RecordKind = {
  subject: 'agreement',
  countConfided,
  term: /*i18n*/ { id: 'agreements.record', message: 'Agreement' },
  async findAll(db, reader, ids) {
    return (await listVisible(db, reader, ids)).map(row => {
      const standing = standingOf(row)
      return {
        ...{ subject: 'agreement', id: row.id, number: row.number, path: `/agreements/${row.id}` },
        title: row.title as Record<string, string>,
        ...{ homeId: row.home_id, unitId: row.unit_id, ownerId: row.owner_id },
        confidential: row.confidentiality === 'confidential',
        readers: { ownerId: row.owner_id, readerIds: row.reader_ids },
        decide: actor => ({
          read: canRead(actor, standing).allowed,
          write: canEdit(actor, standing).allowed,
          conclude: canStep(actor, standing, 'approve_to_sign').allowed,
        }),
      }
    })
  },
}
