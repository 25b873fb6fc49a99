// People and how they sign in: roles, codes of an app, passkeys, devices; in three languages and by what people read.
import { type CDPSession, expect, type Page } from '@playwright/test'
import * as identity from '#core/identity/identity.contract.ts'
import * as people from '#core/identity/people/people.contract.ts'
import { codeAt, stepOf } from '#core/identity/sign-in/one-time-codes.ts'
import * as tokens from '#core/identity/tokens/token.contract.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import * as registry from '#modules/registry/organisation.contract.ts'
import { expectAccessible } from './harness.ts'
import { field, type Office, password, picture, test } from './office.ts'
import { type Language, languages, wordsIn } from './words.ts'

test.use({ officeOf: 'people' })

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator app shows for a key; a code works once, so each use takes another half minute. */
function appCode(key: string, shift: number): string {
  const bits = [...key].map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2))
  return codeAt(Uint8Array.from(bytes), stepOf(Date.now()) + shift)
}

/** A fingerprint reader that always says yes, as Chromium plays it. */
async function fingerprintReader(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      isUserVerified: true,
    },
  })
  return session
}

async function signOut(page: Page, office: Office): Promise<void> {
  await page.request.delete(`${office.server.url}/api/session`, { headers: { 'x-concord': '1' }, data: {} })
  await page.goto(`${office.server.url}/sign-in`)
}

async function giveCode(page: Page, language: Language, code: string): Promise<void> {
  const say = wordsIn(language)
  await page.getByRole('textbox', { name: say('Code') }).fill(code)
  await page.getByRole('button', { name: say('Sign in'), exact: true }).click()
}

async function givePassword(page: Page, language: Language, email: string): Promise<void> {
  const say = wordsIn(language)
  await field(page, say('E-mail address')).fill(email)
  await field(page, say('Password')).fill(password)
  await page.getByRole('button', { name: say('Sign in'), exact: true }).click()
}

for (const language of languages)
  test(`codes of an app guard the account, a recovery code replaces a lost telephone (${language})`, async ({
    page,
    office,
  }) => {
    const say = wordsIn(language)
    await office.signIn(page, 'officer', language)
    await page.goto(`${office.server.url}/account/sign-in`)
    await expect(page.getByText(say('This device'))).toBeVisible()
    await expectAccessible(page)
    await picture(page, `sign-in-settings-${language}`)
    await page.getByRole('button', { name: say('Begin to use codes') }).click()
    const dialog = page.getByRole('dialog')
    const key = (await dialog.locator('code').textContent()) ?? ''
    await expectAccessible(page)
    await picture(page, `codes-begin-${language}`)
    await page.getByRole('textbox', { name: say('Code') }).fill(appCode(key, -1))
    await dialog.getByRole('button', { name: say('Begin to use codes') }).click()
    await expect(dialog.locator('li')).toHaveCount(10)
    const [first] = await dialog.locator('li').allTextContents()
    await picture(page, `codes-recovery-${language}`)
    await dialog.getByRole('button', { name: say('I have kept them') }).click()

    await signOut(page, office)
    await givePassword(page, language, 'officer@office.example')
    await expect(page).toHaveURL(/step=code/)
    await expectAccessible(page)
    await picture(page, `codes-asked-${language}`)
    await giveCode(page, language, appCode(key, 0))
    await expect(page).not.toHaveURL(/sign-in/)

    await signOut(page, office)
    await givePassword(page, language, 'officer@office.example')
    await giveCode(page, language, first!)
    await expect(page).not.toHaveURL(/sign-in/)

    await page.goto(`${office.server.url}/account/sign-in`)
    await page.getByRole('button', { name: say('Stop using codes') }).click()
    await page.getByRole('textbox', { name: say('Code') }).fill(appCode(key, 1))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('Stop using codes') })
      .click()
    await expect(page.getByRole('button', { name: say('Begin to use codes') })).toBeVisible()
  })

test('a passkey signs in by fingerprint, until it is removed', async ({ page, office }) => {
  const say = wordsIn('en')
  await fingerprintReader(page)
  await office.signIn(page, 'viewer', 'en')
  await page.goto(`${office.server.url}/account/sign-in`)
  await page.getByRole('button', { name: say('Add a passkey') }).click()
  await expect(page.getByText(say('Not used yet'))).toBeVisible()
  await picture(page, 'passkey-added')
  await signOut(page, office)
  await page.getByRole('button', { name: say('Sign in with a passkey') }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto(`${office.server.url}/account/sign-in`)
  await page.getByRole('button', { name: say('Remove'), exact: true }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('Remove the passkey') })
    .click()
  await expect(page.getByRole('button', { name: say('Remove'), exact: true })).toHaveCount(0)
  await signOut(page, office)
  await page.getByRole('button', { name: say('Sign in with a passkey') }).click()
  await expect(page.getByText(/not known here/)).toBeVisible()
})

for (const language of languages)
  test(`roles are given with their place and days, and the log tells who came (${language})`, async ({
    page,
    office,
  }) => {
    const say = wordsIn(language)
    await office.signIn(page, 'administrator', language)
    await page.goto(`${office.server.url}/people?invite=true`)
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await expectAccessible(page)
    await picture(page, `invite-${language}`)
    await page.goto(`${office.server.url}/people`)
    await page.getByRole('link', { name: /Omid Officer/ }).click()
    await expect(page.getByText(say('All sign-ins of this person'))).toBeVisible()
    await picture(page, `account-${language}`)
    await page.goto(`${office.server.url}/access-log`)
    await expect(page.getByText('officer@office.example').first()).toBeVisible()
    await expectAccessible(page)
    await picture(page, `access-log-${language}`)
  })

for (const language of languages)
  test(`a deputy is named, access is explained, and a leaver hands over (${language})`, async ({ page, office }) => {
    const say = wordsIn(language)
    await office.signIn(page, 'officer', language)
    await page.goto(`${office.server.url}/account`)
    await page.getByRole('button', { name: say('Name a deputy') }).click()
    const dialog = page.getByRole('dialog')
    await expectAccessible(page)
    await picture(page, `deputy-${language}`)
    await dialog.getByRole('combobox', { name: say('Deputy') }).fill('Vera')
    await page.getByRole('option', { name: 'Vera Viewer' }).click()
    const { items } = await office.api(page, people.addDeputy, {
      body: { ...(await viewerAsDeputy(page, office)), note: null },
    })
    await page.goto(`${office.server.url}/account`)
    await expect(page.getByText('Vera Viewer')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: say('End it now') }).click()
    await expect(page.getByText('Vera Viewer')).toHaveCount(0)
    expect(items.length).toBeGreaterThan(0)
    await page.goto(`${office.server.url}/account/powers`)
    await expect(page.getByText(say('What may I do, and why?')).first()).toBeVisible()
    await expectAccessible(page)
    await picture(page, `powers-${language}`)

    const { partnerId } = await somePartner(page, office)
    const agreement = await office.api(page, agreements.createAgreement, {
      body: {
        ...{ homeId: office.homeId, kinds: ['memorandum'], title: { en: 'Memorandum on exchange' } },
        parties: [{ organisationId: partnerId, side: 'partner' }],
        ownerId: (await office.api(page, identity.getSession)).person!.id,
      },
    })
    await page.goto(`${office.server.url}/agreements/${agreement.id}/access`)
    await expect(page.getByText('Ada Administrator')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `access-${language}`)

    const officer = (await office.api(page, identity.getSession)).person!
    await office.signIn(page, 'administrator', language)
    await page.goto(`${office.server.url}/people/${officer.id}/hand-over`)
    await expect(page.getByText('Memorandum on exchange').first()).toBeVisible()
    await expectAccessible(page)
    await picture(page, `hand-over-${language}`)
    const administrator = (await office.api(page, identity.getSession)).person!
    await office.api(page, people.handOver, {
      params: { id: officer.id },
      body: { toId: administrator.id, closeAccount: false },
    })
    await page.reload()
    await expect(page.getByText('Memorandum on exchange').first()).toBeVisible()
    await expect(page.getByText(say('Owns nothing'))).toBeVisible()
    await picture(page, `hand-over-report-${language}`)
  })

async function viewerAsDeputy(page: Page, office: Office) {
  const { items } = await office.api(page, identity.listColleagues)
  const { installation } = await office.api(page, identity.getSession)
  const deputyId = items.find(one => one.name === 'Vera Viewer')!.id
  return { deputyId, validFrom: installation.today, validUntil: installation.today }
}

async function somePartner(page: Page, office: Office) {
  const { id } = await office.api(page, registry.createOrganisation, { body: { name: `Partner ${Date.now()}` } })
  return { partnerId: id }
}

for (const language of languages)
  test(`a token is made, used and revoked; the API can be tried (${language})`, async ({ page, office }) => {
    const say = wordsIn(language)
    await office.signIn(page, 'officer', language)
    await page.goto(`${office.server.url}/account/sign-in`)
    await page.getByRole('button', { name: say('Make a token') }).click()
    await expectAccessible(page)
    await picture(page, `token-form-${language}`)
    await page.keyboard.press('Escape')
    const { installation } = await office.api(page, identity.getSession)
    const { token } = await office.api(page, tokens.makeToken, {
      body: { name: `Export ${language}`, scopes: ['read'], expiresOn: installation.today },
    })
    await page.reload()
    await expect(page.getByText(`Export ${language}`)).toBeVisible()
    await page.getByRole('button', { name: say('Revoke') }).click()
    await expect(page.getByText(`Export ${language}`)).toHaveCount(0)
    const answer = await page.request.get(`${office.server.url}/api/session`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status()).toBe(401)

    await page.goto(`${office.server.url}/api-reference?q=colleagues`)
    await page.getByRole('button', { name: /\/api\/colleagues/ }).click()
    await page.getByRole('button', { name: say('Try it') }).click()
    await expect(page.getByText('Omid Officer').last()).toBeVisible()
    await expectAccessible(page)
    await picture(page, `api-${language}`)
  })
