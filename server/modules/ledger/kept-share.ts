// Fulfilment over a set (an agreement, a partner, a country): how many periods stand how, and the share that was kept.

import type { Fulfilment, PeriodResult } from '#modules/ledger/fulfilment.ts'
import type { FulfilmentStatus } from '#modules/ledger/ledger.terms.ts'
import { fulfilmentStatuses } from '#modules/ledger/ledger.terms.ts'
import { divideRounded, ONE, quantityText } from '#modules/ledger/quantity.ts'

/** Counts of periods by status; `keptShare` (null when nothing was due yet) is shown only together with them. */
export type FulfilmentCounts = {
  byStatus: Record<FulfilmentStatus, number>
  /** Kept of judged = kept + partly kept + broken; `share` is decimal text from 0 to 1 with at most four digits. */
  keptShare: { kept: number; judged: number; share: string } | null
  commitments: number
  neverStarted: number
  conditional: number
}

/** Counts over a set of commitments; every listed period counts once. */
export function countFulfilments(fulfilments: readonly Fulfilment[]): FulfilmentCounts {
  const none = fulfilmentStatuses.map(status => [status, 0] as const)
  const byStatus = Object.fromEntries(none) as Record<FulfilmentStatus, number>
  for (const { periods } of fulfilments) for (const { status } of periods) byStatus[status] += 1
  const all = byStatus.kept + byStatus.partly_kept + byStatus.broken
  const step = ONE / 10_000n
  const share = all === 0 ? 0n : divideRounded(BigInt(byStatus.kept) * 10_000n, BigInt(all)) * step
  return {
    byStatus,
    keptShare: all === 0 ? null : { kept: byStatus.kept, judged: all, share: quantityText(share) },
    commitments: fulfilments.length,
    neverStarted: fulfilments.filter(({ isNeverStarted }) => isNeverStarted).length,
    conditional: fulfilments.filter(({ isConditional }) => isConditional).length,
  }
}

const countedNeitherWay: readonly FulfilmentStatus[] = ['waived', 'suspended', 'not_due']

/**
 * True when a commitment was broken in each of its last `count` periods that are over and count.
 * One that has a single period only (`once`, `whole_term`) needs that one.
 */
export function isBrokenLately(fulfilment: Fulfilment, hasSinglePeriod: boolean, count: number): boolean {
  const isOver = ({ carriedOut, status }: PeriodResult) => carriedOut !== null && !countedNeitherWay.includes(status)
  const last = fulfilment.periods.filter(isOver).slice(-(hasSinglePeriod ? 1 : count))
  return last.length === (hasSinglePeriod ? 1 : count) && last.every(({ status }) => status === 'broken')
}
