// Templates as drafting takes them: found by kind of agreement, opened with the clauses in the versions that are in use.
import type { LocalisedText } from '#core/contract.ts'
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import type { TemplateContent } from './content.contract.ts'
import type { SourceClause, TemplateSource } from './instantiate.ts'
import { contentsOf, findClauses, findItem, type ItemRow, pageOfItems } from './library.store.ts'
import type { StoredClause } from './stored-content.ts'

export interface FoundTemplate {
  id: string
  version: number
  title: LocalisedText
  description: LocalisedText
  kinds: readonly string[]
  languages: readonly string[]
  prevailing: string | null
  clauses: number
}

/** Templates in use that the actor may see: for a kind of agreement (and those for any kind), of a home and of the installation. */
export async function findTemplates(
  db: Db,
  actor: Actor,
  wanted: { agreementKind?: string; homeId?: string },
): Promise<FoundTemplate[]> {
  const filter = { kind: 'template', state: 'approved', ...wanted } as const
  const { rows } = await pageOfItems(db, actor, filter, actor.language, { offset: 0, limit: 500 })
  const inUse = rows.map(row => ({ id: row.id, version: row.approved_version! }))
  const contents = await contentsOf(db, inUse)
  return inUse.map(({ id, version }) => {
    const { title, description, kinds, languages, prevailing, parts } = contents.get(id) as TemplateContent
    return { id, version, title, description, kinds, languages, prevailing, clauses: parts.length }
  })
}

async function sourceClauses(db: Db, rows: readonly ItemRow[], useLatest: boolean): Promise<Map<string, SourceClause>> {
  const used = (row: ItemRow) => (useLatest ? row.version : (row.approved_version ?? row.version))
  const contents = await contentsOf(
    db,
    rows.map(row => ({ id: row.id, version: used(row) })),
  )
  return new Map(
    rows.map(row => [
      row.id,
      {
        ...{ itemId: row.id, version: used(row), content: contents.get(row.id) as StoredClause },
        isApproved: row.approved_version === used(row),
        isRetired: row.state === 'retired',
      },
    ]),
  )
}

/**
 * A template with its clauses for `instantiateTemplate`; undefined when the actor may not see it or, unless `useLatest`,
 * when it was never approved. `useLatest` takes the latest version of template and clauses, to look at what is being written.
 */
export async function openTemplate(
  db: Db,
  actor: Actor,
  id: string,
  { useLatest = false }: { useLatest?: boolean } = {},
): Promise<TemplateSource | undefined> {
  const item = await findItem(db, actor, 'template', id)
  const version = useLatest ? item?.version : item?.approved_version
  if (!item || version === null || version === undefined) return undefined
  const content = (await contentsOf(db, [{ id, version }])).get(id) as TemplateContent
  const rows = await findClauses(
    db,
    actor,
    content.parts.map(part => part.clauseId),
  )
  return { id, version, content, clauses: await sourceClauses(db, rows, useLatest) }
}
