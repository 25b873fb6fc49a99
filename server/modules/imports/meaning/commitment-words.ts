// The words by which texts of agreements promise things, in the languages we read.
import { phrasePattern } from './text-folding.ts'

/** Kinds of the ledger's catalogue. */
export const commitmentKinds = [
  'student_mobility',
  'staff_mobility',
  'joint_project',
  'event',
  'publication',
  'joint_degree',
  'resource_access',
  'course',
  'lectureship',
  'recognition',
  'technology_transfer',
  'funding',
  'visit',
  'governance',
  'report',
  'other',
] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export const commitmentUnits = [
  'person',
  'person_month',
  'day',
  'event',
  'project',
  'publication',
  'course',
  'hour',
  'learner',
  'place',
  'decision',
  'deal',
  'document',
  'money',
] as const
export type CommitmentUnit = (typeof commitmentUnits)[number]

/** What is counted when a text counts nothing else. */
export const usualUnit: Record<CommitmentKind, CommitmentUnit> = {
  student_mobility: 'person',
  staff_mobility: 'person',
  joint_project: 'project',
  event: 'event',
  publication: 'publication',
  joint_degree: 'learner',
  resource_access: 'document',
  course: 'course',
  lectureship: 'person',
  recognition: 'decision',
  technology_transfer: 'deal',
  funding: 'money',
  visit: 'person',
  governance: 'event',
  report: 'document',
  other: 'document',
}

const students = `(undergraduate |graduate |postgraduate |doctoral |master |phd |exchange |bachelor |international )*(student*|trainee*|doctoral candidate*|phd candidate*|undergraduates|postgraduates|interns|learners); студент*; аспирант*; магистрант*; обучающ*; бакалавр*; докторант*; стажер*; دانشجو*; کارآموز*; estudiant*; alumn*; doctorand*; etudiant*; doctorant*; stagiaire*; studierende*; studenten; studenti; estudants; طلاب; الطلبة`
const staff = `(academic |teaching |research |administrative |university |scientific |visiting )*(staff|faculty( members?)?|teacher*|professor*|scholar*|researcher*|scientist*|academics|lecturer*|personnel|expert*|specialist*); преподавател*; профессор*( -преподавательск*)?; ученых; ученые; учеными; исследовател*; сотрудник*; специалист*; научн* работник*; научн* кадр*; стажировк*; استاد; استادان; اساتید; (اعضای|عضو) هیات علمی; هیات علمی; هیئت علمی; پژوهشگر*; محقق*; مدرس*; کارکنان; کارشناسان; متخصصان; profesor*; docente*; investigador*; academicos; personal( (academico|docente|administrativo|investigador))?; enseignant*; chercheur*; professeur*; personnel( (academique|administratif))?; dozent*; lehrend*; wissenschaftler*; mitarbeit*; docenti; ricercatori; docentes; pesquisadores; أعضاء هيئة التدريس; الباحثين; الأساتذة`
/** Verbs and nouns that make people travel. */
const exchange = `exchange*; mobility; mobilities; swap; nominate*; send; receive; host; accept; admit; visits? by; visits? of; placement*; internship*; обмен*; мобильност*; направля*; принима*; прием; командир*; تبادل*; مبادله; اعزام*; پذیرش; جابجایی; فرصت مطالعاتی; intercambi*; movilidad; envi*; recib*; recepcion; estancia*; practicas; echange*; mobilite*; accueil*; envoi; sejour*; stage*; austausch*; scambi*; mobilita; mobilitat; intercanvi*; mobilidade; تبادل; ايفاد`

export const peopleWords = {
  student_mobility: phrasePattern(students),
  staff_mobility: phrasePattern(staff),
} as const
export const exchangeWords = phrasePattern(exchange)

/** Every other kind, told by its own words. */
export const kindWords: [Exclude<CommitmentKind, 'student_mobility' | 'staff_mobility' | 'other'>, RegExp][] = [
  [
    'joint_degree',
    phrasePattern(
      '(joint|double|dual)( (or|and) (joint|double|dual))? (degree*|diploma*|doctora*|programme*|phd*|curricul*|master*)( program*)?; joint supervision; co‌supervis*; cotutelle*; (совместн*|двойн*) (диплом*|образовательн* программ*|степен*|руководств*|магистратур*|аспирантур*); двудипломн*; (совместн* )?научн* руководств*; (مدرک|مدارک|دوره|دوره‌های|رشته‌های|برنامه‌های) (مشترک|دوگانه)( تحصیلی)?; راهنمایی مشترک; هدایت مشترک( پایان‌نامه*)?; (doble* (titulacion*|grado*|titulo*)|titul* conjunt*|program* conjunt* de (grado|posgrado|master|doctorado)); cotutela*; codireccion de tesis; (double*|co)( -)?(diplome*|diplomation); diplome* conjoint*; codirection de these*; doppelabschl*; dupla titulacao; doppio titolo',
    ),
  ],
  [
    'recognition',
    phrasePattern(
      'recogni(s|z)e (the )?(credits?|qualification*|diploma*|degree*|studies|periods?)*; (mutual )?recognition( of… (credits?|qualification*|diploma*|degree*|studies))?; credit transfer*; transfer of credits; equivalenc*; (взаимн* )?признани*( документ*| диплом*| квалификац*| результат* обучения| зачет*)*; зачет* (единиц*|кредит*); перезачет*; (به )?رسمیت شناختن; (شناسایی|تایید|پذیرش) (متقابل )?(مدارک|واحدها*|مدرک)*; معادل‌سازی; ارزشیابی مدارک; reconocimiento (mutuo |de (creditos|estudios|titulos))*; convalidacion*; homologacion*; transferencia de creditos; reconnaissance (mutuelle |des (credits|etudes|diplomes))*; validation des credits; anerkennung*; riconoscimento; reconhecimento',
    ),
  ],
  [
    'publication',
    phrasePattern(
      '(joint |co )*(scientific |academic |research )?(publication*|publish*|papers?|articles?|monograph*|textbook*|books?|co‌author*); (joint )?journal*; (совместн* )?(научн* )?(публикац*|стать*|издани*|монограф*|учебник*|учебн* пособи*); (انتشار|چاپ|نشر|تالیف|نگارش)( مشترک)?( (مقاله|مقالات|کتاب|کتب|آثار|نشریات|مجله))*; مقاله*; مقالات( مشترک| علمی)*; انتشارات( مشترک)?; کتاب مشترک; publicacion*( conjunta*| cientifica*)*; articulos( cientificos)?; publication*( conjointe*| commune*| scientifique*)*; veroffentlichung*; publikation*; publicacoes; pubblicazion*; publicacions; نشر مشترك',
    ),
  ],
  [
    'event',
    phrasePattern(
      'conference*; seminar*; symposi*; workshop*; colloqui*; congress*; forum*; round table*; academic meeting*; webinar*; festival*; exhibition*; olympiad*; конференц*; семинар*; симпозиум*; форум*; конгресс*; коллоквиум*; кругл* стол*; выставк*; вебинар*; научн* мероприяти*; олимпиад*; همایش*; کنفرانس*; سمینار*; کارگاه*; نشست*; سمپوزیوم*; کنگره*; گردهمایی*; وبینار*; نمایشگاه*; رویداد*; conferencia*; seminario*; simposio*; taller*; congreso*; coloquio*; jornada*; encuentro*; conference*; seminaire*; colloque*; congres; atelier*; journees d etude*; rencontre*; tagung*; konferenz*; convegni; congressi; مؤتمر*; ندوات; ندوة',
    ),
  ],
  [
    'technology_transfer',
    phrasePattern(
      'technology transfer; transfer of technolog*; commerciali*; licens*; innovation*; start‌ups?; spin‌offs?; patent*; intellectual property; industrial cooperation; трансфер* технолог*; передач* технолог*; коммерциализ*; лицензи*; инноваци*; патент*; انتقال (فناوری|تکنولوژی|دانش فنی); تجاری‌سازی; فناوری و نوآوری; نوآوری; شرکت‌های دانش‌بنیان; ثبت اختراع; transferencia (de )?(tecnologi*|conocimiento); comercializa*; innovacion; patentes; transfert de technologie*; commercialisation; valorisation; brevets; innovation; technologietransfer; نقل التكنولوجيا',
    ),
  ],
  [
    'joint_project',
    phrasePattern(
      '(joint|collaborative|common|cooperative|shared)( (scientific|academic))? (research|project*|investigation*|stud(y|ies)|laborator*|program* of research|program* for research|r&d|proposal*)( (and development )?(project*|activit*|program*|work|collaboration*))*; research (collaborat*|cooperation|project*|program*|partnership*|activit*); (cooperation|collaboration) in research; scientific (cooperation|collaboration); joint (application*|bid*|participation in (project*|program*)); (совместн* )(научн*( -исследовательск*)? )*(проект*|исследовани*|разработ*|работ*|лаборатор*|заявк*|грант*); научн*( -исследовательск*)? (проект*|исследовани*|работ*|сотрудничеств*); (پروژه|طرح|تحقیق|پژوهش|مطالعه)(‌های|‌ها|ات|ی)?( (تحقیقاتی|پژوهشی|علمی))* مشترک; (پروژه|طرح)‌های (تحقیقاتی|پژوهشی)*; تحقیقات( علمی)? مشترک; پژوهش‌های مشترک; همکاری(‌های|های)? (پژوهشی|تحقیقاتی|علمی); آزمایشگاه مشترک; (proyectos?|investigacion*|estudios)( de investigacion)?( (conjunt*|comun*|cooperativ*|cientific*))+; proyectos de investigacion; investigacion conjunta; (projets?|recherche*|travaux)( de recherche*)?( (conjoint*|commun*|scientifique*|collaborati*))+; projets de recherche; gemeinsame (forschung*|projekt*); forschungsprojekt*; progetti di ricerca*; projetos de pesquisa; projectes de recerca; (مشاريع|أبحاث|بحوث) (مشتركة|بحثية)',
    ),
  ],
  [
    'lectureship',
    phrasePattern(
      'lectureship*; (language )?lector*; visiting (lecturer*|professor*)( position*)?; guest lectur*; lectures?; teaching assignment*; чтени* лекц*; лекци*; лектор*; приглашенн* профессор*; سخنرانی*; (اعزام|دعوت از) مدرس*; کرسی( زبان| تدریس)*; استاد مدعو; lectorado*; conferencias magistrales; profesor* (invitad*|visitante*); lectorat*; lectures; professeur* invite*; lektorat*; gastvorlesung*',
    ),
  ],
  [
    'course',
    phrasePattern(
      '(short |language |training |summer |joint |online |intensive |preparatory )*(courses?|training( program*)?|short‌term… program*|summer school*|winter school*|curricul* development|professional development|capacity building); language teaching; ((языков*|краткосрочн*|подготовительн*|учебн*|летн*|совместн*) )+(курс*|школ*|программ*)( языка)?; повышени* квалификаци*; курс*; летн* школ*; обучени* язык*; دوره(‌های|‌ها)? (آموزشی|کوتاه‌مدت|زبان|تخصصی|آموزش زبان|مهارتی|تابستانی)*; کلاس* زبان; آموزش زبان( فارسی| روسی)?; مدرسه* تابستانی; کارگاه* آموزشی; بازآموزی; آموزش کارکنان; cursos?( (cortos|de (idioma|lengua|verano|formacion)*))?; formacion( de personal| continua)?; capacitacion*; escuela* de verano; cours( (de langue|intensifs|d ete))?; formation*; ecole* d ete; sommerschul*; (sprach)?kurse?; corsi; cursos; دورات (تدريبية|لغة)',
    ),
  ],
  [
    'resource_access',
    phrasePattern(
      "(exchange|sharing|provision) of… (information|materials?|publications?|documentation|data|literature|resources|equipment|facilities)( and (materials?|documentation|publications))?; (use|access) (of|to)… (librar*|laborator*|facilit*|database*|equipment|resources|archives); libraries; shared? (use of )?(equipment|facilities|laborator*|data|infrastructure); обмен*( научн*| учебн*| академическ*)*(-| |и)*(информац*|материал*|литератур*|данны*|опыт*|методическ* материал*|документац*)( и (материал*|литератур*|опыт*))?; (доступ|пользовани*|использовани*)( к)? (библиотек*|лаборатор*|оборудовани*|баз* данных|ресурс*|фонд*); (تبادل|مبادله) (اطلاعات|منابع|مطالب|داده|تجربیات|تجارب|نشریات|کتاب|مواد|اسناد|متون)( (علمی|آموزشی|و|مواد|تجارب|اطلاعات))*; (استفاده|بهره‌گیری|بهره‌برداری|دسترسی)( (مشترک|متقابل))? (از|به)( امکانات)? (کتابخانه*|آزمایشگاه*|تجهیزات|منابع|امکانات|پایگاه*); intercambio de( la| los| las)? (informacion|material*|publicaciones|documentacion|experiencias|datos|bibliograf*)( y (material*|publicaciones|experiencias))?; (uso|acceso)( compartido)? (de|a) (las )?(bibliotecas?|laborator*|instalaciones|recursos|equipos); echange*? (d'|de )?(information*|documentation|materiel*|publications|donnees|experience*)( et de (documentation|materiel*|publications))?; acces aux? (bibliotheque*|laboratoire*|ressource*|equipement*); (austausch von (informationen|materialien|publikationen))",
    ),
  ],
  [
    'funding',
    phrasePattern(
      'scholarship*; stipend*; tuition (waiver*|fee waiver*|free); waive*( of)? (tuition|fees); grants?; fund(ing|ed)? of; co‌fund*; (will )?(finance|fund|cover|pay)( the)?… (cost*|expense*|travel|accommodation); стипенди*; финансировани*; грант*; (без оплаты|освобожд* от оплаты) обучения; بورس*; کمک‌هزینه; تامین (مالی|هزینه*); معافیت از شهریه; beca*; exencion de matricula; financiacion; bourse*; exoneration des frais; financement; stipendi*; borse di studio; bolsas; منح( دراسية)?',
    ),
  ],
  [
    'report',
    phrasePattern(
      '(annual |progress |final |joint |activity )*reports?( annually| on progress)?; ежегодн* отчет*; отчет*; گزارش*( سالانه)?; informe*( anual*)?; memoria anual; rapport*( annuel*| d activite*)?; bericht*',
    ),
  ],
  [
    'governance',
    phrasePattern(
      '(designate|appoint|nominate|name)( a| an| one)?… (co‌?ordinator*|contact person*|liaison officer*|representative*)*; joint (committee|commission|working group|steering committee|board)*; steering committee; working group*; (annual|yearly|regular) (review|meeting|evaluation)*; review(ed)? (annually|every year|periodically); назнач* (координатор*|ответственн*); координатор*; (совместн* |рабоч* )(комисси*|комитет*|групп*|совет*); ежегодн* (встреч*|совещани*|анализ*); (تعیین|معرفی|انتصاب) (یک )?(هماهنگ کننده|رابط|نماینده|مسئول)*; (کمیته|کارگروه|کمیسیون|شورا)(ی)? (مشترک|راهبری|اجرایی|هماهنگی)*; بازنگری سالانه; (designar|nombrar)*( un| a un)? (coordinador*|responsable*); (comision|comite) (mixt*|de seguimiento|conjunt*|paritari*); designer un (coordinateur|responsable); (comite|commission) (mixte|de suivi|de pilotage|conjoint*); groupe de travail; gemischte kommission',
    ),
  ],
  [
    'visit',
    phrasePattern(
      '(mutual |official |study |reciprocal |short |exchange of |site |working )*(visits?|delegations?|study tours?|missions?)( (by|of) (delegation*|official*|representative*|leaders|administrators))?; (взаимн* |официальн* |ознакомительн* )*(визит*|делегац*|поездк*|посещени*); (بازدید|دیدار|سفر)(‌های|‌ها|ی)?( (متقابل|علمی|رسمی|هیات*|مشترک))*; (تبادل|اعزام) هیات*; هیات‌های (علمی|رسمی)*; visitas?( (mutuas|oficiales|academicas|reciprocas|de estudio))*; delegacion*; visites?( (mutuelles|officielles|d etude))*; missions?; delegation*; besuche?; delegationsbesuch*; visite; زيارات',
    ),
  ],
]

export const conditions = {
  subject_to_funds: phrasePattern(
    'subject to( the)?( availability of)?… (funds?|funding|resources|finance|budget*|financial *); (subject to|depending on|upon|within the limits of)( the)? (available|availability of)… (funds?|funding|resources|budget*|places); as (resources|funds|funding) (permit*|allow*); if funds are available; within( its| their)?( available)? (means|budgets?|resources); при (наличии|условии наличия|условии) (финансировани*|средств*|финансов*|бюджет*|возможност*)…; в пределах( имеющ*| выделенн*| своих)* (средств|бюджет*|возможност*|ассигновани*); в (зависимости от|рамках) (наличия )?(финанс*|бюджет*)…; (در صورت|مشروط به|منوط به|بسته به)( وجود| تامین| تأمین| تخصیص)* (اعتبار*|بودجه|منابع مالی|منابع|مالی|امکانات)*( مالی| لازم)?; (sujet*|condicionad*|supeditad*) a( la)?( disponibilidad)?( de)?( los)?( recursos| fondos| presupuest* | disponibilidad presupuestaria| financiacion)+; segun( la)? disponibilidad( presupuestaria| de (fondos|recursos))?; sous reserve( de)?( la)? (disponibilite)?( des)?( fonds| credits| budget*| moyens| ressources| financement*)+; selon (les )?(disponibilites|moyens)( budgetaires| financi*)?; dans la limite des (moyens|credits|fonds)( disponibles)?; vorbehaltlich( der)?… (mittel|finanz*)',
  ),
  subject_to_separate_agreement: phrasePattern(
    '(subject to|under|by|through|in|on the basis of|governed by|defined in|set out in|specified in|regulated by)( a| an|the)? ?(separate|specific|additional|further|individual)… (agreement*|contract*|arrangement*|annex*|mou*|memorand*|protocol*|addend*); separately (negotiated|agreed|concluded); to be (separately )?(negotiated|agreed)( separately| upon)?; (separate|specific) agreement*; (отдельн*|дополнительн*|самостоятельн*) (соглашени*|договор*|протокол*|контракт*); по (отдельн*|дополнительн*) (соглашени*|договор*|договоренност*); (قرارداد|موافقت‌نامه|توافق‌نامه|تفاهم‌نامه|توافق|پروتکل)(‌های)? (جداگانه|مجزا|اجرایی جداگانه|تکمیلی|خاص|اختصاصی); به صورت (جداگانه|مجزا); (convenio*|acuerdo*|adenda*|contrato*) (especific*|separad*|adicional*|complementari*|particular*); (accord*|convention*|avenant*) (specifique*|separe*|particulier*|distinct*|complementaire*); gesonderte* (vereinbarung*|vertrag*|abkommen)',
  ),
  on_request: phrasePattern(
    '(up)?on… request; if requested; at the request; where appropriate; as needed; по (запросу|просьбе|требованию|мере необходимости|необходимости); при необходимости; (بنا به|بر حسب|در صورت|حسب) (درخواست|نیاز|ضرورت|لزوم|تقاضا); a (peticion|solicitud); cuando (se solicite|proceda|sea necesario); sur demande; en cas de besoin; auf (anfrage|antrag|wunsch); bei bedarf',
  ),
} as const

/** Softeners that bind nobody; kept as the words of the clause. */
export const softWords = phrasePattern(
  'does not bind; not (legally )?binding; non‌binding; strive to; endeavou?r to; intend* to; may; wherever possible; where possible; if possible; as far as possible; по возможности; не носит обязательного характера; стремиться; намерен*; در صورت امکان; حتی‌الامکان; الزام‌آور نیست; تلاش (می‌کنند|خواهند کرد); en la medida de lo posible; si es posible; no vinculante; dans la mesure du possible; si possible; non contraignant; nach moglichkeit',
)

export const comparators = {
  at_most: phrasePattern(
    "up to; (no|not) (more|exceed*)( than)?; not exceeding; not to exceed; maximum( of)?; max; at most; до; не более( чем)?; максимум; не превыша*; حداکثر; تا سقف; نهایتا; حد اکثر; hasta( un maximo de)?; (como )?maximo( de)?; no mas de; jusqu'a; au maximum; (un )?maximum de; au plus; pas plus de; bis zu; hochstens; maximal; fino a; ate; fins a",
  ),
  exactly: phrasePattern('exactly; precisely; ровно; в точности; دقیقا; exactamente; exactement; genau'),
} as const

export const directionWords = {
  both: phrasePattern(
    'each (party|side|institution|university|partner|way); both (parties|sides|institutions|universities); (the )?(parties|two universities|two institutions) (shall|will|agree); mutual*; reciproc*; bilateral; exchange*; from each( side| institution| university)?; per (institution|side|party); either (party|institution|side); (с |от )?кажд* (сторон*|вуз*|университет*); обе стороны; стороны; взаимн*; обоюдн*; обмен*; هر (طرف|یک از طرفین|دو طرف|کدام|دانشگاه); طرفین; دو طرف; متقابل*; تبادل; مبادله; دوجانبه; از هر (طرف|سو|دانشگاه); cada (parte|institucion|universidad|una); ambas (partes|instituciones|universidades); las partes; mutu*; reciproc*; intercambi*; chaque (partie|etablissement|universite|institution); les (deux )?parties; de part et d autre; mutuel*; reciproque*; echange*; beide (seiten|parteien|hochschulen); gegenseitig*; jede (seite|partei); austausch*',
  ),
} as const
