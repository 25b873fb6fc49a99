// What the command palette offers of agreements: any agreement or partner by words in any script, and the pages.
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { agreementStateTerms } from '#modules/agreements/agreement.states.ts'
import { listPartners, listPortfolio } from '#modules/agreements/portfolio.contract.ts'
import { call } from '../../core/api.ts'
import { formatsFor } from '../../core/format.ts'
import { term } from '../../core/i18n.ts'
import { currentReader } from '../../core/reader.ts'
import type { Command, CommandProvider } from '../../kit/commands.ts'

async function findAgreements(text: string, signal: AbortSignal): Promise<Command[]> {
  const { items } = await call(listPortfolio, { query: { text, limit: 6 }, signal })
  return items.map(item => ({
    id: `agreement ${item.id}`,
    label: item.title,
    detail: [item.partners[0]?.name, item.number, term(agreementStateTerms[item.state])].filter(Boolean).join(' · '),
    to: `/agreements/${item.id}`,
  }))
}

async function findPartners(text: string, signal: AbortSignal): Promise<Command[]> {
  const { items } = await call(listPartners, { query: { text, limit: 4 }, signal })
  const { country, number } = formatsFor(currentReader())
  return items.map(({ organisation, agreements }) => ({
    id: `partner ${organisation.id}`,
    label: organisation.name,
    detail: [
      organisation.originalName,
      organisation.country && country(organisation.country),
      i18n._(msg`agreements: ${number(agreements)}`),
    ]
      .filter(Boolean)
      .join(' · '),
    to: `/partners/${organisation.id}`,
  }))
}

export const agreementCommands: CommandProvider = {
  title: () => i18n._(msg`Agreements and partners`),
  commands: () => [
    { id: 'new agreement', label: i18n._(msg`Record an agreement`), to: '/agreements/new' },
    { id: 'map of partners', label: i18n._(msg`Map of partners`), to: '/portfolio?view=map' },
    { id: 'calendar of expiries', label: i18n._(msg`Calendar of expiries`), to: '/portfolio?view=timeline' },
    { id: 'sleeping partnerships', label: i18n._(msg`Sleeping partnerships`), to: '/partners?pulse=dormant' },
  ],
  async find(text, signal) {
    const [agreements, partners] = await Promise.all([findAgreements(text, signal), findPartners(text, signal)])
    return [...agreements, ...partners]
  },
}
