// What a message says of an event: ids, numbers, dates and words of closed lists; never a name, a title or free words.
import type { RecordedEvent } from '../events.ts'

const id = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const day = /^\d{4}(-\d\d(-\d\d(T[\d:.]+(Z|[+-][\d:]+))?)?)?$/
const word = /^[a-z][a-z\d_.]{0,60}$/
/** Fields of events that hold words of closed lists. */
const wordFields = new Set([
  ...['kind', 'state', 'step', 'from', 'to', 'purpose', 'method', 'rights', 'roles', 'role', 'scopes', 'subject'],
  ...['unit', 'period', 'evidence', 'page', 'job', 'mode', 'reason'],
])

function isPlain(key: string, value: unknown): boolean {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return true
  if (typeof value === 'string') return id.test(value) || day.test(value) || (wordFields.has(key) && word.test(value))
  return Array.isArray(value) && value.every(one => !Array.isArray(one) && isPlain(key, one))
}

const plainParts = (data: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries((data ?? {}) as object).filter(([key, value]) => isPlain(key, value)))

/** The body of a message about an event, as Standard Webhooks shapes it: type, timestamp, data. */
export const bodyOfEvent = (event: RecordedEvent): string =>
  JSON.stringify({
    type: event.type,
    timestamp: event.at,
    data: {
      eventId: event.id,
      subject: event.subjectType,
      subjectId: event.subjectId,
      homeId: event.homeId,
      actorId: event.actorId,
      /** Names of fields that changed; their values are asked for at the API by whoever may see them. */
      changed: Object.keys(event.changes ?? {}),
      ...{ details: plainParts(event.data) },
    },
  })

export const pingType = 'webhook.ping'

export const bodyOfPing = (webhookId: string, at: string): string =>
  JSON.stringify({ type: pingType, timestamp: at, data: { webhookId } })
