// The button that records what happened, with the form behind it; closed, with its reason, where that is not allowed.
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { listCommitments } from '#modules/ledger/ledger.contract.ts'
import { useCall } from '../../core/query.ts'
import { Button } from '../../kit/button.tsx'
import type { RefreshList } from './commitment-dialogs.tsx'
import { EntryForm } from './entry-form.tsx'
import type { Side } from './party-choices.ts'

export type EntrySubject = { agreementId: string } | { partnerId: string }

export interface RecordEntryProps {
  about: EntrySubject
  /** Who may have done something for whom; undefined while it is read. */
  sides: readonly Side[] | undefined
  /** Why nothing may be recorded; undefined when it may. */
  reason?: string | undefined
  refreshes: RefreshList
}

export function RecordEntry({ about, sides, reason, refreshes }: RecordEntryProps) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        icon={<Plus aria-hidden className="size-4" />}
        isDisabled={reason !== undefined || sides === undefined}
        onPress={() => setOpen(true)}
      >{t`Record what happened`}</Button>
      {isOpen && sides && <NewEntry {...{ about, sides, refreshes }} onClose={() => setOpen(false)} />}
    </>
  )
}

interface NewEntryProps extends Pick<RecordEntryProps, 'about' | 'refreshes'> {
  sides: readonly Side[]
  onClose: () => void
}

function NewEntry({ about, ...form }: NewEntryProps) {
  const commitments = useCall(listCommitments, { query: { ...about, limit: 200 } })
  const agreementId = 'agreementId' in about ? about.agreementId : null
  const subject = 'agreementId' in about ? about.agreementId : about.partnerId
  return <EntryForm {...form} {...{ agreementId, subject }} commitments={commitments.data?.items ?? []} />
}
