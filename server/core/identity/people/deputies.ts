// Naming and ending deputies.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { ensure, found, when } from '../../policy.ts'
import type { Term } from '../../terms.ts'
import type { Actor } from '../actor.ts'
import { DeputyIsSelf, DeputyTimeWrong, DeputyUnknown } from '../identity.errors.ts'
import { DeputyEnded, DeputyNamed } from '../identity.events.ts'
import { endDeputy as endStored, findDeputy, insertDeputy } from './deputies.store.ts'

const notForOthers: Term = /*i18n*/ {
  id: 'identity.policy.deputy_of_others',
  message: 'Everyone names their own deputy; for others only administrators may.',
}

const canNameDeputyFor = (actor: Actor, ...people: string[]) =>
  when(actor.administers || people.includes(actor.id ?? ''), notForOthers)

interface Naming {
  personId: string
  deputyId: string
  validFrom: string
  validUntil: string
  note: string | null
}

export const nameDeputy = defineAction({
  name: 'name-deputy',
  async run(ctx: ActionContext, input: Naming): Promise<void> {
    ensure(canNameDeputyFor(ctx.actor, input.personId))
    if (input.personId === input.deputyId) throw new Refusal(DeputyIsSelf)
    if (input.validUntil < input.validFrom || input.validUntil < ctx.today.toString())
      throw new Refusal(DeputyTimeWrong)
    const people = await ctx.db
      .selectFrom('auth_user')
      .select(['id', 'name'])
      .where('id', 'in', [input.personId, input.deputyId])
      .where('disabled_at', 'is', null)
      .execute()
    const person = found(people.find(one => one.id === input.personId))
    const deputy = people.find(one => one.id === input.deputyId)
    if (!deputy) throw new Refusal(DeputyUnknown)
    await insertDeputy(ctx.db, { ...input, id: newId() })
    const { validFrom, validUntil } = input
    ctx.record(DeputyNamed, {
      subjectId: person.id,
      data: { name: person.name, deputy: deputy.name, validFrom, validUntil },
    })
  },
})

/** The absent person, the deputy or an administrator may end it. */
export const endDeputy = defineAction({
  name: 'end-deputy',
  async run(ctx: ActionContext, { id }: { id: string }): Promise<void> {
    const one = found(await findDeputy(ctx.db, id))
    ensure(canNameDeputyFor(ctx.actor, one.personId, one.deputyId))
    await endStored(ctx.db, id)
    ctx.record(DeputyEnded, { subjectId: one.personId, data: { name: one.personName, deputy: one.deputyName } })
  },
})
