// Shapes imports for readers: sentences instead of codes, organisations with names, places and reasons.
import type { Db } from '#core/database/connect.ts'
import { declaredErrors } from '#core/errors.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { presentAbilities } from '#core/policy.ts'
import { formatDate } from '#core/timeline.ts'
import { agreementTitles } from '#modules/agreements/index.ts'
import { EVIDENCE_TERMS, type EvidenceItem, findOrganisations, type OrganisationCard } from '#modules/registry/index.ts'
import type {
  CandidateView,
  ColumnView,
  DoubtView,
  ImportRow,
  ImportRun,
  PartnerView,
  Totals,
} from './import.contract.ts'
import { decisionsFor } from './import.policy.ts'
import { findMapping, findRunBrief, type RunProgress, type StoredImportRow, type StoredRun } from './import.store.ts'
import {
  changedFieldTerms,
  columnReasonTerms,
  failureTerms,
  partnerReasonTerms,
  questionTerms,
  rowDoubtTerms,
  similarTerms,
} from './import.terms.ts'
import { cellText } from './meaning/cell-text.ts'
import type { Doubt } from './meaning/doubt.ts'
import { doubtTerms } from './meaning/meaning.terms.ts'
import { isUndecided, type PlannedColumn, type PlannedPartner } from './planning/plan.ts'
import { readingErrorTerms, readingNoticeTerms } from './reading/reading.terms.ts'
import { agreementOf, datesOf } from './writing/agreement-of-row.ts'
import { proposalKey } from './writing/commitments-of-row.ts'

export interface Reader {
  db: Db
  actor: Actor
  t: Translator
}

const emptyTotals: Totals = {
  rows: 0,
  ready: 0,
  doubtful: 0,
  error: 0,
  skipped: 0,
  create: 0,
  update: 0,
  same: 0,
  partners: 0,
  partnersMatched: 0,
  partnersDoubtful: 0,
  partnersNew: 0,
  commitments: 0,
}

export const summaryOf = (run: StoredRun, t: Translator) => ({
  id: run.id,
  homeName: run.homeNames[t.language] ?? run.homeName,
  listKind: run.listKind,
  state: run.state,
  fileName: run.fileName,
  totals: run.totals ?? emptyTotals,
  createdBy: run.createdBy,
  createdAt: run.createdAt,
  writtenAt: run.writtenAt,
  undoneAt: run.undoneAt,
})

export async function presentRun({ db, actor, t }: Reader, run: StoredRun, now: Temporal.Instant): Promise<ImportRun> {
  const previous = run.previousId ? await findRunBrief(db, run.previousId) : undefined
  const remembered = run.header ? await findMapping(db, run.homeId, run.header.signature) : undefined
  return {
    ...summaryOf(run, t),
    homeId: run.homeId,
    fileId: run.fileId,
    sheet: run.sheet,
    sheets: run.sheets,
    headerRow: run.header?.headerRow ?? null,
    firstDataRow: run.header?.firstDataRow ?? null,
    lastDataRow: run.header?.lastDataRow ?? null,
    columns: run.columns.map(column => presentColumn(column, t)),
    options: run.options,
    notices: run.notices.map(notice => presentNotice(notice, run, t)),
    progress: run.progress && presentProgress(run.progress, now),
    failure: run.failure && presentFailure(run.failure, t),
    previous: previous
      ? {
          id: previous.id,
          fileName: previous.fileName,
          writtenAt: previous.writtenAt,
          sameFile: previous.sha256 === run.sha256,
        }
      : null,
    mappingRemembered: remembered !== undefined,
    version: run.version,
    abilities: presentAbilities(decisionsFor(actor, run), t),
  }
}

/** The sentence of a failure: of reading, of writing, or of ours. */
export function presentFailure(failure: { code: string; values: Record<string, unknown> }, t: Translator): string {
  const reading = (readingErrorTerms as Record<string, { id: string; message: string }>)[failure.code]
  const declared = declaredErrors().find(error => error.code === failure.code)?.text
  return t(reading ?? failureTerms[failure.code] ?? declared ?? failureTerms.unexpected!, failure.values)
}

function presentProgress(progress: RunProgress, now: Temporal.Instant): ImportRun['progress'] {
  const seconds = Math.max(0.001, (now.epochMilliseconds - Date.parse(progress.startedAt)) / 1000)
  const rate = progress.done > 0 ? progress.done / seconds : null
  return {
    phase: progress.phase,
    done: progress.done,
    total: progress.total,
    startedAt: progress.startedAt,
    rate,
    secondsLeft: rate === null ? null : Math.max(0, (progress.total - progress.done) / rate),
  }
}

function presentNotice(notice: StoredRun['notices'][number], run: StoredRun, t: Translator): DoubtView {
  const term = (readingNoticeTerms as Record<string, { id: string; message: string }>)[notice.code]
  return {
    code: notice.code,
    text: term ? t(term, notice.values) : notice.code,
    severity: notice.severity === 'info' ? 'info' : 'doubt',
    row: notice.row,
    column: notice.column,
    columnName: run.columns.find(column => column.index === notice.column)?.source ?? null,
  }
}

function presentColumn(column: PlannedColumn, t: Translator): ColumnView {
  const { dateEvidence, ...options } = column.options
  return {
    index: column.index,
    source: column.source,
    meaning: column.meaning,
    confidence: column.confidence,
    reasons: column.reasons
      .map(code => columnReasonTerms[code])
      .filter(term => term !== undefined)
      .map(term => t(term)),
    alternatives: column.alternatives,
    options: options as Record<string, unknown>,
    samples: column.samples,
    filled: column.filled,
    question: questionOf(column, t),
  }
}

/** The order of day and month is asked where both readings are possible and nothing in the list decides. */
function questionOf({ options }: PlannedColumn, t: Translator): ColumnView['question'] {
  const evidence = options.dateEvidence
  if (evidence?.verdict !== 'ambiguous' && evidence?.verdict !== 'mixed') return null
  const show = (iso: string) => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? formatDate(iso, t.language) : iso)
  return {
    code: 'date_order',
    text: t(questionTerms.date_order),
    option: 'dateOrder',
    choices: (['dmy', 'mdy'] as const).map(value => ({ value, label: t(questionTerms[value]) })),
    examples: evidence.examples.map(one => ({ written: one.written, readings: [show(one.dmy), show(one.mdy)] })),
  }
}

export const doubtText = (code: string, values: Record<string, string | number>, t: Translator): string => {
  const term = (doubtTerms as Record<string, { id: string; message: string }>)[code]
  return term ? t(term, values) : code
}

export const evidenceTexts = (evidence: readonly EvidenceItem[], t: Translator): string[] =>
  evidence.map(item => t(EVIDENCE_TERMS[item.code], item.values))

async function cardsFor(db: Db, partners: readonly PlannedPartner[]): Promise<Map<string, OrganisationCard>> {
  const ids = partners.flatMap(partner => [
    partner.organisationId,
    ...partner.candidates.map(one => one.organisationId),
  ])
  const cards = await findOrganisations(
    db,
    ids.filter(id => id !== null),
  )
  return new Map(
    cards.flatMap(card => [
      [card.id, card] as const,
      [(card as { askedId?: string }).askedId ?? card.id, card] as const,
    ]),
  )
}

export async function presentPartners({ db, t }: Reader, partners: readonly PlannedPartner[]): Promise<PartnerView[]> {
  const cards = await cardsFor(db, partners)
  return partners.map(partner => {
    const chosen = partner.organisationId === null ? undefined : cards.get(partner.organisationId)
    const known = partner.candidates.find(one => one.organisationId === partner.organisationId)
    const parts = partner.hints.parts ?? []
    return {
      key: partner.key,
      written: partner.written,
      country: partner.country,
      city: partner.city,
      rows: partner.rows,
      outcome: partner.outcome,
      organisation: chosen ? candidateView(chosen, known?.score ?? 1, known?.evidence ?? partner.evidence, t) : null,
      candidates: partner.candidates.flatMap(one => {
        const card = cards.get(one.organisationId)
        return card ? [candidateView(card, one.score, one.evidence, t)] : []
      }),
      parts,
      reasons: reasonsOf(partner, parts, t),
      decided: partner.decision !== null,
    }
  })
}

function reasonsOf(partner: PlannedPartner, parts: readonly string[], t: Translator): string[] {
  if (partner.outcome === 'several') return [t(partnerReasonTerms.several, { count: Math.max(2, parts.length) })]
  if (partner.outcome === 'new') return [t(partnerReasonTerms.unknown), ...evidenceTexts(partner.evidence, t)]
  if (partner.outcome === 'doubtful') return [t(partnerReasonTerms.doubtful), ...evidenceTexts(partner.evidence, t)]
  return evidenceTexts(partner.evidence, t)
}

const candidateView = (
  card: OrganisationCard,
  score: number,
  evidence: readonly EvidenceItem[],
  t: Translator,
): CandidateView => ({
  organisationId: card.id,
  ror: card.ror,
  name: card.names[t.language] ?? card.name,
  country: card.country,
  city: card.city,
  latitude: card.latitude,
  longitude: card.longitude,
  score,
  evidence: evidenceTexts(evidence, t),
})

/** Rows with everything a person needs to decide; a few queries for all of them. */
export async function presentRows(
  { db, t }: Reader,
  run: StoredRun,
  rows: readonly StoredImportRow[],
  partners: ReadonlyMap<string, PlannedPartner>,
): Promise<ImportRow[]> {
  const cards = await cardsFor(db, [...partners.values()])
  const similar = rows.flatMap(row => row.understood.similar.map(one => one.agreementId))
  const titles = await agreementTitles(db, [...new Set(similar)], t)
  return rows.map(row => presentRow(row, run, partners, cards, titles, t))
}

type Titles = ReadonlyMap<string, { title: string; number: string | null }>

function presentRow(
  row: StoredImportRow,
  run: StoredRun,
  partners: ReadonlyMap<string, PlannedPartner>,
  cards: ReadonlyMap<string, OrganisationCard>,
  titles: Titles,
  t: Translator,
): ImportRow {
  const { understood, decisions } = row
  const dates = datesOf(row)
  const kinds = decisions.kind ? [decisions.kind] : understood.kinds
  const similar = understood.similar.flatMap(one => {
    const found = titles.get(one.agreementId)
    return found ? [{ agreementId: one.agreementId, ...found, reason: t(similarTerms[one.code]) }] : []
  })
  return {
    row: row.row,
    status: row.status,
    outcome: row.outcome,
    cells: run.columns.map(column => cellText(row.cells[column.index] ?? null)),
    title: (decisions.title === undefined ? understood.title : decisions.title) ?? null,
    number: understood.number ?? null,
    kind: kinds[0] ?? run.options.defaultKind,
    kinds,
    state: (decisions.state === undefined ? understood.state : decisions.state) ?? null,
    signed: dates.signed,
    inForce: dates.inForce,
    expires: dates.expires,
    endKind: dates.end,
    renewal: understood.renewal?.kind ?? null,
    partners: understood.partnerKeys.map((key, at) =>
      rowPartner(key, understood.partners[at]?.input ?? '', partners, cards, t),
    ),
    commitments: understood.commitments.map((one, at) => {
      const key = proposalKey(one, at)
      const accepted =
        run.options.commitments === 'all' ||
        (run.options.commitments === 'chosen' && decisions.commitments?.[key] === true)
      return {
        key,
        kind: one.kind,
        unit: one.unit,
        quantity: one.quantity,
        period: one.period.kind,
        comparator: one.comparator,
        direction: one.promisor === 'home' ? ('home_to_partner' as const) : ('partner_to_home' as const),
        condition: one.condition,
        clause: one.clause.words,
        accepted,
      }
    }),
    doubts: doubtsOf(row, run, partners, similar, t),
    similar,
    differences: differencesOf(row, run, t),
    decided: Object.keys(decisions).length > 0,
    agreementId: row.agreementId ?? row.existingId,
    organisationId: row.organisationId,
  }
}

function rowPartner(
  key: string,
  input: string,
  partners: ReadonlyMap<string, PlannedPartner>,
  cards: ReadonlyMap<string, OrganisationCard>,
  t: Translator,
): ImportRow['partners'][number] {
  const partner = partners.get(key)
  const card = partner?.organisationId ? cards.get(partner.organisationId) : undefined
  return {
    input,
    key,
    organisation: card ? (card.names[t.language] ?? card.name) : null,
    organisationId: card?.id ?? null,
    ror: card?.ror ?? null,
    outcome: partner?.outcome ?? 'new',
  }
}

function doubtsOf(
  row: StoredImportRow,
  run: StoredRun,
  partners: ReadonlyMap<string, PlannedPartner>,
  similar: ImportRow['similar'],
  t: Translator,
): DoubtView[] {
  const nameOf = (column: number | undefined) => run.columns.find(one => one.index === column)?.source ?? null
  const own = row.understood.doubts.map((one: Doubt) => ({
    code: one.code,
    text: doubtText(one.code, one.values, t),
    severity: one.severity,
    row: row.row,
    column: one.column ?? null,
    columnName: nameOf(one.column),
  }))
  const open = row.understood.partnerKeys
    .map(key => partners.get(key))
    .filter(one => one !== undefined && isUndecided(one))
  const about = { severity: 'doubt' as const, row: row.row, column: null, columnName: null }
  return [
    ...own,
    ...open.map(one => ({
      ...about,
      code: 'partner_doubtful',
      text: t(rowDoubtTerms.partner_doubtful, { partner: one!.written }),
    })),
    ...similar.slice(0, 1).map(one => ({
      ...about,
      code: 'looks_like_existing',
      text: t(rowDoubtTerms.looks_like_existing, { title: one.title }),
    })),
  ]
}

/** What a later version of the list changes in a record that exists. */
function differencesOf(row: StoredImportRow, run: StoredRun, t: Translator): ImportRow['differences'] {
  if (row.outcome !== 'update' || row.understood.changed.length === 0) return []
  const now = agreementOf(row, {
    homeId: run.homeId,
    homeUnitId: null,
    defaultKind: run.options.defaultKind,
    organisationsOf: () => [],
  })
  return row.understood.changed.map(field => ({
    label: changedFieldTerms[field] ? t(changedFieldTerms[field]) : field,
    from: '',
    to: shortText((now as unknown as Record<string, unknown>)[field], t),
  }))
}

function shortText(value: unknown, t: Translator): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'object' && 'on' in value) return formatDate(String(value.on), t.language)
  if (Array.isArray(value)) return value.map(one => shortText(one, t)).join(', ')
  return typeof value === 'object' ? Object.values(value).map(String).join(', ') : String(value)
}
