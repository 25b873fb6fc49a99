// HTTP of the clause library.
import { handle, type RequestContext, type RouteRegistration } from '#core/module.ts'
import { ensure, found, presentAbilities } from '#core/policy.ts'
import { fold, nameIn } from '#modules/registry/index.ts'
import { adoptStartSet } from './actions/adopt-start-set.ts'
import { approveItem, restoreItem, retireItem } from './actions/settle-item.ts'
import { changeClause, changeTemplate, createClause, createFromClauses, createTemplate } from './actions/write-item.ts'
import { checkValues } from './check-values.ts'
import type { TemplateContent } from './content.contract.ts'
import { instantiateTemplate } from './instantiate.ts'
import * as contract from './library.contract.ts'
import { canAdopt, canApprove, canReadLibrary, canWrite, canWriteAnywhere } from './library.policy.ts'
import {
  contentsOf,
  countAdopted,
  findClauses,
  findItem,
  type ItemRow,
  listVersions,
  pageOfItems,
  readableHomes,
  templatesWith,
} from './library.store.ts'
import type { ItemKind } from './library.terms.ts'
import { abilitiesFor, presentClause, presentTemplate } from './library.views.ts'
import { variablesIn } from './marked-text.ts'
import { openTemplate } from './open-template.ts'
import { readUpload } from './reading/read-upload.ts'
import { startClauses, startTemplates } from './start-set/start-set.ts'
import { type StoredClause, writtenClause } from './stored-content.ts'
import { previewTemplate } from './template-text.contract.ts'

type Reading = Pick<RequestContext<unknown, unknown, unknown>, 'db' | 'actor' | 't'>

/** The item as it was in a version, with its history. */
async function openItem({ db, actor, t }: Reading, kind: ItemKind, id: string, wanted: number | undefined) {
  const item = found(await findItem(db, actor, kind, id))
  const shown = wanted ?? item.version
  const content = shown === item.version ? item.content : (await contentsOf(db, [{ id, version: shown }])).get(id)
  const row: ItemRow = { ...item, content: found(content) }
  const history = {
    ...{ shown, retiredBecause: item.retired_because, versions: await listVersions(db, id) },
    abilities: abilitiesFor(actor, item, t),
  }
  return { row, history }
}

const pageOf = ({ offset = 0, limit = 50 }: { offset?: number; limit?: number }) => ({ offset, limit })
const wordsIn = (q: string | undefined) => ({ words: fold(q ?? '') })

const reading: RouteRegistration[] = [
  handle(contract.getLibrary, async ({ db, actor, t }) => {
    ensure(canReadLibrary(actor))
    const whole = startClauses.length + startTemplates.length
    const adopted = await countAdopted(db)
    const homes = (await readableHomes(db, actor)).map(home => ({ homeId: home.id, name: nameIn(home, t.language) }))
    const languages = Object.keys(startTemplates[0]!.content.title)
    return {
      places: [{ homeId: null, name: null }, ...homes].map(place => ({
        ...place,
        missing: Math.max(0, whole - (adopted.get(place.homeId) ?? 0)),
        abilities: presentAbilities(
          {
            ...{ write: canWrite(actor, place.homeId), approve: canApprove(actor, place.homeId) },
            adopt: canAdopt(actor, place.homeId),
          },
          t,
        ),
      })),
      startSet: {
        clauses: startClauses.length,
        templates: startTemplates.map(({ content: { title, description, parts } }) => ({
          ...{ title, description, parts: parts.length },
        })),
        languages,
      },
    }
  }),
  handle(contract.listClauses, async ({ db, actor, t, query }) => {
    ensure(canReadLibrary(actor))
    const { state, language, role } = query
    const filter = { kind: 'clause', ...wordsIn(query.q), state, language, role } as const
    const { rows, total } = await pageOfItems(db, actor, filter, t.language, pageOf(query))
    return { items: rows.map(row => presentClause(row, t.language)), total }
  }),
  handle(contract.listTemplates, async ({ db, actor, t, query }) => {
    ensure(canReadLibrary(actor))
    const { state, language, kind } = query
    const filter = { kind: 'template', ...wordsIn(query.q), state, language, agreementKind: kind } as const
    const { rows, total } = await pageOfItems(db, actor, filter, t.language, pageOf(query))
    return { items: rows.map(row => presentTemplate(row, t.language)), total }
  }),
  handle(contract.getClause, async request => {
    const { db, actor, t, params, query } = request
    const { row, history } = await openItem(request, 'clause', params.id, query.version)
    const stored = row.content as StoredClause
    return {
      ...{ ...presentClause(row, t.language), ...history, content: writtenClause(stored) },
      formatted: stored.alternatives.map(({ key, versions }) => ({ key, versions })),
      usedIn: await templatesWith(db, actor, row.id),
    }
  }),
  handle(contract.getTemplate, async request => {
    const { db, actor, t, params, query } = request
    const { row, history } = await openItem(request, 'template', params.id, query.version)
    const content = row.content as TemplateContent
    const clauses = await findClauses(
      db,
      actor,
      content.parts.map(part => part.clauseId),
    )
    return {
      ...{ ...presentTemplate(row, t.language), ...history, content },
      clauses: clauses.map(clause => presentClause(clause, t.language)),
    }
  }),
  handle(previewTemplate, async ({ db, actor, params, body }) => {
    const source = found(await openTemplate(db, actor, params.id, { useLatest: true }))
    checkValues(source, body.values ?? {})
    return instantiateTemplate(source, body.languages, body)
  }),
]

const writing: RouteRegistration[] = [
  handle(contract.createClause, ({ body, run }) => run(createClause, body)),
  handle(contract.changeClause, async ({ params, body, run }) => {
    await run(changeClause, { id: params.id, ...body })
    return {}
  }),
  handle(contract.createTemplate, ({ body, run }) => run(createTemplate, body)),
  handle(contract.changeTemplate, async ({ params, body, run }) => {
    await run(changeTemplate, { id: params.id, ...body })
    return {}
  }),
  handle(contract.createFromClauses, ({ body: { homeId, template, clauses }, run }) => {
    const variables = (one: contract.ReadClause) =>
      variablesIn(
        Object.values(one.versions)
          .flatMap(({ heading, body }) => [heading, body])
          .join('\n'),
      )
    return run(createFromClauses, {
      ...{ homeId, template: template as Omit<TemplateContent, 'parts'> },
      clauses: clauses.map(one => ({ ...one, variables: variables(one) })),
    })
  }),
  handle(contract.approveItem, async ({ params, body, run }) => {
    await run(approveItem, { ...params, version: body.version })
    return {}
  }),
  handle(contract.retireItem, async ({ params, body, run }) => {
    await run(retireItem, { ...params, reason: body.reason })
    return {}
  }),
  handle(contract.restoreItem, async ({ params, run }) => {
    await run(restoreItem, params)
    return {}
  }),
  handle(contract.adoptStartSet, ({ body, run }) => run(adoptStartSet, body)),
  handle(contract.readTemplateFile, async ({ actor, raw, services }) => {
    ensure(canWriteAnywhere(actor))
    return readUpload(raw, services.config.uploadLimitMb)
  }),
]

export const libraryRoutes = [...reading, ...writing]
