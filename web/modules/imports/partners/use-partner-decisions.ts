// Decisions about partners: the next doubtful one is shown at once, the answer of the server follows.
import { useState } from 'react'
import type { BodyOf } from '#core/contract.ts'
import {
  decidePartner,
  getImport,
  type ImportRun,
  listPartners,
  listRows,
  type PartnerView,
} from '#modules/imports/import.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { toast } from '../../../kit/toasts.tsx'

export type Decision = Omit<BodyOf<typeof decidePartner>, 'key'>

const atOnce = 100

export interface LastDecision {
  partner: PartnerView
  decision: Decision
  /** Name of the chosen organisation. */
  name: string | null
}

/** The partners that wait for an answer, the first hundred of them, and how many there are. */
export function useDoubtfulPartners(run: ImportRun) {
  const { data, error } = useCall(listPartners, {
    params: { id: run.id },
    query: { outcome: ['doubtful', 'several'], limit: atOnce },
  })
  const open = data?.items.filter(partner => !partner.decided)
  const further = Math.max(0, (data?.total ?? 0) - atOnce)
  return { open, further, remaining: (open?.length ?? 0) + further, error }
}

export function usePartnerDecisions(run: ImportRun) {
  const doubtful = useDoubtfulPartners(run)
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<LastDecision | null>(null)
  const write = useWrite(decidePartner, { refreshes: [listPartners, listRows, getImport] })

  const mark = (key: string, isDecided: boolean) =>
    setDecided(before => {
      const next = new Set(before)
      if (isDecided) next.add(key)
      else next.delete(key)
      return next
    })
  const decide = async (partner: PartnerView, decision: Decision, name: string | null = null) => {
    const isUndecided = decision.decision === 'undecided'
    mark(partner.key, !isUndecided)
    setLast(isUndecided ? null : { partner, decision, name })
    try {
      await write.mutateAsync({ params: { id: run.id }, body: { key: partner.key, ...decision } })
    } catch (error) {
      mark(partner.key, false)
      setLast(null)
      toast({ tone: 'bad', text: sentenceFor(error) })
    }
  }
  const open = doubtful.open?.filter(partner => !decided.has(partner.key))
  return { open, remaining: (open?.length ?? 0) + doubtful.further, error: doubtful.error, decide, last }
}
