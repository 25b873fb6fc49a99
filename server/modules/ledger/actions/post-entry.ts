// Entries by hand: record, correct, confirm, take back, add evidence. Nothing is overwritten.
import { createHash } from 'node:crypto'
import { type ActionContext, defineAction } from '#core/actions.ts'
import type { PartialDate } from '#core/contract.ts'
import { Refusal } from '#core/errors.ts'
import { reaches, reachOf } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { dateText, findCommitment } from '../commitment.store.ts'
import { findEntry, type StoredEntry } from '../entry.store.ts'
import { copyEvidence, insertEvidence, type NewEvidence } from '../entry-evidence.store.ts'
import type { EntryInput } from '../ledger.contract.ts'
import {
  asRefusal,
  EvidenceMissing,
  OwnerOutside,
  SameParty,
  UnknownCommitment,
  UnknownSource,
} from '../ledger.errors.ts'
import { EvidenceAdded } from '../ledger.events.ts'
import { canConfirmEntry, canCorrectEntry, canPostEntry } from '../ledger.policy.ts'
import { homesAmong } from '../ledger-party.store.ts'
import { findSource } from '../ledger-source.store.ts'
import type { PostingLine } from '../posting.ts'
import { type PostingResult, postLines } from '../posting-lines.ts'
import { toBaseQuantity } from '../quantity.ts'

type Content = Omit<EntryInput, 'requestKey'>
const module = 'ledger'
const lineKey = '1'

const textOf = (date: PartialDate): string => dateText(date.on, date.precision)

function lineOf(input: Content): PostingLine {
  return {
    lineKey,
    kind: input.kind,
    unit: input.unit,
    currency: input.currency ?? null,
    baseQuantity: toBaseQuantity(input.quantity, input.unit),
    from: { organisationId: input.from.organisationId, unitId: input.from.unitId ?? null },
    to: { organisationId: input.to.organisationId, unitId: input.to.unitId ?? null },
    startOn: textOf(input.startsOn),
    endOn: input.endsOn ? textOf(input.endsOn) : null,
    status: input.status,
    field: input.field ?? null,
    agreementId: input.agreementId ?? null,
    commitmentId: input.commitmentId ?? null,
  }
}

/** The home an entry belongs to: that of its agreement or commitment, else the side that is a home of the actor. */
async function homeOf(ctx: ActionContext, input: Content): Promise<{ homeId: string; agreementId: string | null }> {
  let agreementId = input.agreementId ?? null
  if (input.commitmentId) {
    const commitment = await findCommitment(ctx.db, ctx.actor, input.commitmentId)
    if (!commitment) throw new Refusal(UnknownCommitment)
    agreementId ??= commitment.agreementId
  }
  if (agreementId) {
    const source = await findSource(ctx.db, ctx.actor, agreementId)
    if (!source) throw new Refusal(UnknownSource)
    ensure(canPostEntry(ctx.actor, source.homeId, source.unitId))
    return { homeId: source.homeId, agreementId }
  }
  const homes = await homesAmong(ctx.db, [input.from.organisationId, input.to.organisationId])
  const own = homes.find(id => reaches(reachOf(ctx.actor, 'record'), id))
  if (!own) {
    if (homes[0]) ensure(canPostEntry(ctx.actor, homes[0]))
    throw new Refusal(OwnerOutside)
  }
  return { homeId: own, agreementId }
}

async function post(
  ctx: ActionContext,
  activityId: string,
  input: Content,
  reason: string | null,
): Promise<PostingResult> {
  if (input.from.organisationId === input.to.organisationId) throw new Refusal(SameParty)
  const { homeId, agreementId } = await homeOf(ctx, input)
  const activity = { id: activityId, kind: input.kind, title: input.title ?? null, note: input.note ?? null }
  try {
    const lines = [lineOf({ ...input, agreementId })]
    return await postLines(ctx, { module, homeId, postings: [{ activity, lines }], reason })
  } catch (error) {
    return asRefusal(error)
  }
}

/** The same submit twice makes the same activity, so the second posts nothing. */
const activityFor = (ctx: ActionContext, key: string | undefined): string => {
  if (!key) return newId()
  const hex = createHash('sha256').update(`${ctx.actor.id} ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const postEntry = defineAction({
  name: 'post-entry',
  async run(ctx: ActionContext, { requestKey, ...input }: EntryInput): Promise<{ id: string }> {
    const result = await post(ctx, activityFor(ctx, requestKey), input, null)
    return { id: (result.posted[0] ?? result.unchanged[0])!.id }
  },
})

export const correctEntry = defineAction({
  name: 'correct-entry',
  async run(ctx: ActionContext, { id, reason, ...input }: Content & { id: string; reason: string }) {
    const before = found(await findEntry(ctx.db, ctx.actor, id))
    ensure(canCorrectEntry(ctx.actor, decided(before)))
    const result = await post(ctx, before.activityId, input, reason)
    const now = result.posted[0]
    if (now) await copyEvidence(ctx.db, before.id, now.id, true)
    return { id: now?.id ?? before.id }
  },
})

export const confirmEntry = defineAction({
  name: 'confirm-entry',
  async run(ctx: ActionContext, { id }: { id: string }): Promise<{ id: string }> {
    const before = found(await findEntry(ctx.db, ctx.actor, id))
    ensure(canConfirmEntry(ctx.actor, { ...decided(before), status: before.status }))
    const named = before.servedBy === 'activity' ? before.commitmentId : null
    const line: PostingLine = { ...before, status: 'confirmed', commitmentId: named }
    const activity = { id: before.activityId, kind: before.kind, title: before.title, note: before.note }
    const { posted } = await postLines(ctx, { module, homeId: before.homeId, postings: [{ activity, lines: [line] }] })
    await copyEvidence(ctx.db, before.id, posted[0]!.id)
    return { id: posted[0]!.id }
  },
})

export const reverseEntry = defineAction({
  name: 'reverse-entry',
  async run(ctx: ActionContext, input: { id: string; reason: string }) {
    const before = found(await findEntry(ctx.db, ctx.actor, input.id))
    ensure(canCorrectEntry(ctx.actor, decided(before)))
    const activity = { id: before.activityId, kind: before.kind, title: before.title, note: before.note }
    await postLines(ctx, { module, homeId: before.homeId, postings: [{ activity, lines: [] }], reason: input.reason })
    return {}
  },
})

export interface EvidenceInput {
  id: string
  kind: string
  fileId?: string | null | undefined
  url?: string | null | undefined
  note?: string | null | undefined
}

export const addEvidence = defineAction({
  name: 'add-evidence',
  async run(ctx: ActionContext, input: EvidenceInput) {
    const entry = found(await findEntry(ctx.db, ctx.actor, input.id))
    ensure(canPostEntry(ctx.actor, entry.homeId, entry.unitOfSource))
    if (!input.fileId && !input.url && !input.note?.trim()) throw new Refusal(EvidenceMissing)
    const evidence: NewEvidence = {
      id: newId(),
      entryId: entry.id,
      kind: input.kind,
      fileId: input.fileId ?? null,
      url: input.url ?? null,
      note: input.note ?? null,
      addedBy: ctx.actor.id,
    }
    await insertEvidence(ctx.db, [evidence])
    const data = { kind: entry.kind, evidence: input.url ?? input.note ?? input.kind }
    ctx.record(EvidenceAdded, { subjectId: entry.activityId, homeId: entry.homeId, data })
  },
})

const decided = (entry: StoredEntry) => ({
  homeId: entry.homeId,
  unitId: entry.unitOfSource,
  reversed: entry.reversedById !== null || entry.reversesId !== null,
  module: entry.module,
})
