// Jobs of imports: reading with planning, writing, and a look every minute for work whose process died.
import { systemActor } from '#core/identity/actor.ts'
import { findActor } from '#core/identity/session.ts'
import type { JobDefinition } from '#core/module.ts'
import { dayIn } from '#core/time.ts'
import { planJob } from './actions/start-import.ts'
import { writeJob } from './actions/step-import.ts'
import { listRunsAtWork, whileAlone } from './import.store.ts'
import { planRun } from './planning/plan-run.ts'
import { writeRun } from './writing/write-run.ts'

const secondsUntilStale = 30

export const importJobs: JobDefinition[] = [
  {
    name: planJob,
    retries: 2,
    run: async ({ runId }, { services, signal }) => {
      await whileAlone(services.db, String(runId), () => planRun(services, String(runId), signal))
    },
  },
  {
    name: writeJob,
    retries: 2,
    run: async ({ runId, actorId }, { services }) => {
      const today = dayIn(services.clock.now(), services.timeZone).toString()
      const actor = actorId ? await findActor(services.db, String(actorId), today) : systemActor()
      await whileAlone(services.db, String(runId), () => writeRun(services, String(runId), actor))
    },
  },
  {
    name: 'imports.resume',
    retries: 0,
    schedule: '* * * * *',
    run: async (_payload, { services }) => {
      const since = new Date(services.clock.now().epochMilliseconds - secondsUntilStale * 1000).toISOString()
      for (const run of await listRunsAtWork(services.db, since))
        await services.jobs.enqueue(
          services.db,
          run.state === 'writing' ? writeJob : planJob,
          { runId: run.id, actorId: run.askedBy },
          { singletonKey: run.id },
        )
    },
  },
]
