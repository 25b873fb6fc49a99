// Finding things: from the palette in other letters, with a slip of the pen, the words inside of a file, by keyboard; in three languages.
import { expect, type Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import type { BodyOf } from '#core/contract.ts'
import { createAgreement } from '#modules/agreements/agreement.contract.ts'
import { createOrganisation } from '#modules/registry/organisation.contract.ts'
import { searchEverything } from '#modules/search/search.contract.ts'
import { expectAccessible } from './harness.ts'
import { type Office, picture, test } from './office.ts'
import { languages, wordsIn } from './words.ts'

test.use({ officeOf: 'search' })

/** Each language has an agreement of its own; typed is a word of its title in other letters, and one with a slip. */
const cases = {
  en: { title: 'Herbarium exchange', typed: 'хербариум', slip: 'herbaruim', inFile: 'lichenology' },
  fa: { title: 'مبادلهٔ نسخه‌های رصدخانه', typed: 'rasdkhaneh', slip: 'رصدخنه', inFile: 'ستاره‌شناسی' },
  ru: { title: 'Обмен каталогами обсерватории', typed: 'observatorii', slip: 'обсерваотрии', inFile: 'астрометрии' },
} as const

/** A text file for the word processor with one sentence. */
const letter = (sentence: string): Buffer =>
  Buffer.from(
    zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:p><w:t>${sentence}</w:t></w:p></w:document>`) }),
  )

async function record(page: Page, office: Office, language: keyof typeof cases): Promise<string> {
  const { title, inFile } = cases[language]
  const place = { country: 'RU', region: null, city: null, latitude: null, longitude: null }
  const partner = await office.api(page, createOrganisation, {
    body: { name: `Partner of the search ${language}`, place },
  })
  const body = {
    ...{ homeId: office.homeId, kinds: ['memorandum'], title: { [language]: title }, number: `F-${language}` },
    ...{ state: 'drafting', parties: [{ organisationId: partner.id, side: 'partner' }] },
  } as BodyOf<typeof createAgreement>
  const { id } = await office.api(page, createAgreement, { body })
  const response = await page.request.post(`${office.server.url}/api/agreements/${id}/files?purpose=annex`, {
    headers: { 'x-concord': '1' },
    multipart: {
      file: {
        name: `annex-${language}.docx`,
        mimeType: 'application/octet-stream',
        buffer: letter(`On ${inFile} and more`),
      },
    },
  })
  expect(response.status(), await response.text()).toBe(200)
  return id
}

for (const language of languages)
  test(`what is looked for is found (${language})`, async ({ page, office }) => {
    const say = wordsIn(language)
    const { title, typed, slip, inFile } = cases[language]
    await office.signIn(page, 'officer', language)
    const id = await record(page, office, language)
    // Reading again is a job of a moment later.
    await expect
      .poll(async () => (await office.api(page, searchEverything, { query: { q: inFile } })).groups.length, {
        timeout: 30_000,
      })
      .toBe(1)

    await page.goto(`${office.server.url}/portfolio`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog')
    await palette.getByRole('searchbox').fill(typed)
    await expect(palette.getByRole('menuitem', { name: title })).toBeVisible()
    await expectAccessible(page)
    await palette.getByRole('searchbox').press('Enter')
    await expect(page).toHaveURL(new RegExp(`/agreements/${id}`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)

    await page.keyboard.press('Control+k')
    await palette.getByRole('searchbox').fill(slip)
    await palette.getByRole('menuitem', { name: say('All results for “{text}”', { text: slip }) }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Search'))
    const results = page.getByRole('region')
    await expect(results.getByRole('link', { name: title })).toBeVisible()
    await expect(
      page.getByText(say('Nothing is written just like that. Shown is what is meant perhaps:')),
    ).toBeVisible()
    await expectAccessible(page)

    const box = page.getByRole('searchbox', { name: say('Words, numbers, names, words of a file') })
    await box.fill(inFile)
    await expect(results.getByRole('link', { name: `annex-${language}.docx` })).toContainText(inFile)
    await expect(results.getByRole('link')).toHaveCount(1)
    await expect(page.locator('mark')).toHaveCount(language === 'fa' ? 2 : 1)
    await picture(page, `search-${language}`)
    await box.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/agreements/${id}\\?tab=documents`))

    await page.goto(`${office.server.url}/search?q=xyzzyqw`)
    await expect(
      page.getByText(say('All words must occur. Try fewer words, another spelling or another script.')),
    ).toBeVisible()
    await expectAccessible(page)
  })
