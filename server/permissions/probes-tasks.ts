// How the routes of tasks, links between records and tags are tried.
import { about, nowhereId, type ProbeIds, type Probes, using } from './probe.ts'

const record = (ids: ProbeIds) => ({ params: { subject: 'agreement', id: ids.of.agreement } })

const tasks: Probes = {
  'GET /api/records/:subject/:id/tasks': { needs: 'read', about: 'agreement', call: record },
  'GET /api/task-owners': { needs: 'signed in' },
  // Nobody can be given one who does not exist.
  'POST /api/tasks': {
    needs: 'read',
    notJustAuditing: true,
    answers: 422,
    about: 'agreement',
    call: ids => ({ body: { text: 'Tried by a test', ownerId: nowhereId, record: record(ids).params } }),
  },
  'GET /api/tasks/:id': { needs: 'read', about: 'task', call: about('task') },
  'PATCH /api/tasks/:id': {
    needs: ['write', 'administer'],
    answers: 409,
    about: 'task',
    call: about('task', { body: { text: 'Changed', ownerId: nowhereId, dueOn: null, version: 99 } }),
  },
  'PUT /api/tasks/:id/done': { needs: ['write', 'administer'], about: 'task', call: about('task') },
  'DELETE /api/tasks/:id/done': { needs: ['write', 'administer'], about: 'task', call: about('task') },
  'DELETE /api/tasks/:id': { needs: ['write', 'administer'], about: 'task', usesUp: 'task', call: using() },
}

const links: Probes = {
  'GET /api/records/:subject/:id/links': { needs: 'read', about: 'agreement', call: record },
  // No record is linked with itself.
  'POST /api/records/:subject/:id/links': {
    needs: 'write',
    answers: 422,
    about: 'agreement',
    call: ids => ({ ...record(ids), body: { word: 'see_also', to: record(ids).params } }),
  },
  // Who works on either side may let go; the other one is an organisation.
  'DELETE /api/links/:id': {
    needs: ['write', 'registry', 'administer'],
    anywhere: true,
    about: 'link',
    usesUp: 'link',
    call: using(),
  },
}

const tags: Probes = {
  'GET /api/records/:subject/:id/tags': { needs: 'read', about: 'agreement', call: record },
  'PUT /api/records/:subject/:id/tags': {
    needs: 'write',
    about: 'agreement',
    call: ids => ({ ...record(ids), body: { tagIds: [] } }),
  },
  'GET /api/tags': { needs: 'signed in' },
  'POST /api/tags': {
    needs: 'write',
    about: 'tag',
    call: ids => ({ body: { homeId: ids.home, name: `Tag ${ids.fresh()}`, colour: 'info' } }),
  },
  'PATCH /api/tags/:id': {
    needs: 'write',
    about: 'tag',
    call: ids => ({ params: { id: ids.of.tag }, body: { name: `Tag ${ids.fresh()}`, colour: 'info' } }),
  },
  'DELETE /api/tags/:id': { needs: 'write', about: 'tag', usesUp: 'tag', call: using() },
}

export const taskProbes: Probes = { ...tasks, ...links, ...tags }
