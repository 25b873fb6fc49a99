// Guests: an officer invites a contact of the partner, who confirms a deed and supplies a file without an account; in three languages.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import PO from 'pofile'
import type { BodyOf } from '#core/contract.ts'
import { createAgreement } from '#modules/agreements/agreement.contract.ts'
import { createCommitment, postEntry } from '#modules/ledger/ledger.contract.ts'
import { createOrganisation } from '#modules/registry/organisation.contract.ts'
import { expectAccessible } from './harness.ts'
import { field, type Office, picture, test } from './office.ts'
import { type Language, languages, wordsIn } from './words.ts'

test.use({ officeOf: 'guests' })
// Three people in three browsers one after another.
test.setTimeout(120_000)

const title = 'Exchange of students of physics'
let partnerId: string | undefined

async function record(page: Page, office: Office): Promise<string> {
  const place = { country: 'RU', region: null, city: null, latitude: null, longitude: null }
  partnerId ??= (await office.api(page, createOrganisation, { body: { name: 'Volga University', place } })).id
  const agreement = {
    ...{ homeId: office.homeId, kinds: ['memorandum'], title: { en: title }, state: 'in_force' },
    ...{ signedOn: { on: '2024-05-13', precision: 'day' }, expiresOn: { on: '2031-05-12', precision: 'day' } },
    parties: [{ organisationId: partnerId, side: 'partner' }],
    contacts: [
      {
        side: 'partner',
        role: 'coordinator',
        organisationId: partnerId,
        name: 'Galina Guest',
        email: 'galina@volga.example',
      },
    ],
  } as BodyOf<typeof createAgreement>
  const { id } = await office.api(page, createAgreement, { body: agreement })
  const sides = { promisor: { organisationId: office.homeId }, beneficiary: { organisationId: partnerId } }
  const promise = { kind: 'student_mobility', unit: 'person', quantity: '5', comparator: 'at_least' }
  const rhythm = { period: 'per_calendar_year', carry: 'none', condition: 'none' }
  await office.api(page, createCommitment, {
    body: { agreementId: id, ...sides, ...promise, ...rhythm } as BodyOf<typeof createCommitment>,
  })
  for (const name of ['Spring term', 'Autumn term'])
    await office.api(page, postEntry, {
      body: {
        ...{
          agreementId: id,
          kind: 'student_mobility',
          unit: 'person',
          quantity: '3',
          status: 'confirmed',
          title: name,
        },
        ...{ from: sides.promisor, to: sides.beneficiary, startsOn: { on: '2025-03-01', precision: 'day' } },
      } as BodyOf<typeof postEntry>,
    })
  return id
}

/** A word that the server's side of the module gives. */
function shared(language: Language, id: string): string {
  const file = path.join(import.meta.dirname, `../server/modules/guests/locales/${language}.po`)
  return PO.parse(readFileSync(file, 'utf8')).items.find(item => item.msgid === id)!.msgstr[0]!
}

const hasNoSidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

for (const language of languages)
  test(`a guest confirms, doubts and supplies a file (${language})`, async ({ page, office, browser }) => {
    const say = wordsIn(language)
    await office.signIn(page, 'officer', language)
    const id = await record(page, office)
    await page.goto(`${office.server.url}/agreements/${id}?tab=people`)
    await page.getByRole('button', { name: say('Invite a guest') }).click()
    const dialog = page.getByRole('dialog')
    await expect(field(page, say('E-mail address'))).toHaveValue('galina@volga.example')
    await field(page, say('A few words to the guest')).fill('Could you look at the spring term?')
    await expectAccessible(page)
    await picture(page, `guests-invite-${language}`)
    await dialog.getByRole('button', { name: say('Make the link') }).click()
    const link = (await page.getByRole('dialog').locator('code').textContent()) ?? ''
    expect(link).toContain(`/guest/`)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('Done') })
      .click()

    const outside = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const guest = await outside.newPage()
    await guest.goto(link)
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(guest).toHaveURL(/\/guest\/[\da-f-]{36}$/)
    await expectAccessible(guest)
    expect(await hasNoSidewaysScroll(guest)).toBe(true)
    await picture(guest, `guests-visit-${language}`)

    const deed = (name: string) => guest.getByRole('listitem').filter({ hasText: name })
    await deed('Spring term')
      .getByRole('button', { name: say('Yes, this happened') })
      .click()
    await expect(deed('Spring term').getByRole('button')).toHaveCount(0)
    await deed('Autumn term')
      .getByRole('button', { name: say('No, not like this …') })
      .click()
    await field(guest, say('What is not right?')).fill('Only two came.')
    await deed('Autumn term')
      .getByRole('button', { name: say('Send the answer') })
      .click()
    await expect(deed('Autumn term')).toContainText('Only two came.')
    await guest
      .locator('input[type=file]')
      .setInputFiles({ name: 'transcript.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 x') })
    await expect(guest.getByText('transcript.pdf').first()).toBeVisible()
    await field(guest, say('A comment to the office')).fill('See you in autumn.')
    await guest.getByRole('button', { name: say('Send the comment') }).click()
    await expect(guest.getByRole('listitem').filter({ hasText: 'See you in autumn.' })).toBeVisible()
    // The cookie alone is enough from here on, and it opens nothing else.
    await guest.reload()
    await expect(deed('Autumn term')).toContainText('Only two came.')
    expect((await guest.request.get(`${office.server.url}/api/agreements/${id}`)).status()).toBe(401)
    await picture(guest, `guests-answered-${language}`)

    await page.reload()
    await expect(page.getByText('Only two came.')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `guests-office-${language}`)
    await page.getByRole('button', { name: say('Take it …') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('Take the file') })
      .click()
    await expect(page.getByText(shared(language, 'guests.file_state.accepted')).first()).toBeVisible()

    await page.getByRole('listitem').filter({ hasText: 'galina@volga.example' }).getByRole('button').click()
    await page.getByRole('menuitem', { name: say('Revoke …') }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: say('Revoke the link') })
      .click()
    await expect(page.getByText(shared(language, 'guests.state.revoked')).first()).toBeVisible()
    await guest.goto(link)
    await expect(guest.getByText(shared(language, 'guests.error.link_not_valid'))).toBeVisible()
    await expectAccessible(guest)
    await picture(guest, `guests-over-${language}`)
    await outside.close()

    await office.signIn(page, 'administrator', language)
    await page.goto(`${office.server.url}/guests`)
    await expect(page.getByText('Galina Guest').first()).toBeVisible()
    await expectAccessible(page)
    await picture(page, `guests-all-${language}`)
  })
