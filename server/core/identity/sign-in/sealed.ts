// Seals short secrets that must be read again, with a key made from the secret of the installation (AES-256-GCM).
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const keyFrom = (secret: string, purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))

/** `nonce.tag.text` in base64url; another purpose cannot open it. */
export function seal(secret: string, purpose: string, bytes: Uint8Array): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret, purpose), nonce)
  const text = Buffer.concat([cipher.update(bytes), cipher.final()])
  return [nonce, cipher.getAuthTag(), text].map(part => part.toString('base64url')).join('.')
}

/** The bytes, or undefined when the seal was made with another secret or was touched. */
export function unseal(secret: string, purpose: string, sealed: string): Buffer | undefined {
  const [nonce, tag, text] = sealed.split('.').map(part => Buffer.from(part, 'base64url'))
  if (!nonce || !tag || !text) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret, purpose), nonce, { authTagLength: 16 })
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()])
  } catch {
    return undefined
  }
}
