// Makes the sums of commitments anew from the entries when what they say has changed, and compares all sums with all entries.
import type { Db } from '#core/database/connect.ts'
import type { Invariant } from '#core/module.ts'
import { listByIds, listWithNarrower, listWithWider } from './commitment.store.ts'
import { listServing, pageOfEntries, type StoredEntry } from './entry.store.ts'
import { chainOver } from './posting-lines.ts'
import {
  countOddEntries,
  listAllCommitmentIds,
  listCommitmentTotals,
  pageOfMonthTotals,
  replaceCommitmentTotals,
} from './totals.store.ts'
import {
  type CommitmentTotal,
  commitmentTotalKey,
  commitmentTotals,
  type MonthTotal,
  monthTotalKey,
  monthTotals,
  sumTotals,
} from './totals.ts'

/** Recounts commitments and everything wider. */
export async function recountCommitments(db: Db, ids: readonly string[]): Promise<void> {
  const affected = (await listWithWider(db, ids)).map(one => one.id)
  await replaceCommitmentTotals(db, affected, await countCommitments(db, affected))
}

/** The totals of commitments as their entries make them. */
async function countCommitments(db: Db, ids: readonly string[]): Promise<CommitmentTotal[]> {
  const all = await listWithNarrower(db, ids)
  const serving = await listServing(
    db,
    all.map(one => one.id),
  )
  const known = new Set(ids)
  return commitmentTotals(
    serving,
    chainOver(
      await listWithWider(
        db,
        all.map(one => one.id),
      ),
    ),
  ).filter(total => known.has(total.commitmentId))
}

const atOnce = 20_000

async function monthTotalsHold(db: Db): Promise<string[]> {
  let counted: MonthTotal[] = []
  let page: StoredEntry[] = []
  for (let after: string | null = null; ; after = page.at(-1)!.id) {
    page = await pageOfEntries(db, after, atOnce)
    if (page.length === 0) break
    counted = sumTotals([...counted, ...monthTotals(page)], monthTotalKey)
    if (page.length < atOnce) break
  }
  const kept = sumTotals(await pageOfMonthTotals(db), monthTotalKey)
  return differences(
    counted,
    kept,
    monthTotalKey,
    total =>
      `${total.kind} ${total.month.slice(0, 7)} between ${total.from.organisationId} and ${total.to.organisationId}`,
  )
}

async function commitmentTotalsHold(db: Db): Promise<string[]> {
  const problems: string[] = []
  const ids = await listAllCommitmentIds(db)
  for (let start = 0; start < ids.length && problems.length < 20; start += 2000) {
    const batch = ids.slice(start, start + 2000)
    const kept = sumTotals(await listCommitmentTotals(db, batch), commitmentTotalKey)
    problems.push(
      ...differences(
        await countCommitments(db, batch),
        kept,
        commitmentTotalKey,
        total => `commitment ${total.commitmentId}, period from ${total.periodStart}`,
      ),
    )
  }
  return problems
}

function differences<T extends { baseQuantity: string; entries: number }>(
  counted: readonly T[],
  kept: readonly T[],
  keyOf: (total: T) => string,
  name: (total: T) => string,
): string[] {
  const stand = new Map(kept.map(total => [keyOf(total), total]))
  const problems: string[] = []
  for (const total of counted) {
    const other = stand.get(keyOf(total))
    stand.delete(keyOf(total))
    if (other?.baseQuantity !== total.baseQuantity || other.entries !== total.entries)
      problems.push(
        `${name(total)}: the sum says ${other?.baseQuantity ?? 'nothing'}, the entries ${total.baseQuantity}`,
      )
  }
  for (const total of stand.values())
    problems.push(`${name(total)}: the sum says ${total.baseQuantity}, the entries nothing`)
  return problems.slice(0, 20)
}

export const ledgerInvariants: Invariant[] = [
  { name: 'totals by month equal the sum of the entries', check: monthTotalsHold },
  { name: 'totals of commitments equal the sum of the entries that serve them', check: commitmentTotalsHold },
  {
    name: 'an entry and its reversal cancel, every entry has its activity, no total is negative',
    check: async db => countOddEntries(db),
  },
  {
    name: 'no commitment refines itself',
    async check(db) {
      const ids = await listAllCommitmentIds(db)
      const problems: string[] = []
      for (let start = 0; start < ids.length; start += 5000) {
        const byId = new Map((await listByIds(db, ids.slice(start, start + 5000))).map(one => [one.id, one.refinesId]))
        for (const [id, wider] of byId) if (id === wider) problems.push(`commitment ${id} refines itself`)
      }
      return problems
    },
  },
]
