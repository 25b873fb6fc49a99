// The first administrator, made with the one-time link that the terminal printed; possible once.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import { writeSetting } from '../../settings.ts'
import { createAccount, findAccountByEmail, hasAdministrator, setGrants, spendLink } from '../accounts.ts'
import { hashPassword } from '../authentication.ts'
import { EmailTaken, SetupLinkNotValid } from '../identity.errors.ts'
import { AdministratorCreated } from '../identity.events.ts'
import { mustBeHardToGuess } from '../password-rules.ts'

export interface FirstAdministrator {
  token: string
  name: string
  email: string
  password: string
  language: string
  installationName?: string | undefined
}

export const createFirstAdministrator = defineAction({
  name: 'create-first-administrator',
  async run(ctx: ActionContext, input: FirstAdministrator): Promise<{ id: string }> {
    const details = await spendLink(ctx.db, 'first_administrator', input.token, ctx.now)
    if (!details || (await hasAdministrator(ctx.db))) throw new Refusal(SetupLinkNotValid)
    if (await findAccountByEmail(ctx.db, input.email)) throw new Refusal(EmailTaken)
    await mustBeHardToGuess(input.password, [input.name, input.email, input.installationName ?? ''])
    const passwordHash = await hashPassword(input.password)
    const id = await createAccount(ctx.db, { ...input, passwordHash })
    await setGrants(ctx.db, id, [{ role: 'administrator', scopeId: null }])
    if (input.installationName) await writeSetting(ctx.db, 'installation.name', input.installationName)
    ctx.record(AdministratorCreated, { subjectId: id, data: { name: input.name, email: input.email } })
    return { id }
  },
})
