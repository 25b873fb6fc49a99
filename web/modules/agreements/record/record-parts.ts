// Sides and routes that every part of an agreement's page needs.
import {
  type AgreementView,
  getAgreement,
  getAgreementTimeline,
  listOwners,
} from '#modules/agreements/agreement.contract.ts'
import {
  getPartner,
  getPortfolioCounts,
  getPortfolioMap,
  getPortfolioTimeline,
  listPartners,
  listPortfolio,
} from '#modules/agreements/portfolio.contract.ts'
import { useCall } from '../../../core/query.ts'
import type { Side } from '../../ledger/party-choices.ts'
import type { RecordPaths } from '../../registry/as-of-parts.tsx'

export const agreementPaths = (agreementId: string): RecordPaths => ({
  today: '/agreements/$agreementId',
  past: '/agreements/$agreementId/as-of',
  params: { agreementId },
})

/** Everything that a change of one agreement makes stale. */
export const agreementRefreshes = [
  getAgreement,
  getAgreementTimeline,
  listPortfolio,
  getPortfolioCounts,
  getPortfolioMap,
  getPortfolioTimeline,
  listPartners,
  getPartner,
] as const

/** Parties as sides of promises and deeds: each organisation, and its unit where one is named. */
export function sidesOf(agreement: AgreementView): Side[] {
  const sides: Side[] = []
  for (const { side, organisation, unit } of agreement.parties) {
    const isHome = side === 'home'
    const whole = { organisationId: organisation.id, name: organisation.name, unitId: null, unitName: null, isHome }
    if (!sides.some(each => each.organisationId === organisation.id && each.unitId === null)) sides.push(whole)
    if (unit) sides.push({ ...whole, unitId: unit.id, unitName: unit.name })
  }
  return sides
}

export const partnersOf = (agreement: AgreementView): AgreementView['parties'] =>
  agreement.parties.filter(party => party.side === 'partner')

/** Why the reader may not do something; undefined when it may be done. */
export function reasonAgainst({ abilities }: Pick<AgreementView, 'abilities'>, ability: string): string | undefined {
  const answer = abilities[ability]
  return typeof answer === 'object' ? answer.reason : undefined
}

export const useOwners = (homeId: string | undefined): { id: string; name: string }[] =>
  useCall(listOwners, { query: homeId ? { homeId } : {} }).data?.items ?? []
