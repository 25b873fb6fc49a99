// Where interface texts are looked for and which catalogue holds them: one for the shell, one a web module, one a server module.
import { defineConfig } from '@lingui/cli'

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**']

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'fa', 'ru'],
  rootDir: '.',
  orderBy: 'messageId',
  catalogs: [
    {
      // Menu entries are needed before their module is loaded, so `module.ts` belongs to the shell's catalogue.
      path: '<rootDir>/web/locales/{locale}',
      include: ['<rootDir>/web/app', '<rootDir>/web/kit', '<rootDir>/web/core', '<rootDir>/web/modules/*/module.ts'],
      exclude: tests,
    },
    {
      path: '<rootDir>/web/modules/{name}/locales/{locale}',
      include: ['<rootDir>/web/modules/{name}'],
      exclude: [...tests, '**/module.ts'],
    },
    {
      path: '<rootDir>/server/core/locales/{locale}',
      include: [
        '<rootDir>/server/core',
        '<rootDir>/server/cli.ts',
        '<rootDir>/server/main.ts',
        '<rootDir>/server/app.ts',
      ],
      exclude: tests,
    },
    {
      path: '<rootDir>/server/modules/{name}/locales/{locale}',
      include: ['<rootDir>/server/modules/{name}'],
      exclude: tests,
    },
  ],
})
