// Tests that one thing has one word: where the English text names it, the Persian and Russian ones use the word of the glossary.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import PO from 'pofile'

const root = path.join(import.meta.dirname, '..', '..')

/** Word of the glossary: how English texts name it, and the stems that translations use. */
const words: Readonly<Record<string, { english: RegExp; persian: RegExp; russian: RegExp }>> = {
  'home organisation': {
    english: /\bhome organisations?\b/i,
    persian: /سازمان(?:‌های)?(?: یا واحد)? خودی/,
    russian: /собственн\p{L}+ организаци/iu,
  },
  agreement: { english: /\bagreements?\b/i, persian: /توافق/, russian: /соглашени/i },
  partner: { english: /(?<!\{)\bpartners?\b/i, persian: /طرف(?:‌های)? همکار/, russian: /партнёр/i },
  commitment: { english: /\bcommitments?\b/i, persian: /تعهد/, russian: /обязательств/i },
  evidence: { english: /\bevidence\b/i, persian: /مدرک|مدارک/, russian: /подтвержд/i },
  balance: { english: /\bbalance\b/i, persian: /تراز/, russian: /баланс/i },
  pulse: { english: /\bpulse\b/i, persian: /نبض/, russian: /пульс/i },
  doubt: { english: /\bdoubt(?:s|ful)?\b(?![^{}]*, plural)/i, persian: /تردید/, russian: /сомн/i },
}

/** In no text: words that were used beside the one of the glossary. */
const banned = {
  fa: /شریک|شرکا|ایمیل|\bسازمان‌?(?:های)? میزبان/,
  ru: /партнер|домашн\p{L}+ организаци/iu,
  en: /\bdormant\b/i,
}

const folders = globSync(['web/locales', 'web/modules/*/locales', 'server/core/locales', 'server/modules/*/locales'], {
  cwd: root,
})

function textsOf(folder: string, language: string): Map<string, string> {
  const { items } = PO.parse(readFileSync(path.join(root, folder, `${language}.po`), 'utf8'))
  return new Map(items.filter(item => !item.obsolete).map(item => [item.msgid, item.msgstr[0] ?? '']))
}

/** Arguments in braces are names in the code; the words around them and in their branches are what people read. */
const readable = (text: string) => text.replace(/\{\w+(?:, (?:plural|select|selectordinal|number|date))?/g, '{')

for (const folder of folders)
  test(`${folder} uses the words of the glossary`, () => {
    const english = textsOf(folder, 'en')
    const translations = { persian: textsOf(folder, 'fa'), russian: textsOf(folder, 'ru') }
    const wrong: string[] = []
    for (const [id, message] of english) {
      const text = readable(message || id)
      for (const [word, stems] of Object.entries(words))
        for (const language of ['persian', 'russian'] as const) {
          const said = translations[language].get(id) ?? ''
          if (stems.english.test(text) && said !== '' && !stems[language].test(said))
            wrong.push(`${language}, ${word}: ${id}: ${said}`)
        }
    }
    for (const [language, pattern] of Object.entries(banned))
      for (const [id, said] of textsOf(folder, language))
        if (pattern.test(readable(said))) wrong.push(`${language}: ${id}: ${said}`)
    assert.deepEqual(wrong, [])
  })

test('the glossary has a row for each of these words', () => {
  const rows = readFileSync(path.join(root, 'docs', 'glossary.md'), 'utf8').split('\n')
  for (const [word, stems] of Object.entries(words)) {
    const row = rows.find(each => each.startsWith(`| ${word} `))
    assert.ok(row, word)
    const [, , persian = '', russian = ''] = row.split('|')
    assert.ok(stems.persian.test(persian) && stems.russian.test(russian), `${word}: ${persian} ${russian}`)
  }
})
