// Builds and serves the web part: Persian texts for React Aria, catalogues, Tailwind, and chunks within the page budget.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { lingui } from '@lingui/vite-plugin'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type PluginOption } from 'vite'
import { compressedFiles } from './web/build/compressed-files.ts'
import { firstPageGroup } from './web/build/first-page-group.ts'
import { leanCatalogues, leanContracts } from './web/build/lean-server-files.ts'
import { leanStyles } from './web/build/lean-styles.ts'
import { persianAriaTexts } from './web/build/persian-aria.ts'

const root = import.meta.dirname
/** The unplugin type of this package predates Vite 8. */
const onlyOurLocales = (): Plugin => ({
  ...(optimizeLocales.vite({ locales: ['en-US', 'en-GB', 'fa-IR', 'ru-RU'] }) as Plugin),
  enforce: 'pre',
})

/** Catalogue texts missing in a language stop the build; `CONCORD_DRAFT_TEXTS=1` lets a draft through. */
const texts = (isBuild: boolean): PluginOption =>
  lingui({
    macroTransform: true,
    failOnCompileError: true,
    failOnMissing: isBuild && !process.env.CONCORD_DRAFT_TEXTS,
  })

const modernBrowsers = ['chrome125', 'firefox128', 'safari18']

/**
 * Libraries that every page needs, in files that stay cached when our own code changes; and what else the first page
 * needs at once as one file: sixty small ones weigh 12 KB more when compressed.
 */
const groups = [
  { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 30 },
  { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 20 },
  { name: firstPageGroup(), debugName: 'shell', priority: 10 },
]

export default defineConfig(({ command }) => ({
  root: path.join(root, 'web'),
  publicDir: path.join(root, 'web/public'),
  cacheDir: path.join(root, '.runtime/vite'),
  plugins: [
    persianAriaTexts(),
    onlyOurLocales(),
    texts(command === 'build'),
    react(),
    tailwind(),
    leanStyles(),
    leanContracts(),
    leanCatalogues(),
    compressedFiles(),
  ],
  resolve: {
    alias: [
      // The server checks schemas; the web needs only their types, so TypeBox itself stays out of the page.
      { find: /^typebox$/, replacement: path.join(root, 'web/core/typebox-types-only.ts') },
    ],
  },
  optimizeDeps: {
    include: ['react-aria-components', 'react-aria', '@internationalized/date', '@lingui/react', '@lingui/core'],
    rolldownOptions: { plugins: [persianAriaTexts(), onlyOurLocales()] },
  },
  build: {
    outDir: path.join(root, '.runtime/web/latest'),
    emptyOutDir: true,
    target: modernBrowsers,
    cssTarget: modernBrowsers,
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rolldownOptions: {
      output: { codeSplitting: { groups, includeDependenciesRecursively: false } },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:3000' },
    fs: { allow: [existsSync(path.join(root, 'node_modules')) ? root : path.dirname(root)] },
  },
}))
