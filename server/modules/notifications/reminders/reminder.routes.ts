// HTTP of reminder rules.
import { handle, type RouteRegistration } from '#core/module.ts'
import { dropReminderRule, setReminderRule } from '../actions/set-reminder-rule.ts'
import { countReminders } from './remind.ts'
import * as contract from './reminder.contract.ts'
import { dateKinds } from './reminder.terms.ts'
import { listHomes, listRules, ruleFor } from './rule.store.ts'

export const reminderRoutes: RouteRegistration[] = [
  handle(contract.listReminderRules, async ({ db, t, today, query }) => {
    const homeId = query.homeId ?? null
    const rules = await listRules(db)
    const counts = await countReminders(db, today, homeId)
    const homes = await listHomes(db)
    return {
      homes: homes.map(({ id, name, names }) => ({ id, name: names[t.language] ?? name })),
      items: dateKinds.map(kind => {
        const { days, who, setBy, setAt } = ruleFor(rules, kind, homeId)
        const isOwn = rules.some(rule => rule.kind === kind && rule.homeId === homeId)
        return {
          ...{ kind, days: [...days], who: [...who], isOwn, setBy: setBy?.name ?? null, setAt },
          coming: counts.get(kind) ?? 0,
        }
      }),
    }
  }),
  handle(contract.tryReminderRule, async ({ db, today, query: { homeId = null, kind, days = [] } }) => ({
    coming: (await countReminders(db, today, homeId, { kind, days })).get(kind) ?? 0,
  })),
  handle(contract.setReminderRule, async ({ params, body, run }) => {
    await run(setReminderRule, { ...params, ...body })
    return {}
  }),
  handle(contract.resetReminderRule, async ({ params, body, run }) => {
    await run(dropReminderRule, { ...params, ...body })
    return {}
  }),
]
