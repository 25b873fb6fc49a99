// Looks at the seals on a PDF by itself: do the bytes fit, does the signature hold, was anything added afterwards, who sealed.
import { X509Certificate } from 'node:crypto'
import { readCms } from './cms.ts'

export interface SealFound {
  /** `broken`: bytes were changed, or the signature does not hold; `unreadable`: a form that is not understood here. */
  state: 'whole' | 'broken' | 'unreadable'
  /** Whether it covers the file to its end: else something was added after it. */
  coversAll: boolean
  /** What the one who sealed says about when, ISO 8601. */
  claimedAt: string | null
  /** SHA-256 of the certificate, lower-case hex. */
  fingerprint: string | null
  /** Name in the certificate. */
  name: string | null
  issuer: string | null
  /** Whether the certificate was valid at the claimed time. */
  inTime: boolean
  /** Whether the message names its certificate by hash (PAdES). */
  namesCertificate: boolean
}

export interface SealsFound {
  /** In the order of the revisions. */
  seals: SealFound[]
  /** All seals hold and the last one covers the whole file. */
  isWhole: boolean
}

const nothingKnown = {
  ...{ claimedAt: null, fingerprint: null, name: null, issuer: null, inTime: false, namesCertificate: false },
}

/** The common name, or the whole of the name where there is none. */
export function nameOf(distinguished: string): string {
  const parts = distinguished.split('\n').map(part => part.replace(/\p{Cc}/gu, ''))
  return (
    parts.find(part => part.startsWith('CN='))?.slice(3) ??
    parts.find(part => part.startsWith('O='))?.slice(2) ??
    parts.join(', ')
  )
}

export const fingerprintOf = (certificate: X509Certificate): string =>
  certificate.fingerprint256.replaceAll(':', '').toLowerCase()

function timeOf(dictionary: string): string | null {
  const match = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(dictionary)
  if (!match) return null
  const [, year, month, day, hour, minute, second, sign, hours, minutes] = match
  const zone = sign ? `${sign}${hours}:${minutes ?? '00'}` : 'Z'
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

interface Range {
  before: number
  after: number
  end: number
  at: number
}

/** Where each seal says what it covers; the gap must be exactly the message. */
function rangesOf(source: string): Range[] {
  return [...source.matchAll(/\/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/g)]
    .map(match => {
      const [start, before, after, rest] = match.slice(1, 5).map(Number) as [number, number, number, number]
      return { start, before, after, end: after + rest, at: match.index }
    })
    .filter(
      ({ start, before, after, end, at }) =>
        start === 0 && before > 0 && after > before && end <= source.length && at < end,
    )
}

function sealAt(bytes: Buffer, source: string, { before, after, end, at }: Range): SealFound {
  const coversAll = source.slice(end).trim() === ''
  const gap = source.slice(before, after)
  // Between the covered parts stands the message in hexadecimal digits and nothing else: no room to hide something.
  const isGapClean =
    /^<[0-9A-Fa-f]+>$/.test(gap) && /\/Contents\s*$/.test(source.slice(Math.max(0, before - 40), before))
  const isInside = at < before || at > after
  if (!isGapClean || !isInside) return { state: 'broken', coversAll, ...nothingKnown }
  const message = Buffer.from(gap.slice(1, -1), 'hex')
  try {
    const cms = readCms(message)
    const certificate = new X509Certificate(cms.certificate)
    const isPadded = message.subarray(cms.length).every(byte => byte === 0)
    const fits = isPadded && cms.isSignatureGood && cms.fits([bytes.subarray(0, before), bytes.subarray(after, end)])
    const from = source.lastIndexOf(' obj', before)
    const claimedAt = timeOf(source.slice(from, before) + source.slice(after, source.indexOf('endobj', after)))
    const time = claimedAt === null ? null : new Date(claimedAt)
    return {
      ...{ state: fits ? 'whole' : 'broken', coversAll, claimedAt, fingerprint: fingerprintOf(certificate) },
      ...{
        name: nameOf(certificate.subject),
        issuer: nameOf(certificate.issuer),
        namesCertificate: cms.namesCertificate,
      },
      inTime: time !== null && time >= certificate.validFromDate && time <= certificate.validToDate,
    }
  } catch {
    return { state: 'unreadable', coversAll, ...nothingKnown }
  }
}

/** Never throws: what is no PDF has no seals. */
export function verifySeals(pdf: Uint8Array): SealsFound {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const source = bytes.toString('latin1')
  const seals = rangesOf(source)
    .toSorted((a, b) => a.end - b.end)
    .map(range => sealAt(bytes, source, range))
  // The last one covers the end by exactly the file: not even white space may follow.
  const last = rangesOf(source).reduce((most, { end }) => Math.max(most, end), 0)
  return { seals, isWhole: seals.length > 0 && seals.every(one => one.state === 'whole') && last === source.length }
}
