// Sets or drops a reminder rule; only administrators come here (the routes ask).
import { defineAction } from '#core/actions.ts'
import { found } from '#core/policy.ts'
import { RuleDropped, RuleSet } from '../reminders/reminder.events.ts'
import type { DateKind, ReminderRule } from '../reminders/reminder.terms.ts'
import { dropRule, listHomes, putRule } from '../reminders/rule.store.ts'

/** Rules for all homes belong to the installation. */
const installation = '00000000-0000-0000-0000-000000000000'

export interface RuleInput extends ReminderRule {
  homeId: string | null
  kind: DateKind
}

export const setReminderRule = defineAction({
  name: 'reminder_rule.set',
  async run(ctx, { homeId, kind, days, who }: RuleInput): Promise<void> {
    if (homeId !== null) found((await listHomes(ctx.db)).find(home => home.id === homeId))
    const sorted = days.toSorted((a, b) => b - a)
    const at = new Date(ctx.now.epochMilliseconds).toISOString()
    await putRule(ctx.db, { homeId, kind, days: sorted, who }, ctx.actor.id, at)
    ctx.record(RuleSet, { subjectId: homeId ?? installation, homeId, data: { kind, days: sorted, who: [...who] } })
  },
})

export const dropReminderRule = defineAction({
  name: 'reminder_rule.drop',
  async run(ctx, { homeId, kind }: Pick<RuleInput, 'homeId' | 'kind'>): Promise<void> {
    await dropRule(ctx.db, homeId, kind)
    ctx.record(RuleDropped, { subjectId: homeId ?? installation, homeId, data: { kind } })
  },
})
