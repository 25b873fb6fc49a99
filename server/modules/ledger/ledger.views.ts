// Shapes commitments and entries for readers: names, fulfilment by period, abilities, in the reader's language.
import type { PartialDate } from '#core/contract.ts'
import type { Db } from '#core/database/connect.ts'
import { pickText, type Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { presentAbilities } from '#core/policy.ts'
import { formatDate } from '#core/timeline.ts'
import type { StoredCommitment } from './commitment.store.ts'
import { listWaivers } from './commitment-waiver.store.ts'
import { listCounted } from './counted-commitment.store.ts'
import type { StoredEntry } from './entry.store.ts'
import { candidatesOf } from './entry-candidates.ts'
import { listEvidence } from './entry-evidence.store.ts'
import { type Fulfilment, fulfil, type PeriodResult } from './fulfilment.ts'
import { countFulfilments } from './kept-share.ts'
import type { CommitmentView, EntryView, FulfilmentSummary, PartyView, PeriodView } from './ledger.contract.ts'
import { canConfirmEntry, canCorrectEntry, canPostEntry, canWriteHome } from './ledger.policy.ts'
import { periodLabelTerms } from './ledger.sentences.ts'
import type { PartyKey } from './ledger.shapes.ts'
import { ownerNames, type PartyNames, partyNames } from './ledger-party.store.ts'
import { sourceUnits } from './ledger-source.store.ts'
import type { Period } from './periods.ts'
import { displayQuantity } from './quantity.ts'
import { listCommitmentTotals } from './totals.store.ts'

export interface Reader {
  db: Db
  actor: Actor
  t: Translator
  today: Temporal.PlainDate
}

/** What became of each commitment, from its totals; one query for all. */
export async function fulfilAll(
  db: Db,
  commitments: readonly StoredCommitment[],
  today: Temporal.PlainDate,
): Promise<Map<string, Fulfilment>> {
  const ids = commitments.map(one => one.id)
  const totals = Map.groupBy(await listCommitmentTotals(db, ids), total => total.commitmentId)
  const waivers = Map.groupBy(await listWaivers(db, ids), waiver => waiver.commitmentId)
  return new Map(
    commitments.map(one => [
      one.id,
      fulfil(one, { totals: totals.get(one.id) ?? [] }, today, { waivers: waivers.get(one.id) ?? [] }),
    ]),
  )
}

/** A commitment and what became of it. */
export interface Judged {
  commitment: StoredCommitment
  fulfilment: Fulfilment
}

/** The commitments of agreements with their fulfilment, whoever asks; one query for all. */
export async function judgeCommitments(
  db: Db,
  agreementIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<Judged[]> {
  return (await listCounted(db, agreementIds)).map(({ commitment, totals, waivers }) => ({
    commitment,
    fulfilment: fulfil(commitment, { totals }, today, { waivers }),
  }))
}

export function summarise(fulfilments: Iterable<Fulfilment>): FulfilmentSummary {
  const counts = countFulfilments([...fulfilments])
  return {
    counts: counts.byStatus,
    neverStarted: counts.neverStarted,
    keptShare: counts.keptShare === null ? null : Number(counts.keptShare.share),
  }
}

export function labelOf(period: Period, t: Translator): string {
  const { code, values } = period.label
  const shown = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value.length === 10 ? formatDate(value, t.language) : value]),
  )
  return t(periodLabelTerms[code], shown)
}

function presentPeriod(result: PeriodResult, commitment: StoredCommitment, t: Translator): PeriodView {
  const show = (base: string) => displayQuantity(base, commitment.unit)
  return {
    start: result.period.start,
    end: result.period.end,
    label: labelOf(result.period, t),
    status: result.status,
    promised: show(result.promised),
    carriedIn: show(result.carriedIn),
    delivered: show(result.delivered),
    planned: show(result.planned),
    expected: show(result.expected),
    elapsed: result.elapsed && result.elapsed.days / result.elapsed.total,
    entries: result.entries,
    waiver: result.waiver,
  }
}

const presentParty = (key: PartyKey, names: Map<string, PartyNames>, language: string): PartyView => {
  const organisation = names.get(key.organisationId)
  const unit = key.unitId === null ? undefined : names.get(key.unitId)
  return {
    organisationId: key.organisationId,
    name: nameOf(organisation, language),
    country: organisation?.country ?? null,
    unitId: key.unitId,
    unitName: unit ? nameOf(unit, language) : null,
  }
}

const nameOf = (organisation: PartyNames | undefined, language: string): string =>
  organisation === undefined
    ? ''
    : (organisation.names[language] ?? organisation.name ?? pickText(organisation.names, language))

const partiesOf = (keys: readonly PartyKey[]): string[] =>
  keys.flatMap(key => (key.unitId === null ? [key.organisationId] : [key.organisationId, key.unitId]))

/** The period that runs on the day, else the last that is over, else the first to come. */
function currentOf(periods: readonly PeriodView[], today: string): PeriodView | null {
  const running = periods.findLast(one => one.start <= today && (one.end === null || one.end >= today))
  return running ?? periods.findLast(one => one.start <= today) ?? periods[0] ?? null
}

export async function presentCommitments(
  reader: Reader,
  commitments: readonly StoredCommitment[],
): Promise<{ items: CommitmentView[]; fulfilments: Map<string, Fulfilment> }> {
  const { db, actor, t, today } = reader
  const fulfilments = await fulfilAll(db, commitments, today)
  const names = await partyNames(db, partiesOf(commitments.flatMap(one => [one.promisor, one.beneficiary])))
  const owners = await ownerNames(
    db,
    commitments.map(one => one.ownerId).filter(id => id !== null),
  )
  const units = await sourceUnits(
    db,
    commitments.map(one => one.sourceId),
  )
  const items = commitments.map(one => {
    const fulfilment = fulfilments.get(one.id)!
    const periods = fulfilment.periods.map(result => presentPeriod(result, one, t))
    const unitId = units.get(one.sourceId) ?? null
    const may = canWriteHome(actor, one.homeId, unitId)
    return {
      ...presentFields(one, names, t),
      ownerName: one.ownerId === null ? null : (owners.get(one.ownerId) ?? null),
      neverStarted: fulfilment.isNeverStarted,
      current: currentOf(periods, today.toString()),
      periods,
      abilities: presentAbilities(
        { change: may, step: may, waive: may, post: canPostEntry(actor, one.homeId, unitId) },
        t,
      ),
    }
  })
  return { items, fulfilments }
}

function presentFields(one: StoredCommitment, names: Map<string, PartyNames>, t: Translator) {
  return {
    id: one.id,
    sourceType: one.sourceType,
    sourceId: one.sourceId,
    clause: one.clause,
    kind: one.kind,
    promisor: presentParty(one.promisor, names, t.language),
    beneficiary: presentParty(one.beneficiary, names, t.language),
    unit: one.unit,
    currency: one.currency,
    quantity: one.baseQuantity === null ? null : displayQuantity(one.baseQuantity, one.unit, 6),
    comparator: one.comparator,
    period: one.period.kind,
    periodYears: one.period.kind === 'every_n_years' ? one.period.years : null,
    startMonth: 'startMonth' in one.period ? one.period.startMonth : null,
    dueOn: one.dueOn,
    validFrom: one.validFromDate,
    validUntil: one.validUntilDate,
    carry: one.carry,
    condition: one.condition,
    conditionWords: one.conditionWords,
    refinesId: one.refinesId,
    pairId: one.pairId,
    ownerId: one.ownerId,
    partnerOwner: one.partnerOwner,
    state: one.state,
    endedAs: one.ending,
    note: one.note,
    version: one.version,
  }
}

function partialOf(text: string, isEnd: boolean): PartialDate {
  if (text.length === 10) return { on: text, precision: 'day' }
  const first = Temporal.PlainDate.from(`${text}-01-01`.slice(0, 10))
  const isYear = text.length === 4
  const last = isYear ? first.with({ month: 12, day: 31 }) : first.with({ day: first.daysInMonth })
  return { on: (isEnd ? last : first).toString(), precision: isYear ? 'year' : 'month' }
}

export async function presentEntries(reader: Reader, entries: readonly StoredEntry[]): Promise<EntryView[]> {
  const { db, actor, t } = reader
  const names = await partyNames(db, partiesOf(entries.flatMap(one => [one.from, one.to])))
  const evidence = Map.groupBy(
    await listEvidence(
      db,
      entries.map(one => one.id),
    ),
    one => one.entryId,
  )
  const candidates = await candidatesOf(reader, entries)
  return entries.map(one => {
    const reversed = one.reversedById !== null || one.reversesId !== null
    const decided = { homeId: one.homeId, unitId: one.unitOfSource, reversed, module: one.module, status: one.status }
    const abilities = {
      correct: canCorrectEntry(actor, decided),
      confirm: canConfirmEntry(actor, decided),
      reverse: canCorrectEntry(actor, decided),
      addEvidence: canPostEntry(actor, one.homeId, one.unitOfSource),
    }
    return {
      id: one.id,
      kind: one.kind,
      unit: one.unit,
      currency: one.currency,
      quantity: displayQuantity(one.baseQuantity, one.unit),
      from: presentParty(one.from, names, t.language),
      to: presentParty(one.to, names, t.language),
      startsOn: partialOf(one.startOn, false),
      endsOn: one.endOn === null ? null : partialOf(one.endOn, true),
      status: one.status,
      field: one.field,
      title: one.title,
      note: one.note,
      module: one.module,
      activityId: one.activityId,
      agreementId: one.agreementId,
      commitmentId: one.commitmentId,
      servedBy: one.servedBy === 'none' ? null : one.servedBy === 'rule' ? 'rule' : 'named',
      candidates: candidates.get(one.id) ?? [],
      reversed,
      evidence: (evidence.get(one.id) ?? []).map(({ entryId: _, ...shown }) => shown),
      postedBy: one.postedBy,
      postedAt: one.postedAt,
      abilities: presentAbilities(abilities, t),
    }
  })
}
