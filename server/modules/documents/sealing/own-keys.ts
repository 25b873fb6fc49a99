// Where an organisation's own key comes from: a PKCS#12 file that somebody issued, or one made here.
import { createHash, createPrivateKey, generateKeyPair, randomBytes, sign, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import forge from 'node-forge'
import { der, explicit, integer, nothing, oid, sequence, setOf, tags } from './der.ts'
import type { OwnKey } from './sealer.ts'

export type KeyFault = 'not_a_key_file' | 'wrong_password' | 'no_key' | 'key_not_supported' | 'key_too_weak'

export class KeyNotUsable extends Error {
  override name = 'KeyNotUsable'
  readonly fault: KeyFault

  constructor(fault: KeyFault) {
    super(fault)
    this.fault = fault
  }
}

const bytesOf = (node: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(node).getBytes(), 'latin1')

function openFile(file: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx {
  let tree: forge.asn1.Asn1
  try {
    tree = forge.asn1.fromDer(Buffer.from(file).toString('latin1'))
  } catch {
    throw new KeyNotUsable('not_a_key_file')
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(tree, false, password)
  } catch (error) {
    const said = String(error)
    throw new KeyNotUsable(/password|MAC|decrypt/i.test(said) ? 'wrong_password' : 'not_a_key_file')
  }
}

/** A certificate that the library cannot read, as of an elliptic curve, comes as its bytes. */
const certificateOf = (bag: forge.pkcs12.Bag): Buffer =>
  bytesOf(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1)

const keyOf = (bag: forge.pkcs12.Bag): Buffer =>
  bytesOf(bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1)

/** Certificates from the given one to the root, as far as the file has them. */
function chainOf(leaf: X509Certificate, others: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = []
  for (let last = leaf; last.subject !== last.issuer && chain.length < 10; ) {
    const next = others.find(one => one !== last && last.checkIssued(one))
    if (!next || chain.includes(next)) break
    chain.push(next)
    last = next
  }
  return chain
}

/** @throws KeyNotUsable */
export function openKeyFile(file: Uint8Array, password: string): OwnKey {
  try {
    return readKeyFile(file, password)
  } catch (error) {
    // What the libraries throw at a file that somebody bent has no end of forms.
    throw error instanceof KeyNotUsable ? error : new KeyNotUsable('not_a_key_file')
  }
}

function readKeyFile(file: Uint8Array, password: string): OwnKey {
  const pfx = openFile(file, password)
  const { pkcs8ShroudedKeyBag: shrouded, keyBag, certBag } = forge.pki.oids as Record<string, string>
  const all = (type: string) => pfx.getBags({ bagType: type })[type] ?? []
  const keys = [...all(shrouded!), ...all(keyBag!)]
  if (keys.length === 0) throw new KeyNotUsable('no_key')
  const certificates = all(certBag!).map(bag => new X509Certificate(certificateOf(bag)))
  for (const bag of keys) {
    let key: ReturnType<typeof createPrivateKey>
    try {
      key = createPrivateKey({ key: keyOf(bag), format: 'der', type: 'pkcs8' })
    } catch {
      continue
    }
    const leaf = certificates.find(one => one.checkPrivateKey(key))
    if (!leaf) continue
    const kind = key.asymmetricKeyType
    if (kind !== 'rsa' && kind !== 'ec') throw new KeyNotUsable('key_not_supported')
    if (kind === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new KeyNotUsable('key_too_weak')
    return {
      ...{ certificate: leaf.raw, keyKind: kind, privateKey: key.export({ format: 'der', type: 'pkcs8' }) },
      chain: chainOf(leaf, certificates).map(one => one.raw),
    }
  }
  throw new KeyNotUsable('no_key')
}

const years = 10

/** UTCTime up to 2049, GeneralizedTime afterwards (RFC 5280). */
function timeOf(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(0, 14)
  return date.getUTCFullYear() < 2050
    ? der(tags.utcTime, Buffer.from(`${digits.slice(2)}Z`))
    : der(tags.time, Buffer.from(`${digits}Z`))
}

const nameFrom = (common: string): Buffer =>
  sequence(
    ...['2.5.4.10', '2.5.4.3'].map(type =>
      // The most that X.520 takes of a name.
      setOf(sequence(oid(type), der(tags.utf8, Buffer.from([...common].slice(0, 64).join(''))))),
    ),
  )

/**
 * A key (RSA, 3072 bits) with a certificate that it signed itself, valid for ten years from the day before `at`:
 * trusted only by those who know its fingerprint.
 */
export async function makeOwnKey(organisation: string, at: Date): Promise<OwnKey> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 })
  const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' })
  const algorithm = sequence(oid('1.2.840.113549.1.1.11'), nothing)
  const [from, until] = [new Date(at.getTime() - 86_400_000), new Date(at)]
  until.setUTCFullYear(until.getUTCFullYear() + years)
  const serial = randomBytes(16)
  serial[0] = (serial[0]! & 0x7f) | 0x40
  const extension = (id: string, value: Buffer, isCritical: boolean) =>
    sequence(oid(id), ...(isCritical ? [der(tags.boolean, Buffer.from([0xff]))] : []), der(tags.octetString, value))
  const name = nameFrom(organisation)
  const toSign = sequence(
    der(explicit(0), integer(2)),
    der(tags.integer, serial),
    algorithm,
    name,
    sequence(timeOf(from), timeOf(until)),
    name,
    publicKey,
    der(
      explicit(3),
      sequence(
        extension('2.5.29.19', sequence(), true),
        // Digital signature and content commitment.
        extension('2.5.29.15', der(tags.bitString, Buffer.from([0x06, 0xc0])), true),
        extension('2.5.29.14', der(tags.octetString, createHash('sha1').update(publicKey).digest()), false),
      ),
    ),
  )
  const signature = sign('sha256', toSign, pair.privateKey)
  const certificate = sequence(toSign, algorithm, der(tags.bitString, Buffer.from([0]), signature))
  return {
    ...{ certificate, chain: [], keyKind: 'rsa' },
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
  }
}
