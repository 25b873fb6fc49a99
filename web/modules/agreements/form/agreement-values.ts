// What stands in the form of an agreement, from a record and back to what is sent.
import type { BodyOf } from '#core/contract.ts'
import type { AgreementView, createAgreement, updateAgreement } from '#modules/agreements/agreement.contract.ts'
import type { AgreementState } from '#modules/agreements/agreement.states.ts'
import type { AgreementKind, Confidentiality, EndKind, Renewal } from '#modules/agreements/agreement.terms.ts'
import type { KnownDate } from '../../../core/format.ts'
import { choiceOfReference, type OrganisationChoice } from '../../registry/find-organisations.ts'

/** A date with the words it was written in where it came from a list. */
type WrittenDate = KnownDate & { written?: string | undefined }

export interface AgreementValues {
  homeId: string | null
  /** The partners; how each takes part stays as it is in the record. */
  parties: OrganisationChoice[]
  number: string
  /** The leading kind first. */
  kinds: AgreementKind[]
  title: Record<string, string>
  state: AgreementState
  approvedOn: WrittenDate | null
  signedOn: WrittenDate | null
  inForceOn: WrittenDate | null
  reviewDueOn: WrittenDate | null
  expiresOn: WrittenDate | null
  end: EndKind
  renewal: Renewal
  renewalMonths: number | null
  confidentiality: Confidentiality
  ownerId: string | null
  scope: Record<string, string>
  remarks: string
}

export const emptyValues: AgreementValues = {
  homeId: null,
  parties: [],
  number: '',
  kinds: [],
  title: {},
  state: 'inquiry',
  approvedOn: null,
  signedOn: null,
  inForceOn: null,
  reviewDueOn: null,
  expiresOn: null,
  end: 'known',
  renewal: 'unknown',
  renewalMonths: null,
  confidentiality: 'internal',
  ownerId: null,
  scope: {},
  remarks: '',
}

export const valuesOf = (agreement: AgreementView): AgreementValues => ({
  homeId: agreement.home.id,
  parties: agreement.parties
    .filter(party => party.side === 'partner')
    .map(party => choiceOfReference(party.organisation))
    .filter(choice => choice !== null),
  number: agreement.number ?? '',
  kinds: agreement.kinds,
  title: agreement.title,
  state: agreement.storedState,
  approvedOn: agreement.approvedOn,
  signedOn: agreement.signedOn,
  inForceOn: agreement.inForceOn,
  reviewDueOn: agreement.reviewDueOn,
  expiresOn: agreement.expiresOn,
  end: agreement.end,
  renewal: agreement.renewal,
  renewalMonths: agreement.renewalMonths,
  confidentiality: agreement.confidentiality,
  ownerId: agreement.owner?.id ?? null,
  scope: agreement.scope,
  remarks: agreement.remarks ?? '',
})

/** Texts that were left empty are not sent. */
export const filled = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([language, text]) => [language, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  )

const sentDate = (date: WrittenDate | null) =>
  date && {
    on: date.on,
    precision: date.precision,
    ...(date.calendar && { calendar: date.calendar }),
    ...(date.written && { written: date.written }),
  }

const shownOf = (values: AgreementValues) => ({
  homeId: values.homeId ?? '',
  number: values.number.trim() || null,
  kinds: values.kinds,
  title: filled(values.title),
  approvedOn: sentDate(values.approvedOn),
  signedOn: sentDate(values.signedOn),
  inForceOn: sentDate(values.inForceOn),
  reviewDueOn: sentDate(values.reviewDueOn),
  expiresOn: values.end === 'known' ? sentDate(values.expiresOn) : null,
  end: values.end,
  renewal: values.renewal,
  renewalMonths: values.renewalMonths,
  confidentiality: values.confidentiality,
  ownerId: values.ownerId,
  scope: filled(values.scope),
  remarks: values.remarks.trim() || null,
})

const newPartner = ({ id }: OrganisationChoice) => ({ organisationId: id, side: 'partner' as const })

export const newOf = (values: AgreementValues): BodyOf<typeof createAgreement> => ({
  ...shownOf(values),
  parties: values.parties.map(newPartner),
  state: values.state,
})

type Change = BodyOf<typeof updateAgreement>

/** Our side stays, but for a home organisation that was changed; partners stay as they were, go or are added. */
function partiesOf(loaded: AgreementView, values: AgreementValues): Change['parties'] {
  const known = loaded.parties.map(({ organisation, unit, id: _, ...party }) => ({
    ...party,
    organisationId: organisation.id,
    unitId: unit?.id ?? null,
  }))
  const isMoved = values.homeId !== loaded.home.id
  return [
    ...known.filter(party => party.side === 'home' && !(isMoved && party.organisationId === loaded.home.id)),
    ...values.parties.map(
      choice =>
        known.find(party => party.side === 'partner' && party.organisationId === choice.id) ?? newPartner(choice),
    ),
  ]
}

/** The whole record as it shall be: what the form does not show is sent back as it was loaded. */
export const changeOf = (loaded: AgreementView, values: AgreementValues): Change => ({
  ...shownOf(values),
  version: loaded.version,
  parties: partiesOf(loaded, values),
  unitId: values.homeId === loaded.home.id ? (loaded.unit?.id ?? null) : null,
  contacts: loaded.contacts.map(({ id: _, organisationName: __, ...contact }) => contact),
  links: loaded.links.map(({ url, label }) => ({ url, label })),
  notice: loaded.notice,
  parentId: loaded.parent?.id ?? null,
  amendsId: loaded.amends?.id ?? null,
  supersedesId: loaded.supersedes?.id ?? null,
  fields: loaded.fields.map(field => field.code),
  languages: loaded.languages,
})
