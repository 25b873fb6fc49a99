// HTTP of private calendar links.
import { NotFound, Refusal } from '#core/errors.ts'
import { translator } from '#core/i18n.ts'
import { findActor } from '#core/identity/session.ts'
import { handle, handleRaw } from '#core/module.ts'
import { createFeed, revokeFeed } from './actions/manage-feeds.ts'
import { agreementCalendar } from './calendar/agreement-calendar.ts'
import { writeCalendar } from './calendar/calendar-text.ts'
import { findByToken, listFeeds, type StoredFeed } from './calendar/feed.store.ts'
import { currentPortfolio } from './portfolio/live-portfolio.ts'
import { filterOf, resolvedFilter } from './portfolio/portfolio-filter.ts'
import type { PortfolioFilter } from './portfolio.contract.ts'
import * as contract from './portfolio.contract.ts'

/** Filters as the address of a page has them. */
const asQuery = (filter: Record<string, unknown>): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [key, Array.isArray(value) ? value.map(String) : String(value)]),
  )

const presentFeed = ({ id, query, language, createdAt }: StoredFeed) => ({
  id,
  query: asQuery(query),
  language,
  createdAt,
})

const read = handleRaw(contract.readFeed, async ({ db, params, today, services, reply }) => {
  const feed = params.token.endsWith('.ics') ? await findByToken(db, params.token.slice(0, -4)) : undefined
  // The link shows what its owner may see now: a revoked grant or account ends it too.
  const actor = feed && (await findActor(db, feed.userId, today.toString()))
  if (!feed || !actor) throw new Refusal(NotFound)
  const portfolio = await currentPortfolio(db, today)
  const reader = { actor, t: translator(feed.language), today, publicUrl: services.config.publicUrl }
  const filter = await resolvedFilter(db, actor, feed.query as PortfolioFilter)
  return reply
    .header('content-type', 'text/calendar; charset=utf-8')
    .header('content-disposition', 'inline; filename="agreements.ics"')
    .header('cache-control', 'private, max-age=900')
    .header('x-robots-tag', 'noindex')
    .send(writeCalendar(agreementCalendar(portfolio, reader, filter)))
})

export const feedRoutes = [
  handle(contract.listFeeds, async ({ db, actor }) => ({ items: (await listFeeds(db, actor.id!)).map(presentFeed) })),
  handle(contract.createFeed, async ({ body, t, run, services }) => {
    const query = filterOf(body.filter ?? {})
    const { feed, token } = await run(createFeed, { query, language: translator(body.language ?? t.language).language })
    return { feed: presentFeed(feed), url: `${services.config.publicUrl}/feeds/${token}.ics` }
  }),
  handle(contract.revokeFeed, async ({ params, run }) => {
    await run(revokeFeed, params)
    return {}
  }),
  read,
]
