// Persons over HTTP: contacts of organisations, found in any script.
import { NotFound, Refusal } from '#core/errors.ts'
import { handle, type RequestContext, type RouteRegistration } from '#core/module.ts'
import { found, presentAbilities } from '#core/policy.ts'
import { changePerson, createPerson, deletePerson } from './actions/write-person.ts'
import { organisationFamily, refsFor } from './organisation.store.ts'
import * as contract from './person.contract.ts'
import { findPerson, type KeptPerson, listPersons } from './person.store.ts'
import { canChangePerson } from './registry.policy.ts'

type Request = Pick<RequestContext<unknown, unknown, unknown>, 'db' | 'actor' | 't'>

async function present({ db, actor, t }: Request, persons: readonly KeptPerson[]): Promise<contract.Person[]> {
  const refs = await refsFor(
    db,
    persons.flatMap(person => [person.organisationId, person.unitId, person.homeId]),
    t.language,
  )
  const refOf = (id: string | null) => (id === null ? null : (refs.get(id) ?? null))
  return persons.map(person => {
    const { id, version, name, names, position, email, phone, orcid } = person
    const decision = canChangePerson(actor, person)
    return {
      id,
      version,
      name: names[t.language] ?? name,
      original: name,
      names,
      position,
      email,
      phone,
      orcid,
      organisation: refOf(person.organisationId),
      unit: refOf(person.unitId),
      home: refOf(person.homeId),
      abilities: presentAbilities({ change: decision, delete: decision }, t),
    }
  })
}

const view = async (request: Request, id: string) =>
  (await present(request, [found(await findPerson(request.db, id, request.actor))]))[0]!

async function page(request: Request, filter: Parameters<typeof listPersons>[1]) {
  const { items, total } = await listPersons(request.db, filter, request.actor)
  return { items: await present(request, items), total }
}

async function familyOf(request: Request, organisationId: string): Promise<string[]> {
  const family = await organisationFamily(request.db, [organisationId])
  if (family.length === 0) throw new Refusal(NotFound)
  return family
}

export const personRoutes: RouteRegistration[] = [
  handle(contract.listPersons, async request => {
    const { organisationId, ...filter } = request.query
    return page(
      request,
      organisationId === undefined ? filter : { ...filter, familyIds: await familyOf(request, organisationId) },
    )
  }),
  handle(contract.listOrganisationPersons, async request =>
    page(request, { ...request.query, familyIds: await familyOf(request, request.params.id) }),
  ),
  handle(contract.createPerson, async request =>
    view(request, await request.run(createPerson, { ...request.body, organisationId: request.params.id })),
  ),
  handle(contract.getPerson, request => view(request, request.params.id)),
  handle(contract.changePerson, async request => {
    await request.run(changePerson, { ...request.body, id: request.params.id })
    return view(request, request.params.id)
  }),
  handle(contract.deletePerson, async request => {
    await request.run(deletePerson, request.params)
    return {}
  }),
]
