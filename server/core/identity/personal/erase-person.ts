// Erases who a person was: the identity goes for good, what they did stays in the records and in the trail.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import { found } from '../../policy.ts'
import { eraseSeals } from '../../sealed-values.ts'
import { hasAdministrator, listAccounts } from '../accounts.ts'
import { LastAdministrator } from '../identity.errors.ts'
import { holdingsOf } from '../people/hand-over.ts'
import { pseudonymOf } from '../personal-data.ts'
import { OwnErasure, StillOwns } from './personal.errors.ts'
import { AccountErased, ContactErased } from './personal.events.ts'
import { eraseAccountRows, eraseContactRows, findContact, guestForms } from './personal.store.ts'

interface Input {
  id: string
  reason: string
}

export const eraseAccount = defineAction({
  name: 'erase-account',
  async run(ctx: ActionContext, { id, reason }: Input): Promise<{ pseudonym: string }> {
    if (id === ctx.actor.id) throw new Refusal(OwnErasure)
    const { name, email } = found((await listAccounts(ctx.db, id))[0])
    const count = (await holdingsOf(ctx.db, id)).reduce((sum, group) => sum + group.items.length, 0)
    if (count > 0) throw new Refusal(StillOwns, { count })
    await eraseAccountRows(ctx.db, { id, name, email })
    if (!(await hasAdministrator(ctx.db))) throw new Refusal(LastAdministrator)
    await eraseSeals(ctx.db, id, [name, email])
    const pseudonym = pseudonymOf(id)
    ctx.record(AccountErased, { subjectId: id, data: { pseudonym }, reason })
    return { pseudonym }
  },
})

export const eraseContact = defineAction({
  name: 'erase-contact',
  async run(ctx: ActionContext, { id, reason }: Input): Promise<{ pseudonym: string }> {
    const contact = found(await findContact(ctx.db, id))
    const names = await eraseContactRows(ctx.db, contact)
    const { email, phone, orcid, homeId } = contact
    await eraseSeals(ctx.db, id, [...names, email ?? '', phone ?? '', orcid ?? ''], names.flatMap(guestForms))
    const pseudonym = pseudonymOf(id)
    ctx.record(ContactErased, { subjectId: id, homeId, data: { pseudonym }, reason })
    return { pseudonym }
  },
})
