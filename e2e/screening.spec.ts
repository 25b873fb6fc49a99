// Due diligence: an administrator loads a list, an officer checks an agreement, decides, answers, rates and clears; in three languages.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import PO from 'pofile'
import type { BodyOf } from '#core/contract.ts'
import { createAgreement } from '#modules/agreements/agreement.contract.ts'
import { createOrganisation } from '#modules/registry/organisation.contract.ts'
import { simpleList } from '../server/modules/screening/testing/invented-lists.ts'
import { expectAccessible } from './harness.ts'
import { field, type Office, picture, test } from './office.ts'
import { type Language, languages, wordsIn } from './words.ts'

test.use({ officeOf: 'screening' })
test.setTimeout(180_000)

const signatories: Record<Language, string> = {
  en: 'Ivan Zaryanov',
  fa: 'ایوان زاریانوف',
  ru: 'Зарянов Иван Сергеевич',
}
const list = simpleList([
  {
    ...{ id: 'NK-1', name: 'Ivan Sergeevich Zaryanov', aliases: 'Зарянов Иван Сергеевич;ایوان زاریانوف' },
    ...{ born: '1970-05-01', countries: 'kz' },
  },
  { id: 'NK-2', schema: 'Company', name: 'Grey Heron Shipping', countries: 'kz' },
])
let partnerId: string | undefined

async function record(page: Page, office: Office, language: Language): Promise<string> {
  const place = { country: 'RU', region: null, city: null, latitude: null, longitude: null }
  partnerId ??= (await office.api(page, createOrganisation, { body: { name: 'Volga University', place } })).id
  const agreement = {
    ...{ homeId: office.homeId, kinds: ['memorandum'], state: 'due_diligence' },
    title: { en: `Memorandum to check (${language})` },
    parties: [{ organisationId: partnerId, side: 'partner', signatoryName: signatories[language] }],
  } as BodyOf<typeof createAgreement>
  return (await office.api(page, createAgreement, { body: agreement })).id
}

/** A word that the server's side of the module gives. */
function shared(language: Language, id: string): string {
  const file = path.join(import.meta.dirname, `../server/modules/screening/locales/${language}.po`)
  return PO.parse(readFileSync(file, 'utf8')).items.find(item => item.msgid === `screening.${id}`)!.msgstr[0]!
}

const hasNoSidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

async function loadList(page: Page, office: Office, language: Language) {
  const say = wordsIn(language)
  await office.signIn(page, 'administrator', language)
  await page.goto(`${office.server.url}/screening/lists`)
  await page
    .getByRole('button', { name: say('Add a list') })
    .first()
    .click()
  await field(page, say('Name of the list')).fill(`Test list (${language})`)
  const format = page.getByRole('dialog').getByRole('button', { name: shared(language, 'format.un_xml') })
  await format.click()
  await page.getByRole('option', { name: shared(language, 'format.opensanctions_csv') }).click()
  await expectAccessible(page)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('Save the list') })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // Another file each time: the same one again is refused.
  const file = { name: 'targets.simple.csv', mimeType: 'text/csv', buffer: Buffer.from(`${list}\n`) }
  await page.locator('input[type=file]').last().setInputFiles(file)
  const again = page.getByRole('button', { name: say('Look again') })
  await expect(page.getByText('targets.simple.csv').last()).toBeVisible()
  await expect(async () => {
    if (await again.count()) await again.first().click()
    await expect(again).toHaveCount(0, { timeout: 500 })
  }).toPass()
  await expectAccessible(page)
  await picture(page, `screening-lists-${language}`)
}

async function decide(page: Page, language: Language) {
  const say = wordsIn(language)
  // One match in each list that was loaded so far.
  const open = page.getByRole('button', { name: say('Decide'), exact: true })
  await expect(open.first()).toBeVisible()
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: new RegExp(`^${shared(language, 'verdict.false_positive')}`) }).check()
    await field(page, say('Reason')).fill('Another year of birth, another town.')
    if (left === 1) await picture(page, `screening-verdict-${language}`)
    await dialog.getByRole('button', { name: say('Decide') }).click()
    await expect(dialog).toHaveCount(0)
    await expect(open).toHaveCount(left - 1)
  }
}

for (const language of languages)
  test(`a partner is checked, decided about, rated and cleared (${language})`, async ({ page, office }) => {
    const say = wordsIn(language)
    await loadList(page, office, language)
    await office.signIn(page, 'officer', language)
    const id = await record(page, office, language)
    await page.goto(`${office.server.url}/agreements/${id}?tab=check`)
    await page.getByRole('button', { name: say('Start the due diligence') }).click()
    await expect(page).toHaveURL(/\/screening\/[\da-f-]{36}$/)
    await expect(page.getByText(shared(language, 'state.possible_match')).first()).toBeVisible()
    await expectAccessible(page)
    await picture(page, `screening-check-${language}`)
    await decide(page, language)
    await expect(page.getByText(shared(language, 'state.reviewed')).first()).toBeVisible()

    for (const [at, answer] of ['No', 'Yes', 'No', 'Yes', 'No', 'No'].entries())
      await page
        .getByRole('radio', { name: say(answer), exact: true })
        .nth(at)
        .check()
    await page.getByRole('button', { name: say('Save answers') }).click()
    await expect(page.getByText(say('Answers saved.'))).toBeVisible()
    await page.getByRole('button', { name: shared(language, 'step.rate') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: shared(language, 'step.rate') })
      .click()
    await expect(page.getByText(shared(language, 'state.risk_rated')).first()).toBeVisible()
    await page.getByRole('button', { name: shared(language, 'step.clear'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: shared(language, 'step.clear'), exact: true })
      .click()
    await expect(page.getByText(shared(language, 'state.cleared')).first()).toBeVisible()
    await expectAccessible(page)
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await hasNoSidewaysScroll(page)).toBe(true)
    await picture(page, `screening-cleared-${language}`)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: say('Evidence as one page') }).click()
    expect((await download).suggestedFilename()).toMatch(/^due-diligence-.*\.html$/)

    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`${office.server.url}/screening`)
    await expect(page.getByText(`Memorandum to check (${language})`)).toBeVisible()
    await expectAccessible(page)
    await picture(page, `screening-checks-${language}`)
  })
