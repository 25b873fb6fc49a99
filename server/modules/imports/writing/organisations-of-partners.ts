// Which organisations the partners of a run are: known ones, and new unverified ones for texts that nobody knows yet.
import type { ActionContext } from '#core/actions.ts'
import {
  createUnverifiedOrganisations,
  searchOrganisations,
  type UnverifiedOrganisation,
} from '#modules/registry/index.ts'
import type { StoredRun } from '../import.store.ts'
import { linkCreatedOrganisations } from '../import-partner.store.ts'
import { schemeOf } from '../planning/match-partners.ts'
import type { PlannedPartner } from '../planning/plan.ts'
import { scriptLanguage } from './agreement-of-row.ts'

/** Creates what is missing; a cell that was split stands for each of its parts. */
export async function organisationsFor(ctx: ActionContext, run: StoredRun, partners: readonly PlannedPartner[]) {
  const wanted = partners.filter(partner => partner.organisationId === null && partner.decision !== 'ignored')
  const texts = wanted.flatMap(partner => textsOf(partner).map(text => ({ partner, text })))
  const described = texts.map(({ partner, text }) => describePartner(partner, text))
  const ids = await createUnverifiedOrganisations(
    ctx,
    await Promise.all(described.map(one => withoutTakenRor(ctx, one))),
    { homeId: run.homeId },
  )
  const made = new Map<string, string[]>()
  for (const [at, { partner }] of texts.entries()) made.set(partner.key, [...(made.get(partner.key) ?? []), ids[at]!])
  await linkCreatedOrganisations(
    ctx.db,
    run.id,
    [...made].map(([key, [organisationId]]) => ({ key, organisationId: organisationId! })),
  )
  const known = new Map(partners.map(partner => [partner.key, partner]))
  return {
    created: texts.length,
    organisationsOf: (key: string) => {
      const matched = known.get(key)?.organisationId
      const all = matched ? [matched] : (made.get(key) ?? [])
      return all.map(organisationId => ({ organisationId }))
    },
  }
}

/** A ROR id belongs to one organisation; where another one has it, the cell of the list keeps it. */
async function withoutTakenRor(ctx: ActionContext, one: UnverifiedOrganisation): Promise<UnverifiedOrganisation> {
  const ror = one.identifiers?.find(identifier => identifier.scheme === 'ror')
  if (!ror) return one
  const bare = ror.value.replace(/^.*\//, '')
  const known = await searchOrganisations(ctx.db, { q: bare, limit: 1 }, 'en')
  return known.length === 0 ? one : { ...one, identifiers: one.identifiers!.filter(each => each !== ror) }
}

const textsOf = (partner: PlannedPartner): string[] =>
  partner.decision === 'split' && (partner.hints.parts?.length ?? 0) > 0 ? partner.hints.parts! : [partner.written]

/** What the list says of the partner; of a part of a cell only the name and the place are known. */
function describePartner(partner: PlannedPartner, text: string): UnverifiedOrganisation {
  const { hints, country, city } = partner
  const script = scriptLanguage(text)
  const named = { name: text, language: script === 'und' ? null : script, country, city }
  if (text !== partner.written) return named
  const { otherNames, website, latitude, longitude } = hints
  const identifiers = hints.identifiers.map(({ scheme, value }) => ({ scheme: schemeOf(scheme), value }))
  return {
    ...named,
    otherNames,
    identifiers,
    website: website ?? null,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
  }
}
