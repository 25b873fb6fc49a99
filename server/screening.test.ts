// Tests of due diligence through the routes: lists come and change, people decide, decisions are kept and asked again when due.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixedClock } from '#core/time.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { agreementInput } from '#modules/agreements/testing/agreement-factory.ts'
import { makeOrganisation } from '#modules/ledger/testing/ledger-factory.ts'
import * as organisations from '#modules/registry/organisation.contract.ts'
import * as checks from '#modules/screening/check.contract.ts'
import * as lists from '#modules/screening/list.contract.ts'
import { simpleList, unList } from '#modules/screening/testing/invented-lists.ts'
import { createTestApp, type TestPerson } from './test-app.ts'

const clock = { at: fixedClock('2026-11-23T10:00:00Z') }
const { services, person } = await createTestApp({ now: () => clock.at.now() })
const { db, jobs } = services
const home = await makeOrganisation(db, 'Home University', true)
const partner = await makeOrganisation(db, 'Corvan Trading')
const administrator = await person('administrator')
const officer = await person('officer', home)
const second = await person('agreements_manager', home)
const coordinator = await person('coordinator', home)
const observer = await person('observer', home)
const auditor = await person('auditor', home)

async function load(listId: string, text: string, by: TestPerson = administrator) {
  const boundary = 'boundary-of-the-test'
  const response = await by.inject({
    method: 'POST',
    url: `/api/screening/lists/${listId}/versions`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`,
  })
  await jobs.drain()
  return response
}
const addList = (name: string, format: 'opensanctions_csv' | 'un_xml' = 'opensanctions_csv') =>
  administrator.call(lists.addScreeningList, { body: { name, format } })
const listNow = async (id: string) =>
  (await administrator.call(lists.listScreeningLists)).items.find(list => list.id === id)!
const ref = (id: string) => ({ subject: 'agreement', id })

let serial = 0
const agreement = async (more = {}) => {
  serial += 1
  const input = agreementInput(home, partner, { title: { en: `Memorandum ${serial}` }, ...more })
  return (await officer.call(agreements.createAgreement, { body: input })).id
}
const signed = (name: string) => ({
  parties: [
    { organisationId: home, side: 'home' as const },
    { organisationId: partner, side: 'partner' as const, signatoryName: name },
  ],
})
const start = async (id: string) => (await officer.call(checks.startRecordCheck, { params: ref(id) })).id
const look = (id: string, by = officer) => by.call(checks.getCheck, { params: { id } })
const openOf = (view: checks.CheckView) => view.matches.filter(match => match.isOpen)
const decide = (view: checks.CheckView, verdict: 'false_positive' | 'true_match' | 'escalated', more = {}) => {
  const match = openOf(view)[0] ?? view.matches[0]!
  return {
    params: { id: match.id },
    body: { verdict, reason: 'Looked at the papers', entryHash: match.entryHash, ...more },
  }
}
const answers = { dual_use: 'no', end_use: 'yes', military: 'no', ownership: 'yes', funding: 'no', personal_data: 'no' }
const answer = (id: string, given: Record<string, string> = answers) =>
  officer.call(checks.answerCheck, { params: { id }, body: { questionnaire: 0, answers: given } })

const first = await addList('First list')
const entries = [
  { id: '1', name: 'Ivan Sergeevich Zaryanov', aliases: 'Зарянов Иван', born: '1970-05-01', countries: 'kz' },
  { id: '2', schema: 'Company', name: 'Grey Heron Shipping', countries: 'ru' },
]

test('a list is read with what it did; the next version says what changed; a broken file changes nothing', async () => {
  await load(first.id, simpleList([...entries, { id: '2', name: 'Twice' }, { id: '3', name: '' }]))
  const [version] = (await listNow(first.id)).versions
  assert.deepEqual(
    [version!.state, version!.entries, version!.added, version!.changed, version!.gone, version!.notUnderstood],
    ['ready', 2, 2, 0, 0, 2],
  )
  assert.deepEqual(
    version!.problems.map(one => one.place),
    ['4', '5'],
  )
  const next = [
    { ...entries[0]!, countries: 'kz;ru' },
    { id: '4', name: 'Ana Brenn' },
  ]
  await load(first.id, simpleList(next))
  await load(first.id, unList)
  const { versions } = await listNow(first.id)
  assert.deepEqual(
    versions.map(one => [one.number, one.state, one.entries, one.added, one.changed, one.gone]),
    [
      [3, 'failed', 0, 0, 0, 0],
      [2, 'ready', 2, 1, 1, 1],
      [1, 'ready', 2, 2, 0, 0],
    ],
  )
  assert.match(versions[0]!.error!, /Missing: id, name/)
  assert.equal((await load(first.id, simpleList(next))).statusCode, 409)
  await load(first.id, simpleList(entries))
  assert.deepEqual((await listNow(first.id)).versions[0]!.added, 0)
})

test('a check compares signatories across scripts, a person decides, and the risk is rated before it is cleared', async () => {
  const record = await agreement(signed('Иван Сергеевич Зарянов'))
  const id = await start(record)
  const view = await look(id)
  assert.equal(view.state, 'possible_match')
  assert.deepEqual(
    view.parties.map(one => [one.role, one.name]),
    [
      ['party', 'Corvan Trading'],
      ['signatory', 'Иван Сергеевич Зарянов'],
    ],
  )
  assert.deepEqual(
    view.matches.map(one => [one.list, one.entry.number, one.isOpen]),
    [['First list', '1', true]],
  )
  assert.ok(view.matches[0]!.evidence.length > 0)
  assert.equal(await start(record), id)

  const decided = await officer.call(checks.decideCheckMatch, decide(view, 'false_positive'))
  assert.equal(decided.state, 'reviewed')
  const rate = (step: 'rate' | 'clear', version: number) => ({ params: { id }, body: { step, version } })
  const unanswered = await officer.refused(checks.stepCheck, rate('rate', decided.version))
  assert.equal(unanswered.code, 'screening.answers_missing')
  const answered = await answer(id)
  assert.deepEqual([answered.questionnaire.isComplete, answered.proposed.level], [true, 'low'])
  const rated = await officer.call(checks.stepCheck, rate('rate', answered.version))
  assert.deepEqual([rated.state, rated.rating], ['risk_rated', 'low'])
  const stale = await officer.refused(checks.stepCheck, rate('clear', 1))
  assert.equal(stale.code, 'record.stale_version')
  const cleared = await officer.call(checks.stepCheck, rate('clear', rated.version))
  assert.deepEqual([cleared.state, cleared.validTo], ['cleared', '2027-11-23'])

  const other = await start(await agreement(signed('Иван Сергеевич Зарянов')))
  const reused = await look(other)
  assert.equal(reused.state, 'reviewed')
  assert.equal(reused.matches[0]!.verdict?.reason, 'Looked at the papers')
})

test('only what is new or changed asks again when a list changes, and it says what', async () => {
  const id = await start(await agreement(signed('Ivan Zaryanov')))
  await officer.call(checks.decideCheckMatch, decide(await look(id), 'false_positive'))
  await load(first.id, simpleList([...entries, { id: '9', name: 'Ana Other' }]))
  assert.equal((await look(id)).state, 'reviewed')
  await load(first.id, simpleList([{ ...entries[0]!, born: '1971-06-02' }, entries[1]!]))
  const changed = await look(id)
  assert.equal(changed.state, 'possible_match')
  assert.deepEqual(
    changed.matches[0]!.changes.map(one => [one.of, one.field, one.from, one.to]),
    [['entry', 'birthDates', '1970-05-01', '1971-06-02']],
  )
  assert.equal(changed.news.length, 1)
  const old = await officer.refused(checks.decideCheckMatch, {
    params: { id: changed.matches[0]!.id },
    body: { verdict: 'false_positive', reason: 'Too late', entryHash: 'of another content' },
  })
  assert.equal(old.code, 'screening.match_gone')
  await load(first.id, simpleList(entries))
  assert.equal((await look(id)).state, 'reviewed', 'the decision about the former content holds again')
})

test('what is known of a party is weighed, and changes ask again', async () => {
  const id = await start(await agreement(signed('Zaryanov Ivan S.')))
  const view = await look(id)
  assert.equal(openOf(view).length, 1)
  const party = view.parties.find(one => one.role === 'signatory')!
  const described = await officer.call(checks.describeCheckParty, {
    params: { id: party.id },
    body: { names: [], birthDates: ['12 Jan 1999'], countries: ['UZ'], identifiers: [] },
  })
  assert.deepEqual(
    described.matches.filter(one => !one.hasGone),
    [],
    'another date of birth and another country',
  )
  assert.equal(described.state, 'clear')
})

test('an organisation that is renamed to a listed name is found without anybody asking', async () => {
  const renamed = await makeOrganisation(db, 'Institute of Quiet Waters')
  const input = agreementInput(home, renamed, { title: { en: 'Quiet waters' } })
  const { id: record } = await officer.call(agreements.createAgreement, { body: input })
  const id = await start(record)
  assert.equal((await look(id)).state, 'clear')
  const before = await officer.call(organisations.getOrganisation, { params: { id: renamed } })
  await officer.call(organisations.changeOrganisation, {
    params: { id: renamed },
    body: { name: 'Grey Heron Shipping', version: before.version },
  } as never)
  await jobs.drain()
  assert.equal((await look(id)).state, 'possible_match')
})

test('a confirmed match is not simply cleared; four eyes decide what was given on', async () => {
  const id = await start(await agreement(signed('Ivan Sergeevich Zarianov')))
  const escalated = await officer.call(checks.decideCheckMatch, decide(await look(id), 'escalated'))
  assert.equal(escalated.state, 'escalated')
  const same = await officer.refused(checks.decideCheckMatch, decide(escalated, 'false_positive'))
  assert.equal(same.code, 'record.forbidden')
  const confirmed = await second.call(checks.decideCheckMatch, decide(escalated, 'true_match'))
  assert.equal(confirmed.state, 'reviewed')
  assert.equal(confirmed.questionnaire.isLongDue, true)
  const long = { control_code: 'none', licence: 'not_needed', end_user: 'x', passing_on: 'no' }
  const answered = await answer(id, { ...answers, ...long, owners: 'x', funder: 'x', access: 'x' })
  assert.equal(answered.proposed.level, 'high')
  const step = (view: checks.CheckView, body: object) => ({ params: { id }, body: { version: view.version, ...body } })
  const lower = await officer.refused(checks.stepCheck, step(answered, { step: 'rate', rating: 'low' }) as never)
  assert.equal(lower.code, 'screening.rating_reason_needed')
  const rated = await officer.call(checks.stepCheck, step(answered, { step: 'rate' }) as never)
  const simply = await second.refused(checks.stepCheck, step(rated, { step: 'clear' }) as never)
  assert.equal(simply.code, 'screening.mitigations_needed')
  const conditional = await second.call(
    checks.stepCheck,
    step(rated, { step: 'clear_with_conditions', conditions: 'No access to the laboratory' }) as never,
  )
  assert.deepEqual([conditional.state, conditional.conditions], ['conditional', 'No access to the laboratory'])
})

test('validity and decisions run out by themselves', async () => {
  const record = await agreement(signed('Ivan Zaryanov Sergeevich'))
  const id = await start(record)
  let view = await officer.call(
    checks.decideCheckMatch,
    decide(await look(id), 'false_positive', { expiresOn: '2026-12-01' }),
  )
  view = await answer(id)
  view = await officer.call(checks.stepCheck, { params: { id }, body: { step: 'rate', version: view.version } })
  view = await officer.call(checks.stepCheck, {
    params: { id },
    body: { step: 'clear', version: view.version, validTo: '2027-01-01' },
  })
  assert.equal(view.state, 'cleared')
  clock.at = fixedClock('2026-12-05T10:00:00Z')
  await jobs.enqueue(db, 'screening.compare_due', {})
  await jobs.drain()
  view = await look(id)
  assert.deepEqual([view.state, view.openMatches, view.news.length], ['possible_match', 1, 1])
  clock.at = fixedClock('2026-11-23T10:00:00Z')
})

test('who sees the record sees how it stands; what was found is for those who check, decide or audit', async () => {
  const record = await agreement(signed('Ivan Zaryanov'))
  const id = await start(record)
  const summary = await observer.call(checks.getRecordCheck, { params: ref(record) })
  assert.equal(summary.check?.id, id)
  assert.deepEqual(Object.keys(summary.abilities).sort(), ['look', 'start'])
  assert.notEqual(summary.abilities.look, true)
  assert.equal((await observer.refused(checks.getCheck, { params: { id } })).status, 403)
  assert.equal((await observer.call(checks.listChecks)).total, 0)
  assert.equal((await look(id, auditor)).abilities.decide === true, false)
  const view = await look(id, coordinator)
  assert.equal(view.abilities.check, true)
  const refused = await coordinator.refused(checks.decideCheckMatch, decide(view, 'false_positive'))
  assert.equal(refused.status, 403)
  const stranger = await person('officer', await makeOrganisation(db, 'Other University', true))
  assert.equal((await stranger.refused(checks.getCheck, { params: { id } })).status, 404)
  assert.ok((await auditor.call(checks.listChecks)).total > 0)
})

test('the evidence is one page that cannot be made to run anything', async () => {
  const id = await start(await agreement(signed('<script>alert(1)</script> Zaryanov Ivan')))
  const response = await officer.inject({ url: `/api/screening/checks/${id}/evidence.html` })
  assert.equal(response.statusCode, 200)
  assert.match(String(response.headers['content-disposition']), /^attachment/)
  assert.ok(!response.body.includes('<script'))
  assert.match(response.body, /SHA-256 [\da-f]{64}/)
})

test('a list that is switched off or removed finds nothing any more', async () => {
  const id = await start(await agreement(signed('Zaryanov Ivan Sergeevich')))
  assert.equal((await look(id)).matches.filter(one => !one.hasGone).length, 1)
  const { version, name, format } = await listNow(first.id)
  await administrator.call(lists.changeScreeningList, {
    params: { id: first.id },
    body: { name, format, active: false, version },
  })
  await jobs.drain()
  assert.equal((await look(id)).matches.filter(one => !one.hasGone).length, 0)
  await administrator.call(lists.removeScreeningList, { params: { id: first.id } })
  assert.equal((await administrator.call(lists.listScreeningLists)).items.length, 0)
})
