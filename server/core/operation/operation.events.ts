// What administrators did to the operation itself.
import Type from 'typebox'
import { defineEvent } from '../events.ts'

const About = Type.Object({ job: Type.String(), error: Type.String() })

export const JobRetried = defineEvent({
  type: 'job.retried',
  subject: 'job',
  data: About,
  text: /*i18n*/ { id: 'core.event.job_retried', message: '{actor} had the job {job} tried again' },
})
export const JobDiscarded = defineEvent({
  type: 'job.discarded',
  subject: 'job',
  data: Type.Object({ job: Type.String(), error: Type.String(), payload: Type.Unknown() }),
  text: /*i18n*/ { id: 'core.event.job_discarded', message: '{actor} put the failed job {job} away' },
})
