// Recognises identifiers of organisations by their form and check digits, and brings them to one spelling.
import type { IdentifierScheme } from './column-meanings.ts'

export interface PartnerIdentifier {
  scheme: IdentifierScheme
  /** One spelling per identifier; `written` is what the cell held. */
  value: string
  written: string
}

const forms: Record<Exclude<IdentifierScheme, 'national'>, RegExp> = {
  ror: /^(?:https?:\/\/)?(?:www\.)?(?:ror\.org\/)?(0[a-hj-km-np-tv-z0-9]{6}\d{2})\/?$/i,
  erasmus_code: /^((?:[A-Z]{1,2}[\s\u00a0_]+|[A-Z]{3}[\s\u00a0_]?)[A-Z][A-Z-]{2,9}\d{1,3})(?:-[A-Z]{1,6})?$/i,
  pic: /^(\d{9})$/,
  oid: /^(E\d{8})$/i,
  schac: /^((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})$/i,
  isni: /^(?:https?:\/\/)?(?:www\.)?(?:isni\.org\/(?:isni\/)?)?(\d{4}[\s-]?\d{4}[\s-]?\d{4}[\s-]?\d{3}[\dX])$/i,
  wikidata: /^(?:https?:\/\/)?(?:www\.)?(?:wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d*)$/i,
}

const ERASMUS_PREFIX_WIDTH = 3

/** Erasmus codes keep their blanks: the country prefix fills three places ("A  BADEN01"). */
function erasmusSpelling(code: string): string {
  const match = /^([A-Z]{1,3}?)[\s\u00a0_]+([A-Z-]+\d+)$/i.exec(code) ?? /^([A-Z]{3})([A-Z-]+\d+)$/i.exec(code)
  return match ? match[1]!.toUpperCase().padEnd(ERASMUS_PREFIX_WIDTH) + match[2]!.toUpperCase() : code.toUpperCase()
}

/** The identifier in its one spelling, or nothing when the text does not have the form of the scheme. */
export function readIdentifier(scheme: IdentifierScheme, text: string): PartnerIdentifier | undefined {
  const written = text.trim()
  if (written === '') return undefined
  if (scheme === 'national') return { scheme, value: written, written }
  // Lists add the unit to the code ("A_WIEN02-INFO") and accents that codes never have.
  const plain = scheme === 'erasmus_code' ? written.normalize('NFD').replace(/\p{M}/gu, '') : written
  const value = forms[scheme].exec(plain)?.[1]
  if (value === undefined) return undefined
  if (scheme === 'erasmus_code') return { scheme, value: erasmusSpelling(value), written }
  if (scheme === 'isni') return { scheme, value: value.replace(/[\s-]/g, '').toUpperCase(), written }
  if (scheme === 'ror') return { scheme, value: `https://ror.org/${value.toLowerCase()}`, written }
  return { scheme, value: scheme === 'schac' ? value.toLowerCase() : value.toUpperCase(), written }
}

/** Schemes whose form is telling enough to know them without a header. */
export const tellingSchemes = ['ror', 'erasmus_code', 'pic', 'oid', 'isni', 'wikidata'] as const
