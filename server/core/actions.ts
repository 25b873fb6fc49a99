// Runs one business action in one transaction: the only way in which anything is written.

import { writeAt } from './database/as-of.ts'
import { type Db, databaseErrorCode, type Pool } from './database/connect.ts'
import { appendEvents, buildEvent, type RecordedEvent, type Recorder } from './events.ts'
import { type Actor, behalfOf } from './identity/actor.ts'
import { newId } from './ids.ts'
import { type Clock, dayIn } from './time.ts'
import { planDeliveries, sendDueName } from './webhooks/plan-deliveries.ts'

export type Enqueue = (job: string, payload: object, options?: { after?: string; singletonKey?: string }) => void

export interface ActionContext {
  /** The transaction. */
  db: Db
  actor: Actor
  now: Temporal.Instant
  /** The calendar day in the installation's time zone. */
  today: Temporal.PlainDate
  requestId: string
  record: Recorder
  /** Says that the request was already fulfilled and nothing needed to be written. */
  unchanged(): void
  /** A job that workers see only after the commit. */
  enqueue: Enqueue
}

export interface Action<I, O> {
  name: string
  run(ctx: ActionContext, input: I): Promise<O>
}

export const defineAction = <I, O>(action: Action<I, O>): Action<I, O> => action

export type QueuedJob = { job: string; payload: object; options?: { after?: string; singletonKey?: string } }

/** What actions need from the process that runs them. */
export interface ActionServices {
  db: Pool
  clock: Clock
  timeZone: string
  /** Writes jobs inside the transaction. */
  enqueueAll(db: Db, jobs: QueuedJob[]): Promise<void>
  /** Jobs that follow from an event. */
  subscribersOf(eventType: string): readonly string[]
  /** Whether a job takes `{ eventIds }` instead of `{ eventId }`. */
  takesMany?(job: string): boolean
}

export interface RunOptions {
  requestId?: string
  onBehalfOf?: string
}

// Serialisation, deadlock, and a row that somebody else put there in the same moment: the next try sees it.
const retryable = new Set(['40001', '40P01', '23505'])
const maximumTries = 4

/**
 * Runs the action in a transaction and retries serialisation failures.
 * An action that wrote without recording an event, and did not say `unchanged`, is refused: the trail must be complete.
 */
export async function runAction<I, O>(
  services: ActionServices,
  actor: Actor,
  action: Action<I, O>,
  input: I,
  options: RunOptions = {},
): Promise<O> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await services.db.transaction().execute(db => runOnce(services, db, actor, action, input, options))
    } catch (error) {
      if (attempt >= maximumTries || !retryable.has(databaseErrorCode(error) ?? '')) throw error
      await new Promise(resolve => setTimeout(resolve, 5 * 2 ** attempt * Math.random()))
    }
  }
}

const eventsOfOneJob = 200

/** What follows from the events of an action; a job that takes many gets them together, so that an import queues few. */
function jobsAfter(services: ActionServices, events: readonly RecordedEvent[]): QueuedJob[] {
  const eventsOf = new Map<string, string[]>()
  for (const event of events)
    for (const job of services.subscribersOf(event.type)) {
      if (!eventsOf.has(job)) eventsOf.set(job, [])
      eventsOf.get(job)!.push(event.id)
    }
  return [...eventsOf].flatMap(([job, ids]): QueuedJob[] => {
    if (!services.takesMany?.(job)) return ids.map(eventId => ({ job, payload: { eventId } }))
    const starts = ids.keys().filter(at => at % eventsOfOneJob === 0)
    return [...starts.map(at => ({ job, payload: { eventIds: ids.slice(at, at + eventsOfOneJob) } }))]
  })
}

async function runOnce<I, O>(
  services: ActionServices,
  db: Db,
  actor: Actor,
  action: Action<I, O>,
  input: I,
  options: RunOptions,
): Promise<O> {
  const now = services.clock.now()
  const requestId = options.requestId ?? newId()
  const events: RecordedEvent[] = []
  const jobs: QueuedJob[] = []
  let nothingToDo = false
  const at = new Date(now.epochMilliseconds).toISOString()
  const ctx: ActionContext = {
    db,
    actor,
    now,
    today: dayIn(now, services.timeZone),
    requestId,
    record(type, recorded) {
      const onBehalfOf = options.onBehalfOf ?? behalfOf(actor, recorded.homeId ?? null)
      const who = { actorId: actor.id, actorName: actor.name, onBehalfOf, requestId, at }
      const event = buildEvent(type, recorded, who)
      events.push(event)
      return event.id
    },
    unchanged() {
      nothingToDo = true
    },
    enqueue(job, payload, jobOptions) {
      jobs.push({ job, payload, ...(jobOptions && { options: jobOptions }) })
    },
  }
  await writeAt(db, at)
  const result = await action.run(ctx, input)
  if (events.length === 0 && !nothingToDo) throw new Error(`action ${action.name} recorded no event`)
  jobs.push(...jobsAfter(services, events))
  for (const webhookId of await planDeliveries(db, events, at)) jobs.push({ job: sendDueName, payload: { webhookId } })
  if (jobs.length > 0) await services.enqueueAll(db, jobs)
  if (events.length > 0) await appendEvents(db, events)
  return result
}
