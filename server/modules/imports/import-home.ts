// Which home organisation a list on the command line is for; in an empty installation the first one is chosen so.
import { stderr } from 'node:process'
import { runAction } from '#core/actions.ts'
import { systemActor } from '#core/identity/actor.ts'
import type { Services } from '#core/services.ts'
import { fold, listHomes, searchOrganisations, setHomes } from '#modules/registry/index.ts'

/** The message names what there is to choose from. */
export class NoSuchHome extends Error {}

/** `null` when nothing was named and there is not exactly one home. @throws NoSuchHome */
export async function homeFor(services: Services, named: string | undefined): Promise<string | null> {
  const homes = await listHomes(services.db)
  if (!named) return homes.length === 1 ? homes[0]!.id : null
  const known = homes.find(home => home.id === named || fold(home.name) === fold(named))
  if (known) return known.id
  if (homes.length === 0) return chooseFirst(services, named)
  const names = homes.map(home => home.name).join(', ')
  throw new NoSuchHome(`There is no home organisation "${named}". There are: ${names}.`)
}

/** Only an exact name or an identifier is taken for it. */
async function chooseFirst(services: Services, named: string): Promise<string> {
  const found = await searchOrganisations(services.db, { q: named, limit: 5 }, 'en')
  const isIdentifier = /\d/.test(named) && found.length === 1
  const same = found.filter(one => [one.name, one.original].some(name => name && fold(name) === fold(named)))
  const [chosen, ...others] = same.length > 0 ? same : isIdentifier ? found : []
  if (!chosen || others.length > 0) {
    const near = found.map(one => `${one.name} (${[one.city, one.country].filter(Boolean).join(', ')})`).join('; ')
    throw new NoSuchHome(
      `No home organisation is chosen yet, and the registry knows no single "${named}". ` +
        (near
          ? `Near: ${near}. Name one exactly or give its ROR id.`
          : 'Load the registry first: concord registry import FILE.'),
    )
  }
  await runAction(services, systemActor('Command line'), setHomes, { organisationIds: [chosen.id] })
  stderr.write(`${chosen.name} is the home organisation of this installation now.\n`)
  return chosen.id
}
