// An administrator has the installation looked over and reads what was found, in three languages; nobody else may.
import { expect } from '@playwright/test'
import { getOperation } from '#core/operation/operation.contract.ts'
import { expectAccessible } from './harness.ts'
import { picture, test } from './office.ts'
import { directions, languages, wordsIn } from './words.ts'

test.use({ officeOf: 'operation' })

test('looking the installation over', async ({ page, office }) => {
  await office.signIn(page, 'administrator', 'en')
  await page.goto(`${office.server.url}/operation`)
  await expect(page.getByText('The installation has not been looked over yet.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Look it over now' }).click()
  await expect(page.getByText(/All \d+ truths hold; \d+ events verified\./)).toBeVisible()
  await expect(page.getByText('A file was written, read and removed.')).toBeVisible()
  const { report } = await office.api(page, getOperation)
  expect(report!.checks.filter(check => check.state === 'problem')).toEqual([])
  for (const language of languages) {
    const say = wordsIn(language)
    await office.signIn(page, 'administrator', language)
    await page.goto(`${office.server.url}/operation`)
    await expect(page.locator('html')).toHaveAttribute('dir', directions[language])
    await expect(page.getByRole('heading', { level: 1, name: say('Operation') })).toBeVisible()
    await expect(page.getByText(say('Jobs that failed')).first()).toBeVisible()
    await expectAccessible(page)
    await picture(page, `operation-${language}`)
  }
})

test('an officer is told that the page is for administrators', async ({ page, office }) => {
  await office.signIn(page, 'officer', 'en')
  await page.goto(`${office.server.url}/operation`)
  await expect(page.getByText('This page is for administrators')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Operation' })).toHaveCount(0)
  await expectAccessible(page)
})
