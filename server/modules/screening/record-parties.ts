// Who takes part in a record of any kind: its module says so here, and screening asks.
import type { Db } from '#core/database/connect.ts'

/** Somebody outside the house. An organisation, a contact, or only a name, perhaps of an organisation. */
export interface RecordParty {
  role: 'party' | 'unit' | 'signatory' | 'contact' | 'owner'
  organisationId: string | null
  personId: string | null
  name: string | null
}

export interface CheckableKind {
  subject: string
  findParties(db: Db, id: string): Promise<RecordParty[]>
}

const kinds = new Map<string, CheckableKind>()

/** Makes records of a kind checkable; said once by their module. */
export function declareCheckable(kind: CheckableKind): CheckableKind {
  kinds.set(kind.subject, kind)
  return kind
}

export const checkableKind = (subject: string): CheckableKind | undefined => kinds.get(subject)
