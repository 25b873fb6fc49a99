// API tokens are made, listed and revoked from the command line, with no more power than their owner, and in the trail.
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { listEvents } from '#core/events.ts'
import { listAccounts } from '#core/identity/accounts.ts'
import { createTestApp } from '../test-app.ts'
import { CommandRefused } from './terminal.ts'
import { tokenCommand } from './token-command.ts'

const { app, services, person } = await createTestApp()

/** What the command says. */
async function run(...args: string[]): Promise<string> {
  const said: string[] = []
  const write = mock.method(process.stdout, 'write', (text: string) => said.push(text) > 0)
  try {
    assert.equal(await tokenCommand(args, services), 0)
  } finally {
    write.mock.restore()
  }
  return said.join('')
}
const refused = (reason: RegExp, ...args: string[]) =>
  assert.rejects(tokenCommand(args, services), (error: Error) => {
    assert.ok(error instanceof CommandRefused, String(error))
    assert.match(error.message, reason)
    return true
  })
async function officer() {
  const { id } = await person('officer')
  const [account] = await listAccounts(services.db, id)
  return { id, email: account!.email }
}
const who = async (token: string) => {
  const response = await app.inject({ url: '/api/session', headers: { authorization: `Bearer ${token}` } })
  return response.statusCode === 200 ? response.json().person.id : response.json().code
}
const idOf = async (email: string) => JSON.parse(await run('list', email, '--json'))[0].id as string

test('a token is made for a person, acts for them, is listed, and ends', async () => {
  const { id, email } = await officer()
  const said = await run('create', email.toUpperCase(), '--name', 'Nightly', '--scope', 'read,write', '--days', '10')
  const [token] = /concord_[\w-]{43}/.exec(said)!
  assert.equal(await who(token), id)
  const until = Temporal.Now.plainDateISO('UTC').add({ days: 10 }).toString()
  assert.match(await run('list', email), new RegExp(`${email}.*until ${until}.*Nightly: read, write`))
  assert.ok((await run('list')).includes('Nightly'))
  assert.doesNotMatch(await run('list', '--json'), new RegExp(token))
  assert.match(await run('revoke', email, await idOf(email)), /Nightly/)
  assert.equal(await who(token), 'identity.token_not_valid')
  const events = await listEvents(services.db, [{ type: 'account', ids: [id] }], { limit: 10 })
  const told = events.map(event => [event.type, event.actorName])
  assert.deepEqual(told.slice(0, 2), [
    ['account.tokens_revoked', 'Command line'],
    ['account.token_given', 'Command line'],
  ])
})

test('all tokens of a person end only when that is said', async () => {
  const { email } = await officer()
  const make = () => run('create', email, '--name', 'One', '--scope', 'read', '--scope', 'share')
  const tokens = [await make(), await make()].map(said => /concord_[\w-]{43}/.exec(said)![0])
  await refused(/Usage/, 'revoke', email)
  await refused(/Usage/, 'revoke', email, await idOf(email), '--all')
  await run('revoke', email, '--all')
  assert.deepEqual(await Promise.all(tokens.map(who)), ['identity.token_not_valid', 'identity.token_not_valid'])
  assert.match(await run('revoke', email, '--all'), /no token/)
  assert.match(await run('list', email), /no token/)
})

test('what cannot be is refused with a sentence, and nothing is made', async () => {
  const { email } = await officer()
  const stranger = await officer()
  const good = ['create', email, '--name', 'X', '--scope', 'read']
  await refused(/Nobody here has the address/, 'create', 'nobody@example.org', '--name', 'X', '--scope', 'read')
  await refused(/no scope “fly”/, 'create', email, '--name', 'X', '--scope', 'fly')
  await refused(/needs --name and --scope/, 'create', email, '--scope', 'read')
  await refused(/needs --name and --scope/, 'create', email, '--name', 'X')
  await refused(/0 to 366/, ...good, '--days', '400')
  await refused(/0 to 366/, ...good, '--days', 'soon')
  await refused(/more than you/i, 'create', email, '--name', 'X', '--scope', 'administer')
  await refused(/Usage/, 'create')
  await refused(/Usage/, 'fly', email)
  await refused(/Usage/, 'list', email, 'more')
  await refused(/not the id of a token/, 'revoke', email, 'x')
  assert.deepEqual(JSON.parse(await run('list', email, '--json')), [])
  await run(...good)
  await refused(/no such token/, 'revoke', stranger.email, await idOf(email))
  await services.db
    .updateTable('auth_user')
    .set({ disabled_at: new Date().toISOString() })
    .where('email', '=', email)
    .execute()
  await refused(/closed/, ...good)
})
