// Adds, changes and deletes persons of organisations: contacts that a home organisation keeps.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { databaseErrorCode } from '#core/database/connect.ts'
import { Refusal } from '#core/errors.ts'
import { changesBetween } from '#core/events.ts'
import { translator } from '#core/i18n.ts'
import { reaches } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { refuseStale } from '#core/stale.ts'
import { orcidForm } from '../identifiers.ts'
import { canonicalIds, listHomes, organisationsById } from '../organisation.store.ts'
import { unitsBelow } from '../organisation-history.store.ts'
import { deletePersonRow, findPerson, insertPerson, type PersonFacts, updatePerson } from '../person.store.ts'
import { FieldRefused, HomeNeeded, PersonInUse } from '../registry.errors.ts'
import { ContactAdded, ContactLeft, PersonAdded, PersonChanged, PersonDeleted } from '../registry.events.ts'
import { canChangePerson } from '../registry.policy.ts'

export interface WrittenPerson {
  name?: string
  names?: Record<string, string>
  position?: string | null
  email?: string | null
  phone?: string | null
  orcid?: string | null
  unitId?: string | null
}

const wrongOrcid = /*i18n*/ {
  id: 'registry.person.wrong_orcid',
  message: '“{value}” is not an ORCID iD; one looks like 0000-0002-1825-0097.',
}
const foreignUnit = /*i18n*/ { id: 'registry.person.foreign_unit', message: 'This is not a unit of the organisation.' }

export const createPerson = defineAction({
  name: 'create-person',
  async run(
    ctx: ActionContext,
    input: WrittenPerson & { name: string; organisationId: string; homeId?: string },
  ): Promise<string> {
    const homeId = await homeFor(ctx, input.homeId)
    ensure(canChangePerson(ctx.actor, { homeId }))
    const organisationId = found((await canonicalIds(ctx.db, [input.organisationId])).get(input.organisationId))
    const empty = { position: null, email: null, phone: null, orcid: null, unitId: null, names: {}, name: '' }
    const person = await withWritten(ctx, { ...empty, id: newId(), homeId, organisationId }, input)
    await insertPerson(ctx.db, person)
    ctx.record(PersonAdded, { subjectId: person.id, homeId, data: { name: person.name } })
    await recordContact(ctx, ContactAdded, organisationId, homeId)
    return person.id
  },
})

export const changePerson = defineAction({
  name: 'change-person',
  async run(
    ctx: ActionContext,
    input: WrittenPerson & { id: string; version: number; organisationId?: string },
  ): Promise<void> {
    const before = found(await findPerson(ctx.db, input.id, ctx.actor, true))
    ensure(canChangePerson(ctx.actor, before))
    if (before.version !== input.version) await refuseStale(ctx, { type: 'person', id: input.id })
    const organisationId =
      input.organisationId === undefined
        ? before.organisationId
        : found((await canonicalIds(ctx.db, [input.organisationId])).get(input.organisationId))
    const hasMoved = organisationId !== before.organisationId
    const moved = { ...before, organisationId, unitId: hasMoved ? null : before.unitId }
    const after = await withWritten(ctx, moved, input)
    const changes = changesBetween<object>(before, after)
    if (Object.keys(changes).length === 0) return ctx.unchanged()
    await updatePerson(ctx.db, after)
    ctx.record(PersonChanged, { subjectId: input.id, homeId: before.homeId, data: { name: after.name }, changes })
    if (!hasMoved) return
    await recordContact(ctx, ContactLeft, before.organisationId, before.homeId)
    await recordContact(ctx, ContactAdded, organisationId, before.homeId)
  },
})

export const deletePerson = defineAction({
  name: 'delete-person',
  async run(ctx: ActionContext, { id }: { id: string }): Promise<void> {
    const person = found(await findPerson(ctx.db, id, ctx.actor, true))
    ensure(canChangePerson(ctx.actor, person))
    if (person.userId !== null) throw new Refusal(PersonInUse)
    try {
      await deletePersonRow(ctx.db, id)
    } catch (error) {
      // Whoever names the person (a party of an agreement) holds on to it by a foreign key.
      if (databaseErrorCode(error) === '23503') throw new Refusal(PersonInUse)
      throw error
    }
    ctx.record(PersonDeleted, { subjectId: id, homeId: person.homeId, data: { name: person.name } })
    await recordContact(ctx, ContactLeft, person.organisationId, person.homeId)
  },
})

/** Tells in the history of an organisation that a contact came or went. */
async function recordContact(
  ctx: ActionContext,
  event: typeof ContactAdded | typeof ContactLeft,
  organisationId: string | null,
  homeId: string | null,
): Promise<void> {
  if (organisationId === null) return
  const name = (await organisationsById(ctx.db, [organisationId])).get(organisationId)?.name ?? ''
  ctx.record(event, { subjectId: organisationId, homeId, data: { name } })
}

/** The home organisation that keeps a contact: the given one, or the only one the actor writes for. */
async function homeFor(ctx: ActionContext, homeId: string | undefined): Promise<string> {
  const all = await listHomes(ctx.db)
  if (all.some(home => home.id === homeId)) return homeId!
  const homes = all.filter(home => ctx.actor.administers || reaches(ctx.actor.writes, home.id))
  if (homeId === undefined && homes.length === 1) return homes[0]!.id
  throw new Refusal(
    HomeNeeded,
    {},
    { fields: [{ path: 'homeId', message: translator(ctx.actor.language)(HomeNeeded.text) }] },
  )
}

async function withWritten<P extends PersonFacts>(ctx: ActionContext, person: P, written: WrittenPerson): Promise<P> {
  const translate = translator(ctx.actor.language)
  const refuse = (path: string, message: string): never => {
    throw new Refusal(FieldRefused, {}, { fields: [{ path, message }] })
  }
  const trimmed = (text: string | null) => text?.replace(/\s+/g, ' ').trim() || null
  const after: P = { ...person }
  if (written.name !== undefined) after.name = trimmed(written.name) ?? refuse('name', translate(FieldRefused.text))
  if (written.names !== undefined) after.names = written.names
  for (const field of ['position', 'email', 'phone'] as const)
    if (written[field] !== undefined) after[field] = trimmed(written[field]!)
  if (written.orcid !== undefined) {
    const value = trimmed(written.orcid)
    after.orcid = value === null ? null : (orcidForm(value) ?? refuse('orcid', translate(wrongOrcid, { value })))
  }
  if (written.unitId !== undefined) {
    const isUnit = written.unitId === null || (await unitsBelow(ctx.db, after.organisationId!)).has(written.unitId)
    after.unitId = isUnit ? written.unitId : refuse('unitId', translate(foreignUnit))
  }
  return after
}
