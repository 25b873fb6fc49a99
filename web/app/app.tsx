// Providers around the routes: texts, locale of the components, cache, navigation.
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect } from 'react'
import * as Aria from 'react-aria-components'
import { onSignedOut } from '../core/api.ts'
import { queryClient } from '../core/query.ts'
import { useReader } from '../core/reader.ts'
import { sessionOptions } from '../core/session.ts'
import { router } from './router.tsx'

/** Goes to sign-in and comes back to the same address; forms keep their drafts meanwhile. */
function goToSignIn(): void {
  const { pathname, href } = router.state.location
  // A guest has no account to sign in to: the page of the link says what is the matter.
  if (pathname === '/sign-in' || pathname.startsWith('/guest/')) return
  queryClient.removeQueries({ queryKey: sessionOptions.queryKey })
  void router.navigate({ to: '/sign-in', search: { return: href } } as never)
}

const goTo = (path: string): void => void router.navigate({ to: path } as never)

export function App() {
  const { locale } = useReader()
  useEffect(() => onSignedOut(goToSignIn), [])
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Aria.I18nProvider locale={locale}>
          <Aria.RouterProvider navigate={goTo}>
            <QueryClientProvider client={queryClient}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </Aria.RouterProvider>
        </Aria.I18nProvider>
      </I18nProvider>
    </StrictMode>
  )
}
