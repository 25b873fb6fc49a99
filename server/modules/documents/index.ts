// The door of documents: what other modules may use.
export { type ClauseVersion, DocumentText, plainText, type TextBlock, type TextClause } from './text/document-text.ts'
export { textHash } from './text/text-hash.ts'
