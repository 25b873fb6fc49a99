// HTTP of mail about notifications: choices, ending it by a link, the outbox.
import { runAction } from '#core/actions.ts'
import { NotFound, Refusal } from '#core/errors.ts'
import { findActor } from '#core/identity/session.ts'
import { handle, type RequestContext, type RouteRegistration } from '#core/module.ts'
import { found } from '#core/policy.ts'
import { chooseMail, endMail } from '../actions/choose-mail.ts'
import { retryMail } from '../actions/retry-mail.ts'
import { notificationKinds } from '../notification.terms.ts'
import * as contract from './mail.contract.ts'
import type { MailStream } from './mail.terms.ts'
import { countOutbox, findOutboxMail, listMailTrouble, listOutbox, type OutboxRow } from './outbox.store.ts'
import { findPreferences } from './preference.store.ts'
import { readUnsubscribeToken } from './unsubscribe-token.ts'

async function choicesOf({
  db,
  actor,
  services,
}: Pick<RequestContext<unknown, unknown, unknown>, 'db' | 'actor' | 'services'>): Promise<contract.MailChoices> {
  const [trouble] = await listMailTrouble(db, actor.id!)
  return {
    ...(await findPreferences(db, actor.id!)),
    ...{ address: actor.email ?? '', delivers: services.mail.delivers },
    trouble: trouble ? { answer: trouble.answer, at: trouble.at } : null,
  }
}

const presentMail = ({ userId: _, ...row }: OutboxRow): contract.OutboxMail => ({
  ...row,
  stream: row.stream as MailStream,
})

function subscriptionOf(request: Pick<RequestContext<{ token: string }, unknown, unknown>, 'params' | 'services'>) {
  const subscription = readUnsubscribeToken(request.services.config.secret, request.params.token)
  if (!subscription) throw new Refusal(NotFound)
  return subscription
}

export const mailRoutes: RouteRegistration[] = [
  handle(contract.getMailChoices, choicesOf),
  handle(contract.changeMailChoices, async request => {
    await request.run(chooseMail, request.body)
    return choicesOf(request)
  }),
  handle(contract.getUnsubscription, async request => {
    const { userId, stream } = subscriptionOf(request)
    const { modes } = await findPreferences(request.db, userId)
    return { stream, hasEnded: notificationKinds.every(kind => modes[kind] !== stream) }
  }),
  handle(contract.unsubscribe, async request => {
    const { userId, stream } = subscriptionOf(request)
    const { db, services, today, requestId } = request
    // The link speaks for its receiver and can do nothing else for them.
    const actor = found(await findActor(db, userId, today.toString()))
    await runAction(services, actor, endMail, { stream }, { requestId })
    return {}
  }),
  handle(contract.listOutbox, async ({ db, query }) => {
    const { items, total } = await listOutbox(db, {
      state: query.state,
      offset: query.offset ?? 0,
      limit: query.limit ?? 50,
    })
    return { items: items.map(presentMail), total }
  }),
  handle(contract.getOutboxState, async ({ db, services }) => ({
    ...{ delivers: services.mail.delivers, counts: await countOutbox(db), unreached: await listMailTrouble(db) },
  })),
  handle(contract.getOutboxMail, async ({ db, params }) => {
    const { text, ...row } = found(await findOutboxMail(db, params.id))
    return { ...presentMail(row), text }
  }),
  handle(contract.retryOutboxMail, async ({ params, run }) => {
    await run(retryMail, params)
    return {}
  }),
]
