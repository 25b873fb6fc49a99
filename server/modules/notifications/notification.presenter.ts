// Shapes notifications: what happened in the words of its event, in the reader's language, with the record as they see it.
import { declaredErrors } from '#core/errors.ts'
import type { RecordedEvent } from '#core/events.ts'
import type { Translator } from '#core/i18n.ts'
import { type RecordAccess, recordKind } from '#core/records.ts'
import type { Term } from '#core/terms.ts'
import { type FieldTerms, presentTimeline } from '#core/timeline.ts'
import { agreementFieldTerms } from '#modules/agreements/index.ts'
import { ImportFailed } from '#modules/imports/index.ts'
import { ledgerFieldTerms } from '#modules/ledger/index.ts'
import { organisationFieldTerms } from '#modules/registry/index.ts'
import type { NotificationView } from './notification.contract.ts'
import type { StoredNotification } from './notification.store.ts'
import { presentReminder, type ReminderFacts } from './reminders/reminder.presenter.ts'

/** Words for the codes by which an import says why it stopped; those that need details say less. */
const failureTerms = (): Readonly<Record<string, Term>> =>
  Object.fromEntries(
    declaredErrors()
      .filter(one => !one.text.message.includes('{'))
      .map(one => [one.code, one.text]),
  )

function fieldTermsFor(event: RecordedEvent): FieldTerms {
  if (event.subjectType === 'organisation') return organisationFieldTerms
  if (event.type === ImportFailed.type) return { why: { label: { id: '', message: '' }, values: failureTerms() } }
  return { ...ledgerFieldTerms, ...agreementFieldTerms }
}

/** What the person said to it: the reason they gave, the note to a turn, how a comment begins. */
function wordsOf({ reason, data }: RecordedEvent): string | null {
  const { note, excerpt } = data as { note?: string | null; excerpt?: string }
  return reason ?? note ?? excerpt ?? null
}

function recordOf(record: RecordAccess, t: Translator): NotificationView['record'] {
  const kind = recordKind(record.subject)
  return {
    ...{ subject: record.subject, kind: kind ? t(kind.term) : '', id: record.id, title: record.title },
    ...{ number: record.number, path: record.path },
  }
}

/** For who stands in for an absent colleague. */
const insteadOf: Term = /*i18n*/ { id: 'notifications.instead_of', message: 'For {name}: {sentence}' }

const about = (stored: StoredNotification) => ({
  ...{ id: stored.notificationId, kind: stored.kind, at: stored.at, isRead: stored.readAt !== null },
})

/** What has no event is a reminder. */
export function presentReminderNotification(
  stored: StoredNotification,
  record: RecordAccess,
  names: ReadonlyMap<string, string>,
  t: Translator,
): NotificationView {
  const facts = stored.data as unknown as ReminderFacts
  const setBy = facts.setById === null ? undefined : names.get(facts.setById)
  return { ...about(stored), ...presentReminder(facts, setBy, t), fields: [], record: recordOf(record, t) }
}

export function presentNotification(
  stored: StoredNotification,
  event: RecordedEvent,
  record: RecordAccess,
  names: ReadonlyMap<string, string>,
  t: Translator,
): NotificationView {
  const [told] = presentTimeline([event], t, fieldTermsFor(event))
  const { sentence } = told!
  const absent = names.get(String(stored.data.insteadOf))
  return {
    ...about(stored),
    ...{ sentence: absent === undefined ? sentence : t(insteadOf, { name: absent, sentence }), words: wordsOf(event) },
    fields: told!.changes.map(change => change.label),
    record: recordOf(record, t),
  }
}
