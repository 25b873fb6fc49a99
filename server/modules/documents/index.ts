// The door of documents: what other modules may use.
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
export { type ClauseVersion, DocumentText, plainText, type TextBlock, type TextClause } from './text/document-text.ts'
export { textHash } from './text/text-hash.ts'
