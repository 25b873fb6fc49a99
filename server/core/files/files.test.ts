// Files: stored whole or not at all, by content; names and kinds that a stranger cannot forge.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { cleanFileName, contentDisposition } from './file-names.ts'
import { FileMissing, FileTooLarge } from './files.ts'
import { createFolderStorage } from './folder-storage.ts'
import { sniffMediaType } from './media-types.ts'

const folder = join(mkdtempSync(join(tmpdir(), 'concord-files-')), 'files')
const storage = createFolderStorage(folder)
after(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

async function* chunks(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield Buffer.from(part as string)
}
const listed = async () => (await Array.fromAsync(storage.list())).sort()

test('what is written is read again, by its hash, once', async () => {
  const stored = await storage.write(chunks('تفاهم', 'نامه'), { name: 'a.txt' })
  const hash = createHash('sha256').update('تفاهمنامه').digest('hex')
  assert.deepEqual(stored, { hash, size: 18, mediaType: 'text/plain' })
  assert.equal((await buffer(await storage.read(hash))).toString(), 'تفاهمنامه')
  assert.equal((await buffer(await storage.read(hash, { start: 10, end: 11 }))).toString(), 'ن')
  await storage.write(chunks('تفاهمنامه'))
  assert.deepEqual(await listed(), [hash])
  assert.equal(await storage.size(hash), 18)
})

test('a file over the limit leaves nothing', async () => {
  const before = await listed()
  await assert.rejects(storage.write(chunks('12345', '67890'), { limit: 9 }), FileTooLarge)
  assert.deepEqual(await listed(), before)
  assert.deepEqual(readdirSync(join(folder, 'incoming')), [])
})

test('an upload that is cut off leaves nothing', async () => {
  const broken = async function* () {
    yield Buffer.from('half')
    throw new Error('connection lost')
  }
  await assert.rejects(storage.write(broken()), /connection lost/)
  assert.deepEqual(readdirSync(join(folder, 'incoming')), [])
})

test('an empty file is a file', async () => {
  const { hash, size } = await storage.write(chunks())
  assert.deepEqual([size, (await buffer(await storage.read(hash))).length], [0, 0])
})

test('nothing but a hash reaches the disk', async () => {
  for (const hash of ['../../etc/passwd', 'x'.repeat(64), `${'a'.repeat(64)}/..`, '']) {
    await assert.rejects(storage.read(hash), FileMissing)
    assert.equal(await storage.exists(hash), false)
  }
})

test('removing twice is no error', async () => {
  const { hash } = await storage.write(chunks('soon gone'))
  await storage.remove(hash)
  await storage.remove(hash)
  assert.equal(await storage.exists(hash), false)
})

test('names lose paths, control and direction characters, and keep their letters', () => {
  assert.equal(cleanFileName('../../etc/passwd'), 'passwd')
  assert.equal(cleanFileName('C:\\temp\\договор.docx'), 'договор.docx')
  assert.equal(cleanFileName('memo\u202excod.exe'), 'memoxcod.exe')
  assert.equal(cleanFileName('a\u0000b\r\nc.txt'), 'abc.txt')
  assert.equal(cleanFileName('می\u200cخواهم.pdf'), 'می\u200cخواهم.pdf')
  assert.equal(cleanFileName(' .. '), 'file')
  assert.equal(cleanFileName(''), 'file')
})

test('any name becomes a safe one of at most 200 bytes, and is stable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
      const clean = cleanFileName(name)
      assert.ok(clean.length > 0 && Buffer.byteLength(clean) <= 200)
      assert.doesNotMatch(clean, /[\u0000-\u001f\u007f-\u009f/\\\u202a-\u202e\u2066-\u2069]/)
      assert.match(contentDisposition(name), /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!~%-]+$/)
    }),
  )
})

test('a long name keeps its extension and whole letters', () => {
  const clean = cleanFileName(`${'é👩‍👩‍👧'.repeat(60)}.xlsx`)
  assert.match(clean, /^(é👩‍👩‍👧|é)+\.xlsx$/u)
})

const zip = (name: string) =>
  Buffer.concat([Buffer.from('PK\u0003\u0004'.padEnd(30, '\0'), 'latin1'), Buffer.from(name)])
for (const [kind, head, name] of [
  ['application/pdf', '%PDF-1.7', 'a.xlsx'],
  ['image/png', '\x89PNG\r\n\x1a\n', 'a.xlsx'],
  ['image/webp', 'RIFF\0\0\0\0WEBP', ''],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', zip('xl/workbook.xml'), 'a.zip'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', zip('[Content_Types].xml'), 'a.docx'],
  [
    'application/vnd.oasis.opendocument.spreadsheet',
    zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK'),
    '',
  ],
  ['application/zip', zip('notes.txt'), 'a.xlsx'],
  ['application/vnd.ms-excel', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a.xls'],
  ['application/x-ole-storage', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a.xlsx'],
  ['application/x-executable', '\x7fELF\x02', 'a.pdf'],
  ['text/csv', 'name;date\n', 'a.csv'],
  ['text/plain', '<html><script>', 'a.html'],
  ['text/plain', '<svg onload=x>', 'a.svg'],
  ['text/plain', 'just text', 'a.xlsx'],
  ['application/octet-stream', '\x00\x01\x02', 'a.csv'],
] as const) {
  test(`${name || 'a nameless file'} with such bytes is ${kind}`, () => {
    assert.equal(sniffMediaType(typeof head === 'string' ? Buffer.from(head, 'latin1') : head, name), kind)
  })
}

test('any bytes and any name have a media type', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (head, name) => {
      assert.match(sniffMediaType(head, name), /^[\w.+-]+\/[\w.+-]+$/)
    }),
  )
})
