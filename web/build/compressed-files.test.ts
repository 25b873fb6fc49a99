// Tests of the compressed twins of built files: the same content, only for text, only where it pays.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { compressFiles } from './compressed-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'concord-compressed-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('text files get twins that hold the same', async () => {
  mkdirSync(path.join(folder, 'assets'))
  const script = 'export const promise = "سازمان"\n'.repeat(200)
  writeFileSync(path.join(folder, 'assets', 'page.js'), script)
  writeFileSync(path.join(folder, 'small.css'), 'a{}')
  writeFileSync(path.join(folder, 'font.woff2'), script)
  assert.equal(await compressFiles(folder), 1)
  assert.deepEqual(readdirSync(folder, { recursive: true }).sort(), [
    'assets',
    'assets/page.js',
    'assets/page.js.br',
    'assets/page.js.gz',
    'font.woff2',
    'small.css',
  ])
  const twin = (end: string) => readFileSync(path.join(folder, 'assets', `page.js.${end}`))
  assert.equal(gunzipSync(twin('gz')).toString(), script)
  assert.equal(brotliDecompressSync(twin('br')).toString(), script)
})
