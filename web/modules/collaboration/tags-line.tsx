// The tags of a record in one line, below its head.
import { useLingui } from '@lingui/react/macro'
import { Tags as TagsIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { listRecordTags } from '#modules/collaboration/relation.contract.ts'
import { useCall } from '../../core/query.ts'
import { Button } from '../../kit/button.tsx'
import { Dot } from '../../kit/status-dot.tsx'
import { Tag } from '../../kit/tag.tsx'
import { reasonAgainst, type TalkedAbout } from './record-of.ts'

const TagsDialog = lazy(() => import('./tags-dialog.tsx').then(file => ({ default: file.TagsDialog })))

/** Nothing where there are none and none may be put. */
export function TagsLine({ record }: { record: TalkedAbout }) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const { data } = useCall(listRecordTags, { params: { ...record } })
  const mayTag = data !== undefined && reasonAgainst(data.abilities, 'tag') === undefined
  if (!data || (data.items.length === 0 && !mayTag)) return null
  return (
    <div className="-mt-3 mb-4 flex flex-wrap items-center gap-1.5">
      {data.items.length > 0 && (
        <ul aria-label={t`Tags`} className="flex flex-wrap gap-1.5">
          {data.items.map(tag => (
            <li key={tag.id} className="flex min-w-0">
              <Tag className="min-w-0">
                <Dot tone={tag.colour} />
                <bdi className="min-w-0 truncate">{tag.name}</bdi>
              </Tag>
            </li>
          ))}
        </ul>
      )}
      {mayTag && (
        <Button
          size="small"
          variant="quiet"
          icon={<TagsIcon aria-hidden className="size-3.5" />}
          onPress={() => setOpen(true)}
          className={data.items.length === 0 ? '-ms-2' : ''}
        >
          {data.items.length === 0 ? t`Add tags` : t`Change tags`}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <TagsDialog record={record} tags={data} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
