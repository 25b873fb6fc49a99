// Hands over everything that a leaving person owns, in one transaction, and keeps the report of it.
import { type ActionContext, defineAction } from '../../actions.ts'
import type { LocalisedText } from '../../contract.ts'
import { type Db, json } from '../../database/connect.ts'
import { Refusal } from '../../errors.ts'
import { languages, translator } from '../../i18n.ts'
import { newId } from '../../ids.ts'
import { found } from '../../policy.ts'
import type { Term } from '../../terms.ts'
import { hasAdministrator, setDisabled } from '../accounts.ts'
import { DeputyIsSelf, DeputyUnknown, LastAdministrator } from '../identity.errors.ts'
import { HandedOver } from '../identity.events.ts'
import { endDeputiesOf } from './deputies.store.ts'
import { declaredHoldings, type HeldItem } from './holdings.ts'

export interface HeldGroup {
  name: string
  items: HeldItem[]
}

const confidential: Term = /*i18n*/ { id: 'identity.held_confidential', message: 'A confidential record' }

/** Handing over is for administrators, who do not see what is confided to others. */
const withoutWords = ({ isConfidential, ...item }: HeldItem): HeldItem =>
  isConfidential
    ? { ...item, number: null, title: Object.fromEntries(languages.map(one => [one, translator(one)(confidential)])) }
    : item

/** All that a person owns, by kind; kinds of which there is nothing are left out. */
export async function holdingsOf(db: Db, ownerId: string): Promise<HeldGroup[]> {
  const groups: HeldGroup[] = []
  for (const holding of declaredHoldings()) {
    const items = (await holding.list(db, ownerId)).map(withoutWords)
    if (items.length > 0) groups.push({ name: holding.name, items })
  }
  return groups
}

interface Input {
  fromId: string
  toId: string
  closeAccount: boolean
  reason: string | null
}

export const handOver = defineAction({
  name: 'hand-over',
  async run(ctx: ActionContext, { fromId, toId, closeAccount, reason }: Input): Promise<string> {
    if (fromId === toId) throw new Refusal(DeputyIsSelf)
    const people = await ctx.db
      .selectFrom('auth_user')
      .select(['id', 'name', 'email', 'disabled_at'])
      .where('id', 'in', [fromId, toId])
      .execute()
    const from = found(people.find(one => one.id === fromId))
    const to = people.find(one => one.id === toId && one.disabled_at === null)
    if (!to) throw new Refusal(DeputyUnknown)
    const groups = await holdingsOf(ctx.db, fromId)
    const why = reason ?? `${from.name} → ${to.name}`
    for (const holding of declaredHoldings()) {
      const ids = groups.find(group => group.name === holding.name)?.items.map(item => item.id) ?? []
      if (ids.length > 0) await holding.handOver(ctx, ids, toId, why, fromId)
    }
    if (closeAccount) {
      await setDisabled(ctx.db, fromId, true)
      await endDeputiesOf(ctx.db, fromId)
      if (!(await hasAdministrator(ctx.db))) throw new Refusal(LastAdministrator)
    }
    const id = newId()
    await ctx.db
      .insertInto('hand_over')
      .values({
        ...{ id, from_id: fromId, to_id: toId, by_name: ctx.actor.name },
        ...{ account_closed: closeAccount, items: json(groups) },
      })
      .execute()
    const records = groups.reduce((sum, group) => sum + group.items.length, 0)
    ctx.record(HandedOver, { subjectId: fromId, data: { name: from.name, to: to.name, records }, reason })
    return id
  },
})

interface StoredReport {
  id: string
  from: { id: string; name: string }
  to: { id: string; name: string }
  by: string
  at: string
  accountClosed: boolean
  groups: { name: string; items: { id: string; title: LocalisedText; number: string | null; path: string }[] }[]
}

/** Reports of what a person handed over, the latest first. */
export async function listReports(db: Db, fromId: string): Promise<StoredReport[]> {
  const rows = await db
    .selectFrom('hand_over as h')
    .innerJoin('auth_user as f', 'f.id', 'h.from_id')
    .innerJoin('auth_user as t', 't.id', 'h.to_id')
    .select(['h.id', 'h.from_id', 'h.to_id', 'h.by_name', 'h.account_closed', 'h.items', 'h.at'])
    .select(['f.name as from_name', 't.name as to_name'])
    .where('h.from_id', '=', fromId)
    .orderBy('h.id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    from: { id: row.from_id, name: row.from_name },
    to: { id: row.to_id, name: row.to_name },
    by: row.by_name,
    at: row.at,
    accountClosed: row.account_closed,
    groups: row.items as StoredReport['groups'],
  }))
}
