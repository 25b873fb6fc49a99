// Clauses of the start set by which two sides cooperate in general: purpose, people, research, events, libraries.
import { clause, promise, variable } from './write-start-set.ts'

export const cooperationClauses = [
  clause('purpose', {
    title: ['Purpose', 'موضوع', 'Предмет'],
    guidance: [
      'Name the fields. “All fields of mutual interest” cannot be kept by anybody.',
      'رشته‌ها را نام ببرید. «همهٔ زمینه‌های مورد علاقه» را کسی نمی‌تواند اجرا کند.',
      'Назовите области. «Все области взаимного интереса» никто не сможет исполнить.',
    ],
    variables: [
      variable('fields', 'text', [
        'fields of science and education',
        'زمینه‌های علمی و آموزشی',
        'области науки и образования',
      ]),
    ],
    ways: [
      {
        body: [
          'The Parties cooperate in the following fields: {{fields}}.\nThe forms of cooperation are set out in the articles below. Other forms may be added by annexes.',
          'طرفین در زمینه‌های زیر همکاری می‌کنند: {{fields}}.\nشیوه‌های همکاری در ماده‌های بعد آمده است. شیوه‌های دیگر را می‌توان با پیوست افزود.',
          'Стороны сотрудничают в следующих областях: {{fields}}.\nФормы сотрудничества определены в последующих статьях. Иные формы могут быть добавлены в приложениях.',
        ],
      },
    ],
  }),
  clause('student_exchange_intent', {
    title: ['Exchange of students', 'تبادل دانشجو', 'Обмен студентами'],
    guidance: [
      'For a memorandum. Places and fees belong in an exchange agreement; once that exists, its commitment refines this one.',
      'برای تفاهم‌نامه. ظرفیت و شهریه در موافقت‌نامهٔ تبادل تعیین می‌شود و تعهد آن، این تعهد را دقیق‌تر می‌کند.',
      'Для меморандума. Места и оплата определяются соглашением об обмене; его обязательство уточняет данное.',
    ],
    ways: [
      {
        body: [
          'The Parties promote the exchange of students. Its number, conditions and financial terms are settled in a separate agreement.',
          'طرفین از تبادل دانشجو حمایت می‌کنند. شمار دانشجویان، شرایط و امور مالی آن در توافقی جداگانه تعیین می‌شود.',
          'Стороны содействуют обмену студентами. Их число, условия обмена и финансовые вопросы определяются отдельным соглашением.',
        ],
        promises: [promise('student_mobility', 'person', { condition: 'subject_to_separate_agreement' })],
      },
    ],
  }),
  clause('staff_exchange', {
    title: ['Exchange of teachers and researchers', 'تبادل استاد و پژوهشگر', 'Обмен преподавателями и исследователями'],
    guidance: [
      'A small number that is kept is worth more than a large one that is not.',
      'شمار اندکی که عملی شود از شمار زیادی که عملی نشود ارزشمندتر است.',
      'Малое, но исполненное число ценнее большого неисполненного.',
    ],
    variables: [
      variable('staff_per_year', 'number', [
        'teachers or researchers whom each side sends in a year',
        'شمار استادان یا پژوهشگران اعزامی هر طرف در سال',
        'число направляемых каждой Стороной в год преподавателей или исследователей',
      ]),
    ],
    ways: [
      {
        when: ['With a number.', 'با ذکر شمار.', 'С указанием числа.'],
        body: [
          'In each calendar year each Party sends teachers or researchers to the other Party for lectures, joint work or training; their number is at least {{staff_per_year}}.',
          'هر طرف در هر سال میلادی استادان یا پژوهشگرانی را برای تدریس، کار مشترک یا آموزش نزد طرف دیگر اعزام می‌کند؛ شمار آنان دست‌کم {{staff_per_year}} نفر است.',
          'В каждом календарном году каждая Сторона направляет к другой Стороне преподавателей или исследователей для чтения лекций, совместной работы или повышения квалификации в количестве не менее {{staff_per_year}} чел.',
        ],
        promises: [
          promise('staff_mobility', 'person', { quantityVariable: 'staff_per_year', period: 'per_calendar_year' }),
        ],
      },
      {
        when: ['Without a number, as funds allow.', 'بدون ذکر شمار، در حد اعتبارات.', 'Без числа, в пределах средств.'],
        body: [
          'The Parties exchange teachers and researchers for lectures, joint work and training as far as their funds allow.',
          'طرفین در حد اعتبارات خود استادان و پژوهشگرانی را برای تدریس، کار مشترک و آموزش مبادله می‌کنند.',
          'В пределах имеющихся средств Стороны обмениваются преподавателями и исследователями для чтения лекций, совместной работы и повышения квалификации.',
        ],
        promises: [promise('staff_mobility', 'person', { condition: 'subject_to_funds' })],
      },
    ],
  }),
  clause('joint_research', {
    title: ['Joint research', 'پژوهش مشترک', 'Совместные исследования'],
    guidance: [
      'Say how many projects are meant to begin, and by when.',
      'بگویید چند طرح و تا چه زمانی آغاز می‌شود.',
      'Укажите, сколько проектов и к какому сроку предполагается начать.',
    ],
    variables: [
      variable('projects', 'number', [
        'joint projects over the whole term',
        'شمار طرح‌های مشترک در کل مدت',
        'число совместных проектов за весь срок',
      ]),
    ],
    ways: [
      {
        body: [
          'Over the term of the Document the Parties prepare and carry out joint research projects, the number of which is at least {{projects}}, and apply together for their funding. Each project has a leader on either side and a plan of work.',
          'طرفین در مدت اعتبار سند طرح‌های پژوهشی مشترکی را، دست‌کم به شمار {{projects}}، تدوین و اجرا و برای تأمین مالی آن‌ها به‌طور مشترک اقدام می‌کنند. هر طرح در هر سو یک مجری و یک برنامهٔ کار دارد.',
          'В течение срока действия Документа Стороны готовят и выполняют совместные исследовательские проекты (числом не менее {{projects}}) и совместно обращаются за их финансированием. Каждый проект имеет руководителя с каждой стороны и план работ.',
        ],
        promises: [promise('joint_project', 'project', { quantityVariable: 'projects' })],
      },
    ],
  }),
  clause('joint_events', {
    title: ['Joint scientific events', 'رویدادهای علمی مشترک', 'Совместные научные мероприятия'],
    guidance: [
      'Conferences, seminars, schools. Held in turn, so that the burden is shared.',
      'همایش، نشست، مدرسهٔ علمی. به نوبت برگزار شود تا بار آن تقسیم شود.',
      'Конференции, семинары, школы. Проводятся поочерёдно, чтобы нагрузка делилась.',
    ],
    variables: [
      variable('events_per_year', 'number', [
        'joint events in a year',
        'شمار رویدادهای مشترک در سال',
        'число совместных мероприятий в год',
      ]),
    ],
    ways: [
      {
        body: [
          'In each calendar year the Parties hold joint conferences, seminars or schools, the number of which is at least {{events_per_year}}. They take place by turns at either Party; the host bears the cost of organisation.',
          'طرفین در هر سال میلادی دست‌کم {{events_per_year}} همایش، نشست یا مدرسهٔ علمی مشترک برگزار می‌کنند. این رویدادها به نوبت نزد هر طرف برپا می‌شود و هزینهٔ برگزاری بر عهدهٔ میزبان است.',
          'В каждом календарном году Стороны проводят совместные конференции, семинары или школы (числом не менее {{events_per_year}}). Они проводятся поочерёдно у каждой из Сторон; организационные расходы несёт принимающая Сторона.',
        ],
        promises: [promise('event', 'event', { quantityVariable: 'events_per_year', period: 'per_calendar_year' })],
      },
    ],
  }),
  clause('access_to_resources', {
    title: ['Libraries and laboratories', 'کتابخانه‌ها و آزمایشگاه‌ها', 'Библиотеки и лаборатории'],
    guidance: [
      'Check licences of databases before promising access to them.',
      'پیش از تعهد دسترسی به پایگاه‌های اطلاعاتی، مجوز آن‌ها را بررسی کنید.',
      'Прежде чем обещать доступ к базам данных, проверьте условия их лицензий.',
    ],
    ways: [
      {
        body: [
          'Each Party gives the guests of the other Party access to its libraries, archives and laboratories under the same conditions as its own staff, as far as its rules and licences allow.',
          'هر طرف به مهمانان طرف دیگر امکان استفاده از کتابخانه‌ها، آرشیوها و آزمایشگاه‌های خود را با همان شرایط کارکنان خود، در حد مقررات و مجوزهایش، می‌دهد.',
          'Каждая Сторона предоставляет гостям другой Стороны доступ к своим библиотекам, архивам и лабораториям на тех же условиях, что и собственным работникам, насколько это допускают её правила и лицензии.',
        ],
        promises: [promise('resource_access', 'person', { condition: 'on_request' })],
      },
    ],
  }),
]
