// The facts of an agreement as a person or an import gives them, cleaned and checked before anything is written.
import type { PartialDate } from '#core/contract.ts'
import { type ErrorDeclaration, Refusal } from '#core/errors.ts'
import type { AgreementChange, AgreementInput } from './agreement.contract.ts'
import {
  EndBeforeStart,
  EndUnclear,
  FieldUnknown,
  PartnerMissing,
  PartyRepeated,
  TitleMissing,
} from './agreement.errors.ts'
import type {
  AgreementKind,
  Confidentiality,
  ContactRole,
  Ender,
  EndKind,
  NoticeUnit,
  PartyRole,
  PartySide,
  Renewal,
} from './agreement.terms.ts'
import { fieldTerm } from './isced.terms.ts'
import { lineOrNull, plainLine, plainLocalised, plainText, textOrNull } from './plain-text.ts'

export interface PartyFacts {
  organisationId: string
  unitId: string | null
  side: PartySide
  role: PartyRole
  signedOn: string | null
  signatoryName: string | null
  signatoryTitle: string | null
}

export interface ContactFacts {
  organisationId: string | null
  personId: string | null
  side: PartySide
  role: ContactRole
  name: string
  email: string | null
  phone: string | null
}

export interface AgreementFacts {
  homeId: string
  unitId: string | null
  number: string | null
  kinds: AgreementKind[]
  title: Record<string, string>
  parties: PartyFacts[]
  contacts: ContactFacts[]
  links: { url: string; label: string | null }[]
  approvedOn: PartialDate | null
  signedOn: PartialDate | null
  inForceOn: PartialDate | null
  reviewDueOn: PartialDate | null
  expiresOn: PartialDate | null
  endKind: EndKind
  renewal: Renewal
  renewalMonths: number | null
  notice: { amount: number; unit: NoticeUnit } | null
  mayEnd: Ender
  parentId: string | null
  amendsId: string | null
  supersedesId: string | null
  fields: string[]
  languages: string[]
  confidentiality: Confidentiality
  ownerId: string | null
  scope: Record<string, string>
  remarks: string | null
}

const refuse = (error: ErrorDeclaration, path: string, values: Record<string, unknown> = {}): never => {
  throw new Refusal(error, values, { fields: [{ path, message: error.text }] })
}

/** The first day of a year or month, the last one for an end. */
export function settleDate(date: PartialDate | null | undefined, edge: 'start' | 'end'): PartialDate | null {
  if (!date) return null
  const day = Temporal.PlainDate.from(date.on)
  const written = lineOrNull(date.written)
  const kept = {
    precision: date.precision,
    ...(date.calendar && { calendar: date.calendar }),
    ...(written && { written }),
  }
  // A month or year of another calendar has its own first and last day: what was given already is one of them.
  const foreign = date.calendar !== undefined && date.calendar !== 'gregorian'
  if (date.precision === 'day' || foreign) return { on: day.toString(), ...kept }
  const on =
    date.precision === 'year'
      ? edge === 'start'
        ? day.with({ month: 1, day: 1 })
        : day.with({ month: 12, day: 31 })
      : day.with({ day: edge === 'start' ? 1 : day.daysInMonth })
  return { on: on.toString(), ...kept }
}

function settleEnd(input: AgreementInput | AgreementChange): { expiresOn: PartialDate | null; endKind: EndKind } {
  const expiresOn = settleDate(input.expiresOn, 'end')
  const endKind = input.end ?? (expiresOn ? 'known' : 'unknown')
  if ((endKind === 'known') !== (expiresOn !== null)) refuse(EndUnclear, 'expiresOn')
  return { expiresOn, endKind }
}

function settleParties(input: AgreementInput | AgreementChange): PartyFacts[] {
  const parties = input.parties.map(party => ({
    organisationId: party.organisationId,
    unitId: party.unitId ?? null,
    side: party.side,
    role: party.role ?? 'party',
    signedOn: party.signedOn ?? null,
    signatoryName: lineOrNull(party.signatoryName),
    signatoryTitle: lineOrNull(party.signatoryTitle),
  }))
  if (!parties.some(party => party.side === 'home' && party.organisationId === input.homeId))
    parties.unshift({
      ...{ organisationId: input.homeId, unitId: input.unitId ?? null, side: 'home', role: 'party' },
      ...{ signedOn: null, signatoryName: null, signatoryTitle: null },
    })
  if (!parties.some(party => party.side === 'partner')) refuse(PartnerMissing, 'parties')
  const keys = new Set(parties.map(party => `${party.side} ${party.organisationId}`))
  if (keys.size !== parties.length) refuse(PartyRepeated, 'parties')
  return parties
}

function settleFields(codes: readonly string[] | undefined): string[] {
  for (const code of codes ?? []) if (!fieldTerm(code)) refuse(FieldUnknown, 'fields', { code })
  return [...new Set(codes ?? [])].sort()
}

const settleContacts = (input: AgreementInput | AgreementChange): ContactFacts[] =>
  (input.contacts ?? []).map(contact => ({
    organisationId: contact.organisationId ?? null,
    personId: contact.personId ?? null,
    side: contact.side,
    role: contact.role ?? 'coordinator',
    name: plainLine(contact.name),
    email: lineOrNull(contact.email),
    phone: lineOrNull(contact.phone),
  }))

/** Cleans and checks an input by itself. @throws Refusal 422 that names the field. */
export function settleFacts(input: AgreementInput | AgreementChange): AgreementFacts {
  const title = plainLocalised(input.title)
  if (Object.keys(title).length === 0) refuse(TitleMissing, 'title')
  const { expiresOn, endKind } = settleEnd(input)
  const inForceOn = settleDate(input.inForceOn, 'start')
  const signedOn = settleDate(input.signedOn, 'start')
  const start = inForceOn ?? signedOn
  if (start && expiresOn && expiresOn.on < start.on) refuse(EndBeforeStart, 'expiresOn')
  return {
    homeId: input.homeId,
    unitId: input.unitId ?? null,
    number: lineOrNull(input.number),
    kinds: [...new Set(input.kinds)],
    title,
    parties: settleParties(input),
    contacts: settleContacts(input),
    links: (input.links ?? []).map(link => ({ url: plainLine(link.url), label: lineOrNull(link.label) })),
    approvedOn: settleDate(input.approvedOn, 'start'),
    signedOn,
    inForceOn,
    reviewDueOn: settleDate(input.reviewDueOn, 'start'),
    expiresOn,
    endKind,
    renewal: input.renewal ?? 'unknown',
    renewalMonths: input.renewalMonths ?? null,
    notice: input.notice ?? null,
    mayEnd: input.mayEnd ?? 'unknown',
    parentId: input.parentId ?? null,
    amendsId: input.amendsId ?? null,
    supersedesId: input.supersedesId ?? null,
    fields: settleFields(input.fields),
    languages: [...new Set(input.languages ?? [])],
    confidentiality: input.confidentiality ?? 'internal',
    ownerId: input.ownerId ?? null,
    scope: plainLocalised(input.scope, plainText),
    remarks: textOrNull(input.remarks),
  }
}
