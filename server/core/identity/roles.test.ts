// Tests of the table of roles: complete, reading before writing, auditors and observers harmless.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, translator } from '../i18n.ts'
import {
  powers,
  powerTerms,
  presentRole,
  rolePowers,
  roleSentences,
  roles,
  rolesWith,
  roleTerms,
} from './roles.terms.ts'

test('what each role may do', () => {
  const table = Object.fromEntries(roles.map(role => [role, powers.filter(power => rolePowers[role].includes(power))]))
  const daily = ['read', 'record', 'write', 'conclude', 'registry']
  assert.deepEqual(table, {
    observer: ['read'],
    data_entry: ['read', 'record'],
    coordinator: ['read', 'record', 'write', 'registry', 'share'],
    officer: [...daily, 'import', 'share'],
    agreements_manager: [...daily, 'share'],
    signatory: ['read', 'conclude'],
    analyst: ['read', 'share'],
    auditor: ['read', 'confidential', 'audit'],
    administrator: powers.filter(power => power !== 'confidential'),
  })
})

test('everyone reads; only administrators administer', () => {
  assert.deepEqual(rolesWith('read'), [...roles])
  assert.deepEqual(rolesWith('administer'), ['administrator'])
})

test('a former name means the present role', () => {
  assert.equal(presentRole('viewer'), 'observer')
  for (const role of roles) assert.equal(presentRole(role), role)
})

test('every role and power has words of its own in every language', () => {
  for (const language of languages) {
    const t = translator(language)
    for (const terms of [roleTerms, roleSentences, powerTerms]) {
      const words = Object.values(terms).map(term => t(term))
      assert.equal(new Set(words).size, words.length, language)
      if (language !== 'en')
        for (const term of Object.values(terms)) assert.notEqual(t(term), term.message, `${language} ${term.id}`)
    }
  }
})
