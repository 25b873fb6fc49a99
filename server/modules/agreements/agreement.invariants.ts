// Truths about agreements that the doctor checks.
import type { Invariant } from '#core/module.ts'
import { findBroken, type Question } from './invariants.store.ts'
import { findStaleStandings } from './standing.ts'

const sentences: Record<Question, string> = {
  withoutHomeParty: 'its home organisation is not among the parties',
  withoutPartner: 'it has no partner',
  endMismatch: 'it says that its end is known but has no date, or the other way round',
  wrongFileCount: 'it counts another number of files than it has',
  orphanTurns: 'a turn waits although the agreement is gone',
  unknownToLedger: 'the ledger knows other readers of it than it has',
  strangeKinds: 'its leading kind is not the first of its kinds',
}

export const agreementInvariants: Invariant[] = [
  ...(Object.keys(sentences) as Question[]).map(question => ({
    name: `agreements.${question}`,
    check: async (db: Parameters<Invariant['check']>[0]) =>
      (await findBroken(db, question)).map(id => `Agreement ${id}: ${sentences[question]}.`),
  })),
  {
    name: 'agreements.standings',
    check: async db =>
      (await findStaleStandings(db, Temporal.Now.plainDateISO('UTC')))
        .slice(0, 20)
        .map(id => `Agreement ${id}: its pulse or its counts of promises differ from what the ledger says.`),
  },
]
