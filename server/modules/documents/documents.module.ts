// Documents: their text, how they are rendered and sealed, the library of clauses; what was issued can be verified by anybody.
import { defineModule } from '#core/module.ts'

export const documentsModule = defineModule({ name: 'documents', routes: [] })
