// Issues a document: rendered in its final form with a code, sealed by the organisation, kept, and found again by code or file.
import type { ActionContext } from '#core/actions.ts'
import type { Db } from '#core/database/connect.ts'
import { newId } from '#core/ids.ts'
import type { Services } from '#core/services.ts'
import type { RenderRequest } from '../rendering/document-frame.ts'
import { renderPdf } from '../rendering/render.ts'
import { organisationSealer, sealFor } from '../sealing/organisation-sealer.ts'
import { textHash } from '../text/text-hash.ts'
import { newDocumentCode } from './document-code.ts'
import { DocumentIssued } from './issued-document.events.ts'
import { insertIssuedDocument, type NewIssuedDocument, type SealKept } from './issued-document.store.ts'

/** A finished file that no record knows of yet. */
export interface PreparedDocument {
  code: string
  homeId: string
  request: RenderRequest
  textHash: string
  fileHash: string
  bytes: number
  pages: number
  seals: SealKept[]
}

export interface ToPrepare {
  /** The organisation that seals. */
  homeId: string
  /** As its seal names it. */
  sealedBy: string
  /** State and verification of the frame are set here. */
  request: RenderRequest
}

/**
 * Renders, seals and stores the file, before the transaction that issues it: this takes a second, and nothing of it shows
 * until then. @throws Refusal: no certificate, out of its time, a sign without a glyph
 */
export async function prepareDocument(
  { config, files, clock }: Pick<Services, 'config' | 'files' | 'clock'>,
  db: Db,
  { homeId, sealedBy, request }: ToPrepare,
): Promise<PreparedDocument> {
  const by = await organisationSealer(db, config, homeId)
  const code = newDocumentCode()
  const verification = { address: `${config.publicUrl}/verify?code=${code}`, code }
  const final: RenderRequest = { ...request, frame: { ...request.frame, state: 'final', verification } }
  const { bytes, pages } = await renderPdf(final)
  const at = new Date(clock.now().epochMilliseconds).toISOString()
  const sealed = await sealFor(bytes, by, { at, name: sealedBy })
  const stored = await files.write(
    (async function* () {
      yield sealed
    })(),
    { name: `${code}.pdf` },
  )
  return {
    ...{ code, homeId, request: final, textHash: textHash(request.text), fileHash: stored.hash },
    ...{ bytes: stored.size, pages, seals: [{ fingerprint: by.fingerprint, name: by.name, at }] },
  }
}

/** Issues a prepared document for a record, in the transaction of the action that decided so; answers its id. */
export async function issueDocument(
  ctx: ActionContext,
  record: { subject: string; id: string },
  prepared: PreparedDocument,
): Promise<string> {
  const { code, homeId, request, ...file } = prepared
  const { number, version } = request.frame
  const id = newId()
  const row: NewIssuedDocument = {
    ...{ id, code, homeId, subject: record.subject, recordId: record.id, number, version, ...file },
    ...{ title: request.text.title, fileName: `${number ?? code}.pdf`, issuedBy: ctx.actor.id },
    issuedAt: new Date(ctx.now.epochMilliseconds).toISOString(),
  }
  await insertIssuedDocument(ctx.db, row)
  ctx.record(DocumentIssued, {
    ...{ subjectId: record.id, subjectType: record.subject, homeId },
    data: { documentId: id, code, version: version ?? '', textHash: prepared.textHash },
  })
  return id
}
