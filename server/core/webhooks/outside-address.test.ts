// Tests of what a webhook may call: the public network, and nothing that only looks like it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callableUrl, isPublicAddress, publicLookup } from './outside-address.ts'

test('addresses of the own network are known in every form', () => {
  const inside = [
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1'],
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::', '2001:db8::1', 'x'],
  ]
  assert.deepEqual(inside.filter(isPublicAddress), [])
  const outside = ['8.8.8.8', '172.32.0.1', '192.169.0.1', '2606:4700::1', '2a00:1450::1']
  assert.deepEqual(outside.filter(isPublicAddress), outside)
})

test('an address that must not be called is refused by its form', () => {
  const bad = [
    ...['http://example.org/', 'https://127.0.0.1/', 'https://[::1]/', 'https://2130706433/', 'https://0x7f.1/'],
    ...['https://localhost/', 'https://a.localhost/', 'https://name:word@example.org/', 'ftp://example.org/'],
    ...['https://intranet/', 'https://[::ffff:10.0.0.1]/', 'file:///etc/passwd', 'javascript:1', '', 'example.org'],
  ]
  assert.deepEqual(
    bad.filter(text => callableUrl(text, false)),
    [],
  )
  assert.equal(callableUrl('https://example.org:8443/a?b', false)?.href, 'https://example.org:8443/a?b')
  assert.equal(callableUrl('http://127.0.0.1/', true)?.href, 'http://127.0.0.1/')
  assert.equal(callableUrl('ftp://127.0.0.1/', true), undefined)
})

const lookUp = (addresses: string[], all = true) =>
  new Promise<unknown>(resolve => {
    const found = addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))
    publicLookup(async () => found)('example.org', { all }, (error, address) => resolve(error?.name ?? address))
  })

test('of what a name server answers, only addresses of the public network are connected to', async () => {
  assert.equal(await lookUp(['10.0.0.1', '::1']), 'AddressInside')
  assert.equal(await lookUp([]), 'AddressInside')
  assert.deepEqual(await lookUp(['10.0.0.1', '8.8.8.8']), [{ address: '8.8.8.8', family: 4 }])
  assert.equal(await lookUp(['10.0.0.1', '8.8.4.4'], false), '8.8.4.4')
})
