// How the routes of drafts are tried: with an agreement in force that has no draft; who may write in one is tested beside the module.
import { about, nowhereId, type ProbeIds, type Probes } from './probe.ts'

const noDraft = { needs: 'read', about: 'agreement', answers: 409 } as const
const inDraft = (params: Record<string, string | number>, body: object) => (ids: ProbeIds) => ({
  params: { id: ids.of.agreement, ...params },
  body,
})

export const draftingProbes: Probes = {
  'GET /api/agreements/:id/draft': { needs: 'read', about: 'agreement', call: about('agreement') },
  // The text of an agreement in force is not written on, whoever asks.
  'POST /api/agreements/:id/draft': {
    ...{ needs: 'read', about: 'agreement', answers: 403 },
    call: about('agreement', { body: { languages: ['en'] } }),
  },
  'PATCH /api/agreements/:id/draft': { ...noDraft, call: about('agreement', { body: { version: 1 } }) },
  'GET /api/agreements/:id/draft/live': { ...noDraft, call: about('agreement') },
  'POST /api/agreements/:id/draft/suggestions': {
    ...noDraft,
    call: about('agreement', { body: { decision: 'take_in', ids: null } }),
  },
  'GET /api/agreements/:id/draft/versions': { ...noDraft, call: about('agreement') },
  'POST /api/agreements/:id/draft/versions': { ...noDraft, call: about('agreement', { body: { name: 'Kept' } }) },
  'POST /api/agreements/:id/draft/versions/:number/restore': { ...noDraft, call: inDraft({ number: 1 }, {}) },
  'GET /api/agreements/:id/draft/comparison': {
    ...noDraft,
    call: about('agreement', { query: { from: '1', to: '0' } }),
  },
  'PUT /api/agreements/:id/draft/promises/:commitmentId': {
    ...noDraft,
    call: inDraft({ commitmentId: nowhereId }, { clauseId: null }),
  },
  'PUT /api/agreements/:id/draft/clauses/:clauseId/settled': {
    ...noDraft,
    call: inDraft({ clauseId: nowhereId }, { isSettled: true }),
  },
}
