// Templates become texts: variables in each language's way, alternatives, commitments, what is still open; the start set is whole.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextClause } from '../text/document-text.ts'
import { checkClause, checkTemplate } from './check-content.ts'
import { instantiateTemplate, type SourceClause, type TemplateSource } from './instantiate.ts'
import { startClauses, startTemplates } from './start-set/start-set.ts'

const clauses = new Map(
  startClauses.map(({ origin, content }): [string, SourceClause] => [
    origin,
    { itemId: origin, version: 1, isApproved: true, isRetired: false, content: checkClause(content) },
  ]),
)

function source(name: string): TemplateSource {
  const { content } = startTemplates.find(one => one.origin === name)!
  const parts = content.parts.map(({ clause, role, alternative }) => ({ clauseId: clause, role, alternative }))
  return { id: name, version: 1, content: { ...content, parts }, clauses }
}

const said = (clause: TextClause | undefined, language: string): string =>
  clause?.versions[language]?.blocks.map(block => block.runs.map(run => run.text).join('')).join('\n') ?? ''

test('every clause of the start set is written in three languages with the same shape and variables', () => {
  for (const { itemId, content } of clauses.values())
    for (const { versions } of content.alternatives) {
      assert.deepEqual(Object.keys(versions), ['en', 'fa', 'ru'], itemId)
      const shape = (language: string) => versions[language]!.blocks.map(block => block.kind)
      const names = (language: string) =>
        versions[language]!.blocks.flatMap(block => block.runs.flatMap(run => run.variable ?? [])).sort()
      for (const language of ['fa', 'ru']) {
        assert.deepEqual(shape(language), shape('en'), itemId)
        assert.deepEqual(names(language), names('en'), itemId)
      }
    }
})

test('every template of the start set names its clauses and the questions in three languages', () => {
  const named = new Map(
    [...clauses].map(([id, { content }]) => [id, { homeId: null, keys: content.alternatives.map(one => one.key) }]),
  )
  for (const { origin } of startTemplates) {
    const template = source(origin)
    checkTemplate(template.content, null, named)
    const { text, variables, notices } = instantiateTemplate(template, ['en', 'fa', 'ru'])
    assert.equal(text.clauses.length, template.content.parts.length)
    assert.deepEqual(notices, [])
    for (const { key, question } of variables) assert.deepEqual(Object.keys(question), ['en', 'fa', 'ru'], key)
  }
})

test('values are written in the way of each language, and promises take them', () => {
  const { text, promises, variables } = instantiateTemplate(source('template.joint_project'), ['fa', 'en', 'ru'], {
    values: {
      'party.home': { en: 'University A', fa: 'دانشگاه الف' },
      project_title: 'Catalysts',
      project_end: '2027-03-20',
      'contribution.home': { amount: '12500', currency: 'EUR' },
      person_months: '3',
    },
  })
  assert.deepEqual(text.languages, ['fa', 'en', 'ru'])
  const subject = text.clauses.find(one => said(one, 'en').includes('Catalysts'))
  assert.match(said(subject, 'en'), /complete it by 20 March 2027\./)
  assert.match(said(subject, 'fa'), /تا تاریخ ۲۹ اسفند ۱۴۰۵ به پایان/)
  assert.match(said(subject, 'ru'), /20 марта 2027 г\./)
  assert.match(said(text.clauses[0], 'ru'), /^University A и \[полное наименование партнёра\], далее/)
  assert.match(said(text.clauses[0], 'fa'), /^دانشگاه الف و \[نام کامل طرف همکار\]/)
  const funding = promises.filter(one => one.kind === 'funding')
  assert.deepEqual(
    funding.map(one => [one.direction, one.quantity, one.currency, one.quantityVariable]),
    [
      ['home_to_partner', '12500', 'EUR', null],
      ['partner_to_home', null, null, 'contribution.partner'],
    ],
  )
  assert.equal(promises.find(one => one.unit === 'person_month')?.quantity, '3')
  const open = variables.map(one => one.key)
  assert.equal(open.includes('person_months'), false)
  assert.equal(open.includes('contribution.partner'), true)
})

test('a choice left open takes the first way and is listed; a chosen one is used', () => {
  const template = source('template.student_exchange')
  const first = instantiateTemplate(template, ['en'])
  const places = first.choices.find(one => one.title.en === 'Number of students')
  assert.deepEqual([places?.chosen, places?.choices.map(one => one.key)], ['a', ['a', 'b']])
  const second = instantiateTemplate(template, ['en'], { choices: { exchange_places: 'b' } })
  assert.deepEqual(
    [first, second].map(made => made.promises.find(one => one.quantityVariable === 'students_per_year')?.comparator),
    ['at_least', 'at_most'],
  )
  assert.equal(second.origins.find(one => one.itemId === 'exchange_places')?.alternative, 'b')
})

test('a language that a clause does not have leaves an empty version and a notice', () => {
  const { text, notices } = instantiateTemplate(source('template.memorandum'), ['en', 'zh'])
  assert.deepEqual(text.clauses[1]?.versions.zh, { heading: [], blocks: [] })
  assert.equal(notices.length, text.clauses.length)
  assert.deepEqual(new Set(notices.map(one => one.kind)), new Set(['language_missing']))
})
