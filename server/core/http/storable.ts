// Takes out of what was sent the characters that no database keeps, and refuses what is nested without end.
import type { FastifyInstance } from 'fastify'
import { Malformed, Refusal } from '../errors.ts'

/** Nothing that people send is nested deeper; without a limit one small request fills the stack. */
const deepest = 64

/** NUL and halves of characters; neither can be stored or shown. */
const storableText = (text: string): string => {
  if (text.isWellFormed() && !text.includes('\0')) return text
  return text.toWellFormed().replaceAll('\0', '')
}

/**
 * The same value with texts that can be stored, itself when it has no others.
 * @throws Refusal 400 when it is nested too deeply
 */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storableText(value)
  if (value === null || typeof value !== 'object') return value
  if (depth >= deepest) throw new Refusal(Malformed)
  if (Array.isArray(value)) {
    const items = value.map(item => storable(item, depth + 1))
    return items.every((item, at) => item === value[at]) ? value : items
  }
  let changed = false
  const entries = Object.entries(value).map(([key, part]) => {
    const entry = [storableText(key), storable(part, depth + 1)] as const
    changed ||= entry[0] !== key || entry[1] !== part
    return entry
  })
  return changed ? Object.fromEntries(entries) : value
}

/** From here on everything that requests carry can be stored. */
export function keepStorable(app: FastifyInstance): void {
  app.addHook('preValidation', async request => {
    // Uploads are read as streams later.
    if (request.isMultipart()) return
    request.body = storable(request.body)
    request.query = storable(request.query)
    request.params = storable(request.params)
  })
}
