// Titles and scopes of the invented agreements in three languages, as offices word them.
import type { Chance } from './seeded-random.ts'
import type { Topic } from './topics.ts'

export type Language = 'en' | 'fa' | 'ru'
export const languages: readonly Language[] = ['en', 'fa', 'ru']
type Words = Readonly<Record<Language, string>>

/** The forms of agreement that the demo knows; each is of one or two kinds. */
export type Form =
  | 'memorandum'
  | 'exchange'
  | 'annex'
  | 'project'
  | 'degree'
  | 'recognition'
  | 'technology'
  | 'protocol'
  | 'intent'
  | 'amendment'
  | 'network'
  | 'treaty'

/** Several wordings of a form, as several hands have written them; the longest are really that long. */
const titles: Readonly<Record<Form, readonly Words[]>> = {
  memorandum: [
    {
      en: '{topic}: Memorandum of Understanding',
      fa: '{topic}: یادداشت تفاهم',
      ru: '«{topic}»: меморандум о взаимопонимании',
    },
    {
      en: 'Memorandum with {partner}',
      fa: 'یادداشت تفاهم با {partner}',
      ru: 'Меморандум: {partner}',
    },
    {
      en: 'Memorandum of Understanding on Academic, Scientific and Technical Cooperation between Nowruzan University of Technology and {partner}',
      fa: 'یادداشت تفاهم همکاری‌های دانشگاهی، علمی و فنی میان دانشگاه صنعتی نوروزان و {partner}',
      ru: 'Меморандум о взаимопонимании в области академического, научного и технического сотрудничества между сторонами: Технологический университет Новрузан и {partner}',
    },
  ],
  exchange: [
    {
      en: 'Exchange of Students and Staff with {partner}',
      fa: 'تبادل دانشجو و کارکنان با {partner}',
      ru: 'Обмен студентами и сотрудниками: {partner}',
    },
    {
      en: 'Inter-Institutional Agreement on Student Mobility',
      fa: 'موافقت‌نامهٔ میان‌دانشگاهی تحرک دانشجو',
      ru: 'Межвузовское соглашение о студенческой мобильности',
    },
  ],
  annex: [
    {
      en: 'Annex 1 to the Memorandum: Places and Stays',
      fa: 'پیوست ۱ یادداشت تفاهم: سهمیه و اقامت',
      ru: 'Приложение 1 к меморандуму: места и стажировки',
    },
  ],
  project: [
    {
      en: '{topic}: Joint Research Project',
      fa: '{topic}: طرح پژوهشی مشترک',
      ru: '«{topic}»: совместный исследовательский проект',
    },
    {
      en: 'Project Agreement “{topic}”',
      fa: 'موافقت‌نامهٔ طرح «{topic}»',
      ru: 'Соглашение о проекте «{topic}»',
    },
  ],
  degree: [
    {
      en: 'Joint Master’s Programme in {topic}',
      fa: 'دورهٔ کارشناسی ارشد مشترک {topic}',
      ru: 'Совместная магистерская программа «{topic}»',
    },
  ],
  recognition: [
    {
      en: 'Recognition of Study Periods and Degrees with {partner}',
      fa: 'شناسایی دوره‌های تحصیلی و مدارک با {partner}',
      ru: 'Признание периодов обучения и квалификаций: {partner}',
    },
  ],
  technology: [
    {
      en: 'Licence and Technology Transfer: {topic}',
      fa: 'پروانه و انتقال فناوری: {topic}',
      ru: 'Лицензия и передача технологии: {topic}',
    },
  ],
  protocol: [
    {
      en: 'Protocol on the Teaching of Persian and of the Partner’s Language',
      fa: 'پروتکل آموزش زبان فارسی و زبان طرف همکار',
      ru: 'Протокол о преподавании персидского языка и языка партнёра',
    },
  ],
  intent: [
    {
      en: 'Letter of Intent: {topic}',
      fa: 'اعلام قصد همکاری: {topic}',
      ru: 'Письмо о намерениях: {topic}',
    },
  ],
  amendment: [
    {
      en: 'Amendment 1 to the Memorandum: Number of Lecturers',
      fa: 'اصلاحیهٔ ۱ یادداشت تفاهم: شمار مدرسان',
      ru: 'Поправка 1 к меморандуму: число преподавателей',
    },
  ],
  network: [
    {
      en: 'Silk Road Network for {topic}: Consortium Protocol',
      fa: 'شبکهٔ جادهٔ ابریشم در زمینهٔ {topic}: پروتکل کنسرسیوم',
      ru: 'Сеть «Шёлковый путь» по направлению «{topic}»: протокол консорциума',
    },
  ],
  treaty: [
    {
      en: 'Agreement of the Academies on the Mobility of Scholars and the Joint Academy of Science Diplomacy, to which the Universities Accede',
      fa: 'موافقت‌نامهٔ فرهنگستان‌ها دربارهٔ تحرک پژوهشگران و آکادمی مشترک دیپلماسی علم با الحاق دانشگاه‌ها',
      ru: 'Соглашение академий о мобильности учёных и совместной академии научной дипломатии, к которому присоединяются университеты',
    },
  ],
}

const scopes: Readonly<Record<Form, Words>> = {
  memorandum: {
    en: 'Article 1. The Parties cooperate on the basis of equality and mutual benefit in {topic}: exchange of students and academic staff, joint research, joint events and publications. Financial matters are settled case by case in separate agreements.',
    fa: 'مادهٔ ۱. طرفین بر پایهٔ برابری و سود متقابل در زمینهٔ {topic} همکاری می‌کنند: تبادل دانشجو و عضو هیئت علمی، پژوهش مشترک، رویدادها و انتشارات مشترک. امور مالی موردبه‌مورد در موافقت‌نامه‌های جداگانه تعیین می‌شود.',
    ru: 'Статья 1. Стороны сотрудничают на основе равенства и взаимной выгоды по направлению «{topic}»: обмен студентами и преподавателями, совместные исследования, мероприятия и публикации. Финансовые вопросы решаются отдельными соглашениями.',
  },
  exchange: {
    en: 'Exchange of undergraduate and postgraduate students for one or two semesters without tuition fees at the host, and of teaching and administrative staff for short stays. Credits earned at the host are recognised in full.',
    fa: 'تبادل دانشجویان کارشناسی و تحصیلات تکمیلی برای یک یا دو نیم‌سال بدون شهریه در دانشگاه میزبان، و تبادل استادان و کارکنان برای اقامت‌های کوتاه. واحدهای گذرانده‌شده به‌طور کامل پذیرفته می‌شود.',
    ru: 'Обмен студентами бакалавриата и магистратуры на один-два семестра без оплаты обучения, краткосрочные поездки преподавателей и сотрудников. Освоенные зачётные единицы признаются полностью.',
  },
  annex: {
    en: 'This Annex fixes the number of places, the length of stays and who bears which costs under the Memorandum.',
    fa: 'این پیوست شمار سهمیه‌ها، مدت اقامت و تقسیم هزینه‌ها را در چارچوب یادداشت تفاهم تعیین می‌کند.',
    ru: 'Приложение определяет число мест, продолжительность стажировок и распределение расходов в рамках меморандума.',
  },
  project: {
    en: 'A research project of two groups with a common budget, shared laboratories and joint publications on {topic}. The results belong to both Parties in equal shares.',
    fa: 'طرحی پژوهشی از دو گروه با بودجهٔ مشترک، آزمایشگاه‌های اشتراکی و انتشارات مشترک دربارهٔ {topic}. نتایج به سهم برابر از آن دو طرف است.',
    ru: 'Исследовательский проект двух групп с общим бюджетом, общими лабораториями и совместными публикациями по теме «{topic}». Результаты принадлежат Сторонам в равных долях.',
  },
  degree: {
    en: 'A joint master’s programme of 120 ECTS credits in {topic}; each student spends at least one year at each university and receives a degree of both.',
    fa: 'دورهٔ کارشناسی ارشد مشترک {topic} با ۱۲۰ واحد اروپایی؛ هر دانشجو دست‌کم یک سال در هر دانشگاه می‌گذراند و مدرک هر دو را دریافت می‌کند.',
    ru: 'Совместная магистерская программа «{topic}» объёмом 120 зачётных единиц; каждый студент учится не менее года в каждом университете и получает оба диплома.',
  },
  recognition: {
    en: 'Study periods and first degrees are recognised unless a substantial difference is shown. Decisions are given within two months and with reasons.',
    fa: 'دوره‌های تحصیلی و مدارک مقطع نخست پذیرفته می‌شود مگر تفاوتی اساسی نشان داده شود. تصمیم‌ها حداکثر در دو ماه و با ذکر دلیل اعلام می‌شود.',
    ru: 'Периоды обучения и квалификации первого уровня признаются, если не доказано существенное различие. Решения принимаются в течение двух месяцев с указанием причин.',
  },
  technology: {
    en: 'Non-exclusive licence on know-how in {topic}, transfer of documentation, training of personnel and royalties. Subject to the export control rules of both countries.',
    fa: 'پروانهٔ غیرانحصاری دانش فنی {topic}، انتقال مدارک، آموزش کارکنان و حق امتیاز. تابع مقررات مهار صادرات دو کشور.',
    ru: 'Неисключительная лицензия на ноу-хау по теме «{topic}», передача документации, обучение персонала и роялти. С соблюдением правил экспортного контроля обеих стран.',
  },
  protocol: {
    en: 'Lecturers are seconded, language courses are held for students of the other side and summer schools alternate between the two cities.',
    fa: 'مدرس اعزام می‌شود، برای دانشجویان طرف دیگر دورهٔ زبان برگزار می‌شود و مدرسهٔ تابستانی یک‌درمیان در دو شهر برپا می‌گردد.',
    ru: 'Направляются преподаватели, для студентов другой стороны проводятся языковые курсы, летние школы проходят поочерёдно в двух городах.',
  },
  intent: {
    en: 'The Parties intend to conclude a memorandum on {topic} within twelve months.',
    fa: 'طرفین قصد دارند در دوازده ماه آینده یادداشت تفاهمی دربارهٔ {topic} ببندند.',
    ru: 'Стороны намерены в течение двенадцати месяцев заключить меморандум по теме «{topic}».',
  },
  amendment: {
    en: 'The number of seconded lecturers in Article 4 is raised from one to two.',
    fa: 'شمار مدرسان اعزامی در مادهٔ ۴ از یک به دو نفر افزایش می‌یابد.',
    ru: 'Число направляемых преподавателей в статье 4 увеличивается с одного до двух.',
  },
  network: {
    en: 'The members hold a yearly assembly, share teaching materials in {topic} and open their laboratories to each other’s doctoral students.',
    fa: 'اعضا هر سال گردهم می‌آیند، منابع آموزشی {topic} را به اشتراک می‌گذارند و آزمایشگاه‌ها را به روی دانشجویان دکتری یکدیگر می‌گشایند.',
    ru: 'Участники проводят ежегодное собрание, обмениваются учебными материалами по направлению «{topic}» и открывают лаборатории для докторантов друг друга.',
  },
  treaty: {
    en: 'Scholars of the acceding universities may apply for stays of up to three months; the joint academy meets every second year.',
    fa: 'پژوهشگران دانشگاه‌های ملحق‌شده می‌توانند برای اقامت‌های حداکثر سه‌ماهه درخواست دهند؛ آکادمی مشترک هر دو سال یک بار برپا می‌شود.',
    ru: 'Учёные присоединившихся университетов могут подавать заявки на поездки до трёх месяцев; совместная академия собирается раз в два года.',
  },
}

const fill = (words: Words, topic: Topic, partner: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    languages.map(language => [
      language,
      words[language].replaceAll('{topic}', topic[language]).replaceAll('{partner}', partner[language] ?? partner.en!),
    ]),
  )

/** The title in three languages; `partner` are the names of the partner by language. */
export const titleOf = (chance: Chance, form: Form, topic: Topic, partner: Readonly<Record<string, string>>) =>
  fill(chance.pick(titles[form]), topic, partner)

/** What the agreement is about, in three languages. */
export const scopeOf = (form: Form, topic: Topic) => fill(scopes[form], topic, {})
