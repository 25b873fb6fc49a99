// The plan of a list as JSON and in words, for the command line.
import type { Translator } from '#core/i18n.ts'
import type { Services } from '#core/services.ts'
import { findOrganisations } from '#modules/registry/index.ts'
import { rowDoubtTerms } from './import.terms.ts'
import { doubtText } from './import.views.ts'
import { totalsOf } from './planning/make-plan.ts'
import type { PlannedPartner, PlannedRow, TablePlan } from './planning/plan.ts'
import { agreementOf, datesOf } from './writing/agreement-of-row.ts'

/** The plan as `--json` prints it; rows and columns as a person counts and in the order of the file. */
export async function planAsJson(plan: TablePlan, services: Services, t: Translator) {
  const partners = new Map(plan.partners.map(partner => [partner.key, partner]))
  const ids = plan.partners.flatMap(partner => [
    partner.organisationId,
    ...partner.candidates.map(one => one.organisationId),
  ])
  const cards = new Map(
    (
      await findOrganisations(
        services.db,
        ids.filter(id => id !== null),
      )
    ).map(card => [card.id, card]),
  )
  const named = (id: string | null, ror?: string | null) => {
    const card = id === null ? undefined : cards.get(id)
    const bare = card?.ror ?? ror ?? null
    return {
      organisation: card?.name ?? null,
      ror: bare === null ? null : `https://ror.org/${bare.replace(/^https?:\/\/ror\.org\//, '')}`,
    }
  }
  const partnerOf = (key: string, row: PlannedRow, at: number) => {
    const partner = partners.get(key)!
    return {
      input: row.understood.partners[at]?.input ?? partner.written,
      ...named(partner.organisationId),
      outcome: partner.outcome,
      candidates: partner.candidates.map(one => ({ ...named(one.organisationId, one.ror), score: one.score })),
    }
  }
  return {
    sheet: plan.sheet,
    header_row: plan.header.headerRow,
    list_kind: plan.listKind,
    columns: plan.columns.map(column => ({
      source: column.source,
      meaning: column.meaning,
      confidence: column.confidence,
    })),
    rows: plan.rows.map(row => ({
      ...rowAsJson(row, plan.listKind, t),
      partners: row.understood.partnerKeys.map((key, at) => partnerOf(key, row, at)),
      doubts: doubtsAsJson(row, partners, t),
    })),
    totals: totalsOf(plan.rows, plan.partners),
  }
}

/** A list has one column for the beginning: where it is not the signature, it is the entry into force. */
function rowAsJson(row: PlannedRow, listKind: TablePlan['listKind'], t: Translator) {
  const dates = datesOf(row)
  const skipped = row.understood.skipped !== undefined
  const ofPartner = { und: row.understood.partners[0]?.input ?? '' }
  const recorded = agreementOf(row, { homeId: '', homeUnitId: null, defaultKind: null, organisationsOf: () => [] })
  const title = skipped ? {} : listKind === 'organisations' ? ofPartner : recorded.title
  return {
    row: row.row,
    status: row.status,
    outcome: row.outcome,
    title: skipped ? null : t.localised(title),
    number: row.understood.number ?? null,
    kind: row.understood.kinds[0] ?? null,
    kinds: row.understood.kinds,
    state: row.understood.state ?? null,
    signed_on: (dates.signed ?? dates.inForce)?.on ?? null,
    signed_precision: (dates.signed ?? dates.inForce)?.precision ?? null,
    in_force_on: dates.inForce?.on ?? null,
    expires_on: dates.expires?.on ?? null,
    expires_precision: dates.expires?.precision ?? null,
    end: dates.end,
    renewal: row.understood.renewal?.kind ?? null,
    commitments: row.understood.commitments.map(one => ({
      kind: one.kind,
      quantity: one.quantity,
      unit: one.unit,
      clause: one.clause.words,
    })),
  }
}

function doubtsAsJson(row: PlannedRow, partners: ReadonlyMap<string, PlannedPartner>, t: Translator) {
  const own = row.understood.doubts.map(one => ({
    code: one.code,
    severity: one.severity,
    column: one.column ?? null,
    text: doubtText(one.code, one.values, t),
  }))
  const unsure = row.understood.partnerKeys.filter(key =>
    ['doubtful', 'several'].includes(partners.get(key)?.outcome ?? ''),
  )
  return [
    ...own,
    ...unsure.map(key => ({
      code: 'partner_doubtful',
      severity: 'doubt',
      column: null,
      text: t(rowDoubtTerms.partner_doubtful, { partner: partners.get(key)!.written }),
    })),
  ]
}

/** A line in sum, and what is doubtful row by row. */
export function inWords(plan: Awaited<ReturnType<typeof planAsJson>>): string {
  const { totals } = plan
  const lines = plan.rows
    .filter(row => row.status !== 'ready' && row.status !== 'skipped')
    .flatMap(row => [
      `row ${row.row}: ${row.partners.map(partner => partner.input).join('; ')}`,
      ...row.doubts.map(one => `    ${one.text}`),
    ])
  return [
    `${plan.sheet}: header in row ${plan.header_row}, ${totals.rows} rows: ${totals.ready} ready, ${totals.doubtful} doubtful, ${totals.error} with errors, ${totals.skipped} skipped.`,
    `Partners: ${totals.partnersMatched} known, ${totals.partnersDoubtful} doubtful, ${totals.partnersNew} new.`,
    ...lines,
    '',
  ].join('\n')
}
