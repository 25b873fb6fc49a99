// Imports over HTTP: upload, mapping, partners, rows, write, undo, and the list given back.
import { Readable } from 'node:stream'
import { Refusal, TooLarge } from '#core/errors.ts'
import { cleanFileName, contentDisposition } from '#core/files/file-names.ts'
import { FileTooLarge } from '#core/files/files.ts'
import { handle, handleRaw, type RequestContext, type RouteRegistration } from '#core/module.ts'
import { ensure, found } from '#core/policy.ts'
import { changeMapping, decidePartner, decideRow } from './actions/decide-import.ts'
import { startImport } from './actions/start-import.ts'
import { cancelImport, requestWriting, undoImport } from './actions/step-import.ts'
import * as contract from './import.contract.ts'
import { DiskFull, NothingUploaded, UploadCut } from './import.errors.ts'
import { canImport } from './import.policy.ts'
import { findRun, isStoredFile, listRuns } from './import.store.ts'
import { meaningGroupTerms, meaningTerms } from './import.terms.ts'
import { doubtText, presentPartners, presentRun, summaryOf } from './import.views.ts'
import { listPartners } from './import-partner.store.ts'
import { countDoubts, findRow, listRows } from './import-row.store.ts'
import { presentRows } from './import-row.views.ts'
import { columnMeanings } from './meaning/column-meanings.ts'
import { exportList } from './writing/export-list.ts'

type AnyRequest = Pick<RequestContext<unknown, unknown, unknown>, 'db' | 'actor' | 't' | 'services' | 'run'>

const page = (query: { offset?: number; limit?: number }) => ({ offset: query.offset ?? 0, limit: query.limit ?? 50 })

async function oneRun(request: AnyRequest, id: string) {
  const run = found(await findRun(request.db, request.actor, id))
  return presentRun(request, run, request.services.clock.now())
}

/** The file is kept as it came before anything looks into it; a broken upload keeps nothing. */
async function upload(request: RequestContext<unknown, { homeId: string }, unknown>) {
  const { raw, services, run, query, actor } = request
  ensure(canImport(actor, query.homeId))
  const part = await raw.file().catch(() => undefined)
  if (!part) throw new Refusal(NothingUploaded)
  const limit = services.config.uploadLimitMb * 1024 * 1024
  const fileName = cleanFileName(part.filename || 'list')
  const stored = await services.files.write(part.file, { limit, name: fileName }).catch(error => {
    if (error instanceof FileTooLarge) throw new Refusal(TooLarge, { limit: `${services.config.uploadLimitMb} MB` })
    throw new Refusal(isDiskFull(error) ? DiskFull : UploadCut)
  })
  if (part.file.truncated) {
    // The piece that came in was stored as if it were the whole; what another upload holds stays.
    if (!(await isStoredFile(request.db, stored.hash))) await services.files.remove(stored.hash)
    throw new Refusal(TooLarge, { limit: `${services.config.uploadLimitMb} MB` })
  }
  return run(startImport, {
    homeId: query.homeId,
    fileName,
    sha256: stored.hash,
    bytes: stored.size,
    mediaType: stored.mediaType,
  })
}

const isDiskFull = (error: unknown): boolean => {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT'
}

async function paste(request: RequestContext<unknown, unknown, { homeId: string; text: string }>) {
  const { services, run, body, actor } = request
  ensure(canImport(actor, body.homeId))
  const bytes = Buffer.from(body.text, 'utf8')
  const stored = await services.files.write(Readable.from([bytes]), { name: 'pasted.tsv' }).catch(error => {
    throw isDiskFull(error) ? new Refusal(DiskFull) : error
  })
  return run(startImport, {
    homeId: body.homeId,
    fileName: 'pasted.tsv',
    sha256: stored.hash,
    bytes: stored.size,
    mediaType: 'text/tab-separated-values',
  })
}

async function rowsOf(request: AnyRequest, runId: string, rows: Awaited<ReturnType<typeof listRows>>['items']) {
  const run = found(await findRun(request.db, request.actor, runId))
  const keys = [...new Set(rows.flatMap(row => row.understood.partnerKeys))]
  const partners = await listPartners(request.db, runId, { keys })
  return presentRows(request, run, rows, new Map(partners.items.map(partner => [partner.key, partner])))
}

export const importRoutes: RouteRegistration[] = [
  handle(contract.listImports, async ({ db, actor, t, query }) => {
    const { items, total } = await listRuns(db, actor, page(query))
    return { items: items.map(run => summaryOf(run, t)), total }
  }),
  handle(contract.listMeanings, async ({ t }) => ({
    items: columnMeanings.map(value => ({
      value,
      label: t(meaningTerms[value].label),
      group: t(meaningGroupTerms[meaningTerms[value].group]),
      help: t(meaningTerms[value].help),
    })),
  })),
  handle(contract.uploadImport, async request => oneRun(request, (await upload(request)).id)),
  handle(contract.pasteImport, async request => oneRun(request, (await paste(request)).id)),
  handle(contract.getImport, request => oneRun(request, request.params.id)),
  handle(contract.changeMapping, async request => {
    await request.run(changeMapping, { ...request.body, id: request.params.id })
    return oneRun(request, request.params.id)
  }),
  handle(contract.listRows, async request => {
    const { db, params, query, t } = request
    const { items, total } = await listRows(
      db,
      found(await findRun(db, request.actor, params.id)).id,
      query,
      page(query),
    )
    const doubts = await countDoubts(db, params.id)
    return {
      items: await rowsOf(request, params.id, items),
      total,
      doubts: doubts.map(one => ({ code: one.code, text: doubtText(one.code, one.values, t), rows: one.rows })),
    }
  }),
  handle(contract.decideRow, async request => {
    const { params, body, run, db } = request
    await run(decideRow, { ...body, id: params.id, row: params.row })
    const row = found(await findRow(db, params.id, params.row))
    return (await rowsOf(request, params.id, [row]))[0]!
  }),
  handle(contract.listPartners, async request => {
    const { db, params, query } = request
    found(await findRun(db, request.actor, params.id))
    const { items, total } = await listPartners(db, params.id, query, page(query))
    return { items: await presentPartners(request, items), total }
  }),
  handle(contract.decidePartner, async request => {
    const { db, params, body, run } = request
    await run(decidePartner, { ...body, id: params.id })
    const { items } = await listPartners(db, params.id, { keys: [body.key] })
    const after = found(await findRun(db, request.actor, params.id))
    return { partner: (await presentPartners(request, items))[0]!, totals: after.totals! }
  }),
  handle(contract.writeImport, async request => {
    await request.run(requestWriting, { ...request.body, id: request.params.id })
    return oneRun(request, request.params.id)
  }),
  handle(contract.undoImport, async request => {
    await request.run(undoImport, { ...request.body, id: request.params.id })
    return oneRun(request, request.params.id)
  }),
  handle(contract.cancelImport, async request => {
    await request.run(cancelImport, { ...request.body, id: request.params.id })
    return oneRun(request, request.params.id)
  }),
  handleRaw(contract.exportAgreements, async request => {
    const { query, reply, db, actor, t, today } = request
    const list = await exportList({ db, actor, t, today }, query)
    return reply
      .header('content-type', list.mediaType)
      .header('content-disposition', contentDisposition(list.fileName))
      .send(list.body)
  }),
]
