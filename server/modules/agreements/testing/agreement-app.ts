// The routes of agreements over a test database, called as any actor; answers pass through validation and serialisation.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { loadConfig } from '#core/config.ts'
import type { BodyOf, ParamsOf, Problem, QueryOf, ResponseOf, RouteContract } from '#core/contract.ts'
import type { Pool } from '#core/database/connect.ts'
import { createFolderStorage } from '#core/files/folder-storage.ts'
import { createHttp } from '#core/http/server.ts'
import type { Actor } from '#core/identity/actor.ts'
import { silentLog } from '#core/log.ts'
import type { ModuleDefinition } from '#core/module.ts'
import type { Services } from '#core/services.ts'
import { actionServices } from '#core/testing.ts'
import { modules } from '#server/modules.ts'
import { agreementsModule } from '../agreements.module.ts'
import { exportRoute, type WriteTable } from '../portfolio.routes.ts'
import { testClock } from './agreement-factory.ts'

/** Stands for the writer of tables: tab-separated lines. */
const writeLines: WriteTable = async function* ({ columns, rows }) {
  yield Buffer.from(`${columns.join('\t')}\n`)
  for await (const row of rows) yield Buffer.from(`${row.join('\t')}\n`)
}

interface Input<C> {
  params?: ParamsOf<C>
  query?: QueryOf<C>
  body?: BodyOf<C>
  language?: string
}

export interface AgreementApp {
  app: FastifyInstance
  services: Services
  send<C extends RouteContract>(actor: Actor | null, contract: C, input?: Input<C>): Promise<LightMyRequestResponse>
  call<C extends RouteContract>(actor: Actor, contract: C, input?: Input<C>): Promise<ResponseOf<C>>
  refused<C extends RouteContract>(actor: Actor | null, contract: C, input?: Input<C>): Promise<Problem>
  upload(actor: Actor, url: string, name: string, content: Buffer | string): Promise<LightMyRequestResponse>
}

const exportModule: ModuleDefinition = { name: 'export', routes: [exportRoute(writeLines)] }

export async function openAgreementApp(db: Pool, more: readonly ModuleDefinition[] = []): Promise<AgreementApp> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concord-agreements-'))
  const config = loadConfig({
    DATA_DIR: dataDir,
    TIME_ZONE: 'UTC',
    PUBLIC_URL: 'http://localhost:3000',
    UPLOAD_LIMIT_MB: '1',
  })
  const services = {
    ...actionServices(db, testClock),
    ...{ config, log: silentLog(), files: createFolderStorage(path.join(dataDir, 'files')) },
  } as unknown as Services
  const app = await createHttp({
    services,
    modules: [...modules.filter(module => module.name === 'ledger'), agreementsModule, exportModule, ...more],
  })
  const actors = new Map<string, Actor>()
  app.addHook('preValidation', async request => {
    const actor = actors.get(String(request.headers['x-test-actor']))
    if (actor) request.actor = actor
  })
  await app.ready()
  after(async () => {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const headersOf = (actor: Actor | null): Record<string, string> => {
    if (actor === null) return { 'x-concord': '1' }
    const key = actor.id ?? actor.name
    actors.set(key, actor)
    return { 'x-concord': '1', 'x-test-actor': key }
  }
  const send: AgreementApp['send'] = (actor, contract, input = {}) =>
    app.inject({
      method: contract.method,
      url: addressOf(contract, input as Input<RouteContract>),
      headers: { ...headersOf(actor), ...(input.language && { 'x-language': input.language }) },
      ...(contract.method !== 'GET' && { payload: (input.body ?? {}) as object }),
    })
  return {
    app,
    services,
    send,
    async call(actor, contract, input) {
      const response = await send(actor, contract, input)
      if (response.statusCode !== 200)
        throw new Error(`${contract.method} ${contract.path}: ${response.statusCode} ${response.body}`)
      return response.json()
    },
    async refused(actor, contract, input) {
      const response = await send(actor, contract, input)
      if (response.statusCode < 400) throw new Error(`${contract.method} ${contract.path} was not refused`)
      return response.json()
    },
    upload: (actor, url, name, content) => app.inject(multipart(url, headersOf(actor), name, content)),
  }
}

function addressOf(contract: RouteContract, input: Input<RouteContract>): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const url = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one))
  return search.size > 0 ? `${url}?${search}` : url
}

function multipart(url: string, headers: Record<string, string>, name: string, content: Buffer | string) {
  const boundary = 'test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    method: 'POST' as const,
    url,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}
