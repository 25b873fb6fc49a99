// How the routes of seals and of the verification are tried.
import { nowhereId, type ProbeIds, type Probes } from './probe.ts'

const nobodys = { params: { id: nowhereId } }
const ofHome = (ids: ProbeIds) => ({ params: { id: ids.home } })

export const documentProbes: Probes = {
  'GET /api/seals': { needs: 'administer' },
  'POST /api/organisations/:id/seal': {
    ...{ needs: 'administer', about: 'home', fresh: true, answers: 422 },
    call: ids => ({ ...ofHome(ids), body: { file: 'bm8ga2V5', password: '' } }),
  },
  'POST /api/organisations/:id/seal/own': { needs: 'administer', about: 'home', fresh: true, call: ofHome },
  'GET /api/organisations/:id/seal/sample': { needs: 'administer', about: 'home', call: ofHome },
  'DELETE /api/organisations/:id/seal': { needs: 'administer', about: 'home', fresh: true, call: ofHome },
  'GET /api/word-templates': { needs: 'read' },
  'POST /api/word-templates': {
    ...{ needs: 'write', about: 'home', answers: 422 },
    call: ids => ({ query: { homeId: ids.home }, upload: 'no Word file' }),
  },
  // Who may do what with a template is tried in word-template.routes.test.ts; here is one that nobody added.
  'GET /api/word-templates/:id/file': { needs: 'signed in', answers: 404, call: () => nobodys },
  'GET /api/word-templates/:id/sample': { needs: 'signed in', answers: 404, call: () => nobodys },
  'DELETE /api/word-templates/:id': { needs: 'signed in', answers: 404, call: () => nobodys },
  'POST /api/verification/code': {
    needs: 'signed in',
    answers: 422,
    call: () => ({ body: { code: 'AAAA-AAAA-AAAAB' } }),
  },
  'POST /api/verification/file': { needs: 'signed in', call: () => ({ upload: 'no document' }) },
}
