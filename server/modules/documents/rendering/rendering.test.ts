// Tests of rendering: numbering and dates of each language, neutral text, PDF/A with embedded typefaces, Word, and a maker that hangs or dies.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { sampleClause, sampleRequest } from '../testing/sample-text.ts'
import { createMaker, MakerBusy } from './maker.ts'
import { clauseLabel, dateInDocument, pointLabels } from './numbering.ts'
import { layOut } from './paper-layout.ts'
import { renderDocx, renderPdf, stopRendering } from './render.ts'
import { neutralText, paperText } from './safe-text.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'concord-rendering-'))
after(() => {
  stopRendering()
  rmSync(folder, { recursive: true, force: true })
})
const has = (program: string) => spawnSync(program, ['-v']).error === undefined

/** A program in the place of the one that makes documents. */
function programOf(name: string, body: string): string {
  const file = path.join(folder, `${name}.mjs`)
  writeFileSync(file, `process.on('disconnect', () => process.exit(0))\n${body}`)
  return file
}
const order = { kind: 'pdf' as const, layout: layOut(sampleRequest(['en'], 1)) }
const answering = `process.on('message', ({ id }) => process.send({ id, made: { bytes: new Uint8Array([process.pid % 256]), pages: process.pid }, memory: 1 }))`

test('articles, annexes, points and dates are written as each language does', () => {
  assert.deepEqual(
    ['en', 'fa', 'ru', 'fr'].map(language => [clauseLabel('article', 12, language), clauseLabel('annex', 2, language)]),
    [
      ['Article 12', 'Annex 2'],
      ['مادهٔ ۱۲', 'پیوست ۲'],
      ['Статья 12', 'Приложение 2'],
      ['12', '2'],
    ],
  )
  assert.deepEqual(
    ['en', 'fa', 'ru'].map(language => dateInDocument('2026-11-23', language)),
    ['23 November 2026', '۲ آذر ۱۴۰۵', '23 ноября 2026 г.'],
  )
  const point = (depth: number, ordered = true) => ({ kind: 'point' as const, ordered, depth, runs: [] })
  const blocks = [
    point(0),
    point(1),
    point(1),
    point(0),
    { kind: 'paragraph' as const, runs: [] },
    point(0),
    point(0, false),
  ]
  assert.deepEqual(pointLabels(blocks, 'en'), ['(a)', '(i)', '(ii)', '(b)', null, '(a)', '–'])
  assert.deepEqual(pointLabels(blocks, 'fa'), ['الف)', '۱)', '۲)', 'ب)', null, 'الف)', '–'])
  assert.deepEqual(pointLabels(blocks, 'ru'), ['а)', '1)', '2)', 'б)', null, 'а)', '–'])
})

test('overrides and control signs go, codes and telephone numbers keep their direction', () => {
  assert.equal(neutralText('a\u202Eb\u2067c\u0000\r\nd\te'), 'abc\nd e')
  assert.equal(neutralText('می\u200Cروم'), 'می\u200Cروم')
  assert.equal(paperText('تلفن +98 21 6111 2607 است', 'fa'), 'تلفن \u2066+98\u00A021\u00A06111\u00A02607\u2069 است')
  assert.equal(paperText('شمارهٔ A-12/3 در Tehran', 'fa'), 'شمارهٔ \u2066A-12/3\u2069 در Tehran')
  assert.equal(paperText('tel. +98 21 6111 2607', 'en'), 'tel. +98 21 6111 2607')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), text => {
      assert.doesNotMatch(neutralText(text), /[\u202A-\u202E\u2066-\u2069\u0000-\u0009]/)
      assert.equal(neutralText(neutralText(text)), neutralText(text))
    }),
  )
})

test('versions of the same build stand paragraph by paragraph, others clause by clause', () => {
  const request = sampleRequest(['en', 'fa'], 1)
  const clause = sampleClause('article', ['en', 'fa'], 4)
  request.text.clauses = [clause]
  assert.deepEqual(
    layOut(request).body.map(row => row.startsClause),
    [true, false, false, false],
  )
  clause.versions.fa = { heading: [], blocks: clause.versions.fa!.blocks.slice(0, 2) }
  assert.equal(layOut(request).body.length, 1)
})

test('the same request gives the same PDF, with no typeface but those that come with the program', {
  skip: !has('pdffonts') && 'pdffonts (poppler-utils) is not installed',
}, async () => {
  const request = sampleRequest()
  const [one, two] = [await renderPdf(request), await renderPdf(request)]
  assert.deepEqual(one.bytes, two.bytes)
  assert.equal(one.pages, 4)
  const file = path.join(folder, 'three.pdf')
  writeFileSync(file, one.bytes)
  const fonts = spawnSync('pdffonts', [file]).stdout.toString().trim().split('\n').slice(2)
  const names = fonts.map(line => /^[A-Z]{6}\+(\w+)-\w+ .* yes yes yes/.exec(line)?.[1])
  assert.deepEqual([...new Set(names)].sort(), ['NotoSerif', 'Vazirmatn'])
  assert.match(Buffer.from(one.bytes).toString('latin1'), /pdfaid:part>2<.*pdfaid:conformance>A</s)
})

test('a sign that no typeface has is named, and the next document is made all the same', async () => {
  const request = sampleRequest(['en'], 1)
  request.text.clauses[0]!.versions.en!.blocks[0]!.runs[0]!.text += ' ↑ 漢'
  await assert.rejects(
    renderPdf(request),
    (error: { declaration?: { code: string }; values?: { characters: string } }) => {
      assert.equal(error.declaration?.code, 'document.character_not_printable')
      assert.equal(error.values?.characters, '↑ (U+2191), 漢 (U+6F22)')
      return true
    },
  )
  assert.ok((await renderPdf(sampleRequest(['en'], 1))).pages > 0)
})

test('a clause of 50,000 signs runs over pages; empty texts and missing versions are no matter', async () => {
  const request = sampleRequest(['en', 'fa'], 1)
  request.text.clauses[1]!.versions.en!.blocks[0]!.runs[0]!.text = 'All work and no play. '.repeat(2300)
  assert.ok((await renderPdf(request)).pages > 10)
  const { text, ...rest } = sampleRequest(['fa', 'en'], 0)
  const clauses = [{ ...sampleClause('article', ['en'], 1), versions: { en: { heading: [], blocks: [] } } }]
  assert.ok((await renderPdf({ ...rest, text: { ...text, title: {}, clauses } })).pages > 0)
})

test('a Word file has each language in its own direction', async () => {
  const files = unzipSync(await renderDocx(sampleRequest(['fa', 'ru'], 2)))
  const body = strFromU8(files['word/document.xml']!)
  assert.match(body, /<w:bidi\/>/)
  assert.match(body, /<w:rtl\/>/)
  assert.match(body, /w:bidi="fa-IR"/)
  assert.match(body, /Статья 1/)
  assert.match(body, /مادهٔ ۱/)
  assert.doesNotMatch(body, /[\u2066-\u2069\u202A-\u202E]/)
})

test('a maker that dies once is tried again; one that always dies or hangs is given up with a reason', async () => {
  const mark = path.join(folder, 'died')
  const once = createMaker({
    program: programOf(
      'once',
      `import fs from 'node:fs'\nif (!fs.existsSync(${JSON.stringify(mark)})) { process.on('message', () => { fs.writeFileSync(${JSON.stringify(mark)}, ''); process.exit(9) }) } else ${answering}`,
    ),
  })
  assert.ok((await once.make(order)).pages)
  once.stop()
  const dies = createMaker({
    program: programOf('dies', `process.on('message', () => process.kill(process.pid, 'SIGKILL'))`),
  })
  await assert.rejects(dies.make(order), /ended with SIGKILL/)
  const hangs = createMaker({
    program: programOf('hangs', `process.on('message', () => { for (;;); })`),
    patience: 300,
  })
  await assert.rejects(hangs.make(order), /gave no answer for 300 ms/)
})

test('the process is renewed after so many documents, and when its memory has grown', async () => {
  const pidsOf = async (options: object) => {
    const maker = createMaker({ program: programOf('answers', answering), ...options })
    const pids = [await maker.make(order), await maker.make(order), await maker.make(order)].map(made => made.pages)
    maker.stop()
    return new Set(pids).size
  }
  assert.equal(await pidsOf({}), 1)
  assert.equal(await pidsOf({ mostDocuments: 2 }), 2)
  assert.equal(await pidsOf({ mostMemory: 0 }), 3)
})

test('when too many wait, the next is told so at once', async () => {
  const maker = createMaker({ program: programOf('slow', answering), mostWaiting: 1 })
  const first = maker.make(order)
  await assert.rejects(maker.make(order), MakerBusy)
  await first
  maker.stop()
})
