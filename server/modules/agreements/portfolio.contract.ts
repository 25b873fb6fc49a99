// The portfolio on the wire: one filter, three views on it (table, map, timeline), partners, countries, export, calendar feed.
import type { Static } from 'typebox'
import Type from 'typebox'
import {
  Abilities,
  CountryCode,
  Id,
  Instant,
  IsoDate,
  LanguageTag,
  Nullable,
  OneOf,
  PageOf,
  Paging,
  PartialDate,
  route,
} from '#core/contract.ts'
import {
  AgreementRef,
  ContactView,
  Kind,
  OrganisationRef,
  PersonRef,
  PulseView,
  PulseWord,
  State,
} from './agreement.contract.ts'
import { confidentialities, endKinds, renewals } from './agreement.terms.ts'

const list = <T extends Parameters<typeof Type.Array>[0]>(item: T) => Type.Optional(Type.Array(item, { maxItems: 300 }))

/** Within one filter any value fits; all filters must hold. `none` in `owner`, `unit`, `field` means "not given". */
export const portfolioFilterFields = {
  /** Words in any script: number, title, scope, names of partners in every language, identifiers. */
  text: Type.Optional(Type.String({ maxLength: 200 })),
  homeId: list(Id),
  country: list(CountryCode),
  partner: list(Id),
  kind: list(Kind),
  state: list(State),
  /** ISCED-F codes; a broad field includes its narrow ones. */
  field: list(Type.String({ pattern: '^(\\d{2,4}|none)$' })),
  unit: list(Type.String({ maxLength: 36 })),
  owner: list(Type.String({ maxLength: 100 })),
  pulse: list(PulseWord),
  confidentiality: list(OneOf(confidentialities)),
  renewal: list(OneOf(renewals)),
  end: list(OneOf(endKinds)),
  language: list(LanguageTag),
  /** Binding now and ending within so many days. */
  expiringWithinDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 36_500 })),
  /** Ending within these days, both included. */
  endsFrom: Type.Optional(IsoDate),
  endsUntil: Type.Optional(IsoDate),
  signedFrom: Type.Optional(IsoDate),
  signedUntil: Type.Optional(IsoDate),
  reviewDue: Type.Optional(Type.Boolean()),
  hasCommitments: Type.Optional(Type.Boolean()),
  hasEntries: Type.Optional(Type.Boolean()),
  /** Has a promise of a past period that was broken or only partly kept. */
  hasUnkept: Type.Optional(Type.Boolean()),
  hasFiles: Type.Optional(Type.Boolean()),
  /** Has any of these tags. */
  tag: list(Id),
  /** Records that one import wrote. */
  importId: Type.Optional(Id),
  /** Only these records, or all but these: rows that were chosen by hand. */
  id: list(Id),
  except: list(Id),
}
export const PortfolioFilter = Type.Object(portfolioFilterFields)
export type PortfolioFilter = Static<typeof PortfolioFilter>

export const portfolioSorts = [
  'recorded',
  'updated',
  'signed',
  'ends',
  'number',
  'title',
  'partner',
  'country',
  'state',
  'pulse',
  'last_entry',
] as const
export type PortfolioSort = (typeof portfolioSorts)[number]

export const PortfolioRow = Type.Object({
  id: Id,
  homeId: Id,
  number: Nullable(Type.String()),
  title: Type.String(),
  kind: Kind,
  kinds: Type.Array(Kind),
  state: State,
  /** Up to three partners; `partnerCount` counts all. */
  partners: Type.Array(OrganisationRef),
  partnerCount: Type.Integer(),
  unitName: Nullable(Type.String()),
  signedOn: Nullable(PartialDate),
  expiresOn: Nullable(PartialDate),
  effectiveEnd: Nullable(IsoDate),
  end: OneOf(endKinds),
  renewal: OneOf(renewals),
  daysToEnd: Nullable(Type.Integer()),
  reviewDue: Type.Boolean(),
  pulse: Nullable(PulseWord),
  lastEntryOn: Nullable(IsoDate),
  commitmentCount: Type.Integer(),
  owner: Nullable(PersonRef),
  confidentiality: OneOf(confidentialities),
  version: Type.Integer(),
})
export type PortfolioRow = Static<typeof PortfolioRow>

const tag = 'portfolio'

export const listPortfolio = route({
  method: 'GET',
  path: '/api/portfolio/list',
  summary: 'Agreements that fit the filter, a page at a time',
  tag,
  access: 'session',
  query: Type.Object({
    ...portfolioFilterFields,
    ...Paging,
    sort: Type.Optional(OneOf(portfolioSorts, { default: 'updated' })),
    direction: Type.Optional(OneOf(['asc', 'desc'] as const)),
  }),
  response: PageOf(PortfolioRow),
})

/** The filter under which a number shows its records: query parameters to set on top of the present filter. */
const Shows = Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())]))

export const tileNames = [
  'agreements',
  'in_force',
  'expiring',
  'review_due',
  'dormant',
  'at_risk',
  'pending',
  'partners',
  'countries',
  'kept_share',
] as const

export const PortfolioCounts = Type.Object({
  total: Type.Integer(),
  tiles: Type.Array(
    Type.Object({
      name: OneOf(tileNames),
      label: Type.String(),
      value: Type.Integer(),
      /** For `kept_share`: of how many judged promises `value` were kept. */
      of: Nullable(Type.Integer()),
      shows: Shows,
      /** Which view shows them. */
      view: OneOf(['list', 'map', 'timeline', 'partners'] as const),
    }),
  ),
  /** For each filter, its values with the count under all other filters; the most frequent first. */
  facets: Type.Array(
    Type.Object({
      filter: OneOf([
        'country',
        'kind',
        'state',
        'field',
        'unit',
        'owner',
        'pulse',
        'confidentiality',
        'renewal',
        'end',
        'homeId',
        'partner',
      ] as const),
      /** Distinct values in all; `values` holds at most 300 (partners: 50). */
      distinct: Type.Integer(),
      values: Type.Array(Type.Object({ value: Type.String(), label: Type.String(), count: Type.Integer() })),
    }),
  ),
})
export type PortfolioCounts = Static<typeof PortfolioCounts>

export const getPortfolioCounts = route({
  method: 'GET',
  path: '/api/portfolio/counts',
  summary: 'The numbers above the portfolio and the counts beside its filters',
  tag,
  access: 'session',
  query: PortfolioFilter,
  response: PortfolioCounts,
})

export const PortfolioMap = Type.Object({
  homes: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      latitude: Nullable(Type.Number()),
      longitude: Nullable(Type.Number()),
      country: Nullable(CountryCode),
    }),
  ),
  partners: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      city: Nullable(Type.String()),
      country: Nullable(CountryCode),
      latitude: Type.Number(),
      longitude: Type.Number(),
      count: Type.Integer(),
      inForce: Type.Integer(),
      /** Of the partnership as a whole, whatever the filter leaves of it. */
      pulse: Nullable(PulseWord),
    }),
  ),
  countries: Type.Array(
    Type.Object({
      country: CountryCode,
      count: Type.Integer(),
      inForce: Type.Integer(),
      partners: Type.Integer(),
      pulse: Nullable(PulseWord),
    }),
  ),
  /** Partners without coordinates; they are counted with their country. */
  unplaced: Type.Integer(),
  /** How many partners fit; the map holds at most 5,000, those with most agreements first. */
  partnerTotal: Type.Integer(),
})
export type PortfolioMap = Static<typeof PortfolioMap>

export const getPortfolioMap = route({
  method: 'GET',
  path: '/api/portfolio/map',
  summary: 'Partners of the agreements that fit, with their places',
  tag,
  access: 'session',
  query: PortfolioFilter,
  response: PortfolioMap,
})

export const PortfolioTimeline = Type.Object({
  groups: Type.Array(
    Type.Object({
      key: Type.String(),
      label: Type.String(),
      count: Type.Integer(),
      bars: Type.Array(
        Type.Object({
          id: Id,
          title: Type.String(),
          kind: Kind,
          state: State,
          pulse: Nullable(PulseWord),
          /** Unknown starts and ends are null; `openEnd` says that there is none. */
          start: Nullable(IsoDate),
          end: Nullable(IsoDate),
          openEnd: Type.Boolean(),
          /** The recorded end, before automatic renewals. */
          firstEnd: Nullable(IsoDate),
        }),
      ),
    }),
  ),
  /** Groups in all; the answer holds a page of them. */
  groupTotal: Type.Integer(),
  /** Ends of binding agreements per month, `2027-03`, over the whole filter. */
  expiries: Type.Array(Type.Object({ month: Type.String(), count: Type.Integer() })),
  /** Agreements that fit but have neither start nor end. */
  undated: Type.Integer(),
})
export type PortfolioTimeline = Static<typeof PortfolioTimeline>

export const getPortfolioTimeline = route({
  method: 'GET',
  path: '/api/portfolio/timeline',
  summary: 'Terms of the agreements that fit as bars, and how many end in each month',
  tag,
  access: 'session',
  query: Type.Object({
    ...portfolioFilterFields,
    group: Type.Optional(OneOf(['partner', 'country', 'year'] as const, { default: 'partner' })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 40 })),
  }),
  response: PortfolioTimeline,
})

export const partnerSorts = ['name', 'agreements', 'in_force', 'last_entry', 'pulse', 'next_end'] as const

export const PartnerRow = Type.Object({
  organisation: OrganisationRef,
  agreements: Type.Integer(),
  inForce: Type.Integer(),
  /** Of the partnership as a whole, whatever the filter leaves of it. */
  pulse: Nullable(PulseWord),
  lastEntryOn: Nullable(IsoDate),
  nextEnd: Nullable(IsoDate),
  kinds: Type.Array(Kind),
})
export type PartnerRow = Static<typeof PartnerRow>

export const listPartners = route({
  method: 'GET',
  path: '/api/portfolio/partners',
  summary: 'Partners of the agreements that fit the filter',
  tag,
  access: 'session',
  query: Type.Object({
    ...portfolioFilterFields,
    ...Paging,
    sort: Type.Optional(OneOf(partnerSorts, { default: 'agreements' })),
    direction: Type.Optional(OneOf(['asc', 'desc'] as const)),
  }),
  response: PageOf(PartnerRow),
})

/** What went both ways between home and partner, per kind and unit, in the window of the installation's balance. */
export const BalanceLine = Type.Object({
  kind: Type.String(),
  kindLabel: Type.String(),
  unit: Type.String(),
  unitLabel: Type.String(),
  currency: Nullable(Type.String()),
  /** Decimal texts, in the unit. */
  out: Type.String(),
  in: Type.String(),
  balance: Type.String(),
  plannedOut: Type.String(),
  plannedIn: Type.String(),
})

export const CommitmentSummary = Type.Object({
  commitments: Type.Integer(),
  kept: Type.Integer(),
  partlyKept: Type.Integer(),
  broken: Type.Integer(),
  onTrack: Type.Integer(),
  atRisk: Type.Integer(),
  neverStarted: Type.Integer(),
})

export const EntrySum = Type.Object({
  kind: Type.String(),
  kindLabel: Type.String(),
  confirmed: Type.Integer(),
  planned: Type.Integer(),
  lastOn: Nullable(IsoDate),
})

export const PartnerView = Type.Object({
  organisation: OrganisationRef,
  /** One of our own: its page is the record of the organisation. */
  isHome: Type.Boolean(),
  status: Type.String(),
  website: Nullable(Type.String()),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  names: Type.Array(Type.Object({ text: Type.String(), language: Nullable(Type.String()), kind: Type.String() })),
  identifiers: Type.Array(Type.Object({ scheme: Type.String(), value: Type.String() })),
  /** Agreements by the most recent end first; at most 200, `agreementTotal` counts all. */
  agreements: Type.Array(AgreementRef),
  agreementTotal: Type.Integer(),
  inForce: Type.Integer(),
  pulse: Nullable(PulseView),
  commitments: CommitmentSummary,
  entries: Type.Array(EntrySum),
  /** The window of the balance. */
  balanceFrom: IsoDate,
  balanceUntil: IsoDate,
  balance: Type.Array(BalanceLine),
  contacts: Type.Array(Type.Object({ contact: ContactView, agreement: Type.Object({ id: Id, title: Type.String() }) })),
  lastEntryOn: Nullable(IsoDate),
  /** `new_agreement`, `record_entry`. */
  abilities: Abilities,
})
export type PartnerView = Static<typeof PartnerView>

export const getPartner = route({
  method: 'GET',
  path: '/api/partners/:organisationId',
  summary: 'Everything with one partner: agreements, promises, deeds, balance, pulse, contacts, names',
  tag,
  access: 'session',
  params: Type.Object({ organisationId: Id }),
  response: PartnerView,
})

export const getMapBorders = route({
  method: 'GET',
  path: '/api/portfolio/borders',
  summary: 'The borders of the operator as TopoJSON; empty (204) when maps show the built-in ones',
  tag,
  access: 'session',
  transfer: 'download',
})

export const CountryView = Type.Object({
  country: CountryCode,
  agreements: Type.Integer(),
  inForce: Type.Integer(),
  partnerTotal: Type.Integer(),
  /** At most 200, those with most agreements first. */
  partners: Type.Array(PartnerRow),
  pulse: Nullable(PulseView),
  byKind: Type.Array(Type.Object({ kind: Kind, count: Type.Integer() })),
  byState: Type.Array(Type.Object({ state: State, count: Type.Integer() })),
  byPulse: Type.Array(Type.Object({ pulse: PulseWord, count: Type.Integer() })),
  commitments: CommitmentSummary,
  entries: Type.Array(EntrySum),
  balanceFrom: IsoDate,
  balanceUntil: IsoDate,
  balance: Type.Array(BalanceLine),
  /** The next ends of binding agreements, at most 20. */
  nextEnds: Type.Array(AgreementRef),
})
export type CountryView = Static<typeof CountryView>

export const getCountry = route({
  method: 'GET',
  path: '/api/countries/:code',
  summary: 'Everything with one country',
  tag,
  access: 'session',
  params: Type.Object({ code: CountryCode }),
  response: CountryView,
})

export const exportPortfolio = route({
  method: 'POST',
  path: '/api/portfolio/export',
  summary: 'The agreements that fit as a file: the original columns first, in their order, then ours',
  tag,
  access: 'session',
  query: Type.Object({
    ...portfolioFilterFields,
    format: OneOf(['csv', 'xlsx', 'json'] as const),
    sort: Type.Optional(OneOf(portfolioSorts)),
    direction: Type.Optional(OneOf(['asc', 'desc'] as const)),
  }),
  transfer: 'download',
})

export const FeedView = Type.Object({
  id: Id,
  query: Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())])),
  language: Type.String(),
  createdAt: Instant,
})

export const listFeeds = route({
  method: 'GET',
  path: '/api/feeds',
  summary: "The reader's calendar feeds that are not revoked",
  tag: 'feeds',
  access: 'session',
  response: Type.Object({ items: Type.Array(FeedView) }),
})

export const createFeed = route({
  method: 'POST',
  path: '/api/feeds',
  summary: 'Make a private calendar link for expiries, review dates and notice deadlines; the link is shown once',
  tag: 'feeds',
  access: 'session',
  body: Type.Object(
    { filter: Type.Optional(PortfolioFilter), language: Type.Optional(LanguageTag) },
    { additionalProperties: false },
  ),
  response: Type.Object({ feed: FeedView, url: Type.String() }),
})

export const revokeFeed = route({
  method: 'DELETE',
  path: '/api/feeds/:id',
  summary: 'Revoke a calendar link; whoever has it sees nothing any more',
  tag: 'feeds',
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Type.Object({}),
})

/** `token` ends in `.ics`; the answer is text/calendar (RFC 5545). */
export const readFeed = route({
  method: 'GET',
  path: '/feeds/:token',
  summary: 'A calendar feed by its private link',
  tag: 'feeds',
  access: 'public',
  params: Type.Object({ token: Type.String({ minLength: 20, maxLength: 200 }) }),
  transfer: 'download',
})
