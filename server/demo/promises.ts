// What the invented agreements promise: for each form its clauses, with kind, unit, how much and how often.
import type { EntryInput } from '#modules/ledger/ledger.contract.ts'
import type { BuiltInKind, Carry, Comparator, Condition, PeriodKind } from '#modules/ledger/ledger.terms.ts'
import type { Form, Language } from './agreement-words.ts'

export interface PromiseTemplate {
  kind: BuiltInKind
  unit: EntryInput['unit']
  currency?: string
  /** Between which numbers the promise lies; none is "some". `step` rounds money. */
  least?: number
  most?: number
  step?: number
  period: PeriodKind
  years?: number
  comparator?: Comparator
  carry?: Carry
  condition?: Condition
  /** Both sides promise it, or one of them. */
  by: 'both' | 'home' | 'partner'
  /** True for a promise that a sleeping partnership can have without having broken it in the last two periods. */
  sleeps?: boolean
  clause: Readonly<Record<Language, string>>
}

export const promises: Readonly<Record<Form, readonly PromiseTemplate[]>> = {
  memorandum: [
    {
      ...{ kind: 'student_mobility', unit: 'person', period: 'whole_term', by: 'both', sleeps: true },
      clause: {
        en: 'Article 3.1. The Parties shall promote the exchange of undergraduate and postgraduate students for study, practice and the writing of theses.',
        fa: 'مادهٔ ۳ ـ ۱. طرفین تبادل دانشجویان کارشناسی و تحصیلات تکمیلی را برای تحصیل، کارورزی و نگارش پایان‌نامه تشویق می‌کنند.',
        ru: 'Статья 3.1. Стороны содействуют обмену студентами бакалавриата и магистратуры для обучения, практики и подготовки выпускных работ.',
      },
    },
    {
      ...{ kind: 'staff_mobility', unit: 'person', period: 'per_calendar_year', by: 'both', least: 1, most: 2 },
      condition: 'subject_to_funds',
      clause: {
        en: 'Article 3.2. Each Party shall send at least {n} member(s) of its academic staff a year for lectures and consultations, within the funds available.',
        fa: 'مادهٔ ۳ ـ ۲. هر طرف سالانه دست‌کم {n} عضو هیئت علمی را برای تدریس و مشاوره در حد اعتبارات موجود اعزام می‌کند.',
        ru: 'Статья 3.2. Каждая Сторона ежегодно направляет не менее {n} преподавателя(-ей) для чтения лекций и консультаций в пределах имеющихся средств.',
      },
    },
    {
      ...{ kind: 'event', unit: 'event', period: 'every_n_years', years: 2, by: 'home', least: 1, most: 1 },
      clause: {
        en: 'Article 4. A joint conference shall be held every second year; the first one in Isfahan.',
        fa: 'مادهٔ ۴. همایش مشترک هر دو سال یک بار برگزار می‌شود؛ نخستین بار در اصفهان.',
        ru: 'Статья 4. Совместная конференция проводится каждые два года, первая — в Исфахане.',
      },
    },
    {
      ...{
        kind: 'publication',
        unit: 'publication',
        period: 'whole_term',
        by: 'both',
        least: 2,
        most: 6,
        sleeps: true,
      },
      clause: {
        en: 'Article 5. The Parties shall publish at least {n} joint papers in indexed journals during the term of this Memorandum.',
        fa: 'مادهٔ ۵. طرفین در مدت اعتبار این یادداشت دست‌کم {n} مقالهٔ مشترک در نشریات نمایه‌شده منتشر می‌کنند.',
        ru: 'Статья 5. В течение срока действия Меморандума Стороны публикуют не менее {n} совместных статей в индексируемых журналах.',
      },
    },
    {
      ...{ kind: 'report', unit: 'document', period: 'per_calendar_year', by: 'home', least: 1, most: 1 },
      clause: {
        en: 'Article 7.2. The coordinators shall draw up a joint report on implementation once a year.',
        fa: 'مادهٔ ۷ ـ ۲. هماهنگ‌کنندگان هر سال یک گزارش مشترک اجرا تنظیم می‌کنند.',
        ru: 'Статья 7.2. Координаторы ежегодно составляют совместный отчёт о выполнении.',
      },
    },
    {
      ...{ kind: 'visit', unit: 'event', period: 'whole_term', by: 'partner', sleeps: true },
      condition: 'on_request',
      clause: {
        en: 'Article 6. Delegations shall be received on request; the host bears board and lodging for up to five days.',
        fa: 'مادهٔ ۶. هیئت‌ها در صورت درخواست پذیرفته می‌شوند؛ اسکان و پذیرایی تا پنج روز بر عهدهٔ میزبان است.',
        ru: 'Статья 6. Делегации принимаются по запросу; принимающая Сторона обеспечивает проживание и питание до пяти дней.',
      },
    },
  ],
  exchange: [
    {
      ...{ kind: 'student_mobility', unit: 'person', period: 'per_academic_year', by: 'both', least: 2, most: 5 },
      carry: 'deficit',
      clause: {
        en: 'Section 2. Each institution shall send {n} students per academic year; one student for a full year counts as one. Unused numbers are carried over.',
        fa: 'بند ۲. هر مؤسسه در هر سال تحصیلی {n} دانشجو اعزام می‌کند. شمار استفاده‌نشده به سال بعد منتقل می‌شود.',
        ru: 'Раздел 2. Каждый вуз направляет {n} студентов в учебный год. Неиспользованные места переносятся на следующий год.',
      },
    },
    {
      ...{
        kind: 'student_mobility',
        unit: 'person_month',
        period: 'per_academic_year',
        by: 'partner',
        least: 10,
        most: 24,
      },
      comparator: 'at_most',
      sleeps: true,
      clause: {
        en: 'Section 2.4. Stays for doctoral research shall not exceed {n} person-months per academic year.',
        fa: 'بند ۲ ـ ۴. اقامت‌های پژوهشی دکتری در هر سال تحصیلی از {n} نفر ـ ماه بیشتر نخواهد بود.',
        ru: 'Раздел 2.4. Научные стажировки аспирантов не превышают {n} человеко-месяцев в учебный год.',
      },
    },
    {
      ...{ kind: 'staff_mobility', unit: 'day', period: 'per_calendar_year', by: 'both', least: 10, most: 20 },
      clause: {
        en: 'Section 5. Teaching and training stays of staff: {n} days per calendar year and direction.',
        fa: 'بند ۵. اقامت آموزشی و تدریس کارکنان: {n} روز در هر سال میلادی و در هر جهت.',
        ru: 'Раздел 5. Преподавательские и учебные поездки сотрудников: {n} дней в календарный год в каждую сторону.',
      },
    },
  ],
  annex: [
    {
      ...{ kind: 'student_mobility', unit: 'person', period: 'per_academic_year', by: 'home', least: 2, most: 5 },
      clause: {
        en: '1. Within Article 3.1 of the Memorandum, {n} students a year are sent by the University for one semester.',
        fa: '۱. در چارچوب مادهٔ ۳ ـ ۱ یادداشت تفاهم، دانشگاه سالانه {n} دانشجو را برای یک نیم‌سال اعزام می‌کند.',
        ru: '1. В рамках статьи 3.1 Меморандума Университет ежегодно направляет {n} студентов на один семестр.',
      },
    },
    {
      ...{
        kind: 'other',
        unit: 'place',
        period: 'per_academic_year',
        by: 'partner',
        least: 2,
        most: 4,
        comparator: 'at_most',
      },
      clause: {
        en: '3. The host keeps up to {n} rooms in its guest house for guests of the other side.',
        fa: '۳. میزبان تا {n} اتاق مهمانسرای خود را برای مهمانان طرف دیگر نگاه می‌دارد.',
        ru: '3. Принимающая сторона резервирует до {n} комнат в гостевом доме для гостей другой стороны.',
      },
    },
  ],
  project: [
    {
      ...{ kind: 'joint_project', unit: 'project', period: 'once', by: 'home', least: 1, most: 1 },
      clause: {
        en: '§ 1. The project described in Appendix A is carried out and completed by the end of the term.',
        fa: '§ ۱. طرح شرح‌داده‌شده در پیوست الف تا پایان مدت اجرا و تکمیل می‌شود.',
        ru: '§ 1. Проект, описанный в Приложении А, выполняется и завершается до окончания срока.',
      },
    },
    {
      ...{
        kind: 'funding',
        unit: 'money',
        currency: 'EUR',
        period: 'whole_term',
        by: 'both',
        least: 30_000,
        most: 120_000,
      },
      step: 5_000,
      clause: {
        en: '§ 4. Each side finances its part with EUR {n}.',
        fa: '§ ۴. هر طرف سهم خود را به مبلغ {n} یورو تأمین می‌کند.',
        ru: '§ 4. Каждая сторона финансирует свою часть в размере {n} евро.',
      },
    },
    {
      ...{ kind: 'publication', unit: 'publication', period: 'whole_term', by: 'both', least: 2, most: 4 },
      clause: {
        en: '§ 6. At least {n} joint publications with open access.',
        fa: '§ ۶. دست‌کم {n} انتشار مشترک با دسترسی آزاد.',
        ru: '§ 6. Не менее {n} совместных публикаций в открытом доступе.',
      },
    },
    {
      ...{
        kind: 'resource_access',
        unit: 'hour',
        period: 'per_calendar_year',
        by: 'partner',
        least: 80,
        most: 240,
        step: 20,
      },
      clause: {
        en: '§ 7. The partner grants {n} hours a year of instrument time.',
        fa: '§ ۷. طرف مقابل سالانه {n} ساعت استفاده از دستگاه‌ها را فراهم می‌کند.',
        ru: '§ 7. Партнёр предоставляет {n} часов работы на оборудовании в год.',
      },
    },
  ],
  degree: [
    {
      ...{ kind: 'joint_degree', unit: 'learner', period: 'per_academic_year', by: 'both', least: 6, most: 12 },
      clause: {
        en: 'Article 6. Each University enrols {n} students in the joint programme every academic year.',
        fa: 'مادهٔ ۶. هر دانشگاه در هر سال تحصیلی {n} دانشجو در دورهٔ مشترک می‌پذیرد.',
        ru: 'Статья 6. Каждый университет ежегодно зачисляет {n} студентов на совместную программу.',
      },
    },
    {
      ...{ kind: 'lectureship', unit: 'hour', period: 'per_semester', by: 'partner', least: 30, most: 60, step: 10 },
      clause: {
        en: 'Article 9. The partner teaches {n} hours of block courses per semester.',
        fa: 'مادهٔ ۹. دانشگاه همکار در هر نیم‌سال {n} ساعت درس فشرده ارائه می‌کند.',
        ru: 'Статья 9. Партнёр проводит {n} часов блочных курсов в семестр.',
      },
    },
    {
      ...{ kind: 'governance', unit: 'event', period: 'per_calendar_year', by: 'home', least: 1, most: 1 },
      clause: {
        en: 'Article 12. The Joint Academic Board meets at least once a year.',
        fa: 'مادهٔ ۱۲. شورای مشترک آموزشی دست‌کم سالی یک بار تشکیل جلسه می‌دهد.',
        ru: 'Статья 12. Совместный учебный совет собирается не реже одного раза в год.',
      },
    },
  ],
  recognition: [
    {
      ...{ kind: 'recognition', unit: 'decision', period: 'per_calendar_year', by: 'both', comparator: 'at_least' },
      condition: 'on_request',
      clause: {
        en: 'Article 4. Applications for recognition are decided within two months.',
        fa: 'مادهٔ ۴. درخواست‌های شناسایی حداکثر در دو ماه رسیدگی می‌شود.',
        ru: 'Статья 4. Решения по заявлениям о признании принимаются в течение двух месяцев.',
      },
    },
  ],
  technology: [
    {
      ...{ kind: 'technology_transfer', unit: 'deal', period: 'once', by: 'home', least: 1, most: 1 },
      clause: {
        en: '2.1 The Licensor hands over the complete documentation and trains the Licensee’s personnel.',
        fa: '۲ ـ ۱. اعطاکنندهٔ پروانه مدارک کامل را تحویل می‌دهد و کارکنان گیرنده را آموزش می‌دهد.',
        ru: '2.1 Лицензиар передаёт полную документацию и обучает персонал лицензиата.',
      },
    },
    {
      ...{
        kind: 'funding',
        unit: 'money',
        currency: 'USD',
        period: 'per_calendar_year',
        by: 'partner',
        least: 10_000,
        most: 40_000,
      },
      step: 2_500,
      clause: {
        en: '5.1 Royalties of at least USD {n} per calendar year.',
        fa: '۵ ـ ۱. حق امتیاز دست‌کم {n} دلار آمریکا در هر سال میلادی.',
        ru: '5.1 Роялти не менее {n} долларов США за календарный год.',
      },
    },
  ],
  protocol: [
    {
      ...{ kind: 'lectureship', unit: 'person', period: 'per_academic_year', by: 'both', least: 1, most: 1 },
      clause: {
        en: '4. Each side seconds one lecturer per academic year.',
        fa: '۴. هر طرف در هر سال تحصیلی یک مدرس اعزام می‌کند.',
        ru: '4. Каждая сторона ежегодно направляет одного преподавателя.',
      },
    },
    {
      ...{ kind: 'course', unit: 'course', period: 'per_semester', by: 'home', least: 1, most: 2 },
      clause: {
        en: '5. {n} Persian course(s) for beginners and advanced learners are held every semester.',
        fa: '۵. در هر نیم‌سال {n} دورهٔ زبان فارسی مقدماتی و پیشرفته برگزار می‌شود.',
        ru: '5. Каждый семестр проводится {n} курс(а) персидского языка для начинающих и продолжающих.',
      },
    },
  ],
  network: [
    {
      ...{ kind: 'governance', unit: 'event', period: 'per_calendar_year', by: 'home', least: 1, most: 1 },
      clause: {
        en: 'Rule 3. The coordinating member convenes the assembly every year.',
        fa: 'قاعدهٔ ۳. عضو هماهنگ‌کننده هر سال مجمع را برگزار می‌کند.',
        ru: 'Правило 3. Координирующий участник ежегодно созывает собрание.',
      },
    },
  ],
  treaty: [
    {
      ...{ kind: 'staff_mobility', unit: 'person_month', period: 'whole_term', by: 'partner', sleeps: true },
      condition: 'subject_to_separate_agreement',
      clause: {
        en: 'Article 8. Stays of scholars of up to three months, under separate agreements with the host.',
        fa: 'مادهٔ ۸. اقامت پژوهشگران حداکثر سه ماه، بر پایهٔ موافقت‌نامه‌های جداگانه با میزبان.',
        ru: 'Статья 8. Поездки учёных сроком до трёх месяцев на основе отдельных соглашений с принимающей стороной.',
      },
    },
  ],
  intent: [],
  amendment: [],
}
