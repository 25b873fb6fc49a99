// Creates organisations that an imported file names and nobody has verified; and takes them back with the import.
import type { ActionContext } from '#core/actions.ts'
import { identifierForm } from '../identifiers.ts'
import { insertOrganisations } from '../organisation-facts.store.ts'
import { applyEdit, type OrganisationFacts, type WrittenFields } from '../organisation-facts.ts'
import { deleteUnused, withdrawUnverified } from '../organisation-history.store.ts'
import { OrganisationAdded } from '../registry.events.ts'
import { type FactSource, type IdentifierScheme, identifierSchemes } from '../registry.terms.ts'
import { noteWords } from '../registry-run.store.ts'
import { emptyOrganisation, wordsOf } from './create-organisation.ts'

export interface UnverifiedOrganisation {
  name: string
  /** BCP 47 tag of the name. */
  language?: string | null
  /** Other names that the file gives. */
  otherNames?: readonly string[]
  country?: string | null
  city?: string | null
  latitude?: number | null
  longitude?: number | null
  website?: string | null
  /** Those of a scheme that is not known, or that cannot be one, are left out. */
  identifiers?: readonly { scheme: string; value: string }[]
}

/** Creates them inside the caller's transaction, one event each in the chain of `homeId`; answers their ids in order. */
export async function createUnverifiedOrganisations(
  ctx: ActionContext,
  list: readonly UnverifiedOrganisation[],
  { homeId = null, source = 'import' }: { homeId?: string | null; source?: FactSource } = {},
): Promise<string[]> {
  const created = list.map(one => unverifiedFacts(one, source, ctx.today.toString()))
  for (let start = 0; start < created.length; start += 1000)
    await insertOrganisations(ctx.db, created.slice(start, start + 1000))
  await noteWords(ctx.db, wordsOf(created))
  for (const one of created) ctx.record(OrganisationAdded, { subjectId: one.id, homeId, data: { name: one.name } })
  return created.map(one => one.id)
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 500)

function unverifiedFacts(one: UnverifiedOrganisation, source: FactSource, today: string): OrganisationFacts {
  const name = plain(one.name)
  const label = (text: string, language: string | null) => ({
    text: plain(text),
    language,
    script: null,
    kind: 'label' as const,
  })
  const written: WrittenFields = {
    names: [
      label(name, one.language ?? null),
      ...(one.otherNames ?? []).filter(text => plain(text) !== '').map(text => label(text, null)),
    ],
    identifiers: (one.identifiers ?? []).flatMap(({ scheme, value }) => {
      if (!Object.hasOwn(identifierSchemes, scheme)) return []
      const form = identifierForm(scheme as IdentifierScheme, value)
      return form === undefined ? [] : [{ scheme: scheme as IdentifierScheme, value: form, preferred: false }]
    }),
    place: {
      country: one.country ?? null,
      region: null,
      city: one.city ?? null,
      latitude: one.latitude ?? null,
      longitude: one.longitude ?? null,
    },
    links:
      one.website && URL.canParse(one.website) && /^https?:/.test(one.website)
        ? [{ kind: 'website', url: one.website }]
        : [],
  }
  const facts = applyEdit(emptyOrganisation(name, source, 'unverified'), written, today)
  const by = <T extends { source: FactSource }>(item: T): T => ({ ...item, source })
  return {
    ...facts,
    names: facts.names.map(by),
    identifiers: facts.identifiers.map(by),
    links: facts.links.map(by),
    // Nobody decided anything yet: an official list may say all of it better.
    editedFields: [],
    statements: [],
  }
}

/** Deletes those of the organisations that are still unverified and that nothing else names; answers which stayed. */
export async function removeUnverifiedOrganisations(ctx: ActionContext, ids: readonly string[]): Promise<string[]> {
  return await deleteUnused(ctx.db, ids)
}

/** Hides unverified organisations that only records which were taken back still name. */
export const withdrawUnverifiedOrganisations = (ctx: ActionContext, ids: readonly string[]): Promise<void> =>
  withdrawUnverified(ctx.db, ids)
