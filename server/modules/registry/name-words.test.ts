// Names: scripts, search words, one name a language.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesByLanguage, scriptOf, searchWords } from './name-words.ts'

test('the script of a name is the one of most of its letters', () => {
  assert.equal(scriptOf('University of Vienna'), 'Latn')
  assert.equal(scriptOf('دانشگاه تهران'), 'Arab')
  assert.equal(scriptOf('Московский университет MGU'), 'Cyrl')
  assert.equal(scriptOf('東京大学'), 'Hani')
  assert.equal(scriptOf('2024'), null)
})

test('words of scripts without blanks are found from each letter on', () => {
  assert.equal(searchWords('東京大学', 'JP'), '東京大学 京大学 大学 @jp')
  assert.equal(searchWords('university of x university', null), 'university of x')
  assert.equal(searchWords('', null), '')
})

const name = (text: string, language: string | null, kind: 'label' | 'alias' | 'former' | 'acronym' = 'label') => ({
  text,
  language,
  script: scriptOf(text),
  kind,
})

test('lists show one name a language, labels first, none in the wrong script', () => {
  const names = [
    name('Uni', 'en', 'acronym'),
    name('The University', 'en', 'alias'),
    name('University', 'en'),
    name('daneshgah', 'fa'),
    name('دانشگاه', null),
    name('Старое', 'ru', 'former'),
  ]
  assert.deepEqual(namesByLanguage(names, 'University', 'IR'), { en: 'University', fa: 'دانشگاه' })
  assert.deepEqual(namesByLanguage(names, 'University', 'IQ'), { en: 'University' })
})
