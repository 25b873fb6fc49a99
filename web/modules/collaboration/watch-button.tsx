// The bell in the head of a record: watch it, or stop.
import { useLingui } from '@lingui/react/macro'
import { Bell } from 'lucide-react'
import { getDiscussion, watchRecord } from '#modules/collaboration/comment.contract.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { IconButton } from '../../kit/button.tsx'
import { toast } from '../../kit/toasts.tsx'
import type { TalkedAbout } from './record-of.ts'

/** How much is said about a record and whether the reader watches it; undefined until it is known. */
export const useDiscussion = (record: TalkedAbout) => useCall(getDiscussion, { params: { ...record } }).data

export function WatchButton({ record }: { record: TalkedAbout }) {
  const { t } = useLingui()
  const isWatching = useDiscussion(record)?.isWatching
  const watch = useWrite(watchRecord, { refreshes: [getDiscussion] })
  const change = async () => {
    try {
      await watch.mutateAsync({ params: { ...record }, body: { isWatching: !isWatching } })
      toast({
        text: isWatching ? t`You no longer watch this record.` : t`You will be told what happens to this record.`,
      })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceFor(error) })
    }
  }
  return (
    <IconButton
      label={t`Watch this record`}
      variant="plain"
      aria-pressed={isWatching ?? false}
      isDisabled={isWatching === undefined}
      isPending={watch.isPending}
      onPress={() => void change()}
    >
      <Bell aria-hidden className={`size-4 ${isWatching ? 'fill-current text-accent' : ''}`} />
    </IconButton>
  )
}
