// Writes clauses and templates: each writing is a version of its own, and the approved one stays in use.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal, StaleVersion } from '#core/errors.ts'
import { pickText } from '#core/i18n.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { fold, listHomes } from '#modules/registry/index.ts'
import { checkClause, checkTemplate, type NamedClause } from '../check-content.ts'
import type { ClauseContent, TemplateContent } from '../content.contract.ts'
import type { ReadClause } from '../library.contract.ts'
import { ItemRetired, LibraryPlaceUnknown } from '../library.errors.ts'
import { LibraryItemWritten } from '../library.events.ts'
import { canReadLibrary, canWrite } from '../library.policy.ts'
import { addVersion, findClauses, insertItem, lockItem, type NewVersion } from '../library.store.ts'
import type { ItemKind } from '../library.terms.ts'
import { type StoredClause, type StoredContent, wordsOf } from '../stored-content.ts'

export const instantOf = ({ now }: ActionContext): string => new Date(now.epochMilliseconds).toISOString()

/** @throws Refusal 422 when there is no such library. */
export async function ensurePlace({ db, actor }: ActionContext, homeId: string | null): Promise<void> {
  ensure(canReadLibrary(actor))
  if (homeId !== null && !(await listHomes(db)).some(home => home.id === homeId))
    throw new Refusal(LibraryPlaceUnknown, {}, { fields: [{ path: 'homeId', message: LibraryPlaceUnknown.text }] })
}

const versionOf = (ctx: ActionContext, id: string, version: number, content: StoredContent, note: string | null) =>
  ({
    ...{ id, version, content, note, by: ctx.actor.id, at: instantOf(ctx) },
    ...{ title: content.title, words: fold(wordsOf(content)) },
  }) satisfies NewVersion

/** A new clause or template, with the event of it; answers its id. */
export async function addItem(
  ctx: ActionContext,
  item: { kind: ItemKind; homeId: string | null; origin?: string },
  content: StoredContent,
): Promise<string> {
  const { kind, homeId, origin = null } = item
  const id = newId()
  await insertItem(ctx.db, { kind, homeId, origin }, versionOf(ctx, id, 1, content, null))
  const data = { kind, title: pickText(content.title, 'en'), version: 1, origin }
  ctx.record(LibraryItemWritten, { subjectId: id, homeId, data })
  return id
}

async function namedClauses(ctx: ActionContext, content: TemplateContent): Promise<Map<string, NamedClause>> {
  const ids = content.parts.map(part => part.clauseId)
  const rows = await findClauses(ctx.db, ctx.actor, ids)
  const keys = (stored: StoredClause) => stored.alternatives.map(one => one.key)
  return new Map(rows.map(row => [row.id, { homeId: row.home_id, keys: keys(row.content as StoredClause) }]))
}

export const createClause = defineAction({
  name: 'library.create_clause',
  async run(ctx, { homeId, content }: { homeId: string | null; content: ClauseContent }): Promise<{ id: string }> {
    await ensurePlace(ctx, homeId)
    ensure(canWrite(ctx.actor, homeId))
    return { id: await addItem(ctx, { kind: 'clause', homeId }, checkClause(content)) }
  },
})

export const createTemplate = defineAction({
  name: 'library.create_template',
  async run(ctx, { homeId, content }: { homeId: string | null; content: TemplateContent }): Promise<{ id: string }> {
    await ensurePlace(ctx, homeId)
    ensure(canWrite(ctx.actor, homeId))
    const checked = checkTemplate(content, homeId, await namedClauses(ctx, content))
    return { id: await addItem(ctx, { kind: 'template', homeId }, checked) }
  },
})

interface Changing<C> {
  id: string
  version: number
  content: C
  note?: string | null | undefined
}

async function change<C>(
  ctx: ActionContext,
  kind: ItemKind,
  { id, version, note }: Changing<C>,
  check: (homeId: string | null) => Promise<StoredContent>,
): Promise<void> {
  const item = found(await lockItem(ctx.db, ctx.actor, kind, id))
  ensure(canWrite(ctx.actor, item.home_id))
  if (item.state === 'retired') throw new Refusal(ItemRetired)
  if (item.version !== version) throw new Refusal(StaleVersion)
  const next = await check(item.home_id)
  await addVersion(ctx.db, versionOf(ctx, id, version + 1, next, note?.trim() || null))
  const data = { kind, title: pickText(next.title, 'en'), version: version + 1, origin: null }
  ctx.record(LibraryItemWritten, { subjectId: id, homeId: item.home_id, data, reason: note?.trim() || null })
}

export const changeClause = defineAction({
  name: 'library.change_clause',
  run: (ctx, input: Changing<ClauseContent>) => change(ctx, 'clause', input, async () => checkClause(input.content)),
})

export const changeTemplate = defineAction({
  name: 'library.change_template',
  run: (ctx, input: Changing<TemplateContent>) =>
    change(ctx, 'template', input, async homeId =>
      checkTemplate(input.content, homeId, await namedClauses(ctx, input.content)),
    ),
})

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text)

/** The name of a clause that came from a file: its heading, else how it begins. */
function titleOf({ versions }: ReadClause): Record<string, string> {
  const plain = (text: string) => text.replace(/\*+|\\/g, '').trim()
  const titles = Object.entries(versions).map(([language, { heading, body }]) => {
    const firstLine = body.split('\n').find(line => line.trim() !== '') ?? ''
    return [language, shorten(plain(heading) || plain(firstLine))] as const
  })
  return Object.fromEntries(titles.filter(([, title]) => title !== ''))
}

/** `{{names}}` that the file has already become variables, asked for by their own names. */
const asClause = (read: ReadClause, variables: readonly string[]): ClauseContent => ({
  ...{ title: titleOf(read), role: read.role, guidance: {} },
  variables: variables.map(key => ({ key, kind: 'text', question: { en: key.replace(/[._]/g, ' ') } })),
  alternatives: [{ key: 'a', when: {}, versions: read.versions, promises: [] }],
})

interface FromClauses {
  homeId: string | null
  template: Omit<TemplateContent, 'parts'>
  clauses: readonly (ReadClause & { variables: readonly string[] })[]
}

/** The clauses of a file and the template that they make, all as drafts. */
export const createFromClauses = defineAction({
  name: 'library.create_from_clauses',
  async run(ctx, { homeId, template, clauses }: FromClauses): Promise<{ id: string }> {
    await ensurePlace(ctx, homeId)
    ensure(canWrite(ctx.actor, homeId))
    const parts: TemplateContent['parts'] = []
    for (const read of clauses) {
      const clauseId = await addItem(ctx, { kind: 'clause', homeId }, checkClause(asClause(read, read.variables)))
      parts.push({ clauseId, role: read.role, alternative: null })
    }
    const named = new Map(parts.map(part => [part.clauseId, { homeId, keys: ['a'] }]))
    const content = checkTemplate({ ...template, parts }, homeId, named)
    return { id: await addItem(ctx, { kind: 'template', homeId }, content) }
  },
})
