// Tests of components: in the Chromium that the test run found, through the same build as the pages.
import { playwright } from '@vitest/browser-playwright'
import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import pages from '../../vite.config.ts'

const executablePath = process.env.CONCORD_CHROMIUM
// Chromium refuses its sandbox to root.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const launchOptions = { args, ...(executablePath !== undefined && { executablePath }) }

export default defineConfig(async environment => {
  const built = typeof pages === 'function' ? await pages(environment) : pages
  return mergeConfig(built, {
    test: {
      include: ['**/*.test.{ts,tsx}'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions }),
        instances: [{ browser: 'chromium' }],
      },
    },
  })
})
