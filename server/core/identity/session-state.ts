// What the web knows about the reader and the installation: the answer of every route that signs in.
import { languages } from '../i18n.ts'
import type { RequestContext } from '../module.ts'
import { readSetting } from '../settings.ts'
import { dayIn } from '../time.ts'
import { hasAdministrator } from './accounts.ts'
import { type Actor, type Power, reachesNothing, reachOf } from './actor.ts'
import type * as contract from './identity.contract.ts'
import { passkeysWork } from './sign-in/passkeys.ts'

type AnyRequest = RequestContext<unknown, unknown, unknown>

/** Who is signed in and what the installation is, as the web reads it. */
export async function presentSession(
  request: Pick<AnyRequest, 'db' | 'services' | 't'>,
  actor: Actor,
  preferences: contract.Preferences,
): Promise<contract.SessionState> {
  const { db, services } = request
  const homes = await db.selectFrom('organisation').select('id').where('home', '=', true).limit(1).execute()
  return {
    person:
      actor.kind === 'person'
        ? {
            id: actor.id!,
            name: actor.name,
            email: actor.email!,
            language: actor.language,
            preferences,
            grants: [...actor.grants],
          }
        : null,
    abilities: abilitiesOf(actor),
    installation: {
      name: await readSetting(db, 'installation.name', 'Concord'),
      languages: [...languages],
      hasAdministrator: await hasAdministrator(db),
      setUp: homes.length > 0,
      demo: await readSetting(db, 'installation.demo', false),
      today: dayIn(services.clock.now(), services.timeZone).toString(),
      timeZone: services.timeZone,
      signIn: {
        mail: services.mail.delivers,
        passkeys: passkeysWork(services.config.publicUrl),
        providers: services.config.signOn.map(({ id, name }) => ({ id, name: request.t.localised(name) })),
      },
    },
  }
}

/** What decides which pages the web offers; everything else stands with each record. */
const announced = ['record', 'write', 'registry', 'import', 'share', 'audit'] as const satisfies readonly Power[]

function abilitiesOf(actor: Actor): contract.SessionState['abilities'] {
  const abilities: contract.SessionState['abilities'] = {}
  for (const power of announced) if (!reachesNothing(reachOf(actor, power))) abilities[power] = true
  if (actor.administers) abilities.administer = true
  return abilities
}

export const preferencesOf = async (request: Pick<AnyRequest, 'db'>, actor: Actor): Promise<contract.Preferences> => {
  if (!actor.id) return {}
  const row = await request.db
    .selectFrom('auth_user')
    .select('preferences')
    .where('id', '=', actor.id)
    .executeTakeFirst()
  return (row?.preferences ?? {}) as contract.Preferences
}
