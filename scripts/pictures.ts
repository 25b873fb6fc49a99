// Takes the pictures of README and guides from a fresh demo: `npm run pictures`. Run it when pages have changed.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { call, startDemo } from '../e2e/harness.ts'
import { root } from './check/source-files.ts'
import { findChromium } from './test/chromium.ts'

type Language = 'en' | 'fa' | 'ru'

interface Picture {
  name: string
  language: Language
  address: string
  isDark?: boolean
}

const size = { width: 1280, height: 800 }

/** An agreement that is alive, with many promises: the one worth showing. */
async function richAgreement(page: Page, url: string): Promise<string> {
  const query = 'pulse=alive&hasCommitments=true&state=in_force&sort=last_entry&direction=desc&limit=40'
  const { items } = await call<{ items: { id: string; kind: string; commitmentCount: number }[] }>(
    page,
    'GET',
    `${url}/api/portfolio/list?${query}`,
  )
  const [first] = items
    .filter(item => item.kind === 'memorandum')
    .sort((one, two) => two.commitmentCount - one.commitmentCount)
  if (!first) throw new Error('the demo has no living memorandum')
  return first.id
}

/** WebP straight from Chromium: a third of the bytes of PNG. */
async function take(page: Page, url: string, { name, language, address, isDark = false }: Picture): Promise<number> {
  await call(page, 'PUT', `${url}/api/session/preferences`, { language })
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' })
  await page.goto(`${url}${address}`, { waitUntil: 'networkidle' })
  await page.waitForTimeout(800)
  const devtools = await page.context().newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 85 })
  const bytes = Buffer.from(data, 'base64')
  writeFileSync(join(root, 'docs', 'pictures', `${name}.webp`), bytes)
  return bytes.length
}

const executablePath = findChromium()
if (!executablePath) throw new Error('Pictures need a Chromium; name one by CONCORD_CHROMIUM.')
const demo = await startDemo()
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
try {
  const page = await browser.newPage({ viewport: size })
  await page.goto(demo.links[0]!)
  const agreement = await richAgreement(page, demo.url)
  const table = '/portfolio?state=in_force&state=renewal_in_progress&sort=ends'
  const pictures: Picture[] = [
    { name: 'portfolio', language: 'en', address: table },
    { name: 'portfolio.fa', language: 'fa', address: table },
    { name: 'portfolio.ru', language: 'ru', address: table, isDark: true },
    { name: 'map', language: 'en', address: '/portfolio?view=map' },
    { name: 'commitments', language: 'en', address: `/agreements/${agreement}?tab=commitments` },
  ]
  mkdirSync(join(root, 'docs', 'pictures'), { recursive: true })
  for (const picture of pictures) {
    const bytes = await take(page, demo.url, picture)
    console.log(`${picture.name.padEnd(14)} ${Math.round(bytes / 1024)} KB`)
  }
} finally {
  await browser.close()
  await demo.stop()
}
