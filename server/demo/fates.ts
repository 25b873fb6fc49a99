// What becomes of an invented agreement: when it was signed, how it ends, and the steps it takes, all counted from today.
import type { AgreementStep } from '#modules/agreements/agreement.states.ts'
import type { Form } from './agreement-words.ts'
import type { DemoPartner, Mood } from './partner-organisations.ts'
import type { Chance } from './seeded-random.ts'

type Day = Temporal.PlainDate

/** Before the signature: how far the case has come. */
const pendingSteps = {
  inquiry: [],
  duplicate: ['check_duplicates'],
  diligence: ['check_duplicates', 'begin_due_diligence'],
  drafting: ['begin_drafting'],
  pending: ['begin_drafting', 'send_to_internal_review'],
  review: ['begin_drafting', 'send_to_internal_review', 'return_to_drafting', 'send_to_partner'],
  clearance: ['begin_drafting', 'send_to_partner', 'request_clearance'],
  approved: ['begin_drafting', 'send_to_internal_review', 'send_to_partner', 'approve_to_sign'],
  signature: ['begin_drafting', 'send_to_internal_review', 'approve_to_sign', 'send_for_signature'],
  oneside: ['begin_drafting', 'send_to_partner', 'approve_to_sign', 'send_for_signature', 'record_first_signature'],
  declined: ['check_duplicates', 'begin_due_diligence', 'decline'],
  withdrawn: ['begin_drafting', 'withdraw'],
  never: ['begin_drafting', 'send_to_partner', 'close_unconcluded'],
} as const satisfies Record<string, readonly AgreementStep[]>
type Pending = keyof typeof pendingSteps

type Concluded =
  | 'alive'
  /** Lively, but a promise under it is broken. */
  | 'endangered'
  | 'fading'
  | 'dormant'
  | 'expiring'
  | 'broken'
  | 'new'
  | 'expired'
  | 'done'
  | 'previous'
  | 'renewing'
  | 'suspended'
  | 'terminated'
export type Fate = Pending | Concluded

const isPending = (fate: Fate): fate is Pending => fate in pendingSteps

export interface Step {
  on: Day
  step: AgreementStep
  reason?: string
  /** The day of the fact, when it is not the day of the step. */
  date?: string
}

export interface Course {
  /** Null while it is not signed. */
  signedOn: Day | null
  /** The last day; `open`: no end; `unknown`. */
  end: Day | 'open' | 'unknown'
  renewal: 'none' | 'automatic' | 'by_consent' | 'unknown'
  renewalMonths: number | null
  /** When the case was opened as an inquiry, for those that were kept here from the beginning. */
  openedOn: Day | null
  steps: Step[]
  /** After this day nothing more happens under it. */
  deedsUntil: Day
  /** Nothing ever happened. */
  silent: boolean
}

const reasons: Partial<Record<AgreementStep, string>> = {
  return_to_drafting: 'The legal office asks for a clause on personal data.',
  decline: 'Export control: the object of the licence needs a permit that cannot be obtained.',
  withdraw: 'The partner is being merged with another institute and asks to wait.',
  close_unconcluded: 'No answer to three letters within a year.',
  suspend: 'Travel is not possible at present; both sides agreed by exchange of letters.',
  terminate: 'The partner has closed its exchange office; notice was given in due form.',
  supersede: 'Replaced by the new memorandum.',
}

function spread(chance: Chance, steps: readonly AgreementStep[], from: Day, until: Day): Step[] {
  const days = from.until(until, { largestUnit: 'days' }).days
  return steps.map((step, index) => {
    const on = from.add({ days: Math.floor((days * (index + 1)) / (steps.length + 1)) + chance.whole(0, 3) })
    return {
      on: Temporal.PlainDate.compare(on, until) > 0 ? until : on,
      step,
      ...(reasons[step] && { reason: reasons[step] }),
    }
  })
}

function pendingCourse(chance: Chance, fate: Pending, today: Day): Course {
  const isOut = fate === 'declined' || fate === 'withdrawn' || fate === 'never'
  const openedOn = today.subtract({
    months: isOut ? chance.whole(24, 30) : chance.whole(2, 8),
    days: chance.whole(0, 27),
  })
  const until = today.subtract(isOut ? { months: chance.whole(6, 18) } : { days: chance.whole(4, 25) })
  const steps = spread(chance, pendingSteps[fate], openedOn, until)
  const none = { signedOn: null, end: 'unknown', renewal: 'unknown', renewalMonths: null } as const
  return { ...none, openedOn, steps, deedsUntil: openedOn, silent: true }
}

/** Months ago it was signed, from and to; and months until its end from today, or how it has none. */
const terms: Record<
  Concluded,
  { ago: [number, number]; ends: readonly (number | 'open' | 'unknown' | 'automatic')[] }
> = {
  alive: { ago: [20, 96], ends: ['automatic', 'automatic', 18, 27, 40, 'open'] },
  endangered: { ago: [66, 90], ends: ['automatic', 19] },
  fading: { ago: [62, 108], ends: ['automatic', 15, 21, 'unknown'] },
  dormant: { ago: [44, 104], ends: ['automatic', 'open', 'unknown', 14, 22] },
  expiring: { ago: [52, 57], ends: [3, 5, 8, 10] },
  broken: { ago: [54, 64], ends: [14, 20, 26] },
  new: { ago: [2, 9], ends: [52, 28] },
  expired: { ago: [86, 112], ends: [-28, -36, -45] },
  done: { ago: [44, 50], ends: [-5, -9, -13] },
  previous: { ago: [104, 116], ends: [-44, -50, -54] },
  renewing: { ago: [57, 58], ends: [2, 3] },
  suspended: { ago: [38, 50], ends: [12, 20] },
  terminated: { ago: [52, 60], ends: ['open'] },
}

/** Forms that last as long as their project and are never renewed by themselves. */
const isFixed = (form: Form) => form === 'project' || form === 'degree' || form === 'technology' || form === 'intent'

function endOf(
  chance: Chance,
  fate: Concluded,
  form: Form,
  signedOn: Day,
  today: Day,
): Pick<Course, 'end' | 'renewal' | 'renewalMonths'> {
  const wanted = chance.pick(terms[fate].ends)
  const chosen = isFixed(form) && typeof wanted !== 'number' ? chance.whole(15, 26) : wanted
  if (chosen === 'open') return { end: 'open', renewal: 'none', renewalMonths: null }
  if (chosen === 'unknown') return { end: 'unknown', renewal: 'unknown', renewalMonths: null }
  if (chosen === 'automatic') {
    const months = chance.pick([36, 60])
    return { end: signedOn.add({ months }).subtract({ days: 1 }), renewal: 'automatic', renewalMonths: months }
  }
  const end = today.add({ months: chosen }).with({ day: 1 }).subtract({ days: 1 })
  const renewal = isFixed(form) ? 'none' : chance.pick(['none', 'by_consent', 'by_consent'] as const)
  return { end, renewal, renewalMonths: null }
}

function deedsUntil(chance: Chance, fate: Concluded, course: Pick<Course, 'end'>, signedOn: Day, today: Day): Day {
  switch (fate) {
    case 'fading':
      return today.subtract({ months: chance.whole(14, 18) })
    case 'dormant': {
      const latest = today.subtract({ months: 27 })
      const wanted = signedOn.add({ months: chance.whole(14, 26) })
      return Temporal.PlainDate.compare(wanted, latest) < 0 ? wanted : latest
    }
    case 'new':
      return signedOn
    case 'expired':
    case 'done':
      return course.end as Day
    case 'previous':
      return today.subtract({ months: 56 })
    case 'suspended':
      return today.subtract({ months: 9 })
    case 'terminated':
      return today.subtract({ months: 33 })
    default:
      return today
  }
}

function laterSteps(
  chance: Chance,
  fate: Concluded,
  course: Pick<Course, 'end' | 'renewal'>,
  signedOn: Day,
  today: Day,
): Step[] {
  const step = (months: number, step: AgreementStep, more: Partial<Step> = {}): Step => ({
    on: today.subtract({ months, days: chance.whole(0, 20) }),
    step,
    ...(reasons[step] && { reason: reasons[step] }),
    ...more,
  })
  if (fate === 'renewing') return [step(2, 'begin_renewal')]
  if (fate === 'suspended') return [step(8, 'suspend')]
  if (fate === 'terminated') return [step(32, 'terminate')]
  // An old agreement with a fixed end was renewed once on the way: begun and concluded as two steps.
  const age = signedOn.until(today, { largestUnit: 'months' }).months
  if (fate === 'alive' && typeof course.end !== 'string' && course.renewal !== 'automatic' && age > 62) {
    const date = course.end.toString()
    return [step(age - 55, 'begin_renewal'), step(age - 59, 'renew', { date })]
  }
  return []
}

function concludedCourse(chance: Chance, fate: Concluded, form: Form, today: Day, earliest: Day | null): Course {
  const { ago } = terms[fate]
  const recent = isFixed(form) && fate === 'alive' ? ([9, 30] as const) : ago
  const drawn = today.subtract({ months: chance.whole(recent[0], recent[1]), days: chance.whole(0, 27) })
  const signedOn =
    earliest && Temporal.PlainDate.compare(drawn, earliest) < 0 ? earliest.add({ days: chance.whole(10, 90) }) : drawn
  const term = endOf(chance, fate, form, signedOn, today)
  const fromTheBeginning = fate === 'new' || (fate === 'alive' && chance.happens(0.45)) || fate === 'expiring'
  const openedOn = fromTheBeginning
    ? signedOn.subtract({ months: chance.whole(4, 9), days: chance.whole(0, 20) })
    : null
  const before =
    openedOn === null
      ? []
      : spread(chance, pendingSteps[chance.pick(['signature', 'oneside', 'approved'] as const)], openedOn, signedOn)
  return {
    ...{ signedOn, openedOn, ...term },
    steps: [...before, ...laterSteps(chance, fate, term, signedOn, today)],
    deedsUntil: deedsUntil(chance, fate, term, signedOn, today),
    silent: fate === 'new' || (fate === 'dormant' && chance.happens(0.4)),
  }
}

/** `earliest`: not signed before this day, that of the agreement it stands under. */
export function courseOf(chance: Chance, fate: Fate, form: Form, today: Day, earliest: Day | null): Course {
  return isPending(fate) ? pendingCourse(chance, fate, today) : concludedCourse(chance, fate, form, today, earliest)
}

const memorandumOf: Readonly<Record<string, Fate>> = {
  toros: 'inquiry',
  'deccan-fund': 'approved',
  nisava: 'duplicate',
}
const usual: Record<Mood, Fate> = {
  ...{
    alive: 'alive',
    fading: 'fading',
    dormant: 'dormant',
    at_risk: 'alive',
    new: 'new',
    ended: 'expired',
    pending: 'drafting',
  },
}

/** The fate of the memorandum with a partner. A partnership at risk runs out, unless a broken promise endangers it. */
export function memorandumFate(partner: DemoPartner): Fate {
  if (partner.mood === 'at_risk' && !partner.forms.some(form => form.endsWith(':broken'))) return 'expiring'
  if (partner.mood === 'at_risk') return 'endangered'
  return memorandumOf[partner.key] ?? usual[partner.mood]
}

/** Reads `exchange`, `exchange:broken` or `previous`. */
export function formAndFate(text: string, mood: Mood): { form: Form; fate: Fate } {
  const [form, fate] = text.split(':') as [Form | 'previous', Fate | undefined]
  if (form === 'previous') return { form: 'memorandum', fate: 'previous' }
  return { form, fate: fate ?? usual[mood] }
}
