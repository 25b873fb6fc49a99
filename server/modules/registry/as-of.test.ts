// Organisations as they stood: whatever was done, each moment answers as the ordinary reading did then.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Action, runAction } from '#core/actions.ts'
import type { AsOfQuery } from '#core/as-of.contract.ts'
import { momentOf } from '#core/as-of.ts'
import { Refusal } from '#core/errors.ts'
import { translator } from '#core/i18n.ts'
import { actionServices, createTestDatabase } from '#core/testing.ts'
import { changeOrganisation } from './actions/change-organisation.ts'
import { createOrganisation } from './actions/create-organisation.ts'
import { mergeOrganisations, undoMerge } from './actions/merge-organisations.ts'
import { removeHome, setHomes } from './actions/set-homes.ts'
import { splitOrganisation } from './actions/split-organisation.ts'
import { viewOrganisationAsOf } from './as-of.view.ts'
import type { Organisation } from './organisation.contract.ts'
import { viewOrganisation } from './organisation-view.ts'
import { person } from './testing/registry-factory.ts'

const { db } = await createTestDatabase()
const actor = person({ administers: true })
const t = translator('fa')
const reason = 'As it was told'

let now = Temporal.Instant.from('2026-01-05T08:00:00Z')
const services = actionServices(db, { now: () => now })

const run = <I, O>(action: Action<I, O>, input: I): Promise<O> => runAction(services, actor, action, input)

/** What a reader sees of it, without what may be done. */
const seen = ({ abilities: _, personCount: __, ...rest }: Organisation) => rest
const readNow = async (id: string) => seen(await viewOrganisation(db, id, actor, t))
const readThen = async (id: string, before: Temporal.Instant) => {
  const moment = { before, day: before.toZonedDateTimeISO('UTC').toPlainDate(), event: null }
  return seen((await viewOrganisationAsOf({ db, actor, t, timeZone: 'UTC' }, id, moment)).organisation)
}

const word = fc.constantFrom('Opal', 'Onyx', 'عقیق', 'Яшма', 'Amber', 'Quartz')
const one = fc.nat({ max: 5 })
const deed = fc.oneof(
  fc.record({ do: fc.constant('rename' as const), one, word }),
  fc.record({ do: fc.constant('names' as const), one, words: fc.uniqueArray(word, { maxLength: 3 }) }),
  fc.record({
    do: fc.constant('facts' as const),
    one,
    city: fc.option(word),
    year: fc.integer({ min: 1800, max: 2020 }),
  }),
  fc.record({
    do: fc.constant('identifiers' as const),
    one,
    pics: fc.uniqueArray(fc.integer({ min: 9e8, max: 9e8 + 4 })),
  }),
  fc.record({ do: fc.constant('unit' as const), one, word }),
  fc.record({ do: fc.constant('move' as const), one, other: one }),
  fc.record({ do: fc.constant('merge' as const), one, other: one }),
  fc.record({ do: fc.constant('undo' as const), one }),
  fc.record({ do: fc.constant('split' as const), one, word }),
  fc.record({ do: fc.constant('home' as const), one }),
  fc.record({ do: fc.constant('no home' as const), one }),
)
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

/** Does it; answers the id of an organisation that came into being. */
async function perform(step: Deed, ids: readonly string[]): Promise<string | undefined> {
  const id = ids[step.one % ids.length]!
  const { version, names } = await viewOrganisation(db, id, actor, t)
  const at = { id, version }
  switch (step.do) {
    case 'rename':
      return void (await run(changeOrganisation, { ...at, name: step.word }))
    case 'names':
      return void (await run(changeOrganisation, {
        ...at,
        names: step.words.map(text => ({ text, language: null, script: null, kind: 'alias' as const })),
      }))
    case 'facts':
      return void (await run(changeOrganisation, {
        ...at,
        established: step.year,
        place: { country: 'AT', region: null, city: step.city, latitude: null, longitude: null },
      }))
    case 'identifiers':
      return void (await run(changeOrganisation, {
        ...at,
        identifiers: step.pics.map(pic => ({ scheme: 'pic' as const, value: String(pic), preferred: false })),
      }))
    case 'unit':
      return run(createOrganisation, { name: step.word, unitOf: id })
    case 'move':
      return void (await run(changeOrganisation, { ...at, unitOf: ids[step.other % ids.length]! }))
    case 'merge':
      return void (await run(mergeOrganisations, { id, intoId: ids[step.other % ids.length]!, reason }))
    case 'undo':
      return void (await run(undoMerge, { id, reason }))
    case 'split':
      return run(splitOrganisation, { ...at, reason, name: step.word, names: names.slice(1), identifiers: [] })
    case 'home':
      return void (await run(setHomes, { organisationIds: [id] }))
    case 'no home':
      return void (await run(removeHome, { id }))
  }
}

test('at each moment an organisation is as it was read then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 12 }), async deeds => {
      const ids = [await run(createOrganisation, { name: 'First' }), await run(createOrganisation, { name: 'Second' })]
      const history: { at: Temporal.Instant; read: Map<string, unknown> }[] = []
      for (const step of deeds) {
        now = now.add({ minutes: 1 })
        try {
          const made = await perform(step, ids)
          if (made) ids.push(made)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        const read = new Map<string, unknown>()
        for (const id of ids) read.set(id, await readNow(id))
        history.push({ at: now, read })
      }
      for (const { at, read } of history)
        for (const [id, expected] of read) assert.deepEqual(await readThen(id, at.add({ milliseconds: 1 })), expected)
    }),
    { numRuns: 6 },
  )
})

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    error => error.declaration?.code ?? String(error),
  )

test('a moment that is none, several, ahead or before everything is told in a sentence', async () => {
  const id = await run(createOrganisation, { name: 'Late' })
  const here = { today: now.toZonedDateTimeISO('UTC').toPlainDate(), timeZone: 'UTC' }
  const ask = async (query: AsOfQuery) =>
    viewOrganisationAsOf({ db, actor, t, timeZone: 'UTC' }, id, await momentOf(db, query, here, () => true))
  const codes = []
  for (const query of [
    {},
    { on: '2026-01-05', before: id },
    { on: '2999-01-01' },
    { on: '0000-01-01' },
    { on: '2001-12-31' },
    { after: id },
    { on: here.today.toString() },
  ])
    codes.push(await codeOf(ask(query)))
  assert.deepEqual(codes, [
    ...['as_of.unclear', 'as_of.unclear', 'as_of.ahead', 'as_of.not_kept_yet', 'as_of.not_kept_yet'],
    ...['record.not_found', 'answered'],
  ])
})
