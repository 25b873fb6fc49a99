// The daily work: filters and three views, a saved view, a calendar link, a deed that moves the bar at once, a new agreement.
import { expect, type Page } from '@playwright/test'
import type { BodyOf } from '#core/contract.ts'
import { createAgreement } from '#modules/agreements/agreement.contract.ts'
import { createCommitment } from '#modules/ledger/ledger.contract.ts'
import { createOrganisation } from '#modules/registry/organisation.contract.ts'
import { expectAccessible } from './harness.ts'
import { field, type Office, picture, test } from './office.ts'
import { type Language, languages, type Say, wordsIn } from './words.ts'

test.use({ officeOf: 'portfolio' })

const year = Temporal.Now.plainDateISO('UTC').year

interface Seeds {
  volga: string
  agreementId: string
  commitmentId: string
}

let seeds: Seeds | undefined

async function agreementWith(page: Page, office: Office, partnerId: string, more: object): Promise<string> {
  const body = {
    homeId: office.homeId,
    kinds: ['memorandum'],
    parties: [{ organisationId: partnerId, side: 'partner' }],
    state: 'in_force',
    signedOn: { on: `${year - 2}-05-13`, precision: 'day' },
    expiresOn: { on: `${year + 2}-05-12`, precision: 'day' },
    ...more,
  } as BodyOf<typeof createAgreement>
  return (await office.api(page, createAgreement, { body })).id
}

const placeIn = (country: string) => ({ country, region: null, city: null, latitude: null, longitude: null })

/** Three partners in three scripts, an agreement with each, a promise in the first; made once. */
async function seed(page: Page, office: Office): Promise<Seeds> {
  if (seeds) return seeds
  const partner = async (name: string, country: string) =>
    (await office.api(page, createOrganisation, { body: { name, place: placeIn(country) } })).id
  const volga = await partner('Волжский институт физики', 'RU')
  const andes = await partner('Andes Technical University', 'CL')
  const nowruz = await partner('دانشگاه صنعتی نوروز', 'IR')
  const agreementId = await agreementWith(page, office, volga, { title: { en: 'Volga memorandum' }, number: 'J-1' })
  await agreementWith(page, office, andes, { title: { en: 'Andes exchange' }, kinds: ['exchange_agreement'] })
  await agreementWith(page, office, nowruz, {
    title: { en: 'Nowruz protocol' },
    kinds: ['protocol'],
    state: 'suspended',
  })
  const side = (organisationId: string) => ({ organisationId })
  const commitment = await office.api(page, createCommitment, {
    body: {
      ...{ agreementId, kind: 'student_mobility', unit: 'person', quantity: '5', period: 'per_calendar_year' },
      ...{ comparator: 'at_least', carry: 'none', condition: 'none' },
      ...{ promisor: side(office.homeId), beneficiary: side(volga) },
      validFrom: { on: `${year - 1}-01-01`, precision: 'year' },
    } as BodyOf<typeof createCommitment>,
  })
  seeds = { volga, agreementId, commitmentId: commitment.items[0]!.id }
  return seeds
}

/** For what is drawn from much: a map, a list under load. */
const patience = { timeout: 20_000 }

/** Where the journey's server is. */
const origin = (page: Page) => new URL(page.url()).origin

const rows = (page: Page) => page.getByRole('grid').getByRole('row')
/** The header is a row too. */
const expectRows = (page: Page, count: number) => expect(rows(page)).toHaveCount(count + 1, patience)

async function filterAndLook(page: Page, say: Say, language: Language): Promise<void> {
  await page.goto(`${origin(page)}/portfolio`)
  await expectRows(page, 3)
  await expectAccessible(page)
  const search = page.getByRole('searchbox', { name: say('Search agreements, partners, numbers') })
  for (const text of ['волжск', 'andes', 'نوروز']) {
    await search.fill(text)
    await expectRows(page, 1)
  }
  await search.fill('')
  await expectRows(page, 3)

  await page
    .getByRole('link', { name: new RegExp(say('In force')) })
    .first()
    .click()
  await expectRows(page, 2)
  await expect(page).toHaveURL(/state=/)
  await page
    .getByRole('navigation', { name: say('View') })
    .getByRole('link', { name: say('Map') })
    .click()
  await expect(page.locator('main svg path:nth-of-type(40)').first()).toBeVisible(patience)
  await expect(page).toHaveURL(/view=map/)
  await expectAccessible(page)
  await picture(page, `portfolio-map-${language}`)
  await page
    .getByRole('navigation', { name: say('View') })
    .getByRole('link', { name: say('Terms') })
    .click()
  await expect(page).toHaveURL(/view=timeline/)
  await expect(page.getByText('Volga memorandum').first()).toBeVisible(patience)
  await expectAccessible(page)
  await picture(page, `portfolio-terms-${language}`)
}

async function saveView(page: Page, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('Saved views') }).click()
  await page.getByRole('menuitem', { name: say('Save this view …') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Journey view')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: say('Save view') }).click()
  await expect(dialog).toBeHidden()
  await page.goto(`${origin(page)}/portfolio`)
  await expectRows(page, 3)
  await page.getByRole('button', { name: say('Saved views') }).click()
  await page.getByRole('menuitemradio', { name: 'Journey view' }).click()
  await expect(page).toHaveURL(/view=timeline/)
  await page.getByRole('button', { name: 'Journey view' }).click()
  await page.getByRole('menuitem', { name: say('Delete “{0}”', { 0: 'Journey view' }) }).click()
  await page.getByRole('button', { name: say('Delete the view') }).click()
  await expect(page.getByRole('button', { name: say('Saved views') })).toBeVisible()
}

/** The link works for whoever has it, and for nobody once it is revoked. */
async function useCalendarLink(page: Page, say: Say): Promise<void> {
  await page.goto(`${origin(page)}/portfolio`)
  await page.getByRole('button', { name: say('Export') }).click()
  await page.getByRole('menuitem', { name: say('Calendar link for expiries …') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: say('Make a link for all agreements') }).click()
  const link = (await dialog.getByText(/\/feeds\//).textContent()) ?? ''
  await expectAccessible(page)
  const stranger = await page.context().browser()!.newContext()
  const read = async () => stranger.request.get(link.trim())
  const calendar = await read()
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  expect(await calendar.text()).toContain('BEGIN:VEVENT')
  await dialog
    .getByRole('button', { name: say('Revoke …') })
    .first()
    .click()
  await page.getByRole('button', { name: say('Revoke'), exact: true }).click()
  await expect(page.getByText(say('You have none yet.'))).toBeVisible()
  expect((await read()).status()).toBe(404)
  await stranger.close()
}

async function recordDeed(page: Page, say: Say, language: Language, made: Seeds): Promise<void> {
  await page.goto(`${origin(page)}/agreements/${made.agreementId}?tab=commitments`)
  const card = page.locator(`#commitment-${made.commitmentId}`)
  const bar = card
    .getByRole('list', { name: say('Periods') })
    .getByRole('img')
    .first()
  const before = (await bar.getAttribute('aria-label')) ?? ''
  await card.getByRole('button', { name: say('Actions for this commitment') }).click()
  await page.getByRole('menuitem', { name: say('Record what happened …') }).click()
  const dialog = page.getByRole('dialog')
  const began = dialog.getByRole('group', { name: new RegExp(say('Began on')) })
  await began.getByRole('button').first().click()
  await page.getByRole('option', { name: say('Year'), exact: true }).click()
  await began.getByRole('textbox').fill(language === 'fa' ? String(year - 621) : String(year))
  await field(page, say('Link')).fill('https://example.org/report')
  await expectAccessible(page)
  await picture(page, `entry-form-${language}`)
  await dialog.getByRole('button', { name: say('Record entry') }).click()
  await expect(dialog).toBeHidden()
  await expect(bar).not.toHaveAttribute('aria-label', before, patience)
  await expectAccessible(page)
  await page.goto(`${origin(page)}/agreements/${made.agreementId}?tab=entries`)
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${origin(page)}/agreements/${made.agreementId}?tab=timeline`)
  await expect(page.locator('main ol li').first()).toBeVisible()
  await picture(page, `timeline-${language}`)
}

/** The partner comes from the address, doubles are shown before saving, and a failed save keeps what was typed. */
async function beginAgreement(page: Page, say: Say, made: Seeds): Promise<void> {
  await page.goto(`${origin(page)}/partners/${made.volga}`)
  await page.getByRole('link', { name: say('New agreement') }).click()
  await expect(page.getByText('Волжский институт физики').first()).toBeVisible()
  await page.locator('[data-field=kinds] button').first().click()
  await page.getByRole('option').first().click()
  await expect(page.getByRole('link', { name: 'Volga memorandum' })).toBeVisible()
  const title = field(page, say('Title in English'))
  await title.fill('A second memorandum')
  await page.locator('[data-field=end] button').first().click()
  await page.getByRole('option').nth(1).click()
  await expectAccessible(page)
  await page.route('**/api/agreements', route => route.abort())
  await page.getByRole('button', { name: say('Record agreement') }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(title).toHaveValue('A second memorandum')
  await page.unroute('**/api/agreements')
  await page.reload()
  await expect(title).toHaveValue('A second memorandum')
  await page.getByRole('button', { name: say('Record agreement') }).click()
  await expect(page).toHaveURL(/\/agreements\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A second memorandum')
}

for (const language of languages)
  test(`an officer works in the portfolio in ${language}`, async ({ page, office }) => {
    test.setTimeout(240_000)
    const say = wordsIn(language)
    await office.signIn(page, 'officer', language)
    const made = await seed(page, office)
    await page.goto(office.server.url)
    await filterAndLook(page, say, language)
    await saveView(page, say)
    await useCalendarLink(page, say)
    await recordDeed(page, say, language, made)
  })

test('a new agreement begins at its partner, shows its double, and outlives a failed save', async ({
  page,
  office,
}) => {
  const say = wordsIn('en')
  await office.signIn(page, 'officer', 'en')
  const made = await seed(page, office)
  await page.goto(office.server.url)
  await beginAgreement(page, say, made)
})

test('a viewer sees why nothing may be recorded', async ({ page, office }) => {
  const say = wordsIn('ru')
  await office.signIn(page, 'officer', 'ru')
  const made = await seed(page, office)
  await office.signIn(page, 'viewer', 'ru')
  await page.goto(`${office.server.url}/partners/${made.volga}`)
  await expect(page.getByRole('button', { name: say('Record what happened') }).first()).toBeDisabled()
  await expect(page.getByRole('button', { name: say('New agreement') })).toBeDisabled()
  await expect(page.getByText('Ваша роль не позволяет записывать соглашения.')).toBeVisible()
  await expectAccessible(page)
})
