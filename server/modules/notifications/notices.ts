// Which events people are told of, and whom each concerns: owners and watchers of its records, and people it names.
import type { Db } from '#core/database/connect.ts'
import type { EventType, RecordedEvent } from '#core/events.ts'
import type { RecordRef } from '#core/records.ts'
import {
  AgreementChanged,
  AgreementFileAdded,
  AgreementFileRemoved,
  AgreementFileReplaced,
  AgreementMoved,
  AgreementRecorded,
} from '#modules/agreements/index.ts'
import {
  CommentChanged,
  CommentPosted,
  TaskChanged,
  TaskCreated,
  TaskDone,
  TaskReopened,
} from '#modules/collaboration/index.ts'
import { ImportFailed, ImportPlanned, ImportWritten } from '#modules/imports/index.ts'
import {
  CommitmentChanged,
  CommitmentMoved,
  CommitmentRecorded,
  EntriesPosted,
  EntriesReversed,
  EvidenceAdded,
  PeriodWaived,
} from '#modules/ledger/index.ts'
import {
  ContactAdded,
  ContactLeft,
  OrganisationChanged,
  OrganisationMerged,
  OrganisationSplit,
  PersonChanged,
} from '#modules/registry/index.ts'
import { TurnDelegated, TurnTaken, TurnTakenBack } from '#modules/work/index.ts'
import {
  agreementsOfActivities,
  type CommitmentCircle,
  circlesOfCommitments,
  circlesOfImports,
  type ImportCircle,
} from './event-circle.store.ts'
import type { NotificationKind } from './notification.terms.ts'

/** An event and whom it concerns, before anybody's rights are asked. */
export interface Notice {
  event: RecordedEvent
  /** Records it is about; their owners and watchers are told. */
  records: RecordRef[]
  /** People that it names, and owners of a part of the record. */
  people: { userId: string; kind: NotificationKind }[]
  /** Only the named people are told, and also of what they began themselves. */
  isPersonal: boolean
}

interface Circles {
  commitments: Map<string, CommitmentCircle>
  activities: Map<string, string[]>
  imports: Map<string, ImportCircle>
}

const agreement = (id: string): RecordRef => ({ subject: 'agreement', id })

type Told = Omit<Notice, 'event'>

const aboutSubject = (event: RecordedEvent): Told => ({
  records: [{ subject: event.subjectType, id: event.subjectId }],
  people: [],
  isPersonal: false,
})

/** What an import has recorded is told once, as the import. */
const ofAnImport = (event: RecordedEvent) => Boolean((event.data as { importId?: string | null }).importId)

const aboutNew = (event: RecordedEvent): Told | undefined => (ofAnImport(event) ? undefined : aboutSubject(event))

const aboutTurn = (event: RecordedEvent): Told => {
  const { toId } = event.data as { toId?: string }
  return { ...aboutSubject(event), people: toId ? [{ userId: toId, kind: 'turn' }] : [] }
}

const aboutCommitment = (event: RecordedEvent, { commitments }: Circles): Told | undefined => {
  const circle = commitments.get(event.subjectId)
  if (!circle) return undefined
  return {
    records: [agreement(circle.agreementId), { subject: 'commitment', id: event.subjectId }],
    people: circle.ownerId ? [{ userId: circle.ownerId, kind: 'own' }] : [],
    isPersonal: false,
  }
}

const aboutDeed = (event: RecordedEvent, { activities }: Circles): Told => {
  const named = (event.data as { agreementIds?: string[] }).agreementIds ?? activities.get(event.subjectId) ?? []
  return { records: named.map(agreement), people: [], isPersonal: false }
}

/** Who is mentioned or answered has more reason to look than who watches. */
const aboutComment = (event: RecordedEvent): Told => {
  const { mentions, answers, onlyFor } = event.data as {
    mentions: string[]
    answers: string | null
    onlyFor?: string[]
  }
  // What is for some alone is news to these and to nobody who watches.
  const named = onlyFor?.filter(id => id !== event.actorId) ?? [...mentions, ...(answers ? [answers] : [])]
  const people = named.map(userId => ({ userId, kind: 'mention' as const }))
  return { ...aboutSubject(event), people, isPersonal: onlyFor !== undefined }
}

/** Only those who were not mentioned before. */
const aboutChangedComment = (event: RecordedEvent): Told | undefined => {
  const mentions = (event.data as { mentions: string[] }).mentions.filter(id => id !== event.actorId)
  const people = mentions.map(userId => ({ userId, kind: 'mention' as const }))
  return people.length > 0 ? { ...aboutSubject(event), people, isPersonal: true } : undefined
}

/** Whose it is, and of what was done also who asked for it. */
const aboutTask = (event: RecordedEvent): Told => {
  const { ownerId, askedById } = event.data as { ownerId: string; askedById?: string | null }
  const people = [ownerId, askedById ?? []].flat().map(userId => ({ userId, kind: 'task' as const }))
  return { ...aboutSubject(event), people }
}

const aMinute = 60_000

/** Who watched it being read needs not be told; what took longer than a minute was left to itself. */
const aboutImport = (event: RecordedEvent, { imports }: Circles): Told | undefined => {
  const run = imports.get(event.subjectId)
  if (!run) return undefined
  const wasQuick = Date.parse(event.at) - Date.parse(run.startedAt) < aMinute
  if (event.type === ImportPlanned.type && wasQuick) return undefined
  const people = run.people.map(userId => ({ userId, kind: 'import' as const }))
  return { records: [{ subject: 'import', id: event.subjectId }], people, isPersonal: true }
}

type Plan = (event: RecordedEvent, circles: Circles) => Told | undefined

const plansOf = (plan: Plan, ...events: EventType[]) => events.map(event => ({ event, plan }))

const planned = [
  ...plansOf(aboutNew, AgreementRecorded),
  ...plansOf(
    aboutSubject,
    AgreementChanged,
    AgreementMoved,
    AgreementFileAdded,
    AgreementFileReplaced,
    AgreementFileRemoved,
  ),
  ...plansOf(aboutTurn, TurnDelegated, TurnTaken, TurnTakenBack),
  ...plansOf(aboutCommitment, CommitmentRecorded, CommitmentChanged, CommitmentMoved, PeriodWaived),
  ...plansOf(aboutDeed, EntriesPosted, EntriesReversed, EvidenceAdded),
  ...plansOf(aboutSubject, OrganisationChanged, OrganisationMerged, OrganisationSplit, ContactAdded, ContactLeft),
  ...plansOf(aboutSubject, PersonChanged),
  ...plansOf(aboutComment, CommentPosted),
  ...plansOf(aboutChangedComment, CommentChanged),
  ...plansOf(aboutTask, TaskCreated, TaskChanged, TaskDone, TaskReopened),
  ...plansOf(aboutImport, ImportPlanned, ImportWritten, ImportFailed),
]
const plans = new Map(planned.map(({ event, plan }) => [event.type, plan]))

/** All that people are told of. */
export const toldEvents: readonly EventType[] = planned.map(({ event }) => event)

const idsOf = (events: readonly RecordedEvent[], subject: string) =>
  events.filter(event => event.subjectType === subject).map(event => event.subjectId)

/** Whom the events concern; those that concern nobody are left out. A few queries for all of them. */
export async function noticesOf(db: Db, events: readonly RecordedEvent[]): Promise<Notice[]> {
  const circles: Circles = {
    commitments: await circlesOfCommitments(db, idsOf(events, 'commitment')),
    activities: await agreementsOfActivities(db, idsOf(events, 'activity')),
    imports: await circlesOfImports(db, idsOf(events, 'import')),
  }
  return events.flatMap(event => {
    const told = plans.get(event.type)?.(event, circles)
    return told && told.records.length > 0 ? [{ event, ...told }] : []
  })
}
