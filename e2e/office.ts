// An office that is set up and ready to work in: a server, its people, calls by contract; the ground of most journeys.
import { type Browser, test as base, type Locator, type Page } from '@playwright/test'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, RouteContract } from '#core/contract.ts'
import * as identity from '#core/identity/identity.contract.ts'
import * as registry from '#modules/registry/organisation.contract.ts'
import { type JourneyServer, startServer } from './harness.ts'
import type { Language } from './words.ts'

interface CallInput<C> {
  params?: ParamsOf<C>
  query?: QueryOf<C>
  body?: BodyOf<C>
}

export type Role = 'administrator' | 'officer' | 'viewer'

export const password = 'walnut lantern seven rivers'
const emailOf = (role: Role) => `${role}@office.example`

/** Calls a route as the person who is signed in on the page. @throws Error with the server's answer when it refuses. */
export async function callRoute<C extends RouteContract>(
  page: Page,
  server: Pick<JourneyServer, 'url'>,
  contract: C,
  input: CallInput<C> = {},
): Promise<ResponseOf<C>> {
  const params = (input.params ?? {}) as Record<string, unknown>
  const address = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one))
  const response = await page.request.fetch(`${server.url}${address}?${search}`, {
    method: contract.method,
    headers: { 'x-concord': '1' },
    ...(contract.method !== 'GET' && { data: (input.body ?? {}) as object }),
  })
  if (!response.ok())
    throw new Error(`${contract.method} ${contract.path}: ${response.status()} ${await response.text()}`)
  return (await response.json()) as ResponseOf<C>
}

export interface Office {
  server: JourneyServer
  homeId: string
  homeName: string
  /** Signs a page in as one of the people of the office, reading in a language. */
  signIn(page: Page, role: Role, language: Language): Promise<void>
  api<C extends RouteContract>(page: Page, contract: C, input?: CallInput<C>): Promise<ResponseOf<C>>
}

/** A server with an administrator, an officer, a viewer, and one home organisation. */
export async function openOffice(browser: Browser, settings: Record<string, string> = {}): Promise<Office> {
  const server = await startServer(settings)
  const context = await browser.newContext()
  const page = await context.newPage()
  const token = new URL(server.setupLink).hash.slice('#token='.length)
  const homeName = 'University of the Journey'
  await callRoute(page, server, identity.createFirstAdministrator, {
    body: { token, name: 'Ada Administrator', email: emailOf('administrator'), password, language: 'en' },
  })
  const { items } = await callRoute(page, server, registry.setHomes, {
    body: { organisationIds: [], create: [{ name: homeName, country: 'IR', city: 'Isfahan' }] },
  })
  for (const role of ['officer', 'viewer'] as const) await invite(page, server, role)
  await context.close()
  return {
    ...{ server, homeName, homeId: items[0]!.id },
    async signIn(one, role, language) {
      await callRoute(one, server, identity.signIn, { body: { email: emailOf(role), password } })
      await callRoute(one, server, identity.savePreferences, { body: { language, timeZone: 'UTC', theme: 'light' } })
    },
    api: (one, contract, input) => callRoute(one, server, contract, input),
  }
}

async function invite(page: Page, server: JourneyServer, role: 'officer' | 'viewer'): Promise<void> {
  const names = { officer: 'Omid Officer', viewer: 'Vera Viewer' }
  const grants = [{ role, scopeId: null }]
  const { link } = await callRoute(page, server, identity.invitePerson, {
    body: { name: names[role], email: emailOf(role), language: 'en', grants },
  })
  const token = new URL(link).hash.slice('#token='.length)
  // In a session of its own: accepting signs in.
  const other = await page.context().browser()!.newContext()
  await callRoute(await other.newPage(), server, identity.acceptInvitation, { body: { token, password } })
  await other.close()
}

/**
 * The office is opened once for all journeys of a file that says `test.use({ officeOf: 'its name' })`, and closed after
 * them: what one file records, no other file sees.
 */
export const test = base.extend<object, { office: Office; officeOf: string; settings: Record<string, string> }>({
  officeOf: ['', { scope: 'worker', option: true }],
  settings: [{}, { scope: 'worker', option: true }],
  office: [
    async ({ browser, officeOf, settings }, use) => {
      if (!officeOf) throw new Error('The file must say whose office it wants: test.use({ officeOf: … }).')
      const office = await openOffice(browser, settings)
      await use(office)
      await office.server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

/** A field by the beginning of its label, which may end with a mark for what must be filled in. */
export const field = (page: Page, label: string): Locator =>
  page.getByLabel(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)).first()

/** Keeps a picture in test-results/pictures for people who look at pages. */
export async function picture(of: Page | Locator, name: string): Promise<void> {
  await of.screenshot({ path: `test-results/pictures/${name}.png` })
}

/** A list as a file to upload, in the form of a CSV file. */
export const listFile = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')),
})
