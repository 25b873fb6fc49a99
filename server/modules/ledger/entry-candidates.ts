// For deeds without a promise: the commitments they might be meant for, and why none of them was taken.
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { listAmong } from './commitment.store.ts'
import type { StoredEntry } from './entry.store.ts'
import type { EntryView } from './ledger.contract.ts'
import { misfitSentences, servingSentences } from './ledger.sentences.ts'
import { mergedFamilies, unitParents } from './ledger-party.store.ts'
import { familiesOf } from './ledger-source.store.ts'
import { betweenParties, serve } from './serving.ts'

/** More than these do not help a person to choose. */
const mostShown = 10

/** What each of the entries that serve nothing could serve, among the commitments that the reader may see. */
export async function candidatesOf(
  reader: { db: Db; actor: Actor; t: Translator },
  entries: readonly StoredEntry[],
): Promise<Map<string, EntryView['candidates']>> {
  const { db, actor, t } = reader
  const alone = entries.filter(one => one.commitmentId === null && one.reversesId === null && one.reversedById === null)
  if (alone.length === 0) return new Map()
  const parties = [...new Set(alone.flatMap(one => [one.from.organisationId, one.to.organisationId]))]
  const { ids: organisations, merged } = await mergedFamilies(db, parties)
  const commitments = await listAmong(db, [...new Set(alone.map(one => one.homeId))], organisations, actor)
  if (commitments.length === 0) return new Map()
  const sources = [...commitments, ...alone].map(one => one.agreementId).filter(id => id !== null)
  const context = {
    unitParents: await unitParents(db, organisations),
    families: await familiesOf(db, { sourceIds: [...new Set(sources)] }),
    merged,
  }
  const between = betweenParties(commitments, context)
  return new Map(
    alone.map(entry => {
      const ofHome = between(entry).filter(one => one.homeId === entry.homeId)
      const { candidates } = serve(entry, null, ofHome, context)
      const shown = candidates.slice(0, mostShown).map(({ commitmentId, misfits }) => ({
        commitmentId,
        misfits,
        reasons:
          misfits.length === 0 ? [t(servingSentences.several_fit)] : misfits.map(misfit => t(misfitSentences[misfit])),
      }))
      return [entry.id, shown]
    }),
  )
}
