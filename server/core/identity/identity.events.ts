// Events of accounts and access.
import Type from 'typebox'
import { defineEvent } from '../events.ts'

const subject = 'account'
const personal = { subject: ['name', 'email'], others: ['deputy', 'to'] }
const About = Type.Object({ name: Type.String(), email: Type.String() })

export const AdministratorCreated = defineEvent({
  type: 'account.administrator_created',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.administrator_created', message: '{name} became the first administrator' },
})
export const PersonInvited = defineEvent({
  type: 'account.invited',
  subject,
  personal,
  data: Type.Object({ name: Type.String(), email: Type.String(), roles: Type.Array(Type.String()) }),
  text: /*i18n*/ { id: 'identity.event.invited', message: '{actor} invited {name}' },
})
export const PasswordChosen = defineEvent({
  type: 'account.password_chosen',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.password_chosen', message: '{name} chose a password' },
})
export const PasswordChanged = defineEvent({
  type: 'account.password_changed',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.password_changed', message: '{name} changed the password' },
})
export const OwnAccountChanged = defineEvent({
  type: 'account.own_changed',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.own_changed', message: '{name} changed the own account' },
})
export const PasswordLinkMade = defineEvent({
  type: 'account.password_link_made',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.password_link_made', message: '{actor} made a password link for {name}' },
})
export const AccountChanged = defineEvent({
  type: 'account.changed',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.changed', message: '{actor} changed the access of {name}' },
})
export const SignedIn = defineEvent({
  type: 'account.signed_in',
  subject,
  personal,
  data: Type.Object({ name: Type.String(), email: Type.String(), method: Type.String() }),
  text: /*i18n*/ { id: 'identity.event.signed_in', message: '{name} signed in' },
})
export const SignedOut = defineEvent({
  type: 'account.signed_out',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.signed_out', message: '{name} signed out' },
})
export const SessionsEnded = defineEvent({
  type: 'account.sessions_ended',
  subject,
  personal,
  data: Type.Object({ name: Type.String(), email: Type.String(), sessions: Type.Integer() }),
  text: /*i18n*/ {
    id: 'identity.event.sessions_ended',
    message: '{actor} signed {name} out of {sessions, plural, one {# device} other {# devices}}',
  },
})
export const SignInFailed = defineEvent({
  type: 'account.sign_in_failed',
  subject,
  personal,
  data: Type.Object({ email: Type.String() }),
  text: /*i18n*/ { id: 'identity.event.sign_in_failed', message: 'A sign-in as {email} failed' },
})
export const PreferencesSaved = defineEvent({
  type: 'account.preferences_saved',
  subject,
  personal,
  data: Type.Object({}),
  text: /*i18n*/ { id: 'identity.event.preferences_saved', message: '{actor} changed how pages are shown' },
})
export const CodesBegun = defineEvent({
  type: 'account.codes_begun',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.codes_begun', message: '{name} began to use one-time codes' },
})
export const CodesRemoved = defineEvent({
  type: 'account.codes_removed',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.codes_removed', message: '{name} stopped using one-time codes' },
})
export const RecoveryCodesMade = defineEvent({
  type: 'account.recovery_codes_made',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.recovery_codes_made', message: '{name} made new recovery codes' },
})
export const RecoveryCodeUsed = defineEvent({
  type: 'account.recovery_code_used',
  subject,
  personal,
  data: About,
  text: /*i18n*/ { id: 'identity.event.recovery_code_used', message: '{name} used a recovery code' },
})
export const PasskeyAdded = defineEvent({
  type: 'account.passkey_added',
  subject,
  personal,
  data: Type.Object({ name: Type.String(), email: Type.String(), passkey: Type.String() }),
  text: /*i18n*/ { id: 'identity.event.passkey_added', message: '{name} added the passkey {passkey}' },
})
export const PasskeyRemoved = defineEvent({
  type: 'account.passkey_removed',
  subject,
  personal,
  data: Type.Object({ name: Type.String(), email: Type.String(), passkey: Type.String() }),
  text: /*i18n*/ { id: 'identity.event.passkey_removed', message: '{name} removed the passkey {passkey}' },
})
export const SecondStepReset = defineEvent({
  type: 'account.second_step_reset',
  subject,
  personal,
  data: About,
  text: /*i18n*/ {
    id: 'identity.event.second_step_reset',
    message: '{actor} removed the one-time codes and passkeys of {name}',
  },
})
export const AccountLinked = defineEvent({
  type: 'account.linked',
  subject,
  personal,
  data: Type.Object({ name: Type.String(), email: Type.String(), provider: Type.String() }),
  text: /*i18n*/ { id: 'identity.event.linked', message: '{name} signs in with {provider} from now on' },
})
export const AccountOpened = defineEvent({
  type: 'account.opened_by_sign_on',
  subject,
  personal,
  data: Type.Object({ name: Type.String(), email: Type.String(), provider: Type.String() }),
  text: /*i18n*/ {
    id: 'identity.event.opened_by_sign_on',
    message: '{name} came by {provider} and has an account now',
  },
})
export const DeputyNamed = defineEvent({
  type: 'account.deputy_named',
  subject,
  personal,
  data: Type.Object({
    ...{ name: Type.String(), deputy: Type.String(), validFrom: Type.String(), validUntil: Type.String() },
  }),
  text: /*i18n*/ { id: 'identity.event.deputy_named', message: '{actor} named {deputy} to stand in for {name}' },
})
export const DeputyEnded = defineEvent({
  type: 'account.deputy_ended',
  subject,
  personal,
  data: Type.Object({ name: Type.String(), deputy: Type.String() }),
  text: /*i18n*/ { id: 'identity.event.deputy_ended', message: '{actor} ended that {deputy} stands in for {name}' },
})
export const HandedOver = defineEvent({
  type: 'account.handed_over',
  subject,
  personal,
  data: Type.Object({ name: Type.String(), to: Type.String(), records: Type.Integer() }),
  text: /*i18n*/ {
    id: 'identity.event.handed_over',
    message: '{actor} handed {records, plural, one {# record} other {# records}} of {name} over to {to}',
  },
})
export const TokenMade = defineEvent({
  type: 'account.token_made',
  subject,
  personal,
  data: Type.Object({
    ...{ name: Type.String(), token: Type.String(), scopes: Type.Array(Type.String()), expiresOn: Type.String() },
  }),
  text: /*i18n*/ { id: 'identity.event.token_made', message: '{name} made the API token {token}' },
})
export const TokenGiven = defineEvent({
  type: 'account.token_given',
  subject,
  personal,
  data: Type.Object({
    ...{ name: Type.String(), token: Type.String(), scopes: Type.Array(Type.String()), expiresOn: Type.String() },
  }),
  text: /*i18n*/ { id: 'identity.event.token_given', message: '{actor} made the API token {token} for {name}' },
})
export const TokensRevoked = defineEvent({
  type: 'account.tokens_revoked',
  subject,
  personal,
  data: Type.Object({ name: Type.String(), tokens: Type.Array(Type.String()) }),
  text: /*i18n*/ { id: 'identity.event.tokens_revoked', message: '{actor} revoked API tokens of {name}: {tokens}' },
})
