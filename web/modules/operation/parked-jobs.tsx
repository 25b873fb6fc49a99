// Jobs that failed for the last time: an administrator has them tried again, or puts them away.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import {
  discardJobs,
  getOperation,
  listParkedJobs,
  type ParkedJobView,
  retryJobs,
} from '#core/operation/operation.contract.ts'
import { useFormat } from '../../core/format.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/dialog.tsx'
import { SkeletonBox } from '../../kit/skeleton.tsx'
import { toast } from '../../kit/toasts.tsx'

const refreshes = [listParkedJobs, getOperation]

export function ParkedJobs() {
  const { t } = useLingui()
  const answer = useCall(listParkedJobs)
  const retry = useWrite(retryJobs, { refreshes })
  const discard = useWrite(discardJobs, { refreshes })
  const [leaving, setLeaving] = useState<ParkedJobView | null>(null)
  if (answer.error) return <Banner tone="bad">{sentenceFor(answer.error)}</Banner>
  if (!answer.data) return <SkeletonBox height={80} />
  const { items } = answer.data
  const tryAgain = async (ids: string[]) => {
    await retry.mutateAsync({ body: { ids } })
    toast({ text: t`It will be tried again at once.` })
  }
  if (items.length === 0)
    return (
      <p className="text-sm text-muted">
        <Trans>None. A job that fails is tried again by itself several times; only then it would stand here.</Trans>
      </p>
    )
  return (
    <>
      {retry.error && (
        <Banner tone="bad" className="mb-3">
          {sentenceFor(retry.error)}
        </Banner>
      )}
      {items.length > 1 && (
        <Button className="mb-3" isPending={retry.isPending} onPress={() => void tryAgain(items.map(job => job.id))}>
          <Plural value={items.length} one="Try # job again" other="Try all # jobs again" />
        </Button>
      )}
      <ul className="divide-y divide-line border-y border-line text-sm">
        {items.map(job => (
          <JobLine
            key={job.id}
            job={job}
            isBusy={retry.isPending}
            onRetry={() => void tryAgain([job.id])}
            onDiscard={() => setLeaving(job)}
          />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t`Put this job away?`}
        consequence={
          <Trans>
            What it was to do will not be done. Its name, its error and what it carried stay in the list of events.
          </Trans>
        }
        action={t`Put it away`}
        isDangerous
        onConfirm={async () => {
          if (leaving) await discard.mutateAsync({ body: { ids: [leaving.id] } })
        }}
      />
    </>
  )
}

interface JobLineProps {
  job: ParkedJobView
  isBusy: boolean
  onRetry: () => void
  onDiscard: () => void
}

function JobLine({ job, isBusy, onRetry, onDiscard }: JobLineProps) {
  const { instant } = useFormat()
  const at = instant(job.parkedAt)
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">
          <bdi dir="ltr">{job.job}</bdi>
        </p>
        <p className="break-words">
          <bdi>{job.error}</bdi>
        </p>
        <p className="text-xs text-muted">
          <Trans>
            {at}, after <Plural value={job.tries} one="# try" other="# tries" />
          </Trans>
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="small" isDisabled={isBusy} onPress={onRetry}>
          <Trans>Try again</Trans>
        </Button>
        <Button size="small" variant="quiet" onPress={onDiscard}>
          <Trans>Put away…</Trans>
        </Button>
      </div>
    </li>
  )
}
