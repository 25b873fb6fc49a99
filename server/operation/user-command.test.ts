// People are invited, let in again, given roles and closed out from the command line, and every step is in the trail.
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { listAccounts } from '#core/identity/accounts.ts'
import * as identity from '#core/identity/identity.contract.ts'
import { newId } from '#core/ids.ts'
import { createTestApp } from '../test-app.ts'
import { CommandRefused } from './terminal.ts'
import { userCommand } from './user-command.ts'

const { services, person, anybody } = await createTestApp()
await person('administrator')

/** What the command says. */
async function run(...args: string[]): Promise<string> {
  const said: string[] = []
  const write = mock.method(process.stdout, 'write', (text: string) => said.push(text) > 0)
  try {
    assert.equal(await userCommand(args, services), 0)
  } finally {
    write.mock.restore()
  }
  return said.join('')
}
const refused = (reason: RegExp, ...args: string[]) =>
  assert.rejects(userCommand(args, services), (error: Error) => {
    assert.ok(error instanceof CommandRefused)
    assert.match(error.message, reason)
    return true
  })
const accountOf = async (email: string) => (await listAccounts(services.db)).find(one => one.email === email)!

test('an invited person chooses a password by the link and is in', async () => {
  const said = await run('add', 'Mina@Example.org', '--name', 'Mina Example', '--role', 'officer', '--language', 'fa')
  const token = /invitation#token=([\w-]+)/.exec(said)![1]!
  const session = await anybody.call(identity.acceptInvitation, { body: { token, password: 'correct horse battery' } })
  assert.equal(session.person?.email, 'mina@example.org')
  assert.match(await run('list'), /mina@example\.org +open +\S+ +Mina Example: Officer\n/)
  assert.equal(JSON.parse(await run('list', '--json')).length, 2)
})

test('a new link lets in again, and only the newest one', async () => {
  const [old, fresh] = [await run('link', 'mina@example.org'), await run('link', 'mina@example.org')].map(
    said => /token=([\w-]+)/.exec(said)![1]!,
  )
  const choose = (token: string) => ({ body: { token, password: 'another horse battery' } })
  assert.equal((await anybody.refused(identity.acceptInvitation, choose(old!))).status, 422)
  await anybody.call(identity.acceptInvitation, choose(fresh!))
})

test('roles are given for the whole or for one organisation', async () => {
  const id = newId()
  await services.db.insertInto('organisation').values({ id, name: 'Example University' }).execute()
  assert.equal(
    await run('roles', 'mina@example.org', '--role', `coordinator@${id}`, '--role', 'observer'),
    'Mina Example: Coordinator at Example University; Observer\n',
  )
  assert.equal(await run('roles', 'mina@example.org'), 'Mina Example: Coordinator at Example University; Observer\n')
  await refused(/No organisation has the id/, 'roles', 'mina@example.org', '--role', `officer@${newId()}`)
  await refused(/There is no role “boss”. Roles: observer, /, 'roles', 'mina@example.org', '--role', 'boss')
})

test('an account is closed and opened again, and the last administrator stays', async () => {
  await run('close', 'mina@example.org')
  const closed = await accountOf('mina@example.org')
  assert.deepEqual([closed.disabled, closed.grants.length], [true, 2])
  await run('open', 'mina@example.org')
  assert.equal((await accountOf('mina@example.org')).disabled, false)
  const administrator = (await listAccounts(services.db)).find(one => one.name.startsWith('administrator'))!
  await refused(/administrator/i, 'close', administrator.email)
})

test('what makes no sense is said with the right way to write it', async () => {
  await refused(/Usage: concord user list/, 'dance')
  await refused(/Usage: concord user list/)
  await refused(/Nobody here has the address nobody@example.org/, 'link', 'nobody@example.org')
  await refused(/--name and --role/, 'add', 'new@example.org')
  await refused(/not an e-mail address/, 'add', 'new', '--name', 'N', '--role', 'officer')
  await refused(/en, fa or ru/, 'add', 'new@example.org', '--name', 'N', '--role', 'officer', '--language', 'de')
  await refused(/Unknown option/, 'list', '--everything')
  await refused(/already/i, 'add', 'mina@example.org', '--name', 'M', '--role', 'officer')
})
