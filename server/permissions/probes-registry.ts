// How the routes of organisations, contacts and decisions about names are tried.
import { about, nowhereId, onThisDay, type ProbeCall, type ProbeIds, type Probes, using } from './probe.ts'

const partner = (ids: ProbeIds): ProbeCall => ({ params: { id: ids.partner } })
const reason = 'Tried by a test'

const organisations: Probes = {
  'GET /api/organisations': { needs: 'signed in' },
  'POST /api/organisations': {
    needs: 'registry',
    or: ['administer'],
    call: ids => ({ body: { name: `Institute ${ids.fresh()}` } }),
  },
  'GET /api/organisations/search': { needs: 'signed in', call: () => ({ query: { q: 'university' } }) },
  'GET /api/organisations/:id': { needs: 'signed in', call: partner },
  'PUT /api/organisations/:id': {
    needs: 'registry',
    or: ['administer'],
    about: 'home',
    answers: 409,
    call: ids => ({ params: { id: ids.home }, body: { established: 1920, version: 99 } }),
  },
  'POST /api/organisations/:id/accept-statement': {
    needs: 'registry',
    or: ['administer'],
    about: 'home',
    answers: 409,
    call: ids => ({ params: { id: ids.home }, body: { field: 'name', source: 'ror', version: 99 } }),
  },
  'POST /api/organisations/:id/merge': {
    needs: ['administer', 'registry'],
    everywhere: true,
    usesUp: 'organisation',
    call: ids => ({ params: { id: ids.used }, body: { intoId: ids.partner, reason } }),
  },
  'POST /api/organisations/:id/undo-merge': {
    needs: ['administer', 'registry'],
    everywhere: true,
    usesUp: 'merged',
    call: using({ body: { reason } }),
  },
  'POST /api/organisations/:id/split': {
    needs: 'registry',
    or: ['administer'],
    about: 'home',
    answers: 409,
    call: ids => ({
      params: { id: ids.home },
      body: { name: 'Part', names: [], identifiers: [], version: 99, reason },
    }),
  },
  'GET /api/organisations/:id/units': { needs: 'signed in', call: partner },
  'GET /api/organisations/:id/timeline': { needs: 'signed in', call: partner },
  'GET /api/organisations/:id/as-of': { needs: 'signed in', call: ids => ({ ...partner(ids), query: onThisDay() }) },
  'GET /api/homes': { needs: 'signed in' },
  'PUT /api/setup/homes': {
    needs: 'administer',
    call: ids => ({ body: { organisationIds: [ids.home, ids.otherHome] } }),
  },
  'DELETE /api/setup/homes/:id': { needs: 'administer', answers: 409, call: ids => ({ params: { id: ids.home } }) },
}

const persons: Probes = {
  'GET /api/persons': { needs: 'signed in' },
  'GET /api/organisations/:id/persons': { needs: 'signed in', call: partner },
  'POST /api/organisations/:id/persons': {
    needs: 'registry',
    or: ['administer'],
    about: 'home',
    call: ids => ({ params: { id: ids.partner }, body: { name: `Contact ${ids.fresh()}`, homeId: ids.home } }),
  },
  'GET /api/persons/:id': { needs: 'read', about: 'person', call: about('person') },
  'PUT /api/persons/:id': {
    needs: 'registry',
    or: ['administer'],
    about: 'person',
    answers: 409,
    call: about('person', { body: { position: 'Dean', version: 99 } }),
  },
  'DELETE /api/persons/:id': {
    needs: 'registry',
    or: ['administer'],
    about: 'person',
    usesUp: 'person',
    call: using(),
  },
}

const names: Probes = {
  'GET /api/registry/state': { needs: 'signed in' },
  'GET /api/registry/imports': { needs: 'signed in' },
  'POST /api/registry/imports': { needs: 'administer', call: () => ({ upload: 'neither list' }) },
  'GET /api/registry/imports/:id': { needs: 'signed in', answers: 404, call: () => ({ params: { id: nowhereId } }) },
  'GET /api/registry/imports/:id/doubtful.csv': {
    needs: 'signed in',
    answers: 404,
    call: () => ({ params: { id: nowhereId } }),
  },
  'GET /api/registry/decisions': { needs: 'signed in' },
  'PUT /api/registry/decisions': {
    needs: 'registry',
    or: ['administer'],
    about: 'home',
    call: ids => ({ body: { homeId: ids.home, written: `Name ${ids.fresh()}`, organisationId: ids.partner } }),
  },
  'DELETE /api/registry/decisions/:id': {
    needs: 'registry',
    or: ['administer'],
    about: 'decision',
    usesUp: 'decision',
    call: using(),
  },
  'GET /api/registry/decisions.csv': {
    needs: 'read',
    about: 'decision',
    call: ids => ({ query: { homeId: ids.home } }),
  },
  'POST /api/registry/decisions/import': {
    needs: 'registry',
    or: ['administer'],
    about: 'home',
    call: ids => ({ query: { homeId: ids.home }, upload: 'name,country,ror,organisation_id,organisation\n' }),
  },
}

export const registryProbes: Probes = { ...organisations, ...persons, ...names }
