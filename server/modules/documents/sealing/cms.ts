// Makes and reads the cryptographic message of a seal: CMS (RFC 5652) as PAdES baseline B-B wants it (ETSI EN 319 142-1, EN 319 122-1).
import { createHash, verify, X509Certificate } from 'node:crypto'
import {
  childrenOf,
  type DerNode,
  der,
  dottedOf,
  explicit,
  integer,
  nothing,
  oid,
  readDer,
  sequence,
  setOf,
  tags,
} from './der.ts'
import type { Sealer } from './sealer.ts'

const ids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaSha256: '1.2.840.10045.4.3.2',
} as const

const digestNames: Record<string, string> = {
  [ids.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
/** Signature algorithms by what they verify with; the digest is that of the signer, where the algorithm names none. */
const signatureDigests: Record<string, string | null> = {
  [ids.rsa]: null,
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  [ids.ecdsaSha256]: 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const attribute = (type: string, value: Uint8Array): Buffer => sequence(oid(type), setOf(value))

/** Issuer and serial number of a certificate, each as DER. */
export function issuerAndSerial(certificate: Uint8Array): { issuer: Buffer; serial: Buffer } {
  const fields = childrenOf(childrenOf(readDer(Buffer.from(certificate)))[0]!)
  const from = fields[0]?.tag === explicit(0) ? 1 : 0
  return { serial: fields[from]!.raw, issuer: fields[from + 2]!.raw }
}

/** A detached message over content of this digest (SHA-256), DER. No signing time: in PAdES it stands in the PDF. */
export async function makeCms(digest: Uint8Array, sealer: Sealer): Promise<Buffer> {
  const certificate = Buffer.from(sealer.certificate)
  const { issuer, serial } = issuerAndSerial(certificate)
  // ESSCertIDv2 with its default, SHA-256, left out.
  const signingCertificate = sequence(sequence(sequence(der(tags.octetString, sha256(certificate)))))
  const attributes = [
    attribute(ids.contentType, oid(ids.data)),
    attribute(ids.messageDigest, der(tags.octetString, digest)),
    attribute(ids.signingCertificateV2, signingCertificate),
  ]
  const signed = setOf(...attributes)
  const signature = await sealer.sign(signed)
  const algorithm = sealer.keyKind === 'rsa' ? sequence(oid(ids.rsa), nothing) : sequence(oid(ids.ecdsaSha256))
  const digestAlgorithm = sequence(oid(ids.sha256))
  const signerInfo = sequence(
    integer(1),
    sequence(issuer, serial),
    digestAlgorithm,
    // The same set under the implicit tag that RFC 5652 gives it here.
    Buffer.concat([Buffer.from([explicit(0)]), signed.subarray(1)]),
    algorithm,
    der(tags.octetString, signature),
  )
  const signedData = sequence(
    integer(1),
    setOf(digestAlgorithm),
    sequence(oid(ids.data)),
    der(explicit(0), certificate, ...sealer.chain),
    setOf(signerInfo),
  )
  return sequence(oid(ids.signedData), der(explicit(0), signedData))
}

export interface ReadCms {
  /** The certificate of the one who sealed, DER. */
  certificate: Buffer
  /** Length of the message; what stands behind it in the PDF must be padding. */
  length: number
  /** Whether the signature over the attributes holds. */
  isSignatureGood: boolean
  /** Whether the message names its certificate by hash, so that no other one can be put in its place. */
  namesCertificate: boolean
  /** Whether the message belongs to this content. */
  fits(content: readonly Uint8Array[]): boolean
}

const attributeValue = (attributes: DerNode[], type: string): DerNode | undefined => {
  const found = attributes.map(childrenOf).filter(([id]) => id !== undefined && dottedOf(id) === type)
  if (found.length > 1) throw new Error('an attribute stands there twice')
  const values = found[0]?.[1] ? childrenOf(found[0][1]) : []
  return values.length === 1 ? values[0] : undefined
}

const digestName = (algorithm: DerNode): string => {
  const name = digestNames[dottedOf(childrenOf(algorithm)[0]!)]
  if (!name) throw new Error('a digest that is not supported')
  return name
}

function signerOf(certificates: readonly DerNode[], sid: DerNode, named: DerNode | undefined): DerNode | undefined {
  const matches = certificates.filter(({ raw, tag }) => {
    if (tag !== tags.sequence || sid.tag !== tags.sequence) return false
    const [issuer, serial] = childrenOf(sid)
    const own = issuerAndSerial(raw)
    return own.issuer.equals(issuer!.raw) && own.serial.equals(serial!.raw)
  })
  if (!named) return matches[0]
  const fields = childrenOf(childrenOf(childrenOf(named)[0]!)[0]!)
  const digest = fields[0]?.tag === tags.sequence ? digestName(fields[0]) : 'sha256'
  const hash = fields.find(({ tag }) => tag === tags.octetString)?.content
  return matches.find(({ raw }) => hash && createHash(digest).update(raw).digest().equals(hash))
}

/** @throws when it is no such message, or one in a form that is not understood */
export function readCms(bytes: Buffer): ReadCms {
  const outer = readDer(bytes)
  const [type, wrapped] = childrenOf(outer)
  if (!type || !wrapped || dottedOf(type) !== ids.signedData) throw new Error('no signed data')
  const [, , encapsulated, ...rest] = childrenOf(childrenOf(wrapped)[0]!)
  if (!encapsulated || childrenOf(encapsulated).length !== 1) throw new Error('not detached')
  const certificates = childrenOf(rest.find(({ tag }) => tag === explicit(0))!)
  const signers = childrenOf(rest.find(({ tag }) => tag === tags.set)!)
  if (signers.length !== 1) throw new Error('not one signer')
  const [, sid, digestAlgorithm, signed, signatureAlgorithm, signature] = childrenOf(signers[0]!)
  if (
    !sid ||
    !digestAlgorithm ||
    signed?.tag !== explicit(0) ||
    !signatureAlgorithm ||
    signature?.tag !== tags.octetString
  )
    throw new Error('a signer without attributes')
  const digest = digestName(digestAlgorithm)
  const attributes = childrenOf(signed)
  const named = attributeValue(attributes, ids.signingCertificateV2)
  const signer = signerOf(certificates, sid, named)
  const algorithm = signatureDigests[dottedOf(childrenOf(signatureAlgorithm)[0]!)]
  if (!signer || algorithm === undefined)
    throw new Error('no certificate of the signer, or an algorithm that is not supported')
  const toVerify = Buffer.concat([Buffer.from([tags.set]), signed.raw.subarray(1)])
  const expected = attributeValue(attributes, ids.messageDigest)?.content
  const contentType = attributeValue(attributes, ids.contentType)
  const { publicKey } = new X509Certificate(signer.raw)
  return {
    ...{ certificate: signer.raw, length: outer.raw.length, namesCertificate: named !== undefined },
    isSignatureGood:
      contentType !== undefined &&
      dottedOf(contentType) === ids.data &&
      verify(algorithm ?? digest, toVerify, publicKey, signature.content),
    fits: content => {
      const hash = createHash(digest)
      for (const part of content) hash.update(part)
      return expected !== undefined && hash.digest().equals(expected)
    },
  }
}
