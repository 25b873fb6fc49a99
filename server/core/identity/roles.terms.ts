// The roles that a person can be given and the one table of what each may do. Pure: the web imports it.
import type { Terms } from '../terms.ts'

export const roles = [
  'observer',
  'data_entry',
  'coordinator',
  'officer',
  'agreements_manager',
  'signatory',
  'analyst',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** Names that roles had before; they are understood where roles are given, and kept under the present name. */
export const formerRoles = { viewer: 'observer' } as const satisfies Record<string, Role>
export type FormerRole = keyof typeof formerRoles
export type GivenRole = Role | FormerRole
export const givenRoles: readonly GivenRole[] = [...roles, 'viewer']

/** The present name of a role. */
export const presentRole = (role: GivenRole): Role =>
  role in formerRoles ? formerRoles[role as FormerRole] : (role as Role)

export const powers = [
  'read',
  'confidential',
  'record',
  'write',
  'conclude',
  'registry',
  'import',
  'share',
  'audit',
  'administer',
] as const
/** Something that a role lets a person do within its scope. */
export type Power = (typeof powers)[number]

// Nobody sees confidential records by a role but those who audit: the others are named as readers, one record at a time.

const daily = ['read', 'record', 'write', 'conclude', 'registry', 'share'] as const

export const rolePowers: Readonly<Record<Role, readonly Power[]>> = {
  observer: ['read'],
  data_entry: ['read', 'record'],
  coordinator: ['read', 'record', 'write', 'registry', 'share'],
  officer: [...daily, 'import'],
  agreements_manager: daily,
  signatory: ['read', 'conclude'],
  analyst: ['read', 'share'],
  auditor: ['read', 'confidential', 'audit'],
  administrator: powers.filter(power => power !== 'confidential'),
}

export const rolesWith = (power: Power): Role[] => roles.filter(role => rolePowers[role].includes(power))

export const roleTerms: Terms<Role> = {
  observer: /*i18n*/ { id: 'identity.role.observer', message: 'Observer' },
  data_entry: /*i18n*/ { id: 'identity.role.data_entry', message: 'Data entry' },
  coordinator: /*i18n*/ { id: 'identity.role.coordinator', message: 'Coordinator' },
  officer: /*i18n*/ { id: 'identity.role.officer', message: 'Officer' },
  agreements_manager: /*i18n*/ { id: 'identity.role.agreements_manager', message: 'Agreements manager' },
  signatory: /*i18n*/ { id: 'identity.role.signatory', message: 'Signatory' },
  analyst: /*i18n*/ { id: 'identity.role.analyst', message: 'Analyst' },
  auditor: /*i18n*/ { id: 'identity.role.auditor', message: 'Auditor' },
  administrator: /*i18n*/ { id: 'identity.role.administrator', message: 'Administrator' },
}

/** What the role is for, in one sentence. */
export const roleSentences: Terms<Role> = {
  observer: /*i18n*/ {
    id: 'identity.role_sentence.observer',
    message: 'Sees agreements, deeds and partners and changes nothing: for a rector or a dean.',
  },
  data_entry: /*i18n*/ {
    id: 'identity.role_sentence.data_entry',
    message: 'Records what happened, with its evidence; agreements and corrections are for others.',
  },
  coordinator: /*i18n*/ {
    id: 'identity.role_sentence.coordinator',
    message:
      'Runs the cooperation of a unit: drafts agreements, records and corrects deeds; does not conclude agreements.',
  },
  officer: /*i18n*/ {
    id: 'identity.role_sentence.officer',
    message: 'Does all the daily work: agreements from inquiry to end, deeds, partners and lists.',
  },
  agreements_manager: /*i18n*/ {
    id: 'identity.role_sentence.agreements_manager',
    message: 'Looks after agreements from the first draft to renewal or end; takes over no lists.',
  },
  signatory: /*i18n*/ {
    id: 'identity.role_sentence.signatory',
    message: 'Approves, signs, renews and ends agreements; does not change what they say.',
  },
  analyst: /*i18n*/ {
    id: 'identity.role_sentence.analyst',
    message:
      'Reads across all organisations below, for a ministry or a head office, and shares views; changes nothing.',
  },
  auditor: /*i18n*/ {
    id: 'identity.role_sentence.auditor',
    message: 'Reads everything, confidential records and the log of access included, and changes nothing.',
  },
  administrator: /*i18n*/ {
    id: 'identity.role_sentence.administrator',
    message:
      'Sets up the installation and decides who may sign in; may change everything but what is confided to others.',
  },
}

export const powerTerms: Terms<Power> = {
  read: /*i18n*/ { id: 'identity.power.read', message: 'See agreements, deeds, partners and contacts' },
  confidential: /*i18n*/ { id: 'identity.power.confidential', message: 'See confidential records' },
  record: /*i18n*/ { id: 'identity.power.record', message: 'Record deeds and their evidence' },
  write: /*i18n*/ { id: 'identity.power.write', message: 'Write agreements and promises; confirm and correct deeds' },
  conclude: /*i18n*/ { id: 'identity.power.conclude', message: 'Approve, sign, renew, suspend and end agreements' },
  registry: /*i18n*/ { id: 'identity.power.registry', message: 'Add and change partners, units and contacts' },
  import: /*i18n*/ { id: 'identity.power.import', message: 'Take over whole lists' },
  share: /*i18n*/ { id: 'identity.power.share', message: 'Share views with everyone' },
  audit: /*i18n*/ { id: 'identity.power.audit', message: 'Read the log of sign-ins and access' },
  administer: /*i18n*/ { id: 'identity.power.administer', message: 'Manage people, roles and the installation' },
}
