// Makes what tests and seeds of agreements need: organisations with names, people with a reach, agreements with parents.
import { type Action, type ActionServices, runAction } from '#core/actions.ts'
import { type Db, json, type Pool } from '#core/database/connect.ts'
import { type Actor, type Reach, reachesNothing, systemActor } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { actionServices } from '#core/testing.ts'
import { type Clock, fixedClock } from '#core/time.ts'
import { fold } from '#modules/registry/index.ts'
import { recordAgreement } from '../actions/record-agreements.ts'
import type { AgreementInput } from '../agreement.contract.ts'

/** The day of the tests. */
export const testDay = Temporal.PlainDate.from('2026-11-23')
export const testClock: Clock = fixedClock('2026-11-23T09:00:00Z')

export interface OrganisationSeed {
  name?: string
  names?: Record<string, string>
  home?: boolean
  unitOf?: string
  country?: string
  city?: string
  place?: [number, number]
}

let made = 0

export async function makeOrganisation(db: Db, seed: OrganisationSeed = {}): Promise<string> {
  made += 1
  const {
    name = `Organisation ${made}`,
    names = {},
    home = false,
    unitOf = null,
    country = 'UZ',
    city = 'Samarkand',
  } = seed
  const id = newId()
  const [latitude, longitude] = seed.place ?? [39.65, 66.96]
  await db
    .insertInto('organisation')
    .values({
      id,
      name,
      names: json({ en: name, ...names }),
      home,
      unit_of: unitOf,
      country,
      city,
      latitude,
      longitude,
    })
    .execute()
  await db
    .insertInto('organisation_name')
    .values(
      [...new Set([name, ...Object.values(names)])].map(text => ({
        ...{ organisation_id: id, text, folded: fold(text), words: fold(text), kind: 'label', source: 'test' },
      })),
    )
    .execute()
  return id
}

/** A person with an account; reads what it writes, and more where that is given. */
export async function makePerson(db: Db, writes: Reach, reads: Reach = writes): Promise<Actor> {
  const id = newId()
  await db
    .insertInto('auth_user')
    .values({ id, name: `Person ${id.slice(-4)}`, email: `${id}@example.org` })
    .execute()
  const name = `Person ${id.slice(-4)}`
  const grants = reachesNothing(reads) ? [] : [{ role: 'officer', scopeId: null } as const]
  return { ...systemActor(), kind: 'person', id, name, reads, writes, grants, administers: false }
}

/** A memorandum in force for three more years, unless said otherwise. */
export const agreementInput = (
  homeId: string,
  partnerId: string,
  more: Partial<AgreementInput> = {},
): AgreementInput => ({
  homeId,
  kinds: ['memorandum'],
  title: { en: 'Memorandum of understanding' },
  parties: [{ organisationId: partnerId, side: 'partner' }],
  signedOn: { on: '2024-11-01', precision: 'day' },
  expiresOn: { on: '2029-10-31', precision: 'day' },
  ...more,
})

export interface AgreementWorld {
  db: Pool
  services: ActionServices & { queued: unknown[] }
  home: string
  partner: string
  /** Writes in the home organisation. */
  officer: Actor
  run<I, O>(action: Action<I, O>, input: I, actor?: Actor): Promise<O>
  record(more?: Partial<AgreementInput>, actor?: Actor): Promise<string>
}

/** A home, a partner and an officer, ready to record agreements. */
export async function makeWorld(db: Pool, clock: Clock = testClock): Promise<AgreementWorld> {
  const services = actionServices(db, clock)
  const home = await makeOrganisation(db, { name: 'Silk Road University', home: true })
  const partner = await makeOrganisation(db, {
    name: 'University of Altamira',
    names: { fa: 'دانشگاه آلتامیرا', ru: 'Университет Альтамиры' },
    country: 'AZ',
  })
  const officer = await makePerson(db, new Set([home]))
  const run: AgreementWorld['run'] = (action, input, actor = officer) => runAction(services, actor, action, input)
  const record: AgreementWorld['record'] = (more, actor) =>
    run(recordAgreement, agreementInput(home, partner, more), actor)
  return { db, services, home, partner, officer, run, record }
}
