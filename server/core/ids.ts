// Identifiers are UUIDv7, made in the application: ordered by time, no central counter.
import { randomBytes } from 'node:crypto'

let lastMs = 0
let counter = 0

/** A new UUIDv7 (RFC 9562), rising within one process also inside one millisecond. */
export function newId(): string {
  const bytes = randomBytes(16)
  let ms = Date.now()
  if (ms > lastMs) {
    lastMs = ms
    counter = bytes.readUInt16BE(6) & 0x07ff
  } else {
    counter += 1
    if (counter > 0x0fff) {
      lastMs += 1
      counter = 0
    }
    ms = lastMs
  }
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
