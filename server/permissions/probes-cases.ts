// How the routes of agreements, commitments, deeds, imports and Today are tried.
import { about, nowhereId, onThisDay, type ProbeIds, type Probes, using } from './probe.ts'

const reason = 'Tried by a test'
const agreement = (ids: ProbeIds) => ({
  homeId: ids.home,
  kinds: ['memorandum'],
  title: { en: `Memorandum ${ids.fresh()}` },
  parties: [{ organisationId: ids.partner, side: 'partner' }],
})
const commitment = (ids: ProbeIds) => ({
  kind: 'student_mobility',
  promisor: { organisationId: ids.home },
  beneficiary: { organisationId: ids.partner },
  unit: 'person',
  quantity: '5',
  comparator: 'at_least',
  period: 'whole_term',
  carry: 'none',
  condition: 'none',
})
const entry = (ids: ProbeIds) => ({
  kind: 'student_mobility',
  unit: 'person',
  quantity: '1',
  from: { organisationId: ids.home },
  to: { organisationId: ids.partner },
  startsOn: { on: '2024-10-01', precision: 'day' },
  status: 'confirmed',
})

const agreements: Probes = {
  'POST /api/agreements': { needs: 'write', about: 'home', call: ids => ({ body: agreement(ids) }) },
  'GET /api/agreements/similar': {
    needs: 'signed in',
    call: ids => ({ query: { homeId: ids.home, partner: ids.partner } }),
  },
  'GET /api/agreements/owners': { needs: 'signed in' },
  'GET /api/agreements/:id': { needs: 'read', about: 'agreement', call: about('agreement') },
  'PUT /api/agreements/:id': {
    needs: 'write',
    about: 'agreement',
    answers: 409,
    call: ids => ({ params: { id: ids.of.agreement }, body: { ...agreement(ids), version: 99 } }),
  },
  'POST /api/agreements/:id/steps': {
    needs: 'conclude',
    about: 'agreement',
    answers: 409,
    call: about('agreement', { body: { step: 'terminate', reason, version: 99 } }),
  },
  'POST /api/agreements/:id/begin-renewal': {
    needs: 'write',
    about: 'agreement',
    answers: 409,
    call: about('agreement', { body: { version: 99 } }),
  },
  'GET /api/agreements/readers': { needs: 'write' },
  'GET /api/agreements/:id/readers': { needs: 'read', about: 'agreement', call: about('agreement') },
  'PUT /api/agreements/:id/readers/:personId': {
    needs: 'write',
    about: 'agreement',
    call: ids => ({ params: { id: ids.of.agreement, personId: ids.account }, body: { isReader: false } }),
  },
  'GET /api/agreements/:id/timeline': { needs: 'read', about: 'agreement', call: about('agreement') },
  'GET /api/agreements/:id/as-of': {
    needs: 'read',
    about: 'agreement',
    call: about('agreement', { query: onThisDay() }),
  },
  'GET /api/fields-of-science': { needs: 'signed in' },
  'POST /api/agreements/:id/files': {
    needs: 'write',
    about: 'agreement',
    call: ids => ({ params: { id: ids.of.agreement }, upload: `text ${ids.fresh()}` }),
  },
  'DELETE /api/agreements/:id/files/:fileId': {
    needs: 'write',
    about: 'agreement',
    answers: 404,
    call: ids => ({ params: { id: ids.of.agreement, fileId: nowhereId }, query: { reason } }),
  },
  'POST /api/files': { needs: 'record', call: ids => ({ upload: `text ${ids.fresh()}` }) },
  'GET /api/files/:id': { needs: 'read', about: 'file', call: about('file') },
  'GET /api/agreements/:id/delegates': {
    needs: ['write', 'conclude'],
    about: 'agreement',
    call: about('agreement'),
  },
  'PUT /api/agreements/:id/delegation': {
    needs: ['write', 'conclude'],
    about: 'agreement',
    answers: 422,
    call: about('agreement', { body: { toId: 'nobody' } }),
  },
  'DELETE /api/agreements/:id/delegation': {
    needs: ['write', 'conclude'],
    about: 'agreement',
    call: about('agreement'),
  },
}

const portfolio: Probes = {
  'GET /api/portfolio/list': { needs: 'signed in' },
  'GET /api/portfolio/counts': { needs: 'signed in' },
  'GET /api/portfolio/map': { needs: 'signed in' },
  'GET /api/portfolio/timeline': { needs: 'signed in' },
  'GET /api/portfolio/partners': { needs: 'signed in' },
  'GET /api/partners/:organisationId': {
    needs: 'signed in',
    call: ids => ({ params: { organisationId: ids.partner } }),
  },
  'GET /api/countries/:code': { needs: 'signed in', call: () => ({ params: { code: 'UZ' } }) },
  'GET /api/portfolio/borders': { needs: 'signed in', answers: 204 },
  'POST /api/portfolio/export': { needs: 'signed in', call: () => ({ query: { format: 'csv' } }) },
  'GET /api/agreements/export': { needs: 'signed in', call: () => ({ query: { format: 'json' } }) },
  'GET /api/saved-views': { needs: 'signed in' },
  'POST /api/saved-views': {
    needs: 'share',
    call: ids => ({ body: { page: 'agreements', name: `View ${ids.fresh()}`, query: {}, shared: true } }),
  },
  'PUT /api/saved-views/:id': {
    needs: 'signed in',
    answers: 404,
    call: ids => ({ params: { id: ids.view }, body: { page: 'agreements', name: 'Taken', query: {} } }),
  },
  'DELETE /api/saved-views/:id': { needs: 'signed in', answers: 404, call: ids => ({ params: { id: ids.view } }) },
  'GET /api/feeds': { needs: 'signed in' },
  'POST /api/feeds': { needs: 'signed in', call: () => ({ body: {} }) },
  'DELETE /api/feeds/:id': { needs: 'signed in', answers: 404, call: ids => ({ params: { id: ids.feed } }) },
}

const ledger: Probes = {
  'GET /api/commitments': { needs: 'signed in' },
  'POST /api/commitments': {
    needs: 'write',
    about: 'agreement',
    unseen: 422,
    call: ids => ({ body: { ...commitment(ids), agreementId: ids.of.agreement } }),
  },
  'GET /api/commitments/:id': { needs: 'read', about: 'commitment', call: about('commitment') },
  'PUT /api/commitments/:id': {
    needs: 'write',
    about: 'commitment',
    answers: 409,
    call: ids => ({ params: { id: ids.of.commitment }, body: { ...commitment(ids), quantity: '6', version: 99 } }),
  },
  'POST /api/commitments/:id/steps': {
    needs: 'write',
    about: 'commitment',
    answers: 409,
    call: about('commitment', { body: { step: 'suspend', reason, version: 99 } }),
  },
  'POST /api/commitments/:id/waivers': {
    needs: 'write',
    about: 'commitment',
    answers: 422,
    call: about('commitment', { body: { periodStart: '1901-01-01', reason } }),
  },
  'GET /api/commitments/:id/timeline': { needs: 'read', about: 'commitment', call: about('commitment') },
  'GET /api/entries': { needs: 'signed in' },
  'POST /api/entries': {
    needs: 'record',
    about: 'agreement',
    unseen: 422,
    call: ids => ({ body: { ...entry(ids), agreementId: ids.of.agreement } }),
  },
  'PUT /api/entries/:id': {
    needs: 'write',
    about: 'entry',
    also: 'record',
    usesUp: 'entry',
    call: ids => ({ params: { id: ids.used }, body: { ...entry(ids), quantity: '2', reason } }),
  },
  'POST /api/entries/:id/confirm': { needs: 'write', about: 'entry', usesUp: 'entry', call: using() },
  'POST /api/entries/:id/reverse': {
    needs: 'write',
    about: 'entry',
    usesUp: 'entry',
    call: using({ body: { reason } }),
  },
  'POST /api/entries/:id/evidence': {
    needs: 'record',
    about: 'entry',
    call: about('entry', { body: { kind: 'link', url: 'https://example.org/proof' } }),
  },
  'GET /api/balance': { needs: 'signed in', call: ids => ({ query: { partnerId: ids.partner } }) },
  'GET /api/pulse-settings': { needs: 'signed in' },
  'PUT /api/pulse-settings': { needs: 'administer', call: () => ({ body: { settings: {} } }) },
}

const imports: Probes = {
  'GET /api/imports': { needs: 'signed in' },
  'POST /api/imports': {
    needs: 'import',
    about: 'home',
    call: ids => ({ query: { homeId: ids.home }, upload: `Partner,Title\nA,${ids.fresh()}\n` }),
  },
  'GET /api/imports/meanings': { needs: 'signed in' },
  'POST /api/imports/pasted': {
    needs: 'import',
    about: 'home',
    call: ids => ({ body: { homeId: ids.home, text: `Partner\tTitle\nA\t${ids.fresh()}\n` } }),
  },
  'GET /api/imports/:id': { needs: 'import', about: 'import', call: about('import') },
  'PUT /api/imports/:id/mapping': {
    needs: 'import',
    about: 'import',
    answers: 409,
    call: about('import', { body: { version: 99 } }),
  },
  'GET /api/imports/:id/rows': { needs: 'import', about: 'import', call: about('import') },
  'PUT /api/imports/:id/rows/:row': {
    needs: 'import',
    about: 'import',
    answers: 409,
    call: ids => ({ params: { id: ids.of.import, row: 2 }, body: { skip: true } }),
  },
  'GET /api/imports/:id/partners': { needs: 'import', about: 'import', call: about('import') },
  'PUT /api/imports/:id/partners': {
    needs: 'import',
    about: 'import',
    answers: 409,
    call: about('import', { body: { key: 'none', decision: 'ignored' } }),
  },
  'POST /api/imports/:id/write': {
    needs: 'import',
    about: 'import',
    answers: 409,
    call: about('import', { body: {} }),
  },
  'POST /api/imports/:id/undo': { needs: 'import', about: 'import', answers: 409, call: about('import', { body: {} }) },
  'POST /api/imports/:id/cancel': {
    needs: 'import',
    about: 'import',
    answers: 409,
    call: about('import', { body: { version: 99 } }),
  },
}

const snooze = (ids: ProbeIds) => ({ params: { subject: 'agreement', id: ids.of.agreement } })
const today: Probes = {
  'GET /api/today': { needs: 'signed in' },
  'PUT /api/today/snoozes/:subject/:id': {
    needs: 'read',
    about: 'agreement',
    answers: 422,
    call: ids => ({ ...snooze(ids), body: { until: '1999-01-01' } }),
  },
  'DELETE /api/today/snoozes/:subject/:id': { needs: 'signed in', call: snooze },
  'DELETE /api/today/snoozes': { needs: 'signed in' },
}

export const caseProbes: Probes = { ...agreements, ...portfolio, ...ledger, ...imports, ...today }
