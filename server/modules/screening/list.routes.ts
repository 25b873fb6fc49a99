// Lists, settings and the questionnaire over HTTP.
import type { MultipartFile } from '@fastify/multipart'
import { Malformed, Refusal, TooLarge } from '#core/errors.ts'
import { cleanFileName } from '#core/files/file-names.ts'
import type { Translator } from '#core/i18n.ts'
import { handle, type RequestContext, type RouteRegistration } from '#core/module.ts'
import { found, presentAbilities } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'
import { addList, changeList, removeList, requestVersion } from './actions/write-list.ts'
import { changeSettings, writeQuestionnaire } from './actions/write-settings.ts'
import * as contract from './list.contract.ts'
import { findList, findVersion, type ListRow, listLists, listVersions, type VersionRow } from './list.store.ts'
import { type ListFormat, listProblemTerms, mappedFormats, unreadableTerms, type VersionState } from './list.terms.ts'
import * as questionnaire from './questionnaire.contract.ts'
import type { Questionnaire } from './questions/questionnaire.ts'
import { readQuestionnaire } from './questions/read-questionnaire.ts'
import { canAdminister } from './screening.policy.ts'
import { readScreeningSettings } from './screening-settings.ts'

function sentenceOf(error: string | null, t: Translator): string | null {
  if (error === null) return null
  const { code, detail } = JSON.parse(error) as { code: keyof typeof unreadableTerms; detail: string }
  return t(unreadableTerms[code] as Term, { detail })
}

export function presentVersion(row: VersionRow, t: Translator): contract.ListVersionView {
  const problems = row.problems as { place: string; problem: keyof typeof listProblemTerms }[]
  return {
    ...{ id: row.id, number: row.number, fileName: row.file_name, sha256: row.sha256, publishedOn: row.published_on },
    ...{
      state: row.state as VersionState,
      entries: row.entries,
      added: row.added,
      changed: row.changed,
      gone: row.gone,
    },
    notUnderstood: row.not_understood,
    problems: problems.map(({ place, problem }) => ({ place, problem: t(listProblemTerms[problem]) })),
    ...{
      error: sentenceOf(row.error, t),
      loadedBy: row.loader,
      requestedAt: row.requested_at,
      loadedAt: row.loaded_at,
    },
  }
}

const presentList = (row: ListRow, versions: readonly VersionRow[], t: Translator): contract.ListView => ({
  ...{ id: row.id, name: row.name, publisher: row.publisher, format: row.format as ListFormat, active: row.active },
  mapping: mappedFormats.has(row.format as ListFormat) ? (row.mapping as never) : null,
  version: row.version,
  versions: versions.filter(version => version.list_id === row.id).map(version => presentVersion(version, t)),
})

type Request = Pick<RequestContext<unknown, unknown, unknown>, 'db' | 't'>

async function oneList({ db, t }: Request, id: string): Promise<contract.ListView> {
  return presentList(found(await findList(db, id)), await listVersions(db, [id]), t)
}

async function uploaded({ raw }: Pick<RequestContext<unknown, unknown, unknown>, 'raw'>): Promise<MultipartFile> {
  const part = raw.isMultipart() ? await raw.file() : undefined
  if (part === undefined) throw new Refusal(Malformed)
  return part
}

async function load(request: RequestContext<{ id: string }, unknown, unknown>) {
  const { db, t, params, services } = request
  found(await findList(db, params.id))
  const part = await uploaded(request)
  const stored = await services.files.write(part.file, { name: part.filename })
  if (part.file.truncated) {
    await services.files.remove(stored.hash)
    throw new Refusal(TooLarge, { limit: `${services.config.uploadLimitMb} MB` })
  }
  const fileName = cleanFileName(part.filename)
  const { id } = await request.run(requestVersion, { listId: params.id, fileName, sha256: stored.hash })
  return presentVersion(found(await findVersion(db, id)), t)
}

export const listRoutes: RouteRegistration[] = [
  handle(contract.listScreeningLists, async ({ db, t, actor }) => {
    const lists = await listLists(db)
    const versions = await listVersions(
      db,
      lists.map(list => list.id),
    )
    return {
      items: lists.map(list => presentList(list, versions, t)),
      abilities: presentAbilities({ administer: canAdminister(actor) }, t),
    }
  }),
  handle(contract.addScreeningList, async request => {
    const { id } = await request.run(addList, request.body)
    return oneList(request, id)
  }),
  handle(contract.changeScreeningList, async request => {
    await request.run(changeList, { id: request.params.id, ...request.body })
    return oneList(request, request.params.id)
  }),
  handle(contract.removeScreeningList, async ({ run, params }) => {
    await run(removeList, params)
    return {}
  }),
  handle(contract.loadScreeningList, load),
  handle(contract.getScreeningSettings, async ({ db }) => readScreeningSettings(db)),
  handle(contract.changeScreeningSettings, async ({ run, body, db }) => {
    await run(changeSettings, body)
    return readScreeningSettings(db)
  }),
  handle(questionnaire.getQuestionnaire, async ({ db }) => (await readQuestionnaire(db)) as never),
  handle(questionnaire.changeQuestionnaire, async ({ run, body, db }) => {
    await run(writeQuestionnaire, { number: body.number, content: body.content as Questionnaire })
    return (await readQuestionnaire(db)) as never
  }),
]
