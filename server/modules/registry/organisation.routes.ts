// Organisations over HTTP: lists, search as you type, the record, changes, merging, homes.
import { listEvents } from '#core/events.ts'
import { reaches } from '#core/identity/actor.ts'
import { readsAs } from '#core/identity/confided.ts'
import { handle, type RequestContext, type RouteRegistration } from '#core/module.ts'
import { found } from '#core/policy.ts'
import { presentTimeline } from '#core/timeline.ts'
import { changeOrganisation, takeStatement } from './actions/change-organisation.ts'
import { createOrganisation } from './actions/create-organisation.ts'
import { mergeOrganisations, undoMerge } from './actions/merge-organisations.ts'
import { removeHome, setHomes } from './actions/set-homes.ts'
import { splitOrganisation } from './actions/split-organisation.ts'
import { eventsOf } from './history-parts.ts'
import * as contract from './organisation.contract.ts'
import {
  listHomes,
  listOrganisations,
  listUnits,
  nameIn,
  organisationsById,
  searchOrganisations,
} from './organisation.store.ts'
import { organisationFieldTerms } from './organisation-changes.ts'
import { mergedFamily } from './organisation-history.store.ts'
import { viewOrganisation } from './organisation-view.ts'
import { ContactAdded, ContactLeft } from './registry.events.ts'

type Request = RequestContext<unknown, unknown, unknown>

const view = ({ db, actor, t }: Pick<Request, 'db' | 'actor' | 't'>, id: string) => viewOrganisation(db, id, actor, t)

async function homeRefs({ db, t }: Pick<Request, 'db' | 't'>) {
  const homes = await listHomes(db)
  return { items: homes.map(home => ({ id: home.id, name: nameIn(home, t.language), country: home.country })) }
}

async function readableHomes({ db, t, actor }: Pick<Request, 'db' | 't' | 'actor'>) {
  const homes = await listHomes(db)
  const units = await listUnits(
    db,
    homes.map(home => home.id),
    t.language,
  )
  const rootOf = new Map<string, string>(homes.map(home => [home.id, home.id]))
  for (const unit of units) rootOf.set(unit.id, rootOf.get(unit.unitOf) ?? unit.unitOf)
  const items = homes.map(home => {
    const ofHome = units.filter(unit => rootOf.get(unit.id) === home.id)
    const mayWrite = actor.administers || reaches(actor.writes, home.id)
    return {
      ...{ id: home.id, name: nameIn(home, t.language), original: home.name, country: home.country, mayWrite },
      units: ofHome.filter(unit => reaches(actor.reads, home.id) || reaches(actor.reads, unit.id)),
      writableUnits: ofHome.filter(unit => mayWrite || reaches(actor.writes, unit.id)).map(unit => unit.id),
    }
  })
  return { items: items.filter(home => reaches(actor.reads, home.id) || home.units.length > 0) }
}

export const organisationRoutes: RouteRegistration[] = [
  handle(contract.listOrganisations, ({ db, query, t }) => listOrganisations(db, query, t.language)),
  handle(contract.searchOrganisations, async ({ db, query, t }) => ({
    items: await searchOrganisations(db, query, t.language),
  })),
  handle(contract.getOrganisation, request => view(request, request.params.id)),
  handle(contract.createOrganisation, async request =>
    view(request, await request.run(createOrganisation, request.body)),
  ),
  handle(contract.changeOrganisation, async request => {
    await request.run(changeOrganisation, { ...request.body, id: request.params.id })
    return view(request, request.params.id)
  }),
  handle(contract.acceptStatement, async request => {
    await request.run(takeStatement, { ...request.body, id: request.params.id })
    return view(request, request.params.id)
  }),
  handle(contract.mergeOrganisation, async request => {
    await request.run(mergeOrganisations, { ...request.body, id: request.params.id })
    return view(request, request.body.intoId)
  }),
  handle(contract.undoMerge, async request => {
    await request.run(undoMerge, { ...request.body, id: request.params.id })
    return view(request, request.params.id)
  }),
  handle(contract.splitOrganisation, async request =>
    view(request, await request.run(splitOrganisation, { ...request.body, id: request.params.id })),
  ),
  handle(contract.listUnits, async ({ db, params, t }) => {
    found((await organisationsById(db, [params.id])).get(params.id))
    return { items: await listUnits(db, [params.id], t.language) }
  }),
  handle(contract.getTimeline, async ({ db, actor, params, query, t }) => {
    found((await organisationsById(db, [params.id])).get(params.id))
    const { limit = 50, before } = query
    const paging = {
      limit,
      only: eventsOf(query.about),
      names: readsAs(actor),
      ...(before !== undefined && { before }),
    }
    const family = [{ type: 'organisation', ids: await mergedFamily(db, params.id) }]
    // That another home has contacts there is for those who read that home.
    const ofHomes = { types: [ContactAdded.type, ContactLeft.type], reads: actor.reads }
    const events = await listEvents(db, family, paging, ofHomes)
    return { items: presentTimeline(events, t, organisationFieldTerms) }
  }),
  handle(contract.listHomes, readableHomes),
  handle(contract.setHomes, async request => {
    await request.run(setHomes, request.body)
    return homeRefs(request)
  }),
  handle(contract.removeHome, async request => {
    await request.run(removeHome, request.params)
    return homeRefs(request)
  }),
]
