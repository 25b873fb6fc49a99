// Countries by code, by name in many languages, by old and misspelt names; languages and fields of study.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { countryAtEnd, parseCountryCell } from './countries.ts'
import { byAlpha3, countryCodes, countryOfErasmusCode } from './country-codes.ts'
import { fieldOf, parseFieldsCell } from './fields-of-science.ts'
import { readIdentifier } from './identifiers.ts'
import { parseLanguagesCell } from './languages.ts'

const read = (input: string) => {
  const { codes, doubts } = parseCountryCell(input)
  return [codes.join(), ...doubts.map(each => each.code)].join(' ? ')
}

describe('countries', () => {
  const rows: [string, string][] = [
    ['EL', 'GR'],
    ['UK', 'GB'],
    ['XK', 'XK'],
    ['DEU', 'DE'],
    ['ru', 'RU'],
    ['🇮🇷', 'IR'],
    ['Letònia', 'LV'],
    ['Suiza', 'CH'],
    ['EE.UU.', 'US'],
    ['Corea del Sur', 'KR'],
    ['République tchèque', 'CZ'],
    ['Islamic Republic of Iran', 'IR'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['ایران', 'IR'],
    ['جمهوری تاجیکستان', 'TJ'],
    ['روسیه', 'RU'],
    ['العراق', 'IQ'],
    ['РФ', 'RU'],
    ['США', 'US'],
    ['Республика Корея', 'KR'],
    ['Россия, Москва', 'RU'],
    ['The Netherlands', 'NL'],
    ['Burma', 'MM'],
    ['Viet Nam', 'VN'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Georgia', 'GE'],
    ['Itally', 'IT ? country_misspelt'],
    ['Germny', 'DE ? country_misspelt'],
    ['Slovenija', 'SI ? country_misspelt'],
    ['Australa', 'AU ? country_misspelt'],
    ['USSR', 'RU ? country_former'],
    ['Czechoslovakia', ' ? country_former'],
    ['Germany / Austria', 'DE,AT ? countries_several'],
    ['Atlantis', ' ? country_unknown'],
    ['', ''],
  ]
  for (const [input, expected] of rows) test(input, () => assert.equal(read(input), expected))
})

test('every country is found by its codes and by its name in the five languages', () => {
  for (const locale of ['en', 'fa', 'ru', 'es', 'fr']) {
    const names = new Intl.DisplayNames([locale], { type: 'region' })
    for (const code of countryCodes)
      assert.deepEqual(parseCountryCell(names.of(code) ?? '').codes, [code], `${locale} ${names.of(code)}`)
  }
  for (const [alpha3, code] of byAlpha3) assert.deepEqual(parseCountryCell(alpha3).codes, [code])
  assert.equal(countryCodes.length, 250)
})

test('no text makes the reader fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text =>
      parseCountryCell(text).codes.every(code => countryCodes.includes(code)),
    ),
  )
})

test('the country at the end of a name', () => {
  assert.equal(countryAtEnd('Northern University, Kuwait'), 'KW')
  assert.equal(countryAtEnd('University of the Lake (Germany)'), 'DE')
  assert.equal(countryAtEnd('Prairie University, IN'), undefined)
})

test('identifiers come in one spelling and tell the country', () => {
  assert.equal(readIdentifier('erasmus_code', 'A\u00a0\u00a0TESTOWN01')?.value, 'A  TESTOWN01')
  assert.equal(readIdentifier('erasmus_code', 'CH_TESTOWN02')?.value, 'CH TESTOWN02')
  assert.equal(countryOfErasmusCode('A  TESTOWN01'), 'AT')
  assert.equal(countryOfErasmusCode('SF_TESTOWN12'), 'FI')
  assert.equal(countryOfErasmusCode('IRLTESTOWN44'), 'IE')
  assert.equal(readIdentifier('ror', 'ror.org/05a28rw58')?.value, 'https://ror.org/05a28rw58')
  assert.equal(readIdentifier('pic', '12345')?.value, undefined)
  assert.equal(readIdentifier('isni', '0000 0001 2345 6789')?.value, '0000000123456789')
})

test('languages by name and code; unknown ones are doubts', () => {
  assert.deepEqual(parseLanguagesCell('English, فارسی / русский').codes, ['en', 'fa', 'ru'])
  assert.deepEqual(parseLanguagesCell('английский и персидский').codes, ['en', 'fa'])
  assert.deepEqual(parseLanguagesCell('español y francés (B2)').codes, ['es', 'fr'])
  assert.deepEqual(
    parseLanguagesCell('Klingon').doubts.map(each => each.code),
    ['language_unknown'],
  )
})

test('fields of study by code and by words, else as written', () => {
  assert.equal(fieldOf('0613'), '0613')
  assert.equal(fieldOf('Computer Science'), '061')
  assert.equal(fieldOf('физика'), '0533')
  assert.equal(fieldOf('مهندسی عمران'), '0732')
  assert.deepEqual(parseFieldsCell('Law; Dragon studies'), [
    { written: 'Law', isced: '042' },
    { written: 'Dragon studies' },
  ])
})
