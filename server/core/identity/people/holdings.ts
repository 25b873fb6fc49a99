// What people own in the modules: each module says what it keeps for a person and how that passes to another.
import type { ActionContext } from '../../actions.ts'
import type { LocalisedText } from '../../contract.ts'
import type { Db } from '../../database/connect.ts'
import type { Term } from '../../terms.ts'
import type { Actor } from '../actor.ts'

export interface HeldItem {
  id: string
  title: LocalisedText
  /** A number or code that people know it by. */
  number: string | null
  /** The page of the record. */
  path: string
}

export interface Holding {
  name: string
  /** What these are, in the plural. */
  term: Term
  list(db: Db, ownerId: string): Promise<HeldItem[]>
  /** Gives these to another person and records an event for each. */
  handOver(ctx: ActionContext, ids: readonly string[], toId: string, reason: string): Promise<void>
}

/** A record whose readers can be named, with how each person stands to it. */
export interface RecordAccess {
  title: LocalisedText
  number: string | null
  confidential: boolean
  /** Whose it is; they see it even where their role alone would not do. */
  ownerId: string | null
  /** What a person may do; decided by the policies of the module. */
  decide(actor: Actor): { read: boolean; write: boolean; conclude: boolean }
}

export interface RecordKind {
  subject: string
  /** As `reader` sees it; undefined when there is none for them. */
  find(db: Db, reader: Actor, id: string): Promise<RecordAccess | undefined>
}

const holdings: Holding[] = []
const kinds = new Map<string, RecordKind>()

export function declarePeopleSide(side: { holdings?: Holding[]; records?: RecordKind[] }): void {
  holdings.push(...(side.holdings ?? []))
  for (const kind of side.records ?? []) kinds.set(kind.subject, kind)
}

export const declaredHoldings = (): readonly Holding[] => holdings
export const recordKind = (subject: string): RecordKind | undefined => kinds.get(subject)
