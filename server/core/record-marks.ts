// Marks that one module puts on the records of others, such as tags: who keeps records finds those that have a mark.
import type { Db } from './database/connect.ts'
import type { Actor } from './identity/actor.ts'

export interface RecordMarks {
  /** What the marks are called in filters: `tag`. */
  name: string
  /** Ids of the records of a kind that have any of the marks, as far as the reader may see the marks. */
  find(db: Db, reader: Actor, subject: string, markIds: readonly string[]): Promise<string[]>
}

const declared = new Map<string, RecordMarks>()

export function declareMarks(marks: RecordMarks): void {
  declared.set(marks.name, marks)
}

/** None where no module puts such marks. */
export async function findMarked(
  db: Db,
  reader: Actor,
  name: string,
  subject: string,
  markIds: readonly string[],
): Promise<string[]> {
  return (await declared.get(name)?.find(db, reader, subject, markIds)) ?? []
}
