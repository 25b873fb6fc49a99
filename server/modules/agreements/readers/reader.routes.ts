// HTTP of named readers.
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { listActors } from '#core/identity/session.ts'
import { handle, type RequestContext, type RouteRegistration } from '#core/module.ts'
import { ensure, found, presentAbilities } from '#core/policy.ts'
import { canNameReaders, canRecordAnywhere } from '../agreement.policy.ts'
import { findRecord, standingOf } from '../agreement-record.store.ts'
import { nameReader } from './name-readers.ts'
import * as contract from './reader.contract.ts'
import { listReaders } from './reader.store.ts'

const byName = (t: Translator) => (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, t.language)

const withARole = (people: readonly Actor[]) =>
  people.filter(actor => actor.grants.length > 0).map(({ id, name }) => ({ id: id!, name }))

async function presentReaders(
  { db, actor, today, t }: Pick<RequestContext<unknown, unknown, unknown>, 'db' | 'actor' | 'today' | 't'>,
  id: string,
): Promise<contract.Readers> {
  const record = found(await findRecord(db, actor, id))
  const may = canNameReaders(actor, standingOf(record))
  const everybody = await listActors(db, today.toString())
  const isOpen = (personId: string) => everybody.some(one => one.id === personId)
  const named = await listReaders(db, id)
  const owner = record.owner && {
    ...{ person: record.owner, kind: 'owner' as const, since: null, by: null, closed: !isOpen(record.owner.id) },
    abilities: {},
  }
  const known = new Set([...named.map(one => one.id), ...(record.owner ? [record.owner.id] : [])])
  return {
    confidential: record.confidentiality === 'confidential',
    items: [
      ...(owner ? [owner] : []),
      ...named
        .filter(one => one.id !== record.owner?.id)
        .map(({ id: personId, name, since, by, closed }) => ({
          ...{ person: { id: personId, name }, kind: 'named' as const, since, by, closed },
          abilities: presentAbilities({ remove: may }, t),
        })),
    ],
    candidates: may.allowed
      ? withARole(everybody)
          .filter(one => !known.has(one.id))
          .sort(byName(t))
      : [],
    abilities: presentAbilities({ name: may }, t),
  }
}

export const readerRoutes: RouteRegistration[] = [
  handle(contract.listPossibleReaders, async ({ db, actor, today, t }) => {
    ensure(canRecordAnywhere(actor))
    return { items: withARole(await listActors(db, today.toString())).sort(byName(t)) }
  }),
  handle(contract.listAgreementReaders, request => presentReaders(request, request.params.id)),
  handle(contract.nameAgreementReader, async request => {
    const { params, body, run } = request
    await run(nameReader, { ...params, ...body })
    // Whoever took their own name back sees nothing of it any more.
    const record = await findRecord(request.db, request.actor, params.id)
    return record
      ? presentReaders(request, params.id)
      : { confidential: true, items: [], candidates: [], abilities: {} }
  }),
]
