// Makes inputs out of JSON schemas for fuzzing: right ones, almost right ones, and hostile ones.
import fc from 'fast-check'

export type Schema = Record<string, unknown>
type Json = unknown

/** Texts that break programs: NUL, half characters, direction marks, formulas, markup, very long, wrong normal form. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  '\u202ereversed\u2066',
  '\u200f\u200b\ufeff',
  '=1+1',
  "'; drop table agreement; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00%ff%',
  '{{7*7}}',
  '\u0065\u0301'.repeat(40),
  '𝕏'.repeat(300),
  'ﷺ'.repeat(50),
  'long'.repeat(20_000),
  '0'.repeat(400),
  '__proto__',
  'constructor',
  'NaN',
  '1e999',
  '-0',
  '2026-02-30',
  '9999-12-31',
  '0000-01-01',
  '+275760-09-13',
  'toString',
]
const hostileNumbers = [0, -0, -1, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 53), 1e21, 1e308, 5e-324]

const deep = (depth: number): Json => JSON.parse(`${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`)

/** A value that hardly any schema wants. */
const hostile: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(...hostileTexts),
  fc.constantFrom<Json>(...hostileNumbers, null, true, false),
  fc.constantFrom<Json>({}, [], [[]], [null], { __proto__x: 1 }, deep(300), Array(2000).fill(0)),
  fc.constant<Json>(JSON.parse('{"__proto__":{"administers":true},"constructor":{"prototype":{}}}')),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

const anyOf = (schema: Schema): Schema[] | undefined => (schema.anyOf ?? schema.oneOf) as Schema[] | undefined

const day = fc
  .integer({ min: 0, max: 80_000 })
  .map(days => Temporal.PlainDate.from('1900-01-01').add({ days }).toString())

/** Right values of a schema; `ids` are records that exist. */
export function valid(schema: Schema, ids: readonly string[]): fc.Arbitrary<Json> {
  const choices = anyOf(schema)
  if (choices) return fc.oneof(...choices.map(choice => valid(choice, ids)))
  if (schema.allOf) return (schema.allOf as Schema[]).map(part => valid(part, ids)).reduce(merged)
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom<Json>(...schema.enum)
  switch (schema.type) {
    case 'object':
      return objectOf(schema, ids)
    case 'array': {
      const { minItems = 0, maxItems = 5 } = schema as { minItems?: number; maxItems?: number }
      const item = valid((schema.items ?? {}) as Schema, ids)
      return fc.array(item, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) })
    }
    case 'string':
      return textOf(schema, ids)
    case 'integer':
      return fc.integer(rangeOf(schema))
    case 'number':
      return numberOf(rangeOf(schema))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

const merged = (a: fc.Arbitrary<Json>, b: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.tuple(a, b).map(([one, other]) => ({ ...(one as object), ...(other as object) }))

/** Any number of a range, whole ones often where there are some. */
function numberOf({ min, max }: { min: number; max: number }): fc.Arbitrary<Json> {
  const any = fc.double({ min, max, noNaN: true })
  const [from, to] = [Math.ceil(min), Math.floor(max)]
  return from <= to ? fc.oneof(fc.integer({ min: from, max: to }), any) : any
}

function rangeOf(schema: Schema): { min: number; max: number } {
  const { minimum = -100_000, maximum = 100_000 } = schema as { minimum?: number; maximum?: number }
  return { min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) }
}

function objectOf(schema: Schema, ids: readonly string[]): fc.Arbitrary<Json> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  const patterns = Object.values((schema.patternProperties ?? {}) as Record<string, Schema>)
  if (properties.length === 0 && patterns.length > 0)
    return fc.dictionary(fc.constantFrom('en', 'fa', 'ru', 'und', 'de'), valid(patterns[0]!, ids), { maxKeys: 3 })
  const required = (schema.required ?? []) as string[]
  const model = Object.fromEntries(properties.map(([name, part]) => [name, valid(part, ids)]))
  return fc.record(model, { requiredKeys: required, noNullPrototype: true })
}

const texts: Record<string, (ids: readonly string[]) => fc.Arbitrary<Json>> = {
  uuid: ids => fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() }),
  date: () => day,
  'date-time': () => day.map(on => `${on}T10:00:00.000Z`),
  email: () => fc.nat(9).map(n => `somebody${n}@example.org`),
  uri: () => fc.constantFrom('https://example.org/a', 'http://example.org/?q=%20'),
}

function textOf(schema: Schema, ids: readonly string[]): fc.Arbitrary<Json> {
  const known = texts[String(schema.format)]
  if (known) return known(ids)
  if (typeof schema.pattern === 'string') return patterned(schema.pattern)
  const { minLength = 0, maxLength = 60 } = schema as { minLength?: number; maxLength?: number }
  const limit = Math.max(minLength, Math.min(maxLength, 60))
  const words = ['University', 'دانشگاه', 'Университет', 'officer', ...ids.slice(0, 3)]
  return fc.oneof(
    fc.constantFrom(...words.filter(word => word.length >= minLength && word.length <= maxLength), 'a'.repeat(limit)),
    fc.string({ unit: 'grapheme', minLength, maxLength: limit }),
  )
}

function patterned(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern), { maxLength: 40 })
  } catch {
    // What the generator cannot read, such as a look-ahead: decimal quantities.
    return fc.constantFrom('1', '2.5', '12', '0.000001', '999999999999')
  }
}

type Path = (string | number)[]

function pathsOf(value: Json, here: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [here]
  return [here, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...here, key]))]
}

function replaced(value: Json, [key, ...rest]: Path, by: (old: Json) => Json): Json {
  if (key === undefined) return by(value)
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === String(key) ? replaced(item, rest, by) : item))
  return { ...(value as object), [key]: replaced((value as Record<string, Json>)[key], rest, by) }
}

/** A right value with one thing wrong: a part replaced, left out, or one too many. */
export function almost(schema: Schema, ids: readonly string[]): fc.Arbitrary<Json> {
  return fc.tuple(valid(schema, ids), fc.nat(), hostile, fc.nat(9)).map(([value, at, bad, how]) => {
    const paths = pathsOf(value)
    const path = paths[at % paths.length]!
    if (how === 0) return replaced(value, path, old => (isObject(old) ? { ...old, unknown: bad } : bad))
    if (how === 1) return replaced(value, path.slice(0, -1), old => without(old, path.at(-1)))
    return replaced(value, path, () => bad)
  })
}

const isObject = (value: Json): value is object => value !== null && typeof value === 'object' && !Array.isArray(value)
const without = (value: Json, key: string | number | undefined): Json =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) : value

/** Right in `right` of ten cases, else almost right, now and then nothing of the kind. */
export const input = (schema: Schema, ids: readonly string[], right = 5): fc.Arbitrary<Json> =>
  fc.oneof(
    { weight: right, arbitrary: valid(schema, ids) },
    { weight: 9 - right, arbitrary: almost(schema, ids) },
    { weight: 1, arbitrary: hostile },
  )
