// Tests of the search: what is found by which words, that nobody learns of what they may not see, and that it stays in step.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { QueryOf, ResponseOf } from '#core/contract.ts'
import { json, openPool } from '#core/database/connect.ts'
import { translator } from '#core/i18n.ts'
import { setGrants } from '#core/identity/accounts.ts'
import type { Actor } from '#core/identity/actor.ts'
import { findActor } from '#core/identity/session.ts'
import { newId } from '#core/ids.ts'
import { createTestDatabase } from '#core/testing.ts'
import type { AgreementInput } from '#modules/agreements/agreement.contract.ts'
import { nameAgreementReader } from '#modules/agreements/readers/reader.contract.ts'
import { openAgreementApp } from '#modules/agreements/testing/agreement-app.ts'
import { makeOrganisation, makePerson, makeWorld } from '#modules/agreements/testing/agreement-factory.ts'
import * as ledger from '#modules/ledger/ledger.contract.ts'
import { commitmentInput } from '#modules/ledger/testing/ledger-factory.ts'
import { countWords, groupsOf, noteWords } from './dictionary.store.ts'
import { findDocuments } from './document.store.ts'
import { keepText } from './file-text.store.ts'
import { markAll } from './invariants.store.ts'
import { refreshDocuments } from './refresh.ts'
import * as contract from './search.contract.ts'
import { searchModule } from './search.module.ts'
import { searchAll } from './search.ts'

const { db, connection } = await createTestDatabase()
const app = await openAgreementApp(db, [searchModule])
const world = await makeWorld(db)

/** The same database, with its queries counted. */
const counted = { db: openPool(connection, { slowMs: -1, onSlow: () => (counted.n += 1) }), n: 0 }
after(() => counted.db.destroy())

async function person(role: 'officer' | 'observer' | 'auditor' | 'administrator', home: string | null): Promise<Actor> {
  const { id } = await makePerson(db, new Set())
  await setGrants(db, id!, [{ role, scopeId: home }])
  return (await findActor(db, id!, '2026-11-23'))!
}

/** A fresh home with an officer, so that the tests do not see each other's agreements. */
async function office() {
  const home = await makeOrganisation(db, { home: true })
  const officer = await person('officer', home)
  const record = (more: Partial<AgreementInput>) => world.record({ homeId: home, ...more }, officer)
  return { home, officer, record }
}

type Answer = ResponseOf<typeof contract.searchEverything>
const ask = async (
  actor: Actor,
  q: string,
  more: Partial<QueryOf<typeof contract.searchEverything>> = {},
): Promise<Answer> => {
  await refreshDocuments(app.services)
  return app.call(actor, contract.searchEverything, { query: { q, ...more } })
}
const idsOf = ({ groups }: Answer, kind = 'agreement') =>
  groups.filter(group => group.kind === kind).flatMap(group => group.items.map(item => item.id))
const plain = (marked: { text: string; hit: boolean }[]) =>
  marked.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test('an agreement is found by its titles in every language, its number, and the beginning of a word', async () => {
  const { officer, record } = await office()
  const title = { en: 'Memorandum on glaciology', fa: 'یادداشت تفاهم یخچال‌شناسی', ru: 'Меморандум о гляциологии' }
  const id = await record({ number: 'GL-2024/17', title })
  for (const q of ['glaciology', 'memorandum glac', 'یخچال', 'гляциолог', 'GL-2024/17', '2024 gl', '"on glaciology"'])
    assert.deepEqual(idsOf(await ask(officer, q)), [id], q)
  for (const q of ['glaciology botany', '"glaciology memorandum"'])
    assert.deepEqual(idsOf(await ask(officer, q)), [], q)
  const [item] = (await ask(officer, 'glac')).groups[0]!.items
  assert.equal(plain(item!.title), 'Memorandum on [glaciology]')
  assert.deepEqual([item!.number, item!.path, item!.of], ['GL-2024/17', `/agreements/${id}`, 'University of Altamira'])
})

test('what is typed in other letters finds the same word', async () => {
  const { officer, record } = await office()
  const id = await record({ number: 'S-1', title: { ru: 'Соглашение с лабораторией Сеченова' } })
  const other = await record({ number: 'S-2', title: { fa: 'همکاری با دانشگاه فرودین' } })
  assert.deepEqual(idsOf(await ask(officer, 'sechenova')), [id])
  assert.deepEqual(idsOf(await ask(officer, 'farvardin')), [])
  assert.deepEqual(idsOf(await ask(officer, 'daneshgah frudin')), [other])
  assert.deepEqual(idsOf(await ask(officer, 'دانشگاه')).includes(other), true)
})

test('a slip of the pen is forgiven, and what was found instead is said', async () => {
  const { officer, record } = await office()
  const id = await record({ title: { en: 'Memorandum on speleology', ru: 'Меморандум о спелеологии' } })
  for (const [q, found] of [
    ['speloelogy', 'speleology'],
    ['speleologi', undefined],
    ['спилеологии', 'спелеологии'],
  ] as const) {
    const answer = await ask(officer, q)
    assert.deepEqual(idsOf(answer), [id], q)
    if (found) assert.deepEqual(answer.instead, [{ typed: q, found }])
  }
  assert.deepEqual((await ask(officer, 'speleology')).instead, [])
})

test('parties, kinds and fields in any language, contacts and commitments of an agreement', async () => {
  const { officer, record } = await office()
  const partner = await makeOrganisation(db, {
    name: 'Zarafshan Observatory',
    names: { ru: 'Зарафшанская обсерватория' },
  })
  const id = await record({
    title: { en: 'Framework' },
    kinds: ['protocol'],
    parties: [{ organisationId: partner, side: 'partner', signatory: null } as never],
  })
  for (const q of ['zarafshan', 'зарафшанская протокол', 'протокол framework'])
    assert.deepEqual(idsOf(await ask(officer, q)), [id], q)
  const { groups } = await ask(officer, 'zarafshan')
  assert.deepEqual(
    groups.map(group => [group.kind, group.total, group.atLeast]),
    [
      ['agreement', 1, false],
      ['organisation', 1, false],
    ],
  )
  assert.deepEqual(idsOf(await ask(officer, 'zarafshan', { kind: 'organisation' }), 'organisation'), [partner])
})

test('nobody learns of what they may not see: not by lists, counts, homes or suggestions', async () => {
  const [mine, theirs] = [await office(), await office()]
  const title = { en: 'Xylotheque accord' }
  const open = await mine.record({ title })
  const foreign = await theirs.record({ title: { en: 'Xylotheque accord elsewhere' } })
  const secret = await mine.record({ title: { en: 'Xylotheque accord unspoken' }, confidentiality: 'confidential' })
  const observer = await person('observer', mine.home)
  const seen = async (actor: Actor) => {
    const { groups, homes } = await ask(actor, 'xylotheque accord')
    return [groups.map(group => [group.kind, group.total]), homes.length, idsOf({ groups } as Answer).toSorted()]
  }
  assert.deepEqual(await seen(observer), [[['agreement', 1]], 0, [open]])
  assert.deepEqual(await seen(mine.officer), [[['agreement', 2]], 0, [open, secret].toSorted()])
  const administrator = await person('administrator', null)
  assert.deepEqual(await seen(administrator), [[['agreement', 2]], 2, [open, foreign].toSorted()])
  const auditor = await person('auditor', null)
  assert.deepEqual(await seen(auditor), [[['agreement', 3]], 2, [open, secret, foreign].toSorted()])
  // Whoever is named finds it, even where their role reaches nothing of that home.
  const colleague = await person('officer', mine.home)
  const elsewhere = await person('observer', theirs.home)
  for (const reader of [colleague, elsewhere])
    await app.call(mine.officer, nameAgreementReader, {
      params: { id: secret, personId: reader.id! },
      body: { isReader: true },
    })
  assert.deepEqual(await seen(colleague), [[['agreement', 2]], 0, [open, secret].toSorted()])
  assert.deepEqual(await seen(elsewhere), [[['agreement', 2]], 2, [foreign, secret].toSorted()])
  await app.call(mine.officer, nameAgreementReader, {
    params: { id: secret, personId: elsewhere.id! },
    body: { isReader: false },
  })
  assert.deepEqual(await seen(elsewhere), [[['agreement', 1]], 0, [foreign]])
  for (const q of ['unspoken', 'unspokne', 'elsewehre'])
    for (const one of q === 'elsewehre' ? [observer] : [observer, administrator]) {
      const { groups, instead } = await ask(one, q)
      assert.deepEqual([groups, instead], [[], []], q)
    }
})

test('who may see something follows at once, before anything is read again', async () => {
  const { home, officer, record } = await office()
  const id = await record({ title: { en: 'Quokka treaty' } })
  const observer = await person('observer', home)
  assert.deepEqual(idsOf(await ask(observer, 'quokka')), [id])
  const now = async (q: string) => idsOf(await app.call(observer, contract.searchEverything, { query: { q } }))
  await db.updateTable('agreement').set({ confidentiality: 'confidential' }).where('id', '=', id).execute()
  assert.deepEqual(await now('quokka'), [])
  await db.updateTable('agreement').set({ confidentiality: 'internal' }).where('id', '=', id).execute()
  assert.deepEqual(await now('quokka'), [id])
  await db.updateTable('agreement').set({ removed_at: '2026-11-23T00:00:00Z' }).where('id', '=', id).execute()
  assert.deepEqual(await now('quokka'), [])
  await db.updateTable('agreement').set({ removed_at: null }).where('id', '=', id).execute()
  assert.deepEqual(idsOf(await ask(officer, 'quokka')), [id])
})

test('a comment for some alone is found by these and by auditors', async () => {
  const { home, officer, record } = await office()
  const id = await record({ title: { en: 'Axolotl pact' } })
  const [colleague, auditor] = [await person('observer', home), await person('auditor', home)]
  const comment = { id: newId(), subject: 'agreement', subject_id: id, body: 'Mind the wolpertinger' }
  const onlyFor = { only_for: [officer.id!], posted_at: '2026-11-01T00:00:00Z' }
  await db
    .insertInto('record_comment')
    .values({ ...comment, ...onlyFor })
    .execute()
  const found = async (one: Actor) => (await ask(one, 'wolpertinger')).groups.map(group => [group.kind, group.total])
  assert.deepEqual(await found(officer), [['comment', 1]])
  assert.deepEqual(await found(auditor), [['comment', 1]])
  assert.deepEqual(await found(colleague), [])
  const { groups, instead } = await ask(colleague, 'wolpertnger')
  assert.deepEqual([groups, instead], [[], []])
})

test('commitments, activities, comments and files lead to their agreement', async () => {
  const { home, officer, record } = await office()
  const id = await record({ title: { en: 'Herbarium pact' }, number: 'H-9' })
  const body = commitmentInput(id, home, world.partner, { clause: 'Article 5: seedbank tours' })
  await app.call(officer, ledger.createCommitment, { body })
  const comment = {
    id: newId(),
    subject: 'agreement',
    subject_id: id,
    body: 'Ask about the mycelium',
    posted_at: '2026-11-01T00:00:00Z',
  }
  await db.insertInto('record_comment').values(comment).execute()
  const file = { id: newId(), sha256: 'a'.repeat(64), name: 'budget-tardigrade.docx', media_type: 'x', bytes: 10 }
  await db.insertInto('file').values(file).execute()
  const link = newId()
  await db
    .insertInto('file_link')
    .values({ id: link, file_id: file.id, subject_type: 'agreement', subject_id: id })
    .execute()
  const only = async (q: string) => {
    const { groups } = await ask(officer, q)
    return groups.map(({ kind, items: [item] }) => [
      kind,
      plain(item!.title),
      item!.excerpt && plain(item!.excerpt),
      item!.of,
      item!.path,
    ])
  }
  const of = 'Herbarium pact'
  assert.deepEqual(await only('seedbank'), [
    ['commitment', 'Student mobility', 'Article 5: [seedbank] tours', of, `/agreements/${id}?tab=commitments`],
  ])
  assert.deepEqual(await only('mycelium'), [
    ['comment', 'Herbarium pact', 'Ask about the [mycelium]', null, `/agreements/${id}?tab=discussion`],
  ])
  assert.deepEqual(await only('tardigrade'), [
    ['file', 'budget-[tardigrade].docx', null, of, `/agreements/${id}?tab=documents`],
  ])
  await keepText(db, file.sha256, 'First page. The axolotl programme costs 12 000 a year.', null)
  assert.deepEqual(await only('axolotl'), [
    [
      'file',
      'budget-tardigrade.docx',
      'First page. The [axolotl] programme costs 12 000 a year.',
      of,
      `/agreements/${id}?tab=documents`,
    ],
  ])
  await db.updateTable('file_link').set({ unlinked_at: '2026-11-23T00:00:00Z' }).where('id', '=', link).execute()
  assert.deepEqual(await only('axolotl'), [])
  await db
    .updateTable('record_comment')
    .set({ removed_at: '2026-11-23T00:00:00Z' })
    .where('id', '=', comment.id)
    .execute()
  assert.deepEqual(await only('mycelium'), [])
})

test('contacts are found where their home is read, accounts by administrators alone', async () => {
  const { home, officer } = await office()
  const id = newId()
  const name = 'Ekaterina Ptarmiganova'
  await db
    .insertInto('person')
    .values({ id, home_id: home, name, names: json({ ru: 'Екатерина Птармиганова' }), folded: '' })
    .execute()
  await db
    .insertInto('auth_user')
    .values({ id: newId(), name: 'Wombatina Burrow', email: 'wombatina@example.org' })
    .execute()
  const administrator = await person('administrator', null)
  assert.deepEqual(idsOf(await ask(officer, 'птармиганова'), 'person'), [id])
  assert.deepEqual(
    idsOf(await ask(await person('officer', await makeOrganisation(db, { home: true })), 'ptarmiganova'), 'person'),
    [],
  )
  assert.deepEqual((await ask(officer, 'wombatina')).groups, [])
  assert.deepEqual(
    (await ask(administrator, 'wombatina')).groups.map(group => group.kind),
    ['account'],
  )
  await db.deleteFrom('person').where('id', '=', id).execute()
  assert.deepEqual(
    idsOf(await app.call(officer, contract.searchEverything, { query: { q: 'птармиганова' } }), 'person'),
    [],
  )
})

test('one and three results cost the same number of queries', async () => {
  const { officer, record } = await office()
  const count = async (q: string) => {
    await refreshDocuments(app.services)
    const before = counted.n
    await searchAll(counted.db, officer, translator('en'), { text: q, limit: 5 })
    return counted.n - before
  }
  await record({ title: { en: 'Single marmot' } })
  for (let n = 0; n < 3; n += 1) await record({ title: { en: 'Triple marmots' } })
  const single = await count('single marmot')
  assert.equal(await count('triple marmots'), single)
})

test('questions without words, and any text at all, are answered', async () => {
  const { officer } = await office()
  for (const q of ['', '   ', '!!!', "';--", '&|!:*', '"', '«»', '\\', '(', '<->', "a'b\\c:*", '\u202e'])
    assert.deepEqual((await ask(officer, q)).instead, [], q)
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 60, unit: 'binary' }), async text => {
      const { groups } = await searchAll(db, officer, translator('en'), { text, limit: 3 })
      assert.equal(Array.isArray(groups), true)
    }),
    { numRuns: 25 },
  )
})

test('among very many documents, frequent words and beginnings tell no more than rare ones', async () => {
  const [mine, theirs] = [await office(), await office()]
  const id = await mine.record({ title: { en: 'Everywhere accord' } })
  await refreshDocuments(app.services)
  await sql`insert into search_document (kind, subject_id, record_type, record_id, home_id, words, said_at)
    select 'agreement', gen_random_uuid(), 'agreement', gen_random_uuid(), ${theirs.home}, (${`'everywhere':1A '^everywhere' '@${theirs.home}'`})::tsvector, now()
    from generate_series(1, 25000)`.execute(db)
  await sql`analyze search_document`.execute(db)
  await noteWords(db, new Set(['everywhere', `@${mine.home}`, `@${theirs.home}`]))
  await countWords(db)
  const both = { ...mine.officer, reads: new Set([mine.home, theirs.home]) }
  const many = { ...both, reads: new Set([mine.home, ...Array.from({ length: 20 }, newId)]) }
  for (const q of ['everywhere ', 'everyw', '"everywhere"', 'everywhere accord'])
    for (const reader of [mine.officer, many]) {
      const { groups } = await searchAll(db, reader, translator('en'), { text: q, limit: 5 })
      assert.deepEqual(
        groups.map(group => [group.kind, group.total, group.items.map(item => item.id)]),
        [['agreement', 1, [id]]],
        q,
      )
    }
  const groups = await groupsOf(db, [{ word: 'everywhere', isCutOff: true }])
  const { candidates, isWhole } = await findDocuments(db, groups, [], { actor: both })
  assert.deepEqual([candidates.length > 200, isWhole], [true, false])
  await sql`delete from search_document where home_id = ${theirs.home}`.execute(db)
})

test('documents agree with their records after all of this', async () => {
  await refreshDocuments(app.services)
  for (const invariant of searchModule.invariants!) assert.deepEqual(await invariant.check(db), [], invariant.name)
  await countWords(db)
  assert.equal(await markAll(db), await refreshDocuments(app.services))
  await sql`delete from search_document where id = (select min(id) from search_document)`.execute(db)
  assert.equal((await searchModule.invariants![0]!.check(db)).length, 1)
})
