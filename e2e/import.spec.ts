// A messy list: the order of dates is asked once, partners and rows are decided, everything is written, known again and taken back.
import { expect, type Page, test } from '@playwright/test'
import { call, expectAccessible, type JourneyServer, startServer } from './harness.ts'

let server: JourneyServer
test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(async () => {
  await server?.stop()
})
test.describe.configure({ mode: 'serial' })

const account = { email: 'officer@example.org', password: 'a long enough password' }

const list = [
  'Country,Institution,Type,Signed,End date,Remarks',
  'Chile,Andes Technical University,MoU,03/04/2019,no end date,original in the archive',
  'Russia,Volga Institute of Physics,Exchange agreement,05/06/2018,05/06/2031,',
  'Chile,Andes Technical University; Volga Institute of Physics,MoU,07/08/2020,07/08/2030,three sides',
  'Iran,Nowruz University,MoU,09/10/2020,31.02.2031,',
].join('\n')

async function bringList(page: Page, name: string): Promise<string> {
  await page.goto(`${server.url}/imports/new`)
  const buffer = Buffer.from(list)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/)
  await expect(page.getByText(/columns were understood/)).toBeVisible({ timeout: 30_000 })
  return /imports\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

const planned = (page: Page) => expect(page.getByText('Waiting for your check')).toBeVisible({ timeout: 30_000 })
const signIn = (page: Page) => call(page, 'POST', `${server.url}/api/session`, account)

test('doubts of a list are decided and the list is written', async ({ page }) => {
  const token = new URL(server.setupLink).hash.slice('#token='.length)
  const administrator = { ...account, token, name: 'Office Administrator', language: 'en' }
  await call(page, 'POST', `${server.url}/api/setup/administrator`, administrator)
  const home = await call<{ id: string }>(page, 'POST', `${server.url}/api/organisations`, {
    name: 'University of the Journey',
  })
  await call(page, 'PUT', `${server.url}/api/setup/homes`, { organisationIds: [home.id] })

  await page.goto(`${server.url}/imports`)
  await expect(page.getByText('No list was brought yet')).toBeVisible()
  await expectAccessible(page)
  await bringList(page, 'agreements.csv')

  const order = page.getByRole('group', { name: 'In which order were the dates written?' }).first()
  await expect(order).toBeVisible()
  await order.getByRole('radio', { name: 'Month, day, year' }).check()
  await planned(page)
  await expect(page.getByText('Every cell of the column is read this way.').first()).toBeVisible()

  await page.getByRole('button', { name: 'On to the partners' }).click()
  await expect(page.getByText('1 doubtful partner is left')).toBeVisible()
  await expectAccessible(page)
  const question = page.getByRole('region', { name: /Which organisation is “Andes Technical University; Volga/ })
  await question.getByRole('button', { name: 'Split into these partners' }).click()
  await expect(page.getByText('No doubtful partner is left')).toBeVisible()

  await page.getByRole('button', { name: 'On to the rows' }).click()
  await page.getByRole('button', { name: /With an error/ }).click()
  await page.getByRole('row', { name: /Nowruz University/ }).click()
  await expect(page.getByText('There is no such day as 31.02.2031.').last()).toBeVisible()
  await page.getByRole('button', { name: 'Correct by hand' }).click()
  await page.getByRole('group', { name: 'End', exact: true }).getByRole('radio', { name: 'No end date' }).check()
  await page.getByRole('button', { name: 'Keep these corrections' }).click()
  await expect(page.getByRole('complementary').getByText('Ready')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'On to writing' }).click()
  await page.getByRole('button', { name: 'Write 4 agreements' }).click()
  await expect(page.getByText('4 agreements were written')).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
  await page.getByRole('link', { name: /All agreements of the list/ }).click()
  await expect(page.getByText('Nowruz University').first()).toBeVisible()
})

test('the same list again changes nothing, and the first import can be taken back', async ({ page }) => {
  await signIn(page)
  const again = await bringList(page, 'agreements.csv')
  await expect(page.getByText(/The very same file was brought before/)).toBeVisible()
  await page.goto(`${server.url}/imports/${again}?step=write`)
  await expect(page.getByText(/There is nothing to write/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Write 0 agreements' })).toBeDisabled()

  await page.goto(`${server.url}/imports`)
  await page
    .getByRole('row', { name: /Written/ })
    .getByRole('button', { name: 'Undo …' })
    .click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('4 records that it created go away again')
  await dialog.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('Taken back').first()).toBeVisible({ timeout: 30_000 })
  await expect(dialog).toBeHidden()
})

for (const { language, title } of [
  { language: 'fa', title: 'ورود فهرست‌ها' },
  { language: 'ru', title: 'Импорт списков' },
] as const)
  test(`bringing a list in ${language}`, async ({ page }) => {
    await signIn(page)
    await call(page, 'PUT', `${server.url}/api/session/preferences`, { language })
    await page.goto(`${server.url}/imports`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expectAccessible(page)
    await page.goto(`${server.url}/imports/new`)
    await expect(page.locator('input[type=file]')).toBeAttached()
    await expectAccessible(page)
  })
