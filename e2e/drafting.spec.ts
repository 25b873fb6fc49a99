// A draft that two people write at once: in the Persian and the Russian column, with a suggestion, a cut connection and a comparison; in three languages.
import { type Browser, expect, type Page } from '@playwright/test'
import type { BodyOf } from '#core/contract.ts'
import { createAgreement } from '#modules/agreements/agreement.contract.ts'
import { beginDraft } from '#modules/drafting/draft.contract.ts'
import { createOrganisation } from '#modules/registry/organisation.contract.ts'
import { expectAccessible } from './harness.ts'
import { type Office, picture, test } from './office.ts'
import { type Language, languages, wordsIn } from './words.ts'

test.use({ officeOf: 'drafting' })
test.setTimeout(180_000)
// Two browsers open an editor each; on a busy machine that takes its time.
const patient = expect.configure({ timeout: 30_000 })

let partnerId: string | undefined

async function begun(page: Page, office: Office, title: string): Promise<string> {
  const place = { country: 'RU', region: null, city: null, latitude: null, longitude: null }
  partnerId ??= (await office.api(page, createOrganisation, { body: { name: 'Volga University', place } })).id
  const body = {
    ...{ homeId: office.homeId, kinds: ['memorandum'], title: { en: title }, state: 'drafting' },
    parties: [{ organisationId: partnerId, side: 'partner' }],
  } as BodyOf<typeof createAgreement>
  const { id } = await office.api(page, createAgreement, { body })
  const texts = {
    fa: 'ماده ۱ هدف\nطرفین همکاری می‌کنند.\nماده ۲ مدت\nمدت ۵ سال است.',
    ru: 'Статья 1. Цель\nСтороны сотрудничают.\nСтатья 2. Срок\nСрок составляет 5 лет.',
  }
  await office.api(page, beginDraft, { params: { id }, body: { languages: ['fa', 'ru'], texts } })
  return id
}

async function colleague(browser: Browser, office: Office, language: Language): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await office.signIn(page, 'administrator', language)
  return page
}

const cell = (page: Page, row: number, language: string) =>
  page.locator('.draft-row').nth(row).locator(`[lang=${language}] .draft-cell`)

async function writeAtEnd(page: Page, row: number, language: string, words: string): Promise<void> {
  await cell(page, row, language).click()
  await expect(page.locator('.draft-cell[contenteditable=true]')).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

for (const language of languages)
  test(`two people write a draft together (${language})`, async ({ page, browser, office }) => {
    const say = wordsIn(language)
    await office.signIn(page, 'officer', language)
    const id = await begun(page, office, `Memorandum ${language}`)
    const other = await colleague(browser, office, language)
    const address = `${office.server.url}/agreements/${id}/draft`
    await page.goto(address)
    await other.goto(address)
    await patient(cell(page, 0, 'fa')).toContainText('طرفین همکاری می‌کنند.')
    await expectAccessible(page)

    await Promise.all([writeAtEnd(page, 0, 'fa', ' بی‌درنگ.'), writeAtEnd(other, 0, 'ru', ' Без промедления.')])
    await patient(cell(other, 0, 'fa')).toContainText('بی‌درنگ.')
    await patient(cell(page, 0, 'ru')).toContainText('Без промедления.')

    // A suggestion stands beside the text until it is taken in.
    await other.getByRole('switch', { name: say('Suggest changes') }).press('Space')
    await writeAtEnd(other, 1, 'ru', ' Он продлевается.')
    await expect(page.locator('.draft-row').nth(1).locator('.draft-cell ins')).toContainText('Он продлевается.')
    await expectAccessible(page)
    await picture(page, `draft-${language}`)
    await page.getByRole('button', { name: say('Take in'), exact: true }).click()
    await expect(page.locator('.draft-cell ins')).toHaveCount(0)
    await patient(cell(page, 1, 'ru')).toContainText('Срок составляет 5 лет. Он продлевается.')

    // Without a connection one writes on; it arrives when the connection is back.
    await page.context().setOffline(true)
    await writeAtEnd(page, 1, 'fa', ' تمدید می‌شود.')
    await expect(
      page
        .getByText(say('Saving'), { exact: true })
        .or(page.getByText(say('No connection: what you write is kept in this browser and sent as soon as possible'))),
    ).toBeVisible()
    await page.context().setOffline(false)
    await patient(cell(other, 1, 'fa')).toContainText('تمدید می‌شود.')
    await expect(page.getByText(say('Everything is saved'))).toBeVisible()

    await page.goto(`${address}?tab=versions&from=1&to=0`)
    await expect(page.locator('.draft-piece ins').filter({ hasText: 'Он продлевается.' })).toBeVisible()
    await expectAccessible(page)
    await page.goto(`${address}?tab=promises`)
    await expect(page.getByText(say('This draft promises nothing yet'))).toBeVisible()
    await other.context().close()
  })
