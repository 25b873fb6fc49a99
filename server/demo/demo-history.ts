// Plays the invented history month by month, so that records, steps, promises and deeds follow each other as they did.
import type { ActionContext } from '#core/actions.ts'
import { newId } from '#core/ids.ts'
import { recordAgreements } from '#modules/agreements/actions/record-agreements.ts'
import { takeStep } from '#modules/agreements/actions/take-step.ts'
import { updateAgreement } from '#modules/agreements/actions/update-agreement.ts'
import type { AgreementChange } from '#modules/agreements/agreement.contract.ts'
import { addEvidence } from '#modules/ledger/actions/post-entry.ts'
import { recordCommitment } from '#modules/ledger/actions/record-commitments.ts'
import type { CommitmentInput } from '#modules/ledger/ledger.contract.ts'
import { type ActivityPosting, postLines } from '#modules/ledger/posting-lines.ts'
import { toBaseQuantity } from '#modules/ledger/quantity.ts'
import type { AgreementPlan, KnownIds } from './agreement-plans.ts'
import { type Deed, deedsUnder } from './deeds.ts'
import type { Step } from './fates.ts'
import { type PromiseTemplate, promises } from './promises.ts'
import type { Chance } from './seeded-random.ts'

type Day = Temporal.PlainDate

/** Something that was done in the office on a day: one thing by itself, or deeds that are posted together. */
export type Occasion = { on: Day } & ({ run(ctx: ActionContext): Promise<void> } | { post: Posting })

interface Posting {
  homeId: string
  activityId: string
  /** Made when it is posted: the commitment is recorded by then. */
  activity(): ActivityPosting
  evidence: Deed['evidence']
}

export interface HistoryInput {
  plans: readonly AgreementPlan[]
  known: KnownIds
  chance: Chance
  today: Day
}

/** All occasions of the history, in the order in which they happened. */
export function occasionsOf(input: HistoryInput): Occasion[] {
  const recorded = new Map<string, Day>()
  const occasions = input.plans.flatMap(plan => occasionsFor(plan, recorded, input))
  return occasions.sort((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

/** Does the occasions of some days in their order; deeds that follow each other are posted at once. */
export async function playOccasions(ctx: ActionContext, occasions: readonly Occasion[]): Promise<void> {
  let waiting: Posting[] = []
  const flush = async () => {
    const posting = waiting
    waiting = []
    await postTogether(ctx, posting)
  }
  for (const occasion of occasions) {
    const isAlone = 'run' in occasion
    if (isAlone || waiting.some(one => one.activityId === occasion.post.activityId)) await flush()
    if (isAlone) await occasion.run(ctx)
    else waiting.push(occasion.post)
  }
  await flush()
}

async function postTogether(ctx: ActionContext, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return
  const { homeId } = postings[0]!
  const { posted } = await postLines(ctx, { module: 'ledger', homeId, postings: postings.map(one => one.activity()) })
  const entries = new Map(posted.map(entry => [entry.activityId, entry.id]))
  for (const { activityId, evidence } of postings) {
    const id = entries.get(activityId)
    if (id && evidence) await addEvidence.run(ctx, { id, ...evidence })
  }
}

const versionOf = async (ctx: ActionContext, id: string): Promise<number> =>
  (await ctx.db.selectFrom('agreement').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version

/** `recorded`: since when the agreements that others stand under are in the records; those come first in the plans. */
function occasionsFor(plan: AgreementPlan, recorded: Map<string, Day>, input: HistoryInput): Occasion[] {
  const { signedOn, openedOn, steps } = plan.course
  const { parentId, amendsId } = plan.input
  const aboveOn = recorded.get(parentId ?? amendsId ?? '')
  const notBeforeAbove = (on: Day) => (aboveOn ? later(on, aboveOn.add({ days: 1 })) : on)
  const factsOn =
    signedOn && notBeforeAbove(openedOn === null ? signedOn.add({ days: input.chance.whole(3, 20) }) : signedOn)
  const first: Occasion =
    openedOn === null
      ? { on: factsOn!, run: ctx => record(ctx, plan, plan.input) }
      : { on: openedOn, run: ctx => record(ctx, plan, asDraft(plan)) }
  if (factsOn) recorded.set(plan.id, factsOn)
  const isBefore = ({ on }: Step) => factsOn === null || Temporal.PlainDate.compare(on, factsOn) < 0
  const signing: Occasion[] = openedOn !== null && factsOn ? [{ on: factsOn, run: ctx => sign(ctx, plan) }] : []
  return [
    first,
    ...steps.filter(isBefore).map(step => stepOccasion(plan, step)),
    ...signing,
    ...(factsOn ? promiseOccasions(plan, factsOn, input) : []),
    ...steps.filter(step => !isBefore(step)).map(step => stepOccasion(plan, step)),
  ]
}

const later = (a: Day, b: Day) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b)

async function record(ctx: ActionContext, plan: AgreementPlan, input: AgreementPlan['input']): Promise<void> {
  await recordAgreements(ctx, [{ id: plan.id, input }])
}

const laterFacts = [
  'number',
  'approvedOn',
  'signedOn',
  'inForceOn',
  'expiresOn',
  'parentId',
  'amendsId',
  'supersedesId',
] as const

/** What was known when the case was opened: no number, no dates, no signatures. */
function asDraft({ input }: AgreementPlan): AgreementPlan['input'] {
  const rest = { ...input }
  for (const key of laterFacts) delete rest[key]
  const parties = rest.parties.map(({ signedOn: _on, signatoryName: _name, signatoryTitle: _title, ...party }) => party)
  return { ...rest, parties, end: 'unknown', state: 'inquiry' }
}

async function sign(ctx: ActionContext, plan: AgreementPlan): Promise<void> {
  const { state: _state, stateReason: _reason, endedOn: _ended, ...facts } = plan.input
  const change: AgreementChange = { ...facts, version: await versionOf(ctx, plan.id) }
  await updateAgreement.run(ctx, { id: plan.id, change })
  await takeStep.run(ctx, {
    id: plan.id,
    step: 'enter_into_force',
    version: await versionOf(ctx, plan.id),
    on: plan.input.inForceOn?.on,
  })
}

const stepOccasion = (plan: AgreementPlan, { on, step, reason, date }: Step): Occasion => ({
  on,
  async run(ctx) {
    await takeStep.run(ctx, { id: plan.id, step, reason, on: date, version: await versionOf(ctx, plan.id) })
  },
})

const isSleepy = (plan: AgreementPlan) => plan.fate === 'dormant'

function promiseOccasions(plan: AgreementPlan, on: Day, input: HistoryInput): Occasion[] {
  const { chance } = input
  const usable = promises[plan.form].filter(template => !isSleepy(plan) || template.sleeps)
  const chosen = plan.form === 'memorandum' ? chance.several(usable, chance.whole(2, 4)) : usable
  return [
    ...chosen.flatMap(template => occasionsOfPromise(plan, template, on, input)),
    ...(plan.form === 'memorandum' ? deedsWithoutPromise(plan, input) : []),
  ]
}

function numberOf(chance: Chance, { least, most, step }: PromiseTemplate): number | null {
  if (least === undefined || most === undefined) return null
  const number = chance.whole(least, most)
  return step === undefined ? number : Math.max(step, Math.round(number / step) * step)
}

function commitmentInput(
  plan: AgreementPlan,
  template: PromiseTemplate,
  number: number | null,
  input: HistoryInput,
): CommitmentInput {
  const { known } = input
  const ours = {
    organisationId: known.homeId,
    unitId: template.kind === 'joint_project' ? (plan.input.unitId ?? null) : null,
  }
  const theirs = { organisationId: known.partners.get(plan.partner.key)! }
  const { end } = plan.course
  return {
    agreementId: plan.id,
    clause: template.clause[plan.language].replace('{n}', number === null ? '' : numberIn(plan, number)),
    ...{ kind: template.kind, unit: template.unit, currency: template.currency ?? null },
    ...(template.by === 'partner' ? { promisor: theirs, beneficiary: ours } : { promisor: ours, beneficiary: theirs }),
    quantity: number === null ? null : String(number),
    comparator: template.comparator ?? 'at_least',
    period: template.period,
    ...(template.period === 'every_n_years' && { periodYears: template.years ?? 1 }),
    validFrom: plan.input.inForceOn ?? plan.input.signedOn ?? null,
    validUntil:
      typeof end === 'string' || plan.course.renewal === 'automatic' ? null : { on: end.toString(), precision: 'day' },
    carry: template.carry ?? 'none',
    condition: template.condition ?? 'none',
    ownerId: plan.input.ownerId ?? null,
    bothWays: template.by === 'both',
  }
}

const numberIn = ({ language }: AgreementPlan, number: number): string =>
  new Intl.NumberFormat({ en: 'en-GB', fa: 'fa-IR', ru: 'ru-RU' }[language]).format(number)

function occasionsOfPromise(plan: AgreementPlan, template: PromiseTemplate, on: Day, input: HistoryInput): Occasion[] {
  const { chance, known, today } = input
  const number = numberOf(chance, template)
  let ids: string[] = []
  const recording: Occasion = {
    on,
    async run(ctx) {
      const written = commitmentInput(plan, template, number, input)
      const refinesId =
        plan.form === 'annex' && template.kind === 'student_mobility' ? await widerPromise(ctx, plan, known) : null
      ids = (await recordCommitment.run(ctx, { ...written, refinesId })).ids
    },
  }
  const home = known.homeId
  const partner = known.partners.get(plan.partner.key)!
  const directions = template.by === 'both' ? [0, 1] : [0]
  const deeds = directions.flatMap(direction => {
    const isOurs = template.by === 'partner' ? false : direction === 0
    const ends = isOurs ? { from: home, to: partner } : { from: partner, to: home }
    return deedsUnder(chance, plan, template, number, today).flatMap(deed =>
      deedOccasions({ plan, template, deed, ...ends, commitmentOf: () => ids[direction] ?? null }, input),
    )
  })
  const isTold = (deed: Occasion) => Temporal.PlainDate.compare(deed.on, on) < 0
  // What had happened before the promise was recorded is entered right after it.
  return [recording, ...deeds.map(deed => (isTold(deed) ? { ...deed, on } : deed))]
}

/** The memorandum's "exchange of students" that an annex makes concrete. */
async function widerPromise(ctx: ActionContext, plan: AgreementPlan, known: KnownIds): Promise<string | null> {
  if (!plan.input.parentId) return null
  const row = await ctx.db
    .selectFrom('commitment')
    .select('id')
    .where('source_id', '=', plan.input.parentId)
    .where('kind', '=', 'student_mobility')
    .where('promisor_id', '=', known.homeId)
    .executeTakeFirst()
  return row?.id ?? null
}

interface DeedContext {
  plan: AgreementPlan
  template: Pick<PromiseTemplate, 'kind' | 'unit' | 'currency'>
  deed: Deed
  from: string
  to: string
  commitmentOf(): string | null
  /** Not under an agreement at all. */
  loose?: boolean
}

function deedOccasions(context: DeedContext, { known }: HistoryInput): Occasion[] {
  const { plan, deed } = context
  const activityId = newId()
  const post = (status: Deed['status']): Posting => ({
    ...{ homeId: known.homeId, activityId, activity: () => postingOf(context, activityId, status) },
    evidence: status === 'confirmed' ? deed.evidence : null,
  })
  const after = plan.course.openedOn ?? plan.course.signedOn!
  const on = Temporal.PlainDate.compare(deed.postedOn, after) < 0 ? after : deed.postedOn
  return [
    ...(deed.announcedOn ? [{ on: deed.announcedOn, post: post('planned') }] : []),
    { on, post: post(deed.status) },
  ]
}

function postingOf(
  { plan, template, deed, from, to, commitmentOf, loose }: DeedContext,
  activityId: string,
  status: Deed['status'],
): ActivityPosting {
  return {
    activity: { id: activityId, kind: template.kind, title: deed.title, note: null },
    lines: [
      {
        lineKey: '1',
        kind: template.kind,
        unit: template.unit,
        currency: template.currency ?? null,
        baseQuantity: toBaseQuantity(deed.quantity, template.unit),
        from: { organisationId: from, unitId: null },
        to: { organisationId: to, unitId: null },
        startOn: deed.startsOn.toString(),
        endOn: deed.endsOn?.toString() ?? null,
        status,
        field: plan.topic.fields[0] ?? null,
        agreementId: loose ? null : plan.id,
        commitmentId: commitmentOf(),
      },
    ],
  }
}

/** Things that happened although nobody had promised them: guests, courses, access to a library. */
function deedsWithoutPromise(plan: AgreementPlan, input: HistoryInput): Occasion[] {
  const { chance, known, today } = input
  if (plan.course.silent || plan.fate === 'dormant' || plan.fate === 'new') return []
  const templates = [
    { kind: 'course', unit: 'course', period: 'whole_term' },
    { kind: 'resource_access', unit: 'day', period: 'whole_term' },
  ] as const
  const template: PromiseTemplate = { ...chance.pick(templates), by: 'partner', clause: { en: '', fa: '', ru: '' } }
  const deeds = chance
    .several(deedsUnder(chance, plan, template, null, today), 2)
    .filter(deed => deed.status === 'confirmed')
  const [home, partner] = [known.homeId, known.partners.get(plan.partner.key)!]
  return deeds.flatMap((deed, index) =>
    deedOccasions({ plan, template, deed, from: partner, to: home, commitmentOf: () => null, loose: index > 0 }, input),
  )
}
