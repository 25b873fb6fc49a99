// Filters in addresses: setting, removing and recognising parts.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { filterReaders, holdsFilter, withFilter, withoutFilter } from './portfolio-filter.ts'

describe('the filter in the address', () => {
  it('sets parts on top and drops empty ones', () => {
    assert.deepEqual(withFilter({ view: 'map', text: 'a' }, { state: ['in_force', 'suspended'], text: '' }), {
      view: 'map',
      state: 'in_force,suspended',
    })
  })
  it('recognises a part that is on, however it is written', () => {
    assert.equal(holdsFilter({ state: 'in_force,suspended' }, { state: ['in_force', 'suspended'] }), true)
    assert.equal(holdsFilter({ expiringWithinDays: 365 }, { expiringWithinDays: '365' }), true)
    assert.equal(holdsFilter({ state: 'in_force' }, { pulse: ['dormant'] }), false)
    assert.equal(holdsFilter({ view: 'map' }, {}), false)
  })
  it('takes parts away', () => {
    assert.deepEqual(withoutFilter({ view: 'map', pulse: 'dormant' }, ['pulse']), { view: 'map' })
  })
  it('reads codes, days and flags as the address gives them', () => {
    assert.deepEqual(filterReaders.field('05,061'), ['05', '061'])
    assert.deepEqual(filterReaders.field(7), ['07'])
    assert.equal(filterReaders.endsFrom('2027-01-01'), '2027-01-01')
    assert.equal(filterReaders.endsFrom('tomorrow'), undefined)
    assert.equal(filterReaders.reviewDue('false'), false)
    assert.equal(filterReaders.hasUnkept(true), true)
  })
})
