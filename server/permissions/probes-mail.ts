// How the routes of mail about notifications, of working days and reminder rules are tried.
import { nowhereId, type Probes } from './probe.ts'

const modes = {
  ...{ mention: 'at_once', turn: 'at_once', task: 'at_once' },
  ...{ own: 'daily', watch: 'daily', reminder: 'daily', import: 'in_app' },
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
  'GET /api/calendars': { needs: 'signed in' },
  'GET /api/calendars/:country': {
    needs: 'signed in',
    call: () => ({ params: { country: 'IR' }, query: { year: '2027' } }),
  },
  'PUT /api/calendars/:country/weekend': {
    needs: 'administer',
    call: () => ({ params: { country: 'IR' }, body: { days: null } }),
  },
  'POST /api/calendars/:country/holidays': {
    needs: 'administer',
    call: ids => ({ params: { country: 'IR' }, body: { onDay: '2027-03-21', name: `Day ${ids.fresh()}` } }),
  },
  'DELETE /api/calendars/:country/holidays/:id': {
    needs: 'administer',
    answers: 404,
    call: () => ({ params: { country: 'IR', id: nowhereId } }),
  },
  'POST /api/calendars/:country/import': {
    needs: 'administer',
    call: () => ({ params: { country: 'IR' }, body: { file: 'none.csv', text: 'date,name' } }),
  },
  'GET /api/reminder-rules': { needs: 'administer' },
  'GET /api/reminder-rules/effect': { needs: 'administer', call: () => ({ query: { kind: 'expiry' } }) },
  'PUT /api/reminder-rules/:kind': {
    needs: 'administer',
    call: () => ({ params: { kind: 'task' }, body: { homeId: null, days: [1], who: ['owner'] } }),
  },
  'DELETE /api/reminder-rules/:kind': {
    needs: 'administer',
    call: () => ({ params: { kind: 'task' }, body: { homeId: null } }),
  },
  'GET /api/operation/outbox': { needs: 'administer' },
  'GET /api/operation/outbox-state': { needs: 'administer' },
  'GET /api/operation/outbox/:id': { needs: 'administer', answers: 404, call: nowhere },
  'POST /api/operation/outbox/:id/retry': { needs: 'administer', answers: 404, call: nowhere },
}
