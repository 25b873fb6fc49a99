// Fuzzing of the whole API from its contracts: whatever comes, no answer is a fault and every answer keeps its contract.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import addFormatsModule from 'ajv-formats'
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { Problem, type RouteContract } from './core/contract.ts'
import { declaredErrors } from './core/errors.ts'
import { input, type Schema } from './fuzz/schema-arbitrary.ts'
import { modules } from './modules.ts'
import { contractsOf, routeKey } from './permissions/probes.ts'
import { makePlaces, makePrivate, makeRecords, uploadOf } from './permissions/testing/permission-world.ts'
import { createTestApp } from './test-app.ts'

/** A longer or another run: `FUZZ_RUNS=500 FUZZ_SEED=7 node --test server/api-fuzz.test.ts`. */
const runs = Number(process.env.FUZZ_RUNS ?? 8)
const seed = Number(process.env.FUZZ_SEED ?? 20261123)
const only = process.env.FUZZ_ROUTE ?? ''

const app = await createTestApp()
const administrator = await app.person('administrator')
const homes = await makePlaces(app)
const { of } = await makeRecords(administrator, homes, 'open')
const others = await makePrivate(await app.person('officer', homes.A))
const ids = [...Object.values(of), homes.A, homes.B, homes.partner, ...Object.values(others)]

const ajv = new Ajv({ strict: false, allErrors: true })
;(addFormatsModule as unknown as (ajv: Ajv) => void)(ajv)
const isProblem = ajv.compile(Problem)
const statuses = new Map(declaredErrors().map(error => [error.code as string, error.status as number]))

/** Percent encoding that also knows half characters, which a hostile client can send. */
function encoded(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  try {
    return encodeURIComponent(text)
  } catch {
    return `${encodeURIComponent(text.toWellFormed())}%ED%A0%80`
  }
}

interface Given {
  params: unknown
  query: unknown
  body: unknown
  transport: 'json' | 'broken' | 'empty' | 'text' | 'form'
}

const entriesOf = (value: unknown): [string, unknown][] =>
  value !== null && typeof value === 'object' ? Object.entries(value) : []

function addressOf(path: string, { params, query }: Given): string {
  const named = new Map(entriesOf(params))
  const place = path.replace(/:(\w+)/g, (_, name: string) => encoded(named.get(name) ?? 'x').slice(0, 400) || '%20')
  const parts = entriesOf(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map(one => `${encoded(name)}=${encoded(one)}`.slice(0, 4000)),
  )
  return parts.length > 0 ? `${place}?${parts.slice(0, 50).join('&')}` : place
}

function requestOf(contract: RouteContract, given: Given): InjectOptions {
  const { method } = contract
  const url = addressOf(contract.path, given)
  if (method === 'GET') return { method, url }
  const headers = { 'content-type': 'application/json' }
  const text = JSON.stringify(given.body ?? null)
  if (contract.transfer === 'upload' && given.transport !== 'broken')
    return { method: method as 'POST', url, ...uploadOf(text) }
  const payloads = { json: text, broken: text.slice(0, -1) || '{', empty: '', text, form: 'a=1&b[]=2' }
  const types = { text: 'text/plain', form: 'application/x-www-form-urlencoded' } as Record<string, string>
  const type = types[given.transport]
  return {
    method: method as 'POST',
    url,
    headers: type ? { 'content-type': type } : headers,
    payload: payloads[given.transport],
  }
}

const inputOf = (contract: RouteContract): fc.Arbitrary<Given> =>
  fc.record({
    params: input(contract.params as Schema, ids, 8),
    query: input(contract.query as Schema, ids, 6),
    body: input(contract.body as Schema, ids),
    transport: fc.oneof(
      { weight: 20, arbitrary: fc.constant('json' as const) },
      { weight: 1, arbitrary: fc.constantFrom('broken' as const, 'empty' as const, 'text' as const, 'form' as const) },
    ),
  })

const answered = new Map<number, number>()

/** What is wrong with the answer; undefined when all is well. */
async function faultOf(contract: RouteContract, fits: (body: unknown) => string | undefined, given: Given) {
  // Signing out would end the run; a stranger tries it.
  const send = contract.path === '/api/session' ? app.anybody.inject : administrator.inject
  const response = await send(requestOf(contract, given))
  const { statusCode: status, body } = response
  answered.set(status, (answered.get(status) ?? 0) + 1)
  if (status >= 500) return `${status} ${body.slice(0, 200)}`
  if (status < 400) return contract.transfer === 'download' || status === 204 ? undefined : fits(JSON.parse(body))
  const problem = JSON.parse(body)
  if (!isProblem(problem)) return `not a problem answer: ${body.slice(0, 300)}`
  if (statuses.get(problem.code) !== status) return `${status} with the code ${problem.code}`
  if (!String(response.headers['content-type']).startsWith('application/problem+json')) return 'the wrong media type'
  return undefined
}

function checkerOf(contract: RouteContract): (body: unknown) => string | undefined {
  const check = ajv.compile(contract.response as Schema)
  return body => (check(body) ? undefined : `answer out of its contract: ${ajv.errorsText(check.errors).slice(0, 300)}`)
}

async function fuzz(contract: RouteContract): Promise<string | undefined> {
  const fits = checkerOf(contract)
  let last: string | undefined
  const property = fc.asyncProperty(inputOf(contract), async given => {
    const fault = await faultOf(contract, fits, given)
    if (fault) last = `${fault}\n    for ${JSON.stringify(requestOf(contract, given)).slice(0, 600)}`
    return fault === undefined
  })
  const result = await fc.check(property, { seed, numRuns: runs, interruptAfterTimeLimit: 20_000 })
  return result.failed ? `${routeKey(contract)}: ${last}` : undefined
}

test('no input makes a fault, and every answer keeps its contract', async t => {
  const faults: string[] = []
  const contracts = contractsOf(modules).filter(one => one.access !== 'guest' && routeKey(one).includes(only))
  for (const contract of contracts) {
    const fault = await fuzz(contract)
    if (fault) faults.push(fault)
  }
  const counts = [...answered].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
  t.diagnostic(`seed ${seed}, ${runs} runs a route, ${contracts.length} routes; answers ${counts.join(', ')}`)
  assert.equal(faults.join('\n'), '')
  if (only) return
  assert.ok((answered.get(200) ?? 0) > contracts.length, 'too few inputs were right')
  assert.equal((await administrator.inject({ url: '/api/session' })).json().person?.id, administrator.id)
})
