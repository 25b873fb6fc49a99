// Clauses of the start set for the exchange of students: places, selection, fees, duties, recognition, balance.
import { clause, promise, variable } from './write-start-set.ts'

const places = variable('students_per_year', 'number', [
  'students whom each side may send in an academic year',
  'شمار دانشجویان اعزامی هر طرف در سال تحصیلی',
  'число студентов, направляемых каждой Стороной за учебный год',
])

export const exchangeClauses = [
  clause('exchange_subject', {
    title: ['Subject', 'موضوع', 'Предмет'],
    guidance: [
      'Levels and faculties that take part. Faculties that do not know of it will not take anybody.',
      'مقاطع و دانشکده‌های شرکت‌کننده. دانشکده‌ای که از آن بی‌خبر باشد کسی را نخواهد پذیرفت.',
      'Уровни и факультеты-участники. Факультет, не знающий о соглашении, никого не примет.',
    ],
    variables: [
      variable('exchange_fields', 'text', [
        'fields and levels of study',
        'رشته‌ها و مقاطع تحصیلی',
        'направления и уровни обучения',
      ]),
    ],
    ways: [
      {
        body: [
          'The Parties exchange students who study for one or two semesters at the other Party without receiving its degree. The exchange is open to the following fields and levels of study: {{exchange_fields}}.',
          'طرفین دانشجویانی را مبادله می‌کنند که یک یا دو نیم‌سال، بدون دریافت مدرک طرف دیگر، نزد آن تحصیل می‌کنند. رشته‌ها و مقاطع مشمول تبادل عبارت است از: {{exchange_fields}}.',
          'Стороны обмениваются студентами, которые в течение одного или двух семестров обучаются у другой Стороны без получения её диплома. Обмен открыт для следующих направлений и уровней обучения: {{exchange_fields}}.',
        ],
      },
    ],
  }),
  clause('exchange_places', {
    title: ['Number of students', 'شمار دانشجویان', 'Число студентов'],
    guidance: [
      'A promise of places obliges to receive; an upper limit only allows to send.',
      'تعهد ظرفیت، الزام به پذیرش است؛ سقف تنها اجازهٔ اعزام می‌دهد.',
      'Обещание мест обязывает принять; верхний предел лишь позволяет направить.',
    ],
    variables: [places],
    ways: [
      {
        when: ['Each side keeps places ready.', 'هر طرف ظرفیت تضمین‌شده دارد.', 'Каждая Сторона гарантирует места.'],
        body: [
          'In each academic year each Party keeps places for students of the other Party; their number is {{students_per_year}}. Two students who stay for one semester each count as one student who stays for a year. By the end of the term the numbers of students sent and received shall be equal.',
          'هر طرف در هر سال تحصیلی برای دانشجویان طرف دیگر {{students_per_year}} جا در نظر می‌گیرد. دو دانشجو که هر یک برای یک نیم‌سال می‌آیند برابر با یک دانشجو برای یک سال شمرده می‌شوند. تا پایان مدت اعتبار، شمار دانشجویان اعزامی و پذیرفته‌شده باید برابر باشد.',
          'В каждом учебном году каждая Сторона предоставляет студентам другой Стороны места; их количество — {{students_per_year}}. Два студента, обучающиеся по одному семестру, учитываются как один студент, обучающийся в течение года. К концу срока действия число направленных и принятых студентов должно быть равным.',
        ],
        promises: [
          promise('student_mobility', 'place', { quantityVariable: 'students_per_year', period: 'per_academic_year' }),
        ],
      },
      {
        when: [
          'Each side may send up to a number.',
          'هر طرف تا سقف معینی اعزام می‌کند.',
          'Каждая Сторона вправе направить не более определённого числа.',
        ],
        body: [
          'In each academic year each Party may send students to the other Party; their number does not exceed {{students_per_year}}. Two students who stay for one semester each count as one student who stays for a year.',
          'هر طرف می‌تواند در هر سال تحصیلی حداکثر {{students_per_year}} دانشجو نزد طرف دیگر اعزام کند. دو دانشجو که هر یک برای یک نیم‌سال می‌آیند برابر با یک دانشجو برای یک سال شمرده می‌شوند.',
          'В каждом учебном году каждая Сторона вправе направить к другой Стороне студентов в количестве не более {{students_per_year}} чел. Два студента, обучающиеся по одному семестру, учитываются как один студент, обучающийся в течение года.',
        ],
        promises: [
          promise('student_mobility', 'person', {
            ...{ quantityVariable: 'students_per_year', period: 'per_academic_year', comparator: 'at_most' },
          }),
        ],
      },
    ],
  }),
  clause('exchange_selection', {
    title: ['Selection and admission', 'گزینش و پذیرش', 'Отбор и приём'],
    guidance: [
      'Dates here are what students ask for first.',
      'نخستین پرسش دانشجویان همین تاریخ‌هاست.',
      'Именно эти даты прежде всего интересуют студентов.',
    ],
    variables: [
      variable('nomination_dates', 'text', [
        'days by which students are nominated',
        'مهلت‌های معرفی دانشجو',
        'сроки выдвижения кандидатур',
      ]),
      variable('language_level', 'text', [
        'language of study and level needed',
        'زبان تحصیل و سطح لازم',
        'язык обучения и требуемый уровень',
      ]),
    ],
    ways: [
      {
        body: [
          'The sending Party selects students by academic merit and nominates them by the following dates: {{nomination_dates}}. The language of study and the level required are: {{language_level}}.\nThe receiving Party decides on admission within four weeks after the nomination and sends the documents that are needed for a visa. It gives reasons for a refusal.',
          'طرف اعزام‌کننده دانشجویان را بر پایهٔ شایستگی علمی برمی‌گزیند و در مهلت‌های زیر معرفی می‌کند: {{nomination_dates}}. زبان تحصیل و سطح لازم: {{language_level}}.\nطرف پذیرنده ظرف چهار هفته پس از معرفی دربارهٔ پذیرش تصمیم می‌گیرد و مدارک لازم برای روادید را می‌فرستد. رد پذیرش با ذکر دلیل است.',
          'Направляющая Сторона отбирает студентов по академической успеваемости и выдвигает их кандидатуры в следующие сроки: {{nomination_dates}}. Язык обучения и требуемый уровень: {{language_level}}.\nПринимающая Сторона в течение четырёх недель после выдвижения принимает решение о приёме и направляет документы, необходимые для получения визы. Отказ мотивируется.',
        ],
      },
    ],
  }),
  clause('exchange_fees', {
    title: ['Fees and expenses of students', 'شهریه و هزینه‌های دانشجو', 'Плата и расходы студентов'],
    guidance: [
      'Waiver both ways is the rule; it needs numbers in balance.',
      'اصل بر معافیت متقابل است که به توازن شمار نیاز دارد.',
      'Как правило, взаимное освобождение от платы; оно требует баланса чисел.',
    ],
    ways: [
      {
        when: ['No tuition fees at the host.', 'معافیت از شهریهٔ میزبان.', 'Без платы принимающей Стороне.'],
        body: [
          'Students pay tuition fees to the sending Party only; the receiving Party charges none. Travel, visa, accommodation, living expenses and medical insurance are paid by the students or their funders.',
          'دانشجویان تنها به طرف اعزام‌کننده شهریه می‌پردازند و طرف پذیرنده شهریه‌ای دریافت نمی‌کند. هزینه‌های سفر، روادید، اسکان، زندگی و بیمهٔ درمانی بر عهدهٔ دانشجو یا حامی مالی اوست.',
          'Плату за обучение студенты вносят только направляющей Стороне; принимающая Сторона её не взимает. Проезд, виза, проживание, питание и медицинское страхование оплачиваются студентами или финансирующими их организациями.',
        ],
      },
      {
        when: [
          'The host gives a room as well.',
          'میزبان خوابگاه نیز می‌دهد.',
          'Принимающая Сторона предоставляет и жильё.',
        ],
        body: [
          'Students pay tuition fees to the sending Party only; the receiving Party charges none and provides a place in a student residence free of charge. Travel, visa, living expenses and medical insurance are paid by the students or their funders.',
          'دانشجویان تنها به طرف اعزام‌کننده شهریه می‌پردازند؛ طرف پذیرنده شهریه‌ای دریافت نمی‌کند و خوابگاه رایگان در اختیار می‌گذارد. هزینه‌های سفر، روادید، زندگی و بیمهٔ درمانی بر عهدهٔ دانشجو یا حامی مالی اوست.',
          'Плату за обучение студенты вносят только направляющей Стороне; принимающая Сторона её не взимает и бесплатно предоставляет место в студенческом общежитии. Проезд, виза, питание и медицинское страхование оплачиваются студентами или финансирующими их организациями.',
        ],
      },
    ],
  }),
  clause('exchange_duties', {
    title: [
      'Duties of students and of the receiving Party',
      'وظایف دانشجو و طرف پذیرنده',
      'Обязанности студентов и принимающей Стороны',
    ],
    guidance: [
      'Insurance from the first day; a named contact at the host.',
      'بیمه از روز نخست؛ رابط معین نزد میزبان.',
      'Страховка с первого дня; контактное лицо у принимающей Стороны.',
    ],
    ways: [
      {
        body: [
          'Students obey the laws of the host country and the rules of the receiving Party and have medical insurance for the whole stay.\nThe receiving Party names a contact person, helps with registration and accommodation, and gives exchange students the same access to courses, libraries and services as its own students.',
          'دانشجویان قوانین کشور میزبان و مقررات طرف پذیرنده را رعایت می‌کنند و برای همهٔ مدت اقامت بیمهٔ درمانی دارند.\nطرف پذیرنده یک رابط معرفی می‌کند، در ثبت‌نام و اسکان یاری می‌رساند و برای دانشجویان تبادلی همان دسترسی دانشجویان خود به درس‌ها، کتابخانه‌ها و خدمات را فراهم می‌آورد.',
          'Студенты соблюдают законы принимающей страны и правила принимающей Стороны и имеют медицинскую страховку на весь срок пребывания.\nПринимающая Сторона назначает контактное лицо, содействует регистрации и размещению и предоставляет студентам по обмену такой же доступ к курсам, библиотекам и услугам, как и собственным студентам.',
        ],
      },
    ],
  }),
  clause('exchange_recognition', {
    title: ['Recognition of studies', 'به رسمیت شناختن دروس', 'Признание периода обучения'],
    guidance: [
      'Agreed before departure, recognised after return: without this nobody goes a second time.',
      'پیش از سفر توافق و پس از بازگشت پذیرفته شود؛ بدون آن کسی بار دوم نمی‌رود.',
      'Согласовано до отъезда, признано после возвращения: без этого второй раз никто не поедет.',
    ],
    variables: [
      variable('transcript_weeks', 'number', [
        'weeks within which the transcript is sent',
        'مهلت ارسال ریزنمرات به هفته',
        'срок направления выписки об оценках в неделях',
      ]),
    ],
    ways: [
      {
        body: [
          'Before departure the student and both Parties agree on a plan of courses. The receiving Party sends a transcript of records after the end of the semester; the time for this, in weeks, is {{transcript_weeks}}. The sending Party recognises in full the courses that were agreed and passed.',
          'پیش از سفر، دانشجو و هر دو طرف دربارهٔ برنامهٔ درسی به توافق می‌رسند. طرف پذیرنده ظرف {{transcript_weeks}} هفته پس از پایان نیم‌سال ریزنمرات را می‌فرستد. طرف اعزام‌کننده دروس توافق‌شده و گذرانده‌شده را به‌طور کامل می‌پذیرد.',
          'До отъезда студент и обе Стороны согласуют план курсов. После окончания семестра принимающая Сторона направляет выписку об оценках; срок её направления, исчисляемый в неделях, — {{transcript_weeks}}. Направляющая Сторона полностью признаёт согласованные и успешно пройденные курсы.',
        ],
        promises: [promise('recognition', 'decision', { period: 'per_academic_year' })],
      },
    ],
  }),
]
