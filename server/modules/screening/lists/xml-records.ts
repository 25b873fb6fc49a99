// Records of an XML file one by one, as plain objects, without holding the file; document types are refused.
import { SaxesParser } from 'saxes'
import { decode } from './decode.ts'
import { ListNotReadable } from './list-entry.ts'

/** `{ '@attribute': '…', '#': 'text', child: [ … ] }` */
export interface XmlRecord {
  [name: string]: string | XmlRecord[]
}

const deepest = 60
/** No record is near this large (characters). */
const largestRecord = 4_000_000

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

interface Open {
  name: string
  record: XmlRecord
}

export interface XmlPiece {
  name: string
  record: XmlRecord
  line: number
}

/**
 * The elements of the given names, and the outermost one with its attributes before all others.
 * @throws ListNotReadable `xml_broken`, `xml_doctype`, `encoding`, `empty`
 */
export async function* readXmlRecords(
  chunks: AsyncIterable<Uint8Array>,
  wanted: ReadonlySet<string>,
): AsyncGenerator<XmlPiece> {
  const parser = new SaxesParser()
  const ready: XmlPiece[] = []
  const open: Open[] = []
  let [depth, size, began] = [0, 0, false]
  const fail = (code: string): never => {
    throw new ListNotReadable(code, String(parser.line))
  }
  const grow = (text: string): void => {
    size += text.length
    if (size > largestRecord) fail('xml_broken')
  }
  parser.on('error', () => fail('xml_broken'))
  parser.on('doctype', () => fail('xml_doctype'))
  parser.on('opentag', tag => {
    depth += 1
    if (depth > deepest) fail('xml_broken')
    const record: XmlRecord = {}
    for (const [name, value] of Object.entries(tag.attributes)) {
      record[`@${local(name)}`] = String(value)
      if (open.length > 0) grow(String(value))
    }
    const name = local(tag.name)
    if (!began) ready.push({ name, record, line: parser.line })
    began = true
    if (open.length > 0 || wanted.has(name)) open.push({ name, record })
  })
  parser.on('text', text => {
    const top = open.at(-1)
    if (!top || text.trim() === '') return
    grow(text)
    top.record['#'] = `${(top.record['#'] as string) ?? ''}${text}`
  })
  parser.on('cdata', text => {
    const top = open.at(-1)
    if (!top) return
    grow(text)
    top.record['#'] = `${(top.record['#'] as string) ?? ''}${text}`
  })
  parser.on('closetag', () => {
    depth -= 1
    const done = open.pop()
    if (!done) return
    const above = open.at(-1)
    if (!above) {
      size = 0
      ready.push({ ...done, line: parser.line })
      return
    }
    const siblings = above.record[done.name]
    if (Array.isArray(siblings)) siblings.push(done.record)
    else above.record[done.name] = [done.record]
  })
  for await (const text of decode(chunks)) {
    parser.write(text)
    yield* ready.splice(0)
  }
  if (!began) throw new ListNotReadable('empty')
  parser.close()
  yield* ready.splice(0)
}

/** All texts at a path of names, `alias.name` or `country.@code`, through arrays and objects of any kind. */
export function textsAt(value: unknown, path: string): string[] {
  let found: unknown[] = [value]
  for (const name of path.split('.').filter(Boolean))
    found = found.flatMap(one => {
      const inner = Object.hasOwn(Object(one), name) ? (one as Record<string, unknown>)[name] : undefined
      return Array.isArray(inner) ? inner : inner === undefined || inner === null ? [] : [inner]
    })
  return found.flatMap(one => {
    const text = typeof one === 'object' && one !== null ? (one as { '#'?: unknown })['#'] : one
    return text === undefined || text === null || typeof text === 'object' ? [] : [String(text)]
  })
}

/** The objects at a name. */
export const partsAt = (record: XmlRecord, path: string): XmlRecord[] =>
  path
    .split('.')
    .reduce<XmlRecord[]>(
      (records, name) => records.flatMap(one => (Array.isArray(one[name]) ? (one[name] as XmlRecord[]) : [])),
      [record],
    )

export const textAt = (value: unknown, path: string): string | undefined => textsAt(value, path)[0]
