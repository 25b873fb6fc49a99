// Identity on the wire: session, first administrator, people and their grants.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Instant, IsoDate, LanguageTag, Nullable, OneOf, route } from '../contract.ts'
import { givenRoles, roles } from './roles.terms.ts'

const Role = OneOf(roles)
const GivenRole = OneOf(givenRoles)
const Email = Type.String({ format: 'email', maxLength: 254 })
const Password = Type.String({ minLength: 10, maxLength: 256 })
const PersonName = Type.String({ minLength: 1, maxLength: 200 })

export const Preferences = Type.Object({
  language: Type.Optional(LanguageTag),
  calendar: Type.Optional(OneOf(['gregorian', 'solar_hijri'] as const)),
  digits: Type.Optional(OneOf(['latn', 'arabext'] as const)),
  timeZone: Type.Optional(Type.String({ maxLength: 64 })),
  theme: Type.Optional(OneOf(['auto', 'light', 'dark'] as const)),
})
export type Preferences = Static<typeof Preferences>

export const SessionState = Type.Object({
  person: Nullable(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      email: Type.String(),
      language: Type.String(),
      preferences: Preferences,
      grants: Type.Array(Type.Object({ role: Role, scopeId: Nullable(Id) })),
    }),
  ),
  abilities: Abilities,
  /** The password was right; now the code of the authenticator app is asked for. */
  secondStep: Type.Optional(Type.Boolean()),
  installation: Type.Object({
    name: Type.String(),
    languages: Type.Array(Type.String()),
    /** Whether a first administrator exists, and whether home organisations were chosen. */
    hasAdministrator: Type.Boolean(),
    setUp: Type.Boolean(),
    demo: Type.Boolean(),
    today: IsoDate,
    timeZone: Type.String(),
    /** Ways to sign in beside a password. */
    signIn: Type.Object({
      mail: Type.Boolean(),
      passkeys: Type.Boolean(),
      providers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    }),
  }),
})
export type SessionState = Static<typeof SessionState>

export const getSession = route({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, and what the installation is',
  tag: 'identity',
  access: 'public',
  response: SessionState,
})

export const signIn = route({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with e-mail and password',
  tag: 'identity',
  access: 'public',
  body: Type.Object(
    { email: Email, password: Type.String({ minLength: 1, maxLength: 256 }) },
    { additionalProperties: false },
  ),
  response: SessionState,
})

export const signOut = route({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out',
  tag: 'identity',
  access: 'public',
  response: Type.Object({}),
})

export const savePreferences = route({
  method: 'PUT',
  path: '/api/session/preferences',
  summary: 'Keep language, calendar, digits, time zone and theme of the reader',
  tag: 'identity',
  access: 'session',
  body: Preferences,
  response: Preferences,
})

export const createFirstAdministrator = route({
  method: 'POST',
  path: '/api/setup/administrator',
  summary: 'Create the first administrator with the one-time link of the terminal',
  tag: 'identity',
  access: 'public',
  body: Type.Object(
    {
      token: Type.String({ minLength: 20, maxLength: 200 }),
      name: PersonName,
      email: Email,
      password: Password,
      language: LanguageTag,
      installationName: Type.Optional(Type.String({ maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  response: SessionState,
})

export const acceptInvitation = route({
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Choose a password with the link of an invitation or of a forgotten password',
  tag: 'identity',
  access: 'public',
  body: Type.Object(
    {
      token: Type.String({ minLength: 20, maxLength: 200 }),
      password: Password,
      name: Type.Optional(PersonName),
      language: Type.Optional(LanguageTag),
    },
    { additionalProperties: false },
  ),
  response: SessionState,
})

const GrantView = Type.Object({
  id: Id,
  role: Role,
  scopeId: Nullable(Id),
  scopeName: Nullable(Type.String()),
  validFrom: Nullable(IsoDate),
  validUntil: Nullable(IsoDate),
  /** The provider of single sign-on whose groups give this role; null when an administrator gave it. */
  source: Nullable(Type.String()),
})

export const PersonAccount = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  language: Type.String(),
  disabled: Type.Boolean(),
  invited: Type.Boolean(),
  createdAt: Instant,
  lastSeenAt: Nullable(Instant),
  grants: Type.Array(GrantView),
})
export type PersonAccount = Static<typeof PersonAccount>

export const listAccounts = route({
  method: 'GET',
  path: '/api/accounts',
  summary: 'People who may sign in, with their roles',
  tag: 'identity',
  access: 'administrator',
  response: Type.Object({ items: Type.Array(PersonAccount) }),
})

const GrantInput = Type.Object({
  role: GivenRole,
  scopeId: Nullable(Id),
  validFrom: Type.Optional(Nullable(IsoDate)),
  validUntil: Type.Optional(Nullable(IsoDate)),
})

export const invitePerson = route({
  method: 'POST',
  path: '/api/accounts',
  summary: 'Invite a person: makes an account and a link for choosing a password',
  tag: 'identity',
  access: 'administrator',
  body: Type.Object(
    {
      name: PersonName,
      email: Email,
      language: LanguageTag,
      grants: Type.Array(GrantInput, { minItems: 1, maxItems: 50 }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ account: PersonAccount, link: Type.String() }),
})

export const changeAccount = route({
  method: 'PUT',
  path: '/api/accounts/:id',
  summary: 'Change the roles of a person, or close the account',
  tag: 'identity',
  access: 'administrator',
  params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
  body: Type.Object(
    { grants: Type.Array(GrantInput, { maxItems: 50 }), disabled: Type.Boolean() },
    { additionalProperties: false },
  ),
  response: PersonAccount,
})

export const newPasswordLink = route({
  method: 'POST',
  path: '/api/accounts/:id/password-link',
  summary: 'Make a fresh link for choosing a password',
  tag: 'identity',
  access: 'administrator',
  params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
  response: Type.Object({ link: Type.String() }),
})

export const ColleagueOption = Type.Object({ id: Type.String(), name: Type.String() })

export const listColleagues = route({
  method: 'GET',
  path: '/api/colleagues',
  summary: 'Names of the people who work here, for choosing an owner',
  tag: 'identity',
  access: 'session',
  response: Type.Object({ items: Type.Array(ColleagueOption) }),
})
