// Finds how many of what, and how often, a clause promises; years, lengths of stay and point numbers are no quantities.
import type { CommitmentUnit } from './commitment-words.ts'
import { numberOf, numberWordSource } from './number-words.ts'
import { phrasePattern, phraseSource } from './text-folding.ts'

export type CommitmentPeriod =
  | { kind: 'once' | 'per_calendar_year' | 'per_academic_year' | 'per_semester' | 'whole_term' }
  | { kind: 'every_n_years'; years: number }

export interface Quantity {
  quantity: string
  unit?: CommitmentUnit
  start: number
  end: number
}

const countedUnits: [CommitmentUnit, string][] = [
  [
    'person_month',
    'person‌months?; student‌months?; man‌months?; months? (of|per) (stay|person|student)*; человеко‌месяц*; نفر‌ماه; personas? mes(es)?; mois personne*; hommes? mois',
  ],
  ['hour', 'hours?; academic hours?; час*; академическ* час*; ساعت*; horas?; heures?; stunden'],
  ['day', 'person‌days?; человеко‌дн*; نفر‌روز'],
  ['money', 'usd; eur; euros?; dollars?; rub; rubles?; рубл*; долл*; евро; دلار; یورو; ریال; تومان; روبل; dolares; €'],
]
const counted = countedUnits.map(([unit, list]) => ({ unit, pattern: phrasePattern(list, 'u') }))

const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,/%-])(?<number>\\d{1,4}|${numberWordSource})(?:\\s*\\(\\s*(?<again>\\d{1,4}|${numberWordSource})\\s*\\))?(?![\\p{N}%]|[.,/]\\d)(?!\\p{L})`,
  'gu',
)
const TIME_AFTER = new RegExp(
  `^[\\s-]*(?:academic |calendar |consecutive |full |полн\\p{L}* |учебн\\p{L}* )?(?:${phraseSource('years?; yr; months?; weeks?; days?; semesters?; terms?; academic year*; год*; лет; месяц*; недел*; семестр*; дня; дней; سال*; ماه*; هفته; نیمسال*; ترم*; روز; anos?; mes; meses; semanas?; dias?; semestres?; ans?; annees?; mois; semaines?; jours?; jahre?; monate?; semester; of them; side*; part(y|ies); institution*; universit*; сторон*; вуз*; университет*; طرف*; دانشگاه*; partes; partie*; instituciones; universidades; to; of the; а; –')})(?![\\p{L}])`,
  'u',
)
/** Words such as "a", "one" and "both" are numbers only where a text counts. */
const ARTICLES = new Set([
  'a',
  'an',
  'both',
  'single',
  'un',
  'una',
  'une',
  'uno',
  'ein',
  'eine',
  'یک',
  'once',
  'sei',
  'neuf',
  'due',
  'no',
  'نه',
  'ده',
  'оба',
  'сто',
])
const REACH = 45

/**
 * The number that counts what stands between `start` and `end` of a folded clause: before it, or behind it as in "students: 5".
 * `quantity` is as in the text, in digits; a number that counts `other` people is not taken.
 */
export function findQuantity(clause: string, start: number, end: number, other?: RegExp): Quantity | undefined {
  let best: (Quantity & { distance: number }) | undefined
  for (const match of clause.matchAll(NUMBER)) {
    const written = match.groups!.again ?? match.groups!.number!
    const after = clause.slice(match.index + match[0].length)
    const value = numberOf(written)
    if (Number.isNaN(value) || value <= 0 || (value >= 1900 && value <= 2150) || ARTICLES.has(written)) continue
    const unit = counted.find(
      each =>
        each.pattern.test(after.slice(0, 24)) && new RegExp(`^[\\s-]*(?:${each.pattern.source})`, 'u').test(after),
    )?.unit
    if (!unit && TIME_AFTER.test(after)) continue
    const distance = distanceTo(match.index, match.index + match[0].length, start, end, clause, other)
    if (distance === undefined || (best && best.distance <= distance)) continue
    best = {
      quantity: String(value),
      ...(unit ? { unit } : {}),
      start: match.index,
      end: match.index + match[0].length,
      distance,
    }
  }
  if (!best) return undefined
  const { distance: _, ...quantity } = best
  return quantity
}

function distanceTo(
  from: number,
  to: number,
  start: number,
  end: number,
  clause: string,
  other?: RegExp,
): number | undefined {
  if (to <= start) {
    const between = clause.slice(to, start)
    return start - to <= REACH &&
      !/[,;:()]/u.test(between) &&
      !(other && between.search(other) >= 0) &&
      between.trim().split(/\s+/).length <= 4
      ? start - to
      : undefined
  }
  if (from >= end) {
    const between = clause.slice(end, from)
    // Behind the noun only in lists such as "students: 5", "students - up to 5" and "обмен студентами (5 человек)".
    return from - end <= 25 && /^[\s\p{L}]*[:(=-]|^\s*(?:up to|до|حداکثر|hasta|max\p{L}*)?\s*$/u.test(between)
      ? from - end + 20
      : undefined
  }
  return from - start + 1
}

const periods: [CommitmentPeriod, RegExp][] = [
  [
    { kind: 'per_semester' },
    phrasePattern(
      '(each|per|every|a) (semester|term|trimester)s?; (в|за|каждый) (каждый )?семестр; (در )?هر (نیمسال|ترم)( تحصیلی)?; (por|cada|al) semestre; (par|chaque) semestre; pro semester; semesterly',
      'u',
    ),
  ],
  [
    { kind: 'per_academic_year' },
    phrasePattern(
      '(each|per|every|an|in each|in any) (academic|school|study) year*; (в|за|каждый) (каждый )?учебн* год*; (در )?هر سال تحصیلی; (por|cada) (curso|ano) (academico|escolar); (por|cada) curso; par (annee|an) (academique|universitaire|scolaire); (chaque )?annee (universitaire|academique); pro (studienjahr|akademisches jahr)',
      'u',
    ),
  ],
  [
    { kind: 'per_calendar_year' },
    phrasePattern(
      '(each|per|every|a|in each|in a) (calendar )?year; annual*; yearly; per annum; p.a; once a year; (в|за|каждый) (каждый |календарн* )*год; ежегодн*; раз в год; (در |طی )?هر سال; سالانه; سالیانه; (در|طی) سال; (por|al|cada) ano; anual*; (par|chaque) (an|annee); annuel*; jahrlich*; pro jahr; annuale; سنويا',
      'u',
    ),
  ],
]
const EVERY = new RegExp(
  `(?<!\\p{L})(?:every|each|once (?:in |every )|раз в|каждые|кажд\\p{L}*|هر|cada|tous les|toutes les|chaque|alle)\\s+(?<number>\\d{1,2}|${numberWordSource})[\\s-]+(?:years?|года?|лет|سال|anos?|ans?|annees?|jahre)(?!\\p{L})`,
  'u',
)
const BIENNIAL = phrasePattern(
  'biennial*; every other year; every second year; раз в два года; bienal*; biennal*; tous les deux ans; دو‌سالانه',
  'u',
)

/** How often a folded clause promises something, when it says so. */
export function findPeriod(clause: string): CommitmentPeriod | undefined {
  const every = EVERY.exec(clause)?.groups?.number
  const years = every ? numberOf(every) : Number.NaN
  if (years > 1) return { kind: 'every_n_years', years }
  if (BIENNIAL.test(clause)) return { kind: 'every_n_years', years: 2 }
  return periods.find(([, pattern]) => pattern.test(clause))?.[0]
}
