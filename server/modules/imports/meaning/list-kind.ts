// Tells lists of agreements from lists of organisations, which have partners but no agreements.

import { headerKey } from './column-headers.ts'
import type { ColumnMeaning } from './column-meanings.ts'
import type { ColumnGuess } from './columns.ts'

export interface ListKind {
  kind: 'agreements' | 'organisations'
  reason: 'agreement_columns' | 'charter_dates' | 'only_organisation_columns' | 'no_partner'
  /** Headers of the columns that decided. */
  because: string[]
}

const agreementMeanings: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>([
  'kind',
  'status',
  'signed_on',
  'in_force_on',
  'approved_on',
  'expires_on',
  'review_due_on',
  'term',
  'duration',
  'renewal',
  'notice',
  'quota',
  'scope',
  'signatory_home',
  'signatory_partner',
  'coordinator_home',
])
const CHARTER =
  /eche|charter|accredit|licen[cs]e|хартия|аккредит|carta|charte|membership|member since|founded|established|birth|grant|project/u
/** These alone do not make an agreement: registers of organisations have descriptions and kinds too. */
const weak: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['scope', 'kind', 'status', 'coordinator_home'])

/** Decides from the guessed columns; the person may always choose otherwise. */
export function guessListKind(columns: readonly ColumnGuess[]): ListKind {
  const partners = columns.filter(each => each.meaning === 'partner')
  const telling = columns.filter(
    each => agreementMeanings.has(each.meaning) && each.confidence >= 0.45 && each.filled >= 0.02,
  )
  const charter = telling.filter(each => CHARTER.test(headerKey(each.source)))
  const strong = telling.filter(each => !weak.has(each.meaning) && !charter.includes(each))
  const sources = (list: readonly ColumnGuess[]) => list.map(each => each.source)
  if (strong.length > 0) return { kind: 'agreements', reason: 'agreement_columns', because: sources(strong) }
  const kinds = telling.filter(each => each.meaning === 'kind' && each.reasons.includes('content_agrees'))
  if (kinds.length > 0) return { kind: 'agreements', reason: 'agreement_columns', because: sources(kinds) }
  if (charter.length > 0) return { kind: 'organisations', reason: 'charter_dates', because: sources(charter) }
  const weakOnes = telling.filter(each => weak.has(each.meaning))
  const identifiers = columns.filter(each => each.meaning.startsWith('partner_identifier:'))
  if (weakOnes.length >= 2 && identifiers.length === 0)
    return { kind: 'agreements', reason: 'agreement_columns', because: sources(weakOnes) }
  if (partners.length === 0) return { kind: 'agreements', reason: 'no_partner', because: [] }
  return { kind: 'organisations', reason: 'only_organisation_columns', because: sources([...partners, ...identifiers]) }
}
