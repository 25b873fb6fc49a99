// Streams the parts of a workbook as XML events; declarations that could define entities are refused.
import { SaxesParser } from 'saxes'
import { type ReadingBudget, refusal } from './reading-budget.ts'

export interface XmlEvents {
  /** Names come without their namespace prefix, since writers choose prefixes freely. */
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

const DEEPEST = 64

/** Feeds one part through `events`; errors: `hostile_xml`, `damaged` with the name of the part. */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  events: XmlEvents,
  budget: ReadingBudget,
): Promise<void> {
  const parser = createParser(part, events)
  let decoder: TextDecoder | undefined
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(utf16Label(chunk) ?? 'utf-8')
    parser.write(decoder.decode(chunk, { stream: true }))
    await budget.pause()
  }
  parser.write(decoder?.decode() ?? '')
  parser.close()
}

function utf16Label(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function createParser(part: string, events: XmlEvents): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw refusal('hostile_xml', { part })
  })
  parser.on('error', error => {
    // Some exporters write control characters that XML forbids; the cell is worth more than the rule.
    if (!error.message.endsWith('disallowed character.')) throw refusal('damaged', { part }, error)
  })
  parser.on('opentag', tag => {
    depth += 1
    if (depth > DEEPEST) throw refusal('damaged', { part })
    events.open?.(localName(tag.name), tag.attributes as Record<string, string>)
  })
  parser.on('closetag', tag => {
    depth -= 1
    events.close?.(localName(tag.name))
  })
  if (events.text !== undefined) {
    parser.on('text', text => events.text?.(text))
    parser.on('cdata', text => events.text?.(text))
  }
  return parser
}

export function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Value of an attribute that has a namespace prefix, such as `r:id`. */
export function prefixedAttribute(attributes: Record<string, string>, name: string): string | undefined {
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key]
  return undefined
}
