// Clauses of the start set for a joint project: subject, plan, steering, money, people, publications.
import { parties } from './general-clauses.ts'
import { clause, promise, variable } from './write-start-set.ts'

export const projectClauses = [
  clause('project_subject', {
    title: ['Subject of the project', 'موضوع طرح', 'Предмет проекта'],
    guidance: [
      'The plan of work in the annex is part of the agreement; without it nobody can say what was promised.',
      'برنامهٔ کار پیوست، بخشی از توافق است؛ بدون آن نمی‌توان گفت چه تعهدی داده شده است.',
      'План работ в приложении — часть соглашения; без него нельзя сказать, что обещано.',
    ],
    variables: [
      variable('project_title', 'text', ['title of the project', 'عنوان طرح', 'название проекта']),
      variable('project_end', 'date', [
        'day by which the project is complete',
        'تاریخ پایان طرح',
        'дата завершения проекта',
      ]),
    ],
    ways: [
      {
        body: [
          'The Parties carry out the joint project “{{project_title}}” and complete it by {{project_end}}. The aims, stages, results expected and the share of each Party are set out in the plan of work, which is annexed.',
          'طرفین طرح مشترک «{{project_title}}» را اجرا می‌کنند و تا تاریخ {{project_end}} به پایان می‌رسانند. اهداف، مراحل، نتایج مورد انتظار و سهم هر طرف در برنامهٔ کار پیوست آمده است.',
          'Стороны выполняют совместный проект «{{project_title}}» и завершают его не позднее следующей даты: {{project_end}}. Цели, этапы, ожидаемые результаты и доля каждой Стороны определены в прилагаемом плане работ.',
        ],
        promises: [promise('joint_project', 'project', { quantity: '1', period: 'once', comparator: 'exactly' })],
      },
    ],
  }),
  clause('project_steering', {
    title: ['Steering of the project', 'راهبری طرح', 'Управление проектом'],
    guidance: [
      'Two leaders and a small committee; decisions are written down.',
      'دو مجری و یک کمیتهٔ کوچک؛ تصمیم‌ها مکتوب می‌شود.',
      'Два руководителя и небольшой комитет; решения фиксируются письменно.',
    ],
    variables: [
      variable('leader.home', 'text', [
        'leader of the project on our side',
        'مجری طرح در طرف ما',
        'руководитель проекта с нашей стороны',
      ]),
      variable('leader.partner', 'text', [
        'leader of the project at the partner',
        'مجری طرح در طرف همکار',
        'руководитель проекта со стороны партнёра',
      ]),
    ],
    ways: [
      {
        body: [
          'The project is led by {{leader.home}} and {{leader.partner}}. Together with two further members from each Party they form the steering committee, which meets at least twice in each calendar year, follows the plan of work and decides by consensus.',
          'مجریان طرح {{leader.home}} و {{leader.partner}} هستند. آنان همراه با دو عضو دیگر از هر طرف، کمیتهٔ راهبری را تشکیل می‌دهند که در هر سال میلادی دست‌کم دو بار تشکیل جلسه می‌دهد، بر اجرای برنامهٔ کار نظارت می‌کند و با اجماع تصمیم می‌گیرد.',
          'Руководители проекта: {{leader.home}} и {{leader.partner}}. Вместе с двумя другими представителями от каждой Стороны они образуют координационный комитет, который собирается не реже двух раз в календарный год, следит за выполнением плана работ и принимает решения консенсусом.',
        ],
        promises: [promise('governance', 'event', { quantity: '2', period: 'per_calendar_year' })],
      },
    ],
  }),
  clause('project_contributions', {
    title: ['Contributions of the Parties', 'آوردهٔ طرفین', 'Вклад Сторон'],
    guidance: [
      'State amounts, or say openly that each side pays its own part of the work.',
      'مبلغ را بنویسید یا روشن بگویید هر طرف هزینهٔ بخش خود را می‌پردازد.',
      'Укажите суммы либо прямо запишите, что каждая Сторона оплачивает свою часть работ.',
    ],
    variables: [
      ...parties,
      variable('contribution.home', 'money', ['contribution of our side', 'آوردهٔ مالی طرف ما', 'вклад нашей Стороны']),
      variable('contribution.partner', 'money', [
        'contribution of the partner',
        'آوردهٔ مالی طرف همکار',
        'вклад партнёра',
      ]),
    ],
    ways: [
      {
        when: ['With amounts.', 'با ذکر مبلغ.', 'С указанием сумм.'],
        body: [
          'For the whole project the contributions are:\n- {{party.home}}: {{contribution.home}};\n- {{party.partner}}: {{contribution.partner}}.\nThe amounts are spent by each Party in its own country according to the budget annexed to the plan of work. Each Party keeps accounts and shows them to the other on request.',
          'آوردهٔ طرفین برای کل طرح به شرح زیر است:\n- {{party.home}}: {{contribution.home}}؛\n- {{party.partner}}: {{contribution.partner}}.\nهر طرف این مبالغ را در کشور خود و مطابق بودجهٔ پیوست برنامهٔ کار هزینه می‌کند، حساب آن را نگه می‌دارد و به درخواست طرف دیگر ارائه می‌دهد.',
          'Вклад Сторон на весь проект составляет:\n- {{party.home}}: {{contribution.home}};\n- {{party.partner}}: {{contribution.partner}}.\nКаждая Сторона расходует эти средства в своей стране в соответствии с бюджетом, приложенным к плану работ, ведёт учёт и предъявляет его другой Стороне по запросу.',
        ],
        promises: [
          promise('funding', 'money', { quantityVariable: 'contribution.home', direction: 'home_to_partner' }),
          promise('funding', 'money', { quantityVariable: 'contribution.partner', direction: 'partner_to_home' }),
        ],
      },
      {
        when: [
          'Each side pays its own part.',
          'هر طرف هزینهٔ بخش خود را می‌پردازد.',
          'Каждая Сторона оплачивает свою часть.',
        ],
        body: [
          'Each Party provides the staff, premises, equipment and funds that its part of the plan of work requires. No payments are made between the Parties.',
          'هر طرف نیروی انسانی، فضا، تجهیزات و اعتبار لازم برای بخش خود از برنامهٔ کار را فراهم می‌کند. پرداختی میان طرفین صورت نمی‌گیرد.',
          'Каждая Сторона обеспечивает свою часть плана работ персоналом, помещениями, оборудованием и средствами. Взаимные платежи между Сторонами не производятся.',
        ],
      },
    ],
  }),
  clause('project_visits', {
    title: ['Visits of researchers', 'سفر پژوهشگران', 'Визиты исследователей'],
    guidance: [
      'Person-months can be planned by semester and counted afterwards.',
      'نفر-ماه را می‌توان در هر نیم‌سال برنامه‌ریزی و سپس شمارش کرد.',
      'Человеко-месяцы удобно планировать по семестрам и затем учитывать.',
    ],
    variables: [
      variable('person_months', 'number', [
        'person-months that each side sends in a year',
        'نفر-ماه اعزامی هر طرف در سال',
        'человеко-месяцы, направляемые каждой Стороной в год',
      ]),
    ],
    ways: [
      {
        body: [
          'In each calendar year each Party sends researchers to the other Party for joint work; the length of their stays, in person-months, is at least {{person_months}}. The receiving Party provides a place of work and the access that the project needs.',
          'هر طرف در هر سال میلادی پژوهشگرانی را برای کار مشترک نزد طرف دیگر اعزام می‌کند؛ مدت اقامت آنان در مجموع دست‌کم {{person_months}} نفر-ماه است. طرف پذیرنده محل کار و دسترسی‌های لازم طرح را فراهم می‌کند.',
          'В каждом календарном году каждая Сторона направляет к другой Стороне исследователей для совместной работы; общая продолжительность их пребывания, исчисляемая в человеко-месяцах, — не менее {{person_months}}. Принимающая Сторона предоставляет рабочее место и необходимый для проекта доступ.',
        ],
        promises: [
          promise('staff_mobility', 'person_month', { quantityVariable: 'person_months', period: 'per_calendar_year' }),
        ],
      },
    ],
  }),
  clause('project_publications', {
    title: ['Publications', 'انتشار نتایج', 'Публикации'],
    guidance: [
      'Name both institutions and the agreement in each publication: that is the evidence.',
      'نام هر دو مؤسسه و این توافق در هر اثر بیاید؛ همین مدرک انجام تعهد است.',
      'В каждой публикации указывайте обе организации и соглашение: это и есть подтверждение.',
    ],
    variables: [
      variable('publications', 'number', [
        'joint publications over the whole term',
        'شمار آثار مشترک در کل مدت',
        'число совместных публикаций за весь срок',
      ]),
    ],
    ways: [
      {
        body: [
          'The Parties publish the results of the project jointly; the number of joint publications is at least {{publications}}. Each Party shows a manuscript to the other thirty days before it is submitted. Publications name both Parties and the Document.',
          'طرفین نتایج طرح را به‌طور مشترک منتشر می‌کنند؛ شمار آثار مشترک دست‌کم {{publications}} است. هر طرف دست‌نوشتهٔ اثر را سی روز پیش از ارسال برای انتشار در اختیار طرف دیگر می‌گذارد. در آثار، نام هر دو طرف و این سند ذکر می‌شود.',
          'Стороны совместно публикуют результаты проекта; число совместных публикаций — не менее {{publications}}. Каждая Сторона предоставляет рукопись другой Стороне за тридцать дней до её подачи. В публикациях указываются обе Стороны и Документ.',
        ],
        promises: [promise('publication', 'publication', { quantityVariable: 'publications' })],
      },
    ],
  }),
  clause('project_plan', {
    role: 'annex',
    title: ['Plan of work', 'برنامهٔ کار', 'План работ'],
    heading: ['Plan of work', 'برنامهٔ کار', 'План работ'],
    guidance: [
      'A line for each stage: what, who, until when, what can be shown at the end.',
      'برای هر مرحله یک سطر: چه کاری، چه کسی، تا کی، و چه چیزی در پایان ارائه می‌شود.',
      'На каждый этап — строка: что, кто, к какому сроку и что будет предъявлено.',
    ],
    variables: [
      variable('stages', 'text', [
        'stages of the project with their dates',
        'مراحل طرح با تاریخ آن‌ها',
        'этапы проекта с датами',
      ]),
    ],
    ways: [
      {
        body: [
          'Stages of the project, those responsible and the dates: {{stages}}.',
          'مراحل طرح، مسئولان و زمان‌بندی: {{stages}}.',
          'Этапы проекта, ответственные и сроки: {{stages}}.',
        ],
      },
    ],
  }),
]
