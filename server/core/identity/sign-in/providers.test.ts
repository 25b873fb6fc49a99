// Tests of the file of sign-on providers: what is understood, and a sentence for everything that is not.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { readProviders } from './providers.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'concord-providers-'))
after(() => rmSync(folder, { recursive: true }))

const read = (content: unknown) => {
  const file = path.join(folder, 'sign-on.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return readProviders(file)
}
const one = {
  id: 'university',
  name: 'University account',
  issuer: 'https://login.example.org',
  clientId: 'concord',
  clientSecret: 'secret',
}

test('a provider is read with what is usual filled in; no file means none', () => {
  assert.deepEqual(readProviders(''), [])
  assert.deepEqual(read({ providers: [one] }), [
    {
      ...one,
      name: { en: 'University account' },
      scopes: ['openid', 'email', 'profile'],
      groupsClaim: 'groups',
      createsAccounts: false,
      roles: [],
    },
  ])
  const [full] = read([{ ...one, name: { fa: 'حساب دانشگاه' }, roles: [{ group: 'staff', role: 'viewer' }] }])
  assert.deepEqual(full!.roles, [{ group: 'staff', role: 'observer', scopeId: null }])
})

test('what is wrong is said in words', () => {
  const table: [unknown, RegExp][] = [
    ['{', /cannot be read/],
    [{}, /no list/],
    [[1], /not an object/],
    [[{ ...one, id: 'No Spaces' }], /small letters/],
    [[one, one], /twice/],
    [[{ ...one, issuer: 'http://login.example.org' }], /https/],
    [[{ ...one, issuer: 'login' }], /not an address/],
    [[{ ...one, clientSecret: '' }], /no clientSecret/],
    [[{ ...one, name: 5 }], /no name/],
    [[{ ...one, clientID: 'x' }], /unknown field clientID/],
    [[{ ...one, scopes: ['email'] }], /lack openid/],
    [[{ ...one, roles: [{ group: 'staff', role: 'king' }] }], /unknown role king/],
    [[{ ...one, roles: [{ group: 'staff', role: 'officer', scopeId: 'here' }] }], /not an identifier/],
  ]
  for (const [content, expected] of table) assert.throws(() => read(content), expected)
  assert.throws(() => readProviders(path.join(folder, 'missing.json')), /cannot be read/)
})
