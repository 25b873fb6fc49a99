// Deputies, hand-over and explanations of access over HTTP.
import type { Db } from '../../database/connect.ts'
import { handle, type RequestContext, type RouteRegistration } from '../../module.ts'
import { ensure, found, when } from '../../policy.ts'
import { findRecord, recordKinds } from '../../records.ts'
import type { Term } from '../../terms.ts'
import { listAccounts } from '../accounts.ts'
import { type Actor, reachesNothing, reachOf } from '../actor.ts'
import { readsAs } from '../confided.ts'
import { findActor, listActors } from '../session.ts'
import { listDeputies } from './deputies.store.ts'
import { endDeputy, nameDeputy } from './deputies.ts'
import { explainPowers, explainReading, scopeNames } from './explain.ts'
import { type HeldGroup, handOver, holdingsOf, listReports } from './hand-over.ts'
import { declaredHoldings } from './holdings.ts'
import * as contract from './people.contract.ts'

type AnyRequest = RequestContext<unknown, unknown, unknown>

const notYours: Term = /*i18n*/ {
  id: 'identity.policy.explain_others',
  message: 'Only the person, administrators and auditors may read this.',
}
const notChanging: Term = /*i18n*/ {
  id: 'identity.policy.explain_record',
  message: 'Only those who may change this record, administrators and auditors may read who sees it.',
}

const audits = (actor: Actor) => actor.administers || !reachesNothing(reachOf(actor, 'audit'))

const presentGroups = (groups: readonly HeldGroup[], t: AnyRequest['t']) =>
  groups.map(({ name, items }) => {
    const holding = declaredHoldings().find(one => one.name === name)
    return { name, label: holding ? t(holding.term) : name, items }
  })

const reportsOf = async ({ db, t }: Pick<AnyRequest, 'db' | 't'>, id: string) =>
  (await listReports(db, id)).map(report => ({ ...report, groups: presentGroups(report.groups, t) }))

async function explainPerson({ db, actor, params, today, t }: RequestContext<{ id: string }, unknown, unknown>) {
  ensure(when(actor.id === params.id || audits(actor), notYours))
  const account = found((await listAccounts(db, params.id, t.language))[0])
  const person = await findActor(db, params.id, today.toString())
  const day = today.toString()
  const rests = ({ validFrom, validUntil }: { validFrom: string | null; validUntil: string | null }) =>
    (validFrom !== null && validFrom > day) || (validUntil !== null && validUntil < day)
  return {
    person: { id: account.id, name: account.name },
    closed: account.disabled,
    confided: person ? await countConfided(db, person) : 0,
    powers: person ? explainPowers(person, await scopeNames(db, [person], t.language)) : [],
    resting: account.grants
      .filter(rests)
      .map(({ role, scopeName, validFrom, validUntil }) => ({ role, scopeName, validFrom, validUntil })),
  }
}

async function countConfided(db: Db, person: Actor): Promise<number> {
  const names = readsAs(person)
  if (names.length === 0) return 0
  const counts = await Promise.all(recordKinds().map(kind => kind.countConfided?.(db, names) ?? 0))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function explainRecord(request: RequestContext<{ subject: string; id: string }, unknown, unknown>) {
  const { db, actor, params, today, t } = request
  const record = found(await findRecord(db, actor, params))
  const own = record.decide(actor)
  const owns = readsAs(actor).some(id => id === record.readers?.ownerId)
  ensure(when(own.write || own.conclude || owns || audits(actor), notChanging))
  const everyone = await listActors(db, today.toString())
  const names = await scopeNames(db, everyone, t.language)
  const people = everyone
    .map(one => ({ one, reasons: explainReading(one, record, names) }))
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ one, reasons }) => {
      const { write, conclude } = record.decide(one)
      return { id: one.id!, name: one.name, write, conclude, reasons }
    })
  const { title, number, confidential } = record
  return { title, number, confidential, people, others: everyone.length - people.length }
}

export const peopleRoutes: RouteRegistration[] = [
  handle(contract.listOwnDeputies, async ({ db, actor, today }) => ({
    items: await listDeputies(db, actor.id!, today.toString()),
  })),
  handle(contract.listDeputies, async ({ db, params, today }) => ({
    items: await listDeputies(db, params.id, today.toString()),
  })),
  handle(contract.addDeputy, async ({ db, actor, body, run, today }) => {
    const personId = body.personId ?? actor.id!
    await run(nameDeputy, { ...body, personId, note: body.note?.trim() || null })
    return { items: await listDeputies(db, personId, today.toString()) }
  }),
  handle(contract.endDeputy, async ({ db, actor, params, run, today }) => {
    await run(endDeputy, { id: params.id })
    return { items: await listDeputies(db, actor.id!, today.toString()) }
  }),
  handle(contract.listHoldings, async ({ db, params, t }) => {
    const { id, name } = found((await listAccounts(db, params.id))[0])
    const groups = presentGroups(await holdingsOf(db, id), t)
    return { person: { id, name }, groups, reports: await reportsOf({ db, t }, id) }
  }),
  handle(contract.handOver, async ({ db, params, body, run, t }) => {
    const { toId, closeAccount, reason } = body
    const id = await run(handOver, { fromId: params.id, toId, closeAccount, reason: reason?.trim() || null })
    return (await reportsOf({ db, t }, params.id)).find(report => report.id === id)!
  }),
  handle(contract.explainPerson, explainPerson),
  handle(contract.explainRecord, explainRecord),
]
