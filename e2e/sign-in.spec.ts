// From the link of the terminal to one's own account and back in: in three languages, by what people read on the pages.
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, type JourneyServer, startServer } from './harness.ts'
import { field, password } from './office.ts'
import { directions, type Language, languages, wordsIn } from './words.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fa: 'fa-IR', ru: 'ru-RU' }
const email = 'first@office.example'
const person = { en: 'Ada Lindqvist', fa: 'مهین دشتستانی', ru: 'Алевтина Верескова' }
const organisation = { en: 'University of the Journey', fa: 'دانشگاه سفر', ru: 'Университет странствий' }

const isShownIn = async (page: Page, language: Language) => {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('html')).toHaveAttribute('dir', directions[language])
}

/** The language is chosen by its own name, whatever the page is written in. */
async function chooseLanguage(page: Page, from: Language, name: string): Promise<void> {
  const names = { en: 'English', fa: 'فارسی', ru: 'Русский' }
  await page.getByRole('button', { name: wordsIn(from)('Language: {own}', { own: names[from] }) }).click()
  await page.getByRole('menuitemradio', { name, exact: true }).click()
}

async function setUp(page: Page, server: JourneyServer, language: Language): Promise<void> {
  const say = wordsIn(language)
  await page.goto(server.setupLink)
  await isShownIn(page, language)
  await field(page, say('Your name')).fill(person[language])
  await field(page, say('E-mail address')).fill(email)
  await field(page, say('Password')).fill(password)
  await expectAccessible(page)
  await page.getByRole('button', { name: say('Create the account and go on') }).click()
  await field(page, say('Name, as it is written officially')).fill(organisation[language])
  await field(page, say('Country')).fill('IR')
  await page.getByRole('option').first().click()
  await expectAccessible(page)
  await page.getByRole('button', { name: say('Save and go on') }).click()
  await expect(page).toHaveURL(/step=registry/)
  await expectAccessible(page)
}

async function signOut(page: Page, language: Language): Promise<void> {
  const say = wordsIn(language)
  await page.getByRole('button', { name: new RegExp(person[language]) }).click()
  await page.getByRole('menuitem', { name: say('Sign out') }).click()
  await expect(page).toHaveURL(/\/sign-in/)
}

async function signIn(page: Page, language: Language, word: string): Promise<void> {
  const say = wordsIn(language)
  await field(page, say('E-mail address')).fill(email)
  await field(page, say('Password')).fill(word)
  await page.getByRole('button', { name: say('Sign in'), exact: true }).click()
}

async function expectLinkIsSpent(page: Page, server: JourneyServer): Promise<void> {
  const token = new URL(server.setupLink).hash.slice('#token='.length)
  const another = { name: 'Another', email: 'another@office.example', password, language: 'en' }
  const answer = await page.request.post(`${server.url}/api/setup/administrator`, {
    headers: { 'x-concord': '1' },
    data: { token, ...another },
  })
  expect(answer.ok()).toBe(false)
}

for (const language of languages)
  test.describe(`in ${language}`, () => {
    let server: JourneyServer
    test.use({ locale: locales[language], colorScheme: 'light' })
    test.beforeAll(async () => {
      server = await startServer()
    })
    test.afterAll(async () => {
      await server?.stop()
    })

    test('set-up, first page, out, a wrong password, in again, other languages, dark', async ({ page }) => {
      const say = wordsIn(language)
      await setUp(page, server, language)
      await expectLinkIsSpent(page, server)
      await page.goto(server.url)
      await expect(page.getByRole('navigation', { name: say('Main menu') })).toBeVisible()
      await signOut(page, language)
      await expectAccessible(page)

      await signIn(page, language, 'not the password')
      await expect(page.getByRole('alert').first()).toBeVisible()
      await expect(page).toHaveURL(/\/sign-in/)
      await expectAccessible(page)
      await signIn(page, language, password)
      await expect(page.getByRole('navigation', { name: say('Main menu') })).toBeVisible()

      await chooseLanguage(page, language, language === 'fa' ? 'English' : 'فارسی')
      const second = language === 'fa' ? 'en' : 'fa'
      await isShownIn(page, second)
      await page.reload()
      await isShownIn(page, second)
      await chooseLanguage(page, second, 'Русский')
      await isShownIn(page, 'ru')
      await expectAccessible(page)

      // The device's colours, then light, then dark; the choice outlives a reload.
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto')
      const button = page.getByRole('button', { name: new RegExp(`^${wordsIn('ru')('Colours: {0}').split('{')[0]}`) })
      await button.click()
      await button.click()
      await page.reload()
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
      await expectAccessible(page)
    })
  })
