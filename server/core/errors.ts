// Coded refusals: declared once per module, rendered as RFC 9457 problem JSON in the reader's language.
import type { Term } from './terms.ts'

export interface ErrorDeclaration<C extends string = string> {
  code: C
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  text: Term
}

export interface FieldError {
  /** JSON-pointer-like path of the field, `title.en`. */
  path: string
  /** A term is said in the reader's language; a text has been said in it already. */
  message: Term | string
  values?: Record<string, unknown>
}

/** Thrown for every refusal that a person can act on. */
export class Refusal extends Error {
  readonly declaration: ErrorDeclaration
  readonly values: Record<string, unknown>
  readonly fields: FieldError[]
  readonly reason: Term | undefined

  constructor(
    declaration: ErrorDeclaration,
    values: Record<string, unknown> = {},
    more: { fields?: FieldError[]; reason?: Term | undefined } = {},
  ) {
    super(declaration.code)
    this.name = 'Refusal'
    this.declaration = declaration
    this.values = values
    this.fields = more.fields ?? []
    this.reason = more.reason
  }
}

const declared = new Map<string, ErrorDeclaration>()

/** Declares an error once; a second declaration of the same code is a programming error. */
export function declareError<C extends string>(
  code: C,
  status: ErrorDeclaration['status'],
  text: Term,
): ErrorDeclaration<C> {
  if (declared.has(code)) throw new Error(`error code declared twice: ${code}`)
  const declaration = { code, status, text }
  declared.set(code, declaration)
  return declaration
}

/** All declared errors, by code, for the reference page. */
export const declaredErrors = (): ErrorDeclaration[] =>
  [...declared.values()].sort((a, b) => (a.code < b.code ? -1 : 1))

export const Malformed = declareError(
  'request.malformed',
  400,
  /*i18n*/ {
    id: 'core.error.malformed',
    message: 'Some fields need attention.',
  },
)
export const SignInNeeded = declareError(
  'identity.sign_in_needed',
  401,
  /*i18n*/ {
    id: 'core.error.sign_in_needed',
    message: 'Please sign in to go on.',
  },
)
export const GuestLinkNeeded = declareError(
  'guest.link_needed',
  401,
  /*i18n*/ {
    id: 'core.error.guest_link_needed',
    message: 'Your visit here has ended. Open the link of your message again to go on.',
  },
)
export const NotFound = declareError(
  'record.not_found',
  404,
  /*i18n*/ {
    id: 'core.error.not_found',
    message: 'This record does not exist, or you may not see it.',
  },
)
export const Forbidden = declareError(
  'record.forbidden',
  403,
  /*i18n*/ {
    id: 'core.error.forbidden',
    message: 'You may see this record, but not do this with it.',
  },
)
export const StaleVersion = declareError(
  'record.stale_version',
  409,
  /*i18n*/ {
    id: 'core.error.stale_version',
    message: 'Someone else changed this record meanwhile. Reload it, then make your change again; your text is kept.',
  },
)
export const TooManyRequests = declareError(
  'request.too_many',
  429,
  /*i18n*/ {
    id: 'core.error.too_many',
    message: 'Too many tries in a short time. Wait a minute and try again.',
  },
)
export const TooLarge = declareError(
  'request.too_large',
  413,
  /*i18n*/ {
    id: 'core.error.too_large',
    message: 'This is larger than the installation accepts ({limit}).',
  },
)
export const CrossSite = declareError(
  'request.cross_site',
  403,
  /*i18n*/ {
    id: 'core.error.cross_site',
    message: 'This request did not come from a page of this installation. Open the page here and try again.',
  },
)
export const NotReady = declareError(
  'service.not_ready',
  503,
  /*i18n*/ {
    id: 'core.error.not_ready',
    message: 'The service is starting or its database cannot be reached. Try again in a moment.',
  },
)
