// Fetching the newest dump: from a local record service, with every way in which that can fail.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { actionServices, createTestDatabase } from '#core/testing.ts'
import { registryCommand } from '../registry-command.ts'
import { countRegistry } from '../registry-run.store.ts'
import { rorRecord } from '../testing/invented-ror.ts'
import { DumpNotFetched, downloadDump, findNewestDump } from './official-dump.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'concord-dump-test-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const dump = zipSync({ 'v9.9-ror-data.json': strToU8(JSON.stringify([rorRecord(1), rorRecord(2)])) })
const md5 = createHash('md5').update(dump).digest('hex')
const record = (address: string, more: object = {}) => ({
  hits: {
    hits: [
      {
        files: [
          { key: 'readme.pdf', links: { self: `${address}/readme` } },
          {
            key: 'v9.9-2026-11-01-ror-data.zip',
            size: dump.length,
            checksum: `md5:${md5}`,
            links: { self: `${address}/dump` },
            ...more,
          },
        ],
      },
    ],
  },
})

async function service(more: object = {}, body: Uint8Array = dump): Promise<string> {
  const address: string = await serve((request, response) => {
    if (request.url === '/records') response.end(JSON.stringify(record(address, more)))
    else if (request.url === '/dump') response.end(body)
    else response.writeHead(404).end()
  })
  return address
}

async function command(args: string[], rorDumpUrl: string) {
  const { db } = await createTestDatabase()
  const code = await registryCommand(args, { ...actionServices(db), config: { rorDumpUrl, dataDir: folder } })
  return { code, organisations: (await countRegistry(db)).organisations }
}

test('the newest dump of a record service is fetched and imported', async () => {
  const address = await service()
  const found = await findNewestDump(`${address}/records`)
  assert.deepEqual(found, {
    name: 'v9.9-2026-11-01-ror-data.zip',
    url: `${address}/dump`,
    size: dump.length,
    checksum: `md5:${md5}`,
  })
  assert.deepEqual(await command(['update'], `${address}/records`), { code: 0, organisations: 2 })
  assert.deepEqual(readdirSync(path.join(folder, 'downloads')), [])
})

test('a direct address of a zip and a file work too', async () => {
  const address = await serve((_request, response) => response.end(dump))
  assert.deepEqual(await command(['update'], `${address}/some/ror-data.zip`), { code: 0, organisations: 2 })
  const file = await downloadDump(await findNewestDump(`${address}/ror-data.zip`), folder)
  assert.deepEqual(new Uint8Array(readFileSync(file)), dump)
  assert.deepEqual(await command(['update'], pathToFileURL(file).href), { code: 0, organisations: 2 })
})

test('a file that arrives damaged or cut off is refused and leaves nothing behind', async () => {
  const before = readdirSync(folder)
  const damaged = dump.map(byte => byte ^ 1)
  for (const body of [damaged, dump.subarray(0, 50)]) {
    const found = await findNewestDump(`${await service({}, body)}/records`)
    await assert.rejects(downloadDump(found, folder), DumpNotFetched)
  }
  assert.deepEqual(readdirSync(folder), before)
})

test('without a network, with errors and with strange answers there is a reason', async () => {
  const gone = await serve((_request, response) => response.writeHead(503).end())
  const page = await serve((_request, response) => response.end('<html>'))
  const empty = await serve((_request, response) => response.end('{"hits":{"hits":[]}}'))
  await assert.rejects(findNewestDump('http://127.0.0.1:9/records'), /cannot be reached/)
  await assert.rejects(findNewestDump(`${gone}/records`), /answered 503/)
  await assert.rejects(findNewestDump(`${page}/records`), /list of files/)
  await assert.rejects(findNewestDump(`${empty}/records`), /offers no dump/)
  assert.deepEqual(await command(['update'], 'http://127.0.0.1:9/records'), { code: 1, organisations: 0 })
})

test('the command says what it cannot do', async () => {
  assert.equal((await command(['import'], '')).code, 2)
  assert.equal((await command(['import', 'x', '--kind', 'list'], '')).code, 2)
  assert.equal((await command(['import', 'x', '--speed'], '')).code, 2)
  assert.equal((await command(['import', path.join(folder, 'missing.zip')], '')).code, 1)
  assert.equal((await command(['dance'], '')).code, 2)
  assert.equal((await command(['state'], '')).code, 0)
})
