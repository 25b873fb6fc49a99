// Invites a person: an account without a password, grants, and a link for choosing one.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import { createAccount, findAccountByEmail, type GrantInput, makeLink, setGrants } from '../accounts.ts'
import { EmailTaken } from '../identity.errors.ts'
import { PersonInvited } from '../identity.events.ts'
import { presentRole } from '../roles.terms.ts'

export const invitationHours = 14 * 24

export const invitePerson = defineAction({
  name: 'invite-person',
  async run(ctx: ActionContext, input: { name: string; email: string; language: string; grants: GrantInput[] }) {
    if (await findAccountByEmail(ctx.db, input.email))
      throw new Refusal(EmailTaken, {}, { fields: [{ path: 'email', message: EmailTaken.text }] })
    const id = await createAccount(ctx.db, { ...input, passwordHash: null })
    await setGrants(ctx.db, id, input.grants)
    const token = await makeLink(ctx.db, 'password', { userId: id }, invitationHours, ctx.now)
    const roles = input.grants.map(grant => presentRole(grant.role))
    ctx.record(PersonInvited, { subjectId: id, data: { name: input.name, email: input.email, roles } })
    return { id, token }
  },
})
