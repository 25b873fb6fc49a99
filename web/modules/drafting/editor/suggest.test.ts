// Tests of suggesting: whatever is done, the text without suggestions stays the same, and taking them in gives what was meant.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import fc from 'fast-check'
import type { DraftBlock } from '#modules/drafting/draft-form.states.ts'
import { isMereSuggestion, newSuggestionId, settle, takenIn, turnedDown } from '#modules/drafting/suggestions.states.ts'
import { cellSchema } from './cell-schema.ts'
import { asSuggestions } from './suggest.ts'

const begin = (...lines: string[]): EditorState =>
  EditorState.create({
    doc: cellSchema.node(
      'doc',
      null,
      lines.map(line => cellSchema.node('paragraph', null, line ? [cellSchema.text(line)] : [])),
    ),
  })

function blocksOf(state: EditorState): DraftBlock[] {
  const blocks: DraftBlock[] = []
  state.doc.forEach(node => {
    const runs: DraftBlock['runs'] = []
    node.forEach(text => {
      const id = (name: string) => text.marks.find(mark => mark.type.name === name)?.attrs.id as string | undefined
      const [insertion, deletion] = [id('insertion'), id('deletion')]
      runs.push({ text: text.text!, ...(insertion && { insertion }), ...(deletion && { deletion }) })
    })
    blocks.push({ kind: 'paragraph', ordered: false, depth: 0, runs })
  })
  return blocks
}
const lines = (blocks: readonly DraftBlock[]) => blocks.map(block => block.runs.map(run => run.text).join(''))

let made = 0
const suggest = (state: EditorState, who: string, edit: (tr: Transaction) => Transaction): EditorState => {
  made += 1
  return state.apply(asSuggestions(edit(state.tr), state, { key: who, newId: () => newSuggestionId(who, made) }))
}

test('typing, replacing and deleting leave the text as it was until they are taken in', () => {
  let state = begin('valid for 5 years', 'second')
  state = suggest(state, 'a', tr => tr.insertText('3', 11, 12))
  assert.deepEqual(lines(settle(blocksOf(state), turnedDown)), ['valid for 5 years', 'second'])
  assert.deepEqual(lines(settle(blocksOf(state), takenIn)), ['valid for 3 years', 'second'])
  state = suggest(state, 'a', tr => tr.insertText('!', tr.doc.content.size - 1))
  assert.deepEqual(lines(settle(blocksOf(state), takenIn)), ['valid for 3 years', 'second!'])
})

test('a paragraph is split and two are joined', () => {
  const split = suggest(begin('one two'), 'a', tr => tr.split(4))
  assert.deepEqual(lines(settle(blocksOf(split), turnedDown)), ['one two'])
  assert.deepEqual(lines(settle(blocksOf(split), takenIn)), ['one', ' two'])
  const joined = suggest(begin('one', 'two'), 'a', tr => tr.delete(4, 6))
  assert.deepEqual(lines(settle(blocksOf(joined), turnedDown)), ['one', 'two'])
  assert.deepEqual(lines(settle(blocksOf(joined), takenIn)), ['onetwo'])
})

test('whatever two people do, it is mere suggestions of the one who did it', () => {
  const step = fc.record({
    who: fc.constantFrom('a', 'b'),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(9),
    text: fc.constantFrom('', 'x', 'سلام ', '\u200cab'),
    splits: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      let state = begin('The parties exchange five students.', '', 'Каждый год')
      const untouched = lines(settle(blocksOf(state), turnedDown))
      for (const { who, from, length, text, splits } of steps) {
        const size = state.doc.content.size
        const start = TextSelection.near(state.doc.resolve(Math.floor(from * size))).from
        const end = TextSelection.near(state.doc.resolve(Math.min(size, start + length)), -1).to
        const before = blocksOf(state)
        state = suggest(state, who, tr => {
          if (end > start) tr.delete(start, end)
          if (text) tr.insertText(text, start)
          return splits ? tr.split(start) : tr
        })
        state.doc.check()
        assert.ok(isMereSuggestion(before, blocksOf(state), who))
        assert.deepEqual(lines(settle(blocksOf(state), turnedDown)), untouched)
      }
    }),
    { numRuns: 400 },
  )
})
