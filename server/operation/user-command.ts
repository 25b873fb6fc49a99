// `concord user`: who may sign in, from the command line; also the way back in when no administrator can.
import { stdout } from 'node:process'
import { type Action, runAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { isLanguage, translator } from '#core/i18n.ts'
import { type GrantInput, listAccounts } from '#core/identity/accounts.ts'
import { changeAccount, makePasswordLink } from '#core/identity/actions/change-account.ts'
import { invitePerson } from '#core/identity/actions/invite-person.ts'
import { systemActor } from '#core/identity/actor.ts'
import { type Role, roles, roleTerms } from '#core/identity/roles.terms.ts'
import type { Services } from '#core/services.ts'
import { CommandRefused, readArguments } from './terminal.ts'

export const userUsage = [
  'user list [--json]',
  'user add E-MAIL --name NAME --role ROLE[@ORGANISATION] … [--language en|fa|ru]',
  'user link E-MAIL',
  'user roles E-MAIL [--role ROLE[@ORGANISATION] …]',
  'user close E-MAIL | user open E-MAIL',
].join('\n       concord ')

type Account = Awaited<ReturnType<typeof listAccounts>>[number]

const say = (text: string): number => {
  stdout.write(`${text}\n`)
  return 0
}

export async function userCommand(args: string[], services: Services): Promise<number> {
  const { values, positionals } = readArguments(userUsage, args, {
    json: { type: 'boolean' },
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    language: { type: 'string' },
  })
  const [verb, email, ...more] = positionals
  const fits = more.length === 0 && (verb === 'list' ? email === undefined : email !== undefined)
  if (!fits) throw new CommandRefused(`Usage: concord ${userUsage}`)
  const grants = values.role && (await grantsFrom(values.role, services))
  switch (verb) {
    case 'list':
      return list(services, values.json ?? false)
    case 'add':
      return add(services, { email: email!, name: values.name, language: values.language, grants })
    case 'link':
      return link(services, await accountOf(services, email!))
    case 'roles':
      return setRoles(services, await accountOf(services, email!), grants)
    case 'close':
    case 'open':
      return setOpen(services, await accountOf(services, email!), verb === 'open')
    default:
      throw new CommandRefused(`Usage: concord ${userUsage}`)
  }
}

/** Runs an action as the command line; what it refuses is said in English. */
async function act<I, O>(services: Services, action: Action<I, O>, input: I): Promise<O> {
  try {
    return await runAction(services, systemActor('Command line'), action, input)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const t = translator('en')
    throw new CommandRefused(t(error.reason ?? error.declaration.text, error.values))
  }
}

async function accountOf(services: Services, email: string): Promise<Account> {
  const wanted = email.trim().toLowerCase()
  const account = (await listAccounts(services.db)).find(one => one.email === wanted)
  if (!account) throw new CommandRefused(`Nobody here has the address ${email}. See “concord user list”.`)
  return account
}

/** `officer` for the whole installation, `officer@ID` for one organisation or unit and all below. */
async function grantsFrom(texts: readonly string[], services: Services): Promise<GrantInput[]> {
  const parsed = texts.map(text => {
    const [role, scopeId = null, ...rest] = text.split('@')
    if (!roles.includes(role as Role) || rest.length > 0)
      throw new CommandRefused(`There is no role “${text}”. Roles: ${roles.join(', ')}.`)
    return { role: role as Role, scopeId }
  })
  const ids = parsed.flatMap(grant => grant.scopeId ?? [])
  const strange = ids.find(id => !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))
  const missing = strange ?? (await unknownAmong(services, ids))
  if (missing !== undefined) throw new CommandRefused(`No organisation has the id “${missing}”.`)
  return parsed
}

async function unknownAmong({ db }: Services, ids: readonly string[]): Promise<string | undefined> {
  if (ids.length === 0) return undefined
  const rows = await db.selectFrom('organisation').select('id').where('id', 'in', ids).execute()
  return ids.find(id => !rows.some(row => row.id === id))
}

const grantText = (grant: Account['grants'][number]): string => {
  const place = grant.scopeId === null ? '' : ` at ${grant.scopeName ?? grant.scopeId}`
  const until = grant.validUntil === null ? '' : ` until ${grant.validUntil}`
  return `${translator('en')(roleTerms[grant.role])}${place}${until}`
}

const stateOf = ({ disabled, invited }: Account): string => (disabled ? 'closed' : invited ? 'invited' : 'open')

async function list({ db }: Services, asJson: boolean): Promise<number> {
  const accounts = await listAccounts(db)
  if (asJson) return say(JSON.stringify(accounts, null, 2))
  if (accounts.length === 0) return say('Nobody has an account yet. Open the link that the start prints.')
  const width = Math.max(...accounts.map(account => account.email.length)) + 2
  const lines = accounts.map(account => {
    const seen = account.lastSeenAt?.slice(0, 10) ?? 'never here'
    const given = account.grants.map(grantText).join('; ') || 'no role'
    return `${account.email.padEnd(width)}${stateOf(account).padEnd(9)}${seen.padEnd(12)}${account.name}: ${given}`
  })
  return say(lines.join('\n'))
}

const linkText = ({ config }: Services, token: string): string =>
  `The link works once, for 14 days. Give it to the person only:\n  ${config.publicUrl}/invitation#token=${token}`

interface NewPerson {
  email: string
  name: string | undefined
  language: string | undefined
  grants: GrantInput[] | undefined
}

async function add(services: Services, { email, name, language, grants }: NewPerson): Promise<number> {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new CommandRefused(`“${email}” is not an e-mail address.`)
  if (!name?.trim() || !grants)
    throw new CommandRefused(`A person needs --name and --role.\nUsage: concord ${userUsage}`)
  const chosen = language ?? services.config.defaultLanguage
  if (!isLanguage(chosen)) throw new CommandRefused('--language takes en, fa or ru.')
  const input = { email, name: name.trim(), language: chosen, grants }
  const { token } = await act(services, invitePerson, input)
  return say(`${input.name} may choose a password.\n${linkText(services, token)}`)
}

async function link(services: Services, account: Account): Promise<number> {
  const { token } = await act(services, makePasswordLink, { id: account.id })
  return say(`${account.name} may choose a new password.\n${linkText(services, token)}`)
}

const ownGrants = (account: Account): GrantInput[] => account.grants.filter(grant => grant.source === null)

async function setRoles(services: Services, account: Account, grants: GrantInput[] | undefined): Promise<number> {
  if (grants) await act(services, changeAccount, { id: account.id, grants, disabled: account.disabled })
  const [now] = await listAccounts(services.db, account.id)
  return say(`${account.name}: ${now!.grants.map(grantText).join('; ') || 'no role'}`)
}

async function setOpen(services: Services, account: Account, isOpen: boolean): Promise<number> {
  await act(services, changeAccount, { id: account.id, grants: ownGrants(account), disabled: !isOpen })
  return say(
    isOpen ? `${account.name} may sign in again.` : `${account.name} may no longer sign in; every session ended.`,
  )
}
