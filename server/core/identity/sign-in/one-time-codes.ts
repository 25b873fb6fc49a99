// One-time codes of an authenticator app: RFC 6238 with SHA-1, six digits and half minutes, which every app knows.
import { createHmac, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const stepSeconds = 30
const digits = 6

/** RFC 4648 base 32 without padding. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(value >>> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text
}

/** The code of a step for a secret of raw bytes. */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = digest[digest.length - 1]! & 15
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

export const stepOf = (epochMilliseconds: number): number => Math.floor(epochMilliseconds / 1000 / stepSeconds)

/** The step whose code this is, one step early or late included, later than `lastStep`; undefined when none fits. */
export function matchingStep(
  secret: Uint8Array,
  code: string,
  epochMilliseconds: number,
  lastStep: number,
): number | undefined {
  const given = Buffer.from(code)
  const now = stepOf(epochMilliseconds)
  return [now, now - 1, now + 1].find(step => {
    const expected = Buffer.from(codeAt(secret, step))
    return step > lastStep && given.length === expected.length && timingSafeEqual(given, expected)
  })
}

/** The address that an authenticator app takes, mostly from a QR code. */
export function enrolmentAddress(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
}

const foreignDigits = /[\u06F0-\u06F9\u0660-\u0669]/g

/** What a person typed as digits: Persian and Arabic ones become Latin, spaces and hyphens go. */
export const typedCode = (text: string): string =>
  text
    .replace(foreignDigits, digit => String(digit.charCodeAt(0) & 15))
    .replace(/[\s-]/g, '')
    .toUpperCase()
