// The tasks about a record: to tick off, to change, to add to.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { getDiscussion } from '#modules/collaboration/comment.contract.ts'
import { finishTask, listTasks, removeTask, reopenTask, type TaskView } from '#modules/collaboration/task.contract.ts'
import { getToday } from '#modules/work/today.contract.ts'
import { useFormat } from '../../core/format.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Checkbox } from '../../kit/checkbox.tsx'
import { ConfirmDialog } from '../../kit/dialog.tsx'
import { Menu } from '../../kit/menu.tsx'
import { SkeletonText } from '../../kit/skeleton.tsx'
import { toast } from '../../kit/toasts.tsx'
import { NewTaskButton } from './new-task-button.tsx'
import { reasonAgainst, type TalkedAbout, talkRefreshes } from './record-of.ts'
import { TaskDialog } from './task-dialog.tsx'

const refreshes = [listTasks, getDiscussion, getToday, ...talkRefreshes]

export function Tasks({ record }: { record: TalkedAbout }) {
  const { t } = useLingui()
  const { data, error } = useCall(listTasks, { params: { ...record } })
  const reason = reasonAgainst(data?.abilities, 'create')
  return (
    <section aria-label={t`Tasks`}>
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-2 border-b border-line pb-2">
        <h2 className="text-base font-semibold">{t`Tasks`}</h2>
        {data && reason === undefined && <NewTaskButton record={record} refreshes={refreshes} isSmall />}
      </div>
      {error && !data && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={3} />}
      {data?.items.length === 0 && (
        <p className="py-3 text-sm text-muted">
          <Trans>No tasks. What somebody has to do about this record stands here and in their Today.</Trans>
        </p>
      )}
      <ul className="divide-y divide-line">
        {data?.items.map(task => (
          <Task key={task.id} record={record} task={task} />
        ))}
      </ul>
    </section>
  )
}

function Task({ record, task }: { record: TalkedAbout; task: TaskView }) {
  const { t } = useLingui()
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const finish = useWrite(finishTask, { refreshes })
  const reopen = useWrite(reopenTask, { refreshes })
  const reason = reasonAgainst(task.abilities, 'work')
  const tick = async (isDone: boolean) => {
    try {
      await (isDone ? finish : reopen).mutateAsync({ params: { id: task.id } })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceFor(error) })
    }
  }
  const items = [
    { id: 'change', label: t`Edit`, onAction: () => setOpen('change') },
    { id: 'remove', label: t`Remove`, isDangerous: true, onAction: () => setOpen('remove') },
  ]
  return (
    <li className="flex items-start gap-2 py-2.5">
      <div className="min-w-0 flex-1" title={reason}>
        <Checkbox
          isSelected={task.done !== null}
          isDisabled={reason !== undefined || finish.isPending || reopen.isPending}
          onChange={isDone => void tick(isDone)}
          help={<TaskLine task={task} />}
        >
          <bdi className={`break-words ${task.done ? 'text-muted line-through' : ''}`}>{task.text}</bdi>
        </Checkbox>
      </div>
      {reason === undefined && <Menu label={t`What to do with this task`} sections={[{ id: 'all', items }]} />}
      {open === 'change' && (
        <TaskDialog record={record} task={task} refreshes={refreshes} onClose={() => setOpen(null)} />
      )}
      {open === 'remove' && <RemoveTask task={task} onClose={() => setOpen(null)} />}
    </li>
  )
}

/** Whose it is and until when, or who did it. */
function TaskLine({ task }: { task: TaskView }) {
  const { date, relativeDay, relativeInstant } = useFormat()
  const { owner, dueOn, isLate, done, askedBy } = task
  if (done) {
    const when = relativeInstant(done.at)
    return done.by ? (
      <Trans>
        done by <bdi>{done.by}</bdi>, {when}
      </Trans>
    ) : (
      <Trans>done {when}</Trans>
    )
  }
  const day = dueOn && date(dueOn)
  const ahead = dueOn && relativeDay(dueOn)
  return (
    <>
      <bdi>{owner.name}</bdi>
      {askedBy && askedBy !== owner.name && (
        <>
          {' · '}
          <Trans>
            asked by <bdi>{askedBy}</bdi>
          </Trans>
        </>
      )}
      {dueOn && (
        <span className={isLate ? 'text-bad' : ''}>
          {' · '}
          {isLate ? (
            <Trans>
              was due on {day}, {ahead}
            </Trans>
          ) : (
            <Trans>
              due on {day}, {ahead}
            </Trans>
          )}
        </span>
      )}
    </>
  )
}

function RemoveTask({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const { t } = useLingui()
  const remove = useWrite(removeTask, { refreshes })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t`Remove this task?`}
      consequence={
        <Trans>It leaves this page and the Today of its owner. A task that was done is better ticked off.</Trans>
      }
      action={t`Remove`}
      isDangerous
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: task.id } })
      }}
    />
  )
}
