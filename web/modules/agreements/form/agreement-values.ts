// What stands in the form of an agreement, from a record and back to what is sent.
import type { BodyOf } from '#core/contract.ts'
import type { AgreementView, createAgreement, updateAgreement } from '#modules/agreements/agreement.contract.ts'
import type { AgreementState } from '#modules/agreements/agreement.states.ts'
import type {
  AgreementKind,
  Confidentiality,
  ContactRole,
  Ender,
  EndKind,
  NoticeUnit,
  Renewal,
} from '#modules/agreements/agreement.terms.ts'
import type { KnownDate } from '../../../core/format.ts'
import type { FoundChoice } from '../../../kit/combo-box.tsx'
import type { OrganisationChoice } from '../../registry/find-organisations.ts'

/** A date with the words it was written in where it came from a list. */
type WrittenDate = KnownDate & { written?: string | undefined }

/** `home` or `partner`, and the organisation where it is one of the parties. */
export type Place = `${'home' | 'partner'}${'' | `/${string}`}`

export interface ContactValues {
  place: Place
  role: ContactRole
  name: string
  email: string
  phone: string
  personId: string | null
}

export interface SignatoryValues {
  place: Place
  name: string
  position: string
  signedOn: string | null
}

/** Another agreement, by its title. */
export type AgreementChoice = FoundChoice

export interface LinkValues {
  url: string
  label: string
}

export interface AgreementValues {
  homeId: string | null
  unit: OrganisationChoice | null
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
  noticeAmount: number | null
  noticeUnit: NoticeUnit
  mayEnd: Ender
  /** ISCED-F codes. */
  fields: string[]
  /** Language tags. */
  languages: string[]
  contacts: ContactValues[]
  signatories: SignatoryValues[]
  parent: AgreementChoice | null
  amends: AgreementChoice | null
  supersedes: AgreementChoice | null
  links: LinkValues[]
  confidentiality: Confidentiality
  /** People to name as readers at once; those who are named already do not stand here. */
  readers: FoundChoice[]
  ownerId: string | null
  scope: Record<string, string>
  remarks: string
}

export const emptyValues: AgreementValues = {
  homeId: null,
  unit: null,
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
  noticeAmount: null,
  noticeUnit: 'month',
  mayEnd: 'unknown',
  fields: [],
  languages: [],
  contacts: [],
  signatories: [],
  parent: null,
  amends: null,
  supersedes: null,
  links: [],
  confidentiality: 'internal',
  readers: [],
  ownerId: null,
  scope: {},
  remarks: '',
}

const choiceOf = ({ id, name, country }: AgreementView['home']): OrganisationChoice => ({ id, label: name, country })

const placeOf = (side: 'home' | 'partner', organisationId: string | null): Place =>
  organisationId === null ? side : `${side}/${organisationId}`

const peopleOf = (agreement: AgreementView): Pick<AgreementValues, 'contacts' | 'signatories'> => ({
  contacts: agreement.contacts.map(({ side, organisationId, role, name, email, phone, personId }) => ({
    place: placeOf(side, organisationId),
    ...{ role, name, email: email ?? '', phone: phone ?? '', personId },
  })),
  signatories: agreement.parties
    .filter(party => party.signatoryName || party.signatoryTitle || party.signedOn)
    .map(party => ({
      place: placeOf(party.side, party.organisation.id),
      name: party.signatoryName ?? '',
      position: party.signatoryTitle ?? '',
      signedOn: party.signedOn,
    })),
})

const related = (ref: AgreementView['parent']): AgreementChoice | null =>
  ref && { id: ref.id, label: ref.title, detail: ref.number ?? undefined }

export const valuesOf = (agreement: AgreementView): AgreementValues => ({
  homeId: agreement.home.id,
  unit: agreement.unit && choiceOf(agreement.unit),
  parties: agreement.parties.filter(party => party.side === 'partner').map(party => choiceOf(party.organisation)),
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
  noticeAmount: agreement.notice?.amount ?? null,
  noticeUnit: agreement.notice?.unit ?? 'month',
  mayEnd: agreement.mayEnd,
  fields: agreement.fields.map(field => field.code),
  languages: agreement.languages,
  ...peopleOf(agreement),
  parent: related(agreement.parent),
  amends: related(agreement.amends),
  supersedes: related(agreement.supersedes),
  links: agreement.links.map(({ url, label }) => ({ url, label: label ?? '' })),
  confidentiality: agreement.confidentiality,
  readers: [],
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

const organisationIn = (place: Place): string | null => place.split('/')[1] ?? null

/** A contact of an organisation that is no party any more stays, on its side. */
function contactsOf(values: AgreementValues) {
  const parties = [values.homeId, ...values.parties.map(party => party.id)]
  return values.contacts.map(({ place, role, name, email, phone, personId }) => {
    const organisationId = organisationIn(place)
    return {
      side: place.startsWith('home') ? ('home' as const) : ('partner' as const),
      organisationId: parties.includes(organisationId) ? organisationId : null,
      ...{ role, name: name.trim(), email: email.trim() || null, phone: phone.trim() || null, personId },
    }
  })
}

const shownOf = (values: AgreementValues) => ({
  homeId: values.homeId ?? '',
  unitId: values.unit?.id ?? null,
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
  notice: values.noticeAmount === null ? null : { amount: values.noticeAmount, unit: values.noticeUnit },
  mayEnd: values.mayEnd,
  fields: values.fields,
  languages: values.languages,
  contacts: contactsOf(values),
  parentId: values.parent?.id ?? null,
  amendsId: values.amends?.id ?? null,
  supersedesId: values.supersedes?.id ?? null,
  links: values.links
    .map(({ url, label }) => ({ url: url.trim(), label: label.trim() || null }))
    .filter(({ url, label }) => url !== '' || label !== null),
  confidentiality: values.confidentiality,
  ...(values.confidentiality === 'confidential' &&
    values.readers.length > 0 && { readerIds: values.readers.map(person => person.id) }),
  ownerId: values.ownerId,
  scope: filled(values.scope),
  remarks: values.remarks.trim() || null,
})

type Party = NonNullable<BodyOf<typeof createAgreement>['parties']>[number]

const blankParty = (side: Party['side'], organisationId: string): Party => ({ organisationId, side })

/** Who signed for a party, and when; empty where it is not said. */
function signed(party: Party, values: AgreementValues): Party {
  const found = values.signatories.find(each => each.place === placeOf(party.side, party.organisationId))
  return {
    ...party,
    signatoryName: found?.name.trim() || null,
    signatoryTitle: found?.position.trim() || null,
    signedOn: found?.signedOn ?? null,
  }
}

export const newOf = (values: AgreementValues): BodyOf<typeof createAgreement> => ({
  ...shownOf(values),
  parties: [
    { ...blankParty('home', values.homeId ?? ''), unitId: values.unit?.id ?? null },
    ...values.parties.map(({ id }) => blankParty('partner', id)),
  ].map(party => signed(party, values)),
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
  const homeId = values.homeId ?? ''
  const ours = known.filter(party => party.side === 'home' && party.organisationId !== loaded.home.id)
  const home = known.find(party => party.side === 'home' && party.organisationId === homeId)
  const unitId = values.unit?.id ?? null
  const kept = home && unitId === (loaded.unit?.id ?? null) ? home.unitId : unitId
  return [
    { ...(home ?? blankParty('home', homeId)), unitId: kept },
    ...ours.filter(party => party.organisationId !== homeId),
    ...values.parties.map(
      ({ id }) =>
        known.find(party => party.side === 'partner' && party.organisationId === id) ?? blankParty('partner', id),
    ),
  ].map(party => signed(party, values))
}

/** The whole record as it shall be: what the form does not show is sent back as it was loaded. */
export const changeOf = (loaded: AgreementView, values: AgreementValues): Change => ({
  ...shownOf(values),
  version: loaded.version,
  parties: partiesOf(loaded, values),
})

/** What the duplicate check is asked; null while there is nothing to compare. */
export function similarQuery(values: AgreementValues, except: string | undefined) {
  if (values.homeId === null || values.parties.length === 0) return null
  const from = (values.inForceOn ?? values.signedOn)?.on
  const until = values.end === 'known' ? values.expiresOn?.on : undefined
  const number = values.number.trim()
  return {
    homeId: values.homeId,
    partner: values.parties.slice(0, 50).map(party => party.id),
    ...(values.kinds.length > 0 && { kind: values.kinds }),
    ...(from && { from }),
    ...(until && { until }),
    ...(number && { number }),
    ...(except && { except }),
  }
}
