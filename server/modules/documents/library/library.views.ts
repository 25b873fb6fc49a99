// Clauses and templates as they are shown.
import type { LocalisedText } from '#core/contract.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { all, presentAbilities, when } from '#core/policy.ts'
import { nameIn } from '#modules/registry/index.ts'
import type { TemplateContent } from './content.contract.ts'
import type { ClauseCard, TemplateCard } from './library.contract.ts'
import { ItemRetired } from './library.errors.ts'
import { canApprove, canWrite } from './library.policy.ts'
import type { ItemRow } from './library.store.ts'
import { languagesOf, type StoredClause } from './stored-content.ts'

const homeName = (row: ItemRow, language: string): string | null =>
  row.home_id === null ? null : nameIn({ name: row.home_name ?? '', names: row.home_names }, language)

const cardOf = (row: ItemRow, language: string) => ({
  ...{ id: row.id, homeId: row.home_id, homeName: homeName(row, language), title: row.title as LocalisedText },
  ...{ state: row.state, version: row.version, approvedVersion: row.approved_version },
  ...{ changedAt: row.changed_at, changedBy: row.changer },
})

export function presentClause(row: ItemRow, language: string): ClauseCard {
  const content = row.content as StoredClause
  const promises = content.alternatives.flatMap(one => one.promises.map(promise => promise.kind))
  return {
    ...cardOf(row, language),
    ...{ role: content.role, variables: content.variables.length },
    choices: content.alternatives.map(({ key, when: words }) => ({ key, when: words })),
    ...{ languages: languagesOf(content), promises: [...new Set(promises)] },
  }
}

export function presentTemplate(row: ItemRow, language: string): TemplateCard {
  const { kinds, languages, parts } = row.content as TemplateContent
  return { ...cardOf(row, language), kinds, languages, parts: parts.length }
}

export function abilitiesFor(actor: Actor, row: ItemRow, t: Translator) {
  const isThere = when(row.state !== 'retired', ItemRetired.text)
  const may = { write: canWrite(actor, row.home_id), approve: canApprove(actor, row.home_id) }
  return presentAbilities(
    { write: all(may.write, isThere), approve: all(may.approve, isThere), retire: may.approve },
    t,
  )
}
