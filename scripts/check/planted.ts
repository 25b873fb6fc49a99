// One small tree of files for each import rule that breaks exactly that rule: the check must catch every one.
const clean = {
  'server/core/contract.ts': `import { Type } from 'typebox'\nexport const Id = Type.String()`,
  'server/modules/registry/index.ts': `export { canRead } from './organisation.policy.ts'`,
  'server/modules/registry/organisation.contract.ts': `import { Id } from '#core/contract.ts'\nexport const get = { Id }`,
  'server/modules/registry/organisation.policy.ts': `import type { Db } from '#core/database/connect.ts'\nexport const canRead = (db: Db) => Boolean(db)`,
  'server/modules/registry/organisation.store.ts': `import { sql } from 'kysely'\nexport const find = () => sql\`select 1\``,
  'web/modules/registry/page.tsx': `import { get } from '#modules/registry/organisation.contract.ts'\nexport const page = get`,
}

const plant = (rule: number, title: string, files: Record<string, string>) => ({
  rule,
  title,
  files: new Map(Object.entries({ ...clean, ...files })),
})

/** A tree without any violation. */
export const cleanTree = new Map(Object.entries(clean))

export const planted = [
  plant(1, 'core imports a module', {
    'server/core/http/server.ts': `import { canRead } from '#modules/registry/index.ts'\nexport const guard = canRead`,
  }),
  plant(1, 'core imports the list of modules when needed', {
    'server/core/app.ts': `export const load = () => import('../modules.ts')`,
  }),
  plant(2, 'a module passes the door of another', {
    'server/modules/ledger/actions/post-entry.ts': `import { canRead } from '#modules/registry/organisation.policy.ts'\nexport const post = canRead`,
  }),
  plant(2, 'a module imports one that comes after it', {
    'server/modules/ledger/index.ts': `export const balance = 0`,
    'server/modules/registry/actions/merge.ts': `import { balance } from '../../ledger/index.ts'\nexport const merge = balance`,
  }),
  plant(3, 'a contract imports Fastify', {
    'server/modules/registry/unit.contract.ts': `import type { FastifyRequest } from 'fastify'\nexport type Ask = FastifyRequest`,
  }),
  plant(3, 'states reach Node by a detour', {
    'server/core/clock.ts': `import { performance } from 'node:perf_hooks'\nexport const now = () => performance.now()`,
    'server/modules/registry/unit.states.ts': `import { now } from '#core/clock.ts'\nexport const states = [now]`,
  }),
  plant(3, 'a policy runs the query builder', {
    'server/modules/registry/unit.policy.ts': `import { openPool } from '#core/database/connect.ts'\nexport const visible = openPool`,
  }),
  plant(4, 'an action imports the query builder', {
    'server/modules/registry/actions/merge.ts': `import { sql } from 'kysely'\nexport const merge = sql`,
  }),
  plant(4, 'an action writes a query', {
    'server/modules/registry/actions/merge.ts': `export const merge = (ctx: Ctx) => ctx.db.deleteFrom('unit')`,
  }),
  plant(5, 'a route queues a job', {
    'server/core/jobs/jobs.ts': `export const enqueue = 1`,
    'server/modules/registry/organisation.routes.ts': `import { enqueue } from '#core/jobs/jobs.ts'\nexport const routes = [enqueue]`,
  }),
  plant(6, 'the web imports a store', {
    'web/modules/registry/list.tsx': `import { find } from '../../../server/modules/registry/organisation.store.ts'\nexport const list = find`,
  }),
  plant(6, 'the web imports a type of the server', {
    'web/core/api.ts': `import type { Db } from '#core/database/connect.ts'\nexport type Handle = Db`,
  }),
  plant(7, 'two files import each other', {
    'web/kit/a.tsx': `import { b } from './b.tsx'\nexport const a = () => b`,
    'web/kit/b.tsx': `import { a } from './a.tsx'\nexport const b = () => a`,
  }),
  plant(8, 'production code imports testing', {
    'server/modules/registry/testing/factory.ts': `export const make = 1`,
    'server/modules/registry/actions/merge.ts': `import { make } from '../testing/factory.ts'\nexport const merge = make`,
  }),
  plant(9, 'export *', {
    'web/kit/all.ts': `export * from './button.tsx'\nexport const more = 1`,
  }),
  plant(9, 'a barrel', {
    'web/kit/kit.ts': `export { a } from './a.tsx'\nexport { b } from './b.tsx'`,
  }),
]
