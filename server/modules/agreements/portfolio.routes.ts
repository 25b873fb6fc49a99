// HTTP of the portfolio: list, counts, map, timeline, partners, countries, export.
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import type { FastifyReply } from 'fastify'
import { contentDisposition } from '#core/files/file-names.ts'
import { handle, handleRaw, type RouteRegistration } from '#core/module.ts'
import { presentRef } from './agreement.presenter.ts'
import type { agreementKinds } from './agreement.terms.ts'
import { listVisible } from './agreement-record.store.ts'
import { readOwnBorders } from './map-borders.ts'
import { currentPortfolio } from './portfolio/live-portfolio.ts'
import { countryParts, partnerPage } from './portfolio/partner-page.ts'
import { listHomes } from './portfolio/portfolio.store.ts'
import { countPortfolio } from './portfolio/portfolio-counts.ts'
import { exportPortfolioTable, writeJson } from './portfolio/portfolio-export.ts'
import { resolvedFilter } from './portfolio/portfolio-filter.ts'
import { timelineOf } from './portfolio/portfolio-timeline.ts'
import { mapOf, partnersOf, presentRow } from './portfolio/portfolio-views.ts'
import type { PortfolioCounts, PortfolioFilter, PortfolioMap, PortfolioTimeline } from './portfolio.contract.ts'
import * as contract from './portfolio.contract.ts'

/** Newest and largest first where nothing was asked for; words and ends from the beginning. */
const descendingByNature = new Set<string>(['updated', 'signed', 'last_entry', 'agreements', 'in_force'])
const isDescending = (sort: string, direction: 'asc' | 'desc' | undefined): boolean =>
  direction === undefined ? descendingByNature.has(sort) : direction === 'desc'

const list = handle(contract.listPortfolio, async ({ db, actor, t, today, query }) => {
  const portfolio = await currentPortfolio(db, today)
  const filter = await resolvedFilter(db, actor, query)
  const { sort = 'updated', offset = 0, limit = 50 } = query
  const items = portfolio.page(actor, filter, {
    sort,
    descending: isDescending(sort, query.direction),
    language: t.language,
    offset,
    limit,
  })
  return { items: items.map(item => presentRow(item, portfolio, t)), total: portfolio.count(actor, filter) }
})

const borders = handleRaw(contract.getMapBorders, async ({ services, raw, reply }) => {
  const own = await readOwnBorders(services.config, services.log)
  reply.header('cache-control', 'private, no-cache')
  if (!own) return reply.code(204).send()
  reply.header('etag', own.etag).header('vary', 'accept-encoding')
  if (raw.headers['if-none-match'] === own.etag) return reply.code(304).send()
  reply.header('content-type', 'application/json; charset=utf-8')
  if (!/\bgzip\b/.test(String(raw.headers['accept-encoding'] ?? ''))) return reply.send(gunzipSync(own.compressed))
  return reply.header('content-encoding', 'gzip').send(own.compressed)
})

const country = handle(contract.getCountry, async ({ db, actor, t, today, params }) => {
  const portfolio = await currentPortfolio(db, today)
  const filter: PortfolioFilter = { country: [params.code] }
  const { facets, total, tiles } = countPortfolio(portfolio, actor, filter, t)
  const valuesOf = (name: string) => facets.find(facet => facet.filter === name)?.values ?? []
  const partners = partnersOf(
    portfolio,
    actor,
    filter,
    { sort: 'agreements', descending: true, offset: 0, limit: 500 },
    t,
  )
  const own = partners.items.filter(partner => partner.organisation.country === params.code)
  const ending = { ...filter, state: ['in_force' as const, 'renewal_in_progress' as const], endsFrom: today.toString() }
  const next = portfolio.page(actor, ending, {
    sort: 'ends',
    descending: false,
    language: t.language,
    offset: 0,
    limit: 20,
  })
  const rows = new Map(
    (
      await listVisible(
        db,
        actor,
        next.map(item => item.id),
      )
    ).map(row => [row.id, row]),
  )
  return {
    country: params.code,
    agreements: total,
    inForce: tiles.find(tile => tile.name === 'in_force')?.value ?? 0,
    partnerTotal: own.length,
    partners: own.slice(0, 200),
    byKind: valuesOf('kind').map(({ value, count }) => ({ kind: value as (typeof agreementKinds)[number], count })),
    byState: valuesOf('state').map(({ value, count }) => ({ state: value as never, count })),
    byPulse: valuesOf('pulse').map(({ value, count }) => ({ pulse: value as never, count })),
    nextEnds: next.flatMap(item => (rows.has(item.id) ? [presentRef(rows.get(item.id)!, t, today)] : [])),
    ...(await countryParts({ db, actor, t, today }, params.code)),
  }
})

/** Text that is JSON already; the framework would write it anew for every reader. */
const asJson = (reply: FastifyReply, text: Buffer): Buffer => {
  reply.header('content-type', 'application/json; charset=utf-8')
  return text
}

export const portfolioRoutes = [
  list,
  handleRaw(contract.getPortfolioCounts, async ({ db, actor, t, today, query, reply }) => {
    const portfolio = await currentPortfolio(db, today)
    const filter = await resolvedFilter(db, actor, query)
    const make = (): PortfolioCounts => countPortfolio(portfolio, actor, filter, t)
    return asJson(reply, portfolio.rememberText(`counts ${t.language} ${portfolio.keyOf(actor, filter)}`, make))
  }),
  handleRaw(contract.getPortfolioMap, async ({ db, actor, t, today, query, reply }) => {
    const homes = (await listHomes(db)).filter(home => actor.reads === 'everywhere' || actor.reads.has(home.id))
    const portfolio = await currentPortfolio(db, today)
    const filter = await resolvedFilter(db, actor, query)
    const make = (): PortfolioMap => mapOf(portfolio, actor, filter, homes, t)
    const key = `map ${t.language} ${JSON.stringify(homes)} ${portfolio.keyOf(actor, filter)}`
    return asJson(reply, portfolio.rememberText(key, make))
  }),
  handleRaw(contract.getPortfolioTimeline, async ({ db, actor, t, today, query, reply }) => {
    const { group = 'partner', offset = 0, limit = 40 } = query
    const portfolio = await currentPortfolio(db, today)
    const filter = await resolvedFilter(db, actor, query)
    const make = (): PortfolioTimeline => timelineOf(portfolio, actor, filter, { group, offset, limit }, t)
    const key = `timeline ${group} ${offset} ${limit} ${t.language} ${portfolio.keyOf(actor, filter)}`
    return asJson(reply, portfolio.rememberText(key, make))
  }),
  handle(contract.listPartners, async ({ db, actor, t, today, query }) => {
    const { sort = 'agreements', offset = 0, limit = 50 } = query
    const view = { sort, descending: isDescending(sort, query.direction), offset, limit }
    return partnersOf(await currentPortfolio(db, today), actor, await resolvedFilter(db, actor, query), view, t)
  }),
  handle(contract.getPartner, async ({ db, actor, t, today, params }) =>
    partnerPage({ db, actor, t, today }, params.organisationId),
  ),
  country,
  borders,
]

/** Writes a table as a file; the imports module has it, because it also reads what was written. */
export type WriteTable = (table: {
  columns: string[]
  rows: AsyncIterable<string[]>
  format: 'csv' | 'xlsx'
  sheetName?: string
  rightToLeft?: boolean
}) => AsyncIterable<Uint8Array>

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** The export; rows are read while they are sent, so that a large one needs little memory. */
export const exportRoute = (writeTable: WriteTable): RouteRegistration =>
  handleRaw(contract.exportPortfolio, async ({ db, actor, t, today, query, reply }) => {
    const { format, sort } = query
    const descending = isDescending(sort ?? 'number', query.direction)
    const table = await exportPortfolioTable(db, {
      actor,
      filter: await resolvedFilter(db, actor, query),
      ...(sort && { sort }),
      descending,
      t,
      today,
    })
    const pieces =
      format === 'json' ? writeJson(table) : writeTable({ ...table, format, rightToLeft: t.language === 'fa' })
    return reply
      .header('content-type', mediaTypes[format])
      .header('content-disposition', contentDisposition(`agreements-${today.toString()}.${format}`))
      .header('x-content-type-options', 'nosniff')
      .send(Readable.from(pieces))
  })
