// HTTP of the search.
import { handle, type RouteRegistration } from '#core/module.ts'
import * as contract from './search.contract.ts'
import { searchAll } from './search.ts'

export const searchRoutes: RouteRegistration[] = [
  handle(contract.searchEverything, ({ db, actor, t, query }) =>
    searchAll(db, actor, t, { text: query.q, kind: query.kind, homeId: query.home, limit: query.limit ?? 5 }),
  ),
]
