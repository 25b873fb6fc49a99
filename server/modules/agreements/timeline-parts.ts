// Which events belong to a part of an agreement's timeline.
import type { TypeFilter } from '#core/events.ts'
import {
  AgreementChanged,
  AgreementFileAdded,
  AgreementFileRemoved,
  AgreementFileReplaced,
  AgreementMoved,
  AgreementRecorded,
  AgreementRemoved,
} from './agreement.events.ts'
import type { TimelinePart } from './timeline.terms.ts'

interface Subjects {
  agreementId: string
  commitments: string[]
  activities: string[]
}

const typesOf = {
  facts: [AgreementRecorded.type, AgreementChanged.type, AgreementRemoved.type],
  steps: [AgreementMoved.type],
  files: [AgreementFileAdded.type, AgreementFileReplaced.type, AgreementFileRemoved.type],
} as const satisfies Partial<Record<TimelinePart, string[]>>

/** The subjects and types of the events of a part; of everything when none is named. */
export function eventsOf(
  { agreementId, commitments, activities }: Subjects,
  part: TimelinePart | undefined,
): { subjects: { type: string; ids: string[] }[]; only?: TypeFilter } {
  const agreement = { type: 'agreement', ids: [agreementId] }
  const promises = { type: 'commitment', ids: commitments }
  const deeds = { type: 'activity', ids: activities }
  if (part === undefined) return { subjects: [agreement, promises, deeds] }
  if (part === 'commitments') return { subjects: [promises] }
  if (part === 'entries') return { subjects: [deeds] }
  if (part === 'others') return { subjects: [agreement], only: { types: Object.values(typesOf).flat(), others: true } }
  return { subjects: [agreement], only: { types: typesOf[part] } }
}
