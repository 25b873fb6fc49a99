// Words that stand in date cells beside the date or in its place: "no end date", "бессрочно", "تمدید خودکار", calendar marks.
import { phrasePattern } from './text-folding.ts'

export type DateSpecial =
  | 'no_end'
  | 'renewal_pending'
  | 'automatic_renewal'
  | 'unknown'
  | 'in_progress'
  | 'not_signed'
  | 'expired'
  | 'terminated'

/** Tried in this order: "no end date, renewed automatically" must not leave "no end" half read. */
export const specialPatterns: [DateSpecial, RegExp][] = [
  [
    'renewal_pending',
    phrasePattern(`
      renewal (pending|in progress|in process|underway|under way|due); (pending|under|in|awaiting) renewal;
      (being|to be) renewed; (на|в процессе|в стадии|ожидает|ожидается|идет) (продлени*|пролонгаци*); продлевается;
      продление в процессе; در (حال|دست|انتظار) تمدید; منتظر تمدید; تمدید در (جریان|حال انجام);
      (en )?(proceso|tramite|curso) de renovacion; en renovacion; pendiente de renova*;
      renovacion (pendiente|en (curso|tramite|proceso)); renouvellement en (cours|attente);
      en (cours|attente) de renouvellement; en renouvellement; in verlangerung; em renovacao; in rinnovo;
      قيد التجديد`),
  ],
  [
    'automatic_renewal',
    phrasePattern(`

      (automatic|automatically|auto|tacit|tacitly|yearly automatic) (renewal|renewed|renews|renewable|extension|extended|prolongation|prolonged|renew);
      renew* automatically; renewed (automatically|tacitly); auto‌renew*; evergreen; rolling;
      автомат* (пролонг*|продл*); (пролонг*|продл*) автомат*; автопролонгация; с автоматическ* (пролонг*|продл*);
      تمدید (به صورت |به‌طور )?(خودکار|اتوماتیک); (خودکار|خود به خود|اتوماتیک) تمدید( می‌شود)?;
      renovacion (automatica|tacita); prorroga* (automatica*|tacita*); renova* (automatica*|tacita*);
      (prorrogable|renovable) (automatica*|tacita*); renouvel* (automatique*|tacite*|par tacite reconduction);
      (par )?tacite reconduction; reconduction tacite; automatische verlangerung; rinnovo (automatico|tacito);
      renovacio automatica; تجديد تلقائي; يجدد تلقائيا`),
  ],
  [
    'no_end',
    phrasePattern(`
      no (end|expiry|expiration|termination) date;
      (no|without|w/o) (end|expiry|expiration|limit|time limit|fixed term|date limit); no expir*;
      no (definite|specified) (end|term); does not expire; never( expires)?; indefinite*; open‌ended; unlimited;
      permanent*; perpetual*; ongoing; continuous; unbefristet; бессрочн*; без (ограничения )?срока( действия)?;
      без окончания; без даты окончания; не ограничен*; неограничен*; на неопределенн* срок; постоянн*; نامحدود;
      نا محدود; بدون (تاریخ )?(انقضا|پایان|اتمام|محدودیت)( زمانی)?; بدون محدودیت( زمانی)?; بدون مدت; دائم*; دایم*;
      نامعین; sin (fecha de )?(vencimiento|caducidad|termino|fin|expiracion|limite)( de tiempo)?;
      sin fecha (de )?(fin|final|limite); indefinid*; ilimitad*; permanente;
      sans (date de )?(fin|limite|limitation|expiration|echeance)( de duree)?; duree (indeterminee|illimitee);
      illimite*; indetermine*; tempo indeterminato; prazo indeterminado; sense (data de )?(fi|caducitat|venciment);
      غير محدد*; غير محدود*; مفتوح*`),
  ],
  [
    'not_signed',
    phrasePattern(`
      (not|never) (yet )?signed; unsigned; не подписан*; امضا نشده; بدون امضا; no firmad*; sin firmar; non signe*;
      pas (encore )?signe*`),
  ],
  [
    'in_progress',
    phrasePattern(`
      in (progress|process|preparation|negotiation|signature);
      under (negotiation|preparation|discussion|review|signature); being (signed|negotiated|prepared);
      pending( signature| approval)?; awaiting signature;
      в (процессе|работе|стадии)( подписания| согласования| подготовки)?; на (подписании|согласовании|рассмотрении);
      در (حال|دست) (انجام|اقدام|بررسی|مذاکره|امضا|تهیه|پیگیری); در جریان;
      en (tramite|proceso|negociacion|preparacion|firma|curso)( de firma)?;
      en (cours|preparation|negociation|signature)( de signature| de negociation)?; pendiente( de firma)?; in arbeit;
      قيد (التوقيع|الإعداد|التنفيذ)`),
  ],
  [
    'terminated',
    phrasePattern(`
      terminated; cancell?ed; rescinded; расторгнут*; прекращен*; аннулирован*; فسخ شده; لغو شده; خاتمه یافته;
      rescindid*; cancelad*; resilie*; annule*`),
  ],
  [
    'expired',
    phrasePattern(`
      expired; lapsed; истек*; истекш*; просрочен*; закончил*; منقضی( شده)?; پایان یافته; به پایان رسیده; vencid*;
      caducad*; expiree; echu; abgelaufen; منتهي*`),
  ],
  [
    'unknown',
    phrasePattern(`
      unknown; n/?a; not (known|available|specified|stated|given|applicable|indicated|set); unspecified; undated;
      no date; none; nil; null; tb(a|c|d); s/?f; s/?d; s/?n; неизвестн*; нет( данных| сведений)?; н/?д;
      не (указан*|известн*|установлен*); без даты; نامشخص; نا معلوم; نامعلوم; ندارد; بدون تاریخ; مشخص (نیست|نشده);
      ثبت نشده; desconocid*; sin (fecha|datos|especificar); no consta; no (disponible|especificad*); inconnu*;
      non (precise*|renseigne*|specifie*|disponible); sans date; unbekannt; غير معروف`),
  ],
]

/** Calendar marks that stand beside a year: "۱۳۹۵ ه.ش", "1437 AH", "2016 م". */
export const calendarMarks = {
  solar_hijri:
    /(?<!\p{L})(?:ه\.? ?ش\.?|هجری (?:شمسی|خورشیدی)|شمسی|خورشیدی|جلالی|ش|a\.?h\.?s\.?|s\.?h\.?|ap|solar(?: hijri)?|shamsi|jalali|persian|солнечн\p{L}*(?: хиджр\p{L}*)?|по солнечной хиджре)(?!\p{L})/u,
  hijri:
    /(?<!\p{L})(?:ه\.? ?ق\.?|هجری قمری|قمری|هجریه?|ه|ق|a\.?h\.?|hijri|лунн\p{L}*(?: хиджр\p{L}*)?|хиджр\p{L}*)(?!\p{L})/u,
  gregorian: /(?<!\p{L})(?:میلادی\p{L}*|م|a\.?d\.?|c\.?e\.?|н\.? ?э\.?|gregorian)(?!\p{L})/u,
} as const

/** Words between two dates that make them a beginning and an end. */
export const rangeJoin =
  /^[\s"().,\u0001-]*(?:->|→|[-/~]|to|until|till|til|thru|through|and ending|по|до|تا|الی|لغایت|حتى|إلى|الى|الی|hasta(?: el)?|al?|au|a|jusqu'?au|bis|ate|fino al?|e)(?: (?:the|el|le))?[\s"().,-]*$/u

export const fromWords =
  /(?<!\p{L})(?:from|since|starting|effective|as of|с|со|начиная с|от|از|desde|a partir de|depuis|a partir du|du|ab|seit|von|dal?|desde de|من|منذ)(?!\p{L})[\s:.]*(?:el|le|the|du|de|سال|تاریخ)?\s*$/u
export const untilWords =
  /(?<!\p{L})(?:until|till|til|to|through|thru|up to|expires?(?: on)?|expiry|expiring|valid until|ends?|по|до|действует до|تا|لغایت|الی|hasta|vence|vigente hasta|jusqu'?(?:au|a|en)?|expire le|bis|ate|fino al?|fins al?|حتى|الی|إلى)(?!\p{L})[\s:.]*(?:el|le|the|сентября|end of|конца|конец|پایان|آخر|fin de|finales de)?\s*$/u

/** Words that add nothing to a date and may stand beside it. */
export const fillerPattern = phrasePattern([
  ...'signed signature date dated on in at effective from since until till to through the of and year years valid expires expiry expiration ends end start starts begin begins as for period term'.split(
    ' ',
  ),
  ...'г гг год года годы году годов с со по до от и подписан* дата действует действ* начало окончание срок'.split(' '),
  ...'سال تاریخ مورخ مورخه در از تا الی لغایت و امضا شده برابر با مطابق ماه روز هجری اعتبار معتبر'.split(' '),
  ...'firmado firma fecha el la los de del desde hasta y en vence vigente ano al a d signe signee date le du au des depuis jusqu et les an annee'.split(
    ' ',
  ),
  ...'am vom bis zum und ab jahr de em dal al e il data do da anno any'.split(' '),
  ...'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur fri sat sun'.split(' '),
  ...'понедельник вторник среда четверг пятница суббота воскресенье شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه lunes martes miercoles jueves viernes sabado domingo lundi mardi mercredi jeudi vendredi samedi dimanche'.split(
    ' ',
  ),
])
