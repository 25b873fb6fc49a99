// Tests of the server's catalogues: every text can be shown in English, Persian and Russian, with the grammar it needs.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import PO from 'pofile'
import { catalogueFolders, type Language, languages, translator } from './i18n.ts'

type Token = Exclude<CompiledMessage, string>[number]
type Argument = { name: string; kind: string; format: string; branches: Map<string, Token[]> }

/** Names, codes and formats that are written alike in every language. */
const writtenAlike = new Set(
  'CSV Crossref DOI Erasmus Funder GRID ID iD ISNI JSON OID ORCID PDF PIC QR ROR SCHAC TSV UTF URL Wikidata Wikipedia XLSX'.split(
    ' ',
  ),
)
const ownLetters = { fa: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u }
const foreignMarks = { fa: /["“”„?;,]|[\u0643\u0649\u064a]/, ru: /["“”„]/ }

function readTexts(folder: string, language: Language): Map<string, string> {
  const items = PO.parse(readFileSync(path.join(folder, `${language}.po`), 'utf8')).items.filter(item => !item.obsolete)
  return new Map(items.map(item => [item.msgid, item.msgstr[0] ?? '']))
}

const compile = (text: string): Token[] => {
  const tokens = compileMessageOrThrow(text)
  return typeof tokens === 'string' ? [tokens] : tokens
}

/** All arguments of a message, those inside of branches too. */
function argumentsOf(tokens: readonly Token[]): Argument[] {
  return tokens.flatMap(token => {
    if (typeof token === 'string') return []
    const [name, kind = '', format] = token as [string, string?, unknown?]
    const chosen = typeof format === 'object' && format !== null && kind !== 'date' && kind !== 'time'
    const branches = new Map<string, Token[]>(
      chosen
        ? Object.entries(format as Record<string, Token[]>).filter(([key, value]) => key !== 'offset' && value)
        : [],
    )
    const argument = { name, kind, format: chosen ? '' : JSON.stringify(format ?? ''), branches }
    return [argument, ...[...branches.values()].flatMap(argumentsOf)]
  })
}

/** The words of a message without its arguments. */
function wordsOf(tokens: readonly Token[]): string {
  const branches = argumentsOf(tokens).flatMap(argument => [...argument.branches.values()])
  return [tokens, ...branches]
    .flatMap(part => part.filter(token => typeof token === 'string' && token !== '#'))
    .join(' ')
}

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort()
const isFormatted = ({ kind }: Argument) => kind === 'number' || kind === 'date' || kind === 'time'

/** What a translation must have in common with the English text. */
const shapeOf = (tokens: Token[]) => {
  const all = argumentsOf(tokens)
  return {
    names: sorted(all.map(argument => argument.name)),
    formats: sorted(all.filter(isFormatted).map(({ name, kind, format }) => `${name}, ${kind}, ${format}`)),
    choices: sorted(
      all
        .filter(argument => argument.kind === 'select')
        .flatMap(argument => [...argument.branches.keys()].map(key => `${argument.name}: ${key}`)),
    ),
  }
}

/** What is wrong with the plurals of a text, in words. */
function pluralMistakes(tokens: Token[], language: Language): string[] {
  return argumentsOf(tokens).flatMap(({ name, kind, branches }) => {
    if (kind !== 'plural' && kind !== 'selectordinal') return []
    const type = kind === 'plural' ? 'cardinal' : 'ordinal'
    const needed = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories
    const missing = needed.filter(category => !branches.has(category)).map(category => `{${name}} lacks ${category}`)
    const unneeded = [...branches.keys()]
      .filter(key => !/^\d+$/.test(key) && !(needed as string[]).includes(key))
      .map(key => `{${name}} has ${key}`)
    // In Persian "one" is 0 and 1, in Russian also 21 and 31: without its number it would say something else.
    const counted = [...branches].filter(([key, branch]) => !/^\d+$/.test(key) && branch.includes('#'))
    const mute = language !== 'en' && counted.length > 0 && counted.length < needed.length
    return [...missing, ...unneeded, ...(mute ? [`{${name}} names its number in some branches only`] : [])]
  })
}

/** Something to show for every argument, so that formats are tried and not only parsed. */
const sampleOf = (tokens: Token[], count: number) =>
  Object.fromEntries(
    argumentsOf(tokens).map(({ name, kind }) => [
      name,
      kind === 'plural' || kind === 'number' ? count : kind === 'date' || kind === 'time' ? new Date(0) : 'x',
    ]),
  )

for (const folder of catalogueFolders()) {
  const area = path.basename(path.dirname(folder))
  const english = readTexts(folder, 'en')
  const each = (language: Language, look: (text: string, id: string) => string[]): string[] =>
    // Texts that are not translated at all are found by `npm run check -- catalogues`.
    [...readTexts(folder, language)].flatMap(([id, text]) => (text ? look(text, id).map(said => `${id}: ${said}`) : []))

  for (const language of languages) {
    test(`${area} in ${language}: the same texts as in English, with the same arguments, formats and choices`, () => {
      assert.deepEqual([...readTexts(folder, language).keys()].sort(), [...english.keys()].sort())
      each(language, (text, id) => {
        assert.deepEqual(shapeOf(compile(text)), shapeOf(compile(english.get(id) ?? '')), id)
        return []
      })
    })
    test(`${area} in ${language}: plurals have the forms of the language`, () => {
      assert.deepEqual(
        each(language, text => pluralMistakes(compile(text), language)),
        [],
      )
    })
    test(`${area} in ${language}: every text can be shown for every count`, () => {
      const t = translator(language)
      const mistakes = each(language, (text, id) => {
        const tokens = compile(text)
        try {
          const shown = [0, 1, 2, 5, 21, 1.5].map(count => t({ id, message: text }, sampleOf(tokens, count)))
          return shown.filter(words => /[{}#]|undefined|NaN/.test(words))
        } catch (error) {
          return [String(error)]
        }
      })
      assert.deepEqual(mistakes, [])
    })
  }
  for (const language of ['fa', 'ru'] as const) {
    test(`${area} in ${language}: written in its own letters and marks`, () => {
      const mistakes = each(language, (text, id) => {
        const words = wordsOf(compile(text))
        const latin = words.match(/\p{Script=Latin}+/gu) ?? []
        const untranslated =
          !ownLetters[language].test(words) &&
          /\p{Letter}/u.test(wordsOf(compile(english.get(id) ?? ''))) &&
          latin.some(word => !writtenAlike.has(word))
        const marks = words.match(foreignMarks[language])
        return [...(untranslated ? [`not translated: ${text}`] : []), ...(marks ? [`${marks[0]} in: ${text}`] : [])]
      })
      assert.deepEqual(mistakes, [])
    })
  }
}
