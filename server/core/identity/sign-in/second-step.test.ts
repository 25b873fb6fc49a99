// Tests of one-time codes, recovery codes, passkeys and links by e-mail, through the routes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp } from '../../../test-app.ts'
import { createTestMail } from '../../mail/mail.ts'
import { createAccount, setGrants } from '../accounts.ts'
import { hashPassword } from '../authentication.ts'
import * as identity from '../identity.contract.ts'
import { codeAt, stepOf } from './one-time-codes.ts'
import { hasCodes } from './second-step.store.ts'
import * as contract from './sign-in.contract.ts'
import { testBrowser } from './testing/browser.ts'
import { softAuthenticator } from './testing/soft-authenticator.ts'

const { app, services, person } = await createTestApp()
const { db } = services
const mail = createTestMail()
services.mail = mail
const password = 'a password for tests'
const passwordHash = await hashPassword(password)
const origin = 'http://localhost:3000'

async function account(name: string, language = 'en') {
  const email = `${name.toLowerCase()}@example.org`
  const id = await createAccount(db, { name, email, language, passwordHash })
  await setGrants(db, id, [{ role: 'observer', scopeId: null }])
  return { id, email, body: { email, password } }
}

const fromBase32 = (text: string) => {
  const bits = [...text].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}
/** The code of the present half minute, or one beside it, as a code works once. */
const codeOf = (secret: string, shift = 0) => codeAt(fromBase32(secret), stepOf(Date.now()) + shift)

/** A person with one-time codes in use, signed in. */
async function withCodes(name: string) {
  const one = await account(name)
  const browser = testBrowser(app)
  await browser.call(identity.signIn, { body: one.body })
  const { secret } = await browser.call(contract.beginCodes)
  const { recoveryCodes } = await browser.call(contract.confirmCodes, { body: { code: codeOf(secret, -1) } })
  return { ...one, browser, secret, recoveryCodes }
}

test('one-time codes: begun with the first code, asked for at every sign-in, each taken once', async () => {
  const one = await account('Anna')
  const own = testBrowser(app)
  await own.call(identity.signIn, { body: one.body })
  const { secret, address } = await own.call(contract.beginCodes)
  assert.match(address, /^otpauth:\/\/totp\/Concord:anna%40example\.org\?secret=[A-Z2-7]{32}&/)
  assert.equal(await own.refusal(contract.confirmCodes, { body: { code: '000000' } }), 'identity.code_wrong')
  assert.equal(await hasCodes(db, one.id), false)
  const { recoveryCodes } = await own.call(contract.confirmCodes, { body: { code: codeOf(secret, -1) } })
  assert.equal(new Set(recoveryCodes).size, 10)
  assert.equal(await own.refusal(contract.beginCodes), 'identity.codes_already')

  const other = testBrowser(app)
  const first = await other.call(identity.signIn, { body: one.body })
  assert.deepEqual([first.person, first.secondStep, first.abilities], [null, true, {}])
  assert.equal((await other.call(identity.getSession)).person, null)
  assert.equal(await other.refusal(contract.giveCode, { body: { code: codeOf(secret, -1) } }), 'identity.code_wrong')
  const code = codeOf(secret)
  assert.equal((await other.call(contract.giveCode, { body: { code } })).person?.email, one.email)
  const third = testBrowser(app)
  await third.call(identity.signIn, { body: one.body })
  assert.equal(await third.refusal(contract.giveCode, { body: { code } }), 'identity.code_wrong')
})

test('without the password a code is worth nothing, and the first step opens one session only', async () => {
  const one = await withCodes('Boris')
  const stranger = testBrowser(app)
  const code = codeOf(one.secret)
  assert.equal(await stranger.refusal(contract.giveCode, { body: { code } }), 'identity.second_step_lost')
  stranger.cookies.set('concord.second_step', 'abc.def')
  assert.equal(await stranger.refusal(contract.giveCode, { body: { code } }), 'identity.second_step_lost')
  const own = testBrowser(app)
  await own.call(identity.signIn, { body: one.body })
  const kept = own.cookies.get('concord.second_step')!
  await own.call(contract.giveCode, { body: { code } })
  const again = testBrowser(app)
  again.cookies.set('concord.second_step', kept)
  const next = { body: { code: codeOf(one.secret, 1) } }
  assert.equal(await again.refusal(contract.giveCode, next), 'identity.second_step_lost')
})

test('a recovery code works once, in place of the app', async () => {
  const one = await withCodes('Clara')
  const typed = one.recoveryCodes[3]!.toLowerCase().replaceAll('-', ' ')
  const browser = testBrowser(app)
  await browser.call(identity.signIn, { body: one.body })
  assert.equal((await browser.call(contract.giveCode, { body: { code: typed } })).person?.email, one.email)
  assert.equal((await browser.call(contract.getSignInSettings)).recoveryCodesLeft, 9)
  const again = testBrowser(app)
  await again.call(identity.signIn, { body: one.body })
  assert.equal(await again.refusal(contract.giveCode, { body: { code: typed } }), 'identity.code_wrong')
  const { recoveryCodes } = await browser.call(contract.makeRecoveryCodes, { body: { code: codeOf(one.secret) } })
  assert.equal(recoveryCodes.length, 10)
  const old = { body: { code: one.recoveryCodes[4]! } }
  assert.equal(await again.refusal(contract.giveCode, old), 'identity.code_wrong')
})

test('codes are stopped with a code, or by an administrator; then the password is enough', async () => {
  const one = await withCodes('Darius')
  assert.equal(await one.browser.refusal(contract.stopCodes, { body: { code: '111111' } }), 'identity.code_wrong')
  const settings = await one.browser.call(contract.stopCodes, { body: { code: one.recoveryCodes[0]! } })
  assert.deepEqual(settings, { codesSince: null, recoveryCodesLeft: 0, passkeys: [] })
  assert.equal((await testBrowser(app).call(identity.signIn, { body: one.body })).person?.id, one.id)
  const lost = await withCodes('Elena')
  const administrator = await person('administrator')
  await administrator.call(contract.resetSecondStep, { params: { id: lost.id } })
  assert.equal((await testBrowser(app).call(identity.signIn, { body: lost.body })).person?.id, lost.id)
  const officer = await person('officer')
  assert.equal((await officer.refused(contract.resetSecondStep, { params: { id: one.id } })).status, 403)
})

test('guessing codes is stopped after thirty tries in a day', async () => {
  const one = await withCodes('Farid')
  const browser = testBrowser(app)
  await browser.call(identity.signIn, { body: one.body })
  const told = []
  for (let n = 0; n < 31; n += 1) told.push(await browser.refusal(contract.giveCode, { body: { code: '12345A' } }))
  assert.deepEqual(told, [...Array(30).fill('identity.code_wrong'), 'request.too_many'])
  assert.equal(await browser.refusal(contract.giveCode, { body: { code: codeOf(one.secret) } }), 'request.too_many')
})

test('how one signs in is changed only within an hour of signing in', async () => {
  const one = await account('Greta')
  const browser = testBrowser(app)
  await browser.call(identity.signIn, { body: one.body })
  const before = new Date(Date.now() - 2 * 3_600_000).toISOString()
  await db.updateTable('auth_session').set({ created_at: before }).where('user_id', '=', one.id).execute()
  assert.equal(await browser.refusal(contract.beginCodes), 'identity.sign_in_again')
  assert.equal(await browser.refusal(contract.beginPasskey), 'identity.sign_in_again')
  const someKey = { params: { id: crypto.randomUUID() } }
  assert.equal(await browser.refusal(contract.removePasskey, someKey), 'identity.sign_in_again')
})

test('an administrator opens the way into other accounts only within an hour of signing in', async () => {
  const one = await account('Hans')
  await setGrants(db, one.id, [{ role: 'administrator', scopeId: null }])
  const browser = testBrowser(app)
  await browser.call(identity.signIn, { body: one.body })
  const before = new Date(Date.now() - 2 * 3_600_000).toISOString()
  await db.updateTable('auth_session').set({ created_at: before }).where('user_id', '=', one.id).execute()
  const other = { params: { id: (await account('Ilse')).id } }
  assert.equal(await browser.refusal(identity.newPasswordLink, other), 'identity.sign_in_again')
  assert.equal(await browser.refusal(contract.resetSecondStep, other), 'identity.sign_in_again')
})

type Asked = { challenge: string; rp: { id?: string }; rpId?: string }

test('a passkey is added, signs in without a password or code, and is removed', async () => {
  const one = await withCodes('Hanna')
  const key = softAuthenticator(origin)
  const { options } = await one.browser.call(contract.beginPasskey)
  const credential = key.create(options as Asked)
  const kept = await one.browser.call(contract.addPasskey, { body: { name: 'Telephone', credential } })
  assert.deepEqual(
    kept.passkeys.map(passkey => passkey.name),
    ['Telephone'],
  )
  const browser = testBrowser(app)
  const asked = await browser.call(contract.beginPasskeySignIn)
  const answer = key.get(asked.options as Asked)
  const state = await browser.call(contract.signInWithPasskey, { body: { credential: answer } })
  assert.equal(state.person?.email, one.email)
  const replayed = testBrowser(app)
  await replayed.call(contract.beginPasskeySignIn)
  const twice = { body: { credential: answer } }
  assert.equal(await replayed.refusal(contract.signInWithPasskey, twice), 'identity.passkey_not_accepted')
  const { passkeys } = await one.browser.call(contract.removePasskey, { params: { id: kept.passkeys[0]!.id } })
  assert.deepEqual(passkeys, [])
  const gone = testBrowser(app)
  const question = await gone.call(contract.beginPasskeySignIn)
  const late = { body: { credential: key.get(question.options as Asked) } }
  assert.equal(await gone.refusal(contract.signInWithPasskey, late), 'identity.passkey_not_accepted')
})

test('a passkey from a deceiving page, for somebody else, or without the person is not accepted', async () => {
  const one = await account('Igor')
  const browser = testBrowser(app)
  await browser.call(identity.signIn, { body: one.body })
  const add = async (key: ReturnType<typeof softAuthenticator>, who = browser) => {
    const { options } = await browser.call(contract.beginPasskey)
    const body = { name: 'Key', credential: key.create(options as Asked) }
    return who === browser ? who.refusal(contract.addPasskey, { body }) : who.refusal(contract.addPasskey, { body })
  }
  assert.equal(await add(softAuthenticator('https://c0ncord.example')), 'identity.passkey_not_accepted')
  assert.equal(await add(softAuthenticator(origin, false)), 'identity.passkey_not_accepted')
  const other = testBrowser(app)
  await other.call(identity.signIn, { body: (await account('Jana')).body })
  assert.equal(await add(softAuthenticator(origin), other), 'identity.passkey_not_accepted')
  const nonsense = { body: { name: 'Key', credential: { id: 7, response: 'x' } } }
  assert.equal(await browser.refusal(contract.addPasskey, nonsense), 'identity.passkey_not_accepted')
})

const linkIn = (text: string) => new URL(/https?:\/\/\S+/.exec(text)![0])

test('a link by e-mail signs in once, in the language of the person; strangers get nothing', async () => {
  const one = await account('Kian', 'fa')
  const browser = testBrowser(app)
  for (const email of [one.email, 'stranger@example.org'])
    assert.deepEqual(await browser.call(contract.askForLink, { body: { email, purpose: 'sign_in' } }), {})
  await services.jobs.drain()
  assert.deepEqual(
    mail.sent.map(message => message.to),
    [one.email],
  )
  assert.match(mail.sent[0]!.text, /[\u0600-\u06FF]/)
  const link = linkIn(mail.sent.pop()!.text)
  assert.equal(link.pathname, '/sign-in/link')
  const body = { token: link.hash.slice('#token='.length) }
  assert.equal((await browser.call(contract.openLink, { body })).person?.email, one.email)
  assert.equal(await testBrowser(app).refusal(contract.openLink, { body }), 'identity.link_not_valid')
})

test('a link by e-mail asks for the code too, and one for a new password sets it', async () => {
  const one = await withCodes('Laura')
  const browser = testBrowser(app)
  await browser.call(contract.askForLink, { body: { email: one.email, purpose: 'sign_in' } })
  await browser.call(contract.askForLink, { body: { email: one.email, purpose: 'password' } })
  await services.jobs.drain()
  const links = mail.sent.splice(0).map(message => linkIn(message.text))
  const tokenOf = (page: string) => links.find(link => link.pathname === page)!.hash.slice('#token='.length)
  const first = await browser.call(contract.openLink, { body: { token: tokenOf('/sign-in/link') } })
  assert.deepEqual([first.person, first.secondStep], [null, true])
  const body = { token: tokenOf('/invitation'), password: 'quite another one' }
  assert.equal((await browser.call(identity.acceptInvitation, { body })).secondStep, true)
  const code = { body: { code: codeOf(one.secret) } }
  assert.equal((await browser.call(contract.giveCode, code)).person?.email, one.email)
  const again = { email: one.email, password: 'quite another one' }
  assert.equal((await testBrowser(app).call(identity.signIn, { body: again })).secondStep, true)
})

test('a link for a closed account is not sent, and one already sent no longer works', async () => {
  const one = await account('Marko')
  const browser = testBrowser(app)
  const ask = () => browser.call(contract.askForLink, { body: { email: one.email, purpose: 'sign_in' } })
  await ask()
  await services.jobs.drain()
  const token = linkIn(mail.sent.pop()!.text).hash.slice('#token='.length)
  const administrator = await person('administrator')
  await administrator.call(identity.changeAccount, { params: { id: one.id }, body: { grants: [], disabled: true } })
  assert.equal(await browser.refusal(contract.openLink, { body: { token } }), 'identity.wrong_credentials')
  await ask()
  await services.jobs.drain()
  assert.deepEqual(mail.sent, [])
})

test('nobody is flooded with links', async () => {
  const { email } = await account('Nadia')
  const browser = testBrowser(app)
  const ask = { body: { email, purpose: 'sign_in' as const } }
  for (let n = 0; n < 5; n += 1) await browser.call(contract.askForLink, ask)
  assert.equal(await browser.refusal(contract.askForLink, ask), 'request.too_many')
})
