// Reads how an agreement is renewed and how long before its end notice must be given.
import type { Cell } from '../reading/source-table.ts'
import { cellText, isBlank } from './cell-text.ts'
import { specialPatterns } from './date-words.ts'
import { type Doubt, doubt } from './doubt.ts'
import { type DurationUnit, findDurations, parseDurationCell } from './durations.ts'
import { fold, phrasePattern } from './text-folding.ts'

/** `months` is the length of each renewed term, when it is said. */
export interface Renewal {
  kind: 'none' | 'automatic' | 'by_consent'
  months?: number
}

const automatic = specialPatterns.find(([name]) => name === 'automatic_renewal')![1]
const automaticWord = phrasePattern(
  `
      auto*; tacit*; автомат*; خودکار; اتوماتیک; tacite; evergreen; تلقائي*`,
  'u',
)
const notAutomatic = phrasePattern(
  ['(not|non|no|без|не) (be )?(automatic*|auto|автомат*)( renew*| продл*| пролонг*)?', 'غیر خودکار', 'غیر‌اتوماتیک'],
  'u',
)
const never = phrasePattern(
  `
      (not|non|no|never) renew*; no (renewal|extension|prorrog*|renov*); without (renewal|extension);
      not (extendable|renewable); без (права )?(продления|пролонгации);
      не (продлевается|пролонгируется|предусмотрен*); غیر‌قابل تمدید; بدون تمدید; تمدید (نمی‌شود|ندارد);
      sin (renovacion|prorroga); (non|pas) (de )?renouvel*; sans renouvellement; nicht verlangerbar`,
  'u',
)
const byConsent = phrasePattern(
  `
      (mutual|written|joint) (consent|agreement|accord); by (consent|agreement|request|negotiation); renewable;
      extendable; extensible; may be (renewed|extended); can be (renewed|extended); upon (review|agreement|request);
      manual*; renegotiat*; express*( agreement| renewal)?; expresa; expresse; (по|с) ((взаимн*|обоюдн*|письменн*) )?(согласи*|соглашени*);
      по (соглашению|согласованию|договоренности) сторон;
      (может быть|возможно|возможна) (продлен*|пролонг*|продлени*); с правом (продления|пролонгации); قابل تمدید;
      با (توافق|رضایت)( کتبی)?( طرفین| دو طرف)?; توافق (طرفین|دو طرف|دو جانبه);
      (mutuo|comun) (acuerdo|consentimiento); renovable; prorrogable; (commun|mutuel) accord;
      accord (mutuel|des parties|ecrit); renouvelable; verlangerbar; renovavel; rinnovabile`,
  'u',
)
const YES = phrasePattern(
  `
      yes; y; true; да; есть; بله; بلی; آری; دارد; si; oui; ja; sim; نعم; x; ✓; ✔; 1`,
  'u',
)
const NO = phrasePattern(
  `
      no; n; false; нет; خیر; نه; ندارد; non; nein; nao; لا; none; 0`,
  'u',
)

/** True, false, or undefined for a cell that is neither yes nor no in a language we know. */
export function yesOrNo(cell: Cell): boolean | undefined {
  if (typeof cell === 'boolean') return cell
  const folded = fold(cellText(cell)).replace(/[.!]/g, '')
  if (/^[✓✔☑✅]$/u.test(folded)) return true
  if (new RegExp(`^${YES.source}$`, 'u').test(folded)) return true
  return new RegExp(`^${NO.source}$`, 'u').test(folded) ? false : undefined
}

/** The renewal that a text speaks of, if any; used on renewal columns and on expiry cells and remarks. */
export function findRenewal(text: string): Renewal | undefined {
  const folded = fold(text)
  const months = findDurations(text)[0]?.months
  const length = months ? { months } : {}
  if (never.test(folded)) return { kind: 'none' }
  if (notAutomatic.test(folded)) return { kind: 'by_consent' }
  if (folded.search(automatic) >= 0) return { kind: 'automatic', ...length }
  return byConsent.test(folded) ? { kind: 'by_consent', ...length } : undefined
}

/** Reads a cell of a renewal column; `asksAutomatic` when the header asks "automatic renewal?" so that "yes" means automatic. */
export function parseRenewalCell(cell: Cell, asksAutomatic = false): { renewal?: Renewal; doubts: Doubt[] } {
  if (isBlank(cell)) return { doubts: [] }
  const answer = yesOrNo(cell)
  if (answer === false) return { renewal: { kind: asksAutomatic ? 'by_consent' : 'none' }, doubts: [] }
  if (answer === true) return { renewal: { kind: asksAutomatic ? 'automatic' : 'by_consent' }, doubts: [] }
  const text = cellText(cell)
  const found = findRenewal(text)
  if (found) return { renewal: found, doubts: [] }
  if (automaticWord.test(fold(text))) {
    const months = findDurations(text)[0]?.months
    return { renewal: { kind: 'automatic', ...(months ? { months } : {}) }, doubts: [] }
  }
  if (asksAutomatic && findDurations(text)[0])
    return { renewal: { kind: 'automatic', months: findDurations(text)[0]!.months }, doubts: [] }
  return { doubts: [doubt('renewal_not_understood', { value: text.trim() })] }
}

/** Notice in days; a month counts 30. A bare number counts days unless the header names another unit. */
export function parseNoticeCell(cell: Cell, unit: DurationUnit = 'day'): { days?: number; doubts: Doubt[] } {
  if (isBlank(cell)) return { doubts: [] }
  const { duration } = parseDurationCell(cell, unit)
  if (duration) return { days: duration.months * 30 + duration.days, doubts: [] }
  if (yesOrNo(cell) === false) return { days: 0, doubts: [] }
  return { doubts: [doubt('notice_not_understood', { value: cellText(cell).trim() })] }
}
