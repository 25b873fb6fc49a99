// One's own account on the wire: name, language of mails, password.
import Type from 'typebox'
import { LanguageTag, OneOf, route } from '../contract.ts'
import { SessionState } from './identity.contract.ts'

const tag = 'identity'

export const OwnAccount = Type.Object({
  name: Type.String(),
  email: Type.String(),
  /** What mails to this person are written in; the pages follow the reader's preferences. */
  language: LanguageTag,
  hasPassword: Type.Boolean(),
})

export const getOwnAccount = route({
  method: 'GET',
  path: '/api/session/account',
  summary: 'The own account: name, address, language of mails',
  tag,
  access: 'session',
  response: OwnAccount,
})

export const changeOwnAccount = route({
  method: 'PUT',
  path: '/api/session/account',
  summary: 'Change the own name and the language of mails',
  tag,
  access: 'session',
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
      language: OneOf(['en', 'fa', 'ru'] as const),
    },
    { additionalProperties: false },
  ),
  response: SessionState,
})

export const changeOwnPassword = route({
  method: 'PUT',
  path: '/api/session/password',
  summary: 'Change the own password; all other sessions end',
  tag,
  access: 'session',
  body: Type.Object(
    {
      current: Type.String({ minLength: 1, maxLength: 256 }),
      password: Type.String({ minLength: 10, maxLength: 256 }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ sessionsEnded: Type.Integer() }),
})
