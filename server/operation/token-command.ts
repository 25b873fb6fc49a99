// `concord token`: API tokens of people, from the command line.
import { stdout } from 'node:process'
import { type Action, runAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { translator } from '#core/i18n.ts'
import { listAccounts } from '#core/identity/accounts.ts'
import { systemActor } from '#core/identity/actor.ts'
import { type Power, powers } from '#core/identity/roles.terms.ts'
import { giveToken, revoke } from '#core/identity/tokens/token.actions.ts'
import { listTokens } from '#core/identity/tokens/tokens.store.ts'
import type { Services } from '#core/services.ts'
import { dayIn } from '#core/time.ts'
import { CommandRefused, readArguments } from './terminal.ts'

export const tokenUsage = [
  'token list [E-MAIL] [--json]',
  'token create E-MAIL --name NAME --scope SCOPE … [--days DAYS]',
  'token revoke E-MAIL ID | token revoke E-MAIL --all',
].join('\n       concord ')

type Account = Awaited<ReturnType<typeof listAccounts>>[number]

const usualDays = 90
const wrongUsage = () => new CommandRefused(`Usage: concord ${tokenUsage}`)

const say = (text: string): number => {
  stdout.write(`${text}\n`)
  return 0
}

const todayOf = ({ clock, timeZone }: Services): Temporal.PlainDate => dayIn(clock.now(), timeZone)

export async function tokenCommand(args: string[], services: Services): Promise<number> {
  const { values, positionals } = readArguments(tokenUsage, args, {
    json: { type: 'boolean' },
    name: { type: 'string' },
    scope: { type: 'string', multiple: true },
    days: { type: 'string' },
    all: { type: 'boolean' },
  })
  const [verb, email, id, ...more] = positionals
  if (more.length > 0 || (id !== undefined && verb !== 'revoke')) throw wrongUsage()
  if (verb === 'list') return list(services, email, values.json ?? false)
  if (email === undefined) throw wrongUsage()
  const account = await accountOf(services, email)
  if (verb === 'create') return create(services, account, values)
  // All of them only when that is said: a forgotten id must not end every program of a person.
  if (verb === 'revoke' && (id === undefined) === (values.all ?? false)) return remove(services, account, id)
  throw wrongUsage()
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

async function accountOf({ db }: Services, email: string): Promise<Account> {
  const wanted = email.trim().toLowerCase()
  const account = (await listAccounts(db)).find(one => one.email === wanted)
  if (!account) throw new CommandRefused(`Nobody here has the address ${email}. See “concord user list”.`)
  return account
}

async function list(services: Services, email: string | undefined, asJson: boolean): Promise<number> {
  const accounts = email === undefined ? await listAccounts(services.db) : [await accountOf(services, email)]
  const today = todayOf(services).toString()
  const found = await Promise.all(
    accounts.map(async account => ({ account, tokens: await listTokens(services.db, account.id, today) })),
  )
  const rows = found.flatMap(({ account, tokens }) => tokens.map(token => ({ email: account.email, ...token })))
  if (asJson) return say(JSON.stringify(rows, null, 2))
  if (rows.length === 0) return say('There is no token that works.')
  const width = Math.max(...rows.map(row => row.email.length)) + 2
  const lines = rows.map(({ id, email, name, scopes, expiresOn, lastUsedAt }) => {
    const used = lastUsedAt === null ? 'not used yet' : `used ${lastUsedAt.slice(0, 10)}`
    return `${id}  ${email.padEnd(width)}until ${expiresOn}  ${used.padEnd(15)}${name}: ${scopes.join(', ')}`
  })
  return say(lines.join('\n'))
}

interface Wishes {
  name?: string | undefined
  scope?: string[] | undefined
  days?: string | undefined
}

async function create(services: Services, account: Account, wishes: Wishes): Promise<number> {
  const name = wishes.name?.trim() ?? ''
  const scopes = (wishes.scope ?? []).flatMap(text => text.split(',')).map(text => text.trim())
  if (name === '' || scopes.length === 0)
    throw new CommandRefused(`A token needs --name and --scope.\nUsage: concord ${tokenUsage}`)
  if (name.length > 100) throw new CommandRefused('--name takes at most 100 characters.')
  const strange = scopes.find(scope => !powers.includes(scope as Power))
  if (strange !== undefined) throw new CommandRefused(`There is no scope “${strange}”. Scopes: ${powers.join(', ')}.`)
  const days = Number(wishes.days ?? usualDays)
  if (!Number.isInteger(days) || days < 0 || days > 366)
    throw new CommandRefused('--days takes a whole number from 0 to 366.')
  const expiresOn = todayOf(services).add({ days }).toString()
  if (account.disabled) throw new CommandRefused(`The account of ${account.email} is closed.`)
  const input = { ownerId: account.id, name, scopes: [...new Set(scopes)] as Power[], expiresOn }
  const token = await act(services, giveToken, input)
  return say(`The token acts for ${account.name} until ${expiresOn}. It is shown only now:\n  ${token}`)
}

async function remove(services: Services, account: Account, id: string | undefined): Promise<number> {
  if (id !== undefined && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))
    throw new CommandRefused(`“${id}” is not the id of a token. See “concord token list”.`)
  const before = await listTokens(services.db, account.id, todayOf(services).toString())
  if (id !== undefined && !before.some(token => token.id === id))
    throw new CommandRefused(`${account.email} has no such token that works. See “concord token list”.`)
  await act(services, revoke, { userId: account.id, ...(id !== undefined && { id }) })
  const names = before.filter(token => id === undefined || token.id === id).map(token => token.name)
  return say(names.length === 0 ? 'There was no token that worked.' : `These no longer work: ${names.join(', ')}`)
}
