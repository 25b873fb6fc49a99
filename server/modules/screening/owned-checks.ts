// Checks that somebody looks after, for handing over.
import { systemActor } from '#core/identity/actor.ts'
import type { Holding } from '#core/identity/people/holdings.ts'
import { findRecords } from '#core/records.ts'
import { listChecks, lockCheck } from './check.store.ts'
import { moveCheck } from './move-check.ts'
import { CheckHandedOver } from './screening.events.ts'
import { screeningStates } from './screening.states.ts'

const open = screeningStates.filter(state => state !== 'refused')

export const ownedChecks: Holding = {
  name: 'checks',
  term: /*i18n*/ { id: 'screening.held', message: 'Due diligence' },
  async list(db, ownerId) {
    const rows = await listChecks(db, 'everywhere', { states: open, ownerId })
    const records = await findRecords(
      db,
      systemActor(),
      rows.map(row => ({ subject: row.subject, id: row.subject_id })),
    )
    return rows.flatMap(({ id, subject_id }) => {
      const record = records.get(subject_id)
      if (!record) return []
      const { number, title, confidential: isConfidential } = record
      return [{ id, number, title, isConfidential, path: `/screening/${id}` }]
    })
  },
  async handOver(ctx, ids, toId, reason) {
    for (const id of ids) {
      const check = await lockCheck(ctx.db, id)
      if (!check) continue
      await moveCheck(ctx, check, check.state, { owner_id: toId })
      ctx.record(CheckHandedOver, { subjectId: id, homeId: check.home_id, data: {}, reason })
    }
  },
}
