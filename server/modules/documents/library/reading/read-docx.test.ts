// Word files become clauses: articles, columns of languages, lists; what is damaged or hostile is refused and never crashes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writeDocx } from '../testing/write-docx.ts'
import { DocxError, readDocx } from './read-docx.ts'
import { splitClauses } from './split-clauses.ts'

const split = (...args: Parameters<typeof writeDocx>) => splitClauses(readDocx(writeDocx(...args)).blocks)

test('numbered articles of one language', () => {
  const found = split([
    { text: 'Memorandum of Understanding', style: 'Title1' },
    'The Parties, wishing to cooperate, have agreed as follows.',
    { text: 'Article 1. Purpose', bold: true },
    'The Parties cooperate in {{fields}} & more.',
    { text: 'first', ordered: 0 },
    { text: 'deeper', ordered: 1 },
    { text: 'Article 2', bold: true },
    { text: 'Term', bold: true },
    'It lasts five years.',
    'Article 3. This article has no heading and says at once what it wants.',
    'Done at Isfahan in two copies.',
    'For the University',
    { text: 'Annex 1 Budget', style: 'H1' },
    'Amounts',
  ])
  assert.deepEqual(found, {
    languages: ['en'],
    title: { en: 'Memorandum of Understanding' },
    isUneven: false,
    clauses: [
      {
        role: 'recital',
        versions: { en: { heading: '', body: 'The Parties, wishing to cooperate, have agreed as follows.' } },
      },
      {
        role: 'article',
        versions: {
          en: { heading: 'Purpose', body: 'The Parties cooperate in {{fields}} & more.\n1. first\n  - deeper' },
        },
      },
      { role: 'article', versions: { en: { heading: 'Term', body: 'It lasts five years.' } } },
      {
        role: 'article',
        versions: { en: { heading: '', body: 'This article has no heading and says at once what it wants.' } },
      },
      {
        role: 'closing',
        versions: { en: { heading: '', body: 'Done at Isfahan in two copies.\nFor the University' } },
      },
      { role: 'annex', versions: { en: { heading: 'Annex 1 Budget', body: 'Amounts' } } },
    ],
  })
})

test('a table of three languages is split into them', () => {
  const { languages, clauses, isUneven } = split([
    {
      rows: [
        [['Article 1. Purpose'], ['ماده ۱ – موضوع'], ['Статья 1. Предмет']],
        [['The Parties cooperate.'], ['طرفین همکاری می‌کنند.'], ['Стороны сотрудничают.']],
        [['Article 2'], ['ماده دوم:'], ['Статья 2']],
        [['It lasts one year.'], ['یک سال معتبر است.'], ['Действует один год.']],
      ],
    },
  ])
  assert.deepEqual([new Set(languages), isUneven], [new Set(['en', 'fa', 'ru']), false])
  assert.deepEqual(clauses, [
    {
      role: 'article',
      versions: {
        en: { heading: 'Purpose', body: 'The Parties cooperate.' },
        fa: { heading: 'موضوع', body: 'طرفین همکاری می‌کنند.' },
        ru: { heading: 'Предмет', body: 'Стороны сотрудничают.' },
      },
    },
    {
      role: 'article',
      versions: {
        en: { heading: '', body: 'It lasts one year.' },
        fa: { heading: '', body: 'یک سال معتبر است.' },
        ru: { heading: '', body: 'Действует один год.' },
      },
    },
  ])
})

test('one language after the other is laid side by side when the clauses are the same', () => {
  const both = ['Article 1. Purpose', 'The Parties cooperate in science.', 'Статья 1. Предмет', 'Стороны сотрудничают.']
  assert.equal(split(both).clauses.length, 1)
  const uneven = split([...both, 'Статья 2. Срок', 'Действует один год.'])
  assert.deepEqual([uneven.isUneven, uneven.clauses.length], [true, 3])
})

test('what is no Word file, damaged, or hostile is refused', () => {
  const fault = (bytes: Uint8Array) => {
    try {
      readDocx(bytes)
      return 'read'
    } catch (error) {
      if (!(error instanceof DocxError)) throw error
      return error.fault
    }
  }
  assert.equal(fault(new TextEncoder().encode('not a zip')), 'unreadable')
  assert.equal(fault(new Uint8Array()), 'unreadable')
  assert.equal(fault(writeDocx([], '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')), 'unreadable')
  assert.equal(fault(writeDocx([], '<w:document><w:body>')), 'unreadable')
  assert.equal(fault(writeDocx([], `<a>${' '.repeat(21 * 1024 * 1024)}</a>`)), 'too_much')
  assert.equal(fault(writeDocx([], '<a>'.repeat(300) + '</a>'.repeat(300))), 'unreadable')
  const whole = writeDocx(['Article 1. Purpose'])
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, value, isCut) => {
      const bytes = isCut ? whole.slice(0, at) : whole.with(at, value)
      assert.ok(['read', 'unreadable', 'too_much'].includes(fault(bytes)))
    }),
    { numRuns: 300 },
  )
})
