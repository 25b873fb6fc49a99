// What people own in the modules: each module says what it keeps for a person and how that passes to another.
import type { ActionContext } from '../../actions.ts'
import type { LocalisedText } from '../../contract.ts'
import type { Db } from '../../database/connect.ts'
import type { Term } from '../../terms.ts'

export interface HeldItem {
  id: string
  title: LocalisedText
  /** A number or code that people know it by. */
  number: string | null
  /** Of a confidential record: whoever hands over is told only that there is one. */
  isConfidential?: boolean
  /** The page of the record. */
  path: string
}

export interface Holding {
  name: string
  /** What these are, in the plural. */
  term: Term
  list(db: Db, ownerId: string): Promise<HeldItem[]>
  /** Gives these to another person and records an event for each. */
  handOver(ctx: ActionContext, ids: readonly string[], toId: string, reason: string, fromId: string): Promise<void>
}

const holdings: Holding[] = []

export const declareHoldings = (declared: readonly Holding[]): void => {
  holdings.push(...declared)
}

export const declaredHoldings = (): readonly Holding[] => holdings
