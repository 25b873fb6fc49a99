// Measures how soon pages answer in a browser on a portfolio of 5,000 agreements: from the press to what it leads to, painted.
// Usage: node bench/interaction.ts [agreements] [language]
import type { Page } from '@playwright/test'
import { openBrowserBench } from './_browser.ts'

const [agreementText = '5000', language = 'en'] = process.argv.slice(2)
const agreements = Number(agreementText)
const rounds = 9
/** An interaction answers within so many milliseconds. */
const budget = 100

/** What tells that an interaction is over: something is there, gone, or says something else than before. */
interface Sign {
  selector: string
  is: 'there' | 'gone' | 'changed'
}

interface Times {
  /** Until the first painting after it: a press is seen to be taken. */
  answer: number
  /** Until what it leads to is painted. */
  done: number
}

/** Starts to watch: times run from the event of the next press or key. */
const watch = (page: Page, sign: Sign) =>
  page.evaluate(({ selector, is }) => {
    const textNow = () => document.querySelector(selector)?.textContent ?? ''
    const before = textNow()
    const isOver = () => {
      const found = document.querySelector(selector) !== null
      return is === 'there' ? found : is === 'gone' ? !found : textNow() !== before
    }
    const store = window as unknown as { benchTimes: Promise<Times> }
    store.benchTimes = new Promise(resolve => {
      let began: number | undefined
      let answer = 0
      const note = (event: Event) => {
        if (began !== undefined) return
        began = event.timeStamp
        // Two frames: the first may have been begun before the event.
        requestAnimationFrame(() => requestAnimationFrame(() => (answer = performance.now() - event.timeStamp)))
      }
      for (const kind of ['click', 'keydown']) addEventListener(kind, note, { capture: true, once: true })
      const look = () => {
        if (began === undefined || !isOver()) return void requestAnimationFrame(look)
        requestAnimationFrame(() => {
          const done = performance.now() - began!
          resolve({ answer: answer || done, done })
        })
      }
      requestAnimationFrame(look)
    })
  }, sign)

const times = (page: Page): Promise<Times> =>
  page.evaluate(() => (window as unknown as { benchTimes: Promise<Times> }).benchTimes)

interface Interaction {
  name: string
  before?: (page: Page) => Promise<unknown>
  act: (page: Page) => Promise<unknown>
  sign: Sign
}

const settled = (page: Page) => page.waitForLoadState('networkidle')

async function measure(page: Page, { before, act, sign }: Interaction): Promise<Times> {
  const all: Times[] = []
  for (let round = 0; round < rounds; round += 1) {
    await before?.(page)
    await settled(page)
    await watch(page, sign)
    await act(page)
    all.push(await times(page))
  }
  const median = (of: (one: Times) => number) => all.map(of).sort((a, b) => a - b)[Math.floor(rounds / 2)]!
  return { answer: median(one => one.answer), done: median(one => one.done) }
}

const ticks = (ms: number) => `${ms.toFixed(0)} ms`.padStart(9)

function interactionsOf(url: string, agreementId: string): Interaction[] {
  const go = (address: string) => async (page: Page) => {
    if (page.url() !== url + address) await page.goto(url + address)
  }
  const viewLink = (page: Page, place: number) => page.locator('main nav a').nth(place).click()
  const rows = '[role=grid] [role=rowgroup]'
  return [
    {
      name: 'filter by a number tile',
      before: go('/portfolio'),
      act: page => page.locator('a[href*="pulse=dormant"]').first().click(),
      sign: { selector: '[role=status].sr-only', is: 'changed' },
    },
    {
      name: 'filter typed into the search',
      before: go('/portfolio?sort=number'),
      act: page => page.locator('main input').first().press('7'),
      sign: { selector: rows, is: 'changed' },
    },
    {
      name: 'table to map',
      before: go('/portfolio'),
      act: page => viewLink(page, 1),
      sign: { selector: 'main svg path[d]:nth-of-type(40)', is: 'there' },
    },
    {
      name: 'table to terms',
      before: go('/portfolio'),
      act: page => viewLink(page, 2),
      sign: { selector: rows, is: 'gone' },
    },
    {
      name: 'map to table',
      before: go('/portfolio?view=map'),
      act: page => viewLink(page, 0),
      sign: { selector: `${rows} a[data-row-link]`, is: 'there' },
    },
    {
      name: 'sort by a column',
      before: go('/portfolio'),
      act: page => page.locator('[role=columnheader] button').nth(2).click(),
      sign: { selector: rows, is: 'changed' },
    },
    {
      name: 'open a record beside the list',
      before: go('/portfolio'),
      act: page =>
        page
          .locator(`${rows} [role=row]`)
          .nth(3)
          .click({ position: { x: 200, y: 20 } }),
      sign: { selector: 'aside h2', is: 'there' },
    },
    {
      name: 'tab of a record',
      before: go(`/agreements/${agreementId}`),
      act: page => page.getByRole('tab').nth(1).click(),
      sign: { selector: '[id^=commitment-]', is: 'there' },
    },
    {
      name: 'open the dialog of an entry',
      before: page => page.goto(`${url}/agreements/${agreementId}?tab=entries`),
      act: page => page.locator('main section button').first().click(),
      sign: { selector: '[role=dialog] form', is: 'there' },
    },
  ]
}

async function main(): Promise<void> {
  const bench = await openBrowserBench({ agreements, entries: agreements * 10, partners: Math.ceil(agreements / 12) })
  const context = await bench.open(language)
  console.log(`${agreements} agreements, ${language}, ${rounds} rounds; medians    answer     done`)
  const slow: string[] = []
  for (const interaction of interactionsOf(bench.url, bench.agreementId)) {
    const page = await context.newPage()
    const { answer, done } = await measure(page, interaction)
    await page.close()
    console.log(`${interaction.name.padEnd(50)}${ticks(answer)}${ticks(done)}`)
    if (answer > budget) slow.push(interaction.name)
  }
  await bench.close()
  console.log(
    `budget of ${budget} ms until an answer: ${slow.length === 0 ? 'kept' : `not kept by ${slow.join(', ')}`}`,
  )
  process.exitCode = slow.length === 0 ? 0 : 1
}

await main()
