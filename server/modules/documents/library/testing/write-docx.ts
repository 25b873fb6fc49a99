// Writes small Word files for tests, as Word itself would pack them.
import { zipSync } from 'fflate'

export interface TestParagraph {
  text: string
  bold?: boolean
  style?: string
  /** Level in an ordered list. */
  ordered?: number
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function paragraphXml(written: TestParagraph | string): string {
  const { text, bold, style, ordered } = typeof written === 'string' ? { text: written } : (written as TestParagraph)
  const list = ordered === undefined ? '' : `<w:numPr><w:ilvl w:val="${ordered}"/><w:numId w:val="1"/></w:numPr>`
  const look = style ? `<w:pStyle w:val="${style}"/>` : ''
  // Word splits a text into runs wherever it likes.
  const halves = [text.slice(0, text.length >> 1), text.slice(text.length >> 1)]
  const runs = halves.map(
    half => `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(half)}</w:t></w:r>`,
  )
  return `<w:p><w:pPr>${look}${list}</w:pPr>${runs.join('')}</w:p>`
}

export type TestBlock = TestParagraph | string | { rows: (TestParagraph | string)[][][] }

const blockXml = (block: TestBlock): string =>
  typeof block === 'object' && 'rows' in block
    ? `<w:tbl>${block.rows
        .map(row => `<w:tr>${row.map(cell => `<w:tc>${cell.map(paragraphXml).join('')}</w:tc>`).join('')}</w:tr>`)
        .join('')}</w:tbl>`
    : paragraphXml(block)

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const bytes = (text: string) => new TextEncoder().encode(text)

/** @param body XML instead of blocks, for what no honest writer makes. */
export function writeDocx(blocks: readonly TestBlock[], body?: string): Uint8Array {
  const document = body ?? `<w:document ${namespace}><w:body>${blocks.map(blockXml).join('')}</w:body></w:document>`
  const styles = `<w:styles ${namespace}><w:style w:styleId="Title1"><w:name w:val="Title"/></w:style><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>`
  const numbering = `<w:numbering ${namespace}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
  return zipSync({
    'word/document.xml': bytes(document),
    'word/styles.xml': bytes(styles),
    'word/numbering.xml': bytes(numbering),
  })
}
