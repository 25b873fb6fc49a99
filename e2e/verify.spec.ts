// Seals: an administrator makes a certificate, and a stranger verifies a sealed page, a changed copy and a code; in three languages.
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './harness.ts'
import { field, type Office, picture, test } from './office.ts'
import { directions, type Language, languages, type Say, wordsIn } from './words.ts'

test.use({ officeOf: 'verify' })
// Two people in two browsers.
test.setTimeout(120_000)

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })

async function makeCertificate(page: Page, office: Office, say: Say): Promise<Buffer> {
  await page.goto(`${office.server.url}/seals`)
  await page.getByRole('button', { name: say('Make one here'), exact: true }).click()
  await page.getByRole('button', { name: say('Make the certificate'), exact: true }).click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  const sample = page.getByRole('link', { name: say('Download a sealed sample page') })
  await expect(sample).toBeVisible()
  await expect(page.getByText(say('Trusted only by those who know its fingerprint'))).toBeVisible()
  await expectAccessible(page)
  const response = await page.request.get(new URL((await sample.getAttribute('href'))!, office.server.url).href)
  return response.body()
}

async function verify(page: Page, office: Office, sealed: Buffer, say: Say, language: Language): Promise<void> {
  await page.goto(`${office.server.url}/verify`)
  const result = page.getByRole('region', { name: say('Result') })
  const choose = page.locator('input[type=file]')
  await choose.setInputFiles(file('sealed.pdf', sealed))
  await expect(result.getByText(say('It is exactly as it was sealed; nothing in it was changed since.'))).toBeVisible()
  await expect(result.getByText(office.homeName).first()).toBeVisible()
  await expectAccessible(page)
  await picture(page, `verify-${language}`)
  const changed = Buffer.from(sealed)
  changed[3000] = changed[3000]! ^ 1
  await choose.setInputFiles(file('changed.pdf', changed))
  await expect(result.getByText(say('This file was changed after it was sealed'))).toBeVisible()
  const code = field(page, say('Or the code printed on its last page'))
  await code.fill('2222-2222-22223')
  await page.getByRole('button', { name: say('Verify the code'), exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await code.fill('2222-2222-22222')
  await page.getByRole('button', { name: say('Verify the code'), exact: true }).click()
  await expect(result.getByText(say('Nothing is known here of this document'))).toBeVisible()
}

for (const language of languages)
  test(`a certificate, and what a stranger learns of a sealed page: ${language}`, async ({ page, office, browser }) => {
    const say = wordsIn(language)
    await office.signIn(page, 'administrator', language)
    const sealed = await makeCertificate(page, office, say)
    const context = await browser.newContext({ locale: language, acceptDownloads: false })
    const stranger = await context.newPage()
    await verify(stranger, office, sealed, say, language)
    await expect(stranger.locator('html')).toHaveAttribute('dir', directions[language])
    await context.close()
  })
