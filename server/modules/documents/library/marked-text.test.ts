// Marked text: what people write becomes blocks, and blocks come back as they were written.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseClause, variablesIn, writeClause } from './marked-text.ts'

test('paragraphs, points, styles and variables are read', () => {
  assert.deepEqual(
    parseClause({
      heading: 'Exchange of **students**',
      body: 'Each Side sends {{ students.number }} students.\n\n- one\n  1. *deep*\n۲. دو',
    }),
    {
      heading: [{ text: 'Exchange of ' }, { text: 'students', bold: true }],
      blocks: [
        {
          kind: 'paragraph',
          runs: [{ text: 'Each Side sends ' }, { text: '', variable: 'students.number' }, { text: ' students.' }],
        },
        { kind: 'point', ordered: false, depth: 0, runs: [{ text: 'one' }] },
        { kind: 'point', ordered: true, depth: 1, runs: [{ text: 'deep', italic: true }] },
        { kind: 'point', ordered: true, depth: 0, runs: [{ text: 'دو' }] },
      ],
    },
  )
})

test('a backslash takes a sign for itself', () => {
  const { blocks } = parseClause({
    heading: '',
    body: '\\- no point, \\*no style\\*, \\{{no_variable}} and {{No Variable}}',
  })
  assert.deepEqual(blocks, [
    { kind: 'paragraph', runs: [{ text: '- no point, *no style*, {{no_variable}} and {{No Variable}}' }] },
  ])
})

test('what was read and written reads the same again', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('**', '*', '{{a.b}}', '\\', '\n', '- ', '1. ', '  ', '{', '}', 'ماده', '{{', '}}'),
  )
  fc.assert(
    fc.property(fc.array(piece), fc.array(piece), (heading, body) => {
      const once = writeClause(parseClause({ heading: heading.join(''), body: body.join('') }))
      assert.deepEqual(writeClause(parseClause(once)), once)
    }),
    { numRuns: 1000 },
  )
})

test('variables are named once, in their order', () => {
  assert.deepEqual(variablesIn('{{b}} {{a}} {{b}} \\{{c}}'), ['b', 'a'])
})
