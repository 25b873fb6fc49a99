// What can be done from Today with one click: the next step, a confirmation, an acceptance, putting off, taking.
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { takeAgreementStep } from '#modules/agreements/agreement.contract.ts'
import type { AgreementStep } from '#modules/agreements/agreement.states.ts'
import { finishTask, reopenTask } from '#modules/collaboration/task.contract.ts'
import { confirmEntry, stepCommitment } from '#modules/ledger/ledger.contract.ts'
import {
  delegateTurn,
  getToday,
  snoozeItem,
  type TodayItem,
  takeBackTurn,
  wakeAll,
  wakeItem,
} from '#modules/work/today.contract.ts'
import { call } from '../../core/api.ts'
import { useFormat } from '../../core/format.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useSession } from '../../core/session.ts'
import { toast } from '../../kit/toasts.tsx'

async function takeStep({ id, step, subject, version }: TodayItem): Promise<void> {
  const params = { id }
  if (subject === 'task') await call(finishTask, { params })
  else if (subject === 'entry') await call(confirmEntry, { params })
  else if (subject === 'commitment') await call(stepCommitment, { params, body: { step: 'accept', version } })
  else await call(takeAgreementStep, { params, body: { step: step!.name as AgreementStep, version } })
}

export interface TodayActions {
  step(item: TodayItem): Promise<void>
  snooze(item: TodayItem, until: string): Promise<void>
  take(item: TodayItem): Promise<void>
  takeBack(item: TodayItem): Promise<void>
  wake(): Promise<void>
}

/** A failure is said in words and Today read again, so that the next click meets what is. */
export function useTodayActions(): TodayActions {
  const { t } = useLingui()
  const { date } = useFormat()
  const client = useQueryClient()
  const session = useSession()
  const paramsOf = ({ subject, id }: TodayItem) => ({ subject, id })
  const attempt = async (work: () => Promise<unknown>, done?: () => void) => {
    try {
      await work()
      done?.()
    } catch (error) {
      toast({ text: sentenceFor(error), tone: 'bad' })
    }
    // A step changes the record, its lists and what the ledger says of it.
    await client.invalidateQueries()
  }
  const refresh = () => client.invalidateQueries({ queryKey: [getToday.path] })
  return {
    step: item =>
      attempt(
        () => takeStep(item),
        () =>
          item.subject === 'task'
            ? toast({
                text: t`The task is done.`,
                undo: async () => {
                  await call(reopenTask, { params: { id: item.id } })
                  await refresh()
                },
              })
            : toast({ text: t`Done: ${item.step?.label ?? ''}` }),
      ),
    snooze: (item, until) =>
      attempt(
        () => call(snoozeItem, { params: paramsOf(item), body: { until } }),
        () =>
          toast({
            text: t`Put off until ${date(until)}`,
            undo: async () => {
              await call(wakeItem, { params: paramsOf(item) })
              await refresh()
            },
          }),
      ),
    take: item =>
      attempt(
        () => call(delegateTurn, { params: { id: item.id }, body: { toId: session?.person?.id ?? '' } }),
        () => toast({ text: t`It is yours now.` }),
      ),
    takeBack: item =>
      attempt(
        () => call(takeBackTurn, { params: { id: item.id } }),
        () => toast({ text: t`You have it back.` }),
      ),
    wake: () => attempt(() => call(wakeAll)),
  }
}
