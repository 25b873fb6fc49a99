// Clauses of the start set that most agreements need: parties, coordination, money, term, ending, languages. Own words, to be checked by the office's lawyers.
import { clause, promise, variable } from './write-start-set.ts'

export const parties = [
  variable('party.home', 'party', ['full name of our side', 'نام کامل طرف ما', 'полное наименование нашей Стороны']),
  variable('party.partner', 'party', [
    'full name of the partner',
    'نام کامل طرف همکار',
    'полное наименование партнёра',
  ]),
]

const termYears = variable('term_years', 'number', [
  'number of years for which it is valid',
  'مدت اعتبار به سال',
  'срок действия в годах',
])
const noticeMonths = variable('notice_months', 'number', [
  'months of notice before it ends',
  'مهلت اعلام پایان به ماه',
  'срок уведомления о прекращении в месяцах',
])

export const generalClauses = [
  clause('preamble', {
    role: 'recital',
    title: ['Preamble', 'مقدمه', 'Преамбула'],
    guidance: [
      'Names the sides and says why they act. Obligations do not belong here.',
      'طرفین را نام می‌برد و انگیزهٔ آنان را بیان می‌کند. تعهدات در اینجا نمی‌آید.',
      'Называет Стороны и их намерения. Обязательства сюда не включаются.',
    ],
    variables: parties,
    ways: [
      {
        body: [
          '{{party.home}} and {{party.partner}}, hereinafter referred to as “the Parties”,\ndesiring to develop cooperation in education, science and technology on the basis of equality and mutual benefit,\nconvinced that such cooperation serves their students, scholars and societies,\nhave agreed on this instrument, hereinafter referred to as “the Document”, as follows.',
          '{{party.home}} و {{party.partner}} که از این پس «طرفین» نامیده می‌شوند،\nبا تمایل به گسترش همکاری‌های آموزشی، علمی و فناورانه بر پایهٔ برابری و سود متقابل،\nو با اعتقاد به اینکه این همکاری در خدمت دانشجویان، پژوهشگران و جامعهٔ هر دو طرف است،\nدربارهٔ این متن که از این پس «سند» نامیده می‌شود، به شرح زیر توافق کردند.',
          '{{party.home}} и {{party.partner}}, далее именуемые «Стороны»,\nстремясь развивать сотрудничество в области образования, науки и технологий на основе равенства и взаимной выгоды,\nбудучи убеждены, что такое сотрудничество отвечает интересам их студентов, учёных и общества,\nсогласовали настоящий текст, далее именуемый «Документ», о нижеследующем.',
        ],
      },
    ],
  }),
  clause('coordination', {
    title: ['Coordination', 'هماهنگی', 'Координация'],
    guidance: [
      'Name offices rather than persons: persons change. The yearly meeting is what keeps an agreement alive.',
      'به‌جای اشخاص، واحدها را نام ببرید؛ اشخاص تغییر می‌کنند. نشست سالانه است که توافق را زنده نگه می‌دارد.',
      'Указывайте подразделения, а не лиц: лица меняются. Ежегодная встреча сохраняет соглашение живым.',
    ],
    variables: [
      variable('coordinator.home', 'text', [
        'office that coordinates on our side',
        'واحد هماهنگ‌کننده در طرف ما',
        'координирующее подразделение с нашей стороны',
      ]),
      variable('coordinator.partner', 'text', [
        'office that coordinates at the partner',
        'واحد هماهنگ‌کننده در طرف همکار',
        'координирующее подразделение партнёра',
      ]),
    ],
    ways: [
      {
        body: [
          'Cooperation under the Document is coordinated by {{coordinator.home}} and {{coordinator.partner}}.\nThe coordinators meet at least once in each calendar year, in person or remotely, review what has been achieved and agree on the activities of the following year. The results are recorded in minutes.',
          'هماهنگی همکاری‌های موضوع سند بر عهدهٔ {{coordinator.home}} و {{coordinator.partner}} است.\nهماهنگ‌کنندگان در هر سال میلادی دست‌کم یک بار، به‌صورت حضوری یا از راه دور، تشکیل جلسه می‌دهند، دستاوردها را بررسی می‌کنند و دربارهٔ فعالیت‌های سال بعد به توافق می‌رسند. نتایج در صورت‌جلسه ثبت می‌شود.',
          'Координацию сотрудничества в рамках Документа осуществляют {{coordinator.home}} и {{coordinator.partner}}.\nКоординаторы не реже одного раза в календарный год проводят встречу в очном или дистанционном формате, рассматривают достигнутые результаты и согласуют мероприятия на следующий год. Результаты встречи фиксируются в протоколе.',
        ],
        promises: [promise('governance', 'event', { quantity: '1', period: 'per_calendar_year' })],
      },
    ],
  }),
  clause('report', {
    title: ['Reporting', 'گزارش‌دهی', 'Отчётность'],
    guidance: [
      'A short joint report once a year is enough to show which promises were kept.',
      'یک گزارش مشترک کوتاه در سال برای نشان دادن تعهدات انجام‌شده کافی است.',
      'Краткого совместного отчёта раз в год достаточно, чтобы показать исполнение обязательств.',
    ],
    ways: [
      {
        body: [
          'In each calendar year the Parties exchange a written report on the activities carried out under the Document, their results and the expenditure incurred.',
          'طرفین در هر سال میلادی گزارشی کتبی از فعالیت‌های انجام‌شده در چارچوب سند، نتایج آن‌ها و هزینه‌های صورت‌گرفته با یکدیگر مبادله می‌کنند.',
          'В каждом календарном году Стороны обмениваются письменными отчётами о мероприятиях, проведённых в рамках Документа, их результатах и понесённых расходах.',
        ],
        promises: [promise('report', 'document', { quantity: '1', period: 'per_calendar_year' })],
      },
    ],
  }),
  clause('expenses', {
    title: ['Expenses', 'هزینه‌ها', 'Расходы'],
    guidance: [
      'Say who pays before anybody travels.',
      'پیش از آغاز هر سفر روشن کنید چه کسی هزینه را می‌پردازد.',
      'Определите, кто оплачивает расходы, до начала поездок.',
    ],
    ways: [
      {
        when: [
          'Usual: nobody promises money.',
          'حالت معمول: هیچ طرفی تعهد مالی نمی‌دهد.',
          'Обычный случай: финансовых обязательств нет.',
        ],
        body: [
          'Unless the Parties agree otherwise in writing, each Party bears its own expenses arising from the Document, within the funds available to it and in accordance with its legislation.',
          'هر طرف هزینه‌های خود ناشی از اجرای سند را در حدود اعتبارات در دسترس و مطابق قوانین خود بر عهده دارد، مگر آنکه طرفین کتباً به گونهٔ دیگری توافق کنند.',
          'Если Стороны письменно не договорились об ином, каждая Сторона самостоятельно несёт свои расходы, связанные с исполнением Документа, в пределах имеющихся у неё средств и в соответствии со своим законодательством.',
        ],
      },
      {
        when: [
          'When visits are exchanged: the sending side pays travel, the receiving side the stay.',
          'برای تبادل هیئت: طرف اعزام‌کننده هزینهٔ سفر و طرف پذیرنده هزینهٔ اقامت را می‌پردازد.',
          'При обмене визитами: проезд оплачивает направляющая Сторона, пребывание — принимающая.',
        ],
        body: [
          'For visits agreed under the Document the sending Party bears the cost of international travel and medical insurance; the receiving Party bears the cost of accommodation, meals and local transport.',
          'در سفرهایی که در چارچوب سند توافق می‌شود، طرف اعزام‌کننده هزینهٔ سفر بین‌المللی و بیمهٔ درمانی و طرف پذیرنده هزینهٔ اسکان، غذا و رفت‌وآمد داخلی را می‌پردازد.',
          'При визитах, согласованных в рамках Документа, направляющая Сторона оплачивает международный проезд и медицинское страхование, а принимающая Сторона — проживание, питание и местный транспорт.',
        ],
      },
    ],
  }),
  clause('legal_nature', {
    title: ['Nature of the Document', 'ماهیت سند', 'Правовой характер Документа'],
    guidance: [
      'Decide it openly: a memorandum that binds nobody should say so, and promise in annexes.',
      'آن را روشن تعیین کنید: تفاهم‌نامه‌ای که الزام‌آور نیست باید این را بگوید و تعهدات را به پیوست‌ها بسپارد.',
      'Определите прямо: меморандум, никого не обязывающий, должен это указать, а обязательства вынести в приложения.',
    ],
    ways: [
      {
        when: ['A statement of intent.', 'بیان قصد همکاری.', 'Заявление о намерениях.'],
        body: [
          'The Document states the intentions of the Parties. It creates no rights or obligations under international law and no financial obligations. Concrete activities are agreed in annexes or separate agreements.',
          'سند بیانگر قصد طرفین است و هیچ حق یا تعهدی بر اساس حقوق بین‌الملل و هیچ تعهد مالی ایجاد نمی‌کند. فعالیت‌های مشخص در پیوست‌ها یا توافق‌های جداگانه تعیین می‌شود.',
          'Документ выражает намерения Сторон. Он не создаёт прав и обязательств по международному праву и не влечёт финансовых обязательств. Конкретные мероприятия согласуются в приложениях или отдельных соглашениях.',
        ],
      },
      {
        when: ['The Parties bind themselves.', 'طرفین متعهد می‌شوند.', 'Стороны принимают обязательства.'],
        body: [
          'The Document binds the Parties. It is not an international treaty and does not affect the obligations of the Parties under agreements with third parties.',
          'سند برای طرفین الزام‌آور است، معاهدهٔ بین‌المللی به شمار نمی‌آید و بر تعهدات طرفین در قبال اشخاص ثالث اثری ندارد.',
          'Документ обязателен для Сторон. Он не является международным договором и не затрагивает обязательств Сторон по соглашениям с третьими лицами.',
        ],
      },
    ],
  }),
  clause('differences', {
    title: ['Settlement of differences', 'حل اختلافات', 'Разрешение разногласий'],
    guidance: [
      'Negotiation is enough for memoranda; agreements with money need a second step.',
      'برای تفاهم‌نامه مذاکره کافی است؛ توافق‌های مالی به گام دوم نیاز دارند.',
      'Для меморандума достаточно переговоров; для соглашений с финансированием нужен второй шаг.',
    ],
    ways: [
      {
        when: ['Memoranda, exchange.', 'تفاهم‌نامه‌ها و تبادل دانشجو.', 'Меморандумы, обмены.'],
        body: [
          'Differences on the interpretation or application of the Document are settled by consultations and negotiations between the Parties.',
          'اختلافات مربوط به تفسیر یا اجرای سند از راه مشورت و مذاکره میان طرفین حل‌وفصل می‌شود.',
          'Разногласия по толкованию или применению Документа разрешаются путём консультаций и переговоров между Сторонами.',
        ],
      },
      {
        when: [
          'Where money or rights are at stake.',
          'هنگامی که پول یا حقوق مطرح است.',
          'Когда речь идёт о деньгах или правах.',
        ],
        body: [
          'Differences on the interpretation or application of the Document are settled by negotiations. If they are not settled within ninety days of the written request of a Party, they are referred to the heads of the Parties and, failing agreement within a further sixty days, to an arbitrator whom the Parties appoint together.',
          'اختلافات مربوط به تفسیر یا اجرای سند از راه مذاکره حل‌وفصل می‌شود. اگر ظرف نود روز از درخواست کتبی یک طرف حل نشود، به بالاترین مقام دو طرف و در صورت عدم توافق ظرف شصت روز دیگر، به داوری که طرفین با هم برمی‌گزینند ارجاع می‌شود.',
          'Разногласия по толкованию или применению Документа разрешаются путём переговоров. Если они не урегулированы в течение девяноста дней со дня письменного обращения Стороны, вопрос передаётся руководителям Сторон, а при недостижении согласия в течение следующих шестидесяти дней — арбитру, совместно назначаемому Сторонами.',
        ],
      },
    ],
  }),
  clause('entry_into_force', {
    title: ['Entry into force and term', 'لازم‌الاجرا شدن و مدت اعتبار', 'Вступление в силу и срок действия'],
    guidance: [
      'Choose notification when either side needs an approval after signature.',
      'اگر یکی از طرفین پس از امضا به تصویب نیاز دارد، اطلاع‌رسانی را برگزینید.',
      'Выбирайте уведомление, если после подписания одной из Сторон требуется утверждение.',
    ],
    variables: [termYears],
    ways: [
      {
        when: [
          'In force on signature, renewed by consent.',
          'لازم‌الاجرا از تاریخ امضا، تمدید با توافق.',
          'В силе с подписания, продление по согласию.',
        ],
        body: [
          'The Document enters into force on the date of the last signature and remains in force for a period of {{term_years}} year(s). It may be renewed by written consent of the Parties, given before it expires and after a joint review of its results.',
          'سند از تاریخ آخرین امضا لازم‌الاجرا و به مدت {{term_years}} سال معتبر است. تمدید آن با توافق کتبی طرفین، پیش از پایان اعتبار و پس از بررسی مشترک نتایج، امکان‌پذیر است.',
          'Документ вступает в силу с даты последней подписи. Срок его действия, исчисляемый в годах, — {{term_years}}. Документ может быть продлён с письменного согласия Сторон, данного до истечения его срока и после совместного рассмотрения результатов.',
        ],
      },
      {
        when: [
          'In force on signature, renewed by itself.',
          'لازم‌الاجرا از تاریخ امضا، تمدید خودبه‌خود.',
          'В силе с подписания, автоматическое продление.',
        ],
        body: [
          'The Document enters into force on the date of the last signature and remains in force for a period of {{term_years}} year(s). It is renewed for successive periods of the same length unless a Party notifies the other in writing, at least six months before the end of the current period, that it does not wish to renew it.',
          'سند از تاریخ آخرین امضا لازم‌الاجرا و به مدت {{term_years}} سال معتبر است و برای دوره‌های متوالی با همان مدت تمدید می‌شود، مگر آنکه یک طرف دست‌کم شش ماه پیش از پایان دورهٔ جاری عدم تمایل خود را به تمدید کتباً اعلام کند.',
          'Документ вступает в силу с даты последней подписи. Срок его действия, исчисляемый в годах, — {{term_years}}. Он автоматически продлевается на последующие периоды той же продолжительности, если ни одна из Сторон не менее чем за шесть месяцев до окончания текущего периода письменно не уведомит другую Сторону об отказе от продления.',
        ],
      },
      {
        when: [
          'In force after both sides notify.',
          'لازم‌الاجرا پس از اطلاع‌رسانی هر دو طرف.',
          'В силе после уведомлений обеих Сторон.',
        ],
        body: [
          'The Document enters into force on the date of receipt of the later of the written notifications by which the Parties inform one another that their internal procedures are complete. It remains in force for a period of {{term_years}} year(s) and may be renewed by written consent of the Parties.',
          'سند از تاریخ دریافت آخرین اطلاعیهٔ کتبی طرفین دربارهٔ تکمیل تشریفات داخلی خود لازم‌الاجرا می‌شود، به مدت {{term_years}} سال معتبر است و با توافق کتبی طرفین قابل تمدید است.',
          'Документ вступает в силу с даты получения последнего из письменных уведомлений о выполнении Сторонами внутренних процедур. Срок его действия, исчисляемый в годах, — {{term_years}}; он может быть продлён с письменного согласия Сторон.',
        ],
      },
    ],
  }),
  clause('amendment', {
    title: ['Amendments and annexes', 'اصلاحات و پیوست‌ها', 'Изменения и приложения'],
    guidance: [
      'Numbers that change every year belong in an annex, so that the text itself can stay.',
      'ارقامی که هر سال تغییر می‌کنند در پیوست بیایند تا متن اصلی ثابت بماند.',
      'Ежегодно меняющиеся числа выносите в приложение, чтобы текст оставался неизменным.',
    ],
    ways: [
      {
        body: [
          'The Document may be amended and supplemented by annexes with the written consent of the Parties. Amendments and annexes signed by both Parties form an integral part of the Document.',
          'سند با توافق کتبی طرفین قابل اصلاح و تکمیل از راه پیوست است. اصلاحات و پیوست‌هایی که به امضای هر دو طرف برسد جزء جدایی‌ناپذیر سند است.',
          'С письменного согласия Сторон в Документ могут вноситься изменения и дополнения в виде приложений. Подписанные обеими Сторонами изменения и приложения являются неотъемлемой частью Документа.',
        ],
      },
    ],
  }),
  clause('termination', {
    title: ['Termination', 'پایان دادن به سند', 'Прекращение действия'],
    guidance: [
      'People who have begun must be able to finish: keep the second sentence.',
      'کسانی که آغاز کرده‌اند باید بتوانند به پایان برسانند: جملهٔ دوم را نگه دارید.',
      'Начавшие участие должны иметь возможность завершить его: сохраняйте второе предложение.',
    ],
    variables: [noticeMonths],
    ways: [
      {
        body: [
          'Either Party may terminate the Document by written notice given at least {{notice_months}} month(s) in advance. Activities begun before the end of that period, in particular the studies of students already admitted, are completed under the conditions of the Document.',
          'هر طرف می‌تواند با اعلام کتبی دست‌کم {{notice_months}} ماه پیش، به سند پایان دهد. فعالیت‌هایی که پیش از پایان این مهلت آغاز شده است، به‌ویژه تحصیل دانشجویان پذیرفته‌شده، مطابق شرایط سند به پایان می‌رسد.',
          'Каждая Сторона вправе прекратить действие Документа, письменно уведомив об этом другую Сторону заблаговременно; срок уведомления в месяцах — не менее {{notice_months}}. Мероприятия, начатые до истечения этого срока, в частности обучение уже принятых студентов, завершаются на условиях Документа.',
        ],
      },
    ],
  }),
  clause('force_majeure', {
    title: ['Circumstances beyond control', 'قوهٔ قاهره', 'Обстоятельства непреодолимой силы'],
    guidance: [
      'Also covers closed borders and interrupted payments.',
      'بسته شدن مرزها و قطع مسیر پرداخت را نیز در بر می‌گیرد.',
      'Охватывает также закрытие границ и приостановку платежей.',
    ],
    ways: [
      {
        body: [
          'A Party is not responsible for the non-performance of obligations caused by circumstances beyond its control that it could not foresee or prevent. It informs the other Party without delay, and the Parties agree on new dates or other ways to reach the purpose.',
          'هیچ طرفی مسئول انجام نشدن تعهداتی که ناشی از شرایط خارج از اراده، غیرقابل‌پیش‌بینی و غیرقابل‌پیشگیری است نخواهد بود. آن طرف، طرف دیگر را بی‌درنگ آگاه می‌کند و طرفین دربارهٔ زمان‌های تازه یا راه‌های دیگر رسیدن به هدف توافق می‌کنند.',
          'Сторона не несёт ответственности за неисполнение обязательств, вызванное не зависящими от неё обстоятельствами, которые она не могла предвидеть или предотвратить. Она незамедлительно уведомляет другую Сторону, и Стороны согласуют новые сроки либо иные способы достижения цели.',
        ],
      },
    ],
  }),
  clause('closing', {
    role: 'closing',
    title: ['Done at …', 'جملهٔ پایانی', 'Заключительная формула'],
    guidance: [
      'Equal texts are the rule; choose a prevailing language only when both sides read it.',
      'اصل بر برابری متن‌هاست؛ زبان مرجع را تنها هنگامی برگزینید که هر دو طرف آن را می‌خوانند.',
      'Как правило, тексты равнозначны; преобладающий язык выбирайте, только если им владеют обе Стороны.',
    ],
    variables: [
      variable('signing_place', 'text', ['place of signature', 'محل امضا', 'место подписания']),
      variable('signing_day', 'date', ['day of signature', 'تاریخ امضا', 'дата подписания']),
    ],
    ways: [
      {
        when: [
          'All languages are equally authentic.',
          'اعتبار همهٔ زبان‌ها برابر است.',
          'Тексты на всех языках равнозначны.',
        ],
        body: [
          'Done at {{signing_place}} on {{signing_day}} in two originals, each in the languages of the Parties, all texts being equally authentic.',
          'این سند در {{signing_place}} در تاریخ {{signing_day}} در دو نسخهٔ اصلی، هر یک به زبان‌های طرفین، تنظیم شد و همهٔ متن‌ها از اعتبار یکسان برخوردارند.',
          'Совершено в городе {{signing_place}}, {{signing_day}}, в двух подлинных экземплярах, каждый на языках Сторон, причём все тексты имеют одинаковую силу.',
        ],
      },
      {
        when: [
          'The English text decides in case of doubt.',
          'در صورت اختلاف، متن انگلیسی ملاک است.',
          'При расхождениях преобладает английский текст.',
        ],
        body: [
          'Done at {{signing_place}} on {{signing_day}} in two originals, each in the languages of the Parties and in English, all texts being equally authentic. In case of divergence of interpretation the English text prevails.',
          'این سند در {{signing_place}} در تاریخ {{signing_day}} در دو نسخهٔ اصلی، هر یک به زبان‌های طرفین و انگلیسی، تنظیم شد و همهٔ متن‌ها از اعتبار یکسان برخوردارند. در صورت اختلاف در تفسیر، متن انگلیسی ملاک است.',
          'Совершено в городе {{signing_place}}, {{signing_day}}, в двух подлинных экземплярах, каждый на языках Сторон и на английском языке, причём все тексты имеют одинаковую силу. В случае расхождений в толковании преобладает текст на английском языке.',
        ],
      },
    ],
  }),
]
