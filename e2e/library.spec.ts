// The clause library: an administrator takes over the start set; an officer writes a clause, has it approved, builds a template, and brings a Word file; in three languages.
import { expect, type Page } from '@playwright/test'
import { getLibrary } from '#modules/documents/library/library.contract.ts'
import { writeDocx } from '#modules/documents/library/testing/write-docx.ts'
import { expectAccessible } from './harness.ts'
import { field, picture, test } from './office.ts'
import { type Language, languages, wordsIn } from './words.ts'

test.use({ officeOf: 'library' })
test.setTimeout(120_000)

const name: Record<Language, string> = { en: 'Summer school', fa: 'مدرسهٔ تابستانی', ru: 'Летняя школа' }
const words: Record<Language, string> = {
  en: 'Each side holds {{schools_en}} schools a year.',
  fa: 'هر طرف در سال {{schools_fa}} مدرسه برگزار می‌کند.',
  ru: 'Каждая сторона проводит школы: {{schools_ru}} в год.',
}

async function adopt(page: Page, url: string): Promise<void> {
  const say = wordsIn('en')
  await page.goto(`${url}/library`)
  await page.getByRole('button', { name: say('Look at the start set') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: say('Take it over') }).click()
  await expect(dialog).toBeHidden()
}

/** Writes a clause in the reader's language whose number is asked for, and answers the page of it. */
async function writeClause(page: Page, url: string, language: Language): Promise<void> {
  const say = wordsIn(language)
  const own = new Intl.DisplayNames(language, { type: 'language' }).of(language)!
  await page.goto(`${url}/library/clauses`)
  await page.getByRole('link', { name: say('New clause') }).click()
  await field(page, `${say('Name in the library')} · ${own}`).fill(name[language])
  await field(page, say('Heading · {0}', { 0: own })).fill(name[language])
  await field(page, say('Words · {0}', { 0: own })).fill(words[language])
  // What the words name becomes a question by one press.
  await page.getByRole('button', { name: say('Ask for {key}', { key: `schools_${language}` }) }).click()
  await field(page, `${say('Question')} · ${own}`).fill(name[language])
  await page.getByRole('button', { name: say('Add a commitment') }).click()
  await expectAccessible(page)
  await picture(page, `library-clause-${language}`)
  await page.getByRole('button', { name: say('Save clause') }).click()
  await expect(page.getByRole('heading', { level: 1, name: name[language] })).toBeVisible()
}

for (const language of languages)
  test(`clauses and templates (${language})`, async ({ page, office }) => {
    const say = wordsIn(language)
    const { url } = office.server
    // The first reader finds an empty library; what was taken over then is there for all.
    await office.signIn(page, 'administrator', 'en')
    if ((await office.api(page, getLibrary)).places[0]?.missing !== 0) await adopt(page, url)
    await office.signIn(page, 'officer', language)
    await page.goto(`${url}/library`)
    const known = {
      en: 'Agreement on the exchange of students',
      fa: 'موافقت‌نامهٔ تبادل دانشجو',
      ru: 'Соглашение об обмене студентами',
    }
    await expect(page.getByText(known[language]).first()).toBeVisible()

    await writeClause(page, url, language)
    await page.getByRole('button', { name: say('Approve for use'), exact: true }).click()
    await expect(page.getByText(say('Approved for use.'))).toBeVisible()
    await expectAccessible(page)

    await page.goto(`${url}/library/upload`)
    const docx = writeDocx([
      { text: 'Article 1. Purpose', bold: true },
      'The Parties cooperate.',
      { text: 'Article 2. Term', bold: true },
      'It lasts a year.',
    ])
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const file = { name: `Template ${language}.docx`, mimeType, buffer: Buffer.from(docx) }
    await page.locator('input[type=file]').setInputFiles(file)
    const english = new Intl.DisplayNames(language, { type: 'language' }).of('en')!
    // With one language the label needs no name of it.
    await field(page, say('Title of the text')).fill(`From a file ${language}`)
    await expect(field(page, say('Heading · {0}', { 0: english }))).toHaveValue('Purpose')
    await expectAccessible(page)
    await page.getByRole('button', { name: say('Save as drafts') }).click()
    await expect(page.getByRole('heading', { level: 1, name: `From a file ${language}` })).toBeVisible()
    await expect(page.getByText('The Parties cooperate.')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `library-template-${language}`)
  })
