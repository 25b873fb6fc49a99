// Invents records of the Research Organization Registry in both schemas; for tests and benchmarks only.
const crockford = '0123456789abcdefghjkmnpqrstvwxyz'

/** A valid ROR id, with its check digits, for a number below 32^6. */
export function rorIdOf(number: number): string {
  let letters = ''
  for (let rest = number, i = 0; i < 6; i += 1, rest = Math.floor(rest / 32)) letters = crockford[rest % 32]! + letters
  let value = 0
  for (const letter of `0${letters}`) value = value * 32 + crockford.indexOf(letter)
  return `0${letters}${String(98 - ((value * 100) % 97)).padStart(2, '0')}`
}

export const rorAddressOf = (number: number): string => `https://ror.org/${rorIdOf(number)}`

/** A record of schema 2 with what a test wants to say; the rest is plausible. */
export function rorRecord(number: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: rorAddressOf(number),
    status: 'active',
    types: ['education'],
    established: 1950,
    names: [{ value: `University of Testland ${number}`, types: ['ror_display', 'label'], lang: 'en' }],
    links: [{ type: 'website', value: `https://www.u${number}.example/` }],
    domains: [],
    external_ids: [],
    relationships: [],
    locations: [
      {
        geonames_id: 1,
        geonames_details: { country_code: 'TT', country_name: 'Testland', name: 'Port', lat: 10.5, lng: -61.5 },
      },
    ],
    admin: { created: { date: '2020-01-01' }, last_modified: { date: '2026-01-01' } },
    ...more,
  }
}

/** The same kind of record in schema 1. */
export function rorRecordVersion1(number: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: rorAddressOf(number),
    name: `College of Testland ${number}`,
    status: 'active',
    types: ['Education'],
    established: 1960,
    aliases: ['Testland College'],
    acronyms: ['TC'],
    labels: [{ label: 'Колледж Тестландии', iso639: 'ru' }],
    links: ['https://college.example/'],
    wikipedia_url: '',
    addresses: [{ city: 'Port', lat: 10.5, lng: -61.5, country_geonames_id: 1, geonames_city: { city: 'Port' } }],
    country: { country_name: 'Trinidad and Tobago', country_code: 'TT' },
    external_ids: {
      ISNI: { preferred: null, all: ['0000 0001 2096 0218'] },
      Wikidata: { preferred: null, all: ['Q1065'] },
    },
    relationships: [],
    ip_addresses: [],
    email_address: null,
    ...more,
  }
}
