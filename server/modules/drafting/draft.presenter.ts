// A draft as it travels: its text, who wrote in it, what is settled and promised.
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'
import type { DraftText, DraftView } from './draft.contract.ts'
import { findVersion, listAuthors, listPromises, listSettled, type StoredDraft } from './draft.store.ts'
import { loadState } from './draft-state.ts'
import { openSuggestions, textOf } from './draft-text.ts'
import type { OpenDraft } from './open-draft.ts'

export async function presentDraft(db: Db, t: Translator, open: OpenDraft): Promise<DraftView> {
  const { record, right, reason, draft } = open
  const agreement = { id: record.id, title: record.title, number: record.number, homeId: record.homeId! }
  return { agreement, right, reason: reason && t(reason), draft: draft ? await presentText(db, draft) : null }
}

async function presentText(db: Db, draft: StoredDraft): Promise<DraftView['draft']> {
  const { doc } = await loadState(db, draft.agreement_id)
  const [authors, settled, promises] = await Promise.all([
    listAuthors(db, draft.agreement_id),
    listSettled(db, draft.agreement_id),
    listPromises(db, draft.agreement_id),
  ])
  return {
    text: textOf(doc, draft, 'without_suggestions'),
    ...{ version: draft.version, openSuggestions: openSuggestions(doc, draft.languages).size, begunAt: draft.begun_at },
    authors: authors.map(({ id, name }) => ({ key: id, name })),
    settled: settled.map(row => ({ clauseId: row.id, at: new Date(row.settled_at).toISOString() })),
    promises: promises.map(row => ({ commitmentId: row.commitment_id, clauseId: row.clause_id })),
  }
}

/** A kept version, or the draft as it stands for 0; without suggestions. */
export async function textOfVersion(db: Db, draft: StoredDraft, number: number): Promise<DraftText | undefined> {
  if (number > 0) return (await findVersion(db, draft.agreement_id, number))?.content
  return textOf((await loadState(db, draft.agreement_id)).doc, draft, 'without_suggestions')
}
