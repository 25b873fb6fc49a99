// Tests of weighing: facts move the score as their weights say, within 0 and 1, and every move is told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ListEntry } from '../lists/list-entry.ts'
import { factEvidenceTerms } from '../screening.terms.ts'
import { type PartyFacts, weighMatch } from './weigh-match.ts'

const entry = (more: Partial<ListEntry> = {}): ListEntry => ({
  ...{ externalId: '1', kind: 'person', names: ['Ana Brenn'], birthDates: [], countries: [], identifiers: [] },
  ...{ programmes: [], remarks: null, ...more },
})
const facts = (more: Partial<PartyFacts> = {}): PartyFacts => ({
  ...{ kind: 'person', names: ['Ana Brenn'], birthDates: [], countries: [], identifiers: [], ...more },
})
const weigh = (party: Partial<PartyFacts>, listed: Partial<ListEntry>, likeness = 0.85) => {
  const { score, evidence } = weighMatch({ likeness, evidence: [] }, facts(party), entry(listed))
  return [score, ...evidence.map(one => one.code)]
}

const table: [string, Partial<PartyFacts>, Partial<ListEntry>, (string | number)[]][] = [
  ['nothing but the name', {}, {}, [0.85]],
  ['the same day', { birthDates: ['1970-05-01'] }, { birthDates: ['1970-05-01'] }, [0.93, 'birth_date_same']],
  ['a year in a span', { birthDates: ['1970'] }, { birthDates: ['1965..1971'] }, [0.89, 'birth_year_same']],
  ['a month of the year', { birthDates: ['1970-05'] }, { birthDates: ['1970'] }, [0.89, 'birth_year_same']],
  ['another day', { birthDates: ['1970-05-01'] }, { birthDates: ['1970-05-02'] }, [0.65, 'birth_date_differs']],
  ['the same country', { countries: ['KZ', 'RU'] }, { countries: ['RU'] }, [0.88, 'country_same']],
  ['another country', { countries: ['KZ'] }, { countries: ['RU'] }, [0.8, 'country_other']],
  ['a country unknown to one side', { countries: ['KZ'] }, {}, [0.85]],
  ['the same paper', { identifiers: ['n 123-4567'] }, { identifiers: ['N1234567'] }, [1, 'identifier_same']],
  ['a paper too short to say anything', { identifiers: ['12'] }, { identifiers: ['12'] }, [0.85]],
  ['a ship of that name', {}, { kind: 'other' }, [0.73, 'kind_other']],
]
for (const [what, party, listed, expected] of table)
  test(`weighed: ${what}`, () => assert.deepEqual(weigh(party, listed), expected))

const years = fc.integer({ min: 1900, max: 2010 }).map(String)
const partOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 })
const country = fc.constantFrom('KZ', 'RU', 'IR', 'UZ')

test('any facts give a score of 0 to 1 and reasons that have words', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.record({ birthDates: partOf(years), countries: partOf(country), identifiers: partOf(fc.string()) }),
      fc.record({ birthDates: partOf(years), countries: partOf(country), identifiers: partOf(fc.string()) }),
      (likeness, party, listed) => {
        const [score, ...codes] = weigh(party, listed, likeness)
        assert.ok((score as number) >= 0 && (score as number) <= 1)
        for (const code of codes) assert.ok(Object.hasOwn(factEvidenceTerms, code))
      },
    ),
  )
})
