// Makes what ledger tests need: homes, partners, agreements as the ledger knows them, and commitments.
import type { Db } from '#core/database/connect.ts'
import { newId } from '#core/ids.ts'
import type { CommitmentInput, EntryInput } from '../ledger.contract.ts'
import { writeSources } from '../ledger-source.store.ts'

/** A home organisation or a partner. */
export async function makeOrganisation(
  db: Db,
  name: string,
  home = false,
  unitOf: string | null = null,
): Promise<string> {
  const id = newId()
  await db.insertInto('organisation').values({ id, name, home, unit_of: unitOf, country: 'UZ' }).execute()
  return id
}

/** An agreement as far as the ledger knows it. */
export async function makeSource(
  db: Db,
  homeId: string,
  more: { familyId?: string; unitId?: string; ownerId?: string; confidential?: boolean; readerIds?: string[] } = {},
): Promise<string> {
  const sourceId = newId()
  const { familyId = sourceId, unitId = null, ownerId = null, confidential = false, readerIds = [] } = more
  await writeSources(db, [{ sourceId, familyId, homeId, unitId, ownerId, confidential, readerIds }])
  return sourceId
}

/** Five places for students per academic year, unless said otherwise. */
export const commitmentInput = (
  agreementId: string,
  promisorId: string,
  beneficiaryId: string,
  more: Partial<CommitmentInput> = {},
): CommitmentInput => ({
  agreementId,
  kind: 'student_mobility',
  promisor: { organisationId: promisorId },
  beneficiary: { organisationId: beneficiaryId },
  unit: 'person',
  quantity: '5',
  comparator: 'at_least',
  period: 'per_academic_year',
  startMonth: 9,
  validFrom: { on: '2022-09-01', precision: 'day' },
  validUntil: { on: '2027-08-31', precision: 'day' },
  carry: 'deficit',
  condition: 'none',
  ...more,
})

/** A student who went, unless said otherwise. */
export const entryInput = (fromId: string, toId: string, more: Partial<EntryInput> = {}): EntryInput => ({
  kind: 'student_mobility',
  unit: 'person',
  quantity: '1',
  from: { organisationId: fromId },
  to: { organisationId: toId },
  startsOn: { on: '2023-10-01', precision: 'day' },
  status: 'confirmed',
  ...more,
})
