// The refusal of a change to a record that somebody else changed meanwhile; it says who changed what.
import type { ActionContext } from './actions.ts'
import { Refusal, StaleVersion } from './errors.ts'
import { listEvents } from './events.ts'
import { translator } from './i18n.ts'
import type { Term } from './terms.ts'
import { type FieldTerms, presentTimeline } from './timeline.ts'

const lastChange: Term = /*i18n*/ {
  id: 'core.error.stale_by',
  message: 'Last change: {sentence}{count, select, 0 {} other { ({fields})}}.',
}

/** @throws Refusal 409 with the newest event of the record in words, and the names of the fields that it changed */
export async function refuseStale(
  ctx: Pick<ActionContext, 'db' | 'actor'>,
  record: { type: string; id: string },
  fields: FieldTerms = {},
): Promise<never> {
  const { language } = ctx.actor
  const newest = await listEvents(ctx.db, [{ type: record.type, ids: [record.id] }], { limit: 1 })
  const [item] = presentTimeline(newest, translator(language), fields)
  if (!item) throw new Refusal(StaleVersion)
  const labels = item.changes.map(change => change.label)
  const values = {
    sentence: item.sentence,
    count: labels.length,
    fields: new Intl.ListFormat(language, { type: 'unit' }).format(labels),
  }
  throw new Refusal(StaleVersion, values, { reason: lastChange })
}
