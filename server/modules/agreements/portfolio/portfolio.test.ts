// Tests of the portfolio: filters, counts, views, and that a change shows at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ActionContext } from '#core/actions.ts'
import { runAction } from '#core/actions.ts'
import { json } from '#core/database/connect.ts'
import { createTestDatabase } from '#core/testing.ts'
import { recordAgreements } from '../actions/record-agreements.ts'
import { removeAgreements } from '../actions/remove-agreements.ts'
import { takeStep } from '../actions/take-step.ts'
import type { AgreementInput } from '../agreement.contract.ts'
import { agreementStates } from '../agreement.states.ts'
import { agreementKinds, pulseOrder } from '../agreement.terms.ts'
import type { PortfolioFilter } from '../portfolio.contract.ts'
import * as contract from '../portfolio.contract.ts'
import { openAgreementApp } from '../testing/agreement-app.ts'
import { agreementInput, makeOrganisation, makeWorld, testDay } from '../testing/agreement-factory.ts'

const { db } = await createTestDatabase()
const { home, officer, run, services } = await makeWorld(db)
const app = await openAgreementApp(db)
const seedAction = {
  name: 'test.seed',
  run: (ctx: ActionContext, list: AgreementInput[]) =>
    recordAgreements(
      ctx,
      list.map(input => ({ input })),
    ),
}

const [baku, tomsk, shiraz] = [
  await makeOrganisation(db, {
    name: 'Baku Polytechnic',
    names: { ru: 'Бакинский политехникум' },
    country: 'AZ',
    place: [40.4, 49.9],
  }),
  await makeOrganisation(db, {
    name: 'Tomsk Institute',
    names: { ru: 'Томский институт' },
    country: 'RU',
    place: [56.5, 85],
  }),
  await makeOrganisation(db, {
    name: 'Shiraz Academy',
    names: { fa: 'فرهنگستان شیراز' },
    country: 'IR',
    place: [29.6, 52.5],
  }),
]
const with_ = (...ids: string[]) => ids.map(organisationId => ({ organisationId, side: 'partner' as const }))
const [first, second, third, fourth] = await runAction(services, officer, seedAction, [
  agreementInput(home, baku, {
    number: 'A-1',
    title: { en: 'Physics memorandum' },
    fields: ['0533'],
    languages: ['en'],
  }),
  agreementInput(home, tomsk, {
    number: 'A-2',
    title: { en: 'Student exchange' },
    kinds: ['exchange_agreement'],
    signedOn: { on: '2010-01-01', precision: 'year' },
    expiresOn: { on: '2015-12-31', precision: 'day' },
  }),
  agreementInput(home, shiraz, {
    number: 'A-3',
    title: { en: 'Joint degree' },
    parties: with_(shiraz, baku),
    kinds: ['joint_degree', 'memorandum'],
    signedOn: { on: '2018-02-01', precision: 'month' },
    expiresOn: null,
    end: 'none',
    ownerId: officer.id,
  }),
  agreementInput(home, tomsk, {
    number: 'A-4',
    title: { en: 'Draft' },
    state: 'drafting',
    signedOn: null,
    expiresOn: null,
  }),
])
const list = async (
  query: PortfolioFilter & {
    sort?: contract.PortfolioSort
    direction?: 'asc' | 'desc'
    limit?: number
    offset?: number
  } = {},
) => app.call(officer, contract.listPortfolio, { query: { sort: 'number', ...query } })
const numbers = async (filter: PortfolioFilter) => (await list(filter)).items.map(row => row.number)

test('each filter shows what fits', async () => {
  const cases: [PortfolioFilter, string[]][] = [
    [{}, ['A-1', 'A-2', 'A-3', 'A-4']],
    [{ country: ['AZ'] }, ['A-1', 'A-3']],
    [{ country: ['AZ', 'RU'] }, ['A-1', 'A-2', 'A-3', 'A-4']],
    [{ country: ['FR'] }, []],
    [{ partner: [tomsk] }, ['A-2', 'A-4']],
    [{ kind: ['memorandum'] }, ['A-1', 'A-3', 'A-4']],
    [{ state: ['expired'] }, ['A-2']],
    [{ state: ['in_force'] }, ['A-1', 'A-3']],
    [{ field: ['05'] }, ['A-1']],
    [{ field: ['none'], state: ['in_force'] }, ['A-3']],
    [{ owner: [officer.id!] }, ['A-3']],
    [{ owner: ['none'], kind: ['memorandum'] }, ['A-1', 'A-4']],
    [{ pulse: ['dormant'] }, ['A-1', 'A-3']],
    [{ pulse: ['ended'] }, ['A-2']],
    [{ end: ['none'] }, ['A-3']],
    [{ expiringWithinDays: 36_000 }, ['A-1']],
    [{ signedFrom: '2010-01-01', signedUntil: '2018-12-31' }, ['A-2', 'A-3']],
    [{ endsFrom: '2015-01-01', endsUntil: '2016-01-01' }, ['A-2']],
    [{ language: ['en'] }, ['A-1']],
    [{ hasCommitments: true }, []],
    [{ hasEntries: false, country: ['IR'] }, ['A-3']],
    [{ text: 'physics' }, ['A-1']],
    [{ text: 'a-1' }, ['A-1']],
    [{ text: 'hysics' }, []],
    [{ text: 'Бакинский' }, ['A-1', 'A-3']],
    [{ text: 'شيراز degree' }, ['A-3']],
    [{ text: '  ' }, ['A-1', 'A-2', 'A-3', 'A-4']],
    [{ id: [second!, fourth!] }, ['A-2', 'A-4']],
    [{ id: [second!, fourth!], state: ['expired'] }, ['A-2']],
    [{ except: [second!], country: ['RU'] }, ['A-4']],
  ]
  for (const [filter, expected] of cases) assert.deepEqual(await numbers(filter), expected, JSON.stringify(filter))
})

test('sorting puts what is not known last, both ways, and pages follow each other', async () => {
  const order = async (sort: contract.PortfolioSort, direction: 'asc' | 'desc') =>
    (await list({ sort, direction })).items.map(row => row.number)
  assert.deepEqual(await order('signed', 'asc'), ['A-2', 'A-3', 'A-1', 'A-4'])
  assert.deepEqual(await order('signed', 'desc'), ['A-1', 'A-3', 'A-2', 'A-4'])
  assert.deepEqual(await order('ends', 'asc'), ['A-2', 'A-1', 'A-3', 'A-4'])
  assert.deepEqual(await order('partner', 'asc'), ['A-1', 'A-3', 'A-2', 'A-4'])
  assert.deepEqual(await order('title', 'desc'), ['A-2', 'A-1', 'A-3', 'A-4'])
  const pages = [await list({ limit: 3 }), await list({ limit: 3, offset: 3 })]
  assert.deepEqual(
    pages.map(page => [page.items.map(row => row.id), page.total]),
    [
      [[first, second, third], 4],
      [[fourth], 4],
    ],
  )
})

test('every number above the list is the number of rows it shows', async () => {
  const filters: PortfolioFilter[] = [
    {},
    { country: ['AZ'] },
    { state: ['expired'] },
    { pulse: ['dormant'], kind: ['memorandum'] },
    { expiringWithinDays: 10 },
  ]
  for (const filter of filters) {
    const counts = await app.call(officer, contract.getPortfolioCounts, { query: filter })
    assert.equal(counts.total, (await list(filter)).total)
    for (const tile of counts.tiles.filter(
      one => one.name !== 'kept_share' && (one.view === 'list' || one.view === 'timeline'),
    ))
      assert.equal(
        tile.value,
        (await list({ ...filter, ...(tile.shows as PortfolioFilter) })).total,
        `${tile.name} ${JSON.stringify(filter)}`,
      )
    for (const facet of counts.facets)
      for (const value of facet.values)
        assert.equal(
          value.count,
          (await list({ ...filter, [facet.filter]: [value.value] })).total,
          `${facet.filter} ${value.value}`,
        )
  }
})

const anyFilter = fc.record(
  {
    country: fc.subarray(['AZ', 'RU', 'IR', 'FR']),
    kind: fc.subarray([...agreementKinds]),
    state: fc.subarray([...agreementStates]),
    pulse: fc.subarray([...pulseOrder]),
    text: fc.constantFrom('institute', 'шираз', 'a'),
    reviewDue: fc.boolean(),
  },
  { requiredKeys: [] },
)

test('the three views and the partners agree on what fits', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter, async filter => {
      const [rows, map, timeline, partners] = await Promise.all([
        list(filter),
        app.call(officer, contract.getPortfolioMap, { query: filter }),
        app.call(officer, contract.getPortfolioTimeline, { query: { ...filter, group: 'year' } }),
        app.call(officer, contract.listPartners, { query: filter }),
      ])
      const { pulse: asked = [], ...others } = filter
      const unasked = await app.call(officer, contract.listPartners, { query: others })
      const awake = await app.call(officer, contract.listPartners, { query: filter })
      assert.deepEqual(
        new Set(awake.items),
        new Set(unasked.items.filter(one => asked.length === 0 || asked.includes(one.pulse!))),
      )
      const places = new Set(rows.items.flatMap(row => row.partners.map(one => one.id)))
      assert.deepEqual(new Set(map.partners.map(one => one.id)), places)
      if (asked.length === 0) assert.deepEqual(new Set(partners.items.map(one => one.organisation.id)), places)
      const bars = timeline.groups.flatMap(group => group.bars.map(bar => bar.id))
      assert.equal(bars.length + timeline.undated, rows.total)
    }),
    { numRuns: 25 },
  )
})

test('map, timeline and partners say how things stand', async () => {
  const map = await app.call(officer, contract.getPortfolioMap)
  assert.deepEqual(
    map.homes.map(one => one.id),
    [home],
  )
  assert.deepEqual(
    map.partners.find(one => one.id === baku),
    {
      ...{ id: baku, name: 'Baku Polytechnic', city: 'Samarkand', country: 'AZ', latitude: 40.4, longitude: 49.9 },
      ...{ count: 2, inForce: 2, pulse: 'dormant' },
    },
  )
  assert.deepEqual(
    map.countries.find(one => one.country === 'RU'),
    { country: 'RU', count: 2, inForce: 0, partners: 1, pulse: 'ended' },
  )
  const timeline = await app.call(officer, contract.getPortfolioTimeline, {
    query: { group: 'country' },
    language: 'fa',
  })
  assert.deepEqual(
    timeline.groups.map(group => group.key),
    ['IR', 'AZ', 'RU'].sort((a, b) => new Intl.Collator('fa').compare(nameOf(a), nameOf(b))),
  )
  assert.deepEqual(timeline.expiries, [{ month: '2029-10', count: 1 }])
  const { items } = await app.call(officer, contract.listPartners, { query: { sort: 'name' }, language: 'ru' })
  assert.deepEqual(
    items.map(one => one.organisation.name),
    ['Бакинский политехникум', 'Томский институт', 'Shiraz Academy'].sort(new Intl.Collator('ru').compare),
  )
})
const nameOf = (code: string) => new Intl.DisplayNames(['fa'], { type: 'region' }).of(code)!

test('what was written shows in the next answer, also a renamed partner and a removed record', async () => {
  const [added] = await runAction(services, officer, seedAction, [agreementInput(home, baku, { number: 'B-1' })])
  assert.deepEqual(await numbers({ text: 'b-1' }), ['B-1'])
  await run(takeStep, { id: added!, step: 'suspend', reason: 'budget', version: 1 })
  assert.deepEqual(await numbers({ state: ['suspended'] }), ['B-1'])
  await db
    .updateTable('organisation')
    .set({ name: 'Baku University', names: json({ en: 'Baku University' }) })
    .where('id', '=', baku)
    .execute()
  assert.equal((await list({ text: 'b-1' })).items[0]!.partners[0]!.name, 'Baku University')
  await db.updateTable('organisation').set({ merged_into: tomsk, canonical_id: tomsk }).where('id', '=', baku).execute()
  assert.equal((await list({ text: 'b-1' })).items[0]!.partners[0]!.id, tomsk)
  assert.equal((await app.call(officer, contract.getPartner, { params: { organisationId: tomsk } })).agreementTotal, 5)
  await db.updateTable('organisation').set({ merged_into: null, canonical_id: null }).where('id', '=', baku).execute()
  const remove = {
    name: 'test.remove',
    run: (ctx: ActionContext, ids: string[]) => removeAgreements(ctx, ids, 'undone'),
  }
  await run(remove, [added!])
  assert.deepEqual(await numbers({ text: 'b-1' }), [])
  assert.equal((await list()).total, 4)
})

test('while writers write, every reader sees what was committed before the question', async () => {
  const writers = Array.from({ length: 8 }, async (_, at) => {
    const [id] = await runAction(services, officer, seedAction, [agreementInput(home, tomsk, { number: `W-${at}` })])
    return (await numbers({ text: `w ${at}` })).length === 1 && id !== undefined
  })
  assert.deepEqual(await Promise.all(writers), Array(8).fill(true))
})

test('lists ask the database a fixed number of questions', async () => {
  // A transaction of another test on the same server makes the portfolio look again for what it may have missed.
  const count = async (work: () => Promise<unknown>) =>
    Math.min(...(await Array.fromAsync(Array(5), () => countOnce(work))))
  const countOnce = async (work: () => Promise<unknown>) => {
    await work()
    let queries = 0
    const executor = db.getExecutor()
    const original = executor.executeQuery
    executor.executeQuery = function (this: typeof executor, ...given) {
      queries += 1
      return original.apply(this, given)
    } as typeof original
    await work()
    executor.executeQuery = original
    return queries
  }
  for (const limit of [1, 3]) {
    assert.equal(await count(() => list({ limit })), 1, `list of ${limit}`)
    assert.equal(await count(() => app.call(officer, contract.listPartners, { query: { limit } })), 1)
  }
})

test('an export has the original columns first, in their order, repeated headers too', async () => {
  const original = (cells: [string, string][]) => ({
    fileName: 'list.xlsx',
    sheet: null,
    row: 2,
    cells: cells.map(([header, value]) => ({ header, value })),
  })
  const action = {
    name: 'test.originals',
    run: (ctx: ActionContext) =>
      recordAgreements(ctx, [
        {
          input: agreementInput(home, shiraz, { number: 'O-1' }),
          original: original([
            ['Country', 'IR'],
            ['Date', 'May 2020'],
            ['Date', '=1+1'],
          ]),
        },
        {
          input: agreementInput(home, shiraz, { number: 'O-2' }),
          original: original([
            ['Country', 'Iran'],
            ['Notes', 'renewal pending'],
          ]),
        },
      ]),
  }
  await runAction(services, officer, action, undefined)
  const answer = await app.send(officer, contract.exportPortfolio, {
    query: { format: 'csv', text: 'o', partner: [shiraz], sort: 'number' },
  })
  const lines = answer.body
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))
  assert.deepEqual(lines[0]!.slice(0, 6), ['Country', 'Date', 'Date', 'Notes', 'Concord ID', 'Number'])
  const own = lines.filter(line => /^O-/.test(line[5]!))
  assert.deepEqual(
    own.map(line => [...line.slice(0, 4), line[5]]),
    [
      ['IR', 'May 2020', '=1+1', '', 'O-1'],
      ['Iran', '', '', 'renewal pending', 'O-2'],
    ],
  )
  const records = (
    await app.send(officer, contract.exportPortfolio, { query: { format: 'json', partner: [shiraz] } })
  ).json()
  assert.deepEqual(Object.keys(records[0]).slice(0, 5), ['Country', 'Date', 'Date (2)', 'Notes', 'id'])
})

test('a partnership sleeps only when nothing in it is awake, in the list as on its page', async () => {
  const partnerPulses = async (filter: PortfolioFilter = {}) =>
    new Map(
      (await app.call(officer, contract.listPartners, { query: filter })).items.map(one => [
        one.organisation.id,
        one.pulse,
      ]),
    )
  assert.equal((await partnerPulses()).get(baku), 'dormant')
  const inForceSince = testDay.subtract({ months: 3 }).toString()
  const [fresh] = await runAction(services, officer, seedAction, [
    agreementInput(home, baku, {
      number: 'C-1',
      signedOn: { on: inForceSince, precision: 'day' },
      inForceOn: { on: inForceSince, precision: 'day' },
      expiresOn: { on: testDay.add({ years: 5 }).toString(), precision: 'day' },
    }),
  ])
  assert.equal((await list({ id: [fresh!] })).items[0]!.pulse, 'new')
  assert.equal((await partnerPulses()).get(baku), 'new')
  assert.equal((await partnerPulses({ pulse: ['dormant'] })).has(baku), false)
  assert.equal((await partnerPulses({ pulse: ['new'] })).has(baku), true)
  const map = await app.call(officer, contract.getPortfolioMap, { query: { pulse: ['dormant'] } })
  assert.deepEqual(map.partners.find(one => one.id === baku)?.pulse, 'new', 'a filter does not change what it is')
  await run(takeStep, { id: fresh!, step: 'terminate', reason: 'test', version: 1 })
})
