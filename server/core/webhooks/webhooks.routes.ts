// Webhooks over HTTP.
import type { Config } from '../config.ts'
import { declaredEvents } from '../events.ts'
import { mustBeFresh } from '../identity/sign-in/freshness.ts'
import { seal } from '../identity/sign-in/sealed.ts'
import { handle, type RouteRegistration } from '../module.ts'
import { found } from '../policy.ts'
import { sealPurpose } from './send-due.ts'
import { newWebhookSecret } from './signing.ts'
import * as actions from './webhook.actions.ts'
import * as contract from './webhook.contract.ts'
import { findWebhook, listDeliveryRows, listWebhookRows, presentWebhook } from './webhook.store.ts'

function makeSecret({ secret: key }: Pick<Config, 'secret'>): { secret: string; secretSealed: string } {
  const secret = newWebhookSecret()
  return { secret, secretSealed: seal(key, sealPurpose, Buffer.from(secret)) }
}

export const webhookRoutes: RouteRegistration[] = [
  handle(contract.listWebhooks, async ({ db }) => ({
    items: (await listWebhookRows(db)).map(presentWebhook),
    eventTypes: declaredEvents().map(event => event.type),
  })),
  handle(contract.addWebhook, async ({ db, actor, body, services, run }) => {
    mustBeFresh(actor)
    const { secret, secretSealed } = makeSecret(services.config)
    const allowsInside = services.config.webhooksInside
    const { id } = await run(actions.addWebhook, { ...body, secretSealed, allowsInside })
    return { webhook: presentWebhook(found(await findWebhook(db, id))), secret }
  }),
  handle(contract.changeWebhook, async ({ db, actor, params, body, services, run }) => {
    mustBeFresh(actor)
    await run(actions.changeWebhook, { ...body, id: params.id, allowsInside: services.config.webhooksInside })
    return presentWebhook(found(await findWebhook(db, params.id)))
  }),
  handle(contract.renewWebhookSecret, async ({ db, actor, params, services, run }) => {
    mustBeFresh(actor)
    const { secret, secretSealed } = makeSecret(services.config)
    await run(actions.renewSecret, { id: params.id, secretSealed })
    return { webhook: presentWebhook(found(await findWebhook(db, params.id))), secret }
  }),
  handle(contract.removeWebhook, async ({ params, run }) => {
    await run(actions.removeWebhook, { id: params.id })
    return {}
  }),
  handle(contract.pingWebhook, ({ params, run }) => run(actions.pingWebhook, { id: params.id })),
  handle(contract.listDeliveries, async ({ db, params, query }) => {
    found(await findWebhook(db, params.id))
    const { offset = 0, limit = 50 } = query
    return listDeliveryRows(db, params.id, query.state, { offset, limit })
  }),
  handle(contract.replayWebhook, ({ params, body, run }) => run(actions.replay, { id: params.id, ...body })),
]
