// Tests of reading the OpenAPI document: operations, examples, addresses and commands.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { addressFor, commandFor, exampleOf, type OpenApiDocument, operationsOf, typeOf } from './openapi.ts'

const document = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../../docs/reference/openapi.json'), 'utf8'),
) as OpenApiDocument
const operations = operationsOf(document)

test('every operation has a subject and a summary, and an example of its body', () => {
  assert.ok(operations.length > 80)
  for (const operation of operations) {
    assert.notEqual(operation.tag, '', operation.path)
    assert.notEqual(operation.summary, '', operation.path)
    if (operation.body) assert.equal(typeof exampleOf(operation.body), 'object')
  }
})

test('an example has the required fields in the form that is asked for', () => {
  const body = operations.find(one => one.method === 'POST' && one.path === '/api/session/tokens')?.body
  assert.deepEqual(exampleOf(body), { name: '', scopes: ['read'], expiresOn: '2026-01-31' })
  assert.equal(typeOf({ anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] }), 'string (date) | null')
})

test('addresses leave out what is empty and write everything else safely', () => {
  const operation = {
    ...{ id: '', method: 'GET', path: '/api/things/{id}', summary: '', tag: '', body: null, answer: null },
    needsSignIn: true,
    parameters: [
      { name: 'id', in: 'path' },
      { name: 'q', in: 'query' },
      { name: 'limit', in: 'query' },
    ],
  }
  assert.equal(addressFor(operation, { id: 'a/b', q: 'é&', limit: '' }), '/api/things/a%2Fb?q=%C3%A9%26')
})

test('a command quotes its body', () => {
  const operation = {
    ...{ id: '', method: 'POST', path: '/api/x', summary: '', tag: '', answer: null, parameters: [] },
    ...{ body: {}, needsSignIn: true },
  }
  const command = commandFor(operation, '/api/x', '{\n  "name": "it\'s"\n}', 'https://c.example')
  assert.ok(command.includes(`-d '{ "name": "it'\\''s" }'`), command)
})
