// Reads and writes DER (ITU-T X.690), the form of certificates and seals: as much of it as they need.

export interface DerNode {
  tag: number
  /** Without tag and length. */
  content: Buffer
  /** With them. */
  raw: Buffer
}

export class DerError extends Error {
  override name = 'DerError'
}

/** Tags by their names in ASN.1; `explicit(n)` is a context tag around others. */
export const tags = {
  ...{ boolean: 0x01, integer: 0x02, bitString: 0x03, octetString: 0x04, null: 0x05, oid: 0x06, utf8: 0x0c },
  ...{ utcTime: 0x17, time: 0x18, sequence: 0x30, set: 0x31 },
} as const
export const explicit = (number: number): number => 0xa0 + number

function lengthOf(bytes: Buffer, at: number): { length: number; start: number } {
  const first = bytes[at]
  if (first === undefined) throw new DerError('cut off')
  if (first < 0x80) return { length: first, start: at + 1 }
  const count = first & 0x7f
  if (count === 0 || count > 4 || at + 1 + count > bytes.length) throw new DerError('a length that is not DER')
  return { length: bytes.readUIntBE(at + 1, count), start: at + 1 + count }
}

/** The value that begins at `at`; what stands behind it is left alone. @throws DerError */
export function readDer(bytes: Buffer, at = 0): DerNode {
  const tag = bytes[at]
  if (tag === undefined) throw new DerError('cut off')
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag of several bytes')
  const { length, start } = lengthOf(bytes, at + 1)
  if (start + length > bytes.length) throw new DerError('cut off')
  return { tag, content: bytes.subarray(start, start + length), raw: bytes.subarray(at, start + length) }
}

/** The values inside. @throws DerError */
export function childrenOf(node: DerNode): DerNode[] {
  const children: DerNode[] = []
  for (let at = 0; at < node.content.length; ) {
    const child = readDer(node.content, at)
    children.push(child)
    at += child.raw.length
  }
  return children
}

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content])
  const length = Buffer.from(
    content.length.toString(16).padStart(content.length < 0x100 ? 2 : content.length < 0x10000 ? 4 : 6, '0'),
    'hex',
  )
  return Buffer.concat([Buffer.from([tag, 0x80 + length.length]), length, content])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(tags.sequence, ...parts)

/** A SET OF: DER wants its members in the order of their bytes. */
export const setOf = (...parts: readonly Uint8Array[]): Buffer => der(tags.set, ...parts.toSorted(Buffer.compare))

export const integer = (value: number): Buffer => der(tags.integer, Buffer.from([value]))
export const nothing = der(tags.null)

/** `1.2.840.113549.1.7.2` as its bytes. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const parts = [first * 40 + second, ...rest].flatMap(arc => {
    const bytes = [arc & 0x7f]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) bytes.unshift(0x80 | (left & 0x7f))
    return bytes
  })
  return der(tags.oid, Buffer.from(parts))
}

/** The dotted form of an OID; empty for anything else. */
export function dottedOf({ tag, content }: DerNode): string {
  if (tag !== tags.oid || content.length === 0) return ''
  const arcs: number[] = []
  let arc = 0
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [head = 0, ...rest] = arcs
  const first = Math.min(2, Math.floor(head / 40))
  return [first, head - first * 40, ...rest].join('.')
}
