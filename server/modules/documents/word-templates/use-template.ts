// Checking and filling Word templates in the process that makes documents.
import type { Services } from '#core/services.ts'
import type { RenderRequest } from '../rendering/document-frame.ts'
import { layOut } from '../rendering/paper-layout.ts'
import { makeDocument } from '../rendering/render.ts'
import { templateRefusal } from './word-template.errors.ts'
import type { TemplateReport } from './word-template.ts'

/** The tags of a template. @throws Refusal with everything that is wrong with it */
export async function acceptTemplate(template: Uint8Array): Promise<string[]> {
  const { bytes } = await makeDocument({ kind: 'check_template', template })
  const { tags, faults } = JSON.parse(Buffer.from(bytes).toString()) as TemplateReport
  if (faults.length > 0) throw templateRefusal(faults)
  return tags
}

/** A document by an office's own template (its file by SHA-256), as a Word file. @throws Refusal */
export async function fillWordTemplate(
  { files }: Pick<Services, 'files'>,
  sha256: string,
  request: RenderRequest,
): Promise<Uint8Array> {
  const template = Buffer.concat(await Array.fromAsync(await files.read(sha256)))
  return (await makeDocument({ kind: 'fill_template', template, layout: layOut(request) })).bytes
}
