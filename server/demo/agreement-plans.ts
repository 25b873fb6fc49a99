// Plans the invented agreements: with whom, about what, with which dates and steps.

import { newId } from '#core/ids.ts'
import type { AgreementInput } from '#modules/agreements/agreement.contract.ts'
import type { AgreementKind } from '#modules/agreements/agreement.terms.ts'
import { type Form, type Language, scopeOf, titleOf } from './agreement-words.ts'
import { type Course, courseOf, type Fate, formAndFate, memorandumFate } from './fates.ts'
import { colleagues, type Faculty } from './home-organisation.ts'
import { type DemoPartner, domainOf, partners } from './partner-organisations.ts'
import { homeSignatories, homeSignatoryTitle, inventedName, positionIn } from './people-names.ts'
import { type Chance, seededChance } from './seeded-random.ts'
import { strengths, type Topic, topics } from './topics.ts'

type Day = Temporal.PlainDate

export interface AgreementPlan {
  id: string
  form: Form
  fate: Fate
  partner: DemoPartner
  topic: Topic
  /** The language in which the two sides write to each other. */
  language: Language
  course: Course
  /** As it is recorded in the end; drafts have no dates and no number. */
  input: AgreementInput
}

/** Ids of what was created before the agreements. */
export interface KnownIds {
  homeId: string
  faculties: Readonly<Record<Faculty, string>>
  partners: ReadonlyMap<string, string>
  /** Accounts by e-mail. */
  accounts: ReadonlyMap<string, string>
}

const kindsOf: Record<Form, AgreementKind[]> = {
  memorandum: ['memorandum'],
  exchange: ['exchange_agreement'],
  annex: ['annex'],
  project: ['project_agreement'],
  degree: ['joint_degree', 'exchange_agreement'],
  recognition: ['recognition_agreement'],
  technology: ['technology_agreement'],
  protocol: ['protocol'],
  intent: ['letter_of_intent'],
  amendment: ['amendment'],
  network: ['protocol', 'other'],
  treaty: ['treaty'],
}

const companions: Partial<Record<Form, readonly string[]>> = {
  network: ['kama-volga', 'alatau', 'menderes', 'hisor'],
  treaty: ['pamir', 'gavar', 'olive-centre'],
}

export function languageFor(partner: DemoPartner): Language {
  if (partner.country === 'TJ') return 'fa'
  return /^(RU|KZ|UZ)$/.test(partner.country) ? 'ru' : 'en'
}

interface Planner {
  chance: Chance
  today: Day
  known: KnownIds
}

const day = (on: Day, precision: 'day' | 'month' | 'year' = 'day') => ({ on: on.toString(), precision })

/** The officers of the whole office: they are on duty by turns. */
const central = ['officer@nowruzan.example', ...colleagues.filter(one => one.faculty === null).map(one => one.email)]

/** What is confidential is confided to those who record what becomes of it. */
function handlingOf({ chance, known }: Planner, form: Form): Pick<AgreementInput, 'confidentiality' | 'readerIds'> {
  const confidentiality = confidentialityOf(chance, form)
  const readerIds = central.flatMap(email => known.accounts.get(email) ?? [])
  return { confidentiality, ...(confidentiality === 'confidential' && { readerIds }) }
}

function ownerOf({ chance, known }: Planner, faculty: Faculty): string | null {
  const own = colleagues.find(one => one.faculty === faculty)
  const email = own?.email ?? chance.pick(central)
  return chance.happens(0.9) ? (known.accounts.get(email) ?? null) : null
}

function partiesOf(
  planner: Planner,
  form: Form,
  partner: DemoPartner,
  signedOn: Day | null,
): AgreementInput['parties'] {
  const { chance, known } = planner
  const others = companions[form]
  const keys = [partner.key, ...(others ?? [])]
  const signed = signedOn === null ? {} : { signedOn: signedOn.toString() }
  const home = { organisationId: known.homeId, side: 'home' as const, ...signed }
  const signatory = signedOn && { signatoryName: chance.pick(homeSignatories), signatoryTitle: homeSignatoryTitle }
  return [
    { ...home, ...(others && { role: 'coordinator' as const }), ...signatory },
    ...keys.map(key => {
      const other = partners.find(one => one.key === key)!
      const theirs = {
        signatoryName: inventedName(chance, other.country),
        signatoryTitle: positionIn(other.country, 2),
      }
      const role = other.type === 'funder' ? ('funder' as const) : ('party' as const)
      return {
        organisationId: known.partners.get(key)!,
        side: 'partner' as const,
        role,
        ...signed,
        ...(signedOn && theirs),
      }
    }),
  ]
}

function contactsOf({ chance, known }: Planner, partner: DemoPartner): AgreementInput['contacts'] {
  const contact = (role: 'coordinator' | 'academic' | 'administrative') => ({
    ...{ organisationId: known.partners.get(partner.key)!, side: 'partner' as const, role },
    name: inventedName(chance, partner.country),
    email: `${role === 'academic' ? chance.code(7) : 'international'}@${domainOf(partner)}`,
    ...(chance.happens(0.3) && {
      phone: `+000 ${chance.whole(10, 99)} ${chance.whole(100, 999)} ${chance.whole(1000, 9999)}`,
    }),
  })
  return chance.happens(0.85) ? [contact('coordinator'), ...(chance.happens(0.4) ? [contact('academic')] : [])] : []
}

/** Dates as the records have them: old ones sometimes only by year, approval some weeks before the signature. */
function datesOf({ chance }: Planner, course: Course, fate: Fate): Partial<AgreementInput> {
  const { signedOn, end } = course
  if (signedOn === null) return { end: 'unknown' }
  const isRough = fate === 'dormant' && chance.happens(0.3)
  return {
    signedOn: isRough ? day(signedOn, chance.pick(['year', 'month'] as const)) : day(signedOn),
    ...(!isRough && { inForceOn: day(chance.happens(0.6) ? signedOn : signedOn.add({ days: chance.whole(5, 40) })) }),
    ...(chance.happens(0.5) && !isRough && { approvedOn: day(signedOn.subtract({ days: chance.whole(20, 80) })) }),
    ...(typeof end === 'string' ? { end: end === 'open' ? 'none' : 'unknown' } : { end: 'known', expiresOn: day(end) }),
    renewal: course.renewal,
    renewalMonths: course.renewalMonths,
    ...(chance.happens(0.6) && {
      notice: chance.pick([
        { amount: 6, unit: 'month' },
        { amount: 3, unit: 'month' },
        { amount: 90, unit: 'day' },
      ] as const),
    }),
  }
}

function confidentialityOf(chance: Chance, form: Form): AgreementInput['confidentiality'] {
  if (form === 'technology') return chance.pick(['confidential', 'internal'] as const)
  return chance.happens(0.4) ? 'open' : 'internal'
}

function planOf(
  planner: Planner,
  partner: DemoPartner,
  form: Form,
  fate: Fate,
  topic: Topic,
  parent: AgreementPlan | null,
): AgreementPlan {
  const { chance, today, known } = planner
  const parentSigned = parent?.course.signedOn ?? null
  const mayPrecede = fate === 'done' || fate === 'expired' || fate === 'previous'
  const course = courseOf(chance, fate, form, today, mayPrecede ? null : parentSigned)
  const stands =
    parent !== null &&
    course.signedOn !== null &&
    parentSigned !== null &&
    Temporal.PlainDate.compare(parentSigned, course.signedOn) <= 0
  const language = languageFor(partner)
  const isWide = form === 'memorandum' || form === 'exchange' || form === 'recognition'
  const input: AgreementInput = {
    homeId: known.homeId,
    unitId: isWide && chance.happens(0.6) ? null : known.faculties[topic.faculty],
    kinds: kindsOf[form],
    title: titleOf(chance, form, topic, partner.names),
    parties: partiesOf(planner, form, partner, course.signedOn),
    contacts: contactsOf(planner, partner),
    ...datesOf(planner, course, fate),
    parentId: stands && form !== 'amendment' ? parent.id : null,
    amendsId: stands && form === 'amendment' ? parent.id : null,
    fields: [...topic.fields],
    languages: [...new Set(['en', language, ...(chance.happens(0.3) ? [partner.own] : [])])],
    ...handlingOf(planner, form),
    ownerId: ownerOf(planner, topic.faculty),
    scope: scopeOf(form, topic),
    ...(chance.happens(0.2) && { remarks: chance.pick(remarks) }),
  }
  return { id: newId(), form, fate, partner, topic, language, course, input }
}

const remarks = [
  'The signed original is in the archive of the Rector’s office, shelf 14.',
  'نسخهٔ فارسی و انگلیسی هر دو معتبر است.',
  'Оба текста, на русском и персидском языках, имеют одинаковую силу.',
  'Signed during the visit of the delegation; photographs in the media archive.',
  'Renewal was discussed at the last meeting of coordinators, without a decision.',
] as const

function plansWith(planner: Planner, partner: DemoPartner): AgreementPlan[] {
  const subjects = strengths[partner.key]!.map(key => topics[key]!)
  const memorandum = planOf(planner, partner, 'memorandum', memorandumFate(partner), subjects[0]!, null)
  const others = partner.forms.map((text, index) => {
    const { form, fate } = formAndFate(text, partner.mood)
    return planOf(planner, partner, form, fate, subjects[(index + 1) % subjects.length]!, memorandum)
  })
  const previous = others.find(one => one.fate === 'previous')
  if (previous) replace(previous, memorandum)
  return [memorandum, ...others]
}

/** The old memorandum gives way to the new one on the day that one was signed. */
function replace(previous: AgreementPlan, memorandum: AgreementPlan): void {
  const on = memorandum.course.signedOn!
  const { end } = previous.course
  previous.course.deedsUntil = typeof end === 'string' || Temporal.PlainDate.compare(on, end) < 0 ? on : end
  previous.course.steps.push({
    on: on.add({ days: 21 }),
    step: 'supersede',
    reason: 'Replaced by the new memorandum.',
    date: on.toString(),
  })
  memorandum.input.supersedesId = previous.id
}

/** Numbers as the office gives them: by year of signature, in the order of signing. */
function giveNumbers(plans: readonly AgreementPlan[]): void {
  const signed = plans.filter(plan => plan.course.signedOn !== null)
  signed.sort((a, b) => Temporal.PlainDate.compare(a.course.signedOn!, b.course.signedOn!))
  const last = new Map<number, number>()
  for (const { input, course } of signed) {
    const { year } = course.signedOn!
    const number = (last.get(year) ?? 0) + 1
    last.set(year, number)
    input.number = `NUT-${year}/${String(number).padStart(2, '0')}`
  }
}

/** All agreements of the demo; the same seed on the same day gives the same plans but for their ids. */
export function planAgreements(seed: number, today: Day, known: KnownIds): AgreementPlan[] {
  const planner: Planner = { chance: seededChance(seed), today, known }
  const plans = partners.flatMap(partner => plansWith(planner, partner))
  giveNumbers(plans)
  return plans
}
