// Adds an uploaded file to an agreement.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { FileReplaced } from '../agreement.errors.ts'
import { AgreementFileAdded, AgreementFileReplaced, FileUploaded } from '../agreement.events.ts'
import { canEdit } from '../agreement.policy.ts'
import { countFiles } from '../agreement.store.ts'
import type { FilePurpose } from '../agreement.terms.ts'
import { lockAgreement, standingOf } from '../agreement-record.store.ts'
import { findLink, insertFile, insertLink, isReplaced } from '../file.store.ts'
import { lineOrNull } from '../plain-text.ts'
import type { TakenFile } from '../uploads.ts'

/** A file as a record of its own, which something must link to; answers its id. */
export async function keepFile(ctx: ActionContext, taken: TakenFile): Promise<string> {
  const id = newId()
  await insertFile(ctx.db, {
    id,
    sha256: taken.hash,
    name: taken.name,
    mediaType: taken.mediaType,
    bytes: taken.size,
    uploadedBy: ctx.actor.id,
  })
  return id
}

/** A file that belongs to no record yet; answers its id. */
export const uploadFile = defineAction({
  name: 'file.upload',
  async run(ctx, taken: TakenFile): Promise<string> {
    const id = await keepFile(ctx, taken)
    const { name, size: bytes, mediaType } = taken
    ctx.record(FileUploaded, { subjectId: id, data: { name, bytes, mediaType } })
    return id
  },
})

export interface AddFileInput {
  agreementId: string
  taken: TakenFile
  purpose?: FilePurpose
  language?: string
  note?: string
  /** The link whose file this is a newer version of. */
  replaces?: string
}

/** Answers the id of the link. */
export const addFile = defineAction({
  name: 'agreement.add_file',
  async run(ctx, input: AddFileInput): Promise<string> {
    const row = found(await lockAgreement(ctx.db, ctx.actor, input.agreementId))
    ensure(canEdit(ctx.actor, standingOf(row)))
    const previous = input.replaces === undefined ? null : found(await findLink(ctx.db, row.id, input.replaces))
    if (previous && (await isReplaced(ctx.db, previous.id))) throw new Refusal(FileReplaced)
    const fileId = await keepFile(ctx, input.taken)
    const { purpose = (previous?.purpose as FilePurpose | undefined) ?? 'document', note = null } = input
    const { name } = input.taken
    const language = input.language ?? previous?.language ?? null
    const id = await attach(ctx, row, { fileId, name, purpose, language, note }, previous?.id)
    const at = { subjectId: row.id, homeId: row.home_id }
    if (previous) ctx.record(AgreementFileReplaced, { ...at, data: { fileId, name, previous: previous.name, purpose } })
    else ctx.record(AgreementFileAdded, { ...at, data: { fileId, name, purpose } })
    return id
  },
})

export interface KeptFile {
  fileId: string
  name: string
  purpose: FilePurpose
  language: string | null
  note: string | null
}

async function attach(
  ctx: ActionContext,
  row: { id: string },
  file: KeptFile,
  replacesId: string | null = null,
): Promise<string> {
  const id = newId()
  const at = new Date(ctx.now.epochMilliseconds).toISOString()
  const { fileId, purpose, language } = file
  const link = { id, fileId, agreementId: row.id, purpose, language, note: lineOrNull(file.note), replacesId, at }
  await insertLink(ctx.db, link)
  await countFiles(ctx.db, row.id, at)
  return id
}

/** Takes a file that is kept already among the documents of an agreement; the caller records from where it came. */
export async function attachFile(ctx: ActionContext, agreementId: string, file: KeptFile): Promise<void> {
  const row = found(await lockAgreement(ctx.db, ctx.actor, agreementId))
  ensure(canEdit(ctx.actor, standingOf(row)))
  await attach(ctx, row, file)
}
