// Tests of the check that a text of the pages reads the same wherever it stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDividedWords } from './shared-words.ts'

const entry = (text: string, translation: string, context?: string) =>
  `${context ? `msgctxt "${context}"\n` : ''}msgid "${text}"\nmsgstr "${translation}"\n`

test('one text with two translations is named with its places', () => {
  const found = findDividedWords(
    new Map([
      ['web/locales/ru.po', entry('People', 'Люди')],
      ['web/modules/a/locales/ru.po', entry('People', 'Сотрудники')],
      ['web/modules/b/locales/fa.po', entry('People', 'افراد')],
    ]),
  )
  assert.equal(found.length, 1)
  assert.match(found[0]!, /ru: "People".*"Люди" in web\/locales\/ru\.po.*"Сотрудники" in web\/modules\/a/)
})

test('another context is another text, and a missing or obsolete translation divides nothing', () => {
  const catalogues = new Map([
    ['web/locales/ru.po', entry('Unit', 'Подразделение')],
    ['web/modules/a/locales/ru.po', entry('Unit', 'Единица', 'of measure')],
    ['web/modules/b/locales/ru.po', entry('Unit', '')],
    ['web/modules/c/locales/ru.po', '#~ msgid "Unit"\n#~ msgstr "Единица"\n'],
  ])
  assert.deepEqual(findDividedWords(catalogues), [])
})
