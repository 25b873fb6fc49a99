// Chooses the home organisations of the installation; one that the registry does not have is created.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { NotFound, Refusal } from '#core/errors.ts'
import { translator } from '#core/i18n.ts'
import { ensure } from '#core/policy.ts'
import { listHomes } from '../organisation.store.ts'
import { insertOrganisations, loadFacts } from '../organisation-facts.store.ts'
import { homesWithCases, setHome } from '../organisation-history.store.ts'
import { AlreadyMerged, HomeInUse } from '../registry.errors.ts'
import { HomeChosen, HomeRemoved, OrganisationAdded } from '../registry.events.ts'
import { canAdminister } from '../registry.policy.ts'
import type { NameKind } from '../registry.terms.ts'
import { noteWords } from '../registry-run.store.ts'
import { fieldsFrom } from '../written-facts.ts'
import { organisationWrittenBy, wordsOf } from './create-organisation.ts'

export interface NewHome {
  name: string
  names?: { text: string; language?: string | null; kind: NameKind }[]
  country: string
  city?: string
}

/** The set of homes is exactly the given ones and the created ones afterwards. */
export const setHomes = defineAction({
  name: 'set-homes',
  async run(ctx: ActionContext, input: { organisationIds: string[]; create?: NewHome[] }): Promise<void> {
    ensure(canAdminister(ctx.actor))
    const before = await listHomes(ctx.db)
    const was = new Set(before.map(home => home.id))
    const wanted = new Set(input.organisationIds)
    await choose(ctx, [...wanted.difference(was)])
    await remove(ctx, [...was.difference(wanted)])
    await create(ctx, input.create ?? [])
    if (wanted.symmetricDifference(was).size === 0 && (input.create ?? []).length === 0) ctx.unchanged()
  },
})

export const removeHome = defineAction({
  name: 'remove-home',
  async run(ctx: ActionContext, { id }: { id: string }): Promise<void> {
    ensure(canAdminister(ctx.actor))
    const homes = await listHomes(ctx.db)
    if (!homes.some(home => home.id === id)) throw new Refusal(NotFound)
    await remove(ctx, [id])
  },
})

async function choose(ctx: ActionContext, ids: string[]): Promise<void> {
  const facts = await loadFacts(ctx.db, ids, 'for change')
  for (const id of ids) {
    const one = facts.get(id)
    if (one === undefined) throw new Refusal(NotFound)
    if (one.mergedInto !== null) throw new Refusal(AlreadyMerged, { name: one.name })
    ctx.record(HomeChosen, { subjectId: id, homeId: id, data: { name: one.name } })
  }
  await setHome(ctx.db, ids, true)
}

async function remove(ctx: ActionContext, ids: string[]): Promise<void> {
  const [busy] = await homesWithCases(ctx.db, ids)
  if (busy) throw new Refusal(HomeInUse, { name: busy.name })
  const facts = await loadFacts(ctx.db, ids, 'for change')
  await setHome(ctx.db, ids, false)
  for (const one of facts.values())
    ctx.record(HomeRemoved, { subjectId: one.id, homeId: one.id, data: { name: one.name } })
}

async function create(ctx: ActionContext, homes: NewHome[]): Promise<void> {
  const translate = translator(ctx.actor.language)
  const created = homes.map(({ country, city, ...written }) => {
    const place = { country, city: city ?? null, region: null, latitude: null, longitude: null }
    const fields = fieldsFrom({ ...written, place, types: ['education'] }, translate)
    return { ...organisationWrittenBy({ ...fields, name: fields.name! }, ctx.today.toString()), home: true }
  })
  await insertOrganisations(ctx.db, created)
  await noteWords(ctx.db, wordsOf(created))
  for (const one of created) {
    ctx.record(OrganisationAdded, { subjectId: one.id, homeId: one.id, data: { name: one.name } })
    ctx.record(HomeChosen, { subjectId: one.id, homeId: one.id, data: { name: one.name } })
  }
}
