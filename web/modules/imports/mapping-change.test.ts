// Corrections add up: other columns stay, later answers win, options of a column are kept.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { columnLetter } from './columns/column-letter.ts'
import { openQuestions } from './columns/questions.ts'
import { isEmpty, joinChanges, nothing } from './mapping-change.ts'

describe('corrections of a plan', () => {
  it('keeps what was said about other columns', () => {
    const first = { columns: [{ index: 0, meaning: 'partner' }] }
    const second = { columns: [{ index: 3, meaning: 'signed_on', options: { dateOrder: 'dmy' } }] }
    assert.deepEqual(joinChanges(first, second), {
      columns: [
        { index: 0, meaning: 'partner' },
        { index: 3, meaning: 'signed_on', options: { dateOrder: 'dmy' } },
      ],
    })
  })

  it('lets the later answer about a column win and keeps its other options', () => {
    const first = {
      columns: [{ index: 3, meaning: 'signed_on', options: { dateOrder: 'dmy', calendar: 'gregorian' } }],
    }
    const second = { columns: [{ index: 3, meaning: 'expires_on', options: { dateOrder: 'mdy' } }] }
    assert.deepEqual(joinChanges(first, second), {
      columns: [{ index: 3, meaning: 'expires_on', options: { dateOrder: 'mdy', calendar: 'gregorian' } }],
    })
  })

  it('adds options of the import to a sheet that was chosen before', () => {
    assert.deepEqual(
      joinChanges({ sheet: 'List', options: { doubtful: 'skip' } }, { options: { commitments: 'all' } }),
      {
        sheet: 'List',
        options: { doubtful: 'skip', commitments: 'all' },
      },
    )
  })

  it('is empty when nothing was said', () => {
    assert.equal(isEmpty(joinChanges(nothing, nothing)), true)
  })
})

describe('columns', () => {
  it('are named as in a spreadsheet', () => {
    assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(columnLetter), ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })

  it('have an open question until it is answered', () => {
    const question = { code: 'date_order', text: '', option: 'dateOrder', choices: [], examples: [] }
    const column = {
      index: 0,
      source: 'Signed',
      meaning: 'signed_on',
      confidence: 1,
      reasons: [],
      alternatives: [],
      samples: [],
      filled: 3,
    }
    const columns = [
      { ...column, question, options: {} },
      { ...column, index: 1, question, options: { dateOrder: 'dmy' } },
      { ...column, index: 2, question: null, options: {} },
    ]
    assert.deepEqual(
      openQuestions({ columns }).map(each => each.index),
      [0],
    )
  })
})
