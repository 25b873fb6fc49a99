// Opens the draft of an agreement for somebody: what they may do with it, and the draft where there is one.

import type { Db } from '#core/database/connect.ts'
import { Refusal } from '#core/errors.ts'
import { type Actor, systemActor } from '#core/identity/actor.ts'
import { found } from '#core/policy.ts'
import { findRecord, type RecordAccess } from '#core/records.ts'
import type { Term } from '#core/terms.ts'
import { findAgreement } from '#modules/agreements/index.ts'
import type { DraftRight } from './draft.contract.ts'
import { DraftMissing } from './draft.errors.ts'
import { type DraftStanding, draftRight, openStates } from './draft.policy.ts'
import { findDraft, type StoredDraft } from './draft.store.ts'

export interface OpenAgreement {
  record: RecordAccess
  isOpen: boolean
}

/** The agreement of a draft as `reader` sees it. */
export async function findOpenAgreement(db: Db, reader: Actor, id: string): Promise<OpenAgreement | undefined> {
  const record = await findRecord(db, reader, { subject: 'agreement', id })
  const row = record && (await findAgreement(db, reader, id))
  return row && { record, isOpen: openStates.has(row.state) }
}

export const standingFor = ({ record, isOpen }: OpenAgreement, actor: Actor): DraftStanding => {
  const { read, write } = record.decide(actor)
  const { homeId, unitId, ownerId } = record
  return { homeId: homeId!, unitId, ownerId, isOpen, reads: read, writes: write }
}

export interface OpenDraft {
  record: RecordAccess
  standing: DraftStanding
  right: DraftRight
  reason: Term | null
  draft: StoredDraft | undefined
}

/** @throws Refusal 404 when the actor may not see the agreement. */
export async function openDraft(db: Db, actor: Actor, agreementId: string): Promise<OpenDraft> {
  const open = found(await findOpenAgreement(db, actor, agreementId))
  const standing = standingFor(open, actor)
  const given = found(draftRight(actor, standing))
  return { record: open.record, standing, ...given, draft: await findDraft(db, agreementId) }
}

/** @throws Refusal 404, and 409 when nobody has begun the draft. */
export async function openBegunDraft(db: Db, actor: Actor, agreementId: string) {
  const open = await openDraft(db, actor, agreementId)
  if (!open.draft) throw new Refusal(DraftMissing)
  return { ...open, draft: open.draft }
}

/** As the installation sees it: for connections whose people are asked anew every few seconds. */
export const openForAll = (db: Db, agreementId: string) => findOpenAgreement(db, systemActor(), agreementId)
