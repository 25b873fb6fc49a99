// The registry as a whole over HTTP: state, imports of official lists, decisions about names.
import { buffer } from 'node:stream/consumers'
import type { MultipartFile } from '@fastify/multipart'
import { Malformed, NotFound, Refusal, TooLarge } from '#core/errors.ts'
import { cleanFileName, contentDisposition } from '#core/files/file-names.ts'
import { handle, handleRaw, type RequestContext, type RouteRegistration } from '#core/module.ts'
import { ensure, found } from '#core/policy.ts'
import { decideNameByHand, takeDecisions, withdrawDecision } from './actions/decide-name.ts'
import { requestRegistryImport } from './actions/start-registry-import.ts'
import { type DecisionRow, findDecision, listDecisions } from './decision.store.ts'
import { csvOf, decisionsAsCsv, type LineProblem, readDecisions } from './decision-file.ts'
import { kindOfFile } from './import/import-file.ts'
import { listHomes, nameIn, organisationsById, refsFor } from './organisation.store.ts'
import * as contract from './registry.contract.ts'
import { FileNotReadable } from './registry.errors.ts'
import { canDecideNames, canReadDecisions } from './registry.policy.ts'
import { doubtReasons } from './registry.terms.ts'
import {
  countRegistry,
  findByRor,
  findLastRun,
  findRun,
  listDoubts,
  listRuns,
  presentRun,
} from './registry-run.store.ts'

type Request = RequestContext<unknown, unknown, unknown>

const shownImports = 50

async function uploaded(request: Pick<Request, 'raw'>): Promise<MultipartFile> {
  const part = request.raw.isMultipart() ? await request.raw.file() : undefined
  if (part === undefined) throw new Refusal(Malformed)
  return part
}

const limitOf = ({ services }: Pick<Request, 'services'>) => ({ limit: `${services.config.uploadLimitMb} MB` })

async function state({ db, actor, t, services }: Pick<Request, 'db' | 'actor' | 't' | 'services'>) {
  const last = await findLastRun(db)
  const homes = await listHomes(db)
  return {
    ...(await countRegistry(db, actor)),
    homes: homes.map(home => ({ id: home.id, name: nameIn(home, t.language), country: home.country })),
    lastImport: last ? presentRun(last, services.clock.now()) : null,
  }
}

async function presentDecisions(
  { db, t }: Pick<Request, 'db' | 't'>,
  rows: readonly DecisionRow[],
): Promise<contract.NameDecision[]> {
  const refs = await refsFor(
    db,
    rows.map(row => row.organisationId),
    t.language,
  )
  return rows.map(({ organisationId, ...row }) => ({
    ...row,
    organisation: organisationId === null ? null : (refs.get(organisationId) ?? null),
  }))
}

const lineProblems: Record<LineProblem | 'unknown', { id: string; message: string }> = {
  no_name: /*i18n*/ { id: 'registry.decision_line.no_name', message: 'The name is empty.' },
  no_country: /*i18n*/ {
    id: 'registry.decision_line.no_country',
    message: 'The country is not a code of two letters, such as KZ.',
  },
  no_organisation: /*i18n*/ {
    id: 'registry.decision_line.no_organisation',
    message: 'It says neither a ROR id nor an organisation of this installation.',
  },
  unknown: /*i18n*/ {
    id: 'registry.decision_line.unknown',
    message: 'This installation does not know the organisation. Import the registry first.',
  },
}
const notDecisions = /*i18n*/ {
  id: 'registry.decision_file.header',
  message: 'the first line must name the columns name, country, ror, organisation_id',
}

async function importDecisions(request: RequestContext<unknown, { homeId: string }, unknown>) {
  const { actor, db, t, query, run } = request
  // Asked before the upload too: nobody else's files are taken in.
  ensure(canDecideNames(actor, query.homeId))
  const part = await uploaded(request)
  const bytes = await buffer(part.file)
  if (part.file.truncated) throw new Refusal(TooLarge, limitOf(request))
  const read = readDecisions(bytes.toString('utf8'))
  if (read === undefined) throw new Refusal(FileNotReadable, { detail: t(notDecisions) })
  const byRor = await findByRor(
    db,
    read.lines.flatMap(line => (line.ror === null ? [] : [line.ror])),
  )
  const byId = await organisationsById(
    db,
    read.lines.flatMap(line => (line.organisationId === null ? [] : [line.organisationId])),
  )
  const skipped = read.problems.map(({ row, problem }) => ({ row, reason: t(lineProblems[problem]) }))
  const decisions = read.lines.flatMap(line => {
    const organisationId = byRor.get(line.ror ?? '')?.id ?? byId.get(line.organisationId ?? '')?.id ?? null
    if (organisationId !== null || line.isNone)
      return [{ written: line.written, country: line.country, organisationId }]
    skipped.push({ row: line.row, reason: t(lineProblems.unknown) })
    return []
  })
  const decided = await run(takeDecisions, { homeId: query.homeId, decisions })
  return { decided, unchanged: decisions.length - decided, skipped: skipped.sort((a, b) => a.row - b.row) }
}

async function exportDecisions({ db, query, actor, reply }: RequestContext<unknown, { homeId: string }, unknown>) {
  if (!canReadDecisions(actor, query.homeId)) throw new Refusal(NotFound)
  const { items } = await listDecisions(db, { homeIds: [query.homeId], limit: 1_000_000 })
  const cards = await organisationsById(
    db,
    items.flatMap(item => item.organisationId ?? []),
  )
  const lines = items.map(item => {
    const card = cards.get(item.organisationId ?? '')
    return { ...item, ror: card?.ror ?? null, name: card?.name ?? null }
  })
  return sendCsv(reply, 'name-decisions.csv', decisionsAsCsv(lines))
}

const sendCsv = (reply: Request['reply'], name: string, text: string) =>
  reply.type('text/csv; charset=utf-8').header('content-disposition', contentDisposition(name)).send(text)

async function startImport(request: RequestContext<unknown, { kind?: 'ror' | 'charter'; create?: boolean }, unknown>) {
  const { db, services, query } = request
  const part = await uploaded(request)
  const stored = await services.files.write(part.file, { name: part.filename })
  if (part.file.truncated) {
    await services.files.remove(stored.hash)
    throw new Refusal(TooLarge, limitOf(request))
  }
  const fileName = cleanFileName(part.filename)
  const id = await request.run(requestRegistryImport, {
    kind: query.kind ?? kindOfFile(fileName),
    fileName,
    sha256: stored.hash,
    storedHash: stored.hash,
    options: { create: query.create ?? false },
  })
  return presentRun((await findRun(db, id))!, services.clock.now())
}

async function downloadDoubtful({ db, params, reply, t }: RequestContext<{ id: string }, unknown, unknown>) {
  found(await findRun(db, params.id))
  const doubts = await listDoubts(db, params.id)
  const header = ['row', 'name', 'country', 'city', 'codes', 'reason', 'candidates']
  const rows = doubts.map(one => [
    one.row,
    one.written,
    one.country,
    one.city,
    one.identifiers.join(' '),
    t(doubtReasons[one.reason]),
    one.candidates.map(candidate => `${candidate.name} (${candidate.score})`).join('; '),
  ])
  return sendCsv(reply, 'doubtful-rows.csv', csvOf(header, rows))
}

export const registryRoutes: RouteRegistration[] = [
  handle(contract.getRegistryState, state),
  handle(contract.listImports, async ({ db, services }) => ({
    items: (await listRuns(db, shownImports)).map(run => presentRun(run, services.clock.now())),
  })),
  handle(contract.getImport, async ({ db, params, services }) =>
    presentRun(found(await findRun(db, params.id)), services.clock.now()),
  ),
  handle(contract.startImport, startImport),
  handleRaw(contract.downloadDoubtful, downloadDoubtful),
  handle(contract.listDecisions, async request => {
    const { actor, query } = request
    const all = actor.reads === 'everywhere' ? ('everywhere' as const) : [...actor.reads]
    const homeIds = query.homeId === undefined ? all : canReadDecisions(actor, query.homeId) ? [query.homeId] : []
    const { items, total } = await listDecisions(request.db, { ...query, homeIds })
    return { items: await presentDecisions(request, items), total }
  }),
  handle(contract.decideName, async request => {
    const input = { ...request.body, country: request.body.country ?? null }
    const id = await request.run(decideNameByHand, input)
    return (await presentDecisions(request, [found(await findDecision(request.db, id))]))[0]!
  }),
  handle(contract.withdrawDecision, async ({ run, params }) => {
    await run(withdrawDecision, params)
    return {}
  }),
  handleRaw(contract.exportDecisions, exportDecisions),
  handle(contract.importDecisions, importDecisions),
]
