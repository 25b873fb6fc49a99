// An organisation under all its names: found in three scripts, corrected, given an identifier, merged with its double, with its history.
import { expect, type Page } from '@playwright/test'
import { createOrganisation } from '#modules/registry/organisation.contract.ts'
import { expectAccessible } from './harness.ts'
import { field, type Office, picture, test } from './office.ts'
import { type Language, languages, type Say, wordsIn } from './words.ts'

test.use({ officeOf: 'registry' })

/** Each journey has an organisation of its own. */
const names = {
  en: { en: 'Karakum Institute of Botany', fa: 'پژوهشگاه گیاه‌شناسی قره‌قوم', ru: 'Каракумский институт ботаники' },
  fa: { en: 'Alborz Mining Academy', fa: 'آکادمی معدن البرز', ru: 'Горная академия Эльбурса' },
  ru: { en: 'Ladoga Shipbuilding College', fa: 'دانشکدهٔ کشتی‌سازی لادوگا', ru: 'Ладожский кораблестроительный колледж' },
} as const
/** What people type: a part, in other letters than the record's own name. */
const typed = {
  en: ['karakum inst', 'گیاه‌شناسی قره', 'каракумский'],
  fa: ['alborz mining', 'معدن البرز', 'горная академия'],
  ru: ['ladoga ship', 'کشتی‌سازی', 'ладожский кор'],
} as const
const doubles = { en: 'Karakum Botanical Station', fa: 'ایستگاه معدنی دماوند', ru: 'Онежская судоверфь' }
const codes = { en: 'TM KARAKU01', fa: 'IR ALBORZ01', ru: 'RUSLADOGA01' }

async function seed(page: Page, office: Office, language: Language): Promise<{ id: string; doubleId: string }> {
  const own = names[language]
  const make = async (name: string, more: object = {}) =>
    (await office.api(page, createOrganisation, { body: { name, ...more } })).id
  const labels = languages.map(each => ({ text: own[each], language: each, kind: 'label' as const }))
  return { id: await make(own[language], { names: labels }), doubleId: await make(doubles[language]) }
}

/** For lists on a machine under load. */
const patience = { timeout: 20_000 }

const rows = (page: Page) => page.getByRole('grid').getByRole('row')

async function find(page: Page, say: Say, language: Language): Promise<void> {
  const search = page.getByRole('searchbox', { name: say('Search organisations') })
  for (const text of typed[language]) {
    await search.fill(text)
    await expect(rows(page)).toHaveCount(2, patience)
    await expect(rows(page).nth(1)).toContainText(names[language][language])
  }
  await expectAccessible(page)
  await rows(page).nth(1).click()
  await expect(page.getByRole('complementary').getByRole('heading', { name: names[language][language] })).toBeVisible()
  await expectAccessible(page)
  await picture(page, `registry-list-${language}`)
}

async function correct(page: Page, say: Say, language: Language, name: string): Promise<void> {
  await page.getByRole('link', { name: say('Edit'), exact: true }).click()
  // The name in the reader's language is what pages show; it stands among the names.
  const inputs = page.locator('[data-field^="names."][data-field$=".text"] input')
  await expect(inputs).toHaveCount(languages.length)
  for (const input of await inputs.all())
    if ((await input.inputValue()) === names[language][language]) await input.fill(name)
  await page.getByRole('button', { name: say('Add an identifier') }).click()
  await field(page, say('Identifier')).fill(codes[language])
  await field(page, say('Reason for the change')).fill('journey')
  await expectAccessible(page)
  await page.getByRole('button', { name: say('Save organisation') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name, patience)
  await expect(page.getByText(codes[language]).first()).toBeVisible()
  await expectAccessible(page)
}

async function merge(page: Page, say: Say, language: Language, name: string): Promise<void> {
  await page.getByRole('button', { name: say('More actions') }).click()
  await page.getByRole('menuitem', { name: say('Merge into another …') }).click()
  const dialog = page.getByRole('dialog')
  const picker = dialog.getByRole('combobox').first()
  await picker.click()
  await dialog.getByRole('combobox').first().pressSequentially(typed[language][2], { delay: 20 })
  await page.getByRole('option', { name }).first().click()
  await field(page, say('Reason')).fill('entered twice')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: say('Merge'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText(say('Merged into this one:'))).toBeVisible()
}

for (const language of languages)
  test(`an organisation is found, corrected and merged in ${language}`, async ({ page, office }) => {
    test.setTimeout(240_000)
    const say = wordsIn(language)
    // Merging concerns every home organisation.
    await office.signIn(page, 'administrator', language)
    const { id, doubleId } = await seed(page, office, language)
    await page.goto(`${office.server.url}/organisations`)
    await find(page, say, language)
    await page.goto(`${office.server.url}/organisations/${id}`)
    const name = `${names[language][language]} (1)`
    await correct(page, say, language, name)
    await page.goto(`${office.server.url}/organisations/${doubleId}`)
    await merge(page, say, language, name)
    await page.getByRole('tab', { name: say('History') }).click()
    for (const reason of ['journey', 'entered twice'])
      await expect(page.locator('main q', { hasText: reason }).first()).toBeVisible(patience)
    await expectAccessible(page)
    await picture(page, `registry-history-${language}`)
    await page.goto(`${office.server.url}/organisations`)
    await page.getByRole('searchbox', { name: say('Search organisations') }).fill(doubles[language])
    await expect(rows(page).nth(1)).toContainText(name)
  })
