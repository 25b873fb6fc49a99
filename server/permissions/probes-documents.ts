// How the routes of seals and of the verification are tried.
import type { ProbeIds, Probes } from './probe.ts'

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
  'POST /api/verification/code': {
    needs: 'signed in',
    answers: 422,
    call: () => ({ body: { code: 'AAAA-AAAA-AAAAB' } }),
  },
  'POST /api/verification/file': { needs: 'signed in', call: () => ({ upload: 'no document' }) },
}
