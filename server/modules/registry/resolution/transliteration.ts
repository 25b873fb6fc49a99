// Sound keys that let a word in one script find the same word in another, whatever romanisation was used.

const TABLES: Record<string, string> = {}

function letters(from: string, to: string): void {
  const sounds = to.split(' ')
  Array.from(from).forEach((letter, i) => {
    TABLES[letter] = sounds[i] === '-' ? '' : (sounds[i] as string)
  })
}

letters('абвгдежзийклмнопрстуфхцчшщъыьэюя', 'a b v g d e zh z i i k l m n o p r s t u f kh c ch sh sh - i - e iu ia')
letters('іїєґўқғәөұүһңјљњђћџѓќѕѵѳ', 'i i ie g u k g a o u u h n i l n d c dz g k z i f')
letters('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t i f ch ps o')
letters('აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ', 'a b g d e v z t i k l m n o p zh r s t u p k gh k sh ch c dz c ch kh j h')
letters(
  'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև',
  'a b g d e z e i t zh i l kh c k h dz gh ch m i n sh o ch p j r s v t r c v p k o f ev',
)
letters(
  'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیٹڈڑ',
  'a b p t s j ch h kh d z r z zh s sh s z t z a gh f k k g l m n v h i t d r',
)
letters('אבגדהוזחטיכךלמםנןסעפףצץקרשת', 'a v g d h v z kh t i k k l m m n n s a p p c c k r sh t')

const HANGUL_LEAD = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ')
const HANGUL_VOWEL = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const HANGUL_TAIL = ' k k k n n n t l l l l l l l l m p p t t ng t t k t p h'.split(' ')

/** Latin rendering of a folded word, letter by letter; letters without a table stay as they are. */
export function romanise(word: string): string {
  let latin = ''
  for (const letter of word) {
    const code = letter.codePointAt(0) as number
    if (code >= 0xac00 && code <= 0xd7a3) latin += romaniseHangul(code - 0xac00)
    else latin += Object.hasOwn(TABLES, letter) ? TABLES[letter] : letter
  }
  return latin
}

function romaniseHangul(index: number): string {
  const lead = HANGUL_LEAD[Math.floor(index / 588)] as string
  const vowel = HANGUL_VOWEL[Math.floor((index % 588) / 28)] as string
  return lead + vowel + (HANGUL_TAIL[index % 28] as string)
}

/** Key with vowels, equal for the usual romanisations of one Cyrillic, Greek, Georgian, Armenian or Hangul word. */
export function soundKey(word: string): string {
  return romanise(word)
    .replace(/tsch|shch|sch|sh|tch|cz|ch|ts|tc|tz/g, sibilant => (/^s/.test(sibilant) ? 's' : 'c'))
    .replace(/zh|dz/g, 'z')
    .replace(/kh|gh|g|x/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/ck|q/g, 'k')
    .replace(/th/g, 't')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/i(?=[aeou])/g, '')
}

/** A Latin word read as German writes Russian: "Nautschnyj", "gosudarstwennyj". */
function germanAsEnglish(word: string): string {
  return word
    .replace(/tsch/g, 'č')
    .replace(/sch/g, 'š')
    .replace(/ch/g, 'kh')
    .replace(/z/g, 'ts')
    .replace(/č/g, 'ch')
    .replace(/š/g, 'sh')
}

/** Rougher keys than soundKey, for the romanisations of newspapers and passports; none for short words. */
export function roughSoundKeys(word: string): string[] {
  const rough = (key: string): string => key.replace(/z/g, 's').replace(/(.)\1+/g, '$1')
  const own = rough(soundKey(word))
  if (own.length < 5) return []
  if (scriptOf(word) !== 'latin') return [own]
  const german = rough(soundKey(germanAsEnglish(word)))
  return own === german ? [own] : [own, german]
}

/** Key of consonants only, for scripts that do not write short vowels (Arabic, Persian, Hebrew). */
export function consonantKey(word: string): string {
  const sounds = romanise(word)
    .replace(/tsch|shch|sch|sh|tch|ch/g, sibilant => (/^s/.test(sibilant) ? 'S' : 'c'))
    .replace(/zh|dh/g, 'z')
    .replace(/kh|gh|g|x/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/dj/g, 'j')
    .replace(/ck|q/g, 'k')
  const start = /^[aeiouy]/.test(sounds) ? 'a' : ''
  const consonants = sounds.replace(/[aeiouyvw]/g, '').replace(/(.)\1+/g, '$1')
  return start + (consonants.length > 1 ? consonants.replace(/h$/, '') : consonants)
}

/** Script families that matter for choosing a key. */
export type ScriptFamily = 'latin' | 'vowelled' | 'unvowelled' | 'gram' | 'other'

/** Family of the first letter of a folded word. */
export function scriptOf(word: string): ScriptFamily {
  const code = word.codePointAt(0) ?? 0
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) return 'latin'
  if (code < 0x590 || (code >= 0x10a0 && code < 0x1100) || (code >= 0x1f00 && code < 0x2000)) return 'vowelled'
  if (code < 0x780) return 'unvowelled'
  if (isGramLetter(code)) return 'gram'
  return 'other'
}

/** Letters of scripts written without spaces between words (Thai, Lao, Burmese, Khmer, Han, Kana) and of Hangul. */
export function isGramLetter(code: number): boolean {
  if (code < 0xe00) return false
  return (
    code < 0xf00 ||
    (code >= 0x1000 && code < 0x10a0) ||
    (code >= 0x1780 && code < 0x1800) ||
    (code >= 0x3005 && code < 0xa000) ||
    (code >= 0xac00 && code < 0xd7b0) ||
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0x20000 && code < 0x40000)
  )
}
