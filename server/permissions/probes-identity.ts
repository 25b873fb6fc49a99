// How the routes of sign-in, accounts and operation are tried.
import { far, nowhereId, type Probes, person } from './probe.ts'

const password = 'correct horse battery'
const token = 'a-token-that-nobody-was-given'
const code = { body: { code: '000000' } }
const nobodys = () => ({ params: { id: nowhereId } })

/** What anybody may try: signing in, and the links that lead there. */
const signingIn: Probes = {
  'GET /api/session': { needs: 'signed in' },
  'POST /api/session': {
    needs: 'signed in',
    answers: 422,
    call: ids => ({ body: { email: `${ids.fresh()}@example.org`, password } }),
  },
  'DELETE /api/session': { needs: 'signed in' },
  'POST /api/setup/administrator': {
    needs: 'signed in',
    answers: 422,
    call: ids => ({ body: { token, name: 'A', email: `${ids.fresh()}@example.org`, password, language: 'en' } }),
  },
  'POST /api/invitations/accept': {
    needs: 'signed in',
    answers: 422,
    call: () => ({ body: { token, password } }),
  },
  'POST /api/session/code': { needs: 'signed in', answers: 422, call: () => code },
  'POST /api/session/mail-link': {
    needs: 'signed in',
    call: ids => ({ body: { email: `${ids.fresh()}@example.org`, purpose: 'sign_in' } }),
  },
  'POST /api/session/mail-link/open': { needs: 'signed in', answers: 422, call: () => ({ body: { token } }) },
  'POST /api/session/passkey/challenge': { needs: 'signed in' },
  'POST /api/session/passkey': { needs: 'signed in', answers: 422, call: () => ({ body: { credential: {} } }) },
  'GET /api/sign-on/:provider': { needs: 'signed in', answers: 404, call: () => ({ params: { provider: 'none' } }) },
  'GET /api/sign-on/:provider/callback': {
    needs: 'signed in',
    answers: 404,
    call: () => ({ params: { provider: 'none' } }),
  },
  'GET /feeds/:token': { needs: 'signed in', answers: 404, call: () => ({ params: { token: `${token}.ics` } }) },
}

/** One's own account: everybody who is signed in, and no token. */
const ownAccount: Probes = {
  'PUT /api/session/preferences': { needs: 'signed in', call: () => ({ body: { theme: 'dark' } }) },
  'GET /api/session/account': { needs: 'signed in' },
  'PUT /api/session/account': { needs: 'signed in', call: () => ({ body: { name: 'Same Name', language: 'en' } }) },
  'PUT /api/session/password': {
    needs: 'signed in',
    answers: 422,
    call: () => ({ body: { current: 'not the one', password } }),
  },
  'GET /api/session/devices': { needs: 'signed in' },
  'DELETE /api/session/devices': { needs: 'signed in' },
  'DELETE /api/session/devices/:id': { needs: 'signed in', call: nobodys },
  'GET /api/session/access': { needs: 'signed in' },
  'GET /api/session/second-step': { needs: 'signed in' },
  'POST /api/session/one-time-codes': { needs: 'signed in' },
  'PUT /api/session/one-time-codes': { needs: 'signed in', answers: 422, call: () => code },
  'POST /api/session/one-time-codes/stop': { needs: 'signed in', answers: 422, call: () => code },
  'POST /api/session/recovery-codes': { needs: 'signed in', answers: 422, call: () => code },
  'POST /api/session/passkeys/challenge': { needs: 'signed in' },
  'POST /api/session/passkeys': {
    needs: 'signed in',
    answers: 422,
    call: () => ({ body: { name: 'Key', credential: {} } }),
  },
  'DELETE /api/session/passkeys/:id': { needs: 'signed in', answers: 404, call: nobodys },
  'GET /api/session/deputies': { needs: 'signed in' },
  'POST /api/deputies': {
    needs: 'signed in',
    answers: 422,
    call: ids => ({ body: { deputyId: ids.account, validFrom: far, validUntil: '2020-01-01' } }),
  },
  'DELETE /api/deputies/:id': { needs: 'signed in', answers: 404, call: nobodys },
  'GET /api/session/tokens': { needs: 'signed in' },
  'POST /api/session/tokens': {
    needs: 'signed in',
    answers: 422,
    call: () => ({ body: { name: 'Long', scopes: ['read'], expiresOn: far } }),
  },
  'DELETE /api/session/tokens/:id': { needs: 'signed in', answers: 404, call: nobodys },
}

const accounts: Probes = {
  'GET /api/accounts': { needs: 'administer' },
  'POST /api/accounts': {
    needs: 'administer',
    call: ids => ({
      body: {
        name: 'Invited',
        email: `${ids.fresh()}@example.org`,
        language: 'en',
        grants: [{ role: 'observer', scopeId: null }],
      },
    }),
  },
  'PUT /api/accounts/:id': {
    needs: 'administer',
    call: ids => ({ params: { id: ids.account }, body: { grants: [], disabled: false } }),
  },
  'POST /api/accounts/:id/password-link': { needs: 'administer', fresh: true, call: person },
  'GET /api/colleagues': { needs: 'signed in' },
  'GET /api/accounts/:id/devices': { needs: 'administer', call: person },
  'DELETE /api/accounts/:id/devices': { needs: 'administer', call: person },
  'GET /api/access-log': { needs: 'audit' },
  'DELETE /api/accounts/:id/second-step': { needs: 'administer', fresh: true, call: person },
  'GET /api/accounts/:id/deputies': { needs: 'administer', call: person },
  'GET /api/accounts/:id/holdings': { needs: 'administer', call: person },
  'POST /api/accounts/:id/hand-over': {
    needs: 'administer',
    answers: 422,
    call: ids => ({ params: { id: ids.account }, body: { toId: ids.account, closeAccount: false } }),
  },
  'GET /api/accounts/:id/powers': { needs: ['audit', 'administer'], call: person },
  'GET /api/access/:subject/:id': {
    needs: ['write', 'conclude'],
    or: ['audit', 'administer'],
    about: 'agreement',
    call: ids => ({ params: { subject: 'agreement', id: ids.of.agreement } }),
  },
  'GET /api/accounts/:id/tokens': { needs: 'administer', call: person },
  'DELETE /api/accounts/:id/tokens': { needs: 'administer', call: person },
}

const erasure = { body: { reason: 'Asked for it' } }
const personal: Probes = {
  'GET /api/session/personal-data': { needs: 'signed in' },
  'POST /api/accounts/:id/erasure': {
    needs: 'administer',
    answers: 404,
    call: () => ({ params: { id: nowhereId }, ...erasure }),
  },
  'POST /api/persons/:id/erasure': {
    needs: 'administer',
    answers: 404,
    call: () => ({ params: { id: nowhereId }, ...erasure }),
  },
  'GET /api/retention': { needs: 'administer' },
  'PUT /api/retention': {
    needs: 'administer',
    call: () => ({
      body: { accessLogMonths: 13, mailMonths: 6, notificationMonths: 12, linkDays: 30, parkedJobMonths: 12 },
    }),
  },
}

const jobs = () => ({ body: { ids: [nowhereId] } })
const operation: Probes = {
  'GET /api/operation': { needs: 'administer' },
  'POST /api/operation/checks': { needs: 'administer' },
  'GET /api/operation/parked-jobs': { needs: 'administer' },
  'POST /api/operation/parked-jobs/retry': { needs: 'administer', call: jobs },
  'POST /api/operation/parked-jobs/discard': { needs: 'administer', call: jobs },
}

export const identityProbes: Probes = { ...signingIn, ...ownAccount, ...accounts, ...personal, ...operation }
