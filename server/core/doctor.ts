// The truths about the database that core and modules declare, checked one after another.
import { sql } from 'kysely'
import type { Db } from './database/connect.ts'
import { verifyChains } from './event-chains.ts'
import type { Invariant, ModuleDefinition } from './module.ts'

export interface InvariantResult {
  name: string
  problems: string[]
}

const coreInvariants: Invariant[] = [
  {
    name: 'the chains of events are unbroken',
    async check(db) {
      const broken = await verifyChains(db)
      return broken ? [`chain ${broken.chain} breaks at event ${broken.position}`] : []
    },
  },
  {
    name: 'every linked file is known',
    async check(db) {
      const { rows } = await sql<{ id: string }>`
        select l.id from file_link l left join file f on f.id = l.file_id where f.id is null limit 20`.execute(db)
      return rows.map(row => `file link ${row.id} leads nowhere`)
    },
  },
]

/** Checks every invariant; a check that fails to run counts as a problem. */
export async function checkInvariants(db: Db, modules: readonly ModuleDefinition[]): Promise<InvariantResult[]> {
  const results: InvariantResult[] = []
  for (const invariant of [...coreInvariants, ...modules.flatMap(module => module.invariants ?? [])])
    results.push({ name: invariant.name, problems: await problemsOf(db, invariant) })
  return results
}

async function problemsOf(db: Db, invariant: Invariant): Promise<string[]> {
  try {
    return await invariant.check(db)
  } catch (error) {
    return [`could not be checked: ${error instanceof Error ? error.message : String(error)}`]
  }
}
