// How the routes of due diligence are tried.
import { about, nowhereId, type ProbeIds, type Probes } from './probe.ts'

const record = (ids: ProbeIds) => ({ params: { subject: 'agreement', id: ids.of.agreement } })
const nobodys = { params: { id: nowhereId } }
const list = (ids: ProbeIds) => ({ name: `List ${ids.fresh()}`, format: 'un_xml' })
/** What a check found is for those who check, decide or audit. */
const looking = ['write', 'conclude', 'audit'] as const

export const screeningProbes: Probes = {
  'GET /api/records/:subject/:id/check': { needs: 'read', about: 'agreement', call: record },
  'POST /api/records/:subject/:id/check': { needs: 'write', about: 'agreement', call: record },
  'GET /api/screening/checks': { needs: 'signed in' },
  'GET /api/screening/checks/:id': { needs: looking, about: 'check', call: about('check') },
  'GET /api/screening/checks/:id/evidence.html': { needs: looking, about: 'check', call: about('check') },
  'POST /api/screening/checks/:id/comparison': { needs: 'write', about: 'check', call: about('check') },
  'PUT /api/screening/checks/:id/answers': {
    needs: 'write',
    about: 'check',
    call: about('check', { body: { questionnaire: 0, answers: { dual_use: 'no' } } }),
  },
  // Nobody has the version yet.
  'POST /api/screening/checks/:id/steps': {
    needs: 'conclude',
    answers: 409,
    about: 'check',
    call: about('check', { body: { step: 'refuse', reason: 'Tried by a test', version: 99_999 } }),
  },
  // Matches and parties of others are tried in screening.test.ts; here are some that nobody has.
  'POST /api/screening/matches/:id/verdict': {
    needs: 'signed in',
    answers: 404,
    call: () => ({ ...nobodys, body: { verdict: 'false_positive', reason: 'Tried', entryHash: 'none' } }),
  },
  'PUT /api/screening/parties/:id/facts': {
    needs: 'signed in',
    answers: 404,
    call: () => ({ ...nobodys, body: { names: [], birthDates: [], countries: [], identifiers: [] } }),
  },
  'GET /api/screening/lists': { needs: 'signed in' },
  'POST /api/screening/lists': { needs: 'administer', call: ids => ({ body: list(ids) }) },
  'PUT /api/screening/lists/:id': {
    needs: 'administer',
    answers: 404,
    call: ids => ({ ...nobodys, body: { ...list(ids), active: true, version: 1 } }),
  },
  'DELETE /api/screening/lists/:id': { needs: 'administer', answers: 404, call: () => nobodys },
  'POST /api/screening/lists/:id/versions': {
    needs: 'administer',
    answers: 404,
    call: () => ({ ...nobodys, upload: 'id,name' }),
  },
  'GET /api/screening/settings': { needs: 'signed in' },
  'PUT /api/screening/settings': {
    needs: 'administer',
    call: () => ({ body: { threshold: 0.82, verdictMonths: 12, validMonths: 12, countries: [] } }),
  },
  'GET /api/screening/questionnaire': { needs: 'signed in' },
  'PUT /api/screening/questionnaire': {
    needs: 'administer',
    answers: 409,
    call: () => ({ body: { number: 99, content: { questions: [], triggers: [], rules: [] } } }),
  },
}
