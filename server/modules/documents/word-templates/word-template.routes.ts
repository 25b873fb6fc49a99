// HTTP of Word templates.
import type { FastifyRequest } from 'fastify'
import { Refusal, TooLarge } from '#core/errors.ts'
import { cleanFileName, contentDisposition } from '#core/files/file-names.ts'
import { reaches } from '#core/identity/actor.ts'
import { handle, handleRaw, type RequestContext } from '#core/module.ts'
import { ensure, found, presentAbilities } from '#core/policy.ts'
import { listHomes, nameIn } from '#modules/registry/index.ts'
import { NoFileGiven } from '../issuing/verification.errors.ts'
import { canReadLibrary, canWrite } from '../library/library.policy.ts'
import { sampleDocument } from './sample-text.ts'
import { acceptTemplate, fillWordTemplate } from './use-template.ts'
import * as actions from './word-template.actions.ts'
import * as contract from './word-template.contract.ts'
import { findTemplateRow, listTemplateRows, type WordTemplateRow } from './word-template.store.ts'

const mostBytes = 10 * 1024 * 1024
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The file is stored only after it was found to be good. */
async function readTemplate(raw: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const part = raw.isMultipart() ? await raw.file({ limits: { fileSize: mostBytes } }) : undefined
  if (!part) throw new Refusal(NoFileGiven)
  const pieces: Buffer[] = []
  for await (const piece of part.file) pieces.push(piece as Buffer)
  if (part.file.truncated) throw new Refusal(TooLarge, { limit: `${mostBytes / 1024 / 1024} MB` })
  if (pieces.length === 0) throw new Refusal(NoFileGiven)
  return { name: cleanFileName(part.filename ?? ''), bytes: Buffer.concat(pieces) }
}

type OneRequest = RequestContext<{ id: string }, unknown, unknown>

async function visible({ db, actor, params }: OneRequest): Promise<WordTemplateRow> {
  const row = await findTemplateRow(db, params.id)
  return found(row && reaches(actor.reads, row.home_id) ? row : undefined)
}

function sendWord({ reply }: OneRequest, name: string, content: Buffer) {
  return reply
    .header('content-type', word)
    .header('content-disposition', contentDisposition(name, 'attachment'))
    .header('x-content-type-options', 'nosniff')
    .send(content)
}

export const wordTemplateRoutes = [
  handle(contract.listWordTemplates, async ({ db, actor, t }) => {
    ensure(canReadLibrary(actor))
    const homes = (await listHomes(db)).filter(home => reaches(actor.reads, home.id))
    const names = new Map(homes.map(home => [home.id, nameIn(home, t.language)]))
    const rows = await listTemplateRows(db, [...names.keys()])
    return {
      homes: homes.filter(home => canWrite(actor, home.id).allowed).map(({ id }) => ({ id, name: names.get(id)! })),
      items: rows.map(row => ({
        ...{ id: row.id, homeId: row.home_id, homeName: names.get(row.home_id)!, name: row.name, tags: row.tags },
        ...{ bytes: row.bytes, addedBy: row.added_by_name, addedAt: row.added_at },
        abilities: presentAbilities({ remove: canWrite(actor, row.home_id) }, t),
      })),
    }
  }),
  handle(contract.addWordTemplate, async ({ db, actor, query, raw, services, run }) => {
    // Asked before the upload too: whoever may not add one shall not have it read.
    found((await listHomes(db)).find(home => home.id === query.homeId))
    ensure(canWrite(actor, query.homeId))
    const { name, bytes } = await readTemplate(raw)
    const tags = await acceptTemplate(bytes)
    const stored = await services.files.write(
      (async function* () {
        yield bytes
      })(),
      { name },
    )
    const input = { homeId: query.homeId, name, tags, sha256: stored.hash, bytes: stored.size, mediaType: word }
    return { id: await run(actions.addWordTemplate, input) }
  }),
  handleRaw(contract.downloadWordTemplate, async request => {
    const row = await visible(request)
    const pieces = await Array.fromAsync(await request.services.files.read(row.sha256))
    return sendWord(request, row.name, Buffer.concat(pieces))
  }),
  handleRaw(contract.downloadFilledSample, async request => {
    const row = await visible(request)
    const { services, t } = request
    const at = new Date(services.clock.now().epochMilliseconds).toISOString()
    const filled = await fillWordTemplate(services, row.sha256, sampleDocument(t.language, at))
    return sendWord(request, row.name, Buffer.from(filled))
  }),
  handle(contract.removeWordTemplate, async request => {
    const row = await visible(request)
    await request.run(actions.removeWordTemplate, row.id)
    return {}
  }),
]
