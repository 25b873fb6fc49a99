// Imports as records that people are told of and find: for those who import in their home.
import type { RecordKind } from '#core/records.ts'
import { canImport } from './import.policy.ts'
import { listRunCards } from './import.store.ts'

export const importRecords: RecordKind = {
  subject: 'import',
  term: /*i18n*/ { id: 'imports.record', message: 'Import' },
  async findAll(db, reader, ids) {
    return (await listRunCards(db, reader, ids)).map(run => ({
      ...{ subject: 'import', id: run.id, title: { und: run.fileName }, number: null, path: `/imports/${run.id}` },
      ...{ homeId: run.homeId, unitId: null, confidential: false, ownerId: run.createdById },
      decide: actor => {
        const may = canImport(actor, run.homeId).allowed
        return { read: may, write: may, conclude: false }
      },
    }))
  },
}
