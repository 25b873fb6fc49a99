// Changes an organisation by hand; what an official source says of a changed field is kept beside it.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import type { Changes } from '#core/events.ts'
import { translator } from '#core/i18n.ts'
import { ensure, found } from '#core/policy.ts'
import { refuseStale } from '#core/stale.ts'
import { organisationsById } from '../organisation.store.ts'
import { organisationChanges, organisationFieldTerms } from '../organisation-changes.ts'
import { type KeptOrganisation, loadFacts, replaceOrganisations } from '../organisation-facts.store.ts'
import { acceptStatement, applyEdit, type OrganisationFacts } from '../organisation-facts.ts'
import { findPlaces, findTaken, unitsBelow } from '../organisation-history.store.ts'
import { AlreadyMerged, IdentifierTaken, NothingStated, UnitCycle } from '../registry.errors.ts'
import { OrganisationChanged, StatementAccepted, UnitAdded, UnitLeft } from '../registry.events.ts'
import { canChangeOrganisation, type OrganisationPlace } from '../registry.policy.ts'
import type { FactSource, OrganisationField } from '../registry.terms.ts'
import { noteWords } from '../registry-run.store.ts'
import { fieldsFrom, type WrittenOrganisation } from '../written-facts.ts'
import { recordUnit, wordsOf } from './create-organisation.ts'

/** The organisation locked for a change that its actor may make and that is not stale. */
export async function openForChange(
  ctx: ActionContext,
  id: string,
  version: number,
): Promise<{ before: KeptOrganisation; place: OrganisationPlace }> {
  const before = found((await loadFacts(ctx.db, [id], 'for change')).get(id))
  const { places } = await findPlaces(ctx.db, [id, ...(before.mergedInto === null ? [] : [before.mergedInto])])
  const place = places.get(id)!
  if (before.mergedInto !== null) {
    const into = (await loadFacts(ctx.db, [before.mergedInto], 'for reading')).get(before.mergedInto)
    throw new Refusal(AlreadyMerged, { name: into?.name ?? '' })
  }
  ensure(canChangeOrganisation(ctx.actor, place))
  if (before.version !== version) await refuseStale(ctx, { type: 'organisation', id }, organisationFieldTerms)
  return { before, place }
}

type Change = WrittenOrganisation & { id: string; version: number; unitOf?: string; reason?: string }

export const changeOrganisation = defineAction({
  name: 'change-organisation',
  async run(ctx: ActionContext, input: Change): Promise<void> {
    const { before, place } = await openForChange(ctx, input.id, input.version)
    const fields = fieldsFrom(input, translator(ctx.actor.language))
    const taken = await findTaken(ctx.db, fields.identifiers ?? [], input.id)
    if (taken) throw new Refusal(IdentifierTaken, taken)
    const after: OrganisationFacts = applyEdit(before, fields, ctx.today.toString())
    if (input.unitOf !== undefined && input.unitOf !== before.unitOf) {
      await ensureUnitOf(ctx, input.id, input.unitOf)
      after.unitOf = input.unitOf
    }
    const changes = organisationChanges(before, after)
    const isMoved = after.unitOf !== before.unitOf
    if (isMoved) changes.unitOf = await namesAbove(ctx, before.unitOf, after.unitOf)
    if (Object.keys(changes).length === 0) return ctx.unchanged()
    await replaceOrganisations(ctx.db, [after])
    await noteWords(ctx.db, wordsOf([after]))
    ctx.record(OrganisationChanged, {
      subjectId: input.id,
      homeId: place.homeId,
      data: { name: after.name },
      changes,
      reason: input.reason ?? null,
    })
    if (!isMoved) return
    await recordUnit(ctx, UnitLeft, before, place.homeId)
    await recordUnit(ctx, UnitAdded, after, place.homeId)
  },
})

async function namesAbove(ctx: ActionContext, from: string | null, to: string | null): Promise<Changes[string]> {
  const cards = await organisationsById(
    ctx.db,
    [from, to].filter(id => id !== null),
  )
  const named = (id: string | null) => (id === null ? null : { id, name: cards.get(id)?.name ?? id })
  return { from: named(from), to: named(to) }
}

async function ensureUnitOf(ctx: ActionContext, id: string, unitOf: string): Promise<void> {
  const above = found((await findPlaces(ctx.db, [unitOf])).places.get(unitOf))
  ensure(canChangeOrganisation(ctx.actor, above))
  if ((await unitsBelow(ctx.db, id)).has(unitOf)) throw new Refusal(UnitCycle)
}

/** Takes over what a source says of one field: from then on the field follows its source again. */
export const takeStatement = defineAction({
  name: 'accept-statement',
  async run(
    ctx: ActionContext,
    input: { id: string; field: OrganisationField; source: FactSource; version: number },
  ): Promise<void> {
    const { before, place } = await openForChange(ctx, input.id, input.version)
    const statement = before.statements.find(one => one.field === input.field && one.source === input.source)
    if (!statement) throw new Refusal(NothingStated)
    const after = acceptStatement(before, statement, ctx.today.toString())
    await replaceOrganisations(ctx.db, [after])
    ctx.record(StatementAccepted, {
      subjectId: input.id,
      homeId: place.homeId,
      data: { name: after.name, field: input.field, source: input.source },
      changes: organisationChanges(before, after),
    })
  },
})
