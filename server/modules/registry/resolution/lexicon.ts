// Words that most organisation names share, in many languages: each maps to one concept, so that they compare across scripts.
import { hashText } from './columns.ts'
import { fold } from './fold.ts'
import { PLACE_NAMES } from './place-names.ts'
import { scriptOf, soundKey } from './transliteration.ts'

/** Folded by `fold`; a concept's own name is the first word. */
const CONCEPTS = `
university univ universite universitat universitaet universidad universidade universita universiteit universitet universitetet universitetas universitesi universitas universitate universitatea universiti univerzita univerzitet univerzitetu univerza yliopisto ylikool egyetem uniwersytet sveuciliste sveucilista universitario universitaria universitair universitaire universiti uni universitati daneshgah jamiat panepistimio panepistimiou panepistimion pohjois դամ համալսարան دانشگاه دانشگاهی پوهنتون جامعه جامعات یونیورسٹی universitesi universitesinin univ univerzity universtiy universtity univeristy unversity universty univercity университет ун-т ун унт університет універсітэт ўніверсітэт универзитет πανεπιστημιο πανεπιστημιου უნივერსიტეტი უნივერსიტეტის אוניברסיטת אוניברסיטה विश्वविद्यालय universitetining unversite daneshgahe daneshgahi
institute inst institut instituto istituto instytut institutt institutet instituut ustav intezet institutul insts intitute institue instituted институт ин-т інститут ін-т інстытут інст موسسه موسسات انستیتو پژوهشگاه پژوهشکده معهد المعهد انسٹی ٹیوٹ ինստիտուտ ინსტიტუტი ინსტიტუტის ινστιτουτο ινστιτουτου מכון संस्थान enstitusu enstitu instituts institutai institutas instituti moasseseh moassese pazhuheshgah pazhoheshgah pajouheshgah pazhuheshkadeh pajoheshkadeh
academy acad akademie academie academia accademia akademia akademija akademiya akademi akademisi akademie akad академия академии академія академії академиясы акад акадэмія آکادمی فرهنگستان اکادیمیه אקדמיה ακαδημια აკადემია ակադեմիա akademii akademiia
college coll collegio colegio kolledz kolledzh колледж коледж کالج آموزشکده کلیه المکللات מכללת מכללה κολλεγιο kolej koleji महाविद्यालय kollegium colleges
school sch schule ecole escuela escola scuola skola szkola школа школы مدرسه مدارس σχολη בית skole schools okulu koulu
hochschule fachhochschule hogskola hogskole hogeschool høgskole hoyskole ammattikorkeakoulu
faculty fac fak faculte facultad faculdade facolta fakultat fakultaet fakultet faculteit fakulta fakultesi факультет факультета ф-т фак факультэт دانشکده σχολης הפקולטה ֆակուլտետ ფაკულტეტი शिक्षा sahifesi fakultete tiedekunta daneshkadeh daneshkade
department dept dep depart departement departamento dipartimento departement departament afdeling abteilung bolum bolumu кафедра кафедры каф отдел отделение отделения відділ відділення گروه بخش اداره قسم شعبه τμημα τμηματος ամբիոն კათედრა המחלקה विभाग departments deptartment dpt dipart dpto katedra zaklad
division div divisione section sect unit unite unidad unidade sektion
laboratory lab labs laboratoire laboratorio laboratorium laboratories laboratorium labor лаборатория лаборатории лаб лабораторія آزمایشگاه مختبر εργαστηριο laboratoriya laboratoriia
center centre centro zentrum centrum centr centri cent ctr centar tsentr center centers centres merkezi merkez keskus kozpont центр центра ц-р центру مرکز مراکز κεντρο κεντρου ცენტრი կենտրոն מרכז केंद्र zentr centrul centras markaz
hospital hosp hopital hopitaux hospitals ospedale hospices krankenhaus klinikum spital spitali szpital sykehus sjukhus sygehus hastanesi hastane ziekenhuis sairaala bolnica nemocnice korhaz больница больницы лікарня лікарні госпиталь б-ца بیمارستان مستشفی مستشفیات νοσοκομειο νοσοκομειου בית חולים հիվանդանոց საავადმყოფო अस्पताल हॉस्पिटल ospedaliera ospedaliero hospitalier hospitalar hospitalario hosptial hospitalet bimarestan
clinic clinica clinique klinik klinika клиника клиническая клініка کلینیک درمانگاه clinics klinikleri klinisch
research recherche forschung investigacion investigaciones pesquisa ricerca ricerche onderzoek badan forskning arastirma arastirmalari исследовательский исследований исследования исследовательского исследовательская дослідницький досліджень дослідний تحقیقات تحقیقاتی پژوهش پژوهشی پژوهشهای بحوث للبحوث ερευνας ερευνων מחקר अनुसंधान res rsch vyzkumny vyzkum issledovatelskii issledovatelskiy issledovanii badania recherches forschungs doslidnyi doslidnytskyi tahqiqat tahghighat tahqiqati pazhuhesh pazhoohesh
science sci sciences scientific wissenschaft wissenschaften ciencia ciencias scienza scienze nauk nauki nauka nauky vede ved vetenskap vetenskaper videnskab wetenschap wetenschappen bilimleri bilim tudomanyos наук наука науки навук научный научного научно научная науковий علم علوم علمی επιστημων επιστημης विज्ञान მეცნიერებათა գիտությունների מדע מדעים scientifique scientifiques cientificas cientifica olum tudomany scien ulum oloum uloom elmi
technology technol technologies tech technologie technologien tecnologia tecnologico tecnologica tecnologias technologique technological technologiczny teknoloji teknologi teknologiska технология технологий технологический технологического технологии технологічний технологій технологічного صنعتی فناوری تکنولوژی تقنیه تکنولوجیا التقنیه τεχνολογιας τεχνολογικο प्रौद्योगिकी טכנולוגיה ტექნოლოგიური sanati fanavari texnologiya tehnologije
technical technische technischen technischer technique techniques tecnica tecnico tekniska teknisk technisches techniczny technicky technicka technicke tehnicki tehnička teknik технический технического техническая технічний технічного فنی ტექნიკური τεχνικο texnicheskij
polytechnic polytechnical polytechnique politecnico politecnica politechnika politehnica polytechnische polytechnisch polytech politehnika политехнический политехнического політехнічний політехніка پلیتکنیک پلی‌تکنیک πολυτεχνειο politeknik politexnicheskij
medical med medicine medicina medizin medizinische medizinischen medico medica medicale medicales medizinisches medisch medyczny medicinski медицинский медицинского медицинская медичний медичного мед медицины медицини پزشکی طب طبی طبیه ιατρικη ιατρικης चिकित्सा רפואה medicas tip tibbiyot meditsinskii meditsinskiy medicinskij lekarska lekarsky medecine medizinischer medicin medicinska medicinsk pezeshki pezeshky
national natl nat nacional nazionale nationale nationales nationaler nationaal nasional narodni narodowy ulusal nacionalni национальный национального национальная нац национальної національний національного національна нацыянальны ملی وطنی الوطنی εθνικο εθνικη εθνικον राष्ट्रीय לאומי ეროვნული ազգային milli natsionalnii natsionalnyy natsionalnyi natsional nationals melli
state staatliche staatlich statale estatal estadual etat statni panstwowy panstwowa devlet drzavni государственный государственного государственное государственная гос державний державного державна дзяржаўны دولتی حکومی κρατικο राज्य სახელმწიფო պետական gosudarstvennii gosudarstvennyy gosudarstvennyi gosudarstvennyj gosudarstvennogo derzhavnyi derzhavnyy davlat memlekettik мемлекеттік մեծ
federal federale federation federación федеральный федерального федеральное федеральная федер федеральний فدرال اتحادی bundes federalnyy federalnii federalnyi
international intl internacional internazionale internationale internationales internationaal miedzynarodowy uluslararasi международный международного международная міжнародний міжнародна بین‌المللی بینالمللی دولی διεθνες διεθνης अंतर्राष्ट्रीय בינלאומי xalqaro mezhdunarodnyy mezhdunarodnyi mezhdunarodnii intern
ministry ministere ministerio ministerium ministero ministerstvo ministerie ministerul bakanligi ministarstvo minister министерство министерства міністерство міністерства وزارت وزاره υπουργειο मंत्रालय משרד სამინისტრო նախարարություն ministries kementerian vezarat
foundation found fondation fundacion fundacao fondazione stiftung stichting stiftelse fundacja vakfi nadace фонд фонда бنیاد بنیاد موسسه‌خیریه ιδρυμα foundation fundatia
society soc societe sociedad sociedade societa gesellschaft genootschap towarzystwo spolecnost dernegi общество общества товариство انجمن جمعیت جمعیه εταιρεια समाज sociedade societatea tarsasag anjoman
association assoc asociacion associacao associazione vereinigung verein vereniging ассоциация асоціація союз
council conseil consejo conselho consiglio совет рада شورا شورای مجلس κεντρικο परिषद
museum musee museo museu muzeum muzeul muzej музей музея موزه متحف μουσειο מוזיאון მუზეუმი muzesi
library bibliotheque biblioteca bibliothek biblioteka knihovna библиотека библиотеки бібліотека کتابخانه مکتبه βιβλιοθηκη kutuphanesi ketabkhaneh ketabkhane
company co corp corporation inc incorporated ltd limited llc gmbh ag sa srl spa bv nv plc oy ab as kft sro pty pvt private zao ooo oao pao ооо оао зао пао ао тов شرکت شرکه company compania compagnie sas sarl kg kgaa llp doo ad oyj aps eood sherkat
agricultural agriculture agricola agraria agricole agrarian landwirtschaft аграрный аграрного сельскохозяйственный аграрний کشاورزی زراعیه γεωπονικο कृषि agri tarim keshavarzi
pedagogical pedagogic pedagogica paedagogische pedagogiczny педагогический педагогического пед педагогічний педагогічного تربیتی pedagogicheskiy pedagogicheskii
engineering eng engn engng ingenieria engenharia ingegneria ingenieurwissenschaften ingenierie инженерный инженерного инженерии інженерний مهندسی هندسه μηχανικων इंजीनियरिंग muhendislik muhendisligi handasa mohandesi
health sante salud saude salute gesundheit gezondheid halsa helse saglik здоровья здравоохранения охорони بهداشت صحه الصحه υγειας स्वास्थ्य
general generale generalny general allgemeines genel общий
central centrale zentral zentrale centralny центральный центрального центральна مرکزی मركزی
agency agence agencia agenzia agentur agentschap агентство
regional regionale regional regionaler областной областная обласний областного краевой استانی
public publique publico publica publica oeffentliche
north northern nord norte nordic
south southern sud sur sul
east eastern est
west western ouest oeste
management managment gestion gestione zarzadzania zarzadzanie menedzmenta menadzment yonetim менеджмента менеджмент менеджменту управления مدیریت
economics economic economy economia economica economicas economiques economique ekonomii ekonomiczny ekonomiczna ekonomi ekonomika ekonomicka ekonomicky wirtschaft экономики экономический экономическая экономика економіки економічний اقتصاد اقتصادی iktisat
education educational educacion educacao educazione edukacji edukacja bildung образования образование освіти آموزش egitim amuzesh amoozesh
higher wyzsza wyzszej wyzsze vysoka vysoke vyssi superieur superieure superieures superior superiore superiores высшая высшей высшего высшее вища вищої вищий عالی
law droit derecho direito diritto prawa prava юридический юридическая юридичний юридична حقوق
arts art artes arti kunste kunsten sztuki sztuk umeni искусств искусства мистецтв هنر
music musique musica musik muzyki muzyczna музыки музыкальная موسیقی
applied angewandte appliquees appliquee applicata aplicadas aplicada toegepaste прикладной прикладных stosowanych
islamic islami eslami islamia islamiyah islamiah islamiya islamique islamica islamico islamski اسلامی اسلامیه исламский исламская исламского исламська
branch vahed واحد филиал филиала філія філіал
saint st ste san sankt sint sainte
mount mt
1 i
2 ii
3 iii
4 iv
6 vi
7 vii
8 viii
9 ix
11 xi
12 xii
`

const STOPS = `of the and for at in on to de la le les du des del della delle dei degli di do da dos das e y et und fur fuer der die das den dem im am zu zur zum van voor het een te w i na v a an with by from
и в на по при для им имени імені ім або та й з за у о об و در از برای به للـ fi wa al el l d named after formerly currently now ve ile και της του των στο στη την le lo los las los il gli dell dall nell sull all qu s or
atyndagy atyndaghy атындағы imeni ye`

const UNIT = `department faculty school division laboratory clinic section college program programme graduate undergraduate group chair lehrstuhl chaire catedra wing branch office campus service services ward team area key core facility platform postgraduate residency unit subdivision directorate bureau معاونت دفتر واحد رشته управление сектор катедра катедры كرسي одсек відділ կաֆեդրա`

const ADDRESS = `street str st avenue ave av road rd boulevard blvd lane ln drive dr box po pob p.o zip postal postcode cedex building bldg bld floor fl room rm suite block tower house square sq plaza platz strasse rue via calle rua praca piazza ulica ul улица ул проспект пр шоссе дом корпус г город м місто м. вул خیابان بلوار کوچه پلاک صندوق پستی کدپستی شهر استان کد شارع ص ب no nr tel fax email mail e-mail phone city town village district province prefecture county municipality state region cp bp apdo pr highway hwy km`

const SUBJECTS = `physics chemistry biology mathematics math medicine surgery pediatrics paediatrics neurology psychiatry psychology radiology pathology oncology cardiology anesthesiology ophthalmology urology dermatology otolaryngology orthopaedics orthopedics orthopaedic orthopedic gynecology obstetrics nursing pharmacy dentistry pharmacology physiology anatomy biochemistry genetics immunology microbiology epidemiology statistics biostatistics computer computing informatics electrical electronic electronics mechanical civil chemical environmental industrial biomedical materials mechanics energy economics business management law education history philosophy geography geology sociology anthropology linguistics literature languages communication arts humanities social political policy natural applied theoretical experimental molecular cellular clinical internal emergency veterinary animal plant food water earth atmospheric marine ocean space astronomy astrophysics nuclear electronical information systems studies بیولوژی فیزیک شیمی ریاضی ریاضیات физики химии биологии математики физика математика`

const ABBREVIATIONS = new Map(
  Object.entries({
    univ: 'university',
    inst: 'institute',
    acad: 'academy',
    coll: 'college',
    natl: 'national',
    intl: 'international',
    sci: 'sciences',
    hosp: 'hospital',
    med: 'medical',
    ctr: 'center',
  }),
)

/** The English word that an abbreviation stands for; any other word as it is. */
export function unabbreviated(word: string): string {
  return ABBREVIATIONS.get(word) ?? word
}

/** Compounds that are written as two words elsewhere. */
const COMPOUNDS = new Map<string, readonly string[]>()
const COMPOUND_WORDS: [string, readonly string[]][] = [
  [
    'universitatsklinikum universitaetsklinikum universitatsklinik universitatsspital universitaetsspital universitatskliniken universitetssykehus universitetssjukhus universitetssjukhuset universitetshospital universitatskrankenhaus',
    ['university', 'hospital'],
  ],
  ['universitatsmedizin universitaetsmedizin', ['university', 'medical']],
  ['forschungszentrum', ['research', 'center']],
  ['forschungsinstitut', ['research', 'institute']],
]
for (const [forms, parts] of COMPOUND_WORDS) for (const form of words(forms)) COMPOUNDS.set(form, parts)

/** Words of a compound, or undefined when the word is not one. */
export function compoundWords(word: string): readonly string[] | undefined {
  return COMPOUNDS.get(word)
}

/** What kind of word a canonical token is. */
export const WORD_FLAG = { stop: 1, unit: 2, address: 4, subject: 8, concept: 16, digits: 32 } as const

const canonical = new Map<string, string>()
const flags = new Map<string, number>()

function words(list: string): string[] {
  return list
    .split(/\s+/)
    .flatMap(word => fold(word).split(' ').join(''))
    .filter(word => word !== '')
}

function load(): void {
  for (const line of CONCEPTS.split('\n')) {
    const [concept, ...forms] = words(line)
    if (concept === undefined) continue
    canonical.set(concept, concept)
    flags.set(concept, WORD_FLAG.concept)
    for (const form of forms) if (!canonical.has(form)) canonical.set(form, concept)
  }
  for (const line of PLACE_NAMES.split('\n')) {
    const [place, ...forms] = words(line)
    if (place !== undefined) for (const form of forms) if (!canonical.has(form)) canonical.set(form, place)
  }
  const mark = (list: string, flag: number): void => {
    for (const word of words(list)) {
      const concept = canonical.get(word) ?? word
      flags.set(concept, (flags.get(concept) ?? 0) | flag)
    }
  }
  mark(STOPS, WORD_FLAG.stop)
  mark(UNIT, WORD_FLAG.unit)
  mark(ADDRESS, WORD_FLAG.address)
  mark(SUBJECTS, WORD_FLAG.subject)
  for (const kept of ['saint', 'state', '1', 'company']) flags.set(kept, WORD_FLAG.concept)
}
load()

/** Beginnings of inflected words whose endings vary too much to list. */
const STEMS: [RegExp, string][] = [
  [
    /^(universit.{0,4}$|univerzit|uniwersyt.{0,4}$|universid|iunyversyt|університет|университет|универзитет|універсітэт)/,
    'university',
  ],
  [/^(instytut|інститут|институт|інстытут)/, 'institute'],
  [/^(академ[иіяею]|akademi[iyj])/, 'academy'],
  [/^(исследоват|дослідн|дослідж|исследован)/, 'research'],
  [/^(государственн|державн|дзяржаўн|gosudarstvenn|derzhavn)/, 'state'],
  [/^(национальн|національн|нацыянальн|natsionaln|nacionaln)/, 'national'],
  [/^(технологическ|технологічн|tekhnologichesk)/, 'technology'],
  [/^(техническ|технічн|tekhnichesk)/, 'technical'],
  [/^(политехническ|політехнічн|politekhnichesk)/, 'polytechnic'],
  [/^(медицинск|медичн|meditsinsk|medychn)/, 'medical'],
  [/^(педагогическ|педагогічн|pedagogichesk|pedahohichn)/, 'pedagogical'],
  [/^(федеральн|federaln)/, 'federal'],
  [/^(международн|міжнародн|mezhdunarodn|mizhnarodn)/, 'international'],
  [/^(министерств|міністерств|ministerstv)/, 'ministry'],
  [/^(лаборатор|laborator)/, 'laboratory'],
]

const ARABIC_ARTICLE = /^(?:وال|بال|ال)(?=\p{Script=Arabic}{3})/u

/** One spelling for a folded word: its concept, or the word itself without an Arabic article. */
export function canonicalWord(word: string): string {
  const known = canonical.get(word)
  if (known !== undefined) return known
  const bare = word.replace(ARABIC_ARTICLE, '')
  if (bare !== word) return canonical.get(bare) ?? bare
  if (word.length > 5) for (const [stem, concept] of STEMS) if (stem.test(word)) return concept
  return word
}

/** A number that changes when words are read differently: what was stored before must be made again. */
export function lexiconFingerprint(): number {
  let print = 0
  for (const [form, concept] of canonical) print = (print + hashText(`${form} ${concept}`)) | 0
  return print
}

/** Flags of WORD_FLAG for a canonical word. */
export function wordFlags(word: string): number {
  const known = flags.get(word) ?? 0
  return /^\d+$/.test(word) ? known | WORD_FLAG.digits : known
}

/** All concept words in order, to find those with a common beginning. */
let sortedForms: string[] = []

/** Concept that an abbreviation such as "inst" or "держ" stands for; undefined when none or several. */
export function conceptOfBeginning(beginning: string): string | undefined {
  if (beginning.length < 3) return undefined
  let low = 0
  let high = sortedForms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sortedForms[middle] as string) < beginning) low = middle + 1
    else high = middle
  }
  let concept: string | undefined
  for (; (sortedForms[low] ?? '').startsWith(beginning); low++) {
    const one = canonical.get(sortedForms[low] as string)
    if (concept !== undefined && concept !== one) return undefined
    concept = one
  }
  return concept
}

const byDeletion = new Map<string, string>()
const bySound = new Map<string, string>()

/** Concept a misspelt or differently romanised word stands for ("univercity", "panepistimioy"); undefined when none. */
export function conceptLike(word: string): string | undefined {
  if (word.length < 5 || word.length > 24) return undefined
  for (const key of [word, ...deletions(word)]) {
    const concept = byDeletion.get(key)
    if (concept !== undefined) return concept
  }
  return bySound.get(soundKey(word))
}

function loadLikeness(): void {
  sortedForms = [...canonical.keys()].sort()
  for (const [form, concept] of canonical) {
    if (form.length < 5) continue
    for (const key of slipsOf(form)) if (!byDeletion.has(key)) byDeletion.set(key, concept)
    if (scriptOf(form) === 'vowelled' && !bySound.has(soundKey(form))) bySound.set(soundKey(form), concept)
  }
}

function deletions(word: string): string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1))
}

/** A word and its slips; of short words only swapped letters, and only where vowels are not written. */
function slipsOf(form: string): string[] {
  if (form.length >= 6) return [form, ...deletions(form)]
  if (scriptOf(form) !== 'unvowelled') return []
  const swapped = Array.from(
    { length: form.length - 1 },
    (_, i) => form.slice(0, i) + (form[i + 1] as string) + (form[i] as string) + form.slice(i + 2),
  )
  return [form, ...swapped]
}

// At load, not at the first question: that one would miss its time limit.
loadLikeness()
