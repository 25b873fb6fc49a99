// How the routes of the clause library are tried.
import { about, type ProbeIds, type Probes } from './probe.ts'

const clause = (ids: ProbeIds) => ({
  title: { en: `Clause ${ids.fresh()}` },
  role: 'article',
  guidance: {},
  variables: [],
  alternatives: [{ key: 'a', when: {}, versions: { en: { heading: 'Heading', body: 'Words' } }, promises: [] }],
})
const template = (ids: ProbeIds) => ({
  ...{ title: { en: `Template ${ids.fresh()}` }, description: {}, kinds: [], languages: ['en'] },
  prevailing: null,
})
const item = (ids: ProbeIds) => ({ kind: 'clause', id: ids.of.clause })

const reading: Probes = {
  'GET /api/library': { needs: 'read' },
  'GET /api/library/clauses': { needs: 'read' },
  'GET /api/library/templates': { needs: 'read' },
  'GET /api/library/clauses/:id': { needs: 'read', about: 'clause', call: about('clause') },
  'GET /api/library/templates/:id': { needs: 'read', about: 'template', call: about('template') },
  'POST /api/library/templates/:id/preview': {
    needs: 'read',
    about: 'template',
    call: about('template', { body: { languages: ['en'] } }),
  },
}

const writing: Probes = {
  'POST /api/library/clauses': {
    needs: 'write',
    about: 'home',
    call: ids => ({ body: { homeId: ids.home, content: clause(ids) } }),
  },
  'PUT /api/library/clauses/:id': {
    needs: 'write',
    about: 'clause',
    answers: 409,
    call: ids => ({ params: { id: ids.of.clause }, body: { version: 99, content: clause(ids) } }),
  },
  'POST /api/library/templates': {
    needs: 'write',
    about: 'home',
    call: ids => ({ body: { homeId: ids.home, content: { ...template(ids), parts: [] } } }),
  },
  'PUT /api/library/templates/:id': {
    needs: 'write',
    about: 'template',
    answers: 409,
    call: ids => ({ params: { id: ids.of.template }, body: { version: 99, content: { ...template(ids), parts: [] } } }),
  },
  'POST /api/library/templates/from-clauses': {
    needs: 'write',
    about: 'home',
    call: ids => {
      const clauses = [{ role: 'article', versions: { en: { heading: 'Heading', body: 'Words' } } }]
      return { body: { homeId: ids.home, template: template(ids), clauses } }
    },
  },
  'POST /api/library/uploads': { needs: 'write', answers: 422, call: () => ({ upload: 'no Word file' }) },
}

const settling: Probes = {
  'POST /api/library/:kind/:id/approval': {
    needs: 'conclude',
    about: 'clause',
    answers: 409,
    call: ids => ({ params: item(ids), body: { version: 99 } }),
  },
  'POST /api/library/:kind/:id/retirement': {
    needs: 'conclude',
    about: 'clause',
    usesUp: 'clause',
    call: ids => ({ params: { kind: 'clause', id: ids.used }, body: { reason: 'Tried by a test' } }),
  },
  'DELETE /api/library/:kind/:id/retirement': {
    needs: 'conclude',
    about: 'clause',
    call: ids => ({ params: item(ids) }),
  },
  'POST /api/library/start-set': {
    needs: 'administer',
    about: 'home',
    call: ids => ({ body: { homeId: ids.home } }),
  },
}

export const libraryProbes: Probes = { ...reading, ...writing, ...settling }
