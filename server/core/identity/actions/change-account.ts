// Changes grants or closes and reopens an account; the last administrator cannot be lost.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import { changesBetween } from '../../events.ts'
import { found } from '../../policy.ts'
import {
  type GrantInput,
  hasAdministrator,
  listAccounts,
  makeLink,
  setDisabled,
  setGrants,
  withdrawLinks,
} from '../accounts.ts'
import { LastAdministrator } from '../identity.errors.ts'
import { AccountChanged, PasswordLinkMade } from '../identity.events.ts'
import { presentRole } from '../roles.terms.ts'
import { invitationHours } from './invite-person.ts'

const grantsOnly = (grants: readonly GrantInput[]) =>
  grants.map(({ role, scopeId, validFrom, validUntil }) => ({
    role: presentRole(role),
    scopeId,
    validFrom: validFrom ?? null,
    validUntil: validUntil ?? null,
  }))

export const changeAccount = defineAction({
  name: 'change-account',
  async run(ctx: ActionContext, input: { id: string; grants: GrantInput[]; disabled: boolean }) {
    const before = found((await listAccounts(ctx.db, input.id))[0])
    await setGrants(ctx.db, input.id, input.grants)
    await setDisabled(ctx.db, input.id, input.disabled)
    if (!(await hasAdministrator(ctx.db))) throw new Refusal(LastAdministrator)
    const changes = changesBetween(
      { grants: grantsOnly(before.grants.filter(grant => grant.source === null)), disabled: before.disabled },
      { grants: grantsOnly(input.grants), disabled: input.disabled },
    )
    if (Object.keys(changes).length === 0) ctx.unchanged()
    else ctx.record(AccountChanged, { subjectId: input.id, data: { name: before.name, email: before.email }, changes })
  },
})

export const makePasswordLink = defineAction({
  name: 'make-password-link',
  async run(ctx: ActionContext, input: { id: string }): Promise<{ token: string }> {
    const account = found((await listAccounts(ctx.db, input.id))[0])
    await withdrawLinks(ctx.db, 'password', account.id)
    const token = await makeLink(ctx.db, 'password', { userId: account.id }, invitationHours, ctx.now)
    ctx.record(PasswordLinkMade, { subjectId: account.id, data: { name: account.name, email: account.email } })
    return { token }
  },
})
