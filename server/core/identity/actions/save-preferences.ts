// Keeps how a person wants pages to be shown.
import { type ActionContext, defineAction } from '../../actions.ts'
import { json } from '../../database/connect.ts'
import type { Preferences } from '../identity.contract.ts'
import { PreferencesSaved } from '../identity.events.ts'

export const savePreferences = defineAction({
  name: 'save-preferences',
  async run(ctx: ActionContext, input: Preferences) {
    const id = ctx.actor.id!
    await ctx.db
      .updateTable('auth_user')
      .set({ preferences: json(input) })
      .where('id', '=', id)
      .execute()
    ctx.record(PreferencesSaved, { subjectId: id, data: {} })
    return input
  },
})
