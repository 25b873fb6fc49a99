// The words by which column headers name their meaning, in the languages we read.
import type { ColumnMeaning } from './column-meanings.ts'
import { fold, phraseSource } from './text-folding.ts'

const headers: [ColumnMeaning, string][] = [
  [
    'partner',
    `partner( (institution|university|organi(z|s)ation|school|name|college|company))?( name)?; (name of )?(the )?(partner |foreign |host |receiving |international |overseas )?(institution|university|organi(z|s)ation|school|college)( name)?s?;
    universities; institutions; institute/university; university/institute; institute; organi(z|s)ation legal name; legal name; full name; institution/organization; name; counterpart; counter‌party; other party; second party; party; parties; member; beneficiary; company( name)?; host institution; foreign source; foreign (side|party|counterpart); cooperating (institution|university|organi(z|s)ation);
    партн(е|ё)р*; (вуз|университет|организаци*|учреждени*)( -| –)?( партн*)?; (зарубежн*|иностранн*) (вуз*|партн*|университет*|организаци*); наименование( (партнера|вуза|организации|университета|зарубежного вуза|зарубежного партнера|учреждения))?; название( (партнера|вуза|организации|университета))?; контрагент*; сторон*; вторая сторона;
    (نام )?(دانشگاه|موسسه|مؤسسه|سازمان|نهاد|مرکز|شرکت|دانشگاه‌ها)( ها)?( ?/ ?موسسه)?( (طرف قرارداد|طرف تفاهم‌نامه|طرف|همکار|خارجی|شریک|مقصد|طرف خارجی))?; نام طرف( مقابل| خارجی| قرارداد)?; طرف (قرارداد|مقابل|خارجی|تفاهم|تفاهم‌نامه|همکاری|دوم); شریک( خارجی)?; همکار خارجی; دانشگاه و موسسه; دانشگاه یا موسسه;
    (nombre de (la )?)?(universidad|institucion|entidad|socio|organizacion|contraparte)( (socia|contraparte|extranjera|de destino|asociada|destino))?; universidades; institucion(es)?; entidad; socio*; contraparte; universitat;
    (nom de (l'|la |l )?)?(universite|etablissement|institution|partenaire|organisme|organisation|ecole)s?( (partenaire|etranger|etrangere|d'accueil|d accueil))?s?; partenaire*; cocontractant;
    partnerhochschule*; partneruniversitat*; partnerinstitution*; hochschule; universitat; universidade( parceira)?; instituicao( parceira)?; parceiro; universita( partner)?; ateneo( partner)?; istituzione; الجامعة; المؤسسة; الشريك; الجهة; اسم الجامعة`,
  ],
  [
    'partner_country',
    `(partner )?(country|countries|nation)( (name|of partner|of institution|code|cd|iso|region))?; country/region; country cd; ctry; страна( (партнера|вуза|организации))?; страны; государство; کشور( (طرف|مقصد|همکار|شریک|محل|دانشگاه|طرف قرارداد))?; نام کشور; کشورها; pais( (socio|de la universidad|de destino|destino|contraparte))?; paises; pays( partenaire*)?; land; paese; nazione; البلد; الدولة; دولة`,
  ],
  [
    'partner_city',
    'city; town; location; city/town; город( партнера| вуза)?; местонахождение; شهر( دانشگاه| محل)?; ciudad; localidad; ville; localite; stadt; ort; cidade; citta; ciutat; المدينة',
  ],
  [
    'partner_unit',
    `(partner|host|foreign) (faculty|department|school|unit|college|centre|center); centre; center; (partner|receiving) unit; faculty at partner; (факультет|подразделение|кафедра) партн*; دانشکده (طرف|مقصد|همکار|شریک)*; (facultad|centro|unidad|departamento|escuela) (socia|de destino|contraparte|extranjera|asociada); centro; (faculte|departement|composante) partenaire; partnerfakultat; centre; facolta partner`,
  ],
  ['partner_identifier:ror', 'ror; ror id; ror code; ror url'],
  [
    'partner_identifier:erasmus_code',
    'erasmus( id)?( institution| institutional)?( code| id)?; erasmus‌code; iic; institution(al)? code; inst code; код erasmus; код эразмус; کد اراسموس; codigo erasmus; codi erasmus; code erasmus; erasmus id code; codice erasmus; hei code; codi; partner code',
  ],
  [
    'partner_identifier:pic',
    'pic( code| number| no)?; participant( identification)? code; org‌id; organisation id; pic‌number; código pic',
  ],
  ['partner_identifier:oid', 'oid( code)?; organisation id oid'],
  ['partner_identifier:schac', 'schac( code| id)?; hei id; domain; домен; دامنه'],
  ['partner_identifier:isni', 'isni'],
  ['partner_identifier:wikidata', 'wikidata( id)?; qid'],
  [
    'partner_identifier:national',
    'national id; registration (number|no); ogrn; огрн; инн; inn; شناسه ملی; rcn; uai; siret; grid',
  ],
  [
    'partner_website',
    '(partner |institution )?(web|website|web site|homepage|url|website url|webpage|site|internet|www)( address| url| link)?; organi(z|s)ation‌url; link to (institution|university|partner); (веб‌)?сайт( вуза| партнера)?; وب‌سایت; سایت; وبگاه; نشانی (وب|اینترنتی); آدرس (سایت|وب|اینترنتی); (sitio|pagina) web; site (web|internet); webseite; sito( web)?; الموقع( الإلكتروني)?',
  ],
  ['latitude', 'lat; latitude; coord lat; широта; عرض جغرافیایی; latitud; breite; latitudine'],
  [
    'longitude',
    'lon; lng; long; longitude; coord (long|lng|lon); долгота; طول جغرافیایی; longitud; länge; longitudine',
  ],
  [
    'home_unit',
    `(home |our |responsible |sponsoring |initiating |lead |owning |internal )?(faculty|department|school|college|unit|division|faculty/department|department/faculty|faculties|departments); faculty (involved|name); academic unit; dept; (ответственн* )?(факультет|подразделение|кафедра|институт|институт/факультет|структурное подразделение); инициатор; دانشکده( (مجری|متولی|مربوطه|مرتبط))?; (واحد|گروه|بخش|معاونت|مرکز)( (مجری|متولی|مربوطه|مسئول|درخواست کننده|آموزشی))?; پردیس; facultad; (centro|unidad|departamento|escuela|dependencia)( (responsable|solicitante|academica|upc|propio|origen))?; facultes?; (faculte|composante|departement|ufr|service|unite)( (porteu*|responsable|concerne*))?; fakultat; fachbereich; faculdade; facolta; dipartimento; facultat; الكلية; القسم`,
  ],
  [
    'number',
    `(convenio|acuerdo|contrato|expediente|convention|accord|договор*|соглашени*) (no|n|num|nº|n°|№|numero); n° (de )?(convenio|convention|accord|dossier); (agreement|contract|mou|ref|refs|reference|file|registration|document|case|internal|proposal|project|protocol)( ref| reference)? (no|number|nr|num|id|code|#); ref; reference; ref no; reference( number| no)?; agreement (id|code); proposal number; id; code; (регистрационн* )?номер( (договора|соглашения|документа))?; № (договора|соглашения|документа); рег №; рег номер; шифр; شماره( (قرارداد|تفاهم‌نامه|سند|ثبت|نامه|موافقت‌نامه))?; کد( (قرارداد|تفاهم‌نامه))?; (numero|num|nº|n°|codigo|referencia|expediente)( de)?( (convenio|acuerdo|expediente|registro))?; (numero|n°|reference|code|ref)( de| d)?( l)?( (accord|convention|dossier))?; aktenzeichen; vertragsnummer; numero; codice; رقم( الاتفاقية)?`,
  ],
  [
    'title',
    `(agreement |mou |contract |project |document )?(title|subject)( of (the )?(agreement|mou|document|contract|project))?; (agreement|mou|contract|project|document) name; name of (the )?(agreement|mou); agreement name; subject; название (договора|соглашения|документа|проекта); наименование (договора|соглашения|документа|проекта); тема; عنوان( (قرارداد|تفاهم‌نامه|سند|موافقت‌نامه|پروژه|طرح))?; موضوع( (قرارداد|تفاهم‌نامه))?; نام (قرارداد|تفاهم‌نامه); titulo( del (convenio|acuerdo))?; (nombre|denominacion|objeto|asunto)( del)? (convenio|acuerdo)?; objeto; intitule( de l'accord)?; (titre|objet)( de (l'accord|la convention))?; titel; bezeichnung; titolo; oggetto; العنوان; الموضوع`,
  ],
  [
    'kind',
    `(agreement |contract |mou |document |partnership |collaboration |cooperation )?(type|kind|category|class)( of (agreement|document|contract|cooperation|partnership|collaboration|mou|instrument))?s?; agreement; agreements; type of agreement; instrument( type)?; doc( type)?; document; modality; program( type)?; вид( (договора|соглашения|документа|сотрудничества))?; тип( (договора|соглашения|документа|сотрудничества))?; документ; соглашение; договор; форма (соглашения|сотрудничества|договора); نوع( (قرارداد|تفاهم‌نامه|سند|موافقت‌نامه|همکاری|توافق|توافق‌نامه|مدرک))?; قالب همکاری; سند; سند همکاری; (tipo|clase|modalidad)( de (convenio|acuerdo|documento|programa|contrato))?; convenio; acuerdo; documento; (type|nature|categorie)( (de |d'|d )(l'accord|accord|la convention|convention|document|partenariat|cooperation))?; accord; convention; (art|typ)( der vereinbarung| des vertrags)?; vertragsart; vertragstyp; abkommen; tipo; tipologia; tipus( de conveni)?; نوع( الاتفاقية)?; doble titulacion; doble titulacio; is doble titulacio`,
  ],
  [
    'status',
    `(current |agreement |mou )?(status|state)( of (agreement|mou))?; stage; phase; active; is active; in force; active?; validity status; статус( (договора|соглашения|документа))?; состояние; стадия; действует; وضعیت( (قرارداد|تفاهم‌نامه|اعتبار|فعلی|همکاری|اجرا))?; مرحله; (estado|situacion|estatus|status)( (actual|del convenio))?; vigente; (statut|etat|situation)( de (l'accord|la convention))?; en vigueur; stand; aktiv; situacao; stato; estat; الحالة; حالة الاتفاقية; فعال`,
  ],
  [
    'signed_on',
    `(date|year|day|month)( of)?( the)? (signed|signature|signing|sign|conclusion|concluded|agreement|execution|mou|contract); (signed|signature|signing|sign|execution|conclusion)( by (both|all|partner))?( on| in)? ?(date|year|on)?; (agreement|mou|moa|contract) (signed|date|year|signature|signing)( date| on)?; signed; date; year; dated; year (signed|of signing|of conclusion|of signature); executed( on)?; signing; first signed; company signed on; дата( (подписания|заключения|договора|соглашения|документа|регистрации))?; год( (подписания|заключения))?; подписан*; заключен*; когда (подписан*|заключен*); (تاریخ|سال|زمان)( (امضا|امضاء|امضای|انعقاد|عقد|قرارداد|تفاهم‌نامه|توافق|مبادله|امضای تفاهم‌نامه|انعقاد قرارداد))?( (تفاهم‌نامه|قرارداد|سند))?; (fecha|ano|año|dia)( de)?( la)?( (firma|suscripcion|firmado|celebracion|convenio))?; firmado( el)?; firma; (date|annee)( de)?( la)? (signature|conclusion); signe( le)?; date de l'accord; annee; (unterzeichnung*|abschluss*|unterschrift*)( datum)?; datum; unterzeichnet( am)?; data( (de assinatura|firma|di firma|signatura|de signatura|stipula))?; assinatura; (تاريخ|سنة)( (التوقيع|الاتفاقية|الإبرام))?`,
  ],
  [
    'in_force_on',
    `(contract |agreement |mou |moa |cooperation |project )?(start|starting|effective|begin*|commence*|valid from|from|in force|entry into force|activation)( date| on| year| from| since)?; (date|year) (of )?(entry into force|commencement|effect|start|in force); valid from; in force (since|from)?; effective from; start; start date; eche start; (дата|год) (начала|вступления)( в силу| действия| срока)?( действия)?; начало( действия| срока)?; действует с; вступ* в силу; с; (تاریخ|سال|زمان)? ?(شروع|آغاز|اجرا|لازم‌الاجرا*|ابتدای|شروع اعتبار|شروع قرارداد|شروع همکاری)( اعتبار| قرارداد| همکاری| تفاهم‌نامه| شدن)*; از تاریخ; (fecha|ano)?( de)? ?(inicio|entrada en vigor|comienzo|vigencia desde)( de)?( vigencia)?; desde; vigente desde; inicio; vigencia inicio; (date|annee)? ?(de |d'|d )?(debut|entree en vigueur|effet|commencement|prise d'effet)( de validite)?; debut; beginn; gultig (ab|von); laufzeit (beginn|von); inkrafttreten; inicio; vigencia inicio; inizio; (data )?(d'inici|inici|inizio|de inicio); decorrenza; (تاريخ )?(البدء|بداية|السريان)`,
  ],
  [
    'approved_on',
    `approv*( date| on| by senate| in senate)?; date (of )?(approv*|senate)*; ratif*( date| on)?; (дата )?(утвержден*|одобрен*|ратификац*); (تاریخ|زمان) (تصویب|تایید|تأیید|ابلاغ|مصوبه); (fecha (de )?)?(aprobacion|ratificacion|consejo de gobierno); (date d'|date de )?(approbation|ratification|validation|conseil); genehmig*; (data (de |d'|di )?)?(aprovacao|approvazione|aprovacio)`,
  ],
  [
    'expires_on',
    `(contract |agreement |mou |moa |cooperation |project )?(expir*|end*|termination|valid until|valid to|valid till|validity|valid through|until|to|due|expiry|expiration|closing|finish|terminat*|lapse*|completion)( date| on| year| end)?; (date|year) (of )?(expir*|end|termination|validity); valid( until| till| thru| through| to)?; validity; end; end date; eche end; expires; expiry; renewal date; (дата|год)? ?(окончани*|истечени*|завершени*|прекращени*)( (действия|срока|срока действия|договора|соглашения))*; действ* до; действителен до; по; срок действия до; (до какого|до) (года|числа)?; срок окончания; (تاریخ|سال|زمان)? ?(پایان|انقضا|انقضاء|انقضای|خاتمه|اتمام|اعتبار|سررسید)( (اعتبار|قرارداد|تفاهم‌نامه|همکاری|مدت|سند|تا))*; معتبر تا; تا تاریخ; پایان; (fecha|ano)?( de)? ?(fin|finalizacion|vencimiento|caducidad|termino|expiracion|terminacion|vigencia hasta|final)( de)?( la)?( vigencia)?; hasta; vence; valido hasta; vigente hasta; vigent fins; fins; vigencia fin; vigencia; (date|annee)? ?(de |d'|d )?(fin|echeance|expiration|terme|cloture)( de)?( la)?( validite| l'accord)?; valable jusqu'au; valide jusqu'au; fin; echeance; (gultig|befristet) bis; ablauf*( datum)?; laufzeit (ende|bis); vertragsende; ende; (data (de |di )?)?(termino|fim|validade|vencimento|scadenza|fine|finalitzacio|caducitat|venciment); scadenza; validade; (تاريخ )?(الانتهاء|انتهاء|النهاية)( الصلاحية)?; vigent fins`,
  ],
  [
    'review_due_on',
    `(next )?(review|evaluation|re‌view)( due)?( date| on)?; review due; renewal (due|date|review); to be reviewed; (дата )?(пересмотр*|проверк*|оценк*); (تاریخ )?(بازنگری|بازبینی|ارزیابی|مرور); (fecha de )?(revision|evaluacion); (date de )?(revue|revision|reexamen|evaluation); uberprufung*`,
  ],
  [
    'term',
    `(validity|agreement|contract|valid|effective|mou)? ?(period|term|dates)( of)?( (validity|agreement|mou|the agreement))?; period; term of validity; (start|from)( date)? (-|–|/|and|to|until) (end|to|expiry)( date)?; срок( действия)?( (договора|соглашения))?; период( действия)?; сроки( действия)?; (دوره|بازه|مدت) (اعتبار|زمانی|اجرا)( قرارداد| تفاهم‌نامه)?; تاریخ شروع و (پایان|خاتمه); مدت اعتبار; (periodo|plazo)( de)?( vigencia| validez)?; periode; (periode|duree) (de validite|de l'accord); laufzeit; periodo( di validita)?; vigencia; فترة (الصلاحية|السريان)`,
  ],
  [
    'duration',
    `duration( of (the )?(agreement|mou|contract|validity))?( years| months| in years| yrs)?; (length|years|months)( of (agreement|validity))?; (initial )?term( years| in years| months)?; validity (years|period years); (срок|продолжительность|длительность)( действия)?( лет| мес| годы| в годах)?; مدت( (قرارداد|تفاهم‌نامه|اعتبار|همکاری|زمان))?( سال| ماه)?; طول مدت; duracion( anos| meses| del convenio)?; plazo; duree( de (l'accord|la convention|validite))?( ans| annees| mois)?; dauer; laufzeit( jahre| in jahren)?; duracao; durata; durada; المدة; مدة الاتفاقية`,
  ],
  [
    'renewal',
    `(auto‌?(matic)? ?|tacit )?(renewal|renewable|renew|renews|extension|prolongation|renewals)( (terms|clause|type|mode|option|conditions|automatic|status|info))?\\??; automatically renew*; auto‌renew*; renewal/extension; (автомат* )?(пролонгаци*|продлени*)( договора| срока)?; (نحوه |شرایط |امکان |قابلیت )?تمدید( (خودکار|قرارداد|تفاهم‌نامه|شونده))?; renovacion*( automatica| tacita)?; prorroga*( automatica| tacita)?; renovable; renouvellement*( automatique| tacite)?; renouvelable; tacite reconduction; reconduction; verlangerung*; renovacao; rinnovo( tacito| automatico)?; renovacio; التجديد; تجديد`,
  ],
  [
    'notice',
    `notice( period| days| months| of termination)?; (termination|expiry) notice( days| period)?; notification period; (срок )?(уведомлени*|предупреждени*)( о расторжении)?; (مهلت|مدت) (اطلاع|اعلام|فسخ|اخطار)*; (plazo de )?(preaviso|aviso|denuncia); (delai de )?(preavis|denonciation); kundigungsfrist; preavviso`,
  ],
  [
    'scope',
    `(agreement |mou )?(scope|purpose|objective*|activit*|area*|content*|coverage|aims|description|details|benefits|program*|terms|summary|commitment*|cooperation|collaboration)( of (the )?(agreement|cooperation|collaboration|mou|work|activit*))?( activit*| areas)?; areas? of (cooperation|collaboration); (forms|fields|types) of (cooperation|collaboration|activity); what it covers; key activities; предмет; (предмет|содержание|цели|цель|направлени*|виды|формы|области|сфера|сферы)( (договора|соглашения|сотрудничества|деятельности|взаимодействия))+; описание; мероприятия; направления; обязательства; (زمینه|حوزه|محور|موضوع|دامنه|اهداف|مفاد|شرح|تعهدات|فعالیت|محتوا)(‌ها|‌های|‌هاي|ی)?( (همکاری|همکاری‌ها|فعالیت|تفاهم|تفاهم‌نامه|قرارداد|مشترک))*; شرح; (ambito|alcance|objetivo*|actividad*|descripcio*|contenido|areas?|finalidad|compromiso*)( de)?( (la )?(cooperacion|colaboracion|actuacion|convenio))?; programes; (domaine*|objectif*|activite*|description|contenu|champ*|portee|engagement*)( de)?( (la )?(cooperation|collaboration|l'accord))?; inhalt*; zweck; beschreibung; ambito; descricao; descrizione; finalita; المجال; مجالات التعاون; الوصف`,
  ],
  [
    'field_of_science',
    `(field*|subject*|discipline*|area|subject area|academic area|academic field|study field|field of (study|science|education)|isced*)( (area|code|of study|of education|name|of science|f))?*; isced( f)?( code)?; major; specialit*; (область|направление|отрасль) (наук*|знани*|подготовки|образования); специальност*; дисциплин*; научн* направлени*; (رشته|رشته تحصیلی|حوزه علمی|زمینه علمی|گرایش|حوزه تخصصی)(‌ها|‌های)?( (تحصیلی|علمی|مرتبط))?; (area|campo|rama)( de)?( (conocimiento|estudio|estudios|cientific*|tematica))?; disciplina*; titulacion*; (domaines?|disciplines?)( (d'etudes|scientifique|d'etude|disciplinaire))?; fachrichtung; fachgebiet; fach; studienfach; area (cientifica|disciplinare); التخصص`,
  ],
  [
    'languages',
    `language*( of (the )?(agreement|instruction|original|document|text|study|teaching))?s?; (working|teaching|instruction|original) language*; языки?( (договора|соглашения|обучения|документа))?; زبان( (قرارداد|تفاهم‌نامه|سند|آموزش|تدریس))?‌?(ها)?; idioma*( del convenio)?; lengua*; langue*( de (l'accord|travail|la convention))?; sprache*; lingua*; llengua; اللغة`,
  ],
  [
    'coordinator_home',
    `(nodal( officer| person| faculty)?); (home |our |internal |faculty |academic |local |institutional |departmental |agreement )?(coordinator|co‌ordinator|lead|owner|responsible|responsible person|champion|sponsor|liaison|initiator|pi|principal investigator|person in charge|academic lead)( (name|home|at home|internal|our side))?; faculty (lead|sponsor|contact); manager; (ответственн*( (лицо|исполнитель|за|от вуза|от университета|с нашей стороны))?); координатор*( (договора|соглашения|программы|от вуза))?; куратор; исполнитель; (مسئول|هماهنگ کننده|مجری|رابط|کارشناس|نماینده|ناظر)( (داخلی|دانشگاه|پیگیری|مربوطه|تفاهم‌نامه|طرح|همکاری))?; (coordinador*|responsable|promotor|investigador principal)( (academico|upc|interno|local|propio))?; (coordinat*|responsable|referent|porteur)( (local|interne|academique|du projet|de l'accord))?; ansprechpartner; koordinator*; beauftragte*; coordenador; (coordinatore|referente|responsabile); المنسق; المسؤول`,
  ],
  [
    'coordinator_partner',
    `(partner|foreign|host|external|counterpart|their)( (institution|side|university))?( s)? (coordinator|co‌ordinator|contact|contact person|lead|representative|pi|responsible); contact( person| name| at partner| partner)?; контактное лицо( партнера)?; контакт*( партнера)?; (координатор|ответственный|представитель) ((от|со стороны) )?партн*; (رابط|مسئول|هماهنگ کننده|نماینده|کارشناس) (طرف|خارجی|طرف خارجی|طرف مقابل|همکار|دانشگاه خارجی|شریک)*; (coordinador|contacto|responsable)( (de la )?(socio|contraparte|externo|universidad socia|extranjero))?; persona de contacto; (contact|coordinateur|responsable)( (partenaire|chez le partenaire|externe|etranger))?; ansprechpartner (partner|extern); contatto; جهة الاتصال`,
  ],
  [
    'contact_email',
    `(contact |coordinator |partner |home )?(e‌mail|email|mail)( address| contact| partner| of coordinator)?s?; (электронн* )?(почта|адрес электронн* почты); эл почта; e mail; (پست الکترونیک*|ایمیل|رایانامه|نشانی الکترونیک*)( رابط)?; (correo|correo electronico|e mail|direccion electronica); (courriel|adresse (mail|email|electronique)|mel); البريد( الإلكتروني)?`,
  ],
  [
    'contact_phone',
    `(contact )?(phone|telephone|tel|mobile|cell|fax|phone/fax)( number| no)?; телефон*; тел; факс; (تلفن|تماس|شماره تماس|شماره تلفن|موبایل|همراه); telefono*; movil; tel(ephone)?; telefon; telefone; الهاتف`,
  ],
  [
    'signatory_home',
    `(our |home |internal )?(signatory|signed by|signer|signatories)( (home|our|ours|name|us|company|university))?; company signed by; подписант*( (от вуза|наш))?; кем подписан*; (امضا‌کننده|امضاکنندگان|امضا کنندگان)( (داخلی|ایرانی|دانشگاه))?; (firmante*|firmado por|suscriptor)( (upc|propio|local|universidad))?; signataire*( (interne|local))?; signe par; unterzeichner; firmatario; الموقع`,
  ],
  [
    'signatory_partner',
    `(partner|foreign|external|counterpart)( s)? (signatory|signer|signed by|signatories); signatory (partner|foreign|external|at partner); partner signed by; подписант* (от |со стороны )?партн*; امضا‌کننده (طرف|خارجی|طرف مقابل|طرف خارجی); firmante* (socio|externo|contraparte|extranjero); signataire* (partenaire|externe)`,
  ],
  [
    'remarks',
    `remark*; note*; comment*; observation*; additional (info*|note*|details|comments); other; misc*; annotation*; further information; особые отметки; примечани*; комментари*; заметк*; дополнительн* (информаци*|сведени*); (توضیحات|ملاحظات|یادداشت|توضیح|نکات|شرح بیشتر); observacion*; nota*; comentario*; remarque*; commentaire*; bemerkung*; anmerkung*; notizen; observac*; note; osservazioni; ملاحظات`,
  ],
  [
    'document_link',
    `(link|url|file|document|scan|pdf|copy|attachment|soft copy|download)( (to|of) (the )?(agreement|document|mou|pdf|file|scan))?( link| url| file| info| copy)?s?; (agreement|signed|mou) (link|url|file|document|copy|scan|pdf); pdf info; скан*( (договора|соглашения|документа))?; (ссылка|файл|документ)( на (договор|соглашение|документ|файл))?; (لینک|فایل|سند|پیوند|نسخه|تصویر|اسکن)( (قرارداد|تفاهم‌نامه|سند))?; (enlace|archivo|fichero|documento|ver)( (del |al )?(convenio|documento))?; (lien|fichier|document|piece jointe)( (vers )?(l'accord|la convention|du document))?; datei; dokument; verweis; رابط; الملف`,
  ],
  [
    'quota',
    `((number|no|nb|num|n) )?(of )?(outgoing|incoming|outbound|inbound|exchange|annual|yearly|available|max*)? ?(student|staff|teacher|professor|scholar|researcher|faculty member|place|slot|seat|vacanc|mobilit|position|trainee)(ies|y|s|es)?( (outgoing|incoming|outbound|inbound|out|in|exchange|per year|places|quota|exchanges|mobility|number|free|available|number of places|a year|annually))*; quota*( per year)?; outgoing( students| staff)?; incoming( students| staff)?; places( available)?; number of places; months per (student|place); (количество|число|кол во) ((исходящих|входящих) )?(мест|студентов|преподавателей|обучающихся|человек)( (исходящих|входящих))*; квот*; студент*( (исходящ*|входящ*|исх|вх))?; (исходящ*|входящ*)( студент*)?; (تعداد|سهمیه|ظرفیت)( (دانشجو*|استاد*|اساتید|نفرات|جایگاه|پذیرش|اعزام|دانشجویان|اعزامی|ورودی|خروجی|دانشجویان اعزامی))*; (numero|n|num) (de )?(plazas|estudiantes|alumnos|profesores)( (salientes|entrantes|anuales|outgoing|incoming))*; (estudiantes|alumnos|profesores) (salientes|entrantes|outgoing|incoming); vacantes; plazas; cupos; (nombre|nb|flux) (de |d'|d )?(places|etudiants|enseignants|mobilites)( (sortants|entrants))*; (etudiants|enseignants) (sortants|entrants); (anzahl )?(platze|studierende|studienplatze)( (outgoing|incoming))?; vagas; posti; places; عدد (الطلاب|المقاعد)`,
  ],
]

/** The side that is one's own in lists that name both: it is never a partner. */
const homeHeaders = `(home|our|own|internal|lead|local) (university|institution|organi(z|s)ation|side|party|hei)( name)?; (наш|головн*|российск*) (вуз|университет|организаци*|сторона); (вуз|организация)-инициатор; (دانشگاه|موسسه|مؤسسه|طرف) (مبدا|داخلی|ایرانی|ما|مادر); (universidad|institucion|entidad) (de origen|propia|local); (etablissement|universite) (d'origine|porteu*); heimathochschule; universita di origine; الجامعة الأم`

/** Headers of things that are no part of an agreement and stay as they are. */
const keptHeaders = `street; address; post cd; post‌code; zip( code)?; po box; (s|sr|serial|row|item|line|nr|no|№|n|#)( no| number| nr| #)?; no; п/п; № п/п; № п п; nn; ردیف; شماره ردیف; num orden; short name; acronym; shortname; activity type; organi(z|s)ation type; type of (institution|organi(z|s)ation); region; continent; world region; rank*; project did; country did; partner did; регион; адрес; улица; индекс; منطقه; قاره; آدرس; direccion; calle; codigo postal; adresse; rue; code postal; strasse; plz; place; place (of )?(signature|signing); signed (at|in); venue; lugar( de (la )?firma)?; lieu( de (la )?signature)?; место( (подписания|заключения))?; محل( امضا)?; numpartners; numprojects; (num|number|count|total)( of)? (partners|projects|agreements|participants); role; (qs|the|arwu|world)( world)? rank*( [0-9]+)?; amount; value; budget; cost*; importe; valor; monto; montant; сумма; стоимость; مبلغ; ${homeHeaders}`

export interface HeaderMatch {
  meaning: ColumnMeaning
  /** 1 when the header is exactly such words, less the more else it holds. */
  score: number
}

const LETTER = '[\\p{L}\\p{N}]'
const compiled = headers.map(([meaning, list]) => ({
  meaning,
  pattern: new RegExp(`(?<!${LETTER})(?:${phraseSource(list)})(?!${LETTER})`, 'gu'),
}))
const kept = new RegExp(`^(?:${phraseSource(keptHeaders)})$`, 'u')

/** Headers in one comparable form: "signedOn", "signed_on" and "Signed On" are one; brackets and line ends count as blanks. */
export function headerKey(header: string): string {
  const apart = header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fold(apart)
    .replace(/[^\p{L}\p{N}#№°%&+'/-]+/gu, ' ')
    .replace(/^[\s/'-]+|[\s/'-]+$/g, '')
    .trim()
}

/**
 * Meanings that a header may have, best first; bilingual headers ("Страна / Country") count each side.
 * In a header of two rows ("Agreement / Signed") the lower one says what the column holds.
 */
export function matchHeader(header: string, isGrouped = false): HeaderMatch[] {
  const whole = headerKey(header)
  if (whole === '') return []
  if (kept.test(whole)) return [{ meaning: 'kept', score: 0.95 }]
  const sides = sidesOf(header, whole, isGrouped)
  const best = new Map<ColumnMeaning, number>()
  for (const { side, weight } of sides) {
    if (kept.test(side)) raise(best, 'kept', 0.74 * weight)
    for (const { meaning, pattern } of compiled) {
      for (const match of side.matchAll(pattern)) {
        const share = match[0].trim().length / side.length
        raise(best, meaning, (share === 1 ? 1 : 0.35 + 0.5 * share) * weight)
      }
    }
  }
  return [...best].map(([meaning, score]) => ({ meaning, score })).sort((a, b) => b.score - a.score)
}

function sidesOf(header: string, whole: string, isGrouped: boolean): { side: string; weight: number }[] {
  const cut = isGrouped ? header.lastIndexOf(' / ') : -1
  const lower = cut < 0 ? header : header.slice(cut + 3)
  const inner = [lower, ...headerSides(lower)].map(headerKey).filter(side => side.length > 1)
  const sides = inner.map((side, at) => ({ side, weight: at === 0 && cut >= 0 ? 1 : 0.95 }))
  if (cut < 0) return [{ side: whole, weight: 1 }, ...sides.slice(1)]
  return [...sides, { side: whole, weight: 0.9 }, { side: headerKey(header.slice(0, cut)), weight: 0.45 }]
}

function headerSides(header: string): string[] {
  const outside = header.replace(/[([{（].*?[)\]}）]/gu, ' ')
  const inside = [...header.matchAll(/[([{（](.*?)[)\]}）]/gu)].map(match => match[1]!)
  return [outside, ...inside, ...header.split(/\s+[/|–-]\s+|\n|\s*\|\s*/u)].filter(side => side !== header)
}

function raise(best: Map<ColumnMeaning, number>, meaning: ColumnMeaning, score: number): void {
  if (score > (best.get(meaning) ?? 0)) best.set(meaning, score)
}
