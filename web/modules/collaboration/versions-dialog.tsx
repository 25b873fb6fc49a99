// What a comment said before it was changed.
import { useLingui } from '@lingui/react/macro'
import { listCommentVersions } from '#modules/collaboration/comment.contract.ts'
import { useFormat } from '../../core/format.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SkeletonText } from '../../kit/skeleton.tsx'
import { CommentBody } from './comment-body.tsx'

export function VersionsDialog({ commentId, onClose }: { commentId: string; onClose: () => void }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const { data, error } = useCall(listCommentVersions, { params: { id: commentId } })
  return (
    <Dialog isOpen onClose={onClose} title={t`What it said before`}>
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={3} />}
      <ol className="divide-y divide-line">
        {data?.items.map(item => (
          <li key={item.version} className="py-3">
            <p className="mb-1 text-xs text-muted">{instant(item.writtenAt)}</p>
            <CommentBody body={item.body} people={data.mentions} />
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
