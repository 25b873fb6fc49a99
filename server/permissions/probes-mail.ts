// How the routes of mail about notifications are tried.
import { nowhereId, type Probes } from './probe.ts'

const modes = {
  ...{ mention: 'at_once', turn: 'at_once', task: 'at_once' },
  ...{ own: 'daily', watch: 'daily', import: 'in_app' },
}
const nowhere = () => ({ params: { id: nowhereId } })
const forged = () => ({ params: { token: 'a.daily.b' } })

export const mailProbes: Probes = {
  'GET /api/notifications/preferences': { needs: 'signed in' },
  'PUT /api/notifications/preferences': {
    needs: 'signed in',
    call: () => ({ body: { modes, timeZone: null, hour: 7, weekday: 1 } }),
  },
  'GET /api/unsubscribe/:token': { needs: 'signed in', answers: 404, call: forged },
  'POST /unsubscribe/:token': { needs: 'signed in', answers: 404, call: forged },
  'GET /api/operation/outbox': { needs: 'administer' },
  'GET /api/operation/outbox-state': { needs: 'administer' },
  'GET /api/operation/outbox/:id': { needs: 'administer', answers: 404, call: nowhere },
  'POST /api/operation/outbox/:id/retry': { needs: 'administer', answers: 404, call: nowhere },
}
