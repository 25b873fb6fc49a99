// What the guest wants to tell the office.
import { useLingui } from '@lingui/react/macro'
import { type GuestRecord, readGuestRecord, writeGuestComment } from '#modules/guests/visit.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useWrite } from '../../../core/query.ts'
import { Form } from '../../../kit/form.tsx'
import { Section } from '../../../kit/page.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

export function GuestComments({ guestId, record }: { guestId: string; record: GuestRecord }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  return (
    <Section title={t`Your comments`}>
      {record.comments.length > 0 && (
        <ul className="mb-4 divide-y divide-line border-y border-line text-sm">
          {record.comments.map(comment => (
            <li key={comment.id} className="py-2">
              <p dir="auto" className="text-start whitespace-pre-line">
                {comment.body}
              </p>
              <span className="text-xs text-muted">{instant(comment.postedAt)}</span>
            </li>
          ))}
        </ul>
      )}
      {record.guest.rights.includes('comment') && <CommentForm guestId={guestId} />}
    </Section>
  )
}

function CommentForm({ guestId }: { guestId: string }) {
  const { t } = useLingui()
  const write = useWrite(writeGuestComment, { refreshes: [readGuestRecord] })
  const form = useForm({
    initial: { body: '' },
    draftKey: `guest.${guestId}.comment`,
    check: ({ body }) => ({ body: body.trim() === '' ? t`Write something first.` : undefined }),
    onSubmit: async ({ body }) => {
      await write.mutateAsync({ params: { id: guestId }, body: { body: body.trim() } })
      form.reset({ body: '' })
      toast({ text: t`Your comment was sent to the office.` })
    },
  })
  return (
    <Form form={form} submitLabel={t`Send the comment`}>
      <TextArea label={t`A comment to the office`} maxLength={10_000} {...form.field('body')} />
    </Form>
  )
}
