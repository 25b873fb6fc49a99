// How the routes of comments, watching and notifications are tried.
import { about, nowhereId, type ProbeIds, type Probes, using } from './probe.ts'

const record = (ids: ProbeIds) => ({ params: { subject: 'agreement', id: ids.of.agreement } })

const comments: Probes = {
  'GET /api/records/:subject/:id/comments': { needs: 'read', about: 'agreement', call: record },
  'POST /api/records/:subject/:id/comments': {
    needs: 'read',
    notJustAuditing: true,
    about: 'agreement',
    call: ids => ({ ...record(ids), body: { body: `Said ${ids.fresh()}` } }),
  },
  // Only who wrote it may change it.
  'PATCH /api/comments/:id': {
    needs: 'read',
    answers: 403,
    about: 'comment',
    call: about('comment', { body: { body: 'Changed', version: 1 } }),
  },
  'DELETE /api/comments/:id': { needs: 'administer', about: 'comment', usesUp: 'comment', call: using() },
  'GET /api/comments/:id/versions': { needs: 'read', about: 'comment', call: about('comment') },
  'GET /api/records/:subject/:id/readers': { needs: 'read', about: 'agreement', call: record },
  'GET /api/records/:subject/:id/discussion': { needs: 'read', about: 'agreement', call: record },
  'PUT /api/records/:subject/:id/watch': {
    needs: 'read',
    about: 'agreement',
    call: ids => ({ ...record(ids), body: { isWatching: false } }),
  },
}

const notifications: Probes = {
  'GET /api/notifications': { needs: 'signed in' },
  'GET /api/notifications/unread': { needs: 'signed in' },
  'POST /api/notifications/read': { needs: 'signed in', call: () => ({ body: { ids: [nowhereId] } }) },
  'GET /api/notifications/stream': { needs: 'signed in' },
}

export const talkProbes: Probes = { ...comments, ...notifications }
