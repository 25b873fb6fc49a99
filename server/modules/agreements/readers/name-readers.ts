// Names readers of agreements and takes names back; who makes an agreement confidential stays able to see it.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { type Actor, reaches } from '#core/identity/actor.ts'
import { findActors } from '#core/identity/session.ts'
import { ensure, found } from '#core/policy.ts'
import { canNameReaders } from '../agreement.policy.ts'
import type { AgreementRow } from '../agreement.store.ts'
import type { AgreementFacts } from '../agreement-facts.ts'
import { listVisible, lockAgreement, standingOf } from '../agreement-record.store.ts'
import { keepSources } from '../agreement-sources.ts'
import { LastReader, ReaderUnknown } from './reader.errors.ts'
import { AgreementReaderNamed, AgreementReaderRemoved } from './reader.events.ts'
import { deleteReaders, insertReaders, listReaders, type NewReader } from './reader.store.ts'

type Subject = Pick<AgreementFacts, 'homeId' | 'number' | 'title'>

const subjectOf = (row: AgreementRow): Subject => ({
  ...{ homeId: row.home_id, number: row.number, title: row.title as Record<string, string> },
})

const instantOf = (ctx: ActionContext): string => new Date(ctx.now.epochMilliseconds).toISOString()

/** People who can be named: their account is open and a role holds today. @throws Refusal 422 for anybody else. */
async function findReaders(ctx: ActionContext, ids: readonly string[]): Promise<Map<string, Actor>> {
  const people = new Map((await findActors(ctx.db, ids, ctx.today.toString())).map(actor => [actor.id!, actor]))
  if (ids.some(id => (people.get(id)?.grants.length ?? 0) === 0))
    throw new Refusal(ReaderUnknown, {}, { fields: [{ path: 'readerIds', message: ReaderUnknown.text }] })
  return people
}

async function addReaders(
  ctx: ActionContext,
  wanted: readonly NewReader[],
  subjects: ReadonlyMap<string, Subject>,
  names: ReadonlyMap<string, string>,
  reason: string | null,
): Promise<void> {
  const added = await insertReaders(ctx.db, wanted, ctx.actor.id, instantOf(ctx))
  if (added.length === 0) return
  await keepSources(ctx.db, [...new Set(added.map(one => one.agreementId))])
  for (const { agreementId, personId } of added) {
    const { homeId, number, title } = subjects.get(agreementId)!
    const data = { number, title, readerId: personId, reader: names.get(personId) ?? '' }
    ctx.record(AgreementReaderNamed, { subjectId: agreementId, homeId, data, reason })
  }
}

export interface Confiding {
  id: string
  before?: Pick<AgreementFacts, 'confidentiality' | 'ownerId'> | undefined
  facts: AgreementFacts
  /** People who are to be named at once. */
  readerIds?: readonly string[] | undefined
}

/**
 * After agreements were written: whoever makes one confidential, or gives a confidential one to another owner, becomes a
 * reader of it, so that nobody shuts themselves out; and those named with it become readers.
 * @throws Refusal 422 for people who cannot be named
 */
export async function confide(ctx: ActionContext, list: readonly Confiding[]): Promise<void> {
  const secret = list.filter(one => one.facts.confidentiality === 'confidential')
  if (secret.length === 0) return
  const own = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const changes = ({ before, facts }: Confiding) =>
    before?.confidentiality !== 'confidential' || before.ownerId !== facts.ownerId
  const others = [...new Set(secret.flatMap(one => one.readerIds ?? []))]
  const people = await findReaders(ctx, others)
  const names = new Map([...people].map(([id, { name }]) => [id, name]))
  if (own !== null) names.set(own, ctx.actor.name)
  const wanted = secret.flatMap(one =>
    [...(own !== null && changes(one) && one.facts.ownerId !== own ? [own] : []), ...(one.readerIds ?? [])].map(
      personId => ({ agreementId: one.id, personId }),
    ),
  )
  const unique = [...new Map(wanted.map(one => [`${one.agreementId} ${one.personId}`, one])).values()]
  await addReaders(ctx, unique, new Map(secret.map(one => [one.id, one.facts])), names, null)
}

/** Somebody must remain who sees the agreement and may change it; its owner is always such a one. */
async function checkLast(ctx: ActionContext, row: AgreementRow, leaving: string): Promise<void> {
  const left = (await listReaders(ctx.db, row.id)).filter(one => one.id !== leaving && !one.closed).map(one => one.id)
  const ids = row.owner_id === null ? left : [...left, row.owner_id]
  const people = await findActors(ctx.db, ids, ctx.today.toString())
  const looksAfter = (actor: Actor) =>
    actor.grants.length > 0 && (actor.id === row.owner_id || reaches(actor.writes, row.home_id, row.unit_id))
  if (!people.some(looksAfter)) throw new Refusal(LastReader)
}

interface Input {
  id: string
  personId: string
  isReader: boolean
  reason?: string | null | undefined
}

export const nameReader = defineAction({
  name: 'agreement.name-reader',
  async run(ctx, { id, personId, isReader, reason = null }: Input): Promise<void> {
    const row = found(await lockAgreement(ctx.db, ctx.actor, id))
    ensure(canNameReaders(ctx.actor, standingOf(row)))
    if (row.reader_ids.includes(personId) === isReader) return ctx.unchanged()
    const why = reason?.trim() || null
    if (isReader) {
      const people = await findReaders(ctx, [personId])
      const names = new Map([[personId, people.get(personId)!.name]])
      return addReaders(ctx, [{ agreementId: id, personId }], new Map([[id, subjectOf(row)]]), names, why)
    }
    if (row.confidentiality === 'confidential') await checkLast(ctx, row, personId)
    const reader = (await listReaders(ctx.db, id)).find(one => one.id === personId)?.name ?? ''
    await deleteReaders(ctx.db, [id], personId)
    await keepSources(ctx.db, [id])
    const { homeId, number, title } = subjectOf(row)
    const data = { number, title, readerId: personId, reader }
    ctx.record(AgreementReaderRemoved, { subjectId: id, homeId, data, reason: why })
  },
})

/** Passes what somebody reads by name to another; `ctx` sees all agreements. */
export async function passReadership(
  ctx: ActionContext,
  ids: readonly string[],
  [fromId, toId]: readonly [string, string],
  reason: string,
): Promise<void> {
  const subjects = new Map((await listVisible(ctx.db, ctx.actor, ids)).map(row => [row.id, subjectOf(row)]))
  const people = new Map(
    (await findActors(ctx.db, [fromId, toId], ctx.today.toString())).map(one => [one.id!, one.name]),
  )
  const wanted = [...subjects.keys()].map(agreementId => ({ agreementId, personId: toId }))
  await addReaders(ctx, wanted, subjects, people, reason)
  await deleteReaders(ctx.db, ids, fromId)
  await keepSources(ctx.db, ids)
  for (const [subjectId, { homeId, number, title }] of subjects) {
    const data = { number, title, readerId: fromId, reader: people.get(fromId) ?? '' }
    ctx.record(AgreementReaderRemoved, { subjectId, homeId, data, reason })
  }
}
