// Recognises names of institutions and of persons by the words such names are made of.
import { fold, phrasePattern, phraseSource } from './text-folding.ts'

const institution = `univer*; univ; uni; institut*; inst; colleg*; colég*; school*; academ*; akadem*; hochschule*; fachhochschule*; technische; ecole*; esc; escuela*; escola*; scuola; schule; facult*; facultad*; center; centre; centro*; zentrum; centrum; laborator*; lab; labs; ministr*; agenc*; council; foundation; fundaci*; fondation; stiftung; fondazione; association; society; company; corp*; inc; ltd; gmbh; llc; hospital; clinic; observator*; museum; library; librar*; park; technopark; consortium; network; bureau; office; authority; organi(z|s)ation; federation; chamber; politecnic*; politecnico; polytech*; politech*; politehn*; yliopisto; universitet*; univerzit*; uniwersyt*; egyetem; sveuciliste; hogeschool; hogskol*; hojskole; ammattikorkeakoulu; korkeakoulu; haute; grandes; iut; insa; cnrs; csic; mit; unesco; groupe; group; conservator*; polit*; tech; technion; cegep; seminary; hochschul*; universiteit*; üniversitesi; academia; estudios; instituto;
  университет*; институт*; академи*; колледж*; школ*; центр*; министерств*; агентств*; факультет*; лаборатори*; вуз; нии; ниту; ниу; мгу; мгимо; мифи; вшэ; спбгу; фгбоу; фгаоу; консерватори*; училищ*; фонд*; организаци*; компани*; ооо; оао; пао; ао; технопарк*; рудн; ран; обществ*; корпораци*; союз; больниц*; библиотек*; музе*;
  دانشگاه*; دانشکده*; موسسه; مؤسسه; موسسات; پژوهشگاه*; پژوهشکده*; مرکز; مراکز; آکادمی; فرهنگستان; وزارت*; سازمان*; پارک*; شرکت*; بنیاد; انجمن*; مجتمع; آموزشکده*; مدرسه; انستیتو*; بیمارستان; کالج; صندوق; ستاد; معاونت; آزمایشگاه; شورای; اتاق; کتابخانه; موزه; انیستیتو*; هنرستان; کنسرواتوار; حوزه علمیه; جامعه; جامعة; کلیه; معهد; مدینه; وزاره; مرکز; اکادیمیه`

const INSTITUTION = phrasePattern(institution, 'u')
const JOINED =
  /univer|universitaet|hochschul|institut|akadem|academ|polite[ck]|yliopist|egyetem|skola|skole|universi|университет|институт|академи|دانشگاه|پژوهشگاه|جامعه|大学|学院|대학/u
/** Words that begin a second institution after a comma; a faculty or department there is a part of the first. */
const HEAD = new RegExp(
  `(?<![\\p{L}])(?:${phraseSource('univer*; universi*; institut*; college; hochschule; ecole; haute ecole; politecnic*; academ*; akadem*; yliopisto; université; universidad; ministr*; ministerio; ministere; agency; foundation; chamber; университет; институт; академия; министерств*; دانشگاه; وزارت*; پژوهشگاه; موسسه; مؤسسه; جامعة; sveuciliste; hogeschool')})(?![\\p{L}])`,
  'gu',
)
const PART = phrasePattern(
  'department*; faculty; school of; facult*; facultad*; dept; centre for; center for; laborator*; кафедр*; факультет*; دانشکده; گروه; departament*; departement*; institute of',
  'u',
)
const PERSON = phrasePattern(
  'dr; prof; professor; mr; mrs; ms; assoc; phd; md; eng; dra; don; herr; frau; доцент; профессор; проф; д.н; к.н; دکتر; پروفسور; مهندس; آقای; خانم; سرکار; جناب; د',
  'u',
)
const RUSSIAN_NAME =
  /(?<!\p{L})\p{Lu}\p{Ll}+\s\p{Lu}\.\s?(?:\p{Lu}\.)?|(?<!\p{L})\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?:вич|вна|оглы|кызы)(?!\p{L})/u

/** True when the text reads like the name of an institution. */
export function looksLikeInstitution(text: string): boolean {
  const folded = fold(text)
  return INSTITUTION.test(folded) || JOINED.test(folded)
}

/** True when the text reads like a person's name with a title or initials. */
export function looksLikePerson(text: string): boolean {
  return PERSON.test(fold(text)) || RUSSIAN_NAME.test(text)
}

const STRONG_SEPARATORS = /\s*(?:\r?\n|;|؛|\||\s\/\s|\s\+\s|•)\s*/u
const WEAK_SEPARATORS = /\s*(?:[,،/&+]|\s-\s|\s(?:and|und|et|y|e|i|и|و)\s)\s*/u

/**
 * The institutions that a partner cell may hold, or one when nothing speaks for several.
 * A proposal for a person to decide: names have commas and "and" in them too.
 */
export function splitPartners(text: string): string[] {
  const whole = text.trim()
  const strong = whole.split(STRONG_SEPARATORS).filter(part => /[\p{L}\p{N}]/u.test(part))
  if (strong.length > 1 && strong.filter(isOwnName).length > 1) return strong
  const numbered = whole.split(/(?:^|\s)(?:\d{1,2}|[ivx]{1,4})[.)]\s+/iu).filter(part => /\p{L}/u.test(part))
  if (numbered.length > 1 && numbered.filter(isOwnName).length > 1) return numbered.map(part => part.trim())
  const names = ownNames(whole)
  return names.length > 1 ? names : [whole]
}

function isOwnName(part: string): boolean {
  return (
    looksLikeInstitution(part) &&
    !/^(?:faculty|department|dept|school of|facultad|faculté|кафедра|факультет|دانشکده|گروه)/iu.test(part)
  )
}

/** Stretches that begin with a head word; parts without one ("... Canton de Vaud") belong to the name before them. */
function ownNames(whole: string): string[] {
  const starts: number[] = []
  let from = 0
  for (const match of [...whole.matchAll(new RegExp(WEAK_SEPARATORS.source, 'gu')), undefined]) {
    const part = fold(whole.slice(from, match?.index ?? whole.length))
    if (part.search(HEAD) >= 0 && !PART.test(part)) starts.push(from)
    if (match) from = match.index + match[0].length
  }
  const [, ...later] = starts
  return [0, ...later].map((start, at) => trimSeparators(whole.slice(start, later[at])))
}

function trimSeparators(text: string): string {
  return text.replace(/(?:[\s,،/&+-]|\s(?:and|und|et|y|e|i|и|و))+$/u, '').trim()
}
