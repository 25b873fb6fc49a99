// Shapes imports for readers: sentences instead of codes, organisations with names, places and reasons.
import type { Db } from '#core/database/connect.ts'
import { declaredErrors } from '#core/errors.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { presentAbilities } from '#core/policy.ts'
import { formatDate } from '#core/timeline.ts'
import { EVIDENCE_TERMS, type EvidenceItem, findOrganisations, type OrganisationCard } from '#modules/registry/index.ts'
import type { CandidateView, ColumnView, DoubtView, ImportRun, PartnerView, Totals } from './import.contract.ts'
import { decisionsFor } from './import.policy.ts'
import { findMapping, findRunBrief, type RunProgress, type StoredRun } from './import.store.ts'
import { columnReasonTerms, failureTerms, partnerReasonTerms, questionTerms } from './import.terms.ts'
import { doubtTerms } from './meaning/meaning.terms.ts'
import type { PlannedColumn, PlannedPartner } from './planning/plan.ts'
import { readingErrorTerms, readingNoticeTerms } from './reading/reading.terms.ts'

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

export async function cardsFor(db: Db, partners: readonly PlannedPartner[]): Promise<Map<string, OrganisationCard>> {
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
