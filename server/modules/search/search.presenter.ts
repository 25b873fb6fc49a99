// Shapes what was found: titles in the reader's language with the found words marked, the record it stands in, the place.
import { pickText, type Translator } from '#core/i18n.ts'
import type { RecordAccess } from '#core/records.ts'
import { kindTerms } from '#modules/ledger/ledger.terms.ts'
import { nameIn } from '#modules/registry/index.ts'
import type { Named, StoredDocument } from './document.store.ts'
import { excerpt, type Marker, mark } from './marking.ts'
import type { Found, Marked } from './search.contract.ts'

const tabs: Readonly<Partial<Record<string, string>>> = {
  file: 'documents',
  commitment: 'commitments',
  activity: 'entries',
  comment: 'discussion',
}

/** Kinds that are the record itself, and not something that stands in one. */
const own: ReadonlySet<string> = new Set(['person', 'account', 'comment'])

const ledgerKind = (label: string | null, t: Translator): string =>
  label && label in kindTerms ? t(kindTerms[label as keyof typeof kindTerms]) : (label ?? '')

function titleOf(document: StoredDocument, record: RecordAccess | undefined, t: Translator): string {
  if (document.kind === 'agreement' && record) return t.localised(record.title) || record.number || '–'
  if (document.kind === 'comment' && record) return t.localised(record.title)
  const said = pickText(document.title, t.language)
  if (said) return said
  return ledgerKind(document.label, t) || (record ? t.localised(record.title) : '–')
}

/** Names and codes one by one, or one long text. */
const partsOf = ({ kind, body }: StoredDocument): string[] =>
  kind === 'agreement' || kind === 'person' ? (body ?? '').split(' · ') : [body ?? '']

/** The best place outside of the title: another language's title, or the text. */
function placeOf(document: StoredDocument, title: string, shown: ReadonlySet<number>, marker: Marker): Marked | null {
  if (document.kind !== 'comment' && shown.size >= marker.size) return null
  const others = [...new Set(Object.values(document.title))].filter(other => other !== title)
  const places = [...others, ...partsOf(document)].flatMap(text => excerpt(text, marker) ?? [])
  const [best] = places.toSorted((a, b) => b.shown.size - a.shown.size)
  return best && [...best.shown].some(group => !shown.has(group))
    ? best.marked
    : (document.kind === 'comment' && best?.marked) || null
}

const pathOf = (document: StoredDocument, record: RecordAccess | undefined): string => {
  if (document.kind === 'account') return `/people/${document.subjectId}`
  if (!record) return '/'
  const tab = tabs[document.kind]
  return tab === undefined || record.path.includes('?') ? record.path : `${record.path}?tab=${tab}`
}

function ofWhat(
  { kind }: StoredDocument,
  record: RecordAccess | undefined,
  partners: readonly Named[],
  t: Translator,
): string | null {
  if (kind === 'agreement') return partners.map(partner => nameIn(partner, t.language)).join(' · ') || null
  return own.has(kind) || !record ? null : t.localised(record.title) || null
}

export function presentFound(
  document: StoredDocument,
  record: RecordAccess | undefined,
  partners: readonly Named[],
  marker: Marker,
  t: Translator,
): Found {
  const title = titleOf(document, record, t)
  const { marked, shown } = mark(title, marker)
  return {
    kind: document.kind,
    id: document.subjectId,
    title: marked,
    number: record?.number ?? null,
    of: ofWhat(document, record, partners, t),
    excerpt: placeOf(document, title, shown, marker),
    path: pathOf(document, record),
  }
}
