// Operation over HTTP: the installation at a glance, its checks, and its parked jobs.
import { handle, type ModuleDefinition, type RouteRegistration } from '../module.ts'
import type { Services } from '../services.ts'
import { noteDiscard, noteRetry } from './actions/settle-parked-jobs.ts'
import { checkHealth } from './health/health.ts'
import { keepReport, lastReport, presentReport } from './health/kept-report.ts'
import * as contract from './operation.contract.ts'
import { operationFacts } from './operation-facts.ts'

const parkedAmong = async ({ jobs }: Services, ids: readonly string[]) =>
  (await jobs.listParked()).filter(job => ids.includes(job.id))

export const operationRoutes = (modules: () => readonly ModuleDefinition[]): RouteRegistration[] => [
  handle(contract.getOperation, async ({ db, services, t }) => {
    const kept = await lastReport(db)
    return { ...(await operationFacts(services)), report: kept && presentReport(kept, t) }
  }),
  handle(contract.checkOperation, async ({ db, services, t }) => {
    const checks = await checkHealth(services, modules())
    return presentReport(await keepReport(db, checks, services.clock.now()), t)
  }),
  handle(contract.listParkedJobs, async ({ services }) => ({
    items: (await services.jobs.listParked()).map(({ payload: _, ...job }) => job),
  })),
  handle(contract.retryJobs, async ({ services, body, run }) => {
    const jobs = await parkedAmong(services, body.ids)
    await run(noteRetry, { jobs })
    return { count: jobs.length > 0 ? await services.jobs.retryParked(jobs.map(job => job.id)) : 0 }
  }),
  handle(contract.discardJobs, async ({ services, body, run }) => {
    const jobs = await parkedAmong(services, body.ids)
    await run(noteDiscard, { jobs })
    if (jobs.length > 0) await services.jobs.discardParked(jobs.map(job => job.id))
    return { count: jobs.length }
  }),
]
