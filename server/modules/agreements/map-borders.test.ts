// Tests of the operator's own borders: served when they can be drawn, told in the log and left aside when not.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { createLog } from '#core/log.ts'
import { createTestDatabase } from '#core/testing.ts'
import { faultOfBorders, readOwnBorders } from './map-borders.ts'
import * as contract from './portfolio.contract.ts'
import { openAgreementApp } from './testing/agreement-app.ts'
import { makeWorld } from './testing/agreement-factory.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'concord-borders-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const shape = { type: 'Polygon', id: '364', arcs: [[0]] }
const topology = {
  type: 'Topology',
  arcs: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
  objects: { countries: { type: 'GeometryCollection', geometries: [shape] } },
}

function openLog() {
  const lines: { level: string; msg: string; file: string }[] = []
  const log = createLog({ format: 'json', destination: { write: line => lines.push(JSON.parse(line)) } })
  return { log, said: () => lines.splice(0).map(line => `${line.level}: ${line.msg}`) }
}

test('files that cannot be drawn are recognised', () => {
  assert.equal(faultOfBorders(JSON.stringify(topology)), undefined)
  assert.equal(faultOfBorders('{'), 'it is not JSON')
  assert.equal(faultOfBorders('null'), 'it is not a TopoJSON topology')
  assert.equal(faultOfBorders('{"type":"FeatureCollection","features":[]}'), 'it is not a TopoJSON topology')
  assert.equal(faultOfBorders(JSON.stringify({ ...topology, objects: {} })), 'it has no collection of countries')
})

test('the log says once what is wrong with the file of the setting, and when it is right again', async () => {
  const { log, said } = openLog()
  const places = { bordersFile: path.join(folder, 'given.json'), dataDir: folder }
  const read = async () => (await readOwnBorders(places, log)) !== null
  assert.equal(await read(), false)
  assert.equal(await read(), false)
  const told = 'the file of borders cannot be used'
  assert.deepEqual(said(), [`error: ${told}: it is missing; maps show the built-in borders`])
  writeFileSync(places.bordersFile, 'no borders')
  assert.equal(await read(), false)
  assert.deepEqual(said(), [`error: ${told}: it is not JSON; maps show the built-in borders`])
  writeFileSync(places.bordersFile, JSON.stringify(topology))
  assert.equal(await read(), true)
  assert.equal(await read(), true)
  assert.deepEqual(said(), ['info: maps are drawn with the borders of this file'])
})

test('the route gives the borders in the data folder, and nothing while there are none', async () => {
  const { db } = await createTestDatabase()
  const { officer } = await makeWorld(db)
  const app = await openAgreementApp(db)
  assert.equal((await app.send(null, contract.getMapBorders)).statusCode, 401)
  assert.equal((await app.send(officer, contract.getMapBorders)).statusCode, 204)
  writeFileSync(path.join(app.services.config.dataDir, 'borders.json'), JSON.stringify(topology))
  const answer = await app.send(officer, contract.getMapBorders)
  assert.deepEqual([answer.statusCode, answer.json()], [200, topology])
})
