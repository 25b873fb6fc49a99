// Journeys: in the Chromium that the test run found, one after another on machines with few processors.
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..')
const executablePath = process.env.CONCORD_CHROMIUM
// Chromium refuses its sandbox to root.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig({
  testDir: join(root, 'e2e'),
  outputDir: join(root, 'test-results'),
  workers: 1,
  timeout: 60_000,
  forbidOnly: process.env.CI !== undefined,
  use: {
    browserName: 'chromium',
    launchOptions: { args, ...(executablePath !== undefined && { executablePath }) },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
})
