// Providers of single sign-on: read from the operator's file, checked at start, asked for their addresses when first used.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Configuration } from 'openid-client'
import { type GivenRole, givenRoles, presentRole, type Role } from '../roles.terms.ts'

export interface GroupRole {
  group: string
  role: Role
  /** An organisation or unit; null is the whole installation. */
  scopeId: string | null
}

export interface Provider {
  /** Part of the address that the provider sends people back to. */
  id: string
  /** By language, `{ en: '…' }`. */
  name: Record<string, string>
  issuer: string
  clientId: string
  clientSecret: string
  scopes: string[]
  /** Where the groups of a person stand in the answer, `groups` or `realm_access.roles`. */
  groupsClaim: string
  /** Whether people without an account here get one. */
  createsAccounts: boolean
  roles: GroupRole[]
}

const wrong = (what: string): never => {
  throw new RangeError(`a JSON file with a list of providers; ${what}`)
}

type Raw = Record<string, unknown>
const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const known = new Set([
  ...['id', 'name', 'issuer', 'clientId', 'clientSecret', 'scopes', 'groupsClaim', 'createsAccounts', 'roles'],
])
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

function textOf(raw: Raw, key: string, place: string): string {
  const value = raw[key]
  return typeof value === 'string' && value.trim() !== '' ? value : wrong(`${place} has no ${key}`)
}

function issuerOf(raw: Raw, place: string): string {
  const issuer = textOf(raw, 'issuer', place)
  const url = URL.canParse(issuer) ? new URL(issuer) : wrong(`the issuer of ${place} is not an address`)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal))
    wrong(`the issuer of ${place} must begin with https://`)
  return issuer
}

function groupRole(raw: unknown, place: string): GroupRole {
  if (!isObject(raw)) return wrong(`a role of ${place} is not an object`)
  const group = textOf(raw, 'group', `a role of ${place}`)
  const role =
    givenRoles.find(each => each === raw.role) ?? wrong(`${place} names the unknown role ${String(raw.role)}`)
  const scopeId = raw.scopeId ?? null
  if (scopeId !== null && !(typeof scopeId === 'string' && uuid.test(scopeId)))
    wrong(`the scopeId for the group ${group} of ${place} is not an identifier`)
  return { group, role: presentRole(role as GivenRole), scopeId: scopeId as string | null }
}

function provider(raw: unknown): Provider {
  if (!isObject(raw)) return wrong('one of them is not an object')
  const id = textOf(raw, 'id', 'a provider')
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) wrong(`the id ${id} may have small letters, digits and hyphens only`)
  const strange = Object.keys(raw).find(key => !known.has(key))
  if (strange !== undefined) wrong(`${id} has the unknown field ${strange}`)
  const name = typeof raw.name === 'string' ? { en: raw.name } : raw.name
  if (!isObject(name) || Object.values(name).some(text => typeof text !== 'string')) return wrong(`${id} has no name`)
  const roles = raw.roles ?? []
  const scopes = raw.scopes ?? ['openid', 'email', 'profile']
  if (!Array.isArray(roles)) return wrong(`the roles of ${id} are not a list`)
  if (!Array.isArray(scopes) || !scopes.includes('openid')) return wrong(`the scopes of ${id} lack openid`)
  return {
    id,
    name: name as Record<string, string>,
    issuer: issuerOf(raw, id),
    clientId: textOf(raw, 'clientId', id),
    clientSecret: textOf(raw, 'clientSecret', id),
    scopes: scopes.map(String),
    groupsClaim: typeof raw.groupsClaim === 'string' ? raw.groupsClaim : 'groups',
    createsAccounts: raw.createsAccounts === true,
    roles: roles.map(each => groupRole(each, id)),
  }
}

/** The providers of a file; none for an empty path. @throws RangeError that completes "SIGN_ON_FILE must be …". */
export function readProviders(path: string): readonly Provider[] {
  if (path === '') return []
  let content: unknown
  try {
    content = JSON.parse(readFileSync(resolve(path), 'utf8'))
  } catch (error) {
    return wrong(`it cannot be read (${(error as Error).message})`)
  }
  const list = isObject(content) ? content.providers : content
  if (!Array.isArray(list)) return wrong('there is no list in it')
  const providers = list.map(provider)
  const twice = providers.find((one, at) => providers.findIndex(other => other.id === one.id) !== at)
  return twice ? wrong(`the id ${twice.id} stands there twice`) : providers
}

const discoveries = new Map<string, { at: number; configuration: Promise<Configuration> }>()
const keptMs = 3_600_000
const patienceSeconds = 10

/** The provider's addresses and keys, asked for at most once an hour. @throws Error when it cannot be reached. */
export async function discover(one: Provider): Promise<Configuration> {
  const key = `${one.issuer} ${one.clientId}`
  const found = discoveries.get(key)
  if (found && Date.now() - found.at < keptMs) return found.configuration
  const configuration = ask(one)
  discoveries.set(key, { at: Date.now(), configuration })
  configuration.catch(() => discoveries.delete(key))
  return configuration
}

async function ask(one: Provider): Promise<Configuration> {
  const { allowInsecureRequests, discovery } = await import('openid-client')
  const isLocal = one.issuer.startsWith('http:')
  return discovery(new URL(one.issuer), one.clientId, one.clientSecret, undefined, {
    timeout: patienceSeconds,
    ...(isLocal && { execute: [allowInsecureRequests] }),
  })
}
