// Tests of working-day calendars through the routes: weekends and holidays are data, changed by administrators only.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWorkingDay } from '#core/working-days.ts'
import { makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import { createTestApp } from '#server/test-app.ts'
import * as contract from './calendar.contract.ts'
import { calendarsOf } from './calendar.store.ts'

const { services, person } = await createTestApp()
const { db } = services
await makeOrganisation(db, 'Home University', true)
const administrator = await person('administrator')
const officer = await person('officer')
const params = { country: 'IR' }
const query = { year: 2027 }

test('the weekend of a country may be changed and go back to the usual', async () => {
  await administrator.call(contract.setWeekend, { params, body: { days: [5, 4] } })
  const own = await officer.call(contract.getCalendar, { params, query })
  assert.deepEqual([own.weekend, own.usualWeekend], [[4, 5], [5]])
  await administrator.call(contract.setWeekend, { params, body: { days: null } })
  assert.deepEqual((await officer.call(contract.getCalendar, { params, query })).weekend, [5])
  assert.equal((await officer.refused(contract.setWeekend, { params, body: { days: [1] } })).status, 403)
})

test('holidays come from files, again without a change, and are named and taken out by hand', async () => {
  const text = 'date,name_en,name_fa\n2027-03-21,New year,نوروز\n2027-03-22,New year,نوروز\nx,y,z\n'
  const bring = () => administrator.call(contract.importHolidays, { params, body: { file: 'holidays.csv', text } })
  const first = await bring()
  assert.deepEqual([first.added, first.changed, first.same, first.left.map(one => one.line)], [2, 0, 0, [4]])
  const { added, same } = await bring()
  assert.deepEqual([added, same], [0, 2])
  await administrator.call(contract.putHoliday, { params, body: { onDay: '2027-03-22', name: 'Second day' } })
  const { holidays } = await officer.call(contract.getCalendar, { params, query })
  assert.deepEqual(
    holidays.map(one => [one.onDay, one.name.en, one.name.fa, one.source]),
    [
      ['2027-03-21', 'New year', 'نوروز', 'holidays.csv'],
      ['2027-03-22', 'Second day', 'نوروز', 'holidays.csv'],
    ],
  )
  const calendar = (await calendarsOf(db, ['IR'], '2027-01-01', '2027-12-31')).get('IR')!
  const works = ['2027-03-20', '2027-03-21', '2027-03-26'].map(day =>
    isWorkingDay(Temporal.PlainDate.from(day), calendar),
  )
  assert.deepEqual(works, [true, false, false])
  await administrator.call(contract.removeHoliday, { params: { country: 'IR', id: holidays[0]!.id } })
  assert.equal((await officer.call(contract.getCalendar, { params, query })).holidays.length, 1)
  assert.equal(
    (await officer.refused(contract.removeHoliday, { params: { country: 'IR', id: holidays[1]!.id } })).status,
    403,
  )
})
