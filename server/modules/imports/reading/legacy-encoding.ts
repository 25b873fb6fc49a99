// Guesses which old encoding a text was written in, by how much of it then looks like words of a language.

interface Script {
  /** Letters that words consist of, lower case. */
  letters: string
  /** The most frequent of them: right guesses are full of these. */
  frequent: string
}

const CYRILLIC: Script = {
  letters: 'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћђџѓќѕ',
  frequent: 'оеаинтсрвлкмдпу',
}
const ARABIC: Script = {
  letters: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْپٹچڈڑژکگںھہۀیے\u200c\u200d،؛؟',
  frequent: 'اينولمهردتبكسع',
}
const GREEK: Script = { letters: 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ', frequent: 'αοιετνσρκπλς' }
const HEBREW: Script = { letters: 'אבגדהוזחטיךכלםמןנסעףפץצקרשתְֱֲֳִֵֶַָֹּׁׂ', frequent: 'יהולאתרבמש' }

/** Letters beyond ASCII by language; a word that needs letters of two languages is probably misread. */
const LATIN_LANGUAGES = [
  'äöüß',
  'éèêëàâçîïôûùœæ',
  'áéíóúüñ',
  'ãõáâàéêíóôúç',
  'àèéìíòóù',
  'àèéíïòóúüç',
  'åäöé',
  'æøåéô',
  'ëéïöüè',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýž',
  'áäčďéíĺľňóôŕšťúýž',
  'áéíóöőúüű',
  'čćđšž',
  'ăâîșțşţ',
  'çğıöşüâî',
  'āčēģīķļņšūž',
  'ąčęėįšųūž',
  'äõöüšž',
  'ëç',
  'áðéíóúýþæö',
]
/** From here on the languages are written by so few that a common one is likelier. */
const FIRST_RARE_LANGUAGE = LATIN_LANGUAGES.length - 1
const LATIN_MARKS = new Set([...'–—‘’‚“”„†•…‰‹›€™«»°§©®·¡¿ªº´№\u00a0'])

const SCRIPT_ENCODINGS: [string, Script][] = [
  ['windows-1251', CYRILLIC],
  ['koi8-r', CYRILLIC],
  ['koi8-u', CYRILLIC],
  ['iso-8859-5', CYRILLIC],
  ['ibm866', CYRILLIC],
  ['x-mac-cyrillic', CYRILLIC],
  ['windows-1256', ARABIC],
  ['iso-8859-6', ARABIC],
  ['windows-1253', GREEK],
  ['iso-8859-7', GREEK],
  ['windows-1255', HEBREW],
  ['iso-8859-8', HEBREW],
]

/** Earlier ones win ties: they are written more often. */
const LATIN_ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
]

/** In lists of many languages most words fit several encodings; then the western one is likelier. */
const COMMONEST_BONUS = 0.03

/** A WHATWG label; `windows-1252` when nothing speaks for another. Judges by all bytes given, so give lines with odd bytes only. */
export function bestLegacyEncoding(bytes: Uint8Array): string {
  const multiByte = bestMultiByteEncoding(bytes)
  if (multiByte !== undefined) return multiByte
  const words = oddWords(bytes)
  let best = { encoding: 'windows-1252', score: Number.NEGATIVE_INFINITY }
  const consider = (encoding: string, score: number) => {
    if (score > best.score + 1e-9) best = { encoding, score }
  }
  for (const encoding of LATIN_ENCODINGS) {
    const bonus = encoding === 'windows-1252' ? COMMONEST_BONUS : 0
    consider(encoding, averageScore(words, encoding, latinWordScore) + bonus)
  }
  for (const [encoding, script] of SCRIPT_ENCODINGS) {
    consider(encoding, averageScore(words, encoding, scriptWordScore(script)))
  }
  return best.encoding
}

/** `language` is the first alphabet that explains the whole word, where that is asked. */
type WordScore = (word: string) => { score: number; language?: number }

interface OddWords {
  /** Distinct words with a byte beyond ASCII, a line feed after each. */
  bytes: Uint8Array
  times: number[]
}

const WORDS_JUDGED = 3_000

function oddWords(bytes: Uint8Array): OddWords {
  const times = new Map<string, number>()
  let start = 0
  let isOdd = false
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte > 0x7f) isOdd = true
    else if (!isWordByte(byte)) {
      if (isOdd) {
        const word = Buffer.from(bytes.subarray(start, at)).toString('latin1')
        times.set(word, (times.get(word) ?? 0) + 1)
        if (times.size >= WORDS_JUDGED) break
      }
      start = at + 1
      isOdd = false
    }
  }
  return { bytes: Buffer.from([...times.keys()].join('\n'), 'latin1'), times: [...times.values()] }
}

/** ASCII letters, digits and the apostrophe. */
function isWordByte(byte: number): boolean {
  const small = byte | 32
  return (small >= 0x61 && small <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x27
}

/** Mean over the words that hold a byte beyond ASCII; from -2 (nonsense) to about 1.1. */
function averageScore(words: OddWords, encoding: string, scoreWord: WordScore): number {
  const texts = new TextDecoder(encoding).decode(words.bytes).split('\n')
  let sum = 0
  let weights = 0
  const byLanguage: number[] = LATIN_LANGUAGES.map(() => 0)
  for (const [index, word] of texts.entries()) {
    // A word that is repeated a thousand times proves little more than one that occurs twice.
    const weight = 1 + Math.log2(words.times[index] ?? 1)
    const { score, language } = scoreWord(word)
    sum += weight * score
    weights += weight
    if (language !== undefined) countLanguages(byLanguage, word, weight)
  }
  // A file in one language is explained by that language alone; a wrong guess scatters over many.
  return weights === 0 ? 0 : (sum + 0.2 * Math.max(...byLanguage)) / weights
}

function countLanguages(byLanguage: number[], word: string, weight: number): void {
  const letters = accentedLetters(word)
  for (const [index, alphabet] of LATIN_LANGUAGES.entries()) {
    if (letters.every(letter => alphabet.includes(letter))) byLanguage[index]! += weight
  }
}

function accentedLetters(word: string): string[] {
  const letters = [...word].filter(letter => letter > '\u007f' && !LATIN_MARKS.has(letter))
  // The small form of the dotted capital would be two characters.
  return letters.map(letter => (letter === '\u0130' ? '\u0131' : letter.toLowerCase()))
}

const IMPOSSIBLE = /[\u0080-\u009f\ufffd]/
/** Quotation marks and signs stand at the edges of words, not inside; some never stand before a word. */
const MISPLACED_MARK = /\p{L}[†•…‰€™«»°§©®¡¿ªº´№¶¬¤¦¨¸±÷×¹²³]\p{L}|[®¶¬¤¦¨¸÷×]\p{L}|^©\p{Ll}/u

/** Capitals after small letters are the mark of KOI8 read as windows-1251 and the other way round. */
function hasWrongCase(letters: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(letters) || /^\p{Lu}?\p{Ll}*\p{Lu}\p{Ll}/u.test(letters.slice(1))
}

function scriptWordScore(script: Script): WordScore {
  const letters = new Set(script.letters)
  const frequent = new Set(script.frequent)
  const score = (word: string) => {
    if (IMPOSSIBLE.test(word)) return -2
    if (MISPLACED_MARK.test(word)) return -0.5
    let known = 0
    let often = 0
    let foreign = 0
    for (const letter of word.toLowerCase()) {
      if (letters.has(letter)) {
        known += 1
        if (frequent.has(letter)) often += 1
      } else if (/\p{L}/u.test(letter)) foreign += 1
      else if (letter > '\u007f' && !LATIN_MARKS.has(letter)) foreign += 1
    }
    if (known === 0) return foreign === 0 ? 0 : -1
    if (foreign > 0) return -1
    if (hasWrongCase(word)) return -0.5
    return known === 1 ? 0 : 0.4 + (0.6 * often) / known
  }
  return word => ({ score: score(word) })
}

function latinWordScore(word: string): { score: number; language?: number } {
  if (IMPOSSIBLE.test(word)) return { score: -2 }
  if (MISPLACED_MARK.test(word)) return { score: -0.5 }
  const letters = accentedLetters(word)
  if (letters.length === 0) return { score: 0.7 }
  if (letters.some(letter => !/\p{Script=Latin}/u.test(letter))) return { score: -1 }
  if (hasWrongCase(word)) return { score: -0.5 }
  // Whole words of accented letters are another script misread.
  if (/[^\u0000-\u007f]{4,}/.test(word)) return { score: -1 }
  const language = LATIN_LANGUAGES.findIndex(alphabet => letters.every(letter => alphabet.includes(letter)))
  if (language >= 0) {
    const score = letters.length / word.length > 0.6 && word.length > 2 ? 0.2 : 0.9
    return { score: language >= FIRST_RARE_LANGUAGE ? score - 0.1 : score, language }
  }
  return { score: LATIN_LANGUAGES.some(alphabet => letters.some(letter => alphabet.includes(letter))) ? 0 : -0.5 }
}

const PAIR_ENCODINGS: { encoding: string; isCommon: (lead: number, trail: number) => boolean }[] = [
  // The most used characters fill the first rows of each table.
  {
    encoding: 'shift_jis',
    isCommon: (lead, trail) =>
      (lead === 0x82 && trail >= 0x9f) || lead === 0x81 || lead === 0x83 || (lead >= 0x88 && lead <= 0x97),
  },
  { encoding: 'euc-kr', isCommon: (lead, trail) => lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1 },
  { encoding: 'gb18030', isCommon: (lead, trail) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1 },
  { encoding: 'big5', isCommon: (lead, trail) => lead >= 0xa4 && lead <= 0xc6 && (trail <= 0x7e || trail >= 0xa1) },
]

/** Chinese, Japanese and Korean: nearly all byte pairs must be valid and common, which words of other scripts never are. */
function bestMultiByteEncoding(bytes: Uint8Array): string | undefined {
  for (const { encoding, isCommon } of PAIR_ENCODINGS) {
    let pairs = 0
    let common = 0
    let followed = 0
    for (let at = 0; at < bytes.length; at += 1) {
      if (bytes[at]! < 0x80) continue
      pairs += 1
      if (isCommon(bytes[at]!, bytes[at + 1] ?? 0)) common += 1
      if ((bytes[at + 2] ?? 0) >= 0x80) followed += 1
      at += 1
    }
    // Pairs stand in rows; an accented letter followed by a plain one only looks like a pair.
    if (pairs < 4 || common / pairs < 0.9 || followed / pairs < 0.5) continue
    if (decodesFully(bytes, encoding)) return encoding
  }
  return undefined
}

function decodesFully(bytes: Uint8Array, encoding: string): boolean {
  return !new TextDecoder(encoding).decode(bytes).includes('\ufffd')
}
