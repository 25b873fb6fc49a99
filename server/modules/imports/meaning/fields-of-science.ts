// Finds ISCED-F 2013 fields of study in free words; what is not sure stays text.
import type { Cell } from '../reading/source-table.ts'
import { cellText, isBlank } from './cell-text.ts'
import { fold, phrasePattern } from './text-folding.ts'

/** `isced` is a code of two to four digits of ISCED-F 2013, absent when the words do not name one surely. */
export interface FieldReading {
  written: string
  isced?: string
}

/** More special fields first: "computer engineering" is not "engineering". Codes as in the ISCED Fields of Education and Training 2013 (UNESCO). */
const fields: [string, string][] = [
  ['0914', 'medical (diagnostic|technology)*; radiolog*'],
  ['0913', 'nursing; midwi*; сестринск*; پرستاری; مامایی; enfermeria; soins infirmiers; krankenpflege'],
  ['0911', 'dent*; stomatolog*; стоматолог*; دندان‌پزشکی; odontolog*; zahnmedizin'],
  ['0916', 'pharma*; фармац*; داروسازی; farmacia; pharmacie'],
  ['0912', 'medicine; medical( science*)?; медицин*; پزشکی; medicina; medecine; medizin; الطب'],
  [
    '091',
    'health( science*)?; public health; здравоохран*; علوم پزشکی; بهداشت; ciencias de la salud; salud; sante; gesundheit*',
  ],
  ['0841', 'veterinar*; ветеринар*; دامپزشکی'],
  ['0831', 'fisher*; рыбн*; شیلات; pesca'],
  ['0821', 'forest*; лесн*; جنگل‌داری; silvicultura'],
  [
    '081',
    'agricultur*; agronom*; сельск*( хозяйств*)?; агроном*; аграрн*; کشاورزی; agricultura; agraria*; landwirtschaft; الزراعة',
  ],
  ['0731', 'architect*; urban planning; town planning; архитект*; معماری; شهرسازی; arquitect*; urbanismo'],
  [
    '0732',
    'civil engineering; construction; строительств*; مهندسی عمران; عمران; ingenieria civil; genie civil; bauingenieur*',
  ],
  [
    '0724',
    'mining; petroleum( engineering)?; oil and gas; горн* дел*; нефтегаз*; нефт*; مهندسی (نفت|معدن); معدن; نفت; minas; petroleo',
  ],
  ['0721', 'food (science|technology|engineering|processing)*; пищев*; صنایع غذایی; علوم غذایی; alimentos'],
  [
    '0716',
    'automotive; aerospace( engineering)?; aviation; shipbuilding; авиац*; космическ*; هوافضا; هوا فضا; aeronautic*; aeroespacial; aeronautique',
  ],
  [
    '0715',
    'mechanical( engineering)?; mechanics; metallurg*; машиностроен*; механик*; مهندسی مکانیک; مکانیک; متالورژی; ingenieria mecanica; genie mecanique; maschinenbau',
  ],
  [
    '0714',
    'electronic*( and automation)?; automation; telecommunication*; электроник*; автоматик*; электротехник*; радиотехник*; مهندسی (برق|الکترونیک|مخابرات)*; برق; electronica; telecomunicaciones; electronique; elektrotechnik',
  ],
  [
    '0713',
    'energy; electrical engineering; power engineering; nuclear engineering; энергетик*; انرژی; مهندسی هسته‌ای; energia; energie',
  ],
  ['0711', 'chemical engineering; химическ* технолог*; مهندسی شیمی; ingenieria quimica; genie chimique'],
  [
    '071',
    'engineering; engineering and technology; инженер*; технич* науки; مهندسی; فنی و مهندسی; فنی; ingenieria*; genie; ingenierie; ingenieurwesen; الهندسة',
  ],
  [
    '0613',
    'software*( engineering)?; artificial intelligence; искусственн* интеллект*; программир*; هوش مصنوعی; نرم‌افزار; inteligencia artificial; intelligence artificielle',
  ],
  [
    '061',
    'computer( science| engineering)?*; computing; informatic*; information (technolog*|systems)*; ict; it; cs; информатик*; информационн* технологи*; компьютерн*; کامپیوتر; مهندسی کامپیوتر; رایانه; علوم کامپیوتر; فناوری اطلاعات; informatica; informatique; informatik; sistemas',
  ],
  ['0542', 'statistic*; статистик*; آمار; estadistica; statistique'],
  ['0541', 'math*; mathematics; математик*; ریاضی*; matematica*; mathematiques; mathematik; الرياضيات'],
  ['0533', 'physic*; физик*; فیزیک; fisica; physique; physik; الفيزياء'],
  [
    '0532',
    'earth science*; geolog*; geophysic*; geograph*; геолог*; географ*; زمین‌شناسی; علوم زمین; geologia; geologie; geografia',
  ],
  ['0531', 'chemistry; chemical science*; химия; химии; شیمی; quimica; chimie; chemie; الكيمياء'],
  ['0521', 'environment* science*; ecolog*; эколог*; محیط زیست; ciencias ambientales; environnement; umwelt*'],
  ['0512', 'biochem*; biotech*; биохим*; биотехнолог*; بیوشیمی; زیست فناوری; بیوتکنولوژی; bioquimica; biotecnologia'],
  ['0511', 'biolog*; life science*; биолог*; زیست‌شناسی; biologia; biologie; علوم زیستی'],
  [
    '05',
    'natural science*; science; sciences; basic science*; естественн* науки; علوم پایه; علوم; ciencias( naturales)?; naturwissenschaften',
  ],
  [
    '042',
    'law; legal studies; право; юриспруденц*; юридическ*; حقوق; derecho; droit; jura; rechtswissenschaft*; القانون',
  ],
  [
    '041',
    'business*; management; administration; accounting; finance; marketing; mba; менеджмент*; управлени*; бизнес*; бухгалтер*; مدیریت; بازرگانی; حسابداری; administracion( de empresas)?; gestion; economie et gestion; bwl; betriebswirtschaft',
  ],
  ['0321', 'journalism; media; журналистик*; روزنامه‌نگاری; رسانه; periodismo; journalisme'],
  ['0313', 'psycholog*; психолог*; روان‌شناسی; psicologia; psychologie'],
  [
    '0312',
    'politic*( science*)?; international relations; diplomacy; политолог*; международн* отношени*; علوم سیاسی; روابط بین‌الملل; ciencias politicas; relaciones internacionales; sciences politiques',
  ],
  ['0314', 'sociolog*; cultural studies; социолог*; جامعه‌شناسی; sociologia; sociologie'],
  ['0311', 'economic*; экономик*; اقتصاد; economia; economie; volkswirtschaft*; الاقتصاد'],
  ['031', 'social science*; социальн* науки; общественн* науки; علوم اجتماعی; ciencias sociales; sciences sociales'],
  [
    '0231',
    'language acquisition; language teaching; foreign language*; آموزش زبان; زبان‌های خارجی; иностранн* язык*; lenguas extranjeras',
  ],
  [
    '0232',
    'literature; linguistics; philolog*; филолог*; лингвистик*; литератур*; ادبیات; زبان‌شناسی; زبان و ادبیات; filologia; litterature; lettres; linguistica',
  ],
  ['023', 'languages; языки; زبان; lenguas; langues; sprachen'],
  ['0222', 'history; archaeolog*; archeolog*; истори*; археолог*; تاریخ; باستان‌شناسی; historia; histoire; geschichte'],
  ['0223', 'philosoph*; ethics; философ*; فلسفه; filosofia; philosophie'],
  ['0221', 'theolog*; relig*; islamic studies; теолог*; богослов*; الهیات; علوم اسلامی; معارف اسلامی; teologia'],
  ['0215', 'music; performing arts; theatre; музык*; موسیقی; musica; musique; musik'],
  [
    '021',
    'arts?; fine arts; design; искусств*; дизайн*; هنر; هنرهای زیبا; طراحی; artes; bellas artes; diseno; beaux arts; kunst',
  ],
  [
    '02',
    'humanities; arts and humanities; гуманитарн*( науки)?; علوم انسانی; humanidades; sciences humaines; geisteswissenschaften',
  ],
  [
    '0111',
    'education( science*)?; pedagog*; педагогик*; علوم تربیتی; آموزش و پرورش; educacion; pedagogia; sciences de l education',
  ],
  ['0114', 'teacher training; подготовк* учител*; تربیت معلم'],
  ['1015', 'tourism; hospitality; туризм*; گردشگری; جهانگردی; turismo; tourisme'],
  ['1014', 'sport*; physical education; спорт*; физическ* культур*; تربیت بدنی; علوم ورزشی; deporte*'],
  ['104', 'transport*; logistics; транспорт*; логистик*; حمل و نقل; transporte'],
]

const patterns = fields.map(([code, list]) => ({
  code,
  pattern: new RegExp(`^(?:${phrasePattern(list).source})$`, 'u'),
}))
const WRITTEN_CODE = /^(?:isced[-\s]?f?[:\s]*)?(0[0-9]{1,3}|10[0-4]\d?)(?![\d.])/i
const LEAD =
  /^(?:faculty of |school of |department of |studies in |факультет |дисциплина |رشته |علوم و |ciencias de la |ciencias de |sciences de la )/u

/** The ISCED-F code of one field written as a code or in words, when the words name exactly that. */
export function fieldOf(text: string): string | undefined {
  const code = WRITTEN_CODE.exec(text.trim())?.[1]
  if (code) return code
  const name = fold(text)
    .replace(/[.()"]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return patterns.find(each => each.pattern.test(name) || each.pattern.test(name.replace(LEAD, '')))?.code
}

/** Every field a cell names, in order; words stay as written. */
export function parseFieldsCell(cell: Cell): FieldReading[] {
  if (isBlank(cell)) return []
  const text = cellText(cell).trim()
  const whole = fieldOf(text)
  if (whole) return [{ written: text, isced: whole }]
  return text
    .split(/[,;|\n،؛]|\s\/\s/u)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(written => {
      const isced = fieldOf(written)
      return isced ? { written, isced } : { written }
    })
}
