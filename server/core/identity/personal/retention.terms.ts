// The rules of how long things are kept: their defaults, bounds and words. Pure: the web imports it.
import type { Terms } from '../../terms.ts'

export const retentionRules = [
  'accessLogMonths',
  'mailMonths',
  'notificationMonths',
  'linkDays',
  'parkedJobMonths',
] as const
export type RetentionRule = (typeof retentionRules)[number]

/** Smallest, largest and usual value of each; years of notifications and mails serve nobody, misuse is found late. */
export const retentionBounds: Readonly<Record<RetentionRule, { least: number; most: number; usual: number }>> = {
  accessLogMonths: { least: 1, most: 120, usual: 13 },
  mailMonths: { least: 1, most: 120, usual: 6 },
  notificationMonths: { least: 1, most: 120, usual: 12 },
  linkDays: { least: 1, most: 365, usual: 30 },
  parkedJobMonths: { least: 1, most: 120, usual: 12 },
}

export const retentionTerms: Terms<RetentionRule> = {
  accessLogMonths: /*i18n*/ { id: 'identity.retention.access_log', message: 'Log of sign-ins, in months' },
  mailMonths: /*i18n*/ { id: 'identity.retention.mail', message: 'Mail that was sent, in months' },
  notificationMonths: /*i18n*/ {
    id: 'identity.retention.notifications',
    message: 'Notifications that were read, in months',
  },
  linkDays: /*i18n*/ { id: 'identity.retention.links', message: 'Links by mail after they are over, in days' },
  parkedJobMonths: /*i18n*/ { id: 'identity.retention.parked_jobs', message: 'Jobs that failed for good, in months' },
}

/** Why the usual value is what it is. */
export const retentionReasons: Terms<RetentionRule> = {
  accessLogMonths: /*i18n*/ {
    id: 'identity.retention_reason.access_log',
    message:
      'A year and a month: misuse is often found at the yearly audit. Addresses of people without an account go with it.',
  },
  mailMonths: /*i18n*/ {
    id: 'identity.retention_reason.mail',
    message: 'Half a year: long enough to answer whether a reminder went out.',
  },
  notificationMonths: /*i18n*/ {
    id: 'identity.retention_reason.notifications',
    message: 'A year; what happened stays in the history of the records.',
  },
  linkDays: /*i18n*/ {
    id: 'identity.retention_reason.links',
    message: 'A month, so that a late click can be explained.',
  },
  parkedJobMonths: /*i18n*/ {
    id: 'identity.retention_reason.parked_jobs',
    message: 'A year: nobody tries older ones again.',
  },
}
