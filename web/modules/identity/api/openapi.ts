// The OpenAPI document of this installation, as the page of the API reads it: operations by subject, example bodies.

export interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  minimum?: number
  default?: unknown
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | string
  required?: boolean
  schema?: Schema
}

interface RawOperation {
  summary?: string
  tags?: string[]
  operationId?: string
  parameters?: Parameter[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>
  security?: object[]
}

export interface Operation {
  id: string
  method: string
  path: string
  summary: string
  tag: string
  parameters: Parameter[]
  body: Schema | null
  answer: Schema | null
  needsSignIn: boolean
}

export interface OpenApiDocument {
  paths: Record<string, Record<string, RawOperation>>
}

const jsonOf = (content: Record<string, { schema?: Schema }> | undefined): Schema | null =>
  content?.['application/json']?.schema ?? null

/** Every operation, by subject and then in the order of the document. */
export function operationsOf(document: OpenApiDocument): Operation[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => ({
      id: raw.operationId ?? `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      summary: raw.summary ?? '',
      tag: raw.tags?.[0] ?? '',
      parameters: raw.parameters ?? [],
      body: jsonOf(raw.requestBody?.content),
      answer: jsonOf(raw.responses?.['200']?.content),
      needsSignIn: (raw.security?.length ?? 0) > 0,
    })),
  )
  return operations.sort((a, b) => a.tag.localeCompare(b.tag))
}

const mostDepth = 6

/** A value of the form that a schema asks for, to begin with: required fields only. */
export function exampleOf(schema: Schema | null | undefined, depth = 0): unknown {
  if (!schema || depth > mostDepth) return null
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0] ?? null
  if (schema.anyOf) return exampleOf(schema.anyOf[0], depth + 1)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') {
    const required = schema.required ?? []
    return Object.fromEntries(required.map(name => [name, exampleOf(schema.properties?.[name], depth + 1)]))
  }
  if (type === 'array') return schema.items && depth < 2 ? [exampleOf(schema.items, depth + 1)] : []
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0
  if (type === 'boolean') return false
  if (type === 'string') return textOf(schema.format)
  return null
}

const textOf = (format: string | undefined): string => {
  if (format === 'date') return '2026-01-31'
  if (format === 'date-time') return '2026-01-31T12:00:00Z'
  if (format === 'uuid') return '00000000-0000-0000-0000-000000000000'
  if (format === 'email') return 'name@example.org'
  return ''
}

/** The type of a schema in a word: `string (date)`, `array`. */
export function typeOf(schema: Schema | undefined): string {
  if (!schema) return ''
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ')
  const type = [schema.type ?? 'any'].flat().join(' | ')
  return schema.format ? `${type} (${schema.format})` : type
}

/** The address of a call with its parameters filled in; empty ones are left out. */
export function addressFor(operation: Operation, values: Readonly<Record<string, string>>): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
  const search = new URLSearchParams()
  for (const { name, in: place } of operation.parameters)
    if (place === 'query' && values[name]) search.append(name, values[name])
  return search.size > 0 ? `${path}?${search}` : path
}

/** The same call for a terminal. */
export function commandFor(operation: Operation, address: string, body: string, origin: string): string {
  const lines = [`curl '${origin}${address}'`, `-H 'Authorization: Bearer concord_…'`]
  if (operation.method !== 'GET') lines.push(`-X ${operation.method}`)
  if (operation.body)
    lines.push(`-H 'Content-Type: application/json'`, `-d '${body.replaceAll("'", `'\\''`).replace(/\s*\n\s*/g, ' ')}'`)
  return lines.join(' \\\n  ')
}
