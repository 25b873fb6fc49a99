// What the browser does for passkeys: makes one, or answers a challenge with one; forms in JSON as the standard has them.

interface Parsers {
  parseCreationOptionsFromJSON?: (options: object) => PublicKeyCredentialCreationOptions
  parseRequestOptionsFromJSON?: (options: object) => PublicKeyCredentialRequestOptions
}

const parsers = (): Parsers => (globalThis.PublicKeyCredential ?? {}) as Parsers

/** Whether this browser can do passkeys in the form of WebAuthn level 3. */
export const canUsePasskeys = (): boolean => parsers().parseRequestOptionsFromJSON !== undefined

/** The person closed the browser's question, or it ran out of time: nothing went wrong. */
export const wasDismissed = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')

export async function makePasskey(options: object): Promise<object> {
  const publicKey = parsers().parseCreationOptionsFromJSON!(options)
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
  return credential.toJSON() as object
}

export async function answerWithPasskey(options: object): Promise<object> {
  const publicKey = parsers().parseRequestOptionsFromJSON!(options)
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  return credential.toJSON() as object
}
