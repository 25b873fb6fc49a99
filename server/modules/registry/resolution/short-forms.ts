// Short forms that people write for whole words, in the writing systems that have fixed ones.

const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])'
const AFTER = '(?![\\p{L}\\p{M}\\p{N}])'

function form(short: string, whole: string, end = AFTER): [RegExp, string] {
  return [new RegExp(BEFORE + short + end, 'giu'), `${whole} `]
}

/** Words of which every reader knows what they stand for; longer ones first. */
const WORDS: [RegExp, string][] = [
  // Cyrillic
  form('(?:ун|у)-т\\p{L}{0,2}', 'университет'),
  form('унив\\.-?\\p{L}{0,3}', 'университет'),
  form('[иі]н-т\\p{L}{0,2}', 'институт'),
  form('ц-р\\p{L}?', 'центр'),
  form('ф-т\\p{L}?', 'факультет'),
  form('б-ц\\p{L}', 'больница'),
  form('НИИ', 'научно-исследовательский институт'),
  form('NII', 'научно-исследовательский институт'),
  form('СПб', 'Санкт-Петербургский'),
  form('НДІ', 'науково-дослідний інститут'),
  form('ат\\.', 'атындағы'),
  form('мем\\.', 'мемлекеттік'),
  // Greek
  form('παν/μι\\p{L}{1,3}', 'πανεπιστήμιο'),
  // Arabic, Persian, Urdu
  form('د\\.\\s?ع\\.\\s?پ\\.?', 'دانشگاه علوم پزشکی', ''),
  form('م\\.\\s?ت\\.', 'مرکز تحقیقات', ''),
  form('د\\.', 'دانشگاه', ''),
  form('پژ\\.', 'پژوهشگاه', ''),
  form('بیم\\.', 'بیمارستان', ''),
  form('دانشگاه آزاد(?! اسلامی)', 'دانشگاه آزاد اسلامی'),
  form('ج\\.', 'جامعة', ''),
  form('الج\\.', 'الجامعة', ''),
  form('یونی\\.?', 'یونیورسٹی'),
  // Hebrew
  form("אונ['׳’]", 'אוניברסיטת'),
  form("מכ['׳’]", 'מכללת'),
  // South and South-East Asia
  form('वि\\.\\s?वि\\.', 'विश्वविद्यालय', ''),
  form('विवि', 'विश्वविद्यालय'),
  form('বি\\.', 'বিশ্ববিদ্যালয়', ''),
  form('ม\\.', 'มหาวิทยาลัย', ''),
  form('มรภ\\.', 'มหาวิทยาลัยราชภัฏ', ''),
  form('มทร\\.', 'มหาวิทยาลัยเทคโนโลยีราชมงคล', ''),
  form('รพ\\.', 'โรงพยาบาล', ''),
  // Armenian, Georgian
  form('համ\\.', 'համալսարան', ''),
  form('պետ\\.', 'պետական', ''),
  form('უნივ\\.', 'უნივერსიტეტი', ''),
  form('სახ\\.', 'სახელმწიფო', ''),
  form('ინსტ\\.', 'ინსტიტუტი', ''),
  // Japanese and Korean legal forms in brackets or as one sign
  [/[(（]株[)）]|㈱/gu, '株式会社'],
  [/[(（]有[)）]|㈲/gu, '有限会社'],
  [/[(（]公財[)）]/gu, '公益財団法人'],
  [/[(（]公社[)）]/gu, '公益社団法人'],
  [/[(（]一財[)）]/gu, '一般財団法人'],
  [/[(（]一社[)）]/gu, '一般社団法人'],
  [/[(（]財[)）]|㈶/gu, '財団法人'],
  [/[(（]社[)）]|㈳/gu, '社団法人'],
  [/[(（]独[)）]/gu, '独立行政法人'],
  [/[(（]学[)）]|㈻/gu, '学校法人'],
  [/[(（]医[)）]/gu, '医療法人'],
  [/[(（]특[)）]/gu, ''],
  [/[(（]주[)）]|㈜/gu, '주식회사'],
]

const MAY_HAVE = /[^\u0000-\u024f]|NII/u

/** The text with its short words written out. */
export function writtenOut(text: string): string {
  if (!MAY_HAVE.test(text)) return text
  let plain = text
  for (const [short, whole] of WORDS) plain = plain.replace(short, whole)
  return plain
}

/** Endings of names in scripts without spaces that stand for longer ones, in the folded form of the letters. */
const ENDINGS: [RegExp, string[]][] = [
  [/师大/u, ['师范大学']],
  [/医大/u, ['医科大学', '医学大学']],
  [/理工大(?!学)/u, ['理工大学']],
  [/(?<!理)工大(?!学)/u, ['工业大学', '工程大学']],
  [/农大/u, ['农业大学']],
  [/林大/u, ['林业大学']],
  [/科大(?!学)/u, ['科技大学']],
  [/交大/u, ['交通大学']],
  [/财大/u, ['财经大学']],
  [/中科院/u, ['中国科学院']],
  [/社科院/u, ['社会科学院']],
  [/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2})大(?=$|附|附属|病院|医)/u, ['大学']],
  [/(?<=..)高专$/u, ['高等专门学校', '高等专科学校']],
  [/(?<=..)所$/u, ['研究所']],
  [/(?<=..)研$/u, ['研究所']],
  [/(?<=..)公司$/u, ['有限公司', '股份有限公司', '有限责任公司']],
  [/(?<=\p{Script=Hangul}{2})대(?=$|병원|의료원|[가-힣]{2,3}병원)/u, ['대학교']],
  [/(?<=\p{Script=Hangul}{2})연$/u, ['연구원', '연구소']],
]

/** Other ways a name without spaces may be written in full; none for most. */
export function fullForms(compact: string): string[] {
  if (compact.length < 3 || compact.length > 40 || /^[\u0000-\u0dff]/.test(compact)) return []
  const forms: string[] = []
  for (const [ending, wholes] of ENDINGS) {
    if (!ending.test(compact)) continue
    for (const base of [compact, ...forms.slice(0, 3)])
      for (const whole of wholes) {
        const full = base.replace(ending, whole)
        if (full !== base && full !== compact) forms.push(full)
      }
  }
  return forms.slice(0, 8)
}
