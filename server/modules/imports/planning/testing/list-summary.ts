// Plans a list given as text and says in one line a row what was understood, so that tests read like the list itself.
import { readSourceFile, type SourceInput } from '../../reading/read-source-file.ts'
import { openTable } from '../open-table.ts'
import type { PlannedRow } from '../plan.ts'
import { planTable } from '../plan-table.ts'

/** Cells of a line are written apart by bars. */
export const barred = (text: string): SourceInput => ({
  pastedText: text
    .trim()
    .split('\n')
    .map(line =>
      line
        .trim()
        .split(/ ?\| ?/)
        .join('\t'),
    )
    .join('\n'),
})

export interface ListSummary {
  header: number
  /** Source column and meaning of those that are not kept as they are. */
  columns: string[]
  rows: string[]
}

/** Row, status, kinds, state, dates, number or unit where there are some, partners, doubts. */
export async function summarise(input: SourceInput): Promise<ListSummary> {
  const file = await readSourceFile(input, { fileName: 'list' })
  const { table, header } = openTable(file, {})
  const plan = await planTable(table, header, { today: Temporal.PlainDate.from('2026-11-23') })
  const known = plan.columns.filter(column => column.meaning !== 'kept' && column.meaning !== 'ignored')
  return {
    header: plan.header.headerRow,
    columns: known.map(column => `${column.source.replaceAll('\n', ' ')}: ${column.meaning}`),
    rows: plan.rows.map(rowLine),
  }
}

function rowLine({ row, understood }: PlannedRow): string {
  const { skipped, section, kinds, state, signed, inForce, expires, noEnd, renewal, number, commitments } = understood
  if (skipped) return [row, skipped, section?.country].filter(Boolean).join(' ')
  const day = (date: typeof signed) => date?.on.slice(0, { year: 4, month: 7, day: 10 }[date.precision])
  const from = [day(signed), day(inForce) && `since ${day(inForce)}`].filter(Boolean).join(' ') || '?'
  const until = day(expires) ?? (noEnd ? 'no end' : '?')
  const partners = understood.partners.map(partner =>
    [partner.parts?.join(' + ') ?? partner.input, partner.country, partner.city].filter(Boolean).join(', '),
  )
  const counted = commitments.filter(one => one.quantity !== null)
  return [
    `${row} ${understood.status}`,
    `${kinds.join('+') || 'no kind'} ${state ?? 'no state'}`,
    `${from} .. ${until}${renewal ? ` ${renewal.kind}` : ''}`,
    ...(number ? [`no. ${number}`] : []),
    ...(understood.homeUnit ? [`of ${understood.homeUnit}`] : []),
    partners.join(' & ') || 'nobody',
    ...counted.map(one => `${one.kind} ${one.quantity} by ${one.promisor}`),
    ...understood.doubts.map(one => `? ${one.code}`),
  ].join(' | ')
}
