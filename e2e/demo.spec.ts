// The demo as a visitor sees it: in by one click, a living portfolio in three languages, and no second time by the same link.
import { expect, test } from '@playwright/test'
import { expectAccessible, startDemo } from './harness.ts'
import { directions, languages, wordsIn } from './words.ts'

let demo: Awaited<ReturnType<typeof startDemo>>
test.beforeAll(async () => {
  test.setTimeout(180_000)
  demo = await startDemo()
})
test.afterAll(async () => {
  await demo?.stop()
})

const partner = {
  en: 'Alatau University of Earth Sciences',
  fa: 'دانشگاه علوم زمین آلاتائو',
  ru: 'Алатауский университет наук о Земле',
}

test('entering by a link and reading the portfolio', async ({ page, browser }) => {
  const link = demo.links[1]!
  await page.goto(link)
  for (const language of languages) {
    const headers = { 'x-concord': '1' }
    await page.request.put(`${demo.url}/api/session/preferences`, { headers, data: { language } })
    await page.goto(`${demo.url}/partners?text=Alatau`)
    await expect(page.locator('html')).toHaveAttribute('dir', directions[language])
    await expect(page.getByRole('heading', { level: 1, name: wordsIn(language)('Partners') })).toBeVisible()
    await expect(page.getByText(partner[language]).first()).toBeVisible()
    await expectAccessible(page)
  }
  const other = await browser.newPage()
  await other.goto(link)
  await expect(other).toHaveURL(/\/sign-in/)
  await other.close()
})
