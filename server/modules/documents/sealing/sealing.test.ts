// Tests of seals: other programs call them valid, no byte can be changed unseen, keys come from files of every make.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { makePdf } from '../rendering/make-pdf.ts'
import { layOut } from '../rendering/paper-layout.ts'
import { sampleRequest } from '../testing/sample-text.ts'
import { makeOwnKey, openKeyFile } from './own-keys.ts'
import { CertificateNotInTime, sealPdf } from './seal-pdf.ts'
import { ownKeySealer } from './sealer.ts'
import { verifySeals } from './verify-seals.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'concord-seals-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const has = (program: string) => spawnSync(program, ['-v']).error === undefined

const at = '2026-11-23T10:00:00.000Z'
const pdf = makePdf(layOut(sampleRequest(['en', 'fa'], 2))).bytes
const own = await makeOwnKey('Northern University', new Date(at))
const other = await makeOwnKey('Южный институт', new Date(at))
const words = { at, name: 'Northern University', reason: 'Issued' }
const once = await sealPdf(pdf, ownKeySealer(own), words)
const twice = await sealPdf(once, ownKeySealer(other), { at, name: 'Южный институт' })

function keyFile(kind: string[], more: string[] = []): Uint8Array {
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  run(
    'req',
    '-x509',
    '-newkey',
    ...kind,
    '-nodes',
    '-keyout',
    'key.pem',
    '-subj',
    '/CN=File Seal',
    '-days',
    '30',
    '-out',
    'own.crt',
  )
  run('pkcs12', '-export', ...more, '-inkey', 'key.pem', '-in', 'own.crt', '-passout', 'pass:right', '-out', 'own.p12')
  return readFileSync(path.join(folder, 'own.p12'))
}

test('a seal is a revision of its own: what was there stays, several follow one another, each says who and when', () => {
  assert.deepEqual(once.subarray(0, pdf.length), Buffer.from(pdf))
  assert.deepEqual(twice.subarray(0, once.length), once)
  const { seals, isWhole } = verifySeals(twice)
  assert.equal(isWhole, true)
  assert.deepEqual(
    seals.map(one => [one.state, one.coversAll, one.name, one.claimedAt, one.inTime, one.namesCertificate]),
    [
      ['whole', false, 'Northern University', at, true, true],
      ['whole', true, 'Южный институт', at, true, true],
    ],
  )
})

test('a file without seals has none; garbage neither', () => {
  assert.deepEqual(verifySeals(pdf), { seals: [], isWhole: false })
  assert.deepEqual(verifySeals(new Uint8Array()), { seals: [], isWhole: false })
  assert.deepEqual(verifySeals(Buffer.from('/ByteRange [0 1 2 3]')).isWhole, false)
})

test('one changed byte anywhere in what is covered is found', () => {
  // The last message itself is covered by nothing: parts of it, such as its version, do not bear on what it says.
  const [, from, to] = /.*ByteRange \[0 (\d+) (\d+) /s.exec(twice.toString('latin1'))!.map(Number)
  const place = fc.integer({ min: 0, max: twice.length - 1 }).filter(where => where < from! || where >= to!)
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 255 }), (where, flip) => {
      const changed = Buffer.from(twice)
      changed[where] = changed[where]! ^ flip
      assert.equal(verifySeals(changed).isWhole, false, `byte ${where}`)
    }),
    { numRuns: 300 },
  )
})

test('what is added after the last seal, or taken from its end, is found', () => {
  for (const changed of [
    Buffer.concat([twice, Buffer.from('\n')]),
    twice.subarray(0, -1),
    Buffer.concat([twice, Buffer.from('%%EOF')]),
  ])
    assert.equal(verifySeals(changed).isWhole, false)
})

test('random files are never called whole and never bring it down', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, text) => {
      assert.equal(verifySeals(Buffer.concat([bytes, Buffer.from(`/ByteRange [0 10 20 30] ${text}`)])).isWhole, false)
    }),
  )
})

test('pdfsig calls every seal valid, of RSA and of elliptic curves', {
  skip: !has('pdfsig') && 'pdfsig (poppler-utils) is not installed',
}, async t => {
  const sealed = has('openssl')
    ? await sealPdf(
        twice,
        ownKeySealer(openKeyFile(keyFile(['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']), 'right')),
        {
          ...{ at: new Date().toISOString(), name: 'File Seal' },
        },
      )
    : twice
  const file = path.join(folder, 'sealed.pdf')
  writeFileSync(file, sealed)
  const said = spawnSync('pdfsig', [file]).stdout.toString()
  const valid = said.split('Signature Validation: Signature is Valid.').length - 1
  assert.equal(valid, has('openssl') ? 3 : 2)
  assert.equal(said.split('ETSI.CAdES.detached').length - 1, valid)
  assert.match(said, /Total document signed/)
  t.diagnostic(`${valid} seals`)
})

test('keys come from files of old and new make; what is wrong with a file is told apart', {
  skip: !has('openssl') && 'openssl is not installed',
}, () => {
  const rsa = openKeyFile(keyFile(['rsa:2048']), 'right')
  assert.equal(rsa.keyKind, 'rsa')
  assert.equal(
    openKeyFile(
      keyFile(['rsa:2048'], ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']),
      'right',
    ).keyKind,
    'rsa',
  )
  const curve = keyFile(['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'])
  assert.equal(openKeyFile(curve, 'right').keyKind, 'ec')
  assert.throws(() => openKeyFile(curve, 'wrong'), { fault: 'wrong_password' })
  assert.throws(() => openKeyFile(keyFile(['rsa:1024']), 'right'), { fault: 'key_too_weak' })
  assert.throws(() => openKeyFile(keyFile(['rsa:2048'], ['-nokeys']), 'right'), { fault: 'no_key' })
  assert.throws(() => openKeyFile(Buffer.from('not a key'), 'right'), { fault: 'not_a_key_file' })
  assert.throws(() => openKeyFile(pdf, 'right'), { fault: 'not_a_key_file' })
})

test('outside of the certificate’s time nothing is sealed', async () => {
  for (const wrong of ['2026-11-20T10:00:00Z', '2036-12-01T10:00:00Z'])
    await assert.rejects(sealPdf(pdf, ownKeySealer(own), { ...words, at: wrong }), CertificateNotInTime)
})

test('a file that cannot be sealed says why', async () => {
  await assert.rejects(sealPdf(Buffer.from('no pdf'), ownKeySealer(own), words), { name: 'PdfNotSupported' })
  await assert.rejects(sealPdf(pdf.subarray(0, 5000), ownKeySealer(own), words), { name: 'PdfNotSupported' })
})
