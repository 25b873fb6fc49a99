// An authenticator in software, for tests of passkeys: makes a key pair, signs challenges, counts its uses.
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

export interface SoftAuthenticator {
  /** The answer of navigator.credentials.create() as JSON. */
  create(options: { challenge: string; rp: { id?: string } }): object
  /** The answer of navigator.credentials.get() as JSON. */
  get(options: { challenge: string; rpId?: string }): object
}

/** `origin` is what a browser would say; another one plays a page that deceives. */
export function softAuthenticator(origin: string, verifiesUser = true): SoftAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let uses = 0
  const clientOf = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authenticatorOf = (rpId: string, attested: Uint8Array = Buffer.alloc(0)) => {
    const flags = 0x01 | (verifiesUser ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(uses)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, attested])
  }
  return {
    create({ challenge, rp }) {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(publicKey)])
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authenticatorOf(rp.id!, attested))],
        ]) as never,
      )
      const response = {
        clientDataJSON: text(clientOf('webauthn.create', challenge)),
        attestationObject: text(attestation),
        transports: ['internal'],
      }
      return { ...{ id: text(id), rawId: text(id), type: 'public-key' }, response, clientExtensionResults: {} }
    },
    get({ challenge, rpId }) {
      uses += 1
      const client = clientOf('webauthn.get', challenge)
      const data = authenticatorOf(rpId!)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      const response = { clientDataJSON: text(client), authenticatorData: text(data), signature: text(signature) }
      return { ...{ id: text(id), rawId: text(id), type: 'public-key' }, response, clientExtensionResults: {} }
    },
  }
}

function coseKey(key: KeyObject): Uint8Array {
  const { x, y } = key.export({ format: 'jwk' })
  const part = (coordinate: string) => new Uint8Array(Buffer.from(coordinate, 'base64url'))
  const entries: [number, unknown][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, part(x!)],
    [-3, part(y!)],
  ]
  return isoCBOR.encode(new Map(entries) as never)
}
