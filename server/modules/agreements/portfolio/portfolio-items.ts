// The agreements of the portfolio as they stand in memory, with small numbers for what is counted and filtered.
import { pickText } from '#core/i18n.ts'
import { fold } from '#modules/registry/index.ts'
import { type AgreementState, agreementStates } from '../agreement.states.ts'
import {
  type AgreementKind,
  agreementKinds,
  confidentialities,
  type EndKind,
  endKinds,
  type NoticeUnit,
  type Pulse,
  pulseOrder,
  type Renewal,
  renewals,
} from '../agreement.terms.ts'
import { type Term, termOf } from '../agreement-term.ts'
import type { LoadedAgreement, LoadedOrganisation } from './portfolio.store.ts'

/** Values and the numbers that stand for them; numbers are never reused. */
export class Codes {
  readonly values: string[] = []
  readonly #codes = new Map<string, number>()

  readonly #grown: () => void

  /** @param grown called when a value gets a number. */
  constructor(grown: () => void) {
    this.#grown = grown
  }

  codeOf(value: string): number {
    const known = this.#codes.get(value)
    if (known !== undefined) return known
    this.#grown()
    this.#codes.set(value, this.values.length)
    return this.values.push(value) - 1
  }

  find(value: string): number | undefined {
    return this.#codes.get(value)
  }
}

export interface Partner {
  /** Number of the partner; organisations that were merged into one are one partner. */
  code: number
  id: string
  name: string
  names: Record<string, string>
  country: string | null
  /** Code of the country, -1 when unknown. */
  countryCode: number
  city: string | null
  latitude: number | null
  longitude: number | null
  text: string
}

export interface Item {
  id: string
  revision: number
  homeId: string
  unitId: string | null
  ownerId: string | null
  readerIds: readonly string[]
  confidentiality: string
  number: string | null
  title: Record<string, string>
  kinds: AgreementKind[]
  /** Folded words, each after a blank. */
  text: string
  storedState: AgreementState
  signedOn: string | null
  signedPrecision: string | null
  startOn: string | null
  expiresOn: string | null
  expiresPrecision: string | null
  endKind: EndKind
  endedOn: string | null
  reviewDueOn: string | null
  renewal: Renewal
  renewalMonths: number | null
  notice: { amount: number; unit: NoticeUnit } | null
  fields: string[]
  languages: string[]
  importId: string | null
  pulse: Pulse | null
  lastEntryOn: string | null
  commitments: number
  kept: number
  partlyKept: number
  broken: number
  files: number
  version: number
  updatedAt: string
  partners: Partner[]
  /** What follows from the dates today. */
  term: Term
  // codes for counting; -1 stands for none
  homeCode: number
  unitCode: number
  ownerCode: number
  kindCodes: number[]
  confidentialityCode: number
  renewalCode: number
  endCode: number
  pulseCode: number
  stateCode: number
  fieldCodes: number[]
  countryCodes: number[]
  partnerCodes: number[]
}

const stateCodes = new Map(agreementStates.map((state, code) => [state, code]))
const kindCodes = new Map<string, number>(agreementKinds.map((kind, code) => [kind, code]))
const indexIn = (list: readonly string[], value: string | null) => (value === null ? -1 : list.indexOf(value))

/** Dictionaries of one portfolio. */
export class PortfolioWords {
  /** Rises when there is a new value or a partner has changed: filters made ready before no longer hold. */
  edition = 0
  readonly #grown = () => {
    this.edition += 1
  }
  readonly homes = new Codes(this.#grown)
  readonly units = new Codes(this.#grown)
  readonly owners = new Codes(this.#grown)
  readonly fields = new Codes(this.#grown)
  readonly countries = new Codes(this.#grown)
  readonly partners: Partner[] = []
  readonly #byOrganisation = new Map<string, Partner>()
  readonly #byShown = new Map<string, Partner>()
  readonly #texts = new Map<string, string>()

  partnerOf(organisationId: string): Partner | undefined {
    return this.#byOrganisation.get(organisationId)
  }

  /** Takes over an organisation as the registry has it now; a partner keeps its number. */
  putOrganisation(loaded: LoadedOrganisation): void {
    const known = this.#byShown.get(loaded.shown_id)
    const { name, names, country, city, latitude, longitude } = loaded
    const fields = {
      ...{ id: loaded.shown_id, name, names, country, city, latitude, longitude },
      countryCode: country === null ? -1 : this.countries.codeOf(country),
      text: ` ${loaded.names_folded || fold(name)} ${fold(loaded.identifiers)}`,
    }
    const same = known !== undefined && JSON.stringify({ code: known.code, ...fields }) === JSON.stringify(known)
    if (!same || this.#byOrganisation.get(loaded.id) !== known) this.edition += 1
    const partner = known ? Object.assign(known, fields) : { code: this.partners.length, ...fields }
    if (!known) {
      this.partners.push(partner)
      this.#byShown.set(partner.id, partner)
    }
    this.#byOrganisation.set(loaded.id, partner)
  }

  find(partnerId: string): Partner | undefined {
    return this.#byShown.get(partnerId) ?? this.#byOrganisation.get(partnerId)
  }

  /** One string for all equal ones: dates and ids repeat a hundred thousand times. */
  share<T extends string | null>(text: T): T {
    if (text === null) return text
    const known = this.#texts.get(text)
    if (known !== undefined) return known as T
    this.#texts.set(text, text)
    return text
  }
}

const unique = (codes: number[]) => (codes.length < 2 ? codes : [...new Set(codes)])

/** One list for all that name nobody. */
const nobody: readonly string[] = []

export function itemOf(row: LoadedAgreement, words: PortfolioWords, today: Temporal.PlainDate): Item {
  const share = <T extends string | null>(text: T): T => words.share(text)
  const partners = [...new Set(row.partners.map(id => words.partnerOf(id)).filter(partner => partner !== undefined))]
  const item: Item = {
    id: row.id,
    revision: row.revision,
    homeId: share(row.home_id),
    unitId: share(row.unit_id),
    ownerId: share(row.owner_id),
    readerIds: row.reader_ids.length === 0 ? nobody : row.reader_ids,
    confidentiality: share(row.confidentiality),
    number: row.number,
    title: row.title,
    kinds: row.kinds.map(share) as AgreementKind[],
    text: ` ${row.search}`,
    storedState: share(row.state) as AgreementState,
    signedOn: share(row.signed_on),
    signedPrecision: share(row.signed_precision),
    startOn: share(row.start_on),
    expiresOn: share(row.expires_on),
    expiresPrecision: share(row.expires_precision),
    endKind: share(row.end_kind) as EndKind,
    endedOn: share(row.ended_on),
    reviewDueOn: share(row.review_due_on),
    renewal: share(row.renewal) as Renewal,
    renewalMonths: row.renewal_months,
    notice: row.notice_amount === null ? null : { amount: row.notice_amount, unit: row.notice_unit as NoticeUnit },
    fields: row.fields.map(share),
    languages: row.languages.map(share),
    importId: share(row.import_id),
    pulse: share(row.pulse) as Pulse | null,
    lastEntryOn: share(row.last_entry_on),
    commitments: row.commitment_count,
    kept: row.kept_count,
    partlyKept: row.partly_kept_count,
    broken: row.broken_count,
    files: row.file_count,
    version: row.version,
    updatedAt: row.updated_at,
    partners,
    term: undefined as unknown as Term,
    homeCode: words.homes.codeOf(row.home_id),
    unitCode: row.unit_id === null ? -1 : words.units.codeOf(row.unit_id),
    ownerCode: row.owner_id === null ? -1 : words.owners.codeOf(row.owner_id),
    kindCodes: row.kinds.map(kind => kindCodes.get(kind) ?? -1),
    confidentialityCode: indexIn(confidentialities, row.confidentiality),
    renewalCode: indexIn(renewals, row.renewal),
    endCode: indexIn(endKinds, row.end_kind),
    pulseCode: indexIn(pulseOrder, row.pulse),
    stateCode: -1,
    fieldCodes: row.fields.map(code => words.fields.codeOf(code)),
    countryCodes: unique(partners.map(partner => partner.countryCode).filter(code => code >= 0)),
    partnerCodes: unique(partners.map(partner => partner.code)),
  }
  setDay(item, today)
  return item
}

/** Computes anew what follows from the dates. */
export function setDay(item: Item, today: Temporal.PlainDate): void {
  item.term = termOf({ ...item, state: item.storedState }, today)
  item.stateCode = stateCodes.get(item.term.state) ?? -1
}

export const isInForce = (item: Item): boolean =>
  item.term.state === 'in_force' || item.term.state === 'renewal_in_progress'

export const titleOf = (item: Item, language: string): string => pickText(item.title, language)

export const partnerNameOf = (partner: Partner, language: string): string => partner.names[language] ?? partner.name
