// HTTP of files and saved views.
import { contentDisposition } from '#core/files/file-names.ts'
import { handle, handleRaw } from '#core/module.ts'
import { ensure, found } from '#core/policy.ts'
import { addFile, uploadFile } from './actions/add-file.ts'
import { removeFile } from './actions/remove-file.ts'
import { deleteView, saveView } from './actions/save-view.ts'
import * as contract from './agreement.contract.ts'
import { canEdit, canUpload } from './agreement.policy.ts'
import { presentFile } from './agreement.presenter.ts'
import { findRecord, standingOf } from './agreement-record.store.ts'
import { findDownloadable } from './file.store.ts'
import { listViews, type StoredView } from './saved-view.store.ts'
import { takeUpload } from './uploads.ts'

/** Shown in the page itself only where it cannot run anything. */
const harmless = /^(application\/pdf|image\/(png|jpeg|gif|webp)|text\/plain)$/

const presentView = (view: StoredView, userId: string | null) => {
  const { id, page, name, query, shared } = view
  return { id, page, name, query, shared, mine: view.userId === userId }
}

const download = handleRaw(contract.downloadFile, async ({ db, actor, params, query, services, reply }) => {
  const file = found(await findDownloadable(db, actor, params.id))
  const inline = query.inline === true && harmless.test(file.mediaType)
  return reply
    .header('content-type', file.mediaType)
    .header('content-length', file.bytes)
    .header('content-disposition', contentDisposition(file.name, inline ? 'inline' : 'attachment'))
    .header('x-content-type-options', 'nosniff')
    .send(await services.files.read(file.sha256))
})

const add = handle(contract.addAgreementFile, async ({ db, actor, params, query, raw, services, run }) => {
  // Asked before the upload too: whoever may not add files shall not fill the disk.
  ensure(canEdit(actor, standingOf(found(await findRecord(db, actor, params.id)))))
  const taken = await takeUpload(raw, services)
  const linkId = await run(addFile, { agreementId: params.id, taken, ...query })
  const { files } = found(await findRecord(db, actor, params.id))
  return presentFile(files.find(file => file.id === linkId)!)
})

export const fileRoutes = [
  add,
  handle(contract.removeAgreementFile, async ({ params, query, run }) => {
    await run(removeFile, { agreementId: params.id, linkId: params.fileId, reason: query.reason })
    return {}
  }),
  handle(contract.uploadFile, async ({ actor, raw, services, run }) => {
    ensure(canUpload(actor))
    const taken = await takeUpload(raw, services)
    const id = await run(uploadFile, taken)
    return { id, name: taken.name, mediaType: taken.mediaType, bytes: taken.size }
  }),
  download,
  handle(contract.listSavedViews, async ({ db, actor, query }) => ({
    items: (await listViews(db, actor.id!, query.page ?? null)).map(view => presentView(view, actor.id)),
  })),
  handle(contract.createSavedView, async ({ actor, body, run }) => presentView(await run(saveView, body), actor.id)),
  handle(contract.updateSavedView, async ({ actor, body, params, run }) =>
    presentView(await run(saveView, { ...body, id: params.id }), actor.id),
  ),
  handle(contract.deleteSavedView, async ({ params, run }) => {
    await run(deleteView, { id: params.id })
    return {}
  }),
]
