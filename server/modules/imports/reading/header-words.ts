// Words by which header rows and footers of cooperation lists are known, in the languages that offices write.

const HEADER_WORDS = `
agreement agreements memorandum mou country partner partners institution institutions university universities organisation organization
organisations name title type kind category date signed signature signing start begin beginning end expiry expiration expires expire valid
validity until from to status state year duration period term scope field fields subject area activity activities remarks remark notes note
comments comment contact contacts person email e-mail mail phone telephone fax address street postal postcode zip city region continent code
erasmus pic oid website web url link faculty department unit school coordinator responsible head number no nr id ref reference places quota
outgoing incoming students staff level cycle language languages renewal renewed automatic file document signatory position role proposal legal
acronym short full english original row mobility months description project projects amount budget currency isced schac ror
short-name nationality owner active cooperation collaboration international degree programme program programmes
کشور دانشگاه موسسه مؤسسه طرف همکار شریک نام عنوان نوع تاریخ امضا امضای امضاء انعقاد شروع پایان انقضا انقضاء اعتبار مدت وضعیت سال رشته زمینه
حوزه موضوع دانشکده گروه واحد مسئول رابط تلفن ایمیل نشانی آدرس شهر ردیف شماره کد توضیحات ملاحظات تفاهم تفاهمنامه قرارداد توافق نامه همکاری
فعالیت تمدید وب سایت سازمان متن زبان
страна партнер партнёр вуз университет организация учреждение наименование название вид тип дата подписания подписание заключения начало окончание
окончания действия срок действует статус состояние год предмет область направление содержание факультет кафедра подразделение ответственный
контакт контакты телефон почта адрес город номер п/п № код примечание примечания договор договора соглашение соглашения меморандум продление язык
партнера партнёра сотрудничества сотрудничество
país pais universidad institución entidad socio nombre título tipo fecha firma inicio fin vencimiento vigencia vigente duración estado año
ámbito área observaciones contacto correo teléfono dirección ciudad código facultad departamento responsable número convenio acuerdo plazas renovación
pays université établissement partenaire organisme nom titre nature durée début échéance expiration statut année domaine remarques observations
courriel téléphone adresse ville faculté département numéro convention accord renouvellement reconduction
land hochschule partnerhochschule einrichtung bezeichnung art datum unterzeichnung beginn ende laufzeit gültig fach fachbereich bemerkung ort
`
const LITTLE_WORDS = `of the and a in for by with on de la le les du des del el los en y et d l و در از به و/یا с по и о в на за der die das und`

const headerWords = new Set(HEADER_WORDS.trim().split(/\s+/))
const littleWords = new Set(LITTLE_WORDS.split(/\s+/))

/** Whether most words of a cell are such as headers consist of; "University of Vienna" is none, "Partner university" is. */
export function isHeaderWording(text: string): boolean {
  if (text.length > 90) return false
  const words = text
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .split(/[\s_.:;,()/\\\u200c'’"«»-]+/u)
    .flatMap(word => word.split(/(?<=[a-z])(?=\p{Nd})/u))
    .filter(word => word !== '' && !littleWords.has(word))
  const known = words.filter(word => headerWords.has(word)).length
  return known > 0 && known * 2 > words.length
}

const FOOTER =
  /^\s*(?:(?:grand\s+|sub)?totals?|sum|suma|somme|summe|gesamt|insgesamt|итого|всего|جمع(?:\s*کل)?|مجموع)\s*(?:$|[:=\p{Nd}(]|[^\p{L}]*(?:number|of|general|général|de|des)\b)|^\s*(?:sources?|fuentes?|quellen?|источники?|منبع|notes?|notas?|remarques?|remarks?|примечани[ея]|توضیحات?|legend|légende|leyenda|abbreviations?)\s*[:：]|^\s*\*+\s*\S|^\s*(?:last\s+(?:updated?|modified|revised)|updated?|revised|generated|printed|stand|обновлено|по состоянию|данные на|actualizado|mise à jour|mis à jour|به\s?روز)/iu

export function isFooterWording(text: string): boolean {
  return FOOTER.test(text)
}
