// Component tests in a real browser; the server's tests run under node:test.
import { existsSync } from 'node:fs'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, mergeConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = process.env.CHROMIUM_PATH ?? installed.find(path => existsSync(path))

const launchOptions = {
  ...(executablePath !== undefined && { executablePath }),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

export default defineConfig(environment =>
  mergeConfig(viteConfig({ ...environment, command: 'serve' }), {
    test: {
      // `.test.ts` files need no browser and run with the server's tests.
      include: ['**/*.test.tsx'],
      testTimeout: 8000,
      // One page at a time: a field that loses the focus to another page closes its list.
      fileParallelism: false,
      setupFiles: ['testing/setup.ts'],
      browser: {
        enabled: true,
        headless: true,
        provider: playwright({ launchOptions }),
        instances: [{ browser: 'chromium' }],
        screenshotFailures: false,
        viewport: { width: 900, height: 700 },
      },
    },
    optimizeDeps: {
      include: [
        'vitest-browser-react',
        'lucide-react',
        '@tanstack/react-query',
        '@tanstack/react-router',
        '@tanstack/react-virtual',
        'react',
        'react-dom',
        'react-dom/client',
        'react/jsx-dev-runtime',
      ],
    },
  }),
)
