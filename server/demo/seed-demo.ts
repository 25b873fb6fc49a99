// Fills an empty installation with the invented data of the demo, everything through the actions of the product.
import { randomBytes } from 'node:crypto'
import { type ActionContext, type ActionServices, defineAction, runAction } from '#core/actions.ts'
import type { Pool } from '#core/database/connect.ts'
import { choosePassword } from '#core/identity/actions/choose-password.ts'
import { invitePerson } from '#core/identity/actions/invite-person.ts'
import { type Actor, type Role, systemActor } from '#core/identity/actor.ts'
import { writeSetting } from '#core/settings.ts'
import { type Clock, dayIn, fixedClock } from '#core/time.ts'
import { saveView } from '#modules/agreements/actions/save-view.ts'
import { refreshAllStandings } from '#modules/agreements/standing.ts'
import { setHomes } from '#modules/registry/actions/set-homes.ts'
import { type KnownIds, planAgreements } from './agreement-plans.ts'
import { type Occasion, occasionsOf, playOccasions } from './demo-history.ts'
import { demoSettings } from './demo-marks.ts'
import { demoViews } from './demo-views.ts'
import { colleagues, guests } from './home-organisation.ts'
import { seedFaculties, seedHome, seedPartners } from './seed-organisations.ts'
import { seededChance } from './seeded-random.ts'

export const defaultSeed = 2026

export interface SeedInput {
  db: Pool
  clock: Clock
  timeZone: string
  seed?: number
  say?: (text: string) => void
}

/** What was made, for the terminal. */
export interface DemoReport {
  organisations: number
  agreements: number
  entries: number
}

/** Actions of the seed; what would follow from them is judged once at the end instead of by a job for each. */
const seedServices = ({ db, timeZone }: SeedInput, clock: Clock): ActionServices => ({
  ...{ db, clock, timeZone },
  enqueueAll: async () => {},
  subscribersOf: () => [],
})

/** Fills an empty, migrated database. The same seed on the same day gives the same story. */
export async function seedDemo(input: SeedInput): Promise<DemoReport> {
  const { seed = defaultSeed, say = () => {} } = input
  const today = dayIn(input.clock.now(), input.timeZone)
  const opening = seedServices(input, fixedClock(today.subtract({ years: 10 }).toString().concat('T06:00:00Z')))
  const now = seedServices(input, input.clock)
  await runAction(opening, systemActor(), markDemo, { seed, done: false })
  const { known, officers } = await seedPeopleAndOrganisations(opening, seededChance(seed + 1), say)
  say('agreements, promises and deeds of ten years')
  const plans = planAgreements(seed, today, known)
  const occasions = occasionsOf({ plans, known, chance: seededChance(seed + 2), today })
  await playHistory(input, occasions, officers, today)
  for (const view of demoViews)
    await runAction(now, officers[0]!, saveView, { ...view, page: 'portfolio', shared: true })
  await runAction(now, systemActor(), judgeAll, {})
  await runAction(now, systemActor(), markDemo, { seed, done: true })
  return {
    organisations: known.partners.size + 1,
    agreements: plans.length,
    entries: occasions.filter(one => 'post' in one).length,
  }
}

const markDemo = defineAction({
  name: 'demo.mark',
  async run(ctx: ActionContext, mark: { seed: number; done: boolean }) {
    await writeSetting(ctx.db, demoSettings.demo, true)
    await writeSetting(ctx.db, demoSettings.finished, mark.done ? { seed: mark.seed } : null)
    await writeSetting(ctx.db, 'installation.name', 'Nowruzan · demo')
    ctx.unchanged()
  },
})

const judgeAll = defineAction({
  name: 'demo.judge',
  async run(ctx: ActionContext) {
    await refreshAllStandings(ctx.db, ctx.today)
    ctx.unchanged()
  },
})

async function seedPeopleAndOrganisations(
  services: ActionServices,
  chance: ReturnType<typeof seededChance>,
  say: (text: string) => void,
) {
  say('organisations and people')
  const homeId = await seedHome(services)
  await runAction(services, systemActor(), setHomes, { organisationIds: [homeId] })
  const faculties = await seedFaculties(services, homeId)
  const accounts = new Map<string, string>()
  const officers: Actor[] = []
  for (const guest of guests) accounts.set(guest.email, await invite(services, guest, guest.role, null))
  for (const one of colleagues) {
    const id = await invite(services, one, 'officer', one.faculty === null ? null : faculties[one.faculty])
    accounts.set(one.email, id)
  }
  for (const { name, email } of [guests[1], ...colleagues.filter(one => one.faculty === null)])
    officers.push(officerActor(accounts.get(email)!, name, email))
  const partners = await seedPartners(services, chance, homeId)
  const known: KnownIds = { homeId, faculties, partners, accounts }
  return { known, officers }
}

/** Invites a person, who chooses a password that nobody knows; the demo gives its guests new ones at every start. */
async function invite(
  services: ActionServices,
  person: { name: string; email: string },
  role: Role,
  scopeId: string | null,
): Promise<string> {
  const { name, email } = person
  // The link of an invitation is valid for days from now, whatever day the story has reached.
  const grants = [{ role, scopeId }]
  const { id, token } = await runAction(services, systemActor(), invitePerson, { name, email, language: 'en', grants })
  await runAction(services, systemActor(), choosePassword, { token, password: randomBytes(24).toString('base64url') })
  return id
}

const officerActor = (id: string, name: string, email: string): Actor => ({
  ...{ kind: 'person', id, name, email, language: 'en', grants: [{ role: 'officer', scopeId: null }] },
  ...{ reads: 'everywhere', writes: 'everywhere', administers: false },
})

const play = defineAction({ name: 'demo.play', run: playOccasions })

const daysAtOnce = 20

/** Plays some weeks in one transaction: on their last day, by the officer who was on duty. */
async function playHistory(
  input: SeedInput,
  occasions: readonly Occasion[],
  officers: readonly Actor[],
  today: Temporal.PlainDate,
): Promise<void> {
  const first = occasions[0]!.on
  const spanOf = ({ on }: Occasion) => Math.floor(first.until(on, { largestUnit: 'days' }).days / daysAtOnce)
  for (const [span, list] of Map.groupBy(occasions, spanOf)) {
    const last = list.at(-1)!.on
    const minute = String((span * 17) % 60).padStart(2, '0')
    const isToday = Temporal.PlainDate.compare(last, today) >= 0
    const clock = isToday
      ? input.clock
      : fixedClock(`${last.toString()}T${String(6 + (span % 8)).padStart(2, '0')}:${minute}:00Z`)
    await runAction(seedServices(input, clock), officers[span % officers.length]!, play, list)
  }
}
