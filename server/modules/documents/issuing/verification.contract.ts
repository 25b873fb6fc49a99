// Verifying a document, open to everybody: by the file itself, or by the code that is printed on it.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Instant, LocalisedText, Nullable, OneOf, route } from '#core/contract.ts'

const tag = 'verification'

/**
 * `genuine`: this very file was issued or sealed here. `known`: a document with this code was issued here; only the file can
 * show that it was not changed. `changed`: a seal on it does not fit, or something was added after it. `elsewhere`: its seals
 * hold, but none is of an organisation of this installation. `unknown`: nothing here knows it.
 */
export const verdicts = ['genuine', 'known', 'changed', 'elsewhere', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

export const VerifiedSeal = Type.Object({
  state: OneOf(['whole', 'broken', 'unreadable'] as const),
  /** The name in the certificate, which proves nothing unless the certificate is known. */
  name: Nullable(Type.String()),
  /** The organisation of this installation whose certificate it is. */
  organisation: Nullable(Type.String()),
  madeHere: Type.Boolean(),
  fingerprint: Nullable(Type.String()),
  /** When, as the seal itself says. */
  at: Nullable(Instant),
  inTime: Type.Boolean(),
})
export type VerifiedSeal = Static<typeof VerifiedSeal>

export const Verification = Type.Object({
  verdict: OneOf(verdicts),
  /** Who issued it, where that is known here. */
  organisation: Nullable(Type.String()),
  issuedAt: Nullable(Instant),
  /** Of what is not confidential. */
  document: Nullable(
    Type.Object({ number: Nullable(Type.String()), title: LocalisedText, version: Nullable(Type.String()) }),
  ),
  /** SHA-256 of the file as it was issued, to compare one’s own with. */
  fileHash: Nullable(Type.String()),
  seals: Type.Array(VerifiedSeal),
})
export type Verification = Static<typeof Verification>

export const verifyCode = route({
  method: 'POST',
  path: '/api/verification/code',
  summary: 'Whether a document with this code was issued here',
  tag,
  access: 'public',
  body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }, { additionalProperties: false }),
  response: Verification,
})

export const verifyFile = route({
  method: 'POST',
  path: '/api/verification/file',
  summary: 'Whether this file was issued or sealed here and not changed since; it is not kept',
  tag,
  access: 'public',
  transfer: 'upload',
  response: Verification,
})
