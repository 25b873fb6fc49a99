// Gives the turn of an agreement to a colleague who may do what it asks for.
import { useLingui } from '@lingui/react/macro'
import { delegateTurn, getToday, listDelegates, type TodayItem } from '#modules/work/today.contract.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { useSession } from '../../core/session.ts'
import { Banner } from '../../kit/banner.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form } from '../../kit/form.tsx'
import { Select } from '../../kit/select.tsx'
import { SkeletonText } from '../../kit/skeleton.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useForm } from '../../kit/use-form.ts'

type Colleague = { id: string; name: string }

export function DelegateDialog({ item, onClose }: { item: TodayItem; onClose: () => void }) {
  const { t } = useLingui()
  const answer = useCall(listDelegates, { params: { id: item.id } })
  const own = useSession()?.person?.id
  const colleagues = answer.data?.items.filter(one => one.id !== own)
  return (
    <Dialog isOpen onClose={onClose} title={t`Give it to a colleague`} width="narrow">
      {answer.error && <Banner tone="bad">{sentenceFor(answer.error)}</Banner>}
      {answer.isPending && <SkeletonText lines={4} />}
      {colleagues?.length === 0 && (
        <p className="text-sm">{t`Nobody else may work on this agreement. An administrator can give a colleague a role.`}</p>
      )}
      {colleagues && colleagues.length > 0 && <DelegateForm item={item} colleagues={colleagues} onClose={onClose} />}
    </Dialog>
  )
}

interface DelegateFormProps {
  item: TodayItem
  colleagues: readonly Colleague[]
  onClose: () => void
}

function DelegateForm({ item, colleagues, onClose }: DelegateFormProps) {
  const { t } = useLingui()
  const give = useWrite(delegateTurn, { refreshes: [getToday] })
  const form = useForm({
    initial: { toId: null as string | null, note: '' },
    draftKey: `today.delegate.${item.id}`,
    check: ({ toId }) => ({ toId: toId === null ? t`Choose a colleague.` : undefined }),
    onSubmit: async ({ toId, note }) => {
      await give.mutateAsync({ params: { id: item.id }, body: { toId: toId!, note: note.trim() || null } })
      const name = colleagues.find(one => one.id === toId)?.name ?? ''
      toast({ text: t`Now with ${name}` })
      onClose()
    },
  })
  return (
    <Form form={form} submitLabel={t`Give it on`} onCancel={onClose}>
      <Select
        label={t`Colleague`}
        isRequired
        help={t`Only those who may do what the agreement asks for.`}
        choices={colleagues.map(({ id, name }) => ({ id, label: name }))}
        {...form.field('toId')}
      />
      <TextArea label={t`Note`} help={t`Shown to your colleague with the turn.`} {...form.field('note')} />
    </Form>
  )
}
