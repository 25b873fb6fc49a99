// What people are told: live behind the bell while they look, read and unread, and what is mailed; in three languages.
import { expect, type Page } from '@playwright/test'
import type { BodyOf } from '#core/contract.ts'
import { getSession } from '#core/identity/identity.contract.ts'
import { createAgreement } from '#modules/agreements/agreement.contract.ts'
import { postComment } from '#modules/collaboration/comment.contract.ts'
import { createOrganisation } from '#modules/registry/organisation.contract.ts'
import { expectAccessible } from './harness.ts'
import { type Office, picture, test } from './office.ts'
import { languages, wordsIn } from './words.ts'

test.use({ officeOf: 'notifications' })

let partnerId: string | undefined

async function record(page: Page, office: Office, title: string, ownerId: string): Promise<string> {
  const place = { country: 'RU', region: null, city: null, latitude: null, longitude: null }
  partnerId ??= (await office.api(page, createOrganisation, { body: { name: 'Volga University', place } })).id
  const body = {
    ...{ homeId: office.homeId, kinds: ['memorandum'], title: { en: title }, state: 'drafting', ownerId },
    parties: [{ organisationId: partnerId, side: 'partner' }],
  } as BodyOf<typeof createAgreement>
  return (await office.api(page, createAgreement, { body })).id
}

for (const language of languages)
  test(`told live, read, and mailed as one chooses (${language})`, async ({ page, browser, office }) => {
    const say = wordsIn(language)
    const title = `Memorandum ${language}`
    await office.signIn(page, 'officer', language)
    const { person } = await office.api(page, getSession)
    await page.goto(`${office.server.url}/notifications`)
    await expect(page.getByRole('heading', { name: say('Notifications') })).toBeVisible()
    await expectAccessible(page)

    // A colleague works elsewhere; the page that is open hears of it.
    const colleague = await (await browser.newContext()).newPage()
    await office.signIn(colleague, 'administrator', 'en')
    const id = await record(colleague, office, title, person!.id)
    const params = { subject: 'agreement', id }
    await office.api(colleague, postComment, { params, body: { body: `Please look, @[${person!.id}].` } })
    const comment = page
      .getByRole('listitem')
      .filter({ hasText: 'Please look, @Omid Officer.' })
      .filter({ hasText: title })
    await expect(comment).toBeVisible({ timeout: 20_000 })
    await expect(page).toHaveTitle(/^\(\S+\) /)
    await expectAccessible(page)
    await picture(page, `notifications-${language}`)

    await comment.getByRole('button', { name: say('Mark as read') }).click()
    await expect(comment.getByText(say('Unread'), { exact: true })).toHaveCount(0)
    await page.getByRole('button', { name: say('Mark all as read') }).click()
    await expect(page).not.toHaveTitle(/^\(/)

    await page.getByRole('button', { name: say('Notifications') }).click()
    const panel = page.getByRole('dialog')
    await panel.getByRole('link').filter({ hasText: 'Ada Administrator' }).first().click()
    await expect(page).toHaveURL(new RegExp(id))

    await page.goto(`${office.server.url}/notifications/settings`)
    await expect(
      page.getByText(
        say('This installation sends no mail yet. Your choices are kept; until then everything is told here.'),
      ),
    ).toBeVisible()
    await page.getByRole('button', { name: say('Save') }).click()
    await expect(page.getByText(say('Your choices were saved.'))).toBeVisible()
    await expectAccessible(page)
    await colleague.context().close()
  })

test('administrators see the outgoing mail', async ({ page, office }) => {
  const say = wordsIn('en')
  await office.signIn(page, 'administrator', 'en')
  await page.goto(`${office.server.url}/operation/outbox`)
  await expect(page.getByText(say('No mail here'))).toBeVisible()
  await expectAccessible(page)
})
