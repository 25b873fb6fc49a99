// Tests of reading files: what each kind gives, and that no file, however hostile, does more than give nothing.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { readOfficeText } from './office-text.ts'
import { decodeText, readHtmlText } from './plain-text.ts'
import { readFileText } from './read-file-text.ts'
import type { TextKind } from './readable-files.ts'
import { mostText, TextTaker } from './text-taker.ts'

const read = (bytes: Uint8Array | string, kind: TextKind) => readFileText(Readable.from([Buffer.from(bytes)]), kind)

const paragraph = (...runs: string[]) => `<w:p>${runs.map(run => `<w:r><w:t>${run}</w:t></w:r>`).join('')}</w:p>`
const wordFile = (body: string) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    'word/footnotes.xml': strToU8(`<w:footnotes xmlns:w="w">${paragraph('a note')}</w:footnotes>`),
    'word/media/image.xml': strToU8('<x>not text</x>'),
  })

/** One page with one line, as small as a PDF can be. */
function pdfFile(line: string): string {
  const stream = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const place = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = text.length
  const rows = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return `${text}xref\n0 6\n0000000000 65535 f \n${rows}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
}

test('the words of each kind of file', async () => {
  assert.deepEqual(await read(wordFile(paragraph('Joint ', 'laboratory') + paragraph('پژوهش‌های مشترک')), 'docx'), {
    text: 'Joint laboratory\nپژوهش‌های مشترک\na note',
    problem: null,
  })
  const odt = zipSync({
    'content.xml': strToU8(
      '<o xmlns:text="t"><text:h>Титул</text:h><text:p>два <text:span>слова</text:span></text:p></o>',
    ),
  })
  assert.equal((await read(odt, 'odt')).text, 'Титул\nдва слова')
  const sheet = (rows: string) => strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)
  const shared = zipSync({
    'xl/worksheets/sheet1.xml': sheet('<row><c t="s"><v>0</v></c><c><v>1405</v></c></row>'),
    'xl/sharedStrings.xml': strToU8(
      '<sst><si><t>Партнёр</t></si><si><r><t>Joint </t></r><r><t>laboratory</t></r></si></sst>',
    ),
  })
  assert.equal((await read(shared, 'xlsx')).text, 'Партнёр\nJoint laboratory')
  const inCells = zipSync({
    'xl/worksheets/sheet1.xml': sheet('<row><c t="inlineStr"><is><t>دانشگاه</t></is></c><c><v>7</v></c></row>'),
  })
  assert.equal((await read(inCells, 'xlsx')).text, 'دانشگاه')
  const slides = zipSync({
    'ppt/slides/slide1.xml': strToU8(
      '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>Three </a:t></a:r><a:r><a:t>promises</a:t></a:r></a:p></p:sld>',
    ),
    'ppt/notesSlides/notesSlide1.xml': strToU8(
      '<p:notes xmlns:p="p" xmlns:a="a"><a:p><a:t>say thanks</a:t></a:p></p:notes>',
    ),
    'ppt/slideLayouts/slideLayout1.xml': strToU8('<p:l xmlns:p="p" xmlns:a="a"><a:t>Click to edit</a:t></p:l>'),
  })
  assert.equal((await read(slides, 'pptx')).text, 'Three promises\nsay thanks')
  assert.deepEqual(await read(pdfFile('Article 7: exchange of lecturers'), 'pdf'), {
    text: 'Article 7: exchange of lecturers',
    problem: null,
  })
  assert.equal((await read('a,b\n1,"c d"\n', 'text')).text, 'a,b\n1,"c d"')
  const page =
    '<title>T</title><style>p{}</style><!-- no --><p>one&nbsp;two<br>th<b>ree</b> &#1087;<script>if (a<b) x</script>'
  assert.equal((await read(page, 'html')).text, 'T\none two\nthree п')
})

test('text files of old encodings', () => {
  assert.equal(decodeText(Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2)), 'Привет')
  assert.equal(decodeText(Uint8Array.of(0xff, 0xfe, 0x33, 0x06)), 'س')
})

test('what cannot be read is said, and nothing of it is taken', async () => {
  const whole = wordFile(paragraph('words'))
  const broken: [Uint8Array | string, TextKind][] = [
    ['', 'pdf'],
    ['%PDF-1.7 cut off', 'pdf'],
    ['no zip at all', 'docx'],
    [whole.subarray(0, 60), 'docx'],
    [zipSync({ 'other.xml': strToU8('<a/>') }), 'docx'],
    [zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'xlsx'],
    [wordFile(paragraph('words')), 'pptx'],
    [wordFile('<w:p><w:t>never closed'), 'docx'],
  ]
  for (const [bytes, kind] of broken) {
    const { text, problem } = await read(bytes, kind)
    assert.deepEqual([text, problem === null], ['', false], kind)
  }
})

test('entities of a document type are not expanded', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:p><w:t>&b;</w:t></w:p></w:document>`
  const { text } = await read(zipSync({ 'word/document.xml': strToU8(bomb) }), 'docx')
  assert.equal(text.includes('aaaa'), false)
})

test('a zip bomb is stopped', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024).fill(32) })
  assert.deepEqual(await read(bomb, 'docx'), { text: '', problem: 'it unpacks to more than 24 MB of text' })
})

test('a file that takes too long is given up', async () => {
  const slow = new Readable({ read() {} })
  slow.push('<p>words')
  assert.deepEqual(await readFileText(slow, 'html', { seconds: 1 }), { text: '', problem: 'it takes too long to read' })
})

test('very long texts are kept up to their limit', () => {
  const taker = new TextTaker()
  for (let n = 0; n < 100; n += 1) taker.add('слово '.repeat(10_000))
  assert.equal(taker.finish().length <= mostText, true)
})

test('any bytes give a text that a database takes, or an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      const html = new TextTaker()
      readHtmlText(decodeText(bytes), html)
      assert.equal(/[\u0000\ud800-\udfff]/.test(html.finish().replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')), false)
      for (const kind of ['docx', 'odt'] as const)
        try {
          readOfficeText(bytes, kind, new TextTaker())
        } catch (error) {
          assert.equal(error instanceof Error, true)
        }
    }),
  )
})
