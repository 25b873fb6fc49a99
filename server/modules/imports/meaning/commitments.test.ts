// Promises found in texts of agreements in five languages: kinds, numbers, how often, conditions, and the exact words.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type ProposedCommitment, proposeCommitments } from './commitments.ts'
import { commitmentsFromQuota } from './quota.ts'

function line(each: ProposedCommitment): string {
  const period = each.period.kind === 'every_n_years' ? `every_${each.period.years}_years` : each.period.kind
  const way = each.pair ? 'both' : each.promisor
  return [each.kind, each.quantity ?? 'some', each.unit, each.comparator, period, way, each.condition].join(' ')
}

/** One line a promise; of a pair only the home side's. */
const read = (text: string) =>
  proposeCommitments(text)
    .filter(each => !each.pair || each.promisor === 'home')
    .map(line)

const cases: [string, string[]][] = [
  ['strive to nominate two students each semester', ['student_mobility 2 person at_least per_semester both none']],
  [
    'Each party may send up to five (5) students per academic year, subject to availability of funds',
    ['student_mobility 5 person at_most per_academic_year both subject_to_funds'],
  ],
  ['joint conferences every two years', ['event some event at_least every_2_years both none']],
  [
    'exchange of students and staff, joint research, publications',
    [
      'student_mobility some person at_least whole_term both none',
      'staff_mobility some person at_least whole_term both none',
      'joint_project some project at_least whole_term both none',
      'publication some publication at_least whole_term both none',
    ],
  ],
  ['Exchange of academic information and materials', ['resource_access some document at_least whole_term both none']],
  ['double degree', ['joint_degree some learner at_least whole_term both none']],
  ['recognise credits earned', ['recognition some decision at_least whole_term both none']],
  [
    'identification of opportunities for commercialisation',
    ['technology_transfer some deal at_least whole_term both none'],
  ],
  [
    '10 person-months of staff exchange per year',
    ['staff_mobility 10 person_month at_least per_calendar_year both none'],
  ],
  ['2 students per year for one semester each', ['student_mobility 2 person at_least per_calendar_year both none']],
  ['Agreement valid for 5 years', []],
  [
    'Обмен студентами (5 человек в год) и преподавателями',
    [
      'student_mobility 5 person at_least per_calendar_year both none',
      'staff_mobility some person at_least per_calendar_year both none',
    ],
  ],
  ['проведение конференций раз в два года', ['event some event at_least every_2_years both none']],
  [
    'обмен научной информацией при наличии финансирования',
    ['resource_access some document at_least whole_term both subject_to_funds'],
  ],
  ['До 3 студентов в учебный год', ['student_mobility 3 person at_most per_academic_year both none']],
  [
    'تبادل سالانه ۵ دانشجو در صورت تامین اعتبار',
    ['student_mobility 5 person at_least per_calendar_year both subject_to_funds'],
  ],
  ['هر سال حداکثر ۳ نفر دانشجو اعزام', ['student_mobility 3 person at_most per_calendar_year home none']],
  [
    'تبادل استاد و دانشجو، برگزاری همایش',
    [
      'staff_mobility some person at_least whole_term both none',
      'student_mobility some person at_least whole_term both none',
      'event some event at_least whole_term both none',
    ],
  ],
  ['Intercambio de estudiantes (2 por semestre)', ['student_mobility 2 person at_least per_semester both none']],
  ['investigación conjunta', ['joint_project some project at_least whole_term both none']],
  ['Échange d’étudiants : 4 par an', ['student_mobility 4 person at_least per_calendar_year both none']],
  ['projets de recherche communs', ['joint_project some project at_least whole_term both none']],
]

describe('promises', () => {
  for (const [text, expected] of cases) test(text, () => assert.deepEqual(read(text), expected))
})

test('numbered points become clauses quoted as written', () => {
  const text = '1. Exchange  of students; 2. Joint research\n3) تبادل استاد'
  assert.deepEqual(
    [...new Set(proposeCommitments(text).map(each => each.clause.words))],
    ['Exchange  of students', 'Joint research', 'تبادل استاد'],
  )
})

test('conditions and softeners keep their words', () => {
  const [first] = proposeCommitments('The Parties will strive to exchange staff Subject to Funds')
  assert.deepEqual([first?.conditionWords, first?.softener], ['Subject to Funds', 'strive to'])
})

test('quota columns give ceilings, one for each direction', () => {
  const option = { kind: 'student_mobility', direction: 'both', unit: 'person' } as const
  assert.deepEqual(
    commitmentsFromQuota(5, option, 3).commitments.map(line),
    Array(2).fill('student_mobility 5 person at_most per_academic_year both none'),
  )
  assert.deepEqual(
    commitmentsFromQuota('2, 2', option, 3).doubts.map(each => each.code),
    ['quota_not_understood'],
  )
  assert.deepEqual(commitmentsFromQuota(0, option, 3), { commitments: [], doubts: [] })
  assert.deepEqual(
    commitmentsFromQuota('many', option, 3).doubts.map(each => each.code),
    ['quota_not_understood'],
  )
})

test('clauses are exact quotes and every number stands in the text', () => {
  const word = fc.constantFrom(
    'exchange of',
    'students',
    '5',
    'студентов',
    'joint research',
    '۳',
    'دانشجو',
    'تبادل',
    ';',
    ',',
    '\n',
    'per year',
    'two',
    'профессоров',
    'é',
    '\u202e',
    '2019',
    '1.',
    '(',
    ')',
    '😀',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(word, { maxLength: 14 }).map(words => words.join(' ')),
      ),
      text => {
        for (const each of proposeCommitments(text)) {
          assert.equal(text.slice(each.clause.start, each.clause.end), each.clause.words)
          if (each.quantity !== null)
            assert.ok(
              ['5', '3', '2', '1'].includes(each.quantity) || text.normalize('NFKC').includes(each.quantity),
              each.quantity,
            )
        }
      },
    ),
    { numRuns: 300 },
  )
})
