// Changes what a person may change of their own account: name, language of mails, and the password by its present one.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import { changesBetween } from '../../events.ts'
import { found } from '../../policy.ts'
import { readSetting } from '../../settings.ts'
import { listAccounts, renameAccount, setPassword } from '../accounts.ts'
import { checkPassword, hashPassword } from '../authentication.ts'
import { WrongPassword } from '../identity.errors.ts'
import { OwnAccountChanged, PasswordChanged } from '../identity.events.ts'
import { mustBeHardToGuess } from '../password-rules.ts'

const own = async (ctx: ActionContext) => found((await listAccounts(ctx.db, ctx.actor.id ?? ''))[0])

export const changeOwnAccount = defineAction({
  name: 'change-own-account',
  async run(ctx: ActionContext, input: { name: string; language: string }): Promise<void> {
    const before = await own(ctx)
    const after = { name: input.name.trim(), language: input.language }
    const changes = changesBetween({ name: before.name, language: before.language }, after)
    if (Object.keys(changes).length === 0) return ctx.unchanged()
    await renameAccount(ctx.db, before.id, after)
    ctx.record(OwnAccountChanged, {
      subjectId: before.id,
      data: { name: after.name, email: before.email },
      changes,
    })
  },
})

export const changeOwnPassword = defineAction({
  name: 'change-own-password',
  async run(ctx: ActionContext, input: { current: string; password: string }): Promise<number> {
    const account = await own(ctx)
    if (!(await checkPassword(ctx.db, account.email, input.current)).fits)
      throw new Refusal(WrongPassword, {}, { fields: [{ path: 'current', message: WrongPassword.text }] })
    const office = await readSetting(ctx.db, 'installation.name', '')
    await mustBeHardToGuess(input.password, [account.name, account.email, office])
    const ended = await setPassword(ctx.db, account.id, await hashPassword(input.password), ctx.actor.sessionId)
    ctx.record(PasswordChanged, { subjectId: account.id, data: { name: account.name, email: account.email } })
    return ended
  },
})
