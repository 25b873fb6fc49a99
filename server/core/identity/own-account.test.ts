// Tests of one's own account through the routes: name, language of mails, password and what it does to sessions.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp } from '../../test-app.ts'
import * as identity from './identity.contract.ts'
import * as contract from './own-account.contract.ts'

const { app, services, person, anybody } = await createTestApp()
const password = 'correct horse battery'

const eventsOf = async (id: string) =>
  (
    await services.db
      .selectFrom('event')
      .select(['type', 'changes', 'actor_id'])
      .where('subject_id', '=', id)
      .where('type', 'like', 'account.%ed')
      .orderBy('id')
      .execute()
  ).filter(event => event.type !== 'account.signed_in')

test('a person changes the own name and the language of mails, not that of the pages', async () => {
  const one = await person('viewer', null, 'fa')
  await one.call(identity.savePreferences, { body: { language: 'ru' } })
  assert.equal((await one.call(contract.getOwnAccount)).language, 'fa')
  const state = await one.call(contract.changeOwnAccount, { body: { name: '  Нина Ярцева ', language: 'en' } })
  assert.deepEqual([state.person?.name, state.person?.preferences], ['Нина Ярцева', { language: 'ru' }])
  const { name, language, hasPassword } = await one.call(contract.getOwnAccount)
  assert.deepEqual([name, language, hasPassword], ['Нина Ярцева', 'en', true])
  assert.equal((await one.call(identity.getSession)).person?.name, 'Нина Ярцева')
  await one.call(contract.changeOwnAccount, { body: { name: 'Нина Ярцева', language: 'en' } })
  const changed = (await eventsOf(one.id)).filter(event => event.type === 'account.own_changed')
  assert.deepEqual(
    changed.map(event => [event.actor_id, Object.keys(event.changes as object)]),
    [[one.id, ['name', 'language']]],
  )
})

test('a name of blanks and a language that Concord does not speak are refused', async () => {
  const one = await person('viewer')
  for (const body of [
    { name: '   ', language: 'en' },
    { name: 'A', language: 'xx' },
  ])
    assert.equal((await one.refused(contract.changeOwnAccount, { body: body as never })).status, 400)
  assert.equal((await anybody.refused(contract.getOwnAccount)).status, 401)
})

test('a new password needs the present one, ends the other sessions and keeps this one', async () => {
  const one = await person('officer', null, 'ru')
  const { email } = one.actor
  const elsewhere = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-concord': '1' },
    payload: { email, password },
  })
  const cookie = String(elsewhere.headers['set-cookie']).split(';')[0]!
  const seen = async () => (await app.inject({ url: '/api/session', headers: { cookie } })).json().person?.id ?? null
  assert.equal(await seen(), one.id)

  const wrong = await one.refused(contract.changeOwnPassword, {
    body: { current: 'not this one', password: 'a fresh password' },
  })
  assert.deepEqual(
    [wrong.code, wrong.fields],
    ['identity.wrong_password', [{ path: 'current', message: 'Это не ваш нынешний пароль.' }]],
  )
  assert.equal(await seen(), one.id)

  const answer = await one.call(contract.changeOwnPassword, {
    body: { current: password, password: 'a fresh password' },
  })
  assert.equal(answer.sessionsEnded, 1)
  assert.equal(await seen(), null)
  assert.equal((await one.call(identity.getSession)).person?.id, one.id)
  const old = await anybody.refused(identity.signIn, { body: { email: email!, password } })
  assert.equal(old.code, 'identity.wrong_credentials')
  const again = await anybody.call(identity.signIn, { body: { email: email!, password: 'a fresh password' } })
  assert.equal(again.person?.id, one.id)
  assert.deepEqual(
    (await eventsOf(one.id)).map(event => event.type),
    ['account.sign_in_failed', 'account.password_changed', 'account.sign_in_failed'],
  )
})

test('guessing the present password is slowed down', async () => {
  const one = await person('viewer')
  const tries = []
  for (let n = 0; n < 11; n += 1)
    tries.push(
      (await one.refused(contract.changeOwnPassword, { body: { current: 'x', password: 'a fresh password' } })).status,
    )
  assert.deepEqual(tries, [...Array(10).fill(422), 429])
})
