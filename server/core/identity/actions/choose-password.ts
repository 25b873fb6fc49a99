// Chooses a password with the link of an invitation or of a forgotten password; ends older sessions.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import { readSetting } from '../../settings.ts'
import { listAccounts, setPassword, spendLink } from '../accounts.ts'
import { hashPassword } from '../authentication.ts'
import { LinkNotValid } from '../identity.errors.ts'
import { PasswordChosen } from '../identity.events.ts'
import { mustBeHardToGuess } from '../password-rules.ts'

export const choosePassword = defineAction({
  name: 'choose-password',
  async run(ctx: ActionContext, input: { token: string; password: string }): Promise<{ id: string }> {
    const details = await spendLink(ctx.db, 'password', input.token, ctx.now)
    const userId = details?.userId
    const [account] = typeof userId === 'string' ? await listAccounts(ctx.db, userId) : []
    if (!account || account.disabled) throw new Refusal(LinkNotValid)
    const office = await readSetting(ctx.db, 'installation.name', '')
    await mustBeHardToGuess(input.password, [account.name, account.email, office])
    await setPassword(ctx.db, account.id, await hashPassword(input.password))
    ctx.record(PasswordChosen, { subjectId: account.id, data: { name: account.name, email: account.email } })
    return { id: account.id }
  },
})
