// Identifiers of organisations: their official form, what is wrong with one, and the page that explains it.
import type { IdentifierScheme } from './registry.terms.ts'

export interface Identifier {
  scheme: IdentifierScheme
  /** In its official form. */
  value: string
}

/** The form by which identifiers are compared and searched: letters and digits only, lower case. */
export const foldIdentifier = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Check digit of ISNI and ORCID (ISO 7064 MOD 11-2) over the first fifteen digits. */
function mod11Digit(digits: string): string {
  let sum = 0
  for (const digit of digits.slice(0, 15)) sum = (sum + Number(digit)) * 2
  const rest = (12 - (sum % 11)) % 11
  return rest === 10 ? 'X' : String(rest)
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz'

/** Whether the two check digits of a bare ROR id hold (ISO 7064 MOD 97-10 over the number in base 32). */
export function isRorId(bare: string): boolean {
  if (!/^0[a-hj-km-np-tv-z\d]{6}\d{2}$/.test(bare)) return false
  let number = 0
  for (const letter of bare.slice(0, 7)) number = number * 32 + crockford.indexOf(letter)
  return 98 - ((number * 100) % 97) === Number(bare.slice(7))
}

function isniForm(text: string): string | undefined {
  const digits = text.toUpperCase().replace(/[^\dX]/g, '')
  if (!/^\d{15}[\dX]$/.test(digits) || mod11Digit(digits) !== digits[15]) return undefined
  return digits.replace(/(.{4})(?=.)/g, '$1 ')
}

/** ORCID as `0000-0002-1825-0097`, or undefined when it is none. */
export function orcidForm(text: string): string | undefined {
  return isniForm(text.replace(/^https?:\/\/(www\.)?orcid\.org\//i, ''))?.replaceAll(' ', '-')
}

// Country letters fill three places, then the place name, then a number: "A  BADEN01", "IRLDUBLIN01", "UK LONDON001".
function erasmusForm(text: string): string | undefined {
  const plain = text
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toUpperCase()
  const spaced = /^([A-Z]{1,2}) ([A-Z][A-Z'\-. ]*\d{2,3})$/.exec(plain)
  if (spaced) return `${spaced[1]!.padEnd(3)}${spaced[2]!}`
  return /^[A-Z]{4}[A-Z'\-. ]*\d{2,3}$/.test(plain) ? plain : undefined
}

function domainForm(text: string): string | undefined {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^www\./, '')
    .split(/[/?#:]/)[0]!
  return /^([\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u.test(host) ? host : undefined
}

const schacForm = (text: string): string | undefined => domainForm(text.replace(/^urn:schac:[a-z:]*?(?=[^:]+$)/i, ''))

const forms: Record<IdentifierScheme, (text: string) => string | undefined> = {
  ror: text => {
    const bare = text.toLowerCase().replace(/^(https?:\/\/)?(www\.)?ror\.org\//, '')
    return isRorId(bare) ? bare : undefined
  },
  schac: schacForm,
  erasmus: erasmusForm,
  pic: text => (/^\d{9}$/.test(text) ? text : undefined),
  oid: text => (/^E\d{8}$/i.test(text) ? text.toUpperCase() : undefined),
  isni: text => isniForm(text.replace(/^https?:\/\/(www\.)?isni\.org\/(isni\/)?/i, '')),
  wikidata: text =>
    /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q\d+)$/i.exec(text)?.[1]?.toUpperCase(),
  grid: text => (/^grid\.\d+\.[\da-f]+$/i.test(text) ? text.toLowerCase() : undefined),
  fundref: text => /^(?:https?:\/\/doi\.org\/)?(?:10\.13039\/)?(\d+)$/.exec(text)?.[1],
  national: text => text,
  domain: domainForm,
}

/** The official form of an identifier as a person or a list writes it, or undefined when it cannot be one. */
export function identifierForm(scheme: IdentifierScheme, text: string): string | undefined {
  const trimmed = text.normalize('NFKC').trim()
  return trimmed === '' ? undefined : forms[scheme](trimmed)
}

/** An example of each scheme, for the sentence that refuses a wrong one. */
export const identifierExamples: Record<IdentifierScheme, string> = {
  ror: '05dxps055',
  schac: 'example.edu',
  erasmus: 'A  WIEN01',
  pic: '999999999',
  oid: 'E10012345',
  isni: '0000 0001 2096 0218',
  wikidata: 'Q1065',
  grid: 'grid.20861.3d',
  fundref: '100000001',
  national: '12345',
  domain: 'example.edu',
}

const addresses: Partial<Record<IdentifierScheme, (value: string) => string>> = {
  ror: value => `https://ror.org/${value}`,
  isni: value => `https://isni.org/isni/${value.replaceAll(' ', '')}`,
  wikidata: value => `https://www.wikidata.org/wiki/${value}`,
  grid: value => `https://www.grid.ac/institutes/${value}`,
  fundref: value => `https://doi.org/10.13039/${value}`,
  domain: value => `https://${value}/`,
  schac: value => `https://${value}/`,
}

/** The page where an identifier can be looked up, or null. */
export const identifierUrl = (scheme: IdentifierScheme, value: string): string | null =>
  addresses[scheme]?.(value) ?? null

/**
 * The folded forms under which a typed text may be an identifier; empty when it looks like none.
 * A web address counts by its host.
 */
export function identifierQueries(text: string): { key: string; domain: string | undefined } | undefined {
  const trimmed = text.normalize('NFKC').trim()
  if (trimmed.length < 3 || trimmed.length > 200) return undefined
  const prefixes = /^(https?:\/\/)?(www\.)?(ror\.org\/|wikidata\.org\/(wiki|entity)\/|isni\.org\/(isni\/)?|doi\.org\/)/i
  const bare = trimmed
    .replace(prefixes, '')
    .replace(/^(ror|pic|oid|isni|grid|wikidata|erasmus)\s*:\s*/i, '')
    .replace(/^10\.13039\//, '')
  const isAddress = bare === trimmed && /^(https?:\/\/|www\.|[^\s@]*@)/i.test(trimmed)
  const domain = /^[^\s]*\.[^\s]*$/.test(bare)
    ? bare
        .toLowerCase()
        .replace(/^[a-z]+:\/\//, '')
        .replace(/^[^@/]*@/, '')
        .replace(/^www\./, '')
        .split(/[/?#:]/)[0]
    : undefined
  const key = isAddress && domain !== undefined ? foldIdentifier(domain) : foldIdentifier(bare)
  const looks = /\d/.test(key) || domain !== undefined
  return key.length >= 3 && looks ? { key, domain } : undefined
}
