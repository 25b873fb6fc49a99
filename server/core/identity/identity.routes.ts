// Identity over HTTP: first administrator, invitations, people and their roles.
import { handle, type RouteRegistration } from '../module.ts'
import type { Services } from '../services.ts'
import { listAccounts, listColleagues } from './accounts.ts'
import { changeAccount, makePasswordLink } from './actions/change-account.ts'
import { choosePassword } from './actions/choose-password.ts'
import { createFirstAdministrator } from './actions/create-first-administrator.ts'
import { invitePerson } from './actions/invite-person.ts'
import { savePreferences } from './actions/save-preferences.ts'
import * as contract from './identity.contract.ts'
import { preferencesOf, presentSession } from './session-state.ts'
import { mustBeFresh } from './sign-in/freshness.ts'
import { enter, proceed } from './sign-in/open-session.ts'

/** Browsers keep what stands behind the # to themselves: it is in no log and no Referer. */
const linkOf = (services: Services, path: string, token: string) => `${services.config.publicUrl}${path}#token=${token}`

export const identityRoutes: RouteRegistration[] = [
  handle(contract.getSession, async request =>
    presentSession(request, request.actor, await preferencesOf(request, request.actor)),
  ),
  handle(contract.savePreferences, ({ run, body }) => run(savePreferences, body)),
  handle(contract.createFirstAdministrator, async request => {
    const { id } = await request.run(createFirstAdministrator, request.body)
    return enter(request, id, 'setup')
  }),
  handle(contract.acceptInvitation, async request => {
    const { id } = await request.run(choosePassword, request.body)
    return proceed(request, id, 'invitation')
  }),
  handle(contract.listAccounts, async ({ db, t }) => ({ items: await listAccounts(db, undefined, t.language) })),
  handle(contract.invitePerson, async ({ db, body, run, services, t }) => {
    const { id, token } = await run(invitePerson, body)
    const [account] = await listAccounts(db, id, t.language)
    return { account: account!, link: linkOf(services, '/invitation', token) }
  }),
  handle(contract.changeAccount, async ({ db, params, body, run, t }) => {
    await run(changeAccount, { id: params.id, ...body })
    return (await listAccounts(db, params.id, t.language))[0]!
  }),
  handle(contract.newPasswordLink, async ({ actor, params, run, services }) => {
    mustBeFresh(actor)
    const { token } = await run(makePasswordLink, { id: params.id })
    return { link: linkOf(services, '/invitation', token) }
  }),
  handle(contract.listColleagues, async ({ db }) => ({ items: await listColleagues(db) })),
]
