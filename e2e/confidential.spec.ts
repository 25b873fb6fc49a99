// What is confided to named people: an officer makes an agreement confidential, a colleague loses it everywhere, is named, and finds it; a note for one.
import { expect, type Page } from '@playwright/test'
import type { BodyOf } from '#core/contract.ts'
import { savePreferences } from '#core/identity/identity.contract.ts'
import * as agreements from '#modules/agreements/agreement.contract.ts'
import { listPortfolio } from '#modules/agreements/portfolio.contract.ts'
import { createOrganisation } from '#modules/registry/organisation.contract.ts'
import { searchEverything } from '#modules/search/search.contract.ts'
import { getToday } from '#modules/work/today.contract.ts'
import { expectAccessible } from './harness.ts'
import { field, type Office, picture, test } from './office.ts'
import { languages, wordsIn } from './words.ts'

test.use({ officeOf: 'confidential' })

async function draft(page: Page, office: Office, title: string): Promise<string> {
  const { id: partnerId } = await office.api(page, createOrganisation, { body: { name: `Partner of ${title}` } })
  const body = {
    ...{ homeId: office.homeId, kinds: ['memorandum'], title: { en: title }, state: 'drafting' },
    parties: [{ organisationId: partnerId, side: 'partner' }],
  } as BodyOf<typeof agreements.createAgreement>
  return (await office.api(page, agreements.createAgreement, { body })).id
}

/** What the reader finds of it: in the portfolio, on Today and by the search, which reads what is new after a moment. */
async function findsIt(page: Page, office: Office, title: string): Promise<boolean[]> {
  const { items } = await office.api(page, listPortfolio, { query: { text: title } })
  const today = await office.api(page, getToday, { query: { scope: 'office', days: 30, limit: 100 } })
  const { groups } = await office.api(page, searchEverything, { query: { q: title } })
  return [items.length > 0, JSON.stringify(today).includes(title), groups.some(group => group.kind === 'agreement')]
}

for (const language of languages)
  test(`a confidential agreement is confided to named people (${language})`, async ({ page, office }) => {
    test.slow()
    const say = wordsIn(language)
    const title = `Quokka treaty ${language}`
    await office.signIn(page, 'officer', language)
    const id = await draft(page, office, title)
    const address = `${office.server.url}/agreements/${id}`

    await office.signIn(page, 'administrator', language)
    await expect.poll(() => findsIt(page, office, title), { timeout: 20_000 }).toEqual([true, true, true])

    await office.signIn(page, 'officer', language)
    await page.goto(`${address}/edit`)
    await page.getByRole('button', { name: new RegExp(say('Confidentiality')) }).click()
    await page.getByRole('option', { name: language === 'en' ? 'Confidential' : /محرمانه|Конфиденциально/ }).click()
    await expect(
      page.getByText(
        say('Beside the owner, you and auditors, only the people named here see a confidential agreement.'),
      ),
    ).toBeVisible()
    await expectAccessible(page)
    await picture(page, `confidential-form-${language}`)
    await page.getByRole('button', { name: say('Save agreement'), exact: true }).click()
    await expect(page).not.toHaveURL(/edit/)

    await office.signIn(page, 'administrator', language)
    expect(await findsIt(page, office, title)).toEqual([false, false, false])

    await office.signIn(page, 'officer', language)
    await page.goto(address)
    await page.getByRole('link', { name: say('Readers') }).click()
    await expect(page.getByText('Omid Officer').first()).toBeVisible()
    await page.getByRole('button', { name: say('Name a reader') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: say('Person') }).fill('Ada')
    await page.getByRole('option', { name: 'Ada Administrator' }).click()
    await field(page, say('Reason')).fill('Signs it')
    await expectAccessible(page)
    await picture(page, `reader-dialog-${language}`)
    await dialog.getByRole('button', { name: say('Name a reader') }).click()
    await expect(page.getByText('Ada Administrator')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `readers-${language}`)
    await office.api(page, savePreferences, { body: { language, timeZone: 'UTC', theme: 'dark' } })
    await page.setViewportSize({ width: 360, height: 780 })
    await page.reload()
    await expect(page.getByText('Ada Administrator')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `readers-narrow-${language}`)
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(`${address}/access`)
    await expect(page.getByText(say('Named as a reader')).first()).toBeVisible()
    await picture(page, `readers-access-${language}`)

    await office.signIn(page, 'administrator', language)
    await expect.poll(() => findsIt(page, office, title), { timeout: 20_000 }).toEqual([true, true, true])

    // A note for one, which the viewer does not see where they see the record.
    await office.signIn(page, 'officer', language)
    const open = await draft(page, office, `Open ${title}`)
    const talk = `${office.server.url}/agreements/${open}?tab=discussion`
    await page.goto(talk)
    const box = page.getByRole('textbox', { name: say('Write a comment') })
    await box.fill('Between us')
    await page.getByRole('button', { name: say('Only for …') }).click()
    await page.getByRole('combobox', { name: say('Only for') }).fill('Ada')
    await page.getByRole('option', { name: 'Ada Administrator' }).click()
    await page.keyboard.press('Escape')
    await expectAccessible(page)
    await picture(page, `only-for-${language}`)
    await page.getByRole('button', { name: say('Send'), exact: true }).click()
    await expect(page.getByRole('article')).toContainText('Between us')
    await expect(page.getByRole('article')).toContainText('Ada Administrator')
    await expectAccessible(page)
    await picture(page, `only-for-sent-${language}`)
    await office.signIn(page, 'viewer', language)
    await page.goto(talk)
    await expect(page.getByText(say('Nothing has been said here yet'))).toBeVisible()
    await office.signIn(page, 'administrator', language)
    await page.goto(talk)
    await expect(page.getByRole('article')).toContainText('Between us')
  })
