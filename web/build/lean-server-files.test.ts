// What the web takes from the server keeps its addresses and loses its schemas.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSync } from 'oxc-parser'
import { leanContract } from './lean-server-files.ts'

const lean = (code: string) => leanContract(code, parseSync('contract.js', code).program).replace(/\s+/g, ' ')

test('a contract keeps method, path and transfer', () => {
  const code = `export const getThing = route({ method: 'GET', path: '/api/things/:id', summary: 'A thing', tag, access: 'session', params: Type.Object({ id: Id }), response: Thing })`
  assert.equal(lean(code), `export const getThing = /* @__PURE__ */ route({ method: 'GET', path: '/api/things/:id', })`)
})

test('parts may stand in any order and end with a comma', () => {
  const code = `const send = route({\n  body: Type.Object({}),\n  method: 'POST',\n  access: 'public',\n  path: '/api/files',\n  transfer: 'upload',\n})`
  assert.equal(
    lean(code),
    `const send = /* @__PURE__ */ route({ method: 'POST', path: '/api/files', transfer: 'upload', })`,
  )
})

test('schemas of their own may fall away, other code stays', () => {
  assert.equal(
    lean(`export const Id = Type.String({ format: 'uuid' })`),
    `export const Id = /* @__PURE__ */ Type.String({ format: 'uuid' })`,
  )
  assert.equal(lean(`export const kinds = { a: 1, b: [1, 2] }`), `export const kinds = { a: 1, b: [1, 2] }`)
})
