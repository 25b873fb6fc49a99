// The day: where to begin, a step by one click, putting off and back, a turn given to a colleague; in three languages.
import { expect, type Page } from '@playwright/test'
import type { BodyOf } from '#core/contract.ts'
import { createAgreement } from '#modules/agreements/agreement.contract.ts'
import { createOrganisation } from '#modules/registry/organisation.contract.ts'
import { expectAccessible } from './harness.ts'
import { type Office, picture, test } from './office.ts'
import { type Language, languages, wordsIn } from './words.ts'

test.use({ officeOf: 'today' })

let partnerId: string | undefined

async function draft(page: Page, office: Office, title: string): Promise<void> {
  const place = { country: 'RU', region: null, city: null, latitude: null, longitude: null }
  partnerId ??= (await office.api(page, createOrganisation, { body: { name: 'Volga University', place } })).id
  const body = {
    ...{ homeId: office.homeId, kinds: ['memorandum'], title: { en: title }, state: 'drafting' },
    parties: [{ organisationId: partnerId, side: 'partner' }],
  } as BodyOf<typeof createAgreement>
  await office.api(page, createAgreement, { body })
}

const rowOf = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title })

test('before there is anything, the page says what to do first', async ({ page, office }) => {
  const say = wordsIn('en')
  await office.signIn(page, 'officer', 'en')
  await page.goto(office.server.url)
  await expect(page.getByText(say('Begin with the list you have'))).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'today-empty')
  await page.getByRole('link', { name: say('Import a list') }).click()
  await expect(page).toHaveURL(/\/imports\/new/)
})

async function openMore(page: Page, title: string): Promise<void> {
  await rowOf(page, title).getByRole('button').last().click()
}

for (const language of languages)
  test(`a step by one click, putting off, giving on (${language})`, async ({ page, office }) => {
    const say = wordsIn(language)
    const title = `Memorandum ${language}`
    await office.signIn(page, 'officer', language)
    await draft(page, office, title)
    await page.goto(office.server.url)
    await expect(page.getByRole('heading', { name: say('Your turn') })).toBeVisible()
    await expectAccessible(page)
    await picture(page, `today-${language}`)

    await rowOf(page, title).getByRole('button').first().click()
    await expect(rowOf(page, title)).toContainText(stateIn(language))

    await openMore(page, title)
    await page.getByRole('menuitem', { name: say('For a week') }).click()
    await expect(rowOf(page, title)).toHaveCount(0)
    await page.getByRole('button', { name: say('Bring everything back') }).click()
    await expect(rowOf(page, title)).toBeVisible()

    await openMore(page, title)
    await page.getByRole('menuitem', { name: say('Give it to a colleague …') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: new RegExp(say('Colleague')) }).click()
    await page.getByRole('option', { name: 'Ada Administrator' }).click()
    await dialog.getByRole('button', { name: say('Give it on') }).click()
    await expect(page.getByRole('region', { name: say('Waiting for others') })).toContainText(title)

    await office.signIn(page, 'administrator', language)
    await page.goto(office.server.url)
    await expect(page.getByRole('region', { name: say('Your turn') })).toContainText(title)
    await expect(rowOf(page, title)).toContainText('Omid Officer')
  })

/** The name of the state "Internal review". */
const stateIn = (language: Language): string =>
  ({ en: 'Internal review', fa: 'بررسی داخلی', ru: 'Внутреннее согласование' })[language]
