// Finds the languages a cell names, in the languages lists are written in, as BCP 47 codes.
import type { Cell } from '../reading/source-table.ts'
import { cellText, isBlank } from './cell-text.ts'
import { type Doubt, doubt } from './doubt.ts'
import { fold } from './text-folding.ts'

const codes =
  'aa af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky la lb lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te tg th tk tl tr tt ug uk ur uz vi zh zu'.split(
    ' ',
  )
const three: Record<string, string> = {
  eng: 'en',
  rus: 'ru',
  per: 'fa',
  fas: 'fa',
  spa: 'es',
  fre: 'fr',
  fra: 'fr',
  ger: 'de',
  deu: 'de',
  ita: 'it',
  por: 'pt',
  ara: 'ar',
  chi: 'zh',
  zho: 'zh',
  jpn: 'ja',
  kor: 'ko',
  tur: 'tr',
  cat: 'ca',
  pol: 'pl',
  cze: 'cs',
  ces: 'cs',
  dut: 'nl',
  nld: 'nl',
  gre: 'el',
  ell: 'el',
  heb: 'he',
  hin: 'hi',
  ukr: 'uk',
}
const variants: Record<string, string> = {
  en: 'english; inglés; anglais; anglès; англ; по-английски; انگلیسی; انگليسي; englisch; ingles; inglese; angles; e',
  fa: 'persian; farsi; dari; фарси; перс; персидский; فارسی; دری; persa; persan; persisch',
  ru: 'russian; русский; рус; روسی; ruso; russe; russisch; russo; rus',
  fr: 'french; франц; فرانسوی; فرانسه; frances; francais; französisch; francese',
  es: 'spanish; castilian; castellano; español; испан; اسپانیایی; espagnol; spanisch; spagnolo; castella; espanyol',
  de: 'german; нем; آلمانی; aleman; allemand; deutsch; tedesco; alemany',
  ar: 'arabic; عربی; араб; arabe; arabisch; العربية',
  zh: 'chinese; mandarin; кит; китайский; چینی; chino; chinois; chinesisch; 中文; 汉语',
  pt: 'portuguese; portugues; portugais; português; portoghese',
  it: 'italian; italiano; italien; italienisch; ایتالیایی',
  ca: 'catalan; catala; català; valencian',
  tr: 'turkish; ترکی; turco; turc; türkçe',
  ja: 'japanese; ژاپنی; японский',
  ko: 'korean; کره‌ای; корейский',
}

let names: Map<string, string> | undefined

function nameTable(): Map<string, string> {
  if (names) return names
  const table = new Map<string, string>()
  for (const [code, list] of Object.entries(variants)) for (const name of list.split(';')) table.set(fold(name), code)
  for (const locale of ['en', 'fa', 'ru', 'es', 'fr', 'de', 'pt', 'it', 'ca', 'ar']) {
    const display = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
    for (const code of codes) {
      const name = fold(display.of(code) ?? '')
      if (name !== '' && !table.has(name)) table.set(name, code)
    }
  }
  names = table
  return table
}

/** The language of one name or code, in any language; nothing when it is not sure. */
export function languageOf(text: string): string | undefined {
  const name = fold(text)
    .replace(/[.()]/g, '')
    .replace(/^(?:the |زبان |язык |lengua |langue )|(?: language| язык| lang)$/gu, '')
    .trim()
  if (name.length === 2 && codes.includes(name)) return name
  return three[name] ?? nameTable().get(name) ?? nameTable().get(name.replace(/(?:ий|ом|ого|ском|ский)$/u, 'ии'))
}

/** Reads a cell of a language column: known ones as codes, the words of the others as doubts. CEFR levels are left out. */
export function parseLanguagesCell(cell: Cell): { codes: string[]; doubts: Doubt[] } {
  if (isBlank(cell)) return { codes: [], doubts: [] }
  const parts = cellText(cell)
    .split(/[,;/|\n+&،؛()-]|\s(?:and|y|et|и|و|or|o|ou|или|یا)\s/u)
    .map(part => part.replace(/(?<!\p{L})[ABC][12](?!\p{L})/gu, '').trim())
    .filter(part => /\p{L}/u.test(part))
  const found: string[] = []
  const doubts: Doubt[] = []
  for (const part of parts) {
    const code = languageOf(part)
    if (code) found.push(code)
    else doubts.push(doubt('language_unknown', { value: part }))
  }
  return { codes: [...new Set(found)], doubts }
}
