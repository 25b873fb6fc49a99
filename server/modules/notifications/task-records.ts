// Tasks that belong to no record, as records of their own: for those whose they are and who asked for them.
import type { RecordKind } from '#core/records.ts'
import { listTaskCards } from './event-circle.store.ts'

export const taskRecords: RecordKind = {
  subject: 'task',
  term: /*i18n*/ { id: 'notifications.record.task', message: 'Task' },
  async findAll(db, reader, ids) {
    const decide = (people: readonly (string | null)[]) => (actor: { id: string | null }) => {
      const read = actor.id !== null && people.includes(actor.id)
      return { read, write: read, conclude: false }
    }
    return (await listTaskCards(db, ids)).flatMap(({ id, text, ownerId, createdById }) => {
      const may = decide([ownerId, createdById])
      if (reader.kind !== 'system' && !may(reader).read) return []
      return {
        ...{ subject: 'task', id, title: { und: text }, number: null, path: '/', homeId: null, unitId: null },
        ...{ confidential: true, ownerId, decide: may },
      }
    })
  },
}
