// The same meaning of dates as agreement-term.ts in SQL, for queries that filter and sort by it.
import { type RawBuilder, sql } from 'kysely'
import type { AgreementState } from './agreement.states.ts'

const dayOf = (today: Temporal.PlainDate) => sql`${today.toString()}::date`

/** The last day on a day: after automatic renewals while in force, the day of the end when terminated. */
export const effectiveEndSql = (today: Temporal.PlainDate): RawBuilder<string | null> => sql<string | null>`case
  when agreement.state = 'in_force'
    then agreement_effective_end(agreement.expires_on, agreement.renewal, agreement.renewal_months, ${dayOf(today)})
  when agreement.state = 'terminated' then coalesce(agreement.ended_on, agreement.expires_on)
  else agreement.expires_on end`

/** The state on a day. */
export const effectiveStateSql = (today: Temporal.PlainDate): RawBuilder<AgreementState> => sql<AgreementState>`case
  when agreement.state = 'in_force'
    and agreement_effective_end(agreement.expires_on, agreement.renewal, agreement.renewal_months, ${dayOf(today)}) < ${dayOf(today)}
  then 'expired' else agreement.state end`
