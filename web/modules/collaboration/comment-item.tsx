// One comment: who said it and when, its words, and what the reader may do with it.
import { Trans, useLingui } from '@lingui/react/macro'
import { Lock } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { type CommentView, changeComment, removeComment } from '#modules/collaboration/comment.contract.ts'
import { useFormat } from '../../core/format.ts'
import { useWrite } from '../../core/query.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/dialog.tsx'
import { Menu } from '../../kit/menu.tsx'
import { Tag } from '../../kit/tag.tsx'
import { CommentBody } from './comment-body.tsx'
import { CommentForm } from './comment-form.tsx'
import { toWords } from './mention-text.ts'
import { type TalkedAbout, talkRefreshes } from './record-of.ts'

const VersionsDialog = lazy(() => import('./versions-dialog.tsx').then(file => ({ default: file.VersionsDialog })))

interface CommentItemProps {
  record: TalkedAbout
  comment: CommentView
  /** Undefined where nothing may be answered. */
  onReply?: (() => void) | undefined
}

type Open = 'change' | 'remove' | 'versions' | null

export function CommentItem({ record, comment, onReply }: CommentItemProps) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const { body } = comment
  if (body === null) return <RemovedComment comment={comment} onReply={onReply} />
  return (
    <article className="group py-3">
      <Head comment={comment} onOpen={setOpen} />
      {open === 'change' ? (
        <ChangeForm record={record} comment={comment} body={body} onClose={close} />
      ) : (
        <>
          <CommentBody body={body} people={comment.mentions} />
          {onReply && <ReplyButton onReply={onReply} />}
        </>
      )}
      {open === 'remove' && <RemoveDialog comment={comment} onClose={close} />}
      {open === 'versions' && (
        <Suspense>
          <VersionsDialog commentId={comment.id} onClose={close} />
        </Suspense>
      )}
    </article>
  )
}

const ReplyButton = ({ onReply }: { onReply: () => void }) => (
  <Button size="small" variant="quiet" className="-ms-2" onPress={onReply}>
    <Trans>Reply</Trans>
  </Button>
)

function Head({ comment, onOpen }: { comment: CommentView; onOpen: (what: Open) => void }) {
  const { t } = useLingui()
  const { instant, relativeInstant } = useFormat()
  const { author, postedAt, editedAt, abilities } = comment
  const items = [
    ...(abilities.change === true ? [{ id: 'change', label: t`Edit`, onAction: () => onOpen('change') }] : []),
    ...(abilities.remove === true
      ? [{ id: 'remove', label: t`Remove`, isDangerous: true, onAction: () => onOpen('remove') }]
      : []),
  ]
  return (
    <header className="flex min-h-7 flex-wrap items-center gap-x-2 text-sm">
      <h3 className="font-semibold">
        <bdi>{author.name}</bdi>
      </h3>
      {author.isGuest && <Tag>{t`Guest`}</Tag>}
      {comment.onlyFor && <OnlyFor comment={comment} />}
      <time dateTime={postedAt} title={instant(postedAt)} className="text-xs text-muted">
        {relativeInstant(postedAt)}
      </time>
      {editedAt && (
        <Button size="small" variant="quiet" onPress={() => onOpen('versions')}>
          <Trans>edited</Trans>
        </Button>
      )}
      <span className="ms-auto">
        {items.length > 0 && <Menu label={t`What to do with this comment`} sections={[{ id: 'all', items }]} />}
      </span>
    </header>
  )
}

/** Whom it is for, beside its author. */
function OnlyFor({ comment }: { comment: CommentView }) {
  const { list } = useFormat()
  const people = comment.onlyFor?.filter(person => person.id !== comment.author.id) ?? []
  const names = list(people.map(person => person.name))
  return (
    <span className="flex items-center gap-1 text-xs text-muted">
      <Lock aria-hidden className="size-3.5 shrink-0" />
      <Trans>
        Only for <bdi>{names}</bdi>
      </Trans>
    </span>
  )
}

function RemovedComment({ comment, onReply }: Pick<CommentItemProps, 'comment' | 'onReply'>) {
  const { instant } = useFormat()
  const { removed, author } = comment
  const at = removed ? instant(removed.at) : ''
  return (
    <article className="py-3 text-sm text-muted">
      <p>
        {removed?.by === author.name ? (
          <Trans>
            <bdi>{author.name}</bdi> removed this comment on {at}.
          </Trans>
        ) : (
          <Trans>
            A comment by <bdi>{author.name}</bdi> was removed by <bdi>{removed?.by}</bdi> on {at}.
          </Trans>
        )}
      </p>
      {onReply && <ReplyButton onReply={onReply} />}
    </article>
  )
}

interface ChangeFormProps {
  record: TalkedAbout
  comment: CommentView
  body: string
  onClose: () => void
}

function ChangeForm({ record, comment, body, onClose }: ChangeFormProps) {
  const { t } = useLingui()
  const change = useWrite(changeComment, { refreshes: talkRefreshes })
  const [initial] = useState(() => toWords(body, comment.mentions))
  return (
    <CommentForm
      record={record}
      draft={`comment.${comment.id}`}
      initial={initial}
      label={t`Your comment`}
      action={t`Save`}
      send={words =>
        change.mutateAsync({ params: { id: comment.id }, body: { body: words, version: comment.version } })
      }
      onSent={onClose}
      onCancel={onClose}
      ref={focusAtEnd}
    />
  )
}

/** The field takes the focus once it is there, the caret after the last word. */
export function focusAtEnd(field: HTMLTextAreaElement | null): void {
  if (!field || field.dataset.met) return
  field.dataset.met = 'true'
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
}

function RemoveDialog({ comment, onClose }: { comment: CommentView; onClose: () => void }) {
  const { t } = useLingui()
  const remove = useWrite(removeComment, { refreshes: talkRefreshes })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t`Remove this comment?`}
      consequence={<Trans>Nobody will read its words any more. That there was a comment stays to be seen.</Trans>}
      action={t`Remove`}
      isDangerous
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: comment.id } })
      }}
    />
  )
}
