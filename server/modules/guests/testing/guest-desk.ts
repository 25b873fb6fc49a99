// A partner with an agreement, promises and deeds, an officer who invites, and the browser of a guest; for tests.
import type { FastifyInstance } from 'fastify'
import type { BodyOf } from '#core/contract.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { agreementInput } from '#modules/agreements/testing/agreement-factory.ts'
import * as ledger from '#modules/ledger/ledger.contract.ts'
import { commitmentInput, entryInput, makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import type { TestApp, TestPerson } from '#server/test-app.ts'
import * as contract from '../guest.contract.ts'

export interface GuestDesk {
  officer: TestPerson
  home: string
  partner: string
  agreementId: string
  entryId: string
  invite(more?: Partial<contract.GuestInput>, agreementId?: string): Promise<{ id: string; token: string }>
  record(more?: object): Promise<string>
  post(more?: object): Promise<string>
}

export async function openDesk({ services: { db }, person }: TestApp): Promise<GuestDesk> {
  const home = await makeOrganisation(db, 'Home University', true)
  const partner = await makeOrganisation(db, 'Partner University')
  const officer = await person('officer', home)
  const record = async (more: object = {}) =>
    (await officer.call(agreements.createAgreement, { body: agreementInput(home, partner, more) })).id
  const agreementId = await record({ title: { en: 'Exchange of students' }, remarks: 'Internal remark' })
  await officer.call(ledger.createCommitment, {
    body: { ...commitmentInput(agreementId, home, partner), note: 'Internal note' },
  })
  const post = async (more: object = {}) => {
    const body = { ...entryInput(home, partner, { agreementId }), note: 'Internal note', ...more }
    return (await officer.call(ledger.postEntry, { body: body as BodyOf<typeof ledger.postEntry> })).id
  }
  return {
    ...{ officer, home, partner, agreementId, record, post, entryId: await post() },
    async invite(more = {}, id = agreementId) {
      const { guest, link } = await officer.call(contract.inviteGuest, {
        params: { id },
        body: {
          ...{
            name: 'Gulnara Guest',
            email: 'gulnara@partner.example',
            organisationId: partner,
            language: 'en' as const,
          },
          ...{ rights: ['read', 'confirm', 'file'] as const, emailProof: false, ...more },
        } as contract.GuestInput,
      })
      return { id: guest.id, token: new URL(link).hash.slice(1) }
    },
  }
}

/** The browser of a guest: it keeps the cookies that it is given. */
export function browserOf(app: FastifyInstance, language = 'en') {
  let cookie: string | undefined
  const send = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const response = await app.inject({
      ...{ method, url },
      headers: { 'x-concord': '1', 'accept-language': language, ...(cookie && { cookie }) },
      ...(payload && { payload }),
    })
    const set = response.headers['set-cookie']
    if (set) cookie = String(set).split(';')[0]
    return response
  }
  return {
    get cookie() {
      return cookie
    },
    send,
    open: (id: string, token: string) => send('POST', `/api/guest/${id}/open`, { token }),
    read: (id: string) => send('GET', `/api/guest/${id}`),
    answer: (id: string, entryId: string, payload: object) =>
      send('POST', `/api/guest/${id}/entries/${entryId}/answer`, payload),
    upload: (id: string, name: string, content: string) =>
      app.inject({
        ...{ method: 'POST', url: `/api/guest/${id}/files?note=For+you` },
        headers: {
          'x-concord': '1',
          'content-type': 'multipart/form-data; boundary=b',
          ...(cookie && { cookie }),
        },
        payload: `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n${content}\r\n--b--\r\n`,
      }),
  }
}
