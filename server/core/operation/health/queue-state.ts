// How the queue of jobs stands.
import { sql } from 'kysely'
import type { Db } from '../../database/connect.ts'

export interface QueueState {
  waiting: number
  running: number
  parked: number
  /** How long the oldest job that may run has been waiting. */
  oldestSeconds: number
}

export async function queueState(db: Db): Promise<QueueState> {
  const { rows } = await sql<QueueState>`
    select count(*) filter (where name <> 'parked' and state in ('created', 'retry'))::int as waiting,
      count(*) filter (where state = 'active')::int as running,
      count(*) filter (where name = 'parked' and state < 'active')::int as parked,
      coalesce(extract(epoch from now() - min(start_after)
        filter (where name <> 'parked' and state in ('created', 'retry') and start_after <= now())), 0)::int as "oldestSeconds"
    from jobs.job where state < 'completed'`.execute(db)
  return rows[0]!
}
