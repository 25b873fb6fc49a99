// Lists in Russian, Persian and Arabic as offices keep them, with invented names.
import assert from 'node:assert/strict'
import test from 'node:test'
import { barred, summarise } from './testing/list-summary.ts'

test('Russian register: country and city in one cell, lengths, years and words as the term', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Реестр международных договоров университета
      по состоянию на 01.09.2025
      
      № п/п | Наименование зарубежного партнера | Страна, город | Вид документа | Предмет договора | Дата подписания | Срок действия | Ответственное подразделение
      1 | Университет Северного моря | Германия, Киль | Договор о сотрудничестве | Обмен студентами (до 5 человек в год) | 12.05.2017 г. | 5 лет с автоматической пролонгацией | Институт морских наук
      2 | Национальный университет Улытау | Казахстан, г. Алматы | Меморандум о взаимопонимании | Совместные исследования | 3 марта 2021 г. | бессрочно | Физический факультет
      3 | Технологический институт Янцзы | КНР, Ухань | Соглашение о двойных дипломах | | 2020 | до 31.12.2025 | Управление международных связей
      4 | Ташкентский институт пахты | Узбекистан | Договор | Научный обмен | 15.11.22 | 3 года | 
      5 | «Ecole des Ponts du Sud» (Франция) | Франция | Рамочное соглашение | Cотутель | сентябрь 2019 | 2019–2024 гг. | Юридический факультет
      Итого: 5`),
  )
  assert.equal(header, 4)
  assert.deepEqual(columns, [
    'Наименование зарубежного партнера: partner',
    'Страна, город: partner_city',
    'Вид документа: kind',
    'Предмет договора: scope',
    'Дата подписания: signed_on',
    'Срок действия: term',
    'Ответственное подразделение: home_unit',
  ])
  assert.deepEqual(rows, [
    '5 ready | memorandum in_force | 2017-05-12 .. 2022-05-11 automatic | of Институт морских наук | Университет Северного моря, DE, Киль | student_mobility 5 by home | student_mobility 5 by partner',
    '6 ready | memorandum in_force | 2021-03-03 .. no end | of Физический факультет | Национальный университет Улытау, KZ, Алматы',
    '7 ready | joint_degree expired | 2020 .. 2025-12-31 | of Управление международных связей | Технологический институт Янцзы, CN, Ухань',
    '8 doubtful | other expired | 2022-11-15 .. 2025-11-14 | Ташкентский институт пахты, UZ | ? kind_general',
    '9 ready | memorandum expired | 2019-09 since 2019 .. 2024 | of Юридический факультет | «Ecole des Ponts du Sud» (Франция), FR',
  ])
})

test('Persian register: Solar Hijri and Gregorian dates, lengths in words', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      فهرست تفاهم‌نامه‌های بین‌المللی دانشگاه
      
      ردیف | نام دانشگاه طرف تفاهم‌نامه | کشور | نوع سند | تاریخ امضا | مدت اعتبار | تاریخ انقضا | وضعیت | دانشکده مجری | توضیحات
      ۱ | دانشگاه دریای شمال | آلمان | تفاهم‌نامه همکاری | ۱۳۹۸/۰۲/۲۲ | ۵ سال | ۱۴۰۳/۰۲/۲۱ | منقضی | دانشکده علوم | 
      ۲ | دانشگاه ملی اولیتاو | قزاقستان | یادداشت تفاهم | ۱۴۰۰/۱۲/۱۲ | نامحدود | | فعال | | تمدید خودکار
      ۳ | مؤسسه فناوری رودخانه | چین | قرارداد تبادل دانشجو | مهر ۱۴۰۱ | ۳ سال | | معتبر | فنی |
      ۴ | University of Harborview | کانادا | MOU | 2019/05/12 | ۵ سال | | در حال تمدید | |
      ۵ | دانشگاه کوهستان، هرات | افغانستان | تفاهم نامه | ۱۴۰۲ | پنج سال | | |  |
      جمع کل | ۵`),
  )
  assert.equal(header, 3)
  assert.deepEqual(columns, [
    'نام دانشگاه طرف تفاهم‌نامه: partner',
    'کشور: partner_country',
    'نوع سند: kind',
    'تاریخ امضا: signed_on',
    'مدت اعتبار: duration',
    'تاریخ انقضا: expires_on',
    'وضعیت: status',
    'دانشکده مجری: home_unit',
    'توضیحات: remarks',
  ])
  assert.deepEqual(rows, [
    '4 ready | memorandum expired | 2019-05-12 .. 2024-05-10 | of دانشکده علوم | دانشگاه دریای شمال, DE',
    '5 ready | memorandum in_force | 2022-03-03 .. no end automatic | دانشگاه ملی اولیتاو, KZ',
    '6 doubtful | exchange_agreement in_force | 2022-09 .. 2025-09 | of فنی | مؤسسه فناوری رودخانه, CN | ? status_disagrees',
    '7 ready | memorandum renewal_in_progress | 2019-05-12 .. 2024-05-11 | University of Harborview, CA',
    '8 ready | memorandum in_force | 2023 .. 2028 | دانشگاه کوهستان، هرات, AF',
  ])
})

test('Arabic register: Hijri dates and lengths in words', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      م | الجامعة | الدولة | نوع الاتفاقية | تاريخ التوقيع | مدة الاتفاقية | الحالة
      ١ | جامعة البحر الشمالي | ألمانيا | مذكرة تفاهم | ١٤٤٠/٠٣/١٥ هـ | خمس سنوات | سارية
      ٢ | جامعة النخيل | الأردن | اتفاقية تعاون | 12/05/1442هـ | 3 سنوات | منتهية
      ٣ | معهد التقنية | ماليزيا | مذكرة تفاهم | 2021م | غير محددة | سارية`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'الجامعة: partner',
    'الدولة: partner_country',
    'نوع الاتفاقية: kind',
    'تاريخ التوقيع: signed_on',
    'مدة الاتفاقية: duration',
    'الحالة: status',
  ])
  assert.deepEqual(rows, [
    '2 doubtful | memorandum in_force | 2018-11-23 .. 2023-11-22 | جامعة البحر الشمالي, DE | ? status_disagrees',
    '3 ready | memorandum expired | 2020-12-27 .. 2023-12-26 | جامعة النخيل, JO',
    '4 ready | memorandum in_force | 2021 .. no end | معهد التقنية, MY',
  ])
})

test('Russian list in sections with counts, quarters, two-digit years', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      № | Партнер | Документ | Дата заключения | Дата окончания
      Германия (2)
      1.1 | Университет Северного моря (г. Киль) | Договор о сотрудничестве | 12.05.2017 | бессрочный
      1.2 | Высшая школа Зееблик | Соглашение об обмене студентами | 01.09.21 | 31.08.27
      Республика Казахстан
      2.1 | КазНУ Улытау | Меморандум | 2021 г. | 2026 г.
      2.2 | ТОО «Степные технологии» | Договор о практике | 10 января 2022 | с пролонгацией
      Страны Латинской Америки
      3.1 | Universidad de Puerto Claro (Чили) | Рамочное соглашение | III кв. 2019 | -
      Всего договоров: 5`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'Партнер: partner',
    'Документ: kind',
    'Дата заключения: signed_on',
    'Дата окончания: expires_on',
  ])
  assert.deepEqual(rows, [
    '2 section_heading DE',
    '3 ready | memorandum in_force | 2017-05-12 .. no end | Университет Северного моря (г. Киль), DE',
    '4 ready | exchange_agreement in_force | 2021-09-01 .. 2027-08-31 | Высшая школа Зееблик, DE',
    '5 section_heading KZ',
    '6 ready | memorandum in_force | 2021 .. 2026 | КазНУ Улытау, KZ',
    '7 doubtful | exchange_agreement in_force | 2022-01-10 .. ? | ТОО «Степные технологии», KZ | ? date_not_understood',
    '8 section_heading',
    '9 ready | memorandum in_force | 2019-07 .. ? | Universidad de Puerto Claro (Чили), CL',
    '10 footer',
  ])
})

test('Persian list: country before the partner, beginning and end in one cell, two calendars for one day', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      ردیف | کشور/دانشگاه | تاریخ شروع و پایان | موضوع همکاری | آخرین وضعیت
      1 | آلمان - دانشگاه دریای شمال | از ۱۳۹۸/۰۲/۲۲ تا ۱۴۰۳/۰۲/۲۱ | تبادل دانشجو و استاد | خاتمه یافته
      2 | ژاپن - دانشگاه کنار دریاچه | ۲۲ اردیبهشت ۱۳۹۹ (11 May 2020) | پژوهش مشترک | جاری
      3 | قزاقستان - دانشگاه اولیتاو | ۱۴۰۰ الی ۱۴۰۵ | برگزاری کنفرانس مشترک | فعال`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'کشور/دانشگاه: partner',
    'تاریخ شروع و پایان: term',
    'موضوع همکاری: scope',
    'آخرین وضعیت: status',
  ])
  assert.deepEqual(rows, [
    '2 ready | no kind expired | since 2019-05-12 .. 2024-05-10 | آلمان - دانشگاه دریای شمال, DE',
    '3 doubtful | no kind in_force | since 2020-05-11 .. ? | ژاپن - دانشگاه کنار دریاچه, JP | ? date_edge_unknown',
    '4 ready | no kind in_force | since 2021 .. 2027 | قزاقستان - دانشگاه اولیتاو, KZ',
  ])
})
