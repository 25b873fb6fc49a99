// An office's own Word template: is it safe and are its tags known, and filling it. Runs in the process that makes documents.
import { TemplateHandler } from 'easy-template-x'
import { strFromU8, unzipSync } from 'fflate'
import type { PaperLayout } from '../rendering/paper-layout.ts'
import { knownTag, suggestedTag, type TagTree, templateTags, templateValues } from './template-tags.ts'

export type TemplateFault =
  | { fault: 'not_word' | 'too_large' | 'macros' | 'outside' | 'fields' }
  | { fault: 'tags_unbalanced'; tag: string }
  | { fault: 'tag_unknown'; tag: string; suggestion: string | null }

/** Files in the archive, and bytes of them all when unpacked. */
const most = { files: 2000, bytes: 60 * 1024 * 1024 }
/** Fields that read other files or start programs when the document is opened. */
const dangerousField = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON)\b/
const external = /<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi

function unpack(file: Uint8Array): Record<string, Uint8Array> | TemplateFault {
  let [files, bytes] = [0, 0]
  try {
    const parts = unzipSync(file, {
      filter: ({ originalSize }) => {
        files += 1
        bytes += originalSize
        return files <= most.files && bytes <= most.bytes
      },
    })
    if (files > most.files || bytes > most.bytes) return { fault: 'too_large' }
    return parts['word/document.xml'] && parts['[Content_Types].xml'] ? parts : { fault: 'not_word' }
  } catch {
    return { fault: 'not_word' }
  }
}

function dangersIn(parts: Record<string, Uint8Array>): TemplateFault[] {
  const faults = new Set<'macros' | 'outside' | 'fields'>()
  for (const [name, content] of Object.entries(parts)) {
    if (/vbaProject|activeX|\.bin$/i.test(name)) faults.add('macros')
    if (!/\.(xml|rels)$/i.test(name)) continue
    const text = strFromU8(content)
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) faults.add('outside')
    if (/\.rels$/i.test(name))
      for (const [one] of text.matchAll(external)) if (!/\/hyperlink["']/i.test(one)) faults.add('outside')
    const fields = text
      .replace(/<\/?w:(?:r|rPr|t)\b[^>]*>/g, '')
      .matchAll(/<w:(?:instrText[^>]*>([^<]*)|fldSimple[^>]*w:instr="([^"]*))/g)
    for (const [, long, simple] of fields) if (dangerousField.test(long ?? simple ?? '')) faults.add('fields')
  }
  return [...faults].map(fault => ({ fault }))
}

type Tag = Awaited<ReturnType<TemplateHandler['parseTags']>>[number]

/** Names are read in the loop in which they stand. */
function faultsOfTags(tags: readonly Tag[]): TemplateFault[] {
  const faults: TemplateFault[] = []
  const open: { name: string; place: TagTree }[] = []
  for (const { name, disposition } of tags) {
    if (disposition === 'Close') {
      if (open.at(-1)?.name !== name && name !== '') return [...faults, { fault: 'tags_unbalanced', tag: name }]
      if (!open.pop()) return [...faults, { fault: 'tags_unbalanced', tag: name }]
      continue
    }
    const place = open.at(-1)?.place ?? templateTags
    const known = knownTag(place, name)
    const isLoop = disposition === 'Open'
    if (known === undefined || (known !== null) !== isLoop)
      faults.push({ fault: 'tag_unknown', tag: name, suggestion: suggestedTag(place, name) })
    if (isLoop) open.push({ name, place: known ?? {} })
  }
  return open.length > 0 ? [...faults, { fault: 'tags_unbalanced', tag: open.at(-1)!.name }] : faults
}

export interface TemplateReport {
  tags: string[]
  faults: TemplateFault[]
}

/** Everything that is wrong with a template, and the tags that it has. Never throws. */
export async function checkTemplate(file: Uint8Array): Promise<TemplateReport> {
  const parts = unpack(file)
  if ('fault' in parts && typeof parts.fault === 'string') return { tags: [], faults: [parts as TemplateFault] }
  const dangers = dangersIn(parts as Record<string, Uint8Array>)
  if (dangers.length > 0) return { tags: [], faults: dangers }
  try {
    const tags = await new TemplateHandler().parseTags(Buffer.from(file))
    return { tags: [...new Set(tags.map(tag => tag.name))], faults: faultsOfTags(tags) }
  } catch (error) {
    const { tagName = '', openDelimiterText = '', closeDelimiterText = '' } = error as Record<string, string>
    return { tags: [], faults: [{ fault: 'tags_unbalanced', tag: tagName || openDelimiterText || closeDelimiterText }] }
  }
}

/** The template with the document's words in the places of its tags; they are never read as tags themselves. */
export async function fillTemplate(file: Uint8Array, layout: PaperLayout): Promise<Uint8Array> {
  return new Uint8Array(await new TemplateHandler().process(Buffer.from(file), templateValues(layout)))
}
