// What Today says of each thing, in sentences: since when, until when, whose move it is.
import { useLingui } from '@lingui/react/macro'
import { type AgreementState, agreementStateTerms } from '#modules/agreements/agreement.states.ts'
import type { Unit } from '#modules/ledger/ledger.terms.ts'
import type { TodayItem } from '#modules/work/today.contract.ts'
import type { TodayGroup } from '#modules/work/today.terms.ts'
import { useFormat } from '../../core/format.ts'
import { useTerm } from '../../core/i18n.ts'
import { useSession } from '../../core/session.ts'
import { useLedgerWords } from '../ledger/ledger-words.ts'

export interface GroupWords {
  title: string
  /** What the group is, in one line. */
  about: string
}

export function useGroupWords(scope: 'mine' | 'office'): Record<TodayGroup, GroupWords> {
  const { t } = useLingui()
  return {
    late: { title: t`Late`, about: t`A day has passed and nothing was done.` },
    turns:
      scope === 'mine'
        ? { title: t`Your turn`, about: t`The next move is yours, or nobody has taken it yet.` }
        : { title: t`Our turn`, about: t`The next move is the office’s.` },
    confirm: { title: t`Did it happen?`, about: t`Planned for a day that has passed.` },
    proposals: { title: t`Proposed`, about: t`Commitments that wait for a yes or no.` },
    coming: { title: t`Coming up`, about: t`Reviews and tasks that fall due soon.` },
    waiting: { title: t`Waiting for others`, about: t`Nothing to do but to ask how it goes.` },
  }
}

function useDueSentence(): (item: TodayItem) => string {
  const { t } = useLingui()
  const { date, relativeDay } = useFormat()
  return ({ group, state, dueOn, endsOn, renewsItself }) => {
    const due = dueOn ? date(dueOn) : ''
    const end = endsOn ? date(endsOn) : ''
    const left = endsOn ? relativeDay(endsOn) : ''
    if (state === 'expired') return t`It ended on ${end}. Nobody has said whether it goes on.`
    if (state === 'renewal_in_progress') return t`The renewal should be done: the last day was ${due}.`
    if (group === 'late') {
      if (!endsOn) return t`Its review was due on ${due}.`
      return renewsItself
        ? t`Its review was due on ${due}. It renews itself on ${end}, ${left}, unless somebody acts.`
        : t`Its review was due on ${due}. It ends on ${end}, ${left}.`
    }
    const ahead = dueOn ? relativeDay(dueOn) : ''
    if (!endsOn) return t`Its review is due on ${due}, ${ahead}.`
    return renewsItself
      ? t`Its review is due on ${due}, ${ahead}. It renews itself on ${end}.`
      : t`Its review is due on ${due}, ${ahead}. It ends on ${end}.`
  }
}

function useMoveSentence(): (item: TodayItem, state: string, day: string) => string {
  const { t } = useLingui()
  const own = useSession()?.person?.name
  return ({ givenBy, givenTo, isFree, owner }, state, day) => {
    if (givenTo) return t`${state} since ${day}. Now with ${givenTo}.`
    if (givenBy) return t`${state} since ${day}. ${givenBy} gave it to you.`
    if (isFree) return t`${state} since ${day}. Nobody has taken it yet.`
    return owner && owner !== own ? t`${state} since ${day}. With ${owner}.` : t`${state} since ${day}.`
  }
}

function useWaitingSentence(): (item: TodayItem, state: string, day: string) => string {
  const { t } = useLingui()
  return (item, state, day) => {
    if (item.givenTo) return t`${state} since ${day}. Now with ${item.givenTo}.`
    if (item.state === 'partner_review') return t`The partner has had it since ${day}.`
    if (item.state === 'out_for_signature') return t`Out for signature since ${day}.`
    if (item.state === 'signed_by_one') return t`One side has signed; the other has had it since ${day}.`
    if (item.state === 'external_clearance') return t`A body outside has had it since ${day}.`
    return t`${state} since ${day}.`
  }
}

function useTaskSentence(): (item: TodayItem) => string {
  const { t } = useLingui()
  const { date, relativeDay } = useFormat()
  return ({ group, dueOn, givenBy, givenTo }) => {
    const [due, ahead] = dueOn ? [date(dueOn), relativeDay(dueOn)] : ['', '']
    const day =
      group === 'late' ? t`It was due on ${due}, ${ahead}.` : dueOn ? t`Due on ${due}, ${ahead}.` : t`No day is set.`
    const person = givenTo ? t`With ${givenTo}.` : givenBy ? t`Asked for by ${givenBy}.` : ''
    return `${day} ${person}`.trim()
  }
}

function useCaseSentence(): (item: TodayItem, day: string) => string {
  const { t } = useLingui()
  const { date, relativeDay } = useFormat()
  return ({ group, stateLabel, dueOn }, day) => {
    const state = stateLabel ?? ''
    const since = t`${state} since ${day}.`
    if (!dueOn) return since
    const [due, ahead] = [date(dueOn), relativeDay(dueOn)]
    return `${since} ${group === 'late' ? t`It was due on ${due}, ${ahead}.` : t`Due on ${due}, ${ahead}.`}`
  }
}

/** The sentence below the title. */
export function useSentence(): (item: TodayItem) => string {
  const { t } = useLingui()
  const term = useTerm()
  const { date, dayOfInstant } = useFormat()
  const ledger = useLedgerWords()
  const [due, move, waiting, task] = [useDueSentence(), useMoveSentence(), useWaitingSentence(), useTaskSentence()]
  const ofCase = useCaseSentence()
  return item => {
    if (item.subject === 'task') return task(item)
    const quantity = item.quantity && item.unit ? ledger.quantity(item.quantity, item.unit as Unit, item.currency) : ''
    const planned = item.dueOn ? date(item.dueOn) : ''
    const day = item.since ? date(dayOfInstant(item.since)) : ''
    if (item.subject === 'case') return ofCase(item, day)
    if (item.subject === 'entry') return t`${quantity}, planned for ${planned}. Not confirmed yet.`
    if (item.subject === 'commitment')
      return quantity ? t`${quantity}. Proposed on ${day}, not answered yet.` : t`Proposed on ${day}, not answered yet.`
    if (item.group === 'late' || item.group === 'coming') return due(item)
    const state = item.state ? term(agreementStateTerms[item.state as AgreementState]) : ''
    return item.group === 'waiting' ? waiting(item, state, day) : move(item, state, day)
  }
}
