// The dates of an agreement as separate facts, each as exactly as it is known and with how it was written.
import { useLingui } from '@lingui/react/macro'
import type { AgreementView } from '#modules/agreements/agreement.contract.ts'
import { enderTerms, endKindTerms, renewalTerms } from '#modules/agreements/agreement.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import type { Fact } from '../../../kit/description-list.tsx'

type Known = AgreementView['signedOn']

/** Seen `then`, nothing is said about how far off a day is. */
export function useDateFacts(agreement: AgreementView, seen: 'today' | 'then' = 'today'): Fact[] {
  const { t } = useLingui()
  const term = useTerm()
  const { date, relativeDay, number } = useFormat()
  const near = (day: string) => (seen === 'today' ? relativeDay(day) : undefined)
  const fact = (label: string, known: Known, more?: string): Fact => {
    const written = known?.written ? t`written as “${known.written}”` : undefined
    const note = [more, written].filter(Boolean).join(' · ')
    return { label, value: known ? date(known, 'long') : null, ...(note && { note }) }
  }
  const { effectiveEnd, renewalsPassed, noticeDeadline, noticeRunningUntil, notice, renewalMonths } = agreement
  const ends: Fact =
    agreement.end === 'known'
      ? fact(t`Expires`, agreement.expiresOn, effectiveEnd && renewalsPassed === 0 ? near(effectiveEnd) : undefined)
      : { label: t`Expires`, value: term(endKindTerms[agreement.end]) }
  const renewal = term(renewalTerms[agreement.renewal])
  return [
    fact(t`Approved`, agreement.approvedOn),
    fact(t`Signed`, agreement.signedOn),
    fact(t`In force from`, agreement.inForceOn),
    ends,
    ...(effectiveEnd && renewalsPassed > 0
      ? [
          {
            label: t`Runs until`,
            value: date(effectiveEnd, 'long'),
            note: [t`renewed automatically ${number(renewalsPassed)} times`, near(effectiveEnd)]
              .filter(Boolean)
              .join(' · '),
          },
        ]
      : []),
    ...(agreement.endedOn
      ? [
          {
            label: t`Ended on`,
            value: date(agreement.endedOn, 'long'),
            ...(noticeRunningUntil && { note: t`notice is running until then` }),
          },
        ]
      : []),
    {
      label: t`Renewal`,
      value: renewalMonths ? t`${renewal}, every ${number(renewalMonths)} months` : renewal,
      ...(agreement.renewalBegunOn && { note: t`begun ${date(agreement.renewalBegunOn)}` }),
    },
    {
      label: t`Notice`,
      value: notice
        ? notice.unit === 'day'
          ? t`${number(notice.amount)} days`
          : t`${number(notice.amount)} months`
        : null,
      ...(noticeDeadline && { note: t`last day for notice: ${date(noticeDeadline)}` }),
    },
    ...(agreement.mayEnd === 'unknown'
      ? []
      : [{ label: t`May be ended by`, value: term(enderTerms[agreement.mayEnd]) }]),
    {
      label: t`Review`,
      value: agreement.reviewOn ? date(agreement.reviewOn, 'long') : null,
      ...(agreement.reviewDue && { note: t`due` }),
    },
  ]
}
