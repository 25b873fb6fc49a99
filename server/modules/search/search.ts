// Answers a question: what was meant by its words, what of it the reader may see, and how it is shown.
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { findRecords, type RecordAccess } from '#core/records.ts'
import { findOrganisations, nameIn, searchHits } from '#modules/registry/index.ts'
import { groupsOf, type WordGroup, withSlips } from './dictionary.store.ts'
import {
  type Candidate,
  type DocumentFilter,
  findDocuments,
  readDocuments,
  readPartners,
  type StoredDocument,
} from './document.store.ts'
import { type Marker, mark, markerOf } from './marking.ts'
import { type Question, readQuestion } from './question.ts'
import type { Found, FoundGroup, SearchAnswer } from './search.contract.ts'
import { presentFound } from './search.presenter.ts'
import { countLimit, type DocumentKind, type FoundKind, foundKinds } from './search.terms.ts'

export interface Asked {
  text: string
  kind?: FoundKind | undefined
  homeId?: string | undefined
  /** Of each kind. */
  limit: number
}

interface FoundDocuments {
  candidates: readonly Candidate[]
  isWhole: boolean
  groups: readonly WordGroup[]
  /** By words that were not typed. */
  isRough: boolean
}

export async function searchAll(db: Db, actor: Actor, t: Translator, asked: Asked): Promise<SearchAnswer> {
  const question = readQuestion(asked.text)
  if (question.words.length + question.phrases.length === 0) return { groups: [], homes: [], instead: [] }
  const [organisations, documents] = await Promise.all([
    findOrganisationGroup(db, t, asked, question),
    asked.kind === 'organisation' ? undefined : findForReader(db, actor, asked, question),
  ])
  const isKnown = organisations?.exact ?? false
  const shown =
    documents && !(documents.isRough && isKnown) ? await present(db, actor, t, asked, question, documents) : nothing
  const groups = [...shown.groups, ...(organisations ? [organisations.group] : [])]
  return {
    groups: foundKinds.flatMap(kind => groups.find(group => group.kind === kind) ?? []),
    homes: asked.homeId ? [] : await homesOf(db, t, shown.candidates),
    instead: shown.instead,
  }
}

const nothing = {
  groups: [] as FoundGroup[],
  candidates: [] as readonly Candidate[],
  instead: [] as SearchAnswer['instead'],
}

/** By the words as they were typed; when the reader finds nothing, by words that differ by a slip of the pen. */
async function findForReader(db: Db, actor: Actor, asked: Asked, question: Question): Promise<FoundDocuments> {
  const filter: DocumentFilter = { actor, kind: asked.kind as DocumentKind | undefined, homeId: asked.homeId }
  const groups = await groupsOf(db, question.words)
  const exact = await findDocuments(db, groups, question.phrases, filter)
  if (exact.candidates.length > 0) return { ...exact, groups, isRough: false }
  const rough = await withSlips(db, groups)
  if (rough === groups) return { ...exact, groups, isRough: false }
  return { ...(await findDocuments(db, rough, question.phrases, filter)), groups: rough, isRough: true }
}

async function present(
  db: Db,
  actor: Actor,
  t: Translator,
  { limit }: Asked,
  question: Question,
  { candidates, isWhole, groups, isRough }: FoundDocuments,
): Promise<typeof nothing> {
  const byKind = Map.groupBy(candidates, one => one.kind)
  const ids = [...byKind.values()].flatMap(some => some.slice(0, limit).map(one => one.id))
  const documents = await readDocuments(db, actor, ids)
  const records = await findRecords(
    db,
    actor,
    documents.map(one => ({ subject: one.recordType, id: one.recordId })),
  )
  const partners = await readPartners(
    db,
    documents.flatMap(one => (one.kind === 'agreement' ? one.recordId : [])),
  )
  const marker = markerOf(groups, question.phrases)
  const items = documents
    .filter(one => one.kind === 'account' || records.has(one.recordId))
    .map(one => presentFound(one, records.get(one.recordId), partners.get(one.recordId) ?? [], marker, t))
  return {
    candidates,
    instead: isRough ? insteadOf(groups, documents, items, records, t) : [],
    groups: [...byKind].flatMap(([kind, some]) => {
      const shown = items.filter(item => item.kind === kind)
      if (shown.length === 0) return []
      // What is not shown any more because it changed this moment is not counted either.
      const missing = Math.min(limit, some.length) - shown.length
      return [
        {
          kind,
          total: Math.min(some.length - missing, countLimit),
          atLeast: !isWhole || some.length > countLimit,
          items: shown,
        },
      ]
    }),
  }
}

/** The written words by which something was found, taken from what the reader is shown and from nowhere else. */
function insteadOf(
  groups: readonly WordGroup[],
  documents: readonly StoredDocument[],
  items: readonly Found[],
  records: ReadonlyMap<string, RecordAccess>,
  t: Translator,
): SearchAnswer['instead'] {
  const texts = [
    ...items.flatMap(item =>
      [...item.title, ...(item.excerpt ?? [])].flatMap(piece => (piece.hit ? [piece.text] : [])),
    ),
    ...documents.flatMap(one => [
      ...Object.values(one.title),
      t.localised(records.get(one.recordId)?.title),
      one.body ?? '',
    ]),
  ]
  return groups.flatMap(group => {
    const typed = markerOf([{ ...group, others: [] }], [])
    const meant = markerOf([group], [])
    const seen = (marker: Marker) => firstHit(texts, marker)
    const found = seen(typed) === undefined ? seen(meant) : undefined
    return found === undefined ? [] : [{ typed: group.asked.word, found }]
  })
}

function firstHit(texts: readonly string[], marker: Marker): string | undefined {
  for (const text of texts) {
    const hit = mark(text.slice(0, 5000), marker).marked.find(piece => piece.hit)
    if (hit) return hit.text
  }
  return undefined
}

/**
 * Organisations come from the registry, which keeps the words of all 120,000 names up to date itself and is open to
 * everybody who is signed in: a copy would say the same later.
 */
async function findOrganisationGroup(
  db: Db,
  t: Translator,
  asked: Asked,
  question: Question,
): Promise<{ group: FoundGroup; exact: boolean } | undefined> {
  if (asked.homeId || (asked.kind && asked.kind !== 'organisation')) return undefined
  const hits = await searchHits(db, asked.text, {}, countLimit + 1)
  if (hits.length === 0) return undefined
  const groups = question.words.map(word => ({ asked: word, others: [], documents: 0 }))
  const marker = markerOf(groups, question.phrases)
  const top = hits.slice(0, asked.limit)
  const cards = new Map(
    (
      await findOrganisations(
        db,
        top.map(hit => hit.id),
      )
    ).map(card => [card.askedId, card]),
  )
  const items = top.flatMap((hit): Found[] => {
    const card = cards.get(hit.id)
    if (!card) return []
    const name = nameIn(card, t.language)
    const { marked, shown } = mark(name, marker)
    return [
      {
        ...{
          kind: 'organisation',
          id: card.id,
          title: marked,
          number: null,
          of: [card.city, countryIn(card.country, t)].filter(Boolean).join(', ') || null,
        },
        excerpt: shown.size < marker.size && hit.text !== name ? mark(hit.text, marker).marked : null,
        path: `/organisations/${card.id}`,
      },
    ]
  })
  const total = Math.min(hits.length, countLimit)
  return {
    group: { kind: 'organisation', total, atLeast: hits.length > countLimit, items },
    exact: hits.some(hit => !hit.roughly),
  }
}

const countryIn = (code: string | null, { language }: Translator): string | undefined =>
  code ? new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) : undefined

async function homesOf(db: Db, t: Translator, candidates: readonly Candidate[]): Promise<SearchAnswer['homes']> {
  const counts = new Map<string, number>()
  for (const { homeId } of candidates) if (homeId) counts.set(homeId, (counts.get(homeId) ?? 0) + 1)
  if (counts.size < 2) return []
  const cards = await findOrganisations(db, [...counts.keys()])
  return cards
    .map(card => ({
      id: card.askedId,
      name: nameIn(card, t.language),
      total: Math.min(counts.get(card.askedId)!, countLimit),
    }))
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1))
    .slice(0, 20)
}
