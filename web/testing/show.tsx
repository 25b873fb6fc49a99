// Shows a component as the app does: texts, locale, cache and an address, for a reader of a given language.
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import * as Aria from 'react-aria-components'
import { render } from 'vitest-browser-react'
import { startTexts } from '../core/i18n.ts'
import { chooseReader, type ReaderChoices, useReader } from '../core/reader.ts'

const usual: ReaderChoices = { language: 'en', calendar: null, digits: null, timeZone: 'UTC', theme: 'light' }

function Providers({ Page }: { Page: ComponentType }) {
  const { locale } = useReader()
  const root = createRootRoute()
  const page = createRoute({ getParentRoute: () => root, path: '/', component: () => <Page /> })
  const detail = createRoute({ getParentRoute: () => root, path: '/rows/$id', component: () => <Page /> })
  const router = createRouter({
    routeTree: root.addChildren([page, detail]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  })
  return (
    <I18nProvider i18n={i18n}>
      <Aria.I18nProvider locale={locale}>
        <QueryClientProvider client={new QueryClient()}>
          <RouterProvider router={router as never} />
        </QueryClientProvider>
      </Aria.I18nProvider>
    </I18nProvider>
  )
}

/** Renders `Page` for a reader; other choices than language follow it. */
export async function show(Page: ComponentType, choices: Partial<ReaderChoices> = {}) {
  chooseReader({ ...usual, ...choices }, 'server')
  await startTexts()
  return render(<Providers Page={Page} />)
}
