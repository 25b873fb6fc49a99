// Whose turn it is: one table over all cases, rewritten whenever a case moves.
import type { ActionContext } from './actions.ts'
import { json } from './database/connect.ts'
import type { Power } from './identity/roles.terms.ts'
import { newId } from './ids.ts'
import type { RecordRef } from './records.ts'
import type { Workflow } from './workflow.ts'

export interface TurnInput<S extends string> {
  subjectId: string
  homeId: string
  unitId?: string | null
  state: S
  ownerId?: string | null
  dueOn?: string | null
  /** Where the due date comes from: `{ code, values }`. */
  dueSource?: object | null
  /** The power that makes the move where nobody owns it; `write` unless said. */
  power?: Power
  /** Seen by named people only: whoever asks for turns then asks the record. */
  confidential?: boolean
  /** The record that the case is about, where it is not the case itself; who may not see it does not see the turn. */
  about?: RecordRef | null
}

/**
 * Writes whose turn it is for a set of cases; a case in a final state holds no turn. Today shows the turns of any workflow
 * whose subject is a declared kind of record (records.ts): its title and page come from there.
 */
export async function setTurns<S extends string>(
  ctx: ActionContext,
  workflow: Workflow<S>,
  cases: readonly TurnInput<S>[],
): Promise<void> {
  const since = new Date(ctx.now.epochMilliseconds).toISOString()
  const ids = cases.map(one => one.subjectId)
  for (let start = 0; start < ids.length; start += 5000)
    await ctx.db
      .deleteFrom('turn')
      .where('workflow', '=', workflow.name)
      .where('subject_id', 'in', ids.slice(start, start + 5000))
      .execute()
  const open = cases.filter(one => !workflow.states[one.state].final)
  for (let start = 0; start < open.length; start += 1000)
    await ctx.db
      .insertInto('turn')
      .values(
        open.slice(start, start + 1000).map(one => ({
          id: newId(),
          workflow: workflow.name,
          subject_type: workflow.subject,
          subject_id: one.subjectId,
          home_id: one.homeId,
          unit_id: one.unitId ?? null,
          state: one.state,
          holder: workflow.states[one.state].turn,
          owner_id: one.ownerId ?? null,
          since,
          due_on: one.dueOn ?? null,
          due_source: one.dueSource ? json(one.dueSource) : null,
          power: one.power ?? 'write',
          confidential: one.confidential ?? false,
          about_type: one.about?.subject ?? null,
          about_id: one.about?.id ?? null,
        })),
      )
      .execute()
}
