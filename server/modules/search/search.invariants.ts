// Truths about the search: every record has its document, no document outlives its record or is seen by more people.
import type { Invariant } from '#core/module.ts'
import { findLost, findMissing, findWidened } from './invariants.store.ts'

const said = (what: string) => (row: { kind: string; id: string }) => `${what}: ${row.kind} ${row.id}`

export const searchInvariants: Invariant[] = [
  {
    name: 'every record that can be found has its document, or waits for it',
    async check(db) {
      return (await findMissing(db)).map(said('no document of'))
    },
  },
  {
    name: 'no document outlives its record',
    async check(db) {
      return (await findLost(db)).map(said('a document is left of'))
    },
  },
  {
    name: 'documents are seen by those who see their records',
    async check(db) {
      return (await findWidened(db)).map(said('other readers than its record has'))
    },
  },
]
