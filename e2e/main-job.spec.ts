// The main job in a real browser: set up from nothing, bring a list, decide, write, find it in the portfolio; in three languages.
import { expect, test } from '@playwright/test'
import { call, expectAccessible, type JourneyServer, startServer } from './harness.ts'

let server: JourneyServer
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await server?.stop()
})

const list = [
  'Agreements of the office,,,,,',
  ',,,,,',
  'No,Partner,Country,Type,Signed,Expires',
  '1,Volga Institute of Physics,Russia,MoU,13.05.2019,12.05.2031',
  '2,Andes Technical University,Chile,Exchange agreement,17.09.2021,no end date',
  '3,دانشگاه صنعتی نوروز,Iran,MoU,1398/02/15,1403/02/14',
].join('\n')

test('from the one-time link to a living portfolio', async ({ page }) => {
  await page.goto(server.setupLink)
  await page.getByLabel('Your name').fill('Office Administrator')
  await page.getByLabel('E-mail address').fill('admin@example.org')
  await page.locator('input[type=password]').fill('a long enough password')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create the account and go on' }).click()
  await expect(page).toHaveURL(/step=home/, { timeout: 15_000 })

  const home = await call<{ id: string }>(page, 'POST', `${server.url}/api/organisations`, {
    name: 'University of the Journey',
  })
  await call(page, 'PUT', `${server.url}/api/setup/homes`, { organisationIds: [home.id] })

  await page.goto(`${server.url}/imports/new`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/, { timeout: 30_000 })
  await expect(page.getByText('expires_on').or(page.getByText('Expires on')).first()).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)

  const id = /imports\/([0-9a-f-]{36})/.exec(page.url())![1]!
  for (const step of ['partners', 'rows', 'write']) {
    await page.goto(`${server.url}/imports/${id}?step=${step}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('list.csv')
    await expectAccessible(page)
  }
  await page.getByRole('button', { name: /Write 3/ }).click()
  await expect
    .poll(async () => (await call<{ state: string }>(page, 'GET', `${server.url}/api/imports/${id}`)).state, {
      timeout: 30_000,
    })
    .toBe('written')

  await page.goto(`${server.url}/portfolio`)
  await expect(page.getByText('Volga Institute of Physics').first()).toBeVisible({ timeout: 15_000 })
  await expectAccessible(page)
})

for (const { language, direction } of [
  { language: 'fa', direction: 'rtl' },
  { language: 'ru', direction: 'ltr' },
] as const)
  test(`the portfolio in ${language}`, async ({ page }) => {
    await call(page, 'POST', `${server.url}/api/session`, {
      email: 'admin@example.org',
      password: 'a long enough password',
    })
    await call(page, 'PUT', `${server.url}/api/session/preferences`, { language })
    await page.goto(`${server.url}/portfolio`)
    await expect(page.locator('html')).toHaveAttribute('dir', direction)
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`))
    await expect(page.getByText('Andes Technical University').first()).toBeVisible({ timeout: 15_000 })
    await expectAccessible(page)
  })
