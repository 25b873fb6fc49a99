// Saves, changes and deletes views of pages.
import { defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { ViewNameTaken } from '../agreement.errors.ts'
import { ViewDeleted, ViewSaved } from '../agreement.events.ts'
import { canChangeView, canShareView } from '../agreement.policy.ts'
import { plainLine } from '../plain-text.ts'
import { dropView, findView, isNameTaken, putView, type StoredView } from '../saved-view.store.ts'

export interface ViewInput {
  /** Undefined makes a new one. */
  id?: string
  page: string
  name: string
  query: Record<string, string | string[]>
  shared?: boolean | undefined
}

export const saveView = defineAction({
  name: 'saved_view.save',
  async run(ctx, input: ViewInput): Promise<StoredView> {
    const userId = ctx.actor.id!
    if (input.id !== undefined) ensure(canChangeView(ctx.actor, found(await findView(ctx.db, userId, input.id))))
    if (input.shared) ensure(canShareView(ctx.actor))
    const { page, query, shared = false } = input
    const view = { id: input.id ?? newId(), userId, page, query, shared, name: plainLine(input.name) }
    if (await isNameTaken(ctx.db, view))
      throw new Refusal(ViewNameTaken, {}, { fields: [{ path: 'name', message: ViewNameTaken.text }] })
    await putView(ctx.db, view)
    ctx.record(ViewSaved, { subjectId: view.id, data: { page, name: view.name } })
    return view
  },
})

export const deleteView = defineAction({
  name: 'saved_view.delete',
  async run(ctx, { id }: { id: string }): Promise<void> {
    const view = found(await findView(ctx.db, ctx.actor.id!, id))
    ensure(canChangeView(ctx.actor, view))
    await dropView(ctx.db, id)
    ctx.record(ViewDeleted, { subjectId: id, data: { page: view.page, name: view.name } })
  },
})
