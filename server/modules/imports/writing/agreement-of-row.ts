// From an understood row to an agreement as it is recorded: what the list says, corrected by what people decided.
import type { LocalisedText, PartialDate } from '#core/contract.ts'
import { languages, translator } from '#core/i18n.ts'
import {
  type AgreementInput,
  type AgreementKind,
  type AgreementState,
  agreementKindTerms,
} from '#modules/agreements/index.ts'
import type { ParsedDate } from '../meaning/parsed-date.ts'
import type { PlannedRow } from '../planning/plan.ts'

/** Longest text that fits a field; the original cell keeps the whole. */
const longest = { title: 500, number: 100, name: 200, prose: 20_000, url: 2000 } as const
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** The language of a text as far as its script tells; `und` for Latin, which many languages share. */
export function scriptLanguage(text: string): 'fa' | 'ru' | 'und' {
  const letters = text.replace(/[^\p{L}]/gu, '')
  const share = (pattern: RegExp) => (letters.match(pattern)?.length ?? 0) / Math.max(1, letters.length)
  if (share(/\p{Script=Arabic}/gu) > 0.5) return 'fa'
  return share(/\p{Script=Cyrillic}/gu) > 0.5 ? 'ru' : 'und'
}

export const localised = (text: string | null | undefined, most: number): LocalisedText =>
  text ? { [scriptLanguage(text)]: cut(text, most) } : {}

/** A date as it travels: how it was written is kept when it was not a plain day. */
export function partialDate(date: ParsedDate | undefined): PartialDate | null {
  if (!date) return null
  const { on, precision, calendar, written } = date
  return { on, precision, calendar, written: cut(written, 200) }
}

const someAgreement = /*i18n*/ { id: 'imports.some_agreement', message: 'Agreement' }

/** A list that gives no title: what it is and with whom, in every language of the product. */
export function derivedTitle(row: PlannedRow, kind: AgreementKind): LocalisedText {
  const partners = row.understood.partners.map(partner => partner.input.replace(/\s+/g, ' ')).join(' · ')
  const what = kind === 'other' ? someAgreement : agreementKindTerms[kind]
  const of = (language: string) => cut(`${translator(language)(what)}: ${partners}`, longest.title)
  return Object.fromEntries(languages.map(language => [language, of(language)]))
}

export interface RowContext {
  homeId: string
  homeUnitId: string | null
  /** Organisation of each partner key; several where a cell was split, none where it is left out. */
  organisationsOf(key: string): readonly { organisationId: string; unitId?: string | null }[]
  defaultKind: string | null
}

const kindsOf = (row: PlannedRow, defaultKind: string | null): AgreementKind[] => {
  if (row.decisions.kind) return [row.decisions.kind as AgreementKind]
  if (row.understood.kinds.length > 0) return row.understood.kinds.slice(0, 6) as AgreementKind[]
  return [(defaultKind ?? 'other') as AgreementKind]
}

export interface RowDates {
  signed: PartialDate | null
  inForce: PartialDate | null
  approved: PartialDate | null
  reviewDue: PartialDate | null
  expires: PartialDate | null
  end: 'known' | 'none' | 'unknown'
}

/** The dates of a row with corrections; the end is known, none, or unknown. */
export function datesOf({ understood, decisions }: PlannedRow): RowDates {
  const pick = (decided: PartialDate | null | undefined, read: ParsedDate | undefined) =>
    decided === undefined ? partialDate(read) : decided
  const expires = pick(decisions.expires, understood.expires)
  const readEnd = understood.noEnd ? 'none' : 'unknown'
  const end = decisions.endKind ?? (expires ? 'known' : readEnd)
  return {
    signed: pick(decisions.signed, understood.signed),
    inForce: pick(decisions.inForce, understood.inForce),
    approved: partialDate(understood.approved),
    reviewDue: partialDate(understood.reviewDue),
    expires: end === 'known' ? expires : null,
    end: end === 'known' && !expires ? 'unknown' : end,
  }
}

function stateOf(row: PlannedRow, dates: RowDates): AgreementState | undefined {
  const said = row.decisions.state === undefined ? row.understood.state : (row.decisions.state ?? undefined)
  // That the end has passed is computed from the dates; only a list that gives no end has to say it.
  if (said === 'expired' && dates.expires) return 'in_force'
  return said as AgreementState | undefined
}

/** Web addresses only; anything else stays in the original cell. */
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && text.length <= longest.url

function contactsOf({ understood }: PlannedRow): AgreementInput['contacts'] {
  return understood.contacts
    .filter(one => one.role === 'coordinator' && (one.name || one.emails[0]))
    .map(one => ({
      side: one.side,
      role: 'coordinator' as const,
      name: cut(one.name ?? one.emails[0]!, longest.name),
      email: one.emails.find(email => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254) ?? null,
      phone: one.phones[0] ? cut(one.phones[0], 60) : null,
    }))
}

/** What the row records. Every original cell is kept beside it by the caller. */
export function agreementOf(row: PlannedRow, context: RowContext): AgreementInput {
  const { understood } = row
  const dates = datesOf(row)
  const state = stateOf(row, dates)
  const title = row.decisions.title === undefined ? understood.title : row.decisions.title
  const signatory = (side: 'home' | 'partner') =>
    understood.contacts.find(one => one.side === side && one.role === 'signatory')?.name
  const partners = understood.partnerKeys.flatMap(key => context.organisationsOf(key))
  const seen = new Set([context.homeId])
  const parties: AgreementInput['parties'] = [
    {
      organisationId: context.homeId,
      unitId: context.homeUnitId,
      side: 'home',
      signatoryName: orNull(signatory('home')),
    },
  ]
  for (const partner of partners) {
    if (seen.has(partner.organisationId)) continue
    seen.add(partner.organisationId)
    const name = parties.length === 1 ? signatory('partner') : undefined
    parties.push({ ...partner, unitId: partner.unitId ?? null, side: 'partner', signatoryName: orNull(name) })
  }
  return {
    homeId: context.homeId,
    unitId: context.homeUnitId,
    number: understood.number ? cut(understood.number, longest.number) : null,
    kinds: kindsOf(row, context.defaultKind),
    title: title ? localised(title, longest.title) : derivedTitle(row, kindsOf(row, context.defaultKind)[0]!),
    parties,
    contacts: contactsOf(row),
    links: understood.links
      .filter(one => isAddress(one.url))
      .map(one => ({ url: one.url, label: one.text && one.text !== one.url ? cut(one.text, 200) : null })),
    approvedOn: dates.approved,
    signedOn: dates.signed,
    inForceOn: dates.inForce,
    reviewDueOn: dates.reviewDue,
    expiresOn: dates.expires,
    end: dates.end,
    renewal: understood.renewal?.kind ?? 'unknown',
    renewalMonths: understood.renewal?.months ?? null,
    notice: understood.noticeDays ? { amount: understood.noticeDays, unit: 'day' } : null,
    fields: [...new Set(understood.fields.map(one => one.isced).filter(code => code !== undefined))],
    languages: understood.languages.slice(0, 20),
    remarks: understood.remarks.length > 0 ? cut(understood.remarks.join('\n'), longest.prose) : null,
    ...(state && { state }),
    ...(state && needsReason.has(state) && { stateReason: null }),
  }
}

const needsReason: ReadonlySet<string> = new Set(['terminated', 'superseded', 'never_concluded', 'suspended'])
const orNull = (text: string | undefined): string | null => (text ? cut(text, longest.name) : null)
