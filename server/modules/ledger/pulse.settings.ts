// The numbers that the pulse is judged by: settings of the installation.

/** Months are calendar months back from or ahead of today; shares and quantities are decimal text. */
export type PulseSettings = {
  endedAfterMonths: number
  brokenPeriods: number
  recentEntriesMonths: number
  endsWithinMonths: number
  /** Null = only balances with a tolerance of their own are judged. */
  balanceTolerance: string | null
  balanceMonths: number
  dormantAfterMonths: number
  plannedAheadMonths: number
  settledAfterMonths: number
  fadingAfterMonths: number
  fadingBaselineMonths: number
  fadingShare: string
  newWithinMonths: number
}

export const defaultPulseSettings: Readonly<PulseSettings> = {
  endedAfterMonths: 24,
  brokenPeriods: 2,
  recentEntriesMonths: 24,
  endsWithinMonths: 12,
  balanceTolerance: null,
  balanceMonths: 36,
  dormantAfterMonths: 24,
  plannedAheadMonths: 12,
  settledAfterMonths: 12,
  fadingAfterMonths: 12,
  fadingBaselineMonths: 36,
  fadingShare: '0.5',
  newWithinMonths: 12,
}
