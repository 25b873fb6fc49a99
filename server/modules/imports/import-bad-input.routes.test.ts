// What bad files get, sent as a person sends them: a sentence that names the place and the remedy; the rest goes on.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { createFolderStorage } from '#core/files/folder-storage.ts'
import { getAgreement } from '#modules/agreements/agreement.contract.ts'
import { columnLetters } from './reading/reading-budget.ts'
import { buildWorkbook } from './reading/testing/workbook-fixture.ts'
import { multipart, openImportDesk } from './testing/import-desk.ts'

const desk = await openImportDesk()
const { app, services, db, officer, home, upload, rowsOf, send } = desk
const countRuns = async () => (await db.selectFrom('import_run').select('id').execute()).length
const head = ['Partner', 'Country', 'Type', 'Signed', 'Expires', 'Remarks']
const good = ['Volga Institute of Physics', 'Russia', 'MoU', '2019-05-13', '2029-05-12', '']
const csv = (...rows: string[][]) =>
  Buffer.from([head, ...rows].map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'))

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(`${stream}\u0000`, 'utf16le'),
  ])

test('files that are no list are refused in a sentence', async t => {
  const bomb = buildWorkbook({ sheets: [{ name: 'List', xml: `<sheetData>${' '.repeat(60_000_000)}</sheetData>` }] })
  const many = Buffer.from(
    `${head.join(',')}\n${'Volga Institute of Physics,Russia,MoU,2019,2029,x\n'.repeat(300_000)}`,
  )
  for (const [name, bytes, sentence] of [
    ['empty.xlsx', Buffer.alloc(0), /empty/],
    ['picture.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /a picture.*Excel workbook/],
    ['secret.xlsx', ole('EncryptedPackage'), /password/],
    ['old.xls', ole('Workbook'), /\.xlsx/],
    ['bomb.xlsx', bomb, /unpack|compress/i],
    ['many.csv', many, /^many: there are more than 100,000 filled rows\. Split the list/],
  ] as const)
    await t.test(name, async () => {
      const run = await upload(name, bytes)
      assert.equal(run.state, 'failed')
      assert.match(run.failure!, sentence)
      assert.deepEqual(await rowsOf(run), [])
    })
})

test('a workbook with macros, links and errors is read; what is doubtful names row and column', async () => {
  const cell = (at: string, xml: string) => `<c r="${at}" ${xml}</c>`
  const text = (at: string, value: string) => cell(at, `t="inlineStr"><is><t>${value}</t></is>`)
  const header = head.map((name, at) => text(`${'ABCDEF'[at]}1`, name)).join('')
  const link = cell(
    'A2',
    't="str"><f>HYPERLINK("https://volga.example","Volga Institute of Physics")</f><v>Volga Institute of Physics</v>',
  )
  const rows = `<row r="1">${header}</row>
    <row r="2">${link}${text('B2', 'Russia')}${text('C2', 'MoU')}${cell('D2', 't="e"><v>#N/A</v>')}${text('E2', '2029')}</row>
    <row r="3">${cell('A3', 't="e"><v>#REF!</v>')}${text('B3', 'Chile')}${text('C3', 'MoU')}${text('D3', '2019')}</row>`
  const book = buildWorkbook({
    sheets: [{ name: 'List', xml: `<sheetData>${rows}</sheetData>` }],
    parts: { 'xl/vbaProject.bin': 'never run' },
  })
  const run = await upload('macros.xlsm', book)
  assert.deepEqual([run.state, run.failure], ['planned', null])
  assert.equal(
    run.notices.some(notice => notice.code === 'macros_ignored'),
    true,
  )
  const [linked, broken] = await rowsOf(run)
  assert.deepEqual(
    linked!.partners.map(one => [one.input, one.organisationId]),
    [['Volga Institute of Physics', desk.volga]],
  )
  assert.deepEqual(
    linked!.doubts.map(one => [one.row, one.columnName, one.text]),
    [[2, 'Signed', 'The cell holds the spreadsheet error #N/A. Type the value, or leave it empty.']],
  )
  assert.equal(broken!.status, 'error')
})

test('5,000 columns: the first are read, what was left is said', async () => {
  const wide = [...head, ...Array.from({ length: 4994 }, (_, at) => `Remark ${columnLetters(at)}`)].join(',')
  const run = await upload('wide.csv', Buffer.from(`${wide}\n${good.join(',')}${',7'.repeat(4994)}\n`))
  assert.equal(run.state, 'planned')
  assert.equal(run.columns.length, 2000)
  assert.match(run.notices.find(one => one.code === 'columns_cut')!.text, /2,000/)
  assert.deepEqual((await rowsOf(run))[0]!.doubts, [])
})

test('control characters, mixed encodings, directions and HTML neither break nor vanish', async () => {
  const utf8 = csv(
    ['Volga\u0000 Institute of Physics', 'Russia', 'MoU', '2019-05-13', '2029', 'bell \u0007 here'],
    ['\u202eAndes\u202c <script>alert(1)</script> <b>College</b>', 'Chile', 'MoU', '2019-05-14', '2029', 'ok'],
  )
  const russian = Buffer.from([0x22, 0xc8, 0xed, 0xf1, 0xf2, 0xe8, 0xf2, 0xf3, 0xf2, 0x22])
  const mixed = Buffer.concat([utf8, Buffer.from('\n'), russian, Buffer.from(',Russia,MoU,2019-05-15,2029,')])
  const run = await upload('mixed.csv', mixed)
  assert.equal(run.state, 'planned')
  assert.match(run.notices.find(one => one.code === 'mixed_encodings')!.text, /windows-1251/i)
  const rows = await rowsOf(run)
  assert.deepEqual(
    rows.map(row => row.partners[0]!.input),
    ['Volga Institute of Physics', '\u202eAndes\u202c <script>alert(1)</script> <b>College</b>', 'Институт'],
  )
  assert.equal((await desk.write(run)).state, 'written')
  const [, odd] = await rowsOf(run)
  const agreement = await officer.call(getAgreement, { params: { id: odd!.agreementId! } })
  assert.doesNotMatch(agreement.title.en!, /[\u0000-\u001f\u202a-\u202e]/)
  assert.equal(agreement.original!.cells[0]!.value, '\u202eAndes\u202c <script>alert(1)</script> <b>College</b>')
})

test('days that cannot be are errors or questions of their row alone', async () => {
  const dated = (signed: string, expires: string) => [
    'Volga Institute of Physics',
    'Russia',
    'MoU',
    signed,
    expires,
    '',
  ]
  const run = await upload(
    'dates.csv',
    csv(dated('31.02.2020', '2025'), dated('0000', '2025'), dated('2019', '2'), dated('2019', '31.12.9999'), good),
  )
  const rows = await rowsOf(run)
  assert.deepEqual(
    rows.map(row => [
      row.status,
      row.doubts.find(one => one.columnName)?.columnName ?? null,
      row.doubts[0]?.code ?? null,
    ]),
    [
      ['error', 'Signed', 'date_impossible'],
      ['error', 'Signed', 'date_out_of_range'],
      ['error', 'Expires', 'date_out_of_range'],
      ['doubtful', 'Expires', 'date_far_end'],
      ['ready', null, null],
    ],
  )
  assert.match(rows[0]!.doubts[0]!.text, /There is no such day as 31\.02\.2020\. Type the right date/)
})

test('an upload that breaks off, or is larger than is taken, leaves nothing', async t => {
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = new URL(address)
  const incoming = path.join(services.config.dataDir, 'files', 'incoming')
  const left = () => readdirSync(incoming, { recursive: true })
  const kept = () => Array.fromAsync(services.files.list())
  const before = [await countRuns(), await kept()]
  const { type, head: start, end } = multipart('list.csv')
  const { cookie } = (await officer.inject({ url: '/api/imports' })).raw.req.headers
  const headers = { 'x-concord': '1', cookie: String(cookie), 'content-type': type }
  await t.test('200 MB', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request({ port, method: 'POST', path: `/api/imports?homeId=${home}`, headers }, answer => {
        resolve(answer.statusCode!)
        sent.destroy()
      })
      sent.on('error', error =>
        ['ECONNRESET', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '') ? undefined : reject(error),
      )
      const chunk = Buffer.alloc(1024 * 1024, 'a,b\n')
      sent.write(start)
      let megabytes = 0
      const more = () => {
        while (megabytes < 200 && !sent.destroyed) {
          megabytes += 1
          if (!sent.write(chunk)) return void sent.once('drain', more)
        }
        sent.end(end)
      }
      more()
    })
    assert.equal(status, 413)
  })
  await t.test('said to be 200 MB, and refused before it is sent', async () => {
    const length = { 'content-length': String(200 * 1024 * 1024) }
    const { status, connection } = await new Promise<{ status: number; connection: string }>((resolve, reject) => {
      const sent = request(
        { port, method: 'POST', path: `/api/imports?homeId=${home}`, headers: { ...headers, ...length } },
        answer => {
          resolve({ status: answer.statusCode!, connection: String(answer.headers.connection) })
          sent.destroy()
        },
      )
      sent.on('error', reject)
      sent.flushHeaders()
    })
    assert.deepEqual([status, connection], [413, 'close'])
  })
  await t.test('cut off in the middle', async () => {
    const lines = Object.entries({ ...headers, host: 'localhost', 'content-length': '100000' }).map(
      ([name, value]) => `${name}: ${value}`,
    )
    const socket = connect(Number(port))
    socket.write(`POST /api/imports?homeId=${home} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    socket.write(Buffer.concat([start, Buffer.from('Partner,Type\nVolga Institute of Physics,MoU\n')]))
    await setTimeout(300)
    socket.destroy()
    for (let waited = 0; left().length > 0 && waited < 50; waited += 1) await setTimeout(100)
  })
  assert.deepEqual([await countRuns(), await kept(), left()], [...before, []])
})

const mount = mkdtempSync(path.join(tmpdir(), 'concord-full-'))
const mounted = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount], { stdio: 'ignore' })
    return true
  } catch {
    rmSync(mount, { recursive: true })
    return false
  }
})()

test('a full disk is said, and nothing stays on it', {
  skip: mounted ? false : 'a small disk can be made by root only',
}, async () => {
  const before = await countRuns()
  const usual = services.files
  try {
    const folder = path.join(mount, 'files')
    mkdirSync(folder)
    services.files = createFolderStorage(folder)
    const answer = await send('large.csv', Buffer.alloc(6 * 1024 * 1024, 'a,b\n'))
    assert.equal(answer.json().code, 'imports.disk_full')
    assert.match(answer.json().title, /disk of the server is full.*send the file again/)
    assert.deepEqual(
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter(one => one.isFile()),
      [],
    )
    assert.equal(await countRuns(), before)
  } finally {
    services.files = usual
    execFileSync('umount', [mount])
    rmSync(mount, { recursive: true })
  }
})
