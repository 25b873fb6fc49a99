// The matrix: every route as everybody against an open, a confidential and a foreign record is what the model of permissions says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from './modules.ts'
import { type Caller, callers, expectedStatus, type Place, places, sees } from './permissions/expected.ts'
import { nowhereId, type Probe, type ProbeIds } from './permissions/probe.ts'
import { contractsOf, probes, routeKey } from './permissions/probes.ts'
import {
  fresh,
  makeCallers,
  makePlaces,
  makePrivate,
  makeRecords,
  markers,
  nameReaders,
  requestOf,
  type Send,
} from './permissions/testing/permission-world.ts'
import { createTestApp } from './test-app.ts'

const contracts = contractsOf(modules)
const app = await createTestApp()
const maker = await app.person('administrator')
const homes = await makePlaces(app)
const tried = await makeCallers(app, homes)
const { sends } = tried
const shared = await makePrivate(await app.person('officer', homes.A))

/** What somebody gets from every list, before the confidential and the foreign records are there and after. */
const listed = contracts.filter(
  contract =>
    contract.method === 'GET' &&
    probes[routeKey(contract)]?.about === undefined &&
    !/^\/api\/(session|operation)/.test(contract.path),
)
const open = await makeRecords(maker, homes, 'open')
const onlookers = ['observer', 'data_entry', 'coordinator', 'analyst', 'named without a role']
/** They see every home, or everything at A, but not what is confided to others. */
const mighty = ['officer', 'signatory', 'administrator']
const lookAround = async (names: readonly string[]) => {
  const seen = new Map<string, string>()
  for (const name of names)
    for (const contract of listed) {
      // Imports know no confidentiality: what was taken over is for those who import there.
      if (mighty.includes(name) && contract.path === '/api/imports') continue
      const probe = probes[routeKey(contract)]
      const call = probe?.call?.(idsOf('open', open), 'open') ?? {}
      const { body, statusCode } = await sendOf(name)(requestOf(contract, call))
      seen.set(`${name}: ${routeKey(contract)}`, `${statusCode} ${body.replace(/"requestId":"[^"]+"/, '')}`)
    }
  return seen
}
const sendOf = (name: string): Send => sends.get(callers.find(caller => caller.name === name)!)!
const idsOf = (place: Place, records: Awaited<ReturnType<typeof makeRecords>>): ProbeIds => ({
  home: records.home,
  otherHome: place === 'foreign' ? homes.A : homes.B,
  partner: homes.partner,
  ...shared,
  visit: tried.visit,
  used: '',
  of: records.of,
  fresh,
})
const before = await lookAround([...onlookers, ...mighty])
const secret = await makeRecords(maker, homes, 'secret', open.of)
const afterSecret = await lookAround(mighty)
const records = {
  open,
  secret,
  foreign: await makeRecords(maker, homes, 'foreign'),
}
await nameReaders(app, maker, records.secret.of.agreement, tried)

test('every route of the app is in the matrix, and the matrix has no other', () => {
  const keys = contracts.map(routeKey)
  const missing = keys.filter(key => !probes[key])
  assert.deepEqual(
    missing,
    [],
    'Say in server/permissions/probes-*.ts who may call these routes, and how they are tried',
  )
  assert.deepEqual(
    Object.keys(probes).filter(key => !keys.includes(key)),
    [],
    'The app has no such routes any more',
  )
})

test('nothing that a list, a count or an export says changes when records come that the reader may not see', async () => {
  const after = new Map([...(await lookAround(onlookers)), ...afterSecret])
  assert.ok(before.size > 100)
  const changed = [...before].filter(([name, answer]) => after.get(name) !== answer).map(([name]) => name)
  assert.deepEqual(changed, [])
})

async function idsFor(probe: Probe, place: Place): Promise<ProbeIds> {
  const ids = idsOf(place, records[place])
  return probe.usesUp ? { ...ids, used: await records[place].make[probe.usesUp]() } : ids
}

const withoutRequest = (body: string) => body.replace(/"requestId":"[^"]+"/, '')
const codeOf = (body: string) => /"code":"([^"]+)"/.exec(body)?.[1] ?? ''
let leaksLookedFor = 0
const tellers = new Set<string>()

/** Words of the records of a place in an answer are only for those who see records there. */
function checkWords(caller: Caller, key: string, body: string): void {
  for (const place of places) {
    if (!body.includes(markers[place])) continue
    tellers.add(key)
    const kinds = place === 'secret' ? (['agreement', 'import'] as const) : (['agreement', 'person', 'import'] as const)
    assert.ok(
      kinds.some(about => sees(caller, about, place)),
      `${key} tells ${caller.name} of ${place}`,
    )
  }
}

async function tryRoute(contract: (typeof contracts)[number], probe: Probe, place: Place): Promise<string[]> {
  const key = routeKey(contract)
  const wrong: string[] = []
  await Promise.all(
    [...sends].map(async ([caller, send]) => {
      const ids = await idsFor(probe, place)
      const call = probe.call?.(ids, place) ?? {}
      const { statusCode, body } = await send(requestOf(contract, call))
      checkWords(caller, key, body)
      const expected = expectedStatus(contract, probe, caller, place)
      if (statusCode !== expected)
        wrong.push(`${key} of ${place}: ${statusCode} instead of ${expected} ${codeOf(body)} by ${caller.name}`)
      const id = probe.usesUp ? ids.used : ids.of[probe.about as 'entry']
      if (!probe.about || probe.about === 'home' || sees(caller, probe.about, place) || !id) return
      if (statusCode === (probe.answers ?? 200)) return
      leaksLookedFor += 1
      const same = JSON.parse(JSON.stringify(call).replaceAll(id, nowhereId))
      const nothing = await send(requestOf(contract, same))
      if (withoutRequest(nothing.body) !== withoutRequest(body))
        wrong.push(`${key} of ${place} by ${caller.name} tells unseen from unknown: ${body} ${nothing.body}`)
    }),
  )
  return wrong
}

/** The callers of one mistake in one line. */
const gathered = (wrong: string[]) =>
  [...Map.groupBy(wrong, line => line.split(' by ')[0]!)].map(
    ([what, lines]) => `${what}: ${lines.map(line => line.split(' by ')[1]).join(', ')}`,
  )

// Every route as everybody: two minutes on two cores.
const itsTime = { timeout: 300_000 }

test(
  'every route answers everybody as the table of permissions says, and tells nothing of what is not seen',
  itsTime,
  async () => {
    const wrong: string[] = []
    // Signing out comes last: nobody is signed in after it.
    const last = 'DELETE /api/session'
    const ordered = contracts.toSorted((a, b) => Number(routeKey(a) === last) - Number(routeKey(b) === last))
    for (const contract of ordered) {
      const probe = probes[routeKey(contract)]
      if (!probe) continue
      for (const place of probe.about ? places : (['open'] as const))
        wrong.push(...(await tryRoute(contract, probe, place)))
    }
    assert.deepEqual(gathered(wrong), [])
    assert.ok(leaksLookedFor > 200, String(leaksLookedFor))
    assert.ok(tellers.size > 20, [...tellers].join())
  },
)
