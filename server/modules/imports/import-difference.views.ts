// What a later version of a list says differently of a record that exists, field by field, in words.
import type { Translator } from '#core/i18n.ts'
import type { Terms } from '#core/terms.ts'
import { formatDate } from '#core/timeline.ts'
import { agreementKindTerms, agreementStateTerms, endKindTerms, renewalTerms } from '#modules/agreements/index.ts'
import type { ImportRow } from './import.contract.ts'
import type { StoredRun } from './import.store.ts'
import { changedFieldTerms } from './import.terms.ts'
import type { StoredImportRow } from './import-row.store.ts'
import { agreementOf } from './writing/agreement-of-row.ts'

/** Rows that change nothing have none. */
export function differencesOf(row: StoredImportRow, run: StoredRun, t: Translator): ImportRow['differences'] {
  const { changed, earlier = {}, partners } = row.understood
  if (row.outcome !== 'update' || changed.length === 0) return []
  const said = agreementOf(row, {
    homeId: run.homeId,
    homeUnitId: null,
    defaultKind: run.options.defaultKind,
    organisationsOf: () => [],
  })
  const now: Record<string, unknown> = { ...said, parties: partners.map(partner => partner.input) }
  return changed.map(field => ({
    label: changedFieldTerms[field] ? t(changedFieldTerms[field]) : field,
    from: inWords(field, earlier[field], t),
    to: inWords(field, now[field], t),
  }))
}

const nothing = '–'

const closedLists: Record<string, Terms<string>> = {
  kinds: agreementKindTerms,
  state: agreementStateTerms,
  renewal: renewalTerms,
  end: endKindTerms,
}

/** A value of an agreement as a reader sees it; a dash for none. */
function inWords(field: string, value: unknown, t: Translator): string {
  if (value === null || value === undefined || value === '') return nothing
  if (Array.isArray(value)) return value.map(one => inWords(field, one, t)).join(', ') || nothing
  if (typeof value !== 'object') return oneWord(field, String(value), t)
  if ('on' in value) return dayInWords(value as { on: string; precision: string }, t)
  if ('amount' in value) return t(noticeDays, { count: Number(value.amount) })
  if ('url' in value) return String(value.url)
  if ('name' in value) return String(value.name)
  return t.localised(value as Record<string, string>) || nothing
}

const noticeDays = /*i18n*/ {
  id: 'imports.difference.days',
  message: '{count, plural, one {# day} other {# days}}',
}

function oneWord(field: string, value: string, t: Translator): string {
  const term = closedLists[field]?.[value]
  if (term) return t(term)
  if (field !== 'languages') return value
  return new Intl.DisplayNames([t.language], { type: 'language', fallback: 'code' }).of(value) ?? value
}

/** A year or month that stands for itself is not shown as its first or last day. */
function dayInWords({ on, precision }: { on: string; precision: string }, t: Translator): string {
  if (precision === 'day') return formatDate(on, t.language)
  const parts = precision === 'month' ? ({ month: 'long', year: 'numeric' } as const) : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(t.language, { ...parts, timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`))
}
