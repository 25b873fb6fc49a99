// The questionnaire to start from, until administrators write their own; it names no country, no list and no field.
import type { Question, Questionnaire } from './questionnaire.ts'

const text = (en: string, fa: string, ru: string) => ({ en, fa, ru })

const short: Question[] = [
  {
    ...{ key: 'dual_use', stage: 'short', kind: 'yes_no' },
    text: text(
      'Does the cooperation involve goods, software or knowledge that could also be used for military purposes or weapons?',
      'آیا این همکاری شامل کالا، نرم‌افزار یا دانشی است که کاربرد نظامی یا تسلیحاتی هم داشته باشد؟',
      'Затрагивает ли сотрудничество товары, программы или знания, которые могут применяться и в военных целях?',
    ),
  },
  {
    ...{ key: 'end_use', stage: 'short', kind: 'yes_no' },
    text: text(
      'Is it clear who will use the results, and for what?',
      'آیا روشن است که چه کسی و برای چه منظوری از نتایج استفاده خواهد کرد؟',
      'Ясно ли, кто и для чего будет использовать результаты?',
    ),
  },
  {
    ...{ key: 'military', stage: 'short', kind: 'yes_no' },
    text: text(
      'Does the partner, or an organisation above it, work for armed forces, security services or an arms industry?',
      'آیا طرف همکاری یا سازمان بالادست آن برای نیروهای مسلح، نهادهای امنیتی یا صنایع تسلیحاتی کار می‌کند؟',
      'Работает ли партнёр или вышестоящая организация на вооружённые силы, спецслужбы или военную промышленность?',
    ),
  },
  {
    ...{ key: 'ownership', stage: 'short', kind: 'yes_no' },
    text: text(
      'Is it known who owns and controls the partner?',
      'آیا مالکان و اداره‌کنندگان طرف همکاری شناخته شده‌اند؟',
      'Известно ли, кому принадлежит партнёр и кто им управляет?',
    ),
  },
  {
    ...{ key: 'funding', stage: 'short', kind: 'yes_no' },
    text: text(
      'Does money come from a source outside of the two sides?',
      'آیا بودجه‌ای از منبعی بیرون از دو طرف تأمین می‌شود؟',
      'Поступают ли деньги из источника вне двух сторон?',
    ),
  },
  {
    ...{ key: 'personal_data', stage: 'short', kind: 'yes_no' },
    text: text(
      'Are sensitive data or personal data handed over?',
      'آیا داده‌های حساس یا شخصی در اختیار طرف مقابل قرار می‌گیرد؟',
      'Передаются ли конфиденциальные или персональные данные?',
    ),
  },
]

const long: Question[] = [
  {
    ...{ key: 'control_code', stage: 'long', kind: 'text' },
    text: text(
      'Which items are controlled, and under which number of which control list? Write “none” when you looked and found none.',
      'کدام اقلام مشمول کنترل‌اند و با چه شماره‌ای در کدام فهرست کنترلی؟ اگر بررسی کردید و چیزی نیافتید، بنویسید «هیچ».',
      'Какие позиции подлежат контролю и под каким номером какого списка? Если проверили и ничего не нашли, напишите «нет».',
    ),
  },
  {
    ...{ key: 'licence', stage: 'long', kind: 'choice' },
    text: text('Is a licence needed?', 'آیا مجوز لازم است؟', 'Нужна ли лицензия?'),
    options: [
      { key: 'not_needed', text: text('No', 'خیر', 'Нет') },
      { key: 'granted', text: text('Yes, and granted', 'بله، و صادر شده است', 'Да, и получена') },
      { key: 'applied', text: text('Yes, applied for', 'بله، درخواست شده است', 'Да, запрошена') },
      { key: 'missing', text: text('Yes, not applied for', 'بله، هنوز درخواست نشده است', 'Да, ещё не запрошена') },
    ],
  },
  {
    ...{ key: 'end_user', stage: 'long', kind: 'text' },
    text: text(
      'Who is the end user, where, and what did they declare in writing?',
      'کاربر نهایی کیست، کجاست و کتباً چه اظهار کرده است؟',
      'Кто конечный пользователь, где он находится и что заявил письменно?',
    ),
  },
  {
    ...{ key: 'passing_on', stage: 'long', kind: 'yes_no' },
    text: text(
      'May results or goods be passed on to third parties or other countries?',
      'آیا نتایج یا کالاها ممکن است به اشخاص ثالث یا کشورهای دیگر واگذار شوند؟',
      'Могут ли результаты или товары быть переданы третьим лицам или в другие страны?',
    ),
  },
  {
    ...{ key: 'owners', stage: 'long', kind: 'text' },
    text: text(
      'Who owns the partner, directly and in the end? Name everyone with a quarter or more.',
      'مالکان مستقیم و نهایی طرف همکاری چه کسانی‌اند؟ هرکس را که یک‌چهارم یا بیشتر دارد نام ببرید.',
      'Кому принадлежит партнёр напрямую и в конечном счёте? Назовите всех с долей от четверти.',
    ),
  },
  {
    ...{ key: 'funder', stage: 'long', kind: 'text' },
    text: text(
      'Who pays, and which conditions come with the money?',
      'چه کسی هزینه را می‌پردازد و چه شروطی همراه آن است؟',
      'Кто платит и на каких условиях?',
    ),
  },
  {
    ...{ key: 'access', stage: 'long', kind: 'text' },
    text: text(
      'Who gets access to laboratories, systems and data, and how is it limited?',
      'چه کسانی به آزمایشگاه‌ها، سامانه‌ها و داده‌ها دسترسی می‌یابند و این دسترسی چگونه محدود می‌شود؟',
      'Кто получает доступ к лабораториям, системам и данным и как он ограничен?',
    ),
  },
]

const why = {
  dualUse: text('possible military use', 'احتمال کاربرد نظامی', 'возможное военное применение'),
  endUse: text('the end use is not clear', 'کاربرد نهایی روشن نیست', 'конечное применение неясно'),
  military: text(
    'ties to armed forces or an arms industry',
    'پیوند با نیروهای مسلح یا صنایع تسلیحاتی',
    'связи с вооружёнными силами или военной промышленностью',
  ),
  ownership: text('the owners are not known', 'مالکان شناخته شده نیستند', 'владельцы неизвестны'),
  funding: text('money of a third side', 'بودجه از طرف سوم', 'деньги третьей стороны'),
  data: text('sensitive data are handed over', 'داده‌های حساس واگذار می‌شود', 'передаются конфиденциальные данные'),
  passingOn: text('results may be passed on', 'نتایج ممکن است واگذار شوند', 'результаты могут быть переданы дальше'),
  licence: text('a licence is missing', 'مجوز لازم هنوز نیست', 'нет нужной лицензии'),
}

export const starterQuestionnaire: Questionnaire = {
  questions: [...short, ...long],
  triggers: [
    { question: 'dual_use', answers: ['yes', 'unknown'], why: why.dualUse },
    { question: 'end_use', answers: ['no', 'unknown'], why: why.endUse },
    { question: 'military', answers: ['yes', 'unknown'], why: why.military },
    { question: 'ownership', answers: ['no', 'unknown'], why: why.ownership },
    { question: 'funding', answers: ['yes', 'unknown'], why: why.funding },
  ],
  rules: [
    { question: 'dual_use', answers: ['yes'], level: 'high', why: why.dualUse },
    { question: 'dual_use', answers: ['unknown'], level: 'medium', why: why.dualUse },
    { question: 'end_use', answers: ['no', 'unknown'], level: 'medium', why: why.endUse },
    { question: 'military', answers: ['yes'], level: 'high', why: why.military },
    { question: 'military', answers: ['unknown'], level: 'medium', why: why.military },
    { question: 'ownership', answers: ['no', 'unknown'], level: 'medium', why: why.ownership },
    { question: 'personal_data', answers: ['yes'], level: 'medium', why: why.data },
    { question: 'passing_on', answers: ['yes', 'unknown'], level: 'medium', why: why.passingOn },
    { question: 'licence', answers: ['applied', 'missing'], level: 'high', why: why.licence },
  ],
}
