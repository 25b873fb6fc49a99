// The draft as it stands, put together from its last snapshot and the edits after it.
import * as Y from 'yjs'
import type { Db } from '#core/database/connect.ts'
import { findSnapshot, listEditsAfter, saveSnapshot } from './draft.store.ts'

export interface DraftState {
  doc: Y.Doc
  /** The number of the last edit in it. */
  seq: number
}

/** A snapshot is made anew after so many edits, so that opening a draft stays quick. */
const editsPerSnapshot = 400

/** @throws when there is no draft */
export async function loadState(db: Db, agreementId: string): Promise<DraftState> {
  const row = await findSnapshot(db, agreementId)
  if (!row) throw new Error(`no draft of ${agreementId}`)
  const doc = new Y.Doc()
  if (row.snapshot) Y.applyUpdate(doc, row.snapshot)
  const edits = await listEditsAfter(db, [{ agreementId, seq: row.snapshot_seq }])
  if (edits.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(edits.map(edit => edit.content)))
  const seq = edits.at(-1)?.seq ?? row.snapshot_seq
  if (edits.length > editsPerSnapshot) await saveSnapshot(db, agreementId, Y.encodeStateAsUpdate(doc), seq)
  return { doc, seq }
}

/** Runs a change on a draft and answers what it changed as one edit; null when nothing. */
export function changeOf(doc: Y.Doc, change: () => void): Uint8Array | null {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  doc.on('update', keep)
  doc.transact(change)
  doc.off('update', keep)
  return updates.length > 0 ? Y.mergeUpdates(updates) : null
}
