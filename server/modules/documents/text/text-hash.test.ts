// The hash follows the words and styles of a text, and nothing else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentText } from './document-text.ts'
import { textHash } from './text-hash.ts'

function text(): DocumentText {
  return {
    languages: ['fa', 'ru'],
    prevailing: 'ru',
    title: { fa: 'یادداشت تفاهم', ru: 'Меморандум' },
    clauses: [
      {
        id: '01900000-0000-7000-8000-000000000001',
        role: 'article',
        versions: {
          ru: {
            heading: [{ text: 'Цели' }],
            blocks: [{ kind: 'paragraph', runs: [{ text: 'Стороны ' }, { text: 'сотрудничают' }] }],
          },
          fa: { heading: [{ text: 'هدف' }], blocks: [] },
        },
      },
    ],
  }
}

test('how the text was cut, composed and ordered in memory does not matter', () => {
  const same = text()
  const [clause] = same.clauses
  assert.ok(clause)
  clause.id = '01900000-0000-7000-8000-000000000002'
  clause.versions = {
    fa: { heading: [{ text: 'هد' }, { text: '' }, { text: 'ف', bold: false }], blocks: [] },
    ru: {
      heading: [{ text: 'Цели' }],
      blocks: [{ kind: 'paragraph', runs: [{ text: 'Стороны сотрудничают' }] }],
    },
  }
  same.title = { ru: 'Меморандум'.normalize('NFD'), fa: 'یادداشت تفاهم' }
  assert.equal(textHash(same), textHash(text()))
})

test('any word, style, role, language or order that changes makes another hash', () => {
  const changes: ((changed: DocumentText) => void)[] = [
    changed => {
      changed.title.ru = 'Меморандум.'
    },
    changed => {
      changed.prevailing = null
    },
    changed => {
      changed.languages.reverse()
    },
    changed => {
      for (const clause of changed.clauses) clause.role = 'annex'
    },
    changed => {
      for (const clause of changed.clauses) delete clause.versions.fa
    },
    changed => {
      for (const clause of changed.clauses)
        for (const block of clause.versions.ru?.blocks ?? []) for (const run of block.runs) run.bold = true
    },
    changed => {
      changed.clauses.push(...text().clauses)
    },
  ]
  const hashes = changes.map(change => {
    const changed = text()
    change(changed)
    return textHash(changed)
  })
  assert.equal(new Set([textHash(text()), ...hashes]).size, changes.length + 1)
})
