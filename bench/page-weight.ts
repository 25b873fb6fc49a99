// Weighs what each page loads into an empty browser: scripts, styles and fonts, compressed. Usage: node bench/page-weight.ts [language]
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Response } from '@playwright/test'
import { openBrowserBench } from './_browser.ts'

/** Budgets of the first page in KB of 1,000 bytes, gzip. */
const budget = { script: 220, style: 10 } as const

type Sort = 'script' | 'style' | 'font'
type Weight = Record<Sort, number> & { files: number; wire: number }

const sortOf = (address: string): Sort | undefined =>
  /\.js$/.test(address) ? 'script' : /\.css$/.test(address) ? 'style' : /\.woff2$/.test(address) ? 'font' : undefined

async function weigh(context: BrowserContext, address: string): Promise<Weight> {
  const page = await context.newPage()
  const responses: Response[] = []
  page.on('response', response => responses.push(response))
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  const weight: Weight = { script: 0, style: 0, font: 0, files: 0, wire: 0 }
  for (const response of responses) {
    const sort = sortOf(new URL(response.url()).pathname)
    if (!sort || response.status() !== 200) continue
    const body = await response.body()
    weight[sort] += sort === 'font' ? body.length : gzipSync(body, { level: 9 }).length
    weight.wire += (await response.request().sizes()).responseBodySize
    weight.files += 1
  }
  await page.close()
  return weight
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8)
const line = (name: string, weight: Weight) =>
  console.log(
    `${name.padEnd(44)}${kilobytes(weight.script)}${kilobytes(weight.style)}${kilobytes(weight.font)}${kilobytes(weight.wire)}${String(weight.files).padStart(8)}`,
  )

async function main(): Promise<void> {
  const [language = 'en'] = process.argv.slice(2)
  const bench = await openBrowserBench({ agreements: 300, entries: 3000, partners: 60 })
  const { agreementId, partnerId, url } = bench
  const weighed = async (address: string, reader: string, isSignedIn = true) => {
    const context = await bench.open(reader)
    if (!isSignedIn) await context.clearCookies()
    const weight = await weigh(context, url + address)
    await context.close()
    return weight
  }
  console.log(`${'KB, gzip'.padEnd(44)}  script   style    font    wire   files`)
  const over: string[] = []
  const firstPage = async (name: string, address: string, reader: string, isSignedIn: boolean) => {
    const weight = await weighed(address, reader, isSignedIn)
    line(`${name} (${reader})`, weight)
    if (weight.script > budget.script * 1000 || weight.style > budget.style * 1000) over.push(`${name} (${reader})`)
  }
  for (const reader of ['en', 'fa', 'ru']) {
    await firstPage('first page, /', '/', reader, true)
    await firstPage('first page, /portfolio', '/portfolio', reader, true)
    await firstPage('/sign-in', '/sign-in', reader, false)
  }
  const routes = [
    ...['/portfolio?view=map', '/portfolio?view=timeline', `/portfolio/${agreementId}`, '/agreements/new'],
    ...[`/agreements/${agreementId}`, `/agreements/${agreementId}?tab=commitments`, `/agreements/${agreementId}/edit`],
    ...[`/agreements/${agreementId}?tab=entries`, `/agreements/${agreementId}?tab=timeline`],
    ...['/partners', `/partners/${partnerId}`, '/countries/RU', '/organisations', `/organisations/${partnerId}`],
    ...['/organisations/new', '/imports', '/imports/new', '/people', '/account', '/settings/pulse'],
  ]
  for (const route of routes) line(route.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '…'), await weighed(route, language))
  await bench.close()
  const verdict = over.length === 0 ? 'kept' : `not kept by ${over.join(', ')}`
  console.log(`budget of a first page, ${budget.script} KB of scripts and ${budget.style} KB of styles: ${verdict}`)
  process.exitCode = over.length === 0 ? 0 : 1
}

await main()
