// Shapes rows of an import for readers: the original beside what was understood, doubts as sentences.
import type { Translator } from '#core/i18n.ts'
import { agreementTitles } from '#modules/agreements/index.ts'
import type { OrganisationCard } from '#modules/registry/index.ts'
import type { DoubtView, ImportRow } from './import.contract.ts'
import type { StoredRun } from './import.store.ts'
import { rowDoubtTerms, similarTerms } from './import.terms.ts'
import { cardsFor, doubtText, type Reader } from './import.views.ts'
import { differencesOf } from './import-difference.views.ts'
import type { StoredImportRow } from './import-row.store.ts'
import { cellText } from './meaning/cell-text.ts'
import type { Doubt } from './meaning/doubt.ts'
import { isUndecided, type PlannedPartner } from './planning/plan.ts'
import { datesOf } from './writing/agreement-of-row.ts'
import { proposalKey } from './writing/commitments-of-row.ts'

/** Rows with everything a person needs to decide; a few queries for all of them. */
export async function presentRows(
  { db, actor, t }: Reader,
  run: StoredRun,
  rows: readonly StoredImportRow[],
  partners: ReadonlyMap<string, PlannedPartner>,
): Promise<ImportRow[]> {
  const cards = await cardsFor(db, [...partners.values()])
  const similar = rows.flatMap(row => row.understood.similar.map(one => one.agreementId))
  const titles = await agreementTitles(db, actor, [...new Set(similar)], t)
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
