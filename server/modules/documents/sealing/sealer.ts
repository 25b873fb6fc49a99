// The one thing that sealing needs of a key, wherever it lies: here by PKCS#12, in a module of hardware, or at a signing service.
import { createPrivateKey, sign } from 'node:crypto'

export interface Sealer {
  /** X.509, DER. */
  certificate: Uint8Array
  /** Certificates of those who issued it, the nearest first, DER. */
  chain: readonly Uint8Array[]
  keyKind: 'rsa' | 'ec'
  /** Signs with SHA-256: RSASSA-PKCS1-v1_5, or ECDSA as DER. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

export interface OwnKey {
  certificate: Uint8Array
  chain: readonly Uint8Array[]
  keyKind: 'rsa' | 'ec'
  /** PKCS#8, DER. */
  privateKey: Uint8Array
}

/** A sealer with a key that this process holds. */
export function ownKeySealer({ certificate, chain, keyKind, privateKey }: OwnKey): Sealer {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
  return { certificate, chain, keyKind, sign: async bytes => sign('sha256', bytes, key) }
}
