// The agreements that fit as a table: the original columns first, in their order, then what the product knows.
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import type { Term } from '#core/terms.ts'
import { agreementStateTerms } from '../agreement.states.ts'
import { agreementKindTerms, confidentialityTerms, endKindTerms, pulseTerms, renewalTerms } from '../agreement.terms.ts'
import type { PortfolioFilter, PortfolioSort } from '../portfolio.contract.ts'
import { currentPortfolio, type LivePortfolio } from './live-portfolio.ts'
import { type ExportDetails, listHeaders, loadExportDetails } from './portfolio.store.ts'
import { type Item, partnerNameOf, titleOf } from './portfolio-items.ts'

interface Source {
  item: Item
  details: ExportDetails | undefined
  portfolio: LivePortfolio
  t: Translator
}
type Value = (source: Source) => string

const join = (texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join('; ')

/** As much of a date as is known: 2026, 2026-08 or 2026-08-15. */
const known = (on: string | null | undefined, precision: string | null | undefined): string =>
  !on ? '' : precision === 'year' ? on.slice(0, 4) : precision === 'month' ? on.slice(0, 7) : on

const ours: readonly { key: string; label: Term; value: Value }[] = [
  { key: 'id', label: /*i18n*/ { id: 'agreements.export.id', message: 'Concord ID' }, value: ({ item }) => item.id },
  {
    key: 'number',
    label: /*i18n*/ { id: 'agreements.export.number', message: 'Number' },
    value: ({ item }) => item.number ?? '',
  },
  {
    key: 'title',
    label: /*i18n*/ { id: 'agreements.export.title', message: 'Title' },
    value: ({ item, t }) => titleOf(item, t.language),
  },
  {
    key: 'kinds',
    label: /*i18n*/ { id: 'agreements.export.kinds', message: 'Kind' },
    value: ({ item, t }) => join(item.kinds.map(kind => t(agreementKindTerms[kind]))),
  },
  {
    key: 'state',
    label: /*i18n*/ { id: 'agreements.export.state', message: 'State' },
    value: ({ item, t }) => t(agreementStateTerms[item.term.state]),
  },
  {
    key: 'partners',
    label: /*i18n*/ { id: 'agreements.export.partners', message: 'Partners' },
    value: ({ item, t }) => join(item.partners.map(partner => partnerNameOf(partner, t.language))),
  },
  {
    key: 'countries',
    label: /*i18n*/ { id: 'agreements.export.countries', message: 'Countries' },
    value: ({ item }) => join([...new Set(item.partners.map(partner => partner.country))]),
  },
  {
    key: 'ror',
    label: /*i18n*/ { id: 'agreements.export.ror', message: 'ROR of partners' },
    value: ({ details }) => join(details?.rors ?? []),
  },
  {
    key: 'unit',
    label: /*i18n*/ { id: 'agreements.export.unit', message: 'Unit' },
    value: ({ item, portfolio, t }) => nameOf(portfolio, item.unitId, t),
  },
  {
    key: 'home',
    label: /*i18n*/ { id: 'agreements.export.home', message: 'Home organisation' },
    value: ({ item, portfolio, t }) => nameOf(portfolio, item.homeId, t),
  },
  {
    key: 'approved_on',
    label: /*i18n*/ { id: 'agreements.export.approved_on', message: 'Approved on' },
    value: ({ details }) => known(details?.approved_on, details?.approved_precision),
  },
  {
    key: 'signed_on',
    label: /*i18n*/ { id: 'agreements.export.signed_on', message: 'Signed on' },
    value: ({ item }) => known(item.signedOn, item.signedPrecision),
  },
  {
    key: 'in_force_on',
    label: /*i18n*/ { id: 'agreements.export.in_force_on', message: 'In force since' },
    value: ({ details }) => known(details?.in_force_on, details?.in_force_precision),
  },
  {
    key: 'expires_on',
    label: /*i18n*/ { id: 'agreements.export.expires_on', message: 'Ends on' },
    value: ({ item }) => known(item.expiresOn, item.expiresPrecision),
  },
  {
    key: 'effective_end',
    label: /*i18n*/ { id: 'agreements.export.effective_end', message: 'End with renewals' },
    value: ({ item }) => item.term.effectiveEnd ?? '',
  },
  {
    key: 'end',
    label: /*i18n*/ { id: 'agreements.export.end', message: 'End' },
    value: ({ item, t }) => t(endKindTerms[item.endKind]),
  },
  {
    key: 'review_due_on',
    label: /*i18n*/ { id: 'agreements.export.review_due_on', message: 'Review due on' },
    value: ({ details }) => known(details?.review_due_on, details?.review_due_precision),
  },
  {
    key: 'renewal',
    label: /*i18n*/ { id: 'agreements.export.renewal', message: 'Renewal' },
    value: ({ item, t }) => t(renewalTerms[item.renewal]),
  },
  {
    key: 'renewal_months',
    label: /*i18n*/ { id: 'agreements.export.renewal_months', message: 'Renewed by months' },
    value: ({ item }) => String(item.renewalMonths ?? ''),
  },
  {
    key: 'fields',
    label: /*i18n*/ { id: 'agreements.export.fields', message: 'Fields (ISCED-F)' },
    value: ({ item }) => join(item.fields),
  },
  {
    key: 'languages',
    label: /*i18n*/ { id: 'agreements.export.languages', message: 'Languages' },
    value: ({ item }) => join(item.languages),
  },
  {
    key: 'confidentiality',
    label: /*i18n*/ { id: 'agreements.export.confidentiality', message: 'Confidentiality' },
    value: ({ item, t }) => t(confidentialityTerms[item.confidentiality as keyof typeof confidentialityTerms]),
  },
  {
    key: 'owner',
    label: /*i18n*/ { id: 'agreements.export.owner', message: 'Owner' },
    value: ({ item, portfolio }) => (item.ownerId === null ? '' : (portfolio.ownerNames.get(item.ownerId) ?? '')),
  },
  {
    key: 'pulse',
    label: /*i18n*/ { id: 'agreements.export.pulse', message: 'Pulse' },
    value: ({ item, t }) => (item.pulse === null ? '' : t(pulseTerms[item.pulse])),
  },
  {
    key: 'last_entry_on',
    label: /*i18n*/ { id: 'agreements.export.last_entry_on', message: 'Last activity on' },
    value: ({ item }) => item.lastEntryOn ?? '',
  },
  {
    key: 'commitments',
    label: /*i18n*/ { id: 'agreements.export.commitments', message: 'Commitments' },
    value: ({ item }) => String(item.commitments),
  },
  {
    key: 'scope',
    label: /*i18n*/ { id: 'agreements.export.scope', message: 'Scope' },
    value: ({ details, t }) => t.localised(details?.scope),
  },
  {
    key: 'remarks',
    label: /*i18n*/ { id: 'agreements.export.remarks', message: 'Remarks' },
    value: ({ details }) => details?.remarks ?? '',
  },
]

/** Keys and headers of the columns that an export adds, in their order; the first holds the id of the record. */
export const addedColumns: readonly { key: string; label: Term }[] = ours.map(({ key, label }) => ({ key, label }))

function nameOf(portfolio: LivePortfolio, id: string | null, t: Translator): string {
  const organisation = id === null ? undefined : portfolio.words.partnerOf(id)
  return organisation ? partnerNameOf(organisation, t.language) : ''
}

/** A header may stand several times in a list; each is a column of its own. */
const occurrences = (headers: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return headers.map(header => {
    const nth = (seen.get(header) ?? 0) + 1
    seen.set(header, nth)
    return `${nth} ${header}`
  })
}

/** The columns of several lists as one: those of the first list in their order, then what others have besides. */
export function mergeHeaders(lists: readonly (readonly string[])[]): { key: string; header: string }[] {
  const columns = new Map<string, string>()
  for (const list of lists) {
    const keys = occurrences(list)
    list.forEach((header, index) => {
      columns.set(keys[index]!, header)
    })
  }
  return [...columns].map(([key, header]) => ({ key, header }))
}

export interface ExportRequest {
  actor: Actor
  filter: PortfolioFilter
  sort?: PortfolioSort
  descending?: boolean
  t: Translator
  today: Temporal.PlainDate
}

export interface PortfolioTable {
  /** Headers as people read them. */
  columns: string[]
  /** Keys for records of JSON: the original headers as they are, ours in English; each once. */
  keys: string[]
  rows: AsyncIterable<string[]>
}

const atOnce = 1000

/** Everything that fits, as a table whose rows are read while they are written. */
export async function exportPortfolioTable(db: Db, request: ExportRequest): Promise<PortfolioTable> {
  const { actor, filter, t } = request
  const portfolio = await currentPortfolio(db, request.today)
  const view = {
    sort: request.sort ?? 'number',
    descending: request.descending ?? false,
    language: t.language,
    offset: 0,
    limit: 10_000_000,
  }
  const items = portfolio.page(actor, filter, view)
  const originals = mergeHeaders(
    await listHeaders(
      db,
      items.map(item => item.id),
    ),
  )
  return {
    columns: [...originals.map(column => column.header), ...ours.map(column => t(column.label))],
    keys: distinct([...originals.map(column => column.header), ...ours.map(column => column.key)]),
    rows: rowsOf(
      db,
      portfolio,
      items,
      originals.map(column => column.key),
      t,
    ),
  }
}

async function* rowsOf(
  db: Db,
  portfolio: LivePortfolio,
  items: readonly Item[],
  originalKeys: readonly string[],
  t: Translator,
): AsyncGenerator<string[]> {
  for (let start = 0; start < items.length; start += atOnce) {
    const page = items.slice(start, start + atOnce)
    const details = await loadExportDetails(
      db,
      page.map(item => item.id),
    )
    for (const item of page) {
      const source = { item, details: details.get(item.id), portfolio, t }
      const cells = source.details?.original?.cells ?? []
      const keys = occurrences(cells.map(cell => cell.header))
      const original = new Map(cells.map((cell, index) => [keys[index]!, cell.value]))
      yield [...originalKeys.map(key => original.get(key) ?? ''), ...ours.map(column => column.value(source))]
    }
  }
}

function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.map(name => {
    let free = name
    for (let nth = 2; seen.has(free); nth += 1) free = `${name} (${nth})`
    seen.add(free)
    return free
  })
}

/** Records as JSON text, piece by piece. */
export async function* writeJson(table: PortfolioTable): AsyncGenerator<string> {
  let separator = '[\n'
  for await (const row of table.rows) {
    yield separator + JSON.stringify(Object.fromEntries(row.map((value, index) => [table.keys[index]!, value])))
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}
