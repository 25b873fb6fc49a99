// The door of documents: what other modules may use.

export { issueDocument, type PreparedDocument, prepareDocument } from './issuing/issue-document.ts'
export { DocumentIssued } from './issuing/issued-document.events.ts'
export {
  instantiateTemplate,
  type SourceClause,
  type TemplateSource,
  type TemplateText,
} from './library/instantiate.ts'
export { type FoundTemplate, findTemplates, openTemplate } from './library/open-template.ts'
export { type DocumentFrame, emptyFrame, type FrameParty, type RenderRequest } from './rendering/document-frame.ts'
export { clauseLabel, dateInDocument, pointLabels } from './rendering/numbering.ts'
export { renderDocx, renderPdf } from './rendering/render.ts'
export type { Sealer } from './sealing/sealer.ts'
export { verifySeals } from './sealing/verify-seals.ts'
export { type ClauseVersion, DocumentText, plainText, type TextBlock, type TextClause } from './text/document-text.ts'
export { textHash } from './text/text-hash.ts'
export { fillWordTemplate } from './word-templates/use-template.ts'
