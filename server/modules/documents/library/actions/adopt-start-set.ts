// Takes the start set into a library: clauses and templates that are not there yet, approved for use at once.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { pickText } from '#core/i18n.ts'
import { ensure } from '#core/policy.ts'
import { checkClause, checkTemplate } from '../check-content.ts'
import type { TemplateContent } from '../content.contract.ts'
import { LibraryItemApproved } from '../library.events.ts'
import { canAdopt } from '../library.policy.ts'
import { adoptedOrigins, markApproved } from '../library.store.ts'
import { type StartTemplate, startClauses, startTemplates } from '../start-set/start-set.ts'
import type { StoredContent } from '../stored-content.ts'
import { addItem, ensurePlace, instantOf } from './write-item.ts'

async function adopt(
  ctx: ActionContext,
  item: { kind: 'clause' | 'template'; homeId: string | null; origin: string },
  content: StoredContent,
): Promise<string> {
  const id = await addItem(ctx, item, content)
  await markApproved(ctx.db, { id, version: 1, by: ctx.actor.id, at: instantOf(ctx) })
  const data = { kind: item.kind, title: pickText(content.title, 'en'), version: 1 }
  ctx.record(LibraryItemApproved, { subjectId: id, homeId: item.homeId, data })
  return id
}

function templateContent(template: StartTemplate, ids: ReadonlyMap<string, string>): TemplateContent {
  const { parts, ...rest } = template.content
  const placed = parts.map(({ clause, role, alternative }) => ({ clauseId: ids.get(clause)!, role, alternative }))
  return { ...rest, parts: placed }
}

export const adoptStartSet = defineAction({
  name: 'library.adopt_start_set',
  async run(ctx, { homeId }: { homeId: string | null }): Promise<{ clauses: number; templates: number }> {
    await ensurePlace(ctx, homeId)
    ensure(canAdopt(ctx.actor, homeId))
    const ids = await adoptedOrigins(ctx.db, homeId)
    const clauses = startClauses.filter(one => !ids.has(one.origin))
    for (const { origin, content } of clauses)
      ids.set(origin, await adopt(ctx, { kind: 'clause', homeId, origin }, checkClause(content)))
    const templates = startTemplates.filter(one => !ids.has(one.origin))
    const named = new Map(
      startClauses.map(({ origin, content }) => [
        ids.get(origin)!,
        { homeId, keys: content.alternatives.map(one => one.key) },
      ]),
    )
    for (const template of templates) {
      const content = checkTemplate(templateContent(template, ids), homeId, named)
      await adopt(ctx, { kind: 'template', homeId, origin: template.origin }, content)
    }
    if (clauses.length + templates.length === 0) ctx.unchanged()
    return { clauses: clauses.length, templates: templates.length }
  },
})
