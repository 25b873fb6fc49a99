// Tests of the questionnaire and of the rating that follows from it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLongStageDue, proposeRating, type RatingFacts } from '../rating.ts'
import { defaultSettings } from '../screening-settings.ts'
import { contradictions, longStageReasons, questionsDue, unanswered } from './questionnaire.ts'
import { starterQuestionnaire as starter } from './starter-questionnaire.ts'

const calm = { dual_use: 'no', end_use: 'yes', military: 'no', ownership: 'yes', funding: 'no', personal_data: 'no' }
const facts = (more: Partial<RatingFacts> = {}): RatingFacts => ({
  ...{ questionnaire: starter, answers: calm, countries: [], trueMatches: [], settings: defaultSettings, ...more },
})

test('the questionnaire to start from holds together and speaks three languages', () => {
  assert.deepEqual(contradictions(starter), [])
  const texts = [...starter.questions, ...starter.questions.flatMap(one => one.options ?? [])].map(one => one.text)
  for (const text of [...texts, ...starter.triggers.map(one => one.why), ...starter.rules.map(one => one.why)])
    assert.deepEqual(Object.keys(text), ['en', 'fa', 'ru'])
})

test('calm answers need the short stage only; each trigger brings the long one', () => {
  assert.deepEqual(longStageReasons(starter, calm), [])
  assert.equal(questionsDue(starter, calm, false).length, 6)
  assert.deepEqual(unanswered(questionsDue(starter, calm, false), calm), [])
  for (const trigger of starter.triggers)
    assert.equal(questionsDue(starter, { ...calm, [trigger.question]: trigger.answers[0]! }, false).length, 13)
})

test('the rating is the highest of its reasons, and says them', () => {
  assert.deepEqual(
    proposeRating(facts()).reasons.map(one => one.code),
    ['nothing'],
  )
  assert.equal(proposeRating(facts()).level, 'low')
  assert.equal(proposeRating(facts({ answers: { ...calm, personal_data: 'yes' } })).level, 'medium')
  assert.equal(proposeRating(facts({ answers: { ...calm, dual_use: 'yes', personal_data: 'yes' } })).level, 'high')
  assert.equal(proposeRating(facts({ trueMatches: [{ name: 'Ana', list: 'List' }] })).level, 'high')
})

test('a country counts only as this installation rates it', () => {
  assert.equal(isLongStageDue(facts({ countries: ['KZ'] })), false)
  const settings = {
    ...defaultSettings,
    countries: [{ country: 'KZ', level: 'medium' as const, why: 'Told by a test' }],
  }
  assert.equal(isLongStageDue(facts({ countries: ['KZ'], settings })), true)
  assert.equal(proposeRating(facts({ countries: ['KZ'], settings })).level, 'medium')
  assert.equal(proposeRating(facts({ countries: ['UZ'], settings })).level, 'low')
})

test('what does not hold together is named', () => {
  const text = { en: 'Text' }
  const broken = {
    questions: [
      { key: 'a', stage: 'short', kind: 'yes_no', text },
      { key: 'a', stage: 'long', kind: 'text', text },
      { key: 'b', stage: 'short', kind: 'choice', text, options: [{ key: 'one', text }] },
    ],
    triggers: [{ question: 'none', answers: ['yes'], why: text }],
    rules: [{ question: 'b', answers: ['two'], level: 'low', why: text }],
  } as const
  assert.deepEqual(contradictions(structuredClone(broken) as never), ['a', 'b', 'none'])
})
