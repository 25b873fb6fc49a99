// Commitments that a person looks after, and how they pass to another.
import { changesBetween } from '#core/events.ts'
import { languages, translator } from '#core/i18n.ts'
import type { Holding } from '#core/identity/people/holdings.ts'
import { listByIds, type StoredCommitment } from './commitment.store.ts'
import { CommitmentChanged } from './ledger.events.ts'
import { kindTerms } from './ledger.terms.ts'
import { partyNames } from './ledger-party.store.ts'
import { confidentialOf, giveCommitments, listOwned } from './owned-commitments.store.ts'

const titleOf = (commitment: StoredCommitment) =>
  Object.fromEntries(
    languages.map(language => [language, translator(language)(kindTerms[commitment.kind as keyof typeof kindTerms])]),
  )

export const ownedCommitments: Holding = {
  name: 'commitments',
  term: /*i18n*/ { id: 'ledger.held', message: 'Commitments' },
  async list(db, ownerId) {
    const owned = await listOwned(db, ownerId)
    const secret = await confidentialOf(
      db,
      owned.map(one => one.id),
    )
    return owned.map(one => ({
      ...{ id: one.id, title: titleOf(one), number: one.clause },
      path: one.agreementId ? `/agreements/${one.agreementId}` : '/',
      isConfidential: secret.has(one.id),
    }))
  },
  async handOver(ctx, ids, toId, reason) {
    const before = await listByIds(ctx.db, ids)
    await giveCommitments(ctx.db, ids, toId)
    const parties = before.flatMap(one => [one.promisor.organisationId, one.beneficiary.organisationId])
    const names = await partyNames(ctx.db, parties)
    for (const one of before)
      ctx.record(CommitmentChanged, {
        subjectId: one.id,
        homeId: one.homeId,
        changes: changesBetween({ ownerId: one.ownerId }, { ownerId: toId }),
        reason,
        data: {
          kind: one.kind,
          promisor: names.get(one.promisor.organisationId)?.name ?? '',
          beneficiary: names.get(one.beneficiary.organisationId)?.name ?? '',
          agreementId: one.agreementId,
        },
      })
  },
}
