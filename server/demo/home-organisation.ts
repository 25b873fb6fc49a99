// The invented home university of the demo, its faculties and the people who work in its international office.

type ThreeNames = { en: string; fa: string; ru: string }

export const home = {
  names: {
    fa: 'دانشگاه صنعتی نوروزان',
    en: 'Nowruzan University of Technology',
    ru: 'Технологический университет Новрузан',
  },
  aliases: [
    { language: 'en', text: 'Nowruzan Tech' },
    { language: 'fa', text: 'صنعتی نوروزان' },
  ],
  former: { language: 'fa', text: 'دانشکدهٔ فنی نوروزان' },
  acronym: 'NUT',
  country: 'IR',
  city: 'Isfahan',
  region: 'Isfahan',
  latitude: 32.6539,
  longitude: 51.666,
  established: 1974,
  website: 'https://nowruzan.example',
  domain: 'nowruzan.example',
} as const

export const faculties = {
  engineering: {
    fa: 'دانشکدهٔ مهندسی مکانیک و مواد',
    en: 'Faculty of Mechanical and Materials Engineering',
    ru: 'Факультет машиностроения и материаловедения',
  },
  computing: {
    fa: 'دانشکدهٔ رایانه و هوش مصنوعی',
    en: 'Faculty of Computing and Artificial Intelligence',
    ru: 'Факультет вычислительной техники и искусственного интеллекта',
  },
  sciences: { fa: 'دانشکدهٔ علوم پایه', en: 'Faculty of Natural Sciences', ru: 'Факультет естественных наук' },
  earth: {
    fa: 'دانشکدهٔ زمین، آب و محیط زیست',
    en: 'Faculty of Earth, Water and Environment',
    ru: 'Факультет наук о Земле, воде и окружающей среде',
  },
  humanities: {
    fa: 'دانشکدهٔ زبان‌ها و علوم انسانی',
    en: 'Faculty of Languages and Humanities',
    ru: 'Факультет языков и гуманитарных наук',
  },
  architecture: {
    fa: 'دانشکدهٔ معماری و میراث',
    en: 'Faculty of Architecture and Heritage',
    ru: 'Факультет архитектуры и наследия',
  },
} as const satisfies Record<string, ThreeNames>

export type Faculty = keyof typeof faculties

/** Departments below faculties, so that units have two levels. */
export const departments: readonly (ThreeNames & { faculty: Faculty })[] = [
  {
    faculty: 'humanities',
    fa: 'مرکز زبان روسی',
    en: 'Centre for the Russian Language',
    ru: 'Центр русского языка',
  },
  {
    faculty: 'earth',
    fa: 'پژوهشکدهٔ قنات و آب زیرزمینی',
    en: 'Institute for Qanats and Groundwater',
    ru: 'Институт кяризов и подземных вод',
  },
]

/** People who can sign in to the demo; the password of each is made anew at every start. */
export const guests = [
  { role: 'administrator', name: 'Mahin Dashtestani', email: 'administrator@nowruzan.example' },
  { role: 'officer', name: 'Kaveh Golshahr', email: 'officer@nowruzan.example' },
  { role: 'observer', name: 'Rector’s Secretariat', email: 'viewer@nowruzan.example' },
] as const

/** Colleagues who own agreements; `faculty` limits what they may do. */
export const colleagues: readonly { name: string; email: string; faculty: Faculty | null }[] = [
  { name: 'Shirin Abrishamkar', email: 's.abrishamkar@nowruzan.example', faculty: null },
  { name: 'Bahram Zayanderud', email: 'b.zayanderud@nowruzan.example', faculty: null },
  { name: 'Taraneh Kashipaz', email: 't.kashipaz@nowruzan.example', faculty: 'humanities' },
  { name: 'Houman Anarestani', email: 'h.anarestani@nowruzan.example', faculty: 'computing' },
]
