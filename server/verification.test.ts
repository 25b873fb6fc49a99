// Tests of seals and verification over HTTP: what an office sets up, what is issued, and what anybody may learn of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineAction, runAction } from '#core/actions.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { agreementInput } from '#modules/agreements/testing/agreement-factory.ts'
import { newDocumentCode, readDocumentCode } from '#modules/documents/issuing/document-code.ts'
import { issueDocument, prepareDocument } from '#modules/documents/issuing/issue-document.ts'
import * as contract from '#modules/documents/issuing/verification.contract.ts'
import * as seals from '#modules/documents/sealing/certificate.contract.ts'
import { verifySeals } from '#modules/documents/sealing/verify-seals.ts'
import { sampleRequest } from '#modules/documents/testing/sample-text.ts'
import { makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import { createTestApp } from './test-app.ts'

const { app, services, person, anybody } = await createTestApp()
const { db } = services
const home = await makeOrganisation(db, 'Home University', true)
const partner = await makeOrganisation(db, 'Partner University')
const administrator = await person('administrator')
const officer = await person('officer', home)

async function verify(bytes: Uint8Array): Promise<contract.Verification> {
  const head =
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n'
  const response = await app.inject({
    ...{ method: 'POST', url: '/api/verification/file' },
    headers: { 'x-concord': '1', 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
  })
  assert.equal(response.statusCode, 200, response.body)
  return response.json() as contract.Verification
}

const issueFor = defineAction({
  name: 'test.issue',
  run: (ctx, input: { agreementId: string; prepared: Awaited<ReturnType<typeof prepareDocument>> }) =>
    issueDocument(ctx, { subject: 'agreement', id: input.agreementId }, input.prepared),
})

async function issue(more: object = {}) {
  const { id } = await officer.call(agreements.createAgreement, { body: agreementInput(home, partner, more) })
  const prepared = await prepareDocument(services, db, {
    ...{ homeId: home, sealedBy: 'Home University', request: sampleRequest(['en', 'fa'], 2) },
  })
  await runAction(services, officer.actor, issueFor, { agreementId: id, prepared })
  const bytes = Buffer.concat(await Array.fromAsync(await services.files.read(prepared.fileHash)))
  return { ...prepared, agreementId: id, bytes }
}

test('without a certificate nothing is sealed, and the refusal says where to add one', async () => {
  const request = sampleRequest(['en'], 1)
  const refused = prepareDocument(services, db, { homeId: home, sealedBy: 'Home University', request })
  await assert.rejects(
    refused,
    (error: { declaration?: { code: string } }) => error.declaration?.code === 'seal.no_certificate',
  )
})

test('administrators add a certificate, others do not; a wrong file is explained at its field', async () => {
  const body = { file: Buffer.from('no key').toString('base64'), password: 'x' }
  assert.equal((await officer.refused(seals.makeCertificate, { params: { id: home } })).status, 403)
  const refused = await administrator.refused(seals.addCertificate, { params: { id: home }, body })
  assert.deepEqual([refused.code, refused.fields?.map(one => one.path)], ['seal.key_file_refused', ['file']])
  const made = await administrator.call(seals.makeCertificate, { params: { id: home } })
  assert.deepEqual([made.name, made.madeHere, made.state], ['Home University', true, 'valid'])
  const { items } = await administrator.call(seals.listSeals)
  assert.deepEqual(items.find(one => one.id === home)?.used?.fingerprint, made.fingerprint)
  const kept = await db.selectFrom('seal_certificate').select('key_sealed').execute()
  assert.equal(
    kept.some(row => row.key_sealed?.includes('PRIVATE')),
    false,
  )
})

test('the sample page is sealed and verifies as genuine, without a document', async () => {
  const response = await administrator.inject({ url: `/api/organisations/${home}/seal/sample` })
  assert.equal(response.statusCode, 200)
  assert.equal(verifySeals(response.rawPayload).isWhole, true)
  const verdict = await verify(response.rawPayload)
  assert.deepEqual([verdict.verdict, verdict.organisation, verdict.document], ['genuine', 'Home University', null])
})

test('an issued document is found by its file and by its code, in any way of typing it', async () => {
  const issued = await issue()
  const byFile = await verify(issued.bytes)
  assert.deepEqual(
    [
      byFile.verdict,
      byFile.organisation,
      byFile.document?.number,
      byFile.seals.map(one => [one.state, one.organisation]),
    ],
    ['genuine', 'Home University', 'MoU-2026-0417', [['whole', 'Home University']]],
  )
  const typed = ` ${issued.code.toLowerCase().replaceAll('-', ' ')} `
  const byCode = await anybody.call(contract.verifyCode, { body: { code: typed } })
  assert.deepEqual(
    [byCode.verdict, byCode.fileHash, byCode.document?.title.en],
    ['known', issued.fileHash, 'Memorandum of Understanding'],
  )
  const events = await officer.call(agreements.getAgreementTimeline, { params: { id: issued.agreementId } })
  assert.match(JSON.stringify(events), new RegExp(issued.code))
})

test('a changed or lengthened copy is called changed, a stranger’s file unknown', async () => {
  const { bytes } = await issue()
  const flipped = Buffer.from(bytes)
  flipped[2000] = flipped[2000]! ^ 1
  assert.equal((await verify(flipped)).verdict, 'changed')
  assert.equal((await verify(Buffer.concat([bytes, Buffer.from('\n')]))).verdict, 'changed')
  assert.deepEqual(await verify(Buffer.from('%PDF-1.7 something')), {
    ...{ verdict: 'unknown', organisation: null, issuedAt: null, document: null, fileHash: null, seals: [] },
  })
})

test('of a confidential record the verification tells neither number nor title', async () => {
  const { bytes, code } = await issue({ confidentiality: 'confidential' })
  for (const verdict of [await verify(bytes), await anybody.call(contract.verifyCode, { body: { code } })]) {
    assert.equal(verdict.organisation, 'Home University')
    assert.equal(verdict.document, null)
    assert.equal(JSON.stringify(verdict).includes('MoU-2026'), false)
  }
})

test('after the certificate was retired its seals still verify, and its key is gone', async () => {
  const { bytes } = await issue()
  await administrator.call(seals.retireCertificate, { params: { id: home } })
  assert.equal((await verify(bytes)).verdict, 'genuine')
  const rows = await db.selectFrom('seal_certificate').select('key_sealed').where('home_id', '=', home).execute()
  assert.deepEqual(
    rows.map(row => row.key_sealed),
    [null],
  )
})

test('a slip in a code is told from a code that nobody gave out', async () => {
  const code = newDocumentCode()
  assert.equal((await anybody.call(contract.verifyCode, { body: { code } })).verdict, 'unknown')
  const first = code[0] === '2' ? '3' : '2'
  assert.equal(
    (await anybody.refused(contract.verifyCode, { body: { code: first + code.slice(1) } })).code,
    'verification.code_mistyped',
  )
  assert.equal(readDocumentCode(code[1]! + code[0]! + code.slice(2)) === undefined || code[0] === code[1], true)
})
