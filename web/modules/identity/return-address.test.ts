// After signing in nobody is led out of the product.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeReturn } from './return-address.ts'

test('a page of the product is gone back to, with its filters', () => {
  assert.equal(safeReturn('/organisations?text=kabul&tab=names'), '/organisations?text=kabul&tab=names')
})

for (const address of ['//example.org', '/\\example.org', 'https://example.org', 'javascript:alert(1)', '', undefined])
  test(`${String(address)} leads to the first page`, () => assert.equal(safeReturn(address), '/'))

for (const address of ['/sign-in?return=/people', '/setup#token=abc', '/invitation#token=abc'])
  test(`${address} would go in circles`, () => assert.equal(safeReturn(address), '/'))
