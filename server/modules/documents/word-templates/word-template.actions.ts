// Adding and removing Word templates.
import { defineAction } from '#core/actions.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { canWrite } from '../library/library.policy.ts'
import { WordTemplateAdded, WordTemplateRemoved } from './word-template.events.ts'
import { deleteTemplate, findTemplateRow, insertTemplate, type NewWordTemplate } from './word-template.store.ts'

export const addWordTemplate = defineAction({
  name: 'word_template.add',
  async run(ctx, input: Omit<NewWordTemplate, 'id' | 'addedBy' | 'addedAt'>): Promise<string> {
    const { homeId, name } = input
    ensure(canWrite(ctx.actor, homeId))
    const id = newId()
    const addedAt = new Date(ctx.now.epochMilliseconds).toISOString()
    await insertTemplate(ctx.db, { ...input, id, addedBy: ctx.actor.id, addedAt })
    ctx.record(WordTemplateAdded, { subjectId: homeId, homeId, data: { templateId: id, name } })
    return id
  },
})

export const removeWordTemplate = defineAction({
  name: 'word_template.remove',
  async run(ctx, id: string): Promise<void> {
    const { home_id: homeId, name } = found(await findTemplateRow(ctx.db, id))
    ensure(canWrite(ctx.actor, homeId))
    await deleteTemplate(ctx.db, id)
    ctx.record(WordTemplateRemoved, { subjectId: homeId, homeId, data: { templateId: id, name } })
  },
})
