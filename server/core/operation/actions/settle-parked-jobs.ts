// An administrator has parked jobs tried again, or puts them away; both stay in the trail.
import { type ActionContext, defineAction } from '../../actions.ts'
import type { ParkedJob } from '../../jobs/jobs.ts'
import { JobDiscarded, JobRetried } from '../operation.events.ts'

export const noteRetry = defineAction({
  name: 'note-retry',
  async run(ctx: ActionContext, { jobs }: { jobs: ParkedJob[] }) {
    for (const { id, job, error } of jobs) ctx.record(JobRetried, { subjectId: id, data: { job, error } })
    if (jobs.length === 0) ctx.unchanged()
  },
})

export const noteDiscard = defineAction({
  name: 'note-discard',
  async run(ctx: ActionContext, { jobs }: { jobs: ParkedJob[] }) {
    for (const { id, job, error, payload } of jobs)
      ctx.record(JobDiscarded, { subjectId: id, data: { job, error, payload } })
    if (jobs.length === 0) ctx.unchanged()
  },
})
