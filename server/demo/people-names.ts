// Invented names of contacts and signatories, as people of a country might be called.
import type { Chance } from './seeded-random.ts'

type Pool = { given: string; family: string; order?: 'family first' }

const pools: Readonly<Record<string, Pool>> = {
  RU: { given: 'Алевтина Тимофей Ульяна Савелий Зоя', family: 'Верескова Кедринцев Полыньева Ладожский Березняк' },
  KZ: { given: 'Айсулу Ерболат Жанерке Дархан', family: 'Аққайыңова Көкбұлақов Сарыжайлауова Теректиев' },
  UZ: { given: 'Nilufar Jasur Zebo Otabek', family: 'Oqbuloqova Anorzorov Tutzorova Keltabogʻov' },
  TJ: { given: 'Парвина Фирдавс Нигора Сомон', family: 'Чашмасорова Кӯҳдоманов Гулрӯдова Сафедорӣ' },
  AM: { given: 'Անուշ Տիգրան Նարե Դավիթ', family: 'Լեռնասարյան Ծիրանակերտյան Աղբյուրյան Քարահունջյան' },
  TR: { given: 'Defne Kerem Zeynep Onur', family: 'Çınaraltı Zeytinoğlu Gökırmaklı Taşköprülü' },
  IN: { given: 'Ananya Vikram Meera Rohan', family: 'Neelgiri Sahyawar Tungabhadri Konkankar' },
  CN: { given: '晓岚 文博 雨桐 思远', family: '青 柏 泉 麦', order: 'family first' },
  BR: { given: 'Marília Tomás Iara Caetano', family: 'Jequitibá Pitangueira Serrano-Verde Buritizal' },
  ZA: { given: 'Nomvula Pieter Thandeka Sipho', family: 'Aloeveld Kameeldoring Umzamba Witrivier' },
  DE: { given: 'Annegret Falk Ottilie Jörn', family: 'Lindenau-Weiß Haselbrück Muldenstein Ährenfeld' },
  IT: { given: 'Ginevra Ettore Fiorenza Lapo', family: 'Valserena Collefiorito Acquachiara Pontelungo' },
  ES: { given: 'Rocío Álvaro Nieves Gonzalo', family: 'Almendral Peñablanca Olivares-Vega Fuentealta' },
  RS: { given: 'Милица Вукан Даница Лазар', family: 'Липовачки Јаворска Студенац Врбичић' },
  OM: { given: 'سلمى راشد عائشة ماجد', family: 'الوادية النخيلي الفلجية الحجري' },
  MY: { given: 'Nurul Hakim Suraya Faisal', family: 'Kinabatangan Cempaka Meranti Pandanwangi' },
}

/** A name in the writing of the country. */
export function inventedName(chance: Chance, country: string): string {
  const pool = pools[country] ?? pools.DE!
  const [given, family] = [chance.pick(pool.given.split(' ')), chance.pick(pool.family.split(' '))]
  return pool.order === 'family first' ? `${family}${given}` : `${given} ${family}`
}

const positions = {
  ru: ['Начальник отдела международных связей', 'Проректор по международной деятельности', 'Ректор'],
  en: ['Head of International Office', 'Vice-Rector for International Affairs', 'Rector'],
} as const

/** Office (0), vice-rector (1), rector (2) in the language in which one writes to this country. */
export const positionIn = (country: string, rank: 0 | 1 | 2): string =>
  positions[/^(RU|KZ|UZ|TJ)$/.test(country) ? 'ru' : 'en'][rank]

/** Signatories of the home side. */
export const homeSignatories = ['Prof. Siavash Nowruzani', 'Prof. Golnar Sepidrud', 'دکتر ارسلان کوهپایه'] as const
export const homeSignatoryTitle = positions.en[2]
