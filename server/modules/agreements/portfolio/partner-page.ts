// Everything with one partner or one country: agreements, promises, deeds, balance and pulse, as far as the reader may see.
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { found, presentAbilities } from '#core/policy.ts'
import {
  type Judged,
  judgeCommitments,
  ledgerFieldTerms,
  type PulseSettings,
  presentBalance,
  pulse,
  readPulseSettings,
  summarise,
} from '#modules/ledger/index.ts'
import { canPostAnywhere, canRecordAnywhere, visibleAgreement } from '../agreement.policy.ts'
import { presentOrganisation, presentRef } from '../agreement.presenter.ts'
import type { BriefAgreement } from '../agreement.store.ts'
import type { CountryView, PartnerView } from '../portfolio.contract.ts'
import { presentPulse } from '../pulse.presenter.ts'
import { type BetweenFilter, balancesBetween, entriesBetween, flowsBetween } from '../standing.store.ts'
import { activityFacts, balanceFacts, balanceWindow, isJudged, promiseFacts, pulseAgreementOf } from '../standing.ts'
import { activityOf, sumsByKind } from './entries-between.ts'
import { findPartner, listAgreementsWith, listContactsWith, listPartnersIn } from './partner.store.ts'

export interface Reader {
  db: Db
  actor: Actor
  t: Translator
  today: Temporal.PlainDate
}

const labelOf = (t: Translator, field: 'kind' | 'unit', value: string): string => {
  const term = ledgerFieldTerms[field]?.values?.[value]
  return term ? t(term) : value
}

function commitmentSummary(judged: readonly Judged[]) {
  const { counts, neverStarted } = summarise(judged.map(one => one.fulfilment))
  return {
    commitments: judged.length,
    kept: counts.kept ?? 0,
    partlyKept: counts.partly_kept ?? 0,
    broken: counts.broken ?? 0,
    onTrack: counts.on_track ?? 0,
    atRisk: counts.at_risk ?? 0,
    neverStarted,
  }
}

/** What the partner page and the country page have in common, from the agreements and the parties. */
async function gather(
  { db, actor, t, today }: Reader,
  agreements: readonly BriefAgreement[],
  { ids, homeIds }: { ids: readonly string[]; homeIds: readonly string[] },
  settings: PulseSettings,
) {
  const knownIds = agreements.map(row => row.id)
  const filter: BetweenFilter = { homeIds, partnerIds: ids, visible: visibleAgreement(actor), knownIds }
  const window = balanceWindow(settings, today)
  const [entries, judged, flows, balances] = await Promise.all([
    entriesBetween(db, filter, today.toString()),
    judgeCommitments(db, knownIds, today),
    flowsBetween(db, filter, window),
    settings.balanceTolerance === null ? [] : balancesBetween(db, filter, window),
  ])
  return {
    ...{ judged, settings, balances, activity: activityFacts(activityOf(entries)) },
    commitments: commitmentSummary(judged),
    entries: sumsByKind(entries).map(sum => ({ ...sum, kindLabel: labelOf(t, 'kind', sum.kind) })),
    balanceFrom: window.from,
    balanceUntil: window.until,
    balance: presentBalance(flows).map(line => ({
      ...{
        kind: line.kind,
        kindLabel: labelOf(t, 'kind', line.kind),
        unit: line.unit,
        unitLabel: labelOf(t, 'unit', line.unit),
      },
      ...{ currency: line.currency, out: line.given, in: line.received, balance: line.balance },
      ...{ plannedOut: line.plannedGiven, plannedIn: line.plannedReceived },
    })),
  }
}

const isLive = (state: string) => state === 'in_force' || state === 'renewal_in_progress'

type Gathered = Awaited<ReturnType<typeof gather>>

/** The pulse of a whole: all its agreements and everything that went both ways. Nothing to judge without either. */
function judgeTogether({ t, today }: Reader, agreements: readonly BriefAgreement[], gathered: Gathered) {
  const { activity, judged, balances } = gathered
  const settings: PulseSettings = gathered.settings
  const concluded = agreements.filter(isJudged)
  if (concluded.length === 0 && activity.lastEntryOn === null && activity.nextEntryOn === null) return null
  // What an agreement that is over left undone is its history, no danger to what goes on.
  const running = new Set(agreements.filter(row => isLive(row.state)).map(row => row.id))
  const facts = {
    ...activity,
    ...promiseFacts(
      judged.filter(one => running.has(one.commitment.sourceId)),
      settings,
    ),
    agreements: concluded.map(row => pulseAgreementOf(row, today, row.last_entry_on)),
    balances: balanceFacts(balances, null),
  }
  const agreementOf = new Map(judged.map(one => [one.commitment.id, one.commitment.sourceId]))
  return presentPulse(pulse(facts, settings, today), today.toString(), t, id => agreementOf.get(id) ?? null)
}

const byEnd = (a: { effectiveEnd: string | null }, b: { effectiveEnd: string | null }) =>
  (a.effectiveEnd ?? '9999') > (b.effectiveEnd ?? '9999') ? -1 : 1

const mostAgreements = 200

export async function partnerPage(reader: Reader, organisationId: string): Promise<PartnerView> {
  const { db, actor, t, today } = reader
  const [known, settings] = await Promise.all([findPartner(db, actor, organisationId), readPulseSettings(db)])
  const organisation = found(known)
  const agreements = await listAgreementsWith(db, actor, organisation.ids)
  const agreementIds = agreements.map(row => row.id)
  const [gathered, contacts] = await Promise.all([
    gather(reader, agreements, organisation, settings),
    listContactsWith(db, agreementIds, organisation.ids),
  ])
  const refs = agreements.map(row => presentRef(row, t, today)).sort(byEnd)
  return {
    organisation: presentOrganisation(organisation, t.language),
    isHome: organisation.home,
    status: organisation.status,
    website: organisation.website,
    latitude: organisation.latitude,
    longitude: organisation.longitude,
    names: organisation.allNames,
    identifiers: organisation.identifiers,
    agreements: refs.slice(0, mostAgreements),
    agreementTotal: refs.length,
    inForce: refs.filter(ref => isLive(ref.state)).length,
    pulse: judgeTogether(reader, agreements, gathered),
    commitments: gathered.commitments,
    entries: gathered.entries,
    balanceFrom: gathered.balanceFrom,
    balanceUntil: gathered.balanceUntil,
    balance: gathered.balance,
    contacts: contacts.map(({ agreement_id, agreement_title, ...contact }) => ({
      contact,
      agreement: { id: agreement_id, title: t.localised(agreement_title) },
    })),
    lastEntryOn: gathered.activity.lastConfirmedOn,
    abilities: presentAbilities({ new_agreement: canRecordAnywhere(actor), record_entry: canPostAnywhere(actor) }, t),
  }
}

/** What of a country page follows from the database; lists and counts come from the portfolio in memory. */
export async function countryParts(
  reader: Reader,
  code: string,
): Promise<Pick<CountryView, 'pulse' | 'commitments' | 'entries' | 'balanceFrom' | 'balanceUntil' | 'balance'>> {
  const { db, actor } = reader
  const [partners, settings] = await Promise.all([listPartnersIn(db, actor, code), readPulseSettings(db)])
  const agreements = await listAgreementsWith(db, actor, partners.ids)
  const gathered = await gather(reader, agreements, partners, settings)
  const { commitments, entries, balanceFrom, balanceUntil, balance } = gathered
  return {
    pulse: judgeTogether(reader, agreements, gathered),
    commitments,
    entries,
    balanceFrom,
    balanceUntil,
    balance,
  }
}
