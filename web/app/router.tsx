// Routes from the modules' pages: shell around the signed-in ones, a plain layout around the others.
import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  notFound,
  redirect,
} from '@tanstack/react-router'
import { loadCatalogue } from '../core/i18n.ts'
import { queryClient } from '../core/query.ts'
import { may, type Session, sessionOptions, takeOverPreferences } from '../core/session.ts'
import { ErrorPage, NotFoundPage, PendingPage } from './error-pages.tsx'
import type { ModuleDefinition, PageDefinition } from './module.ts'
import { modules } from './modules.ts'
import { PlainLayout } from './plain-layout.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ notFoundComponent: NotFoundPage })

let isPreferencesTaken = false

/** The session, read once; its preferences are taken over on the first reading. */
async function session(): Promise<Session> {
  const found = await queryClient.ensureQueryData(sessionOptions)
  if (!isPreferencesTaken) takeOverPreferences(found)
  isPreferencesTaken = true
  return found
}

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const { person, installation } = await session()
    if (person) return
    if (!installation.hasAdministrator) throw redirect({ to: '/setup' as never })
    throw redirect({ to: '/sign-in' as never, search: { return: location.href } as never })
  },
})

const plain = createRoute({ getParentRoute: () => root, id: 'plain', component: PlainLayout })

function routeOf(page: PageDefinition, parent: () => AnyRoute, module: ModuleDefinition): AnyRoute {
  const route: AnyRoute = createRoute({
    getParentRoute: parent,
    path: page.path,
    component: lazyRouteComponent(() => page.load().then(component => ({ default: component }))),
    loader: () => loadCatalogue(module.name, ...(module.texts ?? []), ...(page.texts ?? [])),
    staleTime: Number.POSITIVE_INFINITY,
  } as never)
  const children = (page.pages ?? []).map(child => routeOf(child, () => route, module))
  return children.length > 0 ? route.addChildren(children) : route
}

const pages = modules.flatMap(module => module.pages.map(page => ({ page, module })))
const menu = modules.flatMap(module => module.nav ?? []).sort((a, b) => a.order - b.order)

/** Where the first page is when no module claims the root. */
const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: () => (menu[0] ? <Navigate to={menu[0].to as never} replace /> : <NotFoundPage />),
})

/** For those who build pages; on a running installation for its administrators. */
const gallery = createRoute({
  getParentRoute: () => plain,
  path: '/kit',
  beforeLoad: async () => {
    if (!import.meta.env.DEV && !may(await session(), 'administer')) throw notFound()
  },
  component: lazyRouteComponent(() => import('./gallery/gallery.tsx'), 'Gallery'),
})

function buildTree(): AnyRoute {
  const of = (layout: 'shell' | 'plain', parent: AnyRoute) =>
    pages
      .filter(({ page }) => (page.layout ?? 'shell') === layout)
      .map(({ page, module }) => routeOf(page, () => parent, module))
  const inShell = of('shell', shell)
  const hasHome = pages.some(({ page }) => page.path === '/')
  return root.addChildren([
    shell.addChildren(hasHome ? inShell : [home, ...inShell]),
    plain.addChildren([gallery, ...of('plain', plain)]),
  ])
}

export const router = createRouter({
  routeTree: buildTree(),
  defaultPreload: 'intent',
  defaultPreloadDelay: 80,
  defaultErrorComponent: ErrorPage,
  defaultPendingComponent: PendingPage,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingMs: 200,
  scrollRestoration: true,
})
