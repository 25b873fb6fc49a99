// A browser on an installation with an invented portfolio, signed in, for measuring pages.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { sql } from 'kysely'
import { loadConfig } from '#core/config.ts'
import { openPool, type Pool } from '#core/database/connect.ts'
import { startEmbeddedForTests } from '#core/database/embedded-testing.ts'
import { createAccount, setGrants } from '#core/identity/accounts.ts'
import { hashPassword } from '#core/identity/authentication.ts'
import { silentLog } from '#core/log.ts'
import { refreshAllStandings } from '#modules/agreements/standing.ts'
import { createApp } from '#server/app.ts'
import { modules } from '#server/modules.ts'
import { openServices } from '#server/open-services.ts'
import { ensureWebBuilt } from '../scripts/build-web.ts'
import { findChromium } from '../scripts/test/chromium.ts'
import { makePortfolio, type PortfolioSize } from './_portfolio.ts'

const password = 'correct horse battery'
const email = 'administrator@example.org'

export interface BrowserBench {
  url: string
  /** One that has commitments and entries. */
  agreementId: string
  partnerId: string
  /** A fresh browser, signed in, that reads in a language and has nothing in its cache. */
  open(language: string): Promise<BrowserContext>
  close(): Promise<void>
}

async function makePerson(db: Pool): Promise<void> {
  const passwordHash = await hashPassword(password)
  const id = await createAccount(db, { name: 'Reader', email, language: 'en', passwordHash })
  await setGrants(db, id, [{ role: 'administrator', scopeId: null }])
}

const locales: Readonly<Record<string, string>> = { en: 'en-GB', fa: 'fa-IR', ru: 'ru-RU' }

async function openContext(browser: Browser, url: string, language: string): Promise<BrowserContext> {
  const locale = locales[language] ?? 'en-GB'
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale })
  const headers = { 'x-concord': '1' }
  const answers = [
    await context.request.post(`${url}/api/session`, { headers, data: { email, password } }),
    await context.request.put(`${url}/api/session/preferences`, { headers, data: { language, timeZone: 'UTC' } }),
  ]
  for (const answer of answers)
    if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`)
  return context
}

const openBrowser = (executablePath: string | undefined): Promise<Browser> => {
  if (!executablePath) throw new Error('No Chromium was found; CONCORD_CHROMIUM names one.')
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu']
  return chromium.launch({ executablePath, args })
}

/** @throws Error where there is no Chromium. */
export async function openBrowserBench(size: PortfolioSize): Promise<BrowserBench> {
  const browser = await openBrowser(findChromium())
  const web = realpathSync(await ensureWebBuilt(text => console.log(text)))
  const server = await startEmbeddedForTests()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concord-bench-'))
  const config = loadConfig({ DATA_DIR: dataDir, TIME_ZONE: 'UTC', PUBLIC_URL: 'http://localhost:3000' })
  const { services, close } = await openServices({ config, log: silentLog(), modules, connection: server.connection })
  const db = openPool(server.connection, { statementTimeoutMs: 900_000 })
  const today = Temporal.Now.plainDateISO('UTC')
  await makePortfolio(db, size, today)
  await refreshAllStandings(db, today)
  await sql`vacuum analyze`.execute(db)
  await makePerson(db)
  const busy = await sql<{ agreement_id: string; partner_id: string }>`
    select p.agreement_id, p.organisation_id as partner_id from agreement a
    join agreement_party p on p.agreement_id = a.id and p.side = 'partner'
    where a.commitment_count > 0 and a.state = 'in_force' order by a.id limit 1`.execute(db)
  const app = await createApp(services, web)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return {
    url,
    agreementId: busy.rows[0]!.agreement_id,
    partnerId: busy.rows[0]!.partner_id,
    open: language => openContext(browser, url, language),
    async close() {
      await browser.close()
      await app.close()
      await db.destroy()
      await close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
