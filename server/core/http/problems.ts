// Turns whatever went wrong into one RFC 9457 problem answer in the reader's language; the rest goes to the log.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../contract.ts'
import { databaseErrorCode, isDatabaseAway } from '../database/connect.ts'
import {
  declareError,
  type ErrorDeclaration,
  Malformed,
  NotFound,
  NotReady,
  Refusal,
  TooLarge,
  TooManyRequests,
} from '../errors.ts'
import type { Translator } from '../i18n.ts'
import type { Term } from '../terms.ts'

const unexpected: Term = /*i18n*/ {
  id: 'core.error.unexpected',
  message:
    'Something went wrong on our side. Nothing was changed. If it happens again, tell your administrator the number {requestId}.',
}

/** What an action did not look up itself, the database did; it may also have gone a moment ago. */
const UnknownReference = declareError(
  'record.unknown_reference',
  422,
  /*i18n*/ {
    id: 'core.error.unknown_reference',
    message: 'Something that this refers to does not exist, or does so no more. Load the page again and choose anew.',
  },
)

const fieldTexts: Record<string, Term> = {
  required: /*i18n*/ { id: 'core.field.required', message: 'Please fill this in.' },
  format: /*i18n*/ { id: 'core.field.format', message: 'This is not a valid {format}.' },
  minLength: /*i18n*/ {
    id: 'core.field.min_length',
    message: 'At least {limit, plural, one {# character} other {# characters}}, please.',
  },
  maxLength: /*i18n*/ {
    id: 'core.field.max_length',
    message: 'At most {limit, plural, one {# character} other {# characters}}, please.',
  },
  minimum: /*i18n*/ { id: 'core.field.minimum', message: 'At least {limit, number}, please.' },
  maximum: /*i18n*/ { id: 'core.field.maximum', message: 'At most {limit, number}, please.' },
  enum: /*i18n*/ { id: 'core.field.enum', message: 'Choose one of the offered values.' },
  type: /*i18n*/ { id: 'core.field.type', message: 'This has the wrong form.' },
  pattern: /*i18n*/ { id: 'core.field.pattern', message: 'This has the wrong form.' },
  minItems: /*i18n*/ { id: 'core.field.min_items', message: 'Choose at least {limit, number}.' },
  additionalProperties: /*i18n*/ { id: 'core.field.unknown', message: 'This field is not known.' },
}
const formatNames: Record<string, Term> = {
  email: /*i18n*/ { id: 'core.format.email', message: 'e-mail address' },
  date: /*i18n*/ { id: 'core.format.date', message: 'date' },
  uri: /*i18n*/ { id: 'core.format.uri', message: 'web address' },
  uuid: /*i18n*/ { id: 'core.format.uuid', message: 'identifier' },
  'date-time': /*i18n*/ { id: 'core.format.date_time', message: 'point in time' },
}

const foreignKeyViolation = '23503'

interface Violation {
  instancePath: string
  keyword: string
  params: Record<string, unknown>
}

/** One sentence per field that does not fit the contract. */
function presentViolations(violations: Violation[], t: Translator): NonNullable<Problem['fields']> {
  const seen = new Set<string>()
  const fields: NonNullable<Problem['fields']> = []
  for (const { instancePath, keyword, params } of violations) {
    if (keyword === 'anyOf' || keyword === 'if') continue
    const missing = params.missingProperty ?? params.additionalProperty
    const path = [...instancePath.split('/').filter(Boolean), ...(missing === undefined ? [] : [String(missing)])].join(
      '.',
    )
    if (seen.has(path)) continue
    seen.add(path)
    const format = formatNames[String(params.format)]
    const values = { ...params, format: format ? t(format) : String(params.format ?? '') }
    fields.push({ path, message: t(fieldTexts[keyword] ?? fieldTexts.type!, values) })
  }
  return fields
}

function declarationOf(error: FastifyError): ErrorDeclaration | undefined {
  if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE') return TooLarge
  if (error.statusCode === 429) return TooManyRequests
  if (error.statusCode === 404) return NotFound
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return Malformed
  return undefined
}

export function presentProblem(
  error: unknown,
  t: Translator,
  requestId: string,
  limits: { upload: string },
): { status: number; problem: Problem } {
  const make = (declaration: ErrorDeclaration, more: Partial<Problem> = {}, values: Record<string, unknown> = {}) => ({
    status: declaration.status,
    problem: {
      type: `https://concord.invalid/errors/${declaration.code}`,
      status: declaration.status,
      code: declaration.code,
      title: t(declaration.text, values),
      ...more,
      requestId,
    },
  })
  if (error instanceof Refusal) {
    const more: Partial<Problem> = {}
    if (error.fields.length > 0)
      more.fields = error.fields.map(({ path, message, values }) => ({
        path,
        message: typeof message === 'string' ? message : t(message, { ...error.values, ...values }),
      }))
    if (error.reason) more.reason = t(error.reason, error.values)
    return make(error.declaration, more, error.values)
  }
  const fastifyError = error as FastifyError & { validation?: Violation[] }
  if (fastifyError.validation)
    return make(Malformed, { fields: presentViolations(fastifyError.validation as Violation[], t) })
  const declaration = isDatabaseAway(error)
    ? NotReady
    : databaseErrorCode(error) === foreignKeyViolation
      ? UnknownReference
      : declarationOf(fastifyError)
  if (declaration) return make(declaration, {}, { limit: limits.upload })
  return {
    status: 500,
    problem: {
      type: 'https://concord.invalid/errors/unexpected',
      status: 500,
      code: 'unexpected',
      title: t(unexpected, { requestId }),
      requestId,
    },
  }
}

/** Sends the problem and logs what a person cannot see. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  t: Translator,
  limits: { upload: string },
): void {
  const { status, problem } = presentProblem(error, t, request.id, limits)
  if (status >= 500) request.log.error({ err: error }, 'request failed')
  if (!reply.sent) reply.code(status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}
