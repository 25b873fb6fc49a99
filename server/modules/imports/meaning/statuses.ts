// Turns words for the state of an agreement ("active", "действует", "منقضی", "vigente") into our states.
import type { Cell } from '../reading/source-table.ts'
import { cellError, cellText, isBlank } from './cell-text.ts'
import { type Doubt, doubt } from './doubt.ts'
import { remembering } from './remembered.ts'
import { yesOrNo } from './renewal.ts'
import { fold, phrasePattern } from './text-folding.ts'

export type AgreementState =
  | 'in_force'
  | 'expired'
  | 'terminated'
  | 'suspended'
  | 'drafting'
  | 'out_for_signature'
  | 'renewal_in_progress'
  | 'superseded'
  | 'never_concluded'

/** Tried in this order: "not active" before "active", "renewal in progress" before "in progress". */
const statePhrases: [AgreementState, string][] = [
  [
    'renewal_in_progress',
    `
      renewal*; renewing; (being|to be|under) (renew*|extended); (в процессе |на )?(продлени*|пролонгаци*);
      продлевается; در (حال|دست|انتظار) تمدید; منتظر تمدید; نیازمند تمدید;
      (en )?(renovacion*|renouvellement*|prorroga*); pendiente de renovacion; in verlangerung; em renovacao;
      قيد التجديد`,
  ],
  [
    'superseded',
    `
      superseded; replaced; succeeded; заменен*; замещен*; جایگزین شده; جایگزین; sustituid*; reemplazad*; remplace*;
      ersetzt; substituid*`,
  ],
  [
    'never_concluded',
    `
      never (concluded|signed); not concluded; declined; rejected; withdrawn; abandoned; failed;
      dropped; не (заключен*|состоял*); отклонен*; отозван*; منعقد نشده; رد شده; منتفی( شده)?; امضا نشده;
      به نتیجه نرسید*; no concluid*; rechazad*; desistid*; (non|pas) (conclu|signe)*; refuse*;
      abandonne*; nicht zustande*; abgelehnt`,
  ],
  [
    'terminated',
    `
      terminat*; cancell?ed; rescinded; revoked; denounced; discontinued; ended early; расторгнут*; прекращен*;
      аннулирован*; отменен*; денонсирован*; فسخ( شده)?; لغو( شده)?; خاتمه پیش از موعد; باطل( شده)?; rescindid*;
      cancelad*; denunciad*; anulad*; resilie*; annule*; denonce*; resilie; gekundigt; ملغى; ملغاة`,
  ],
  [
    'suspended',
    `
      suspen*; on hold; frozen; paused; приостановлен*; заморожен*; на паузе; معلق; تعلیق( شده)?; متوقف( شده)?;
      en suspenso; ausgesetzt; ruhend; sospes*`,
  ],
  [
    'out_for_signature',
    `
      (out for|awaiting|waiting for|pending|for|under|in|ready for|sent for|at) (signature*|signing|signatures);
      (awaiting|pending) (partner |our )?signature*; being signed; на (подписании|подписи|подпись);
      ожидает подписания; в процессе подписания; направлен* на подписание; در (حال|دست|انتظار) امضا; منتظر امضا;
      آماده امضا; (en|pendiente de|para|a la) firma; en (cours de )?signature; en attente de signature;
      zur unterschrift; قيد التوقيع`,
  ],
  [
    'expired',
    `
      expired; expire; lapsed; ended; out of date; not (in force|valid); no longer (valid|active|in force); inactive;
      not active; closed; finished; completed; past; archived; obsolete; dormant; истек*; истёкш*; не ?действ*;
      недействующ*; утратил* силу; закончил*; завершен*; окончен*; неактивн*; не активн*; закрыт*; просрочен*;
      منقضی( شده)?; پایان یافته; اتمام یافته; تمام شده; غیر‌فعال; خاتمه یافته; بی اعتبار; vencid*; caducad*;
      expirad*; finalizad*; terminad*; inactiv*; no vigente; extinguid*; concluid*; expiree*; echu*; caduc*; termine*; inactif*;
      abgelaufen; beendet; inaktiv; scadut*; encerrad*; vencut; منتهي*; منتهية`,
  ],
  [
    'drafting',
    'not (yet )?signed; unsigned; (еще )?не подписан*; امضا نشده; بدون امضا; (no|sin) firma*; (non|pas)( encore)? signe*',
  ],
  [
    'in_force',
    `
      active; in force; in effect; enter* into force; entry into force; expiring( soon)?; expires soon; истекает; effective; valid; current; live; running; operational; open; signed; executed;
      concluded; fully executed; ongoing; established; renewed; действ*; активн*; в силе; вступил* в силу; подписан*;
      заключен*; реализуется; исполняется; актуальн*; продлен; فعال; معتبر; جاری; دارای اعتبار; در حال (اجرا|اجراء);
      لازم‌الاجرا; امضا شده; منعقد( شده)?; نافذ; برقرار; تمدید شده; vigente*; en vigor; activ*; firmad*; suscrit*;
      en vigueur; actif*; valide; signe*; en cours de validite; gultig; aktiv; in kraft; unterzeichnet; in vigore;
      attivo; em vigor; ativo; vigent; ساري*; سارية; نشط; نافذة`,
  ],
  [
    'drafting',
    `
      draft*; (in|under) (preparation|negotiation*|discussion|development|review|process|progress|consideration);
      in prep; negotiat*; proposed; planned; new; initiated; inquiry; prospective; pending; internal review;
      legal review; проект*; в (разработке|работе|подготовке|процессе); подготов*; готовится; согласов*;
      на (согласовании|рассмотрении); планируется; обсуждается; черновик; переговоры; پیش‌نویس;
      در (حال|دست) (تهیه|بررسی|مذاکره|پیگیری|تدوین|اقدام|انجام); در جریان; مذاکره; پیشنهادی; borrador;
      en (tramite|negociacion|preparacion|elaboracion|proceso|revision|gestion|curso); propuest*; pendiente;
      en (cours|negociation|preparation|discussion|redaction)( de negociation)?; projet; brouillon; entwurf;
      in (vorbereitung|verhandlung); em (negociacao|preparacao|tramitacao); esborrany; قيد (الإعداد|الدراسة|التفاوض);
      مسودة`,
  ],
]

const states = statePhrases.map(([state, list]) => ({ state, pattern: phrasePattern(list, 'u') }))

/** The state that a text names first in the order of certainty, if any. */
export function findState(text: string): AgreementState | undefined {
  return readState(text) ?? undefined
}

const readState = remembering((text: string): AgreementState | null => {
  const folded = fold(text)
  return states.find(each => each.pattern.test(folded))?.state ?? null
})

/** Reads a cell of a status column; "yes" and "no" answer the question whether the agreement is active. */
export function parseStatusCell(cell: Cell): { state?: AgreementState; doubts: Doubt[] } {
  const error = cellError(cell)
  if (error !== undefined) return { doubts: [doubt('cell_error', { value: error })] }
  if (isBlank(cell)) return { doubts: [] }
  const answer = yesOrNo(cell)
  if (answer !== undefined) return { state: answer ? 'in_force' : 'expired', doubts: [] }
  const state = findState(cellText(cell))
  return state ? { state, doubts: [] } : { doubts: [doubt('status_unknown', { value: cellText(cell).trim() })] }
}
