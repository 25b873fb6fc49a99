// Clauses of the start set on rights and duties of care: results, confidence, personal data, rules that apply.
import { clause } from './write-start-set.ts'

export const rightsClauses = [
  clause('intellectual_property', {
    title: ['Intellectual property', 'مالکیت فکری', 'Интеллектуальная собственность'],
    guidance: [
      'For joint research settle shares before work begins; national rules on inventions of employees apply in any case.',
      'در پژوهش مشترک، سهم هر طرف را پیش از آغاز کار تعیین کنید؛ قوانین ملی دربارهٔ اختراعات کارکنان در هر حال جاری است.',
      'При совместных исследованиях определите доли до начала работ; национальные нормы о служебных результатах применяются в любом случае.',
    ],
    ways: [
      {
        when: [
          'For memoranda without common research.',
          'برای تفاهم‌نامه‌های بدون پژوهش مشترک.',
          'Для меморандумов без совместных исследований.',
        ],
        body: [
          'Each Party remains the owner of the intellectual property that it brings into the cooperation. Rights in results that may be obtained jointly are settled in a separate written agreement before the work begins.',
          'هر طرف مالک حقوق مالکیت فکری‌ای که وارد همکاری می‌کند باقی می‌ماند. حقوق ناشی از نتایج مشترک، پیش از آغاز کار، در توافق کتبی جداگانه تعیین می‌شود.',
          'Каждая Сторона сохраняет права на интеллектуальную собственность, вносимую ею в сотрудничество. Права на результаты, которые могут быть получены совместно, определяются отдельным письменным соглашением до начала работ.',
        ],
      },
      {
        when: [
          'For common projects: ownership follows the contribution.',
          'برای طرح‌های مشترک: مالکیت متناسب با سهم.',
          'Для совместных проектов: права по вкладу.',
        ],
        body: [
          '1. Each Party remains the owner of what it owned or created before or outside of the project and grants the other Party the right to use it without charge as far as the project needs it.\n2. Results created by the staff of one Party belong to that Party.\n3. Results created jointly belong to the Parties in proportion to their contributions, which are recorded in writing. Neither Party licenses or transfers them to third parties without the written consent of the other.\n4. Each Party may use joint results without charge for teaching and non-commercial research.',
          '1. هر طرف مالک آنچه پیش از طرح یا خارج از آن در اختیار داشته یا پدید آورده است باقی می‌ماند و حق استفادهٔ رایگان از آن را تا حد نیاز طرح به طرف دیگر اعطا می‌کند.\n2. نتایجی که کارکنان یک طرف پدید می‌آورند متعلق به همان طرف است.\n3. نتایج مشترک به نسبت سهم هر طرف، که کتباً ثبت می‌شود، به طرفین تعلق دارد. هیچ‌یک از طرفین بدون رضایت کتبی طرف دیگر آن‌ها را به شخص ثالث واگذار نمی‌کند و اجازهٔ بهره‌برداری نمی‌دهد.\n4. هر طرف می‌تواند از نتایج مشترک برای آموزش و پژوهش غیرتجاری به‌رایگان استفاده کند.',
          '1. Каждая Сторона сохраняет права на то, чем она обладала или что создала до начала проекта либо вне его, и предоставляет другой Стороне право безвозмездного использования в объёме, необходимом для проекта.\n2. Результаты, созданные работниками одной Стороны, принадлежат этой Стороне.\n3. Совместно созданные результаты принадлежат Сторонам соразмерно их вкладу, который фиксируется письменно. Ни одна из Сторон не предоставляет на них лицензий и не передаёт их третьим лицам без письменного согласия другой Стороны.\n4. Каждая Сторона вправе безвозмездно использовать совместные результаты в учебных целях и в некоммерческих исследованиях.',
        ],
      },
    ],
  }),
  clause('confidentiality', {
    title: ['Confidentiality', 'محرمانگی', 'Конфиденциальность'],
    guidance: [
      'Keep it as short as the cooperation allows: what nobody marks as confidential is open.',
      'آن را تا حد امکان کوتاه نگه دارید: آنچه محرمانه اعلام نشده باشد آزاد است.',
      'Формулируйте как можно короче: не обозначенное как конфиденциальное считается открытым.',
    ],
    ways: [
      {
        body: [
          'Information that a Party designates in writing as confidential is used only for the purposes of the Document and is not disclosed to third parties without the consent of that Party, except where the law requires it. This obligation continues for three years after the Document ends.',
          'اطلاعاتی که یک طرف کتباً محرمانه اعلام کند، تنها برای اهداف سند به کار می‌رود و بدون رضایت آن طرف در اختیار شخص ثالث قرار نمی‌گیرد، مگر به حکم قانون. این تعهد تا سه سال پس از پایان سند ادامه دارد.',
          'Информация, письменно обозначенная Стороной как конфиденциальная, используется исключительно в целях Документа и не раскрывается третьим лицам без согласия этой Стороны, кроме случаев, предусмотренных законом. Это обязательство сохраняется в течение трёх лет после прекращения Документа.',
        ],
      },
    ],
  }),
  clause('personal_data', {
    title: ['Personal data', 'داده‌های شخصی', 'Персональные данные'],
    guidance: [
      'Needed wherever names of students or staff are exchanged. Ask your data protection officer about transfers abroad.',
      'هر جا نام دانشجویان یا کارکنان مبادله می‌شود لازم است. دربارهٔ انتقال به خارج از مسئول حفاظت داده بپرسید.',
      'Необходимо при передаче данных студентов или работников. Трансграничную передачу согласуйте с ответственным за защиту данных.',
    ],
    ways: [
      {
        body: [
          'The Parties process personal data received from one another only as far as the activities under the Document require, protect them in accordance with the legislation that applies to each of them, and delete them when they are no longer needed. Each Party informs the other without delay of any breach that concerns such data.',
          'طرفین داده‌های شخصی دریافتی از یکدیگر را تنها تا حد نیاز فعالیت‌های موضوع سند پردازش می‌کنند، مطابق قوانین حاکم بر خود از آن‌ها حفاظت می‌کنند و پس از رفع نیاز آن‌ها را پاک می‌کنند. هر طرف، طرف دیگر را از هرگونه نقض امنیت این داده‌ها بی‌درنگ آگاه می‌سازد.',
          'Стороны обрабатывают полученные друг от друга персональные данные лишь в объёме, необходимом для мероприятий в рамках Документа, защищают их в соответствии с применимым к каждой из них законодательством и уничтожают, когда надобность в них отпадает. Каждая Сторона незамедлительно сообщает другой о любом нарушении безопасности таких данных.',
        ],
      },
    ],
  }),
  clause('compliance', {
    title: ['Applicable rules', 'رعایت مقررات', 'Соблюдение законодательства'],
    guidance: [
      'Keep it where materials, equipment, software or know-how cross borders.',
      'هنگام جابه‌جایی مواد، تجهیزات، نرم‌افزار یا دانش فنی میان کشورها، این بند را نگه دارید.',
      'Сохраняйте, если через границу передаются материалы, оборудование, программы или ноу-хау.',
    ],
    ways: [
      {
        body: [
          'Activities under the Document are carried out in accordance with the legislation of the States of the Parties and their international obligations. Each Party obtains the permits that its legislation requires, including those for the export of goods, software and technology, and informs the other of restrictions that may affect the cooperation.',
          'فعالیت‌های موضوع سند مطابق قوانین کشورهای طرفین و تعهدات بین‌المللی آن‌ها انجام می‌شود. هر طرف مجوزهای لازم طبق قوانین خود، از جمله مجوز صادرات کالا، نرم‌افزار و فناوری، را دریافت می‌کند و طرف دیگر را از محدودیت‌های مؤثر بر همکاری آگاه می‌سازد.',
          'Деятельность в рамках Документа осуществляется в соответствии с законодательством государств Сторон и их международными обязательствами. Каждая Сторона получает разрешения, требуемые её законодательством, в том числе на вывоз товаров, программ и технологий, и уведомляет другую Сторону об ограничениях, способных повлиять на сотрудничество.',
        ],
      },
    ],
  }),
]
