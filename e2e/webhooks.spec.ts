// An administrator adds a webhook, a program gets signed messages, and the log sends one again; in three languages.
import { expect } from '@playwright/test'
import { invitePerson } from '#core/identity/identity.contract.ts'
import { isSigned, type Received, type Receiver, startReceiver } from '#core/webhooks/testing/receiver.ts'
import { expectAccessible } from './harness.ts'
import { field, picture, test } from './office.ts'
import { directions, languages, wordsIn } from './words.ts'

test.use({ officeOf: 'webhooks', settings: { WEBHOOKS_INSIDE: 'yes' } })

let receiver: Receiver
test.beforeAll(async () => {
  receiver = await startReceiver()
})
test.afterAll(() => receiver.close())

for (const language of languages) {
  test(`a program is told of events, and again when asked (${language})`, async ({ page, office }) => {
    const say = wordsIn(language)
    const name = `Library ${language}`
    await office.signIn(page, 'administrator', language)
    await page.goto(`${office.server.url}/operation/webhooks`)
    await expect(page.locator('html')).toHaveAttribute('dir', directions[language])
    await page.getByRole('button', { name: say('Add a webhook') }).click()
    await page.getByRole('dialog').getByRole('textbox').first().fill(name)
    await field(page, say('Web address')).fill(receiver.url)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('Add the webhook') })
      .click()
    const secret = (await page.getByText(/^whsec_/).textContent())!.trim()
    await picture(page, `webhook-secret-${language}`)
    await page.getByRole('button', { name: say('I have kept it') }).click()

    receiver.received.length = 0
    const grants = [{ role: 'observer' as const, scopeId: null }]
    const email = `newcomer-${language}@office.example`
    await office.api(page, invitePerson, { body: { name: 'Nina Newcomer', email, language, grants } })
    await expect.poll(() => receiver.received.some(call => isSigned(call, secret))).toBe(true)
    const [told] = receiver.received.filter(call => isSigned(call, secret))
    expect(JSON.parse(told!.body).type).toBe('account.invited')
    expect(told!.body).not.toContain('Nina')

    await page.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByText('account.invited')).toBeVisible()
    await expectAccessible(page)
    await picture(page, `webhook-log-${language}`)
    await page.getByRole('button', { name: /account\.invited/ }).click()
    await page.getByRole('menuitem', { name: say('Send again'), exact: true }).click()
    // That it was sent again is an event too, and the webhooks of the other languages are told of everything as well.
    const isCopy = (call: Received) =>
      call.headers['webhook-id'] === told!.headers['webhook-id'] && isSigned(call, secret)
    await expect.poll(() => receiver.received.filter(isCopy).length).toBe(2)
  })
}
