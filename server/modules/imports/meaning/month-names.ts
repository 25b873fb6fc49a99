// Names of months in the Gregorian, Solar Hijri and Hijri calendars, in the languages and spellings that lists are written in.
import { editDistance, fold, phraseSource } from './text-folding.ts'

export type CalendarName = 'gregorian' | 'solar_hijri' | 'hijri'

const gregorian: string[] = [
  'january janvier januar jaenner janner enero ene janeiro gennaio gen gener янв* jan janv ژانویه ژانویۀ جنوری يناير جانفي كانون_الثاني kanun_al-thani',
  'february fevrier fevr fev februar feber febrero febr feb fevereiro febbraio febrer фев* فوریه فبروری فبراير فيفري شباط',
  'march mars marz mar maerz marzo marco marc mar март* мар مارس مارچ مارت آذار',
  'april avril avr abril abr aprile abr apr апр* آوریل اپریل أبريل ابریل أفريل نيسان',
  'may mai mayo maio maggio mag maig май мая мае مه می مای مايو أيار',
  'june juin juni junio jun junho giugno giu juny июн* ژوئن جون يونيو يونيه جوان حزيران',
  'july juillet juil juli julio jul julho luglio lug juliol июл* ژوئیه ژوییه جولای جولائی يوليو يوليه جويلية تموز',
  'august aug aout agosto ago agost ag авг* اوت آگوست اگوست اگست أغسطس أوت آب',
  'september septembre septiembre setiembre setembro settembre setembre sept sep set сен* سپتامبر سپتمبر سبتمبر أيلول',
  'october octobre oktober octubre outubro ottobre oct okt out ott окт* اکتبر اکتوبر أكتوبر تشرين_الأول',
  'november novembre noviembre novembro nov ноя* نوامبر نومبر نوفمبر تشرين_الثاني',
  'december decembre dezember diciembre dezembro dicembre desembre dec dez dic dek des дек* دسامبر دسمبر ديسمبر كانون_الأول',
]

const solarHijri: string[] = [
  'farvardin* farwardin* فروردین حمل وری hamal фарвардин* хамаль',
  'ordibehesht* urdibihisht ordibehest اردیبهشت ثور غویی غوایی sawr saur ордибехешт* саур',
  'khordad* xordad khurdad خرداد جوزا غبرګولی jawza хордад* джауза',
  'tir تیر سرطان چنګاښ saratan тир тира саратан',
  'mordad* amordad* murdad مرداد امرداد اسد زمری asad мордад* асад',
  'shahrivar* sharivar شهریور سنبله وږی sonbola sunbula шахривар* сонбола',
  'mehr мехр* مهر میزان تله mizan мизан',
  'aban ābān آبان عقرب لړم aqrab абан* акраб',
  'azar آذر قوس لیندۍ qaws азер азар каус',
  'dey دی جدی مرغومی jadi дей джади',
  'bahman* بهمن دلو سلواغه dalw бахман* дальв',
  'esfand* اسفند حوت کب hoot hut эсфанд* хут',
]

const hijri: string[] = [
  'muharram moharram محرم محرم_الحرام мухаррам* muharrem',
  'safar صفر سفر сафар*',
  "rabi_al-awwal rabi'_al-awwal rabi_ul-awwal rabi_i ربیع\u200cالاول ربیع_اول ربيع_الأول раби_аль-авваль раби_уль-авваль",
  "rabi_al-thani rabi'_al-thani rabi_al-akhir rabi_ii ربیع\u200cالثانی ربیع_الاخر ربیع_دوم ربيع_الآخر раби_ас-сани раби_аль-ахир",
  'jumada_al-awwal jumada_al-ula jumada_i جمادی\u200cالاول جمادی\u200cالاولی جمادی_الاولی جمادي_الأولى جمادى_الأولى джумада_аль-уля',
  'jumada_al-thani jumada_al-akhira jumada_ii جمادی\u200cالثانی جمادی\u200cالثانیه جمادی_الاخره جمادى_الآخرة джумада_ас-сания',
  'rajab رجب раджаб*',
  "sha'ban shaaban shaban شعبان шаабан*",
  'ramadan ramazan ramadhan رمضان رمضان_المبارک рамадан* рамазан*',
  'shawwal shawal shavval شوال шавваль шавваля',
  "dhu_al-qa'dah dhul_qadah zu_al-qadah zilqadah ذی\u200cالقعده ذی\u200cقعده ذیقعده ذوالقعده ذو_القعدة зуль-каада зу-ль-каада",
  'dhu_al-hijjah dhul_hijjah zilhajjah zu_al-hijjah ذی\u200cالحجه ذی\u200cحجه ذیحجه ذوالحجه ذو_الحجة зуль-хиджа зу-ль-хиджа',
]

interface MonthName {
  month: number
  calendar: CalendarName
}

const byName = new Map<string, MonthName>()
const prefixes: { prefix: string; name: MonthName }[] = []
const sources: string[] = []

function squeeze(text: string): string {
  return fold(text).replace(/[\s.'_-]/g, '')
}

for (const [calendar, rows] of [
  ['gregorian', gregorian],
  ['solar_hijri', solarHijri],
  ['hijri', hijri],
] as const) {
  for (const [index, row] of rows.entries()) {
    for (const written of row.split(' ')) {
      const phrase = written.replaceAll('_', ' ')
      sources.push(phrase)
      const name = { month: index + 1, calendar }
      if (phrase.endsWith('*')) prefixes.push({ prefix: squeeze(phrase.slice(0, -1)), name })
      else byName.set(squeeze(phrase), name)
    }
  }
}

/** Source of a pattern over folded text that matches any known month name, without word borders. */
export const monthSource = phraseSource(sources)

/** The month of a folded name that `monthSource` matched. */
export function monthOf(name: string): MonthName | undefined {
  const key = squeeze(name)
  return byName.get(key) ?? prefixes.find(each => key.startsWith(each.prefix))?.name
}

const longNames = [...byName.keys(), ...prefixes.map(each => each.prefix)].filter(name => name.length >= 5)

/** The month that a misspelt word most probably means ("Feburary"), when exactly one is close enough. */
export function guessMonth(word: string): (MonthName & { name: string }) | undefined {
  const key = squeeze(word)
  if (key.length < 5) return undefined
  const found = new Map<string, MonthName & { name: string }>()
  for (const name of longNames) {
    const month = monthOf(name)
    if (month && editDistance(key, name, 1) <= 1) found.set(`${month.calendar}${month.month}`, { ...month, name })
  }
  return found.size === 1 ? [...found.values()][0] : undefined
}
