// HTTP of Today: what the day asks for, putting off, giving turns on.
import { listActors } from '#core/identity/session.ts'
import { handle, type RouteRegistration } from '#core/module.ts'
import { ensure, found } from '#core/policy.ts'
import { findRecord, findRecords } from '#core/records.ts'
import { delegateTurn, takeBackTurn } from './actions/delegate-turn.ts'
import { snoozeItem, wakeItems } from './actions/snooze-item.ts'
import * as contract from './today.contract.ts'
import { presentTodayItem } from './today.presenter.ts'
import { listToday, type StoredTodayItem, todayFacts } from './today.store.ts'
import { usualWindow } from './today.terms.ts'
import { canDelegate, canDo } from './work.policy.ts'

/** What tasks are about besides agreements, which Today knows already; and the cases themselves. */
const otherRecords = (rows: readonly StoredTodayItem[]) =>
  rows.flatMap(({ record_subject: subject, record_id: id }) =>
    subject === null || id === null || subject === 'agreement' ? [] : [{ subject, id }],
  )

export const todayRoutes: RouteRegistration[] = [
  handle(contract.getToday, async ({ db, actor, t, today, query }) => {
    const { scope = 'mine', days = usualWindow, group, limit = 8 } = query
    const rows = await listToday(db, { actor, today, scope, days, group, limit })
    const records = await findRecords(db, actor, otherRecords(rows))
    const isHidden = (row: StoredTodayItem) => row.subject === 'case' && !records.has(row.id)
    const groups = [...Map.groupBy(rows, row => row.group)].map(([group, all]) => {
      const shown = all.filter(row => !isHidden(row))
      const total = all[0]!.total - (all.length - shown.length)
      return { group, total, items: shown.map(row => presentTodayItem(row, records, actor, t)) }
    })
    return {
      groups: groups.filter(one => one.items.length > 0),
      ...(await todayFacts(db, actor, today)),
    }
  }),
  handle(contract.snoozeItem, async ({ params, body, run }) => {
    await run(snoozeItem, { ...params, until: body.until })
    return {}
  }),
  handle(contract.wakeItem, async ({ params, run }) => {
    await run(wakeItems, { id: params.id })
    return {}
  }),
  handle(contract.wakeAll, async ({ run }) => {
    await run(wakeItems, {})
    return {}
  }),
  handle(contract.listDelegates, async ({ db, actor, params, today }) => {
    const record = found(await findRecord(db, actor, { subject: 'agreement', id: params.id }))
    ensure(canDelegate(actor, record))
    const people = (await listActors(db, today.toString())).filter(one => canDo(record, one))
    return { items: people.map(({ id, name }) => ({ id: id!, name })) }
  }),
  handle(contract.delegateTurn, async ({ params, body, run }) => {
    await run(delegateTurn, { agreementId: params.id, toId: body.toId, note: body.note })
    return {}
  }),
  handle(contract.takeBackTurn, async ({ params, run }) => {
    await run(takeBackTurn, { agreementId: params.id })
    return {}
  }),
]
