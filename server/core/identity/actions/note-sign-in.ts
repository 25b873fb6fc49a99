// Keeps the trail of sign-ins, good and bad, and of changed preferences.
import { type ActionContext, defineAction } from '../../actions.ts'
import { json } from '../../database/connect.ts'
import type { Preferences } from '../identity.contract.ts'
import { PreferencesSaved, SignedIn, SignInFailed } from '../identity.events.ts'

export const noteSignIn = defineAction({
  name: 'note-sign-in',
  async run(ctx: ActionContext, input: { id: string; name: string; email: string }) {
    ctx.record(SignedIn, { subjectId: input.id, data: { name: input.name, email: input.email } })
  },
})

export const noteFailedSignIn = defineAction({
  name: 'note-failed-sign-in',
  async run(ctx: ActionContext, input: { id: string; email: string }) {
    ctx.record(SignInFailed, { subjectId: input.id, data: { email: input.email } })
  },
})

export const savePreferences = defineAction({
  name: 'save-preferences',
  async run(ctx: ActionContext, input: Preferences) {
    const id = ctx.actor.id!
    await ctx.db
      .updateTable('auth_user')
      .set({ preferences: json(input), ...(input.language && { language: input.language }) })
      .where('id', '=', id)
      .execute()
    ctx.record(PreferencesSaved, { subjectId: id, data: {} })
    return input
  },
})
