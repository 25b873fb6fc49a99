// Brings rows and partners together: what is ready, what is doubtful, what writing would do.
import { isUndecided, type PlannedPartner, type PlannedRow, type RowOutcome, type RowStatus } from './plan.ts'

/** Sets status and outcome of rows from their doubts, their partners and what people decided. */
export function judgeRows(rows: readonly PlannedRow[], partners: ReadonlyMap<string, PlannedPartner>): void {
  for (const row of rows) {
    row.status = statusOf(row, partners)
    row.outcome = outcomeOf(row)
  }
}

function statusOf(row: PlannedRow, partners: ReadonlyMap<string, PlannedPartner>): RowStatus {
  const { understood, decisions } = row
  if (understood.skipped !== undefined || decisions.skip) return 'skipped'
  const corrected = correctedCodes(row)
  const doubts = understood.doubts.filter(one => !corrected.has(one.code))
  if (doubts.some(one => one.severity === 'error')) return 'error'
  const undecided = understood.partnerKeys.some(key => {
    const partner = partners.get(key)
    return partner !== undefined && isUndecided(partner)
  })
  if (undecided) return 'doubtful'
  // A doubt that every partner of the cell has answered by now is no doubt any more.
  const open = doubts.filter(one => one.code !== 'partners_several' || !decidedBySplit(row, partners))
  const duplicate = understood.similar.length > 0 && decisions.agreementId === undefined && row.existingId === null
  return (open.length > 0 || duplicate) && !decisions.accepted ? 'doubtful' : 'ready'
}

const decidedBySplit = (row: PlannedRow, partners: ReadonlyMap<string, PlannedPartner>): boolean =>
  row.understood.partnerKeys.every(key => partners.get(key)?.decision !== null || !isUndecided(partners.get(key)!))

const dateDoubts = [
  'date_impossible',
  'date_out_of_range',
  'date_not_understood',
  'expiry_before_signature',
  'dates_several',
  'dates_backwards',
] as const

/** Doubts that a person has answered by giving the value. */
function correctedCodes({ decisions }: PlannedRow): Set<string> {
  const codes = new Set<string>()
  const gave =
    decisions.signed !== undefined ||
    decisions.expires !== undefined ||
    decisions.inForce !== undefined ||
    decisions.endKind !== undefined
  if (gave) for (const code of dateDoubts) codes.add(code)
  if (decisions.kind !== undefined)
    for (const code of ['kind_unknown', 'kind_general', 'kinds_several']) codes.add(code)
  if (decisions.state !== undefined) for (const code of ['status_unknown', 'status_disagrees']) codes.add(code)
  return codes
}

function outcomeOf(row: PlannedRow): RowOutcome {
  if (row.status === 'skipped' || row.status === 'error') return 'skip'
  if (row.decisions.agreementId) return 'update'
  if (row.existingId === null || row.decisions.agreementId === null) return 'create'
  return row.understood.changed.length > 0 ? 'update' : 'same'
}
