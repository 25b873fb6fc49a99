// How the routes for guests, other systems and search are tried.
import { about, nowhereId, type ProbeIds, type Probes, using } from './probe.ts'

const nobodys = { params: { id: nowhereId } }
const token = 'a-token-that-nobody-was-given-here'
const invitation = (ids: ProbeIds) => ({
  name: 'Guest of the test',
  organisationId: ids.partner,
  language: 'en',
  rights: ['comment'],
})

/** The guest of another link is tried in guests.test.ts. */
const visiting = (ids: ProbeIds) => ({ params: { id: ids.visit } })

const guests: Probes = {
  'GET /api/agreements/:id/guests': { needs: 'read', about: 'agreement', call: about('agreement') },
  'POST /api/agreements/:id/guests': {
    needs: 'write',
    about: 'agreement',
    call: ids => ({ params: { id: ids.of.agreement }, body: invitation(ids) }),
  },
  'POST /api/guests/:id/renewal': { needs: 'write', about: 'guest', usesUp: 'guest', call: using() },
  'DELETE /api/guests/:id': {
    needs: 'write',
    or: ['administer'],
    about: 'guest',
    usesUp: 'guest',
    call: using(),
  },
  'GET /api/guests': { needs: 'administer' },
  // Files of guests are tried in guests.test.ts; here is one that nobody supplied.
  'GET /api/guest-files/:id': { needs: 'signed in', answers: 404, call: () => nobodys },
  'POST /api/guest-files/:id/acceptance': {
    needs: 'signed in',
    answers: 404,
    call: () => ({ ...nobodys, body: { purpose: 'document' } }),
  },
  'POST /api/guest-files/:id/refusal': {
    needs: 'signed in',
    answers: 404,
    call: () => ({ ...nobodys, body: { reason: 'Tried by a test' } }),
  },
  'POST /api/guest/:id/open': { needs: 'signed in', answers: 404, call: () => ({ ...nobodys, body: { token } }) },
  'POST /api/guest/:id/code': { needs: 'signed in', answers: 404, call: () => ({ ...nobodys, body: { token } }) },
  'POST /api/guest/:id/proof': {
    needs: 'signed in',
    answers: 404,
    call: () => ({ ...nobodys, body: { token, code: '000000' } }),
  },
  'GET /api/guest/:id': { needs: 'guest', call: visiting },
  'POST /api/guest/:id/entries/:entryId/answer': {
    needs: 'signed in',
    answers: 401,
    call: () => ({ params: { id: nowhereId, entryId: nowhereId }, body: { happened: true } }),
  },
  'POST /api/guest/:id/files': { needs: 'guest', call: ids => ({ ...visiting(ids), upload: 'text' }) },
  'POST /api/guest/:id/comments': {
    needs: 'guest',
    call: ids => ({ ...visiting(ids), body: { body: 'Said by a guest' } }),
  },
  'POST /api/guest/:id/leaving': { needs: 'signed in', answers: 401, call: () => nobodys },
}

const webhook = (ids: ProbeIds) => ({ name: `Hook ${ids.fresh()}`, url: 'https://example.org/hook', events: [] })
const webhooks: Probes = {
  'GET /api/webhooks': { needs: 'administer' },
  'POST /api/webhooks': { needs: 'administer', fresh: true, call: ids => ({ body: webhook(ids) }) },
  'PUT /api/webhooks/:id': {
    fresh: true,
    needs: 'administer',
    answers: 404,
    call: ids => ({ ...nobodys, body: { ...webhook(ids), active: true } }),
  },
  'POST /api/webhooks/:id/secret': { needs: 'administer', fresh: true, answers: 404, call: () => nobodys },
  'DELETE /api/webhooks/:id': { needs: 'administer', answers: 404, call: () => nobodys },
  'POST /api/webhooks/:id/ping': { needs: 'administer', answers: 404, call: () => nobodys },
  'GET /api/webhooks/:id/deliveries': { needs: 'administer', answers: 404, call: () => nobodys },
  'POST /api/webhooks/:id/replay': {
    needs: 'administer',
    answers: 404,
    call: () => ({ ...nobodys, body: { deliveryId: nowhereId } }),
  },
}

const finding: Probes = {
  'GET /api/search': { needs: 'signed in', call: () => ({ query: { q: 'memorandum' } }) },
  'GET /api/organisations/:id/match': {
    needs: 'signed in',
    call: ids => ({ params: { id: ids.partner }, query: { text: 'Partner University' } }),
  },
}

export const outsideProbes: Probes = { ...guests, ...webhooks, ...finding }
