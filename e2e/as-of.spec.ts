// An agreement and its partner as they stood: from the timeline to before and after an event, to a day, and back to today.
import { expect, type Page } from '@playwright/test'
import { createAgreement, takeAgreementStep, updateAgreement } from '#modules/agreements/agreement.contract.ts'
import { changeOrganisation, createOrganisation } from '#modules/registry/organisation.contract.ts'
import { expectAccessible } from './harness.ts'
import { field, type Office, picture, test } from './office.ts'
import { type Language, languages, type Say, wordsIn } from './words.ts'

test.use({ officeOf: 'as-of' })

const patience = { timeout: 20_000 }
const titles = {
  en: ['Exchange of lecturers', 'Exchange of lecturers and students'],
  fa: ['تبادل مدرسان', 'تبادل مدرسان و دانشجویان'],
  ru: ['Обмен преподавателями', 'Обмен преподавателями и студентами'],
} as const
const partners = {
  en: ['Opal Polytechnic', 'Opal University'],
  fa: ['پلی‌تکنیک عقیق', 'دانشگاه عقیق'],
  ru: ['Яшмовый политехникум', 'Яшмовый университет'],
} as const

/** An agreement that was suspended and got another title, with a partner that got another name. */
async function seed(page: Page, { api, homeId }: Office, language: Language) {
  const [title, laterTitle] = titles[language]
  const [name, laterName] = partners[language]
  const partner = await api(page, createOrganisation, { body: { name } })
  const facts = {
    homeId,
    kinds: ['memorandum' as const],
    title: { [language]: title },
    parties: [{ organisationId: partner.id, side: 'partner' as const }],
    signedOn: { on: '2024-09-01', precision: 'day' as const },
    expiresOn: { on: '2040-08-31', precision: 'day' as const },
  }
  const { id, version } = await api(page, createAgreement, { body: facts })
  const changed = await api(page, updateAgreement, {
    params: { id },
    body: { ...facts, title: { [language]: laterTitle }, version },
  })
  await api(page, takeAgreementStep, {
    params: { id },
    body: { step: 'suspend', reason: 'journey', version: changed.version },
  })
  await api(page, changeOrganisation, {
    params: { id: partner.id },
    body: { name: laterName, version: partner.version, reason: 'journey' },
  })
  return { id, partnerId: partner.id }
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const difference = (page: Page, from: string, to: string) =>
  page.locator('dd').filter({ hasText: from }).filter({ hasText: to })

/** The link on one side of the only event that names these words. */
const beside = (page: Page, words: string, side: string) =>
  page.getByRole('listitem').filter({ hasText: words }).getByRole('link', { name: side, exact: true }).first()

async function agreement(page: Page, url: string, say: Say, language: Language, id: string): Promise<void> {
  const [title, later] = titles[language]
  await page.goto(`${url}/agreements/${id}?tab=timeline`)
  await expect(heading(page)).toHaveText(later, patience)
  await expectAccessible(page)
  await beside(page, title, say('as it stood before')).click()
  await expect(heading(page)).toHaveText(title, patience)
  await expect(difference(page, title, later)).toBeVisible()
  await expect(page.getByText(say('Nothing can be changed here.'))).toBeVisible()
  await expectAccessible(page)
  await picture(page, `as-of-${language}`)
  for (const tab of ['Commitments', 'Entries', 'Documents', 'People']) {
    await page.getByRole('tab', { name: say(tab) }).click()
    await expectAccessible(page)
  }
  await page.getByRole('link', { name: say('Open it as it is today') }).click()
  await expect(heading(page)).toHaveText(later, patience)
}

/** A part of the timeline, in the address. */
async function filter(page: Page, url: string, say: Say, id: string): Promise<void> {
  await page.goto(`${url}/agreements/${id}?tab=timeline`)
  const events = page.getByRole('tabpanel').getByRole('listitem')
  await expect(events.filter({ hasText: 'Omid Officer' })).not.toHaveCount(0, patience)
  const all = await events.count()
  await field(page, say('Kind of event')).click()
  await page.getByRole('option').nth(2).click()
  await expect(page).toHaveURL(/about=steps/)
  await expect.poll(() => events.count()).toBeLessThan(all)
}

async function organisation(page: Page, url: string, say: Say, language: Language, id: string): Promise<void> {
  const [name, later] = partners[language]
  await page.goto(`${url}/organisations/${id}?tab=history`)
  await expect(heading(page)).toHaveText(later, patience)
  await expectAccessible(page)
  await beside(page, later, say('as it stood before')).click()
  await expect(heading(page)).toHaveText(name, patience)
  await expect(difference(page, name, later).first()).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${url}/organisations/${id}/as-of?on=2001-01-01`)
  await expect(page.getByRole('link', { name: say('Open it as it is today') })).toBeVisible(patience)
  await expect(field(page, say('Another day'))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: say('Open it as it is today') }).click()
  await expect(heading(page)).toHaveText(later, patience)
}

for (const language of languages)
  test(`a record as it stood, in ${language}`, async ({ page, office }) => {
    test.setTimeout(240_000)
    const say = wordsIn(language)
    const { url } = office.server
    await office.signIn(page, 'officer', language)
    const { id, partnerId } = await seed(page, office, language)
    await agreement(page, url, say, language, id)
    await filter(page, url, say, id)
    await organisation(page, url, say, language, partnerId)
  })
