// Says what is known of a party besides the registry: it decides whether somebody on a list is meant.
import { defineAction } from '#core/actions.ts'
import { ensure, found } from '#core/policy.ts'
import { updateCheck } from '../check.store.ts'
import { birthDateOf } from '../lists/list-entry.ts'
import { findParty } from '../match.store.ts'
import { instantOf } from '../move-check.ts'
import { openCheck } from '../open-check.ts'
import { writePartyFacts } from '../party.store.ts'
import { PartyDescribed } from '../screening.events.ts'
import { canCheck } from '../screening.policy.ts'

export interface PartyFactsInput {
  id: string
  names: string[]
  birthDates: string[]
  countries: string[]
  identifiers: string[]
}

const clean = (texts: readonly string[]): string[] => [...new Set(texts.map(text => text.trim()).filter(Boolean))]

/** Answers the check, which is to be compared again. */
export const describeParty = defineAction({
  name: 'screening.describe_party',
  async run(ctx, input: PartyFactsInput): Promise<{ checkId: string }> {
    const party = found(await findParty(ctx.db, input.id))
    const { check, standing } = await openCheck(ctx.db, ctx.actor, party.check_id, true)
    ensure(canCheck(ctx.actor, standing))
    await writePartyFacts(ctx.db, check.home_id, {
      ...{ party_key: party.party_key, person_id: party.person_id, names: clean(input.names) },
      ...{
        birth_dates: clean(input.birthDates.map(date => birthDateOf(date) ?? '')),
        countries: clean(input.countries),
      },
      ...{ identifiers: clean(input.identifiers), updated_by: ctx.actor.id, updated_at: instantOf(ctx) },
    })
    await updateCheck(ctx.db, check.id, {})
    ctx.record(PartyDescribed, { subjectId: check.id, homeId: check.home_id, data: { name: party.name } })
    return { checkId: check.id }
  },
})
