// Writes a task: what is to be done, by whom, until when.
import { useLingui } from '@lingui/react/macro'
import { listReaders, type PersonChoice } from '#modules/collaboration/comment.contract.ts'
import { changeTask, createTask, listTaskOwners, type TaskView } from '#modules/collaboration/task.contract.ts'
import { todayIn, useFormat } from '../../core/format.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { useSession } from '../../core/session.ts'
import { Banner } from '../../kit/banner.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form, FormRow } from '../../kit/form.tsx'
import { Select } from '../../kit/select.tsx'
import { SkeletonText } from '../../kit/skeleton.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useForm } from '../../kit/use-form.ts'
import type { Refreshes, TalkedAbout } from './record-of.ts'

interface TaskDialogProps {
  /** Null for a task by itself. */
  record: TalkedAbout | null
  task?: TaskView
  refreshes: Refreshes
  onClose: () => void
}

export function TaskDialog(props: TaskDialogProps) {
  const { t } = useLingui()
  const title = props.task ? t`Change the task` : t`New task`
  return (
    <Dialog isOpen onClose={props.onClose} title={title}>
      {props.record ? <OfReaders {...props} record={props.record} /> : <OfColleagues {...props} />}
    </Dialog>
  )
}

function OfReaders(props: TaskDialogProps & { record: TalkedAbout }) {
  const { data, error } = useCall(listReaders, { params: { ...props.record } })
  return <WithPeople {...props} people={data?.items} error={error} />
}

function OfColleagues(props: TaskDialogProps) {
  const { data, error } = useCall(listTaskOwners)
  return <WithPeople {...props} people={data?.items} error={error} />
}

type PeopleProps = TaskDialogProps & { people: readonly PersonChoice[] | undefined; error: Error | null }

function WithPeople({ people, error, ...props }: PeopleProps) {
  if (error) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!people) return <SkeletonText lines={5} />
  return <TaskForm {...props} people={people} />
}

function TaskForm({ record, task, refreshes, people, onClose }: TaskDialogProps & { people: readonly PersonChoice[] }) {
  const { t } = useLingui()
  const { reader } = useFormat()
  const own = useSession()?.person?.id ?? null
  const create = useWrite(createTask, { refreshes })
  const change = useWrite(changeTask, { refreshes })
  const form = useForm({
    initial: { text: task?.text ?? '', ownerId: task?.owner.id ?? own, dueOn: task?.dueOn ?? null },
    draftKey: `task.${task?.id ?? record?.id ?? 'new'}`,
    version: task?.version,
    check: ({ text, ownerId }) => ({
      text: text.trim() === '' ? t`Say what is to be done.` : undefined,
      ownerId: ownerId === null ? t`Choose a person.` : undefined,
    }),
    onSubmit: async ({ text, ownerId, dueOn }) => {
      const body = { text, ownerId: ownerId!, dueOn }
      if (task) await change.mutateAsync({ params: { id: task.id }, body: { ...body, version: task.version } })
      else await create.mutateAsync({ body: { ...body, record } })
      onClose()
    },
  })
  return (
    <Form form={form} submitLabel={task ? t`Save` : t`Add the task`} onCancel={onClose}>
      <TextField label={t`What is to be done`} isRequired maxLength={1000} {...form.field('text')} />
      <FormRow>
        <Select
          label={t`Whose task it is`}
          isRequired
          {...(record && { help: t`Only people who may see this record.` })}
          choices={people.map(({ id, name }) => ({ id, label: name }))}
          {...form.field('ownerId')}
        />
        <DateField label={t`Due on`} {...(!task && { min: todayIn(reader.timeZone) })} {...form.field('dueOn')} />
      </FormRow>
    </Form>
  )
}
