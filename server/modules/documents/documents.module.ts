// Documents: their text, how they are rendered and sealed, the library of clauses; what was issued can be verified by anybody.
import { defineModule } from '#core/module.ts'
import { verificationRoutes } from './issuing/verification.routes.ts'
import { libraryRoutes } from './library/library.routes.ts'
import { stopRendering } from './rendering/render.ts'
import { certificateRoutes } from './sealing/certificate.routes.ts'
import { wordTemplateRoutes } from './word-templates/word-template.routes.ts'

export const documentsModule = defineModule({
  name: 'documents',
  routes: [...libraryRoutes, ...certificateRoutes, ...verificationRoutes, ...wordTemplateRoutes],
  async closing() {
    stopRendering()
  },
})
