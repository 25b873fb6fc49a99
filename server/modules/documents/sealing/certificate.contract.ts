// Certificates by which organisations seal, over HTTP. Keys go in and never come out.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, Nullable, OneOf, route } from '#core/contract.ts'

const tag = 'documents'
const ById = Type.Object({ id: Id })

export const certificateStates = ['valid', 'not_yet', 'soon_over', 'over'] as const
export type CertificateState = (typeof certificateStates)[number]

export const CertificateView = Type.Object({
  id: Id,
  name: Type.String(),
  issuer: Type.String(),
  /** SHA-256 of the certificate in hexadecimal digits. */
  fingerprint: Type.String(),
  keyKind: OneOf(['rsa', 'ec'] as const),
  /** Made here, so trusted only by those who know its fingerprint. */
  madeHere: Type.Boolean(),
  validFrom: Instant,
  validUntil: Instant,
  state: OneOf(certificateStates),
  addedBy: Nullable(Type.String()),
  addedAt: Instant,
  retiredAt: Nullable(Instant),
})
export type CertificateView = Static<typeof CertificateView>

export const HomeSeal = Type.Object({
  id: Id,
  name: Type.String(),
  /** Null where the organisation cannot seal yet. */
  used: Nullable(CertificateView),
  former: Type.Array(CertificateView),
})
export type HomeSeal = Static<typeof HomeSeal>

export const listSeals = route({
  method: 'GET',
  path: '/api/seals',
  summary: 'By which certificates the organisations that one administers seal',
  tag,
  access: 'session',
  response: Type.Object({ items: Type.Array(HomeSeal) }),
})

export const addCertificate = route({
  method: 'POST',
  path: '/api/organisations/:id/seal',
  summary: 'Take over a certificate with its key from a PKCS#12 file; it replaces the one in use',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      /** The file in base64. */
      file: Type.String({ minLength: 1, maxLength: 700_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
      password: Type.String({ maxLength: 1000 }),
    },
    { additionalProperties: false },
  ),
  response: CertificateView,
})

export const makeCertificate = route({
  method: 'POST',
  path: '/api/organisations/:id/seal/own',
  summary: 'Make a key and a certificate here; it replaces the one in use',
  tag,
  access: 'session',
  params: ById,
  response: CertificateView,
})

export const retireCertificate = route({
  method: 'DELETE',
  path: '/api/organisations/:id/seal',
  summary: 'Stop sealing with the certificate in use and delete its key; what it sealed can still be verified',
  tag,
  access: 'session',
  params: ById,
})

export const downloadSealSample = route({
  method: 'GET',
  path: '/api/organisations/:id/seal/sample',
  summary: 'A page sealed by the organisation, to try its certificate out',
  tag,
  access: 'session',
  params: ById,
  transfer: 'download',
})
