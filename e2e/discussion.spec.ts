// Talk about a record: a comment that mentions a colleague, the answer, a task that reaches Today, watching; in three languages.
import { expect, type Page } from '@playwright/test'
import type { BodyOf } from '#core/contract.ts'
import { createAgreement } from '#modules/agreements/agreement.contract.ts'
import { createOrganisation } from '#modules/registry/organisation.contract.ts'
import { expectAccessible } from './harness.ts'
import { field, type Office, picture, test } from './office.ts'
import { languages, wordsIn } from './words.ts'

test.use({ officeOf: 'discussion' })

let partnerId: string | undefined

async function draft(page: Page, office: Office, title: string): Promise<string> {
  const place = { country: 'RU', region: null, city: null, latitude: null, longitude: null }
  partnerId ??= (await office.api(page, createOrganisation, { body: { name: 'Volga University', place } })).id
  const body = {
    ...{ homeId: office.homeId, kinds: ['memorandum'], title: { en: title }, state: 'drafting' },
    parties: [{ organisationId: partnerId, side: 'partner' }],
  } as BodyOf<typeof createAgreement>
  return (await office.api(page, createAgreement, { body })).id
}

for (const language of languages)
  test(`a comment, its answer, a task and Today (${language})`, async ({ page, office }) => {
    const say = wordsIn(language)
    const title = `Memorandum ${language}`
    await office.signIn(page, 'officer', language)
    const id = await draft(page, office, title)
    const address = `${office.server.url}/agreements/${id}?tab=discussion`
    await page.goto(address)
    await expect(page.getByText(say('Nothing has been said here yet'))).toBeVisible()
    await expectAccessible(page)

    // The colleague is found by a few letters and chosen by the keyboard; the words go by the keyboard too.
    const box = page.getByRole('textbox', { name: say('Write a comment') })
    await box.pressSequentially('Please look at this, @ada')
    await expect(page.getByRole('option', { name: 'Ada Administrator' })).toBeVisible()
    await expectAccessible(page)
    await box.press('Enter')
    await expect(box).toHaveValue('Please look at this, @Ada Administrator ')
    await page.reload()
    await expect(box).toHaveValue('Please look at this, @Ada Administrator ')
    await box.press('Control+Enter')
    await expect(page.getByRole('article')).toContainText('@Ada Administrator')
    await expect(box).toHaveValue('')
    // Who takes part watches.
    await expect(page.getByRole('button', { name: say('Watch this record') })).toHaveAttribute('aria-pressed', 'true')

    await page.getByRole('button', { name: say('Add a task') }).click()
    const dialog = page.getByRole('dialog')
    await field(page, say('What is to be done')).fill(`Call them ${language}`)
    await dialog.getByRole('button', { name: new RegExp(say('Whose task it is')) }).click()
    await page.getByRole('option', { name: 'Ada Administrator' }).click()
    await dialog.getByRole('button', { name: say('Add the task') }).click()
    await expect(page.getByRole('region', { name: say('Tasks') })).toContainText(`Call them ${language}`)
    await expectAccessible(page)
    await picture(page, `discussion-${language}`)

    await office.signIn(page, 'administrator', language)
    await page.goto(address)
    await page
      .getByRole('article')
      .getByRole('button', { name: say('Reply') })
      .click()
    await page.getByRole('textbox', { name: say('Your answer') }).fill('I did.')
    await page.getByRole('textbox', { name: say('Your answer') }).press('Control+Enter')
    await expect(page.getByRole('article')).toHaveCount(2)
    await page
      .getByRole('article')
      .last()
      .getByRole('button', { name: say('What to do with this comment') })
      .click()
    await page.getByRole('menuitem', { name: say('Remove') }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: say('Remove') })
      .click()
    await expect(page.getByRole('article').last()).not.toContainText('I did.')

    await page.goto(office.server.url)
    const task = page.getByRole('listitem').filter({ hasText: `Call them ${language}` })
    await expect(task).toContainText(title)
    await task.getByRole('button').first().click()
    await expect(task).toHaveCount(0)
    await page.goto(address)
    await expect(page.getByRole('checkbox', { name: `Call them ${language}` })).toBeChecked()
  })

test('a viewer talks too, and stops watching', async ({ page, office }) => {
  const say = wordsIn('en')
  await office.signIn(page, 'officer', 'en')
  const id = await draft(page, office, 'Watched')
  await office.signIn(page, 'viewer', 'en')
  await page.goto(`${office.server.url}/agreements/${id}?tab=discussion`)
  const bell = page.getByRole('button', { name: say('Watch this record') })
  await bell.click()
  await expect(bell).toHaveAttribute('aria-pressed', 'true')
  await bell.click()
  await page.getByRole('textbox', { name: say('Write a comment') }).fill('Noted.')
  await page.getByRole('button', { name: say('Send') }).click()
  await expect(page.getByRole('article')).toContainText('Noted.')
  await expect(bell).toHaveAttribute('aria-pressed', 'false')
})

test('an agreement is tagged and linked; the other side shows the link', async ({ page, office }) => {
  const say = wordsIn('en')
  await office.signIn(page, 'officer', 'en')
  const [older, newer] = [await draft(page, office, 'Older text'), await draft(page, office, 'Newer text')]
  await page.goto(`${office.server.url}/agreements/${newer}`)
  await page.getByRole('button', { name: say('Add tags') }).click()
  await page.getByRole('button', { name: say('New tag') }).click()
  await field(page, say('Name')).fill('Dean’s list')
  await page.getByRole('button', { name: say('Make the tag') }).click()
  await expect(page.getByRole('checkbox', { name: 'Dean’s list' })).toBeChecked()
  await expectAccessible(page)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('Save') })
    .click()
  await expect(page.getByRole('list', { name: say('Tags') })).toContainText('Dean’s list')

  await page.getByRole('button', { name: say('Link a record') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: new RegExp(say('This record')) }).click()
  await page.getByRole('option', { name: 'Replaces' }).click()
  await field(page, say('The other record')).click()
  await page.keyboard.type('Older text')
  await page.getByRole('option', { name: /Older text/ }).click()
  await dialog.getByRole('button', { name: say('Link the records') }).click()
  await expect(page.getByRole('region', { name: say('Linked records') })).toContainText('Older text')
  await expectAccessible(page)
  await page.goto(`${office.server.url}/agreements/${older}`)
  await expect(page.getByRole('region', { name: say('Linked records') })).toContainText('Replaced by')
})
