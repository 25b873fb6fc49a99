// The table of who may do what with comments, tasks, links and tags, for each role.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, anonymous, type Grant, personWith, reaches } from '#core/identity/actor.ts'
import { readsConfided } from '#core/identity/confided.ts'
import { type Role, roles } from '#core/identity/roles.terms.ts'
import { newId } from '#core/ids.ts'
import type { RecordAccess } from '#core/records.ts'
import { canChangeComment, canRemoveComment, canTalk } from './collaboration.policy.ts'
import { canLink, canPutTag, canTag, canUnlink, canWriteTag } from './relation.policy.ts'
import { areColleagues, canCreateTask, canReadTask, canWorkOnTask } from './task.policy.ts'

const [home, elsewhere] = [newId(), newId()]

function personAt(scopeId: string | null, ...given: Role[]): Actor {
  const reach = scopeId === null ? 'everywhere' : new Set([scopeId])
  const grants = given.map((role): Grant => ({ role, scopeId, reach }))
  return personWith({ id: newId(), name: 'Person', email: null, language: 'en' }, grants)
}

/** A record that is seen and written as agreements are; a confidential one by its readers. */
const recordOf = (homeId: string | null, readerIds?: readonly string[]): RecordAccess => ({
  ...{ subject: 'agreement', id: newId(), title: {}, number: null, path: '/', homeId, unitId: null, ownerId: null },
  confidential: readerIds !== undefined,
  decide: actor => {
    const at = homeId ?? home
    const read = readerIds
      ? readsConfided(actor, { homeId: at, unitId: null, ownerId: null, readerIds })
      : reaches(actor.reads, at)
    return { read, write: read && reaches(actor.writes, at), conclude: false }
  },
})
const [open, secret, common] = [recordOf(home), recordOf(home, []), recordOf(null)]
const may = (decide: (actor: Actor) => { allowed: boolean }, scopeId: string | null = home): Role[] =>
  roles.filter(role => decide(personAt(role === 'administrator' ? null : scopeId, role)).allowed)
const others = (...left: Role[]) => roles.filter(role => !left.includes(role))

test('who sees a record talks about it; auditors do not, unless another role of theirs works', () => {
  assert.deepEqual(
    may(actor => canTalk(actor, open)),
    others('auditor'),
  )
  assert.deepEqual(
    may(actor => canTalk(actor, secret)),
    [],
  )
  assert.deepEqual(
    may(actor => canTalk(actor, recordOf(home, [actor.id!]))),
    others('auditor'),
  )
  assert.deepEqual(
    may(actor => canTalk(actor, common)),
    others('auditor'),
  )
  assert.deepEqual(
    may(actor => canTalk(actor, open), elsewhere),
    ['administrator'],
  )
  assert.equal(canTalk(personAt(home, 'auditor', 'officer'), open).allowed, true)
  assert.equal(canTalk(anonymous('en'), open).allowed, false)
})

test('a comment is changed by its author, and removed by them or an administrator', () => {
  const author = personAt(home, 'observer')
  const comment = { authorId: author.id, isRemoved: false }
  assert.deepEqual([canChangeComment(author, comment).allowed, canRemoveComment(author, comment).allowed], [true, true])
  assert.deepEqual(
    may(actor => canChangeComment(actor, comment)),
    [],
  )
  assert.deepEqual(
    may(actor => canRemoveComment(actor, comment)),
    ['administrator'],
  )
  assert.equal(canRemoveComment(author, { ...comment, isRemoved: true }).allowed, false)
  // Comments of guests have no author with an account.
  assert.equal(canChangeComment(anonymous('en'), { authorId: null, isRemoved: false }).allowed, false)
})

test('tasks are for their two people, their deputies, and who writes the record', () => {
  const [owner, asker] = [personAt(home, 'observer'), personAt(home, 'observer')]
  const task = { ownerId: owner.id!, createdById: asker.id, record: open }
  for (const one of [owner, asker]) assert.equal(canWorkOnTask(one, task).allowed, true)
  assert.deepEqual(
    may(actor => canWorkOnTask(actor, task)),
    ['coordinator', 'officer', 'agreements_manager', 'administrator'],
  )
  assert.equal(canWorkOnTask(owner, { ...task, record: secret }).allowed, false)
  const alone = { ...task, record: null }
  assert.deepEqual(
    may(actor => canReadTask(actor, alone)),
    [],
  )
  const deputy = personWith({ id: newId(), name: 'Deputy', email: null, language: 'en' }, [
    { role: 'observer', scopeId: home, reach: new Set([home]), deputyFor: { id: owner.id!, name: 'Owner' } },
  ])
  assert.deepEqual([canReadTask(deputy, alone).allowed, canWorkOnTask(deputy, alone).allowed], [true, true])
  assert.deepEqual(may(canCreateTask), others('auditor'))
  assert.equal(canCreateTask(personAt(home)).allowed, false)
})

test('colleagues are those who read in a common place', () => {
  const [here, there, everywhere] = [
    personAt(home, 'officer'),
    personAt(elsewhere, 'officer'),
    personAt(null, 'officer'),
  ]
  assert.deepEqual(
    [areColleagues(here, there), areColleagues(here, everywhere), areColleagues(everywhere, there)],
    [false, true, true],
  )
  const nobody = personAt(home)
  assert.deepEqual([areColleagues(nobody, nobody), areColleagues(nobody, everywhere)], [true, false])
})

test('links and tags are for those who write', () => {
  const writers: Role[] = ['coordinator', 'officer', 'agreements_manager', 'administrator']
  assert.deepEqual(
    may(actor => canLink(actor, open)),
    writers,
  )
  assert.deepEqual(
    may(actor => canUnlink(actor, recordOf(elsewhere), open)),
    writers,
  )
  assert.deepEqual(
    may(actor => canWriteTag(actor, home)),
    writers,
  )
  assert.deepEqual(
    may(actor => canPutTag(actor, home, open)),
    writers,
  )
  assert.deepEqual(
    may(actor => canPutTag(actor, home, common)),
    writers,
  )
  for (const record of [open, common])
    assert.deepEqual(
      may(actor => canTag(actor, record)),
      writers,
    )
  assert.deepEqual(
    may(actor => canPutTag(actor, elsewhere, open)),
    [],
  )
})
