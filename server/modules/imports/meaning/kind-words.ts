// The words and codes by which lists name kinds of agreement, in the languages we read.
import { phrasePattern } from './text-folding.ts'

export const agreementKinds = [
  'memorandum',
  'treaty',
  'protocol',
  'exchange_agreement',
  'project_agreement',
  'joint_degree',
  'recognition_agreement',
  'technology_agreement',
  'letter_of_intent',
  'annex',
  'amendment',
  'other',
] as const

export type AgreementKind = (typeof agreementKinds)[number]

export type SpecificKind = Exclude<AgreementKind, 'other'>

export const kindPhrases: Record<SpecificKind, string> = {
  amendment: `
      amendment*; amended; modification; renewal agreement; extension agreement; изменени*;
      дополнительное соглашение; доп соглашение; о внесении изменений; اصلاحیه; متمم; enmienda*; modificacion;
      modificatorio; avenant*; adenda de modificacion; aditamento; anderung*`,
  annex: `
      annex*; addend*; appendix; appendices; supplement*; schedule; приложени*; дополнени*; پیوست; الحاقیه; ضمیمه;
      anexo*; adenda*; annexe*; anhang; allegato; ملحق`,
  letter_of_intent: `
      letter* of (intent*|interest|understanding|cooperation); loi; statement of (intent*|interest);
      declaration of intent*; joint declaration; письмо о намерениях; декларация о намерениях;
      соглашение о намерениях; протокол о намерениях; نامه (اعلام )?(تمایل|همکاری); اعلام تمایل; بیانیه( مشترک)?;
      تفاهم اولیه; carta de (intencion*|intenciones|compromiso|entendimiento); lettre d'intention*;
      lettre d intention*; declaration d'intention; absichtserklarung; carta de intencoes; lettera di intenti;
      خطاب نوايا; إعلان نوايا`,
  joint_degree: `

      (dual|double|joint|multiple)( (master*|bachelor*|doctoral|phd|ph.d|undergraduate|graduate|mba|msc))? (degree|diploma|phd|doctorate|award|program*|title)*;
      (dual|double|joint) (degree*|diploma*|phd*|doctor*|programme*|program*|master*|bachelor*); dual; cotutelle;
      co‌tutelle; joint supervision; co‌supervision; articulation*; 2+2; 1+3; 3+1; 2+1; 1+2; 1+1; 3+2; ddp;
      twinning program*; (двойн*|совместн*) (диплом*|степен*|образовательн* программ*|программ*|аспирантур*);
      двудипломн*; двух дипломн*; сетев* (образовательн* )?программ*; сетев* форм*; совместн* руководств*; котютель;
      (مدرک|دوره|برنامه|رشته)(‌های|‌ها)? (مشترک|دوگانه); دو مدرکی; دوره مشترک; راهنمایی مشترک;
      doble (titulacion*|grado*|titulo*|diploma*|master*); titulacion* conjunta*; titulo conjunto; cotutela;
      double (diplome*|titulation); diplome* conjoint*; co diplome; codiplomation; doppelabschluss*;
      dupla (titulacao|diplomacao); doppio titolo; doble titulacio; درجة (مزدوجة|مشتركة)`,
  recognition_agreement: `
      (mutual )?recognition; credit transfer; equivalenc*; accreditation agreement; mra; (о )?(взаимн* )?признани*;
      перезачет*; нострификаци*; (به )?رسمیت شناختن; شناسایی متقابل; ارزشیابی مدارک; معادل‌سازی;
      (reconocimiento|convalidacion|homologacion)( mutuo| de (titulos|creditos|estudios))?;
      reconnaissance( mutuelle)?; anerkennung*; reconhecimento; riconoscimento; اعتراف متبادل`,
  technology_agreement: `
      technology (transfer|agreement|cooperation|licen*); licen(c|s)e( agreement)?; licensing; patent*;
      material transfer; mta; non‌disclosure( agreement)?; nda; confidentiality agreement; commerciali*; лиценз*;
      (о )?(передач* )?технологи*; о неразглашении; о конфиденциальности; انتقال (فناوری|تکنولوژی|دانش فنی); فناوری;
      لیسانس فناوری; پروانه بهره‌برداری; محرمانگی; transferencia (de )?tecnolog*; licencia*; confidencialidad;
      transfert de technologie*; accord de licence; confidentialite; technologietransfer*; نقل التكنولوجيا`,
  exchange_agreement: `

      (reciprocal |bilateral )?(student*|staff|faculty|academic|scholar*|teacher*|professor*|researcher*|doctoral|graduate|undergraduate|personnel|university|educational|trainee*)( and (staff|faculty|student*|scholar*|researcher*))? (exchange*|mobility|swap);
      exchange* (agreement*|program*|of (student*|staff|faculty|scholar*|academic*|professor*|researcher*|teacher*));
      (bilateral |reciprocal )?exchange*; mobility( agreement*)?; study abroad( agreement*| program*)?;
      education abroad; semester abroad; iia; inter‌institutional( agreement*)?; interinstitutional( agreement*)?;
      erasmus*( (agreement*|kal?|ka ?1(07|31|71)?|icm))?; abrd; sea; sep; ipa; faculty‌led; tuition waiver;
      internship*( agreement*)?; (о )?практик*; стажировк*; کارآموزی; practicas; pasantia*; stages?; fee paying; visiting student*; summer (school|program*); mevlana;
      swiss european mobility; (об? )?обмен*( студент*| преподавател*| учен*)?;
      (академическ* |студенческ* )?мобильност*; включенн* обучени*; межинституциональн*;
      تبادل( استاد| دانشجو| هیات علمی| علمی| پژوهشگر)?( و دانشجو| و استاد)?;
      (قرارداد|موافقت‌نامه|تفاهم‌نامه) (تبادل|مبادله)*; مبادله; تبادل دانشجویی; جابجایی دانشجو;
      intercambio*( estudiantil*| academic*| de (estudiantes|profesores|alumnos|docentes|personal))?;
      movilidad( estudiantil| academica| de estudiantes)?;
      echange*( d etudiants| etudiants| academique*| universitaire*)?; echange* d'(etudiants|enseignants|personnel);
      mobilite( etudiante| des etudiants)?; (studierenden|studenten|dozenten)?austausch*( abkommen| vertrag)?;
      intercambio; mobilidade; scambio; mobilita; mobilitat; intercanvi; تبادل (طلاب|أكاديمي|الطلاب)`,
  project_agreement: `

      (joint )?(research|project|consortium|grant|sub‌award|sub‌grant|service*|funding|collaborat* research|research collaborat*|research cooperation)( (agreement*|contract*|collaborat*|cooperation|project*));
      collaborative research; joint (research|project*|laborator*|lab); consortium; project;
      implementing (agreement|arrangement); implementation agreement; specific agreement; work plan; action plan;
      program* of cooperation; cooperation program*; программ* (сотрудничества|работ|мероприятий); рабоч* программ*;
      план (работ*|мероприятий|действий); (о )?(совместн*|научн*)( исследован*| проект*|-исследовательск*);
      (научн* )?проект*; консорциум*; о создании (лаборатории|центра); قرارداد پژوهشی;
      (پروژه|طرح)( مشترک| تحقیقاتی| پژوهشی)?; همکاری پژوهشی; پژوهش مشترک; کنسرسیوم; برنامه (همکاری|اجرایی|عملیاتی);
      قرارداد اجرایی; convenio especifico; especifico*; specifique*; acuerdo especifico; proyecto*; consorcio; contrato de investigacion;
      projet*; accord specifique; convention specifique; convention de recherche; projektvereinbarung; projeto;
      acordo especifico; progetto; conveni especific; اتفاقية (بحث|مشروع)*`,
  treaty: `
      treat(y|ies); intergovernmental( agreement*)?; inter‌governmental( agreement*)?; government‌to‌government; g2g;
      international treaty; state agreement; cultural agreement; договор между (правительств*|государств*);
      межправительственн*( соглашени*)?; межгосударственн*( договор*| соглашени*)?; межведомственн*( соглашени*)?;
      معاهده; عهدنامه; پیمان; کنوانسیون; (موافقت‌نامه|تفاهم‌نامه|توافق‌نامه) (بین دولت*|دولتی|بین‌دولتی|فرهنگی);
      tratado*; acuerdo (intergubernamental|gubernamental); convenio (intergubernamental|internacional); traite*;
      accord intergouvernemental; vertrag zwischen (den )?(regierungen|staaten); staatsvertrag; trattato; معاهدة`,
  protocol: `
      protocol*; протокол*; پروتکل; صورت‌جلسه; protocolo*; protocole*; protokoll*; minutes; record of discussion*;
      rod; بروتوكول`,
  memorandum: `
      mou*; m.o.u; moa; m.o.a; mof?c; moi;
      memorand*( of (understanding|agreement|cooperation|association|collaboration))?;
      memo of (understanding|agreement); framework( (agreement*|convention|cooperation))?; umbrella( agreement*)?;
      master( cooperation| collaboration)? agreement;
      (general|academic|bilateral|mutual|cultural|scientific|university|international|institutional|educational|comprehensive|strategic|partnership)?( and (scientific|cultural|educational|academic))? (cooperation|collaboration|co‌operation|partnership|affiliation)( (agreement*|arrangement*|framework))?;
      agreement* (of|on|for) (academic |scientific |mutual |general |cultural )?(cooperation|collaboration|co‌operation|partnership);
      (general|frame) agreement*; sister universit*; gca; aca; cca;
      меморандум*( о (взаимопонимании|сотрудничестве|намерениях))?; (рамочн*|генеральн*|общ*) (соглашени*|договор*);
      ((соглашени*|договор*) )?(о|об) ((научн*|академическ*|международн*|взаимн*|стратегическ*|научно-техническ*|творческ*|межвузовск*) )*(и )?(сотрудничеств*|партнерств*|взаимодействи*|взаимопонимани*);
      о партнерстве; тематическ* соглашени*; تفاهم‌نامه( همکاری)?; یادداشت تفاهم( همکاری)?; تفاهم;
      (قرارداد|موافقت‌نامه|توافق‌نامه|سند)( کلی| جامع)? همکاری*( علمی| مشترک| آموزشی| بین المللی)?;
      همکاری (مشترک|علمی|دوجانبه); memorando*( de (entendimiento|cooperacion))?;
      (convenio|acuerdo|contrato) (marco|general|bilateral|base);
      (convenio|acuerdo)s? (de |general de |marco de )?(cooperacion|colaboracion|entendimiento)*( academica| cientifica| universitaria| interinstitucional)?;
      convenio* (de )?(cooperacion|colaboracion); marco; memorandum d'(entente|accord); protocole d'(accord|entente);
      accord*(-| )?(cadre|de cooperation|de partenariat|de collaboration|general);
      convention*(-| )?(cadre|de cooperation|de partenariat|de collaboration); entente;
      rahmen(vertrag|abkommen|vereinbarung); kooperation*(vertrag|vereinbarung|abkommen)*; partnerschaft*;
      acordo (quadro|de cooperacao|geral); memorando; accordo (quadro|di cooperazione);
      conveni (marc|de col laboracio); مذكرة (تفاهم|تعاون); اتفاقية (تعاون|إطارية)`,
}

/** Words that say only that it is an agreement. */
export const generalWords = phrasePattern(`
      agreement*; accord*; contract*; ia; arrangement*; соглашени*; договор*; контракт*; قرارداد*; موافقت‌نامه*;
      توافق‌نامه*; توافق; convenio*; acuerdo*; contrato*; convention*; contrat*; vertrag*; abkommen*; vereinbarung*;
      acordo*; accordo; conveni*; اتفاقية; اتفاق; binding`)
/** Words that may stand between kinds without being a kind. */
export const connectingWords = phrasePattern([
  ...'and or with for of on in the a to between joint cooperation reciprocal bilateral mutual international academic scientific educational general students student staff non'.split(
    ' ',
  ),
  ...'и или о об на по в для с сотрудничестве студентов международн* научн* двусторонн*'.split(' '),
  ...'و یا در با برای بین علمی همکاری آموزشی پژوهشی دانشجو استاد دوجانبه بین‌المللی'.split(' '),
  ...'y e o de del la el los las para en con et ou du des le les pour au aux d l estudiantes academico academica cientifica universitaria internacional etudiants'.split(
    ' ',
  ),
])
