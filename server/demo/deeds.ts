// What happened under a promise: entries period by period, as the fate of the agreement has it.
import type { EvidenceKind } from '#modules/ledger/ledger.terms.ts'
import type { AgreementPlan } from './agreement-plans.ts'
import { deedTitle } from './deed-words.ts'
import type { PromiseTemplate } from './promises.ts'
import type { Chance } from './seeded-random.ts'

type Day = Temporal.PlainDate

export interface Deed {
  startsOn: Day
  endsOn: Day | null
  /** Decimal text in the unit of the promise. */
  quantity: string
  title: string
  status: 'planned' | 'confirmed'
  /** The day it is posted as confirmed, or as planned when it still is. */
  postedOn: Day
  /** The day it was posted as planned, when it was announced before. */
  announcedOn: Day | null
  evidence: { kind: EvidenceKind; url?: string; note?: string } | null
}

const later = (a: Day, b: Day) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b)
const earlier = (a: Day, b: Day) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b)
const isBefore = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b) < 0

interface Period {
  start: Day
  /** The last day. */
  end: Day
}

const lengths = { per_calendar_year: 12, per_academic_year: 12, per_semester: 6 } as const

/** The periods of a promise between two days; one period when it is due once or over the whole term. */
function periodsBetween(template: PromiseTemplate, from: Day, until: Day): Period[] {
  const { period } = template
  if (period === 'once' || period === 'whole_term') return [{ start: from, end: until }]
  const months = period === 'every_n_years' ? (template.years ?? 1) * 12 : lengths[period]
  const firstMonth = period === 'per_calendar_year' ? 1 : 9
  let start = period === 'every_n_years' ? from : from.with({ month: firstMonth, day: 1 })
  if (isBefore(from, start)) start = start.subtract({ years: 1 })
  const periods: Period[] = []
  while (isBefore(start, until)) {
    const next = start.add({ months })
    if (isBefore(from, next)) periods.push({ start, end: next.subtract({ days: 1 }) })
    start = next
  }
  return periods
}

/** How much of what was promised is done in a period. Nobody fails twice in a row who is alive. */
function shareOf(chance: Chance, plan: AgreementPlan, position: number, before: number): number {
  const { fate } = plan
  if (fate === 'done' || fate === 'expiring') return chance.pick([1, 1, 1.2, 1])
  if (fate === 'fading') return Math.max(0.25, (1 - position) * chance.pick([1, 1.3, 0.8]))
  const share = chance.pick([1, 1, 1, 1, 1, 1.25, 1.25, 1.5, 0.75, 0.5, 0])
  return share === 0 && before === 0 ? 1 : share
}

/** Cuts a quantity into deeds of a usual size. */
function partsOf(chance: Chance, template: PromiseTemplate, quantity: number): number[] {
  const sizes: Partial<Record<PromiseTemplate['unit'], number>> = {
    ...{ person: 3, day: 14, person_month: 4, hour: 120, money: quantity / 2, learner: 40, place: 2, decision: 1 },
  }
  const most = sizes[template.unit] ?? 1
  const parts: number[] = []
  for (let left = quantity; left > 0; ) {
    const part = Math.min(left, template.unit === 'money' ? most : chance.whole(Math.ceil(most / 2), Math.ceil(most)))
    parts.push(part)
    left -= part
  }
  return parts
}

/** When a deed of this kind begins in a period, and how long it takes in days. */
function timeOf(
  chance: Chance,
  template: PromiseTemplate,
  period: Period,
  part: number,
): { start: Day; days: number | null } {
  const span = Math.max(1, period.start.until(period.end, { largestUnit: 'days' }).days)
  const anyDay = period.start.add({ days: chance.whole(0, span) })
  const semester = period.start.add({ months: chance.pick([0, 5]), days: chance.whole(5, 24) })
  switch (template.kind) {
    case 'student_mobility':
      if (template.unit === 'person_month') return { start: anyDay, days: Math.round(part * 30) }
      return {
        start: template.period === 'per_academic_year' ? later(period.start, earlier(semester, period.end)) : anyDay,
        days: 140,
      }
    case 'staff_mobility':
      return {
        start: anyDay,
        days: template.unit === 'day' ? part : template.unit === 'person_month' ? part * 30 : chance.whole(5, 12),
      }
    case 'joint_degree':
    case 'lectureship':
    case 'course':
      return {
        start: earlier(period.start.add({ days: chance.whole(6, 28) }), period.end),
        days: template.unit === 'hour' ? 12 : 110,
      }
    case 'report':
      return { start: later(period.start, period.end.subtract({ days: chance.whole(3, 25) })), days: null }
    case 'joint_project':
    case 'technology_transfer':
      return { start: period.start.add({ days: Math.floor(span * 0.8) }), days: null }
    case 'event':
    case 'visit':
    case 'governance':
      return { start: anyDay, days: chance.whole(1, 4) }
    default:
      return { start: anyDay, days: null }
  }
}

function evidenceOf(chance: Chance, template: PromiseTemplate, plan: AgreementPlan): Deed['evidence'] {
  if (!chance.happens(0.4)) return null
  const { language } = plan
  if (template.kind === 'publication')
    return { kind: 'publication', url: `https://doi.example/10.99999/nut.${chance.code(8)}` }
  if (template.unit === 'person' || template.unit === 'learner')
    return chance.happens(0.5)
      ? { kind: 'partner_confirmation', note: confirmations[language] }
      : { kind: 'link', url: `https://records.nowruzan.example/stays/${chance.code(10)}` }
  return { kind: 'link', url: `https://records.nowruzan.example/${template.kind.replace('_', '-')}/${chance.code(10)}` }
}

const confirmations = {
  en: 'Confirmed by letter of the partner’s international office.',
  fa: 'با نامهٔ دفتر بین‌الملل طرف مقابل تأیید شد.',
  ru: 'Подтверждено письмом международного отдела партнёра.',
} as const

const text = (quantity: number): string => String(Math.round(quantity * 100) / 100)

function deedOf(
  chance: Chance,
  plan: AgreementPlan,
  template: PromiseTemplate,
  period: Period,
  part: number,
  today: Day,
): Deed {
  const { start, days } = timeOf(chance, template, period, part)
  const endsOn = days === null ? null : start.add({ days: days - 1 })
  const isAhead = !isBefore(start, today)
  // Some of what began lately is not confirmed yet: somebody has to say that it took place.
  const isOpen = !isAhead && isBefore(today.subtract({ days: 50 }), start) && chance.happens(0.4)
  const status = isAhead || isOpen ? 'planned' : 'confirmed'
  const after = earlier(start.add({ days: chance.whole(3, 25) }), today)
  const announcedOn = chance.happens(0.1) ? start.subtract({ days: chance.whole(30, 80) }) : null
  return {
    ...{ startsOn: start, endsOn, status },
    quantity: text(part),
    title: deedTitle(plan, template.kind, start),
    postedOn: status === 'planned' ? earlier(start.subtract({ days: chance.whole(20, 60) }), today) : after,
    announcedOn: status === 'confirmed' ? announcedOn : null,
    evidence: status === 'confirmed' ? evidenceOf(chance, template, plan) : null,
  }
}

const isPeriodic = ({ period }: PromiseTemplate) => period !== 'once' && period !== 'whole_term'

/** The last day on which this promise is still served. */
function servedUntil(plan: AgreementPlan, template: PromiseTemplate, today: Day): Day {
  const { course, fate } = plan
  if (fate === 'broken' && isPeriodic(template)) return today.subtract({ months: 37 })
  const end = typeof course.end === 'string' || course.renewal === 'automatic' ? null : course.end
  const until = isBefore(course.deedsUntil, today) ? course.deedsUntil : today.add({ months: 8 })
  return end ? earlier(until, end) : until
}

/** How much is done in a period: some of what was promised then, and often what is owed from before. */
function wantedIn(
  chance: Chance,
  plan: AgreementPlan,
  template: PromiseTemplate,
  promised: number,
  place: Place,
): number {
  if (template.comparator === 'at_most') return Math.round(promised * chance.pick([0.3, 0.6, 0.9, 1]))
  if (template.kind === 'joint_project') return 1
  const share = shareOf(chance, plan, place.position, place.before)
  const owed = template.carry === 'deficit' && chance.happens(0.6) ? place.owed : 0
  return share === 0 ? 0 : Math.max(1, Math.round(promised * share)) + owed
}

interface Place {
  /** From 0, the first period, to 1. */
  position: number
  /** Deeds in the period before. */
  before: number
  /** What was left undone so far. */
  owed: number
}

/** "Some" is one or two a year. */
const someOf = (chance: Chance, template: PromiseTemplate, { start, end }: Period): number =>
  isPeriodic(template)
    ? chance.whole(1, 3)
    : Math.max(1, Math.round((start.until(end, { largestUnit: 'months' }).months / 12) * chance.pick([0.5, 1, 1.4])))

/**
 * The deeds under one direction of a promise. `promised` is the number of the clause, null for "some".
 * Deeds ahead of today are planned, and only some of them.
 */
export function deedsUnder(
  chance: Chance,
  plan: AgreementPlan,
  template: PromiseTemplate,
  promised: number | null,
  today: Day,
): Deed[] {
  const { course } = plan
  if (course.signedOn === null || course.silent) return []
  const from = course.signedOn.add({ days: chance.whole(25, 120) })
  const until = servedUntil(plan, template, today)
  if (!isBefore(from, until)) return []
  const deeds: Deed[] = []
  const place: Place = { position: 0, before: 1, owed: 0 }
  const periods = periodsBetween(template, from, until)
  for (const [index, { start, end }] of periods.entries()) {
    const period = { start: later(start, from), end: earlier(end, until) }
    place.position = index / periods.length
    const wanted =
      promised === null ? someOf(chance, template, period) : wantedIn(chance, plan, template, promised, place)
    const done = partsOf(chance, template, wanted)
      .map(part => deedOf(chance, plan, template, period, part, today))
      .filter(deed => isBefore(deed.startsOn, until))
      .filter(deed => deed.status === 'confirmed' || isBefore(deed.startsOn, today) || chance.happens(0.7))
    const sum = done.reduce((total, deed) => total + Number(deed.quantity), 0)
    place.before = done.length
    place.owed = Math.max(0, place.owed + (promised ?? 0) - sum)
    deeds.push(...done)
  }
  return deeds
}
