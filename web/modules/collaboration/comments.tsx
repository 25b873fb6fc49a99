// The comments on a record in threads, the oldest first, with the field for the next one below.
import { Trans, useLingui } from '@lingui/react/macro'
import { MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { type CommentThread, listComments, postComment } from '#modules/collaboration/comment.contract.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { SkeletonText } from '../../kit/skeleton.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentItem, focusAtEnd } from './comment-item.tsx'
import { reasonAgainst, type TalkedAbout, talkRefreshes } from './record-of.ts'

export function Comments({ record }: { record: TalkedAbout }) {
  const { t } = useLingui()
  const { data, error } = useCall(listComments, { params: { ...record } })
  const post = useWrite(postComment, { refreshes: talkRefreshes })
  if (error && !data) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!data) return <SkeletonText lines={8} />
  const reason = reasonAgainst(data.abilities, 'post')
  return (
    <div className="flex flex-col gap-4">
      {data.items.length === 0 && (
        <EmptyState icon={<MessagesSquare />} title={t`Nothing has been said here yet`}>
          <Trans>Ask a question or leave a note for colleagues: it stays with the record, not in a mailbox.</Trans>
        </EmptyState>
      )}
      {data.items.length > 0 && (
        <div className="border-b border-line">
          <Threads record={record} items={data.items} hasEarlier={data.hasEarlier} mayPost={reason === undefined} />
        </div>
      )}
      {reason === undefined ? (
        <CommentForm
          key={record.id}
          record={record}
          draft={`comment.on.${record.id}`}
          label={t`Write a comment`}
          placeholder={t`Write a comment`}
          action={t`Send`}
          mayBeOnlyFor
          send={(body, onlyFor) =>
            post.mutateAsync({ params: { ...record }, body: { body, ...(onlyFor && { onlyFor }) } })
          }
        />
      ) : (
        <p className="text-sm text-muted">{reason}</p>
      )}
    </div>
  )
}

interface ThreadsProps {
  record: TalkedAbout
  items: readonly CommentThread[]
  hasEarlier: boolean
  mayPost: boolean
}

function Threads({ record, items, hasEarlier, mayPost }: ThreadsProps) {
  const { t } = useLingui()
  const [showsEarlier, setShowsEarlier] = useState(false)
  const first = items[0]
  return (
    <>
      {hasEarlier && !showsEarlier && (
        <Button size="small" onPress={() => setShowsEarlier(true)}>{t`Show earlier comments`}</Button>
      )}
      {hasEarlier && showsEarlier && first && <EarlierThreads record={record} before={first.id} mayPost={mayPost} />}
      <ol className="divide-y divide-line">
        {items.map(thread => (
          <Thread key={thread.id} record={record} thread={thread} mayPost={mayPost} />
        ))}
      </ol>
    </>
  )
}

function EarlierThreads({ record, before, mayPost }: { record: TalkedAbout; before: string; mayPost: boolean }) {
  const { data, error } = useCall(listComments, { params: { ...record }, query: { before } })
  if (error && !data) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!data) return <SkeletonText lines={6} />
  return <Threads record={record} items={data.items} hasEarlier={data.hasEarlier} mayPost={mayPost} />
}

function Thread({ record, thread, mayPost }: { record: TalkedAbout; thread: CommentThread; mayPost: boolean }) {
  const { t } = useLingui()
  const [isAnswering, setAnswering] = useState(false)
  const post = useWrite(postComment, { refreshes: talkRefreshes })
  const answer = mayPost ? () => setAnswering(true) : undefined
  const hasMore = thread.replies.length > 0 || isAnswering
  return (
    <li>
      <CommentItem record={record} comment={thread} onReply={answer} />
      {hasMore && (
        <div className="mb-3 border-s-2 border-line ps-4">
          <ol>
            {thread.replies.map(reply => (
              <li key={reply.id}>
                <CommentItem record={record} comment={reply} />
              </li>
            ))}
          </ol>
          {isAnswering && (
            <CommentForm
              record={record}
              draft={`comment.answer.${thread.id}`}
              label={t`Your answer`}
              placeholder={t`Your answer`}
              action={t`Send`}
              send={body => post.mutateAsync({ params: { ...record }, body: { body, parentId: thread.id } })}
              onSent={() => setAnswering(false)}
              onCancel={() => setAnswering(false)}
              ref={focusAtEnd}
            />
          )}
        </div>
      )}
    </li>
  )
}
