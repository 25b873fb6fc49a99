// Records that a record is linked with, in the words of this side.
import { Trans, useLingui } from '@lingui/react/macro'
import { Link2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { linkWordTerms } from '#modules/collaboration/link.terms.ts'
import { type LinkView, listLinks, unlinkRecords } from '#modules/collaboration/relation.contract.ts'
import { useTerm } from '../../core/i18n.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/dialog.tsx'
import { Menu } from '../../kit/menu.tsx'
import { RecordLink } from './record-link.tsx'
import { reasonAgainst, type TalkedAbout, talkRefreshes } from './record-of.ts'

const LinkDialog = lazy(() => import('./link-dialog.tsx').then(file => ({ default: file.LinkDialog })))

/** Nothing where there are none and none may be made. */
export function Links({ record }: { record: TalkedAbout }) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const { data } = useCall(listLinks, { params: { ...record } })
  const mayLink = data !== undefined && reasonAgainst(data.abilities, 'link') === undefined
  if (!data || (data.items.length === 0 && !mayLink)) return null
  return (
    <section aria-label={t`Linked records`} className="mt-6">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-center justify-between gap-2">
        <h3 className="text-sm font-semibold">{t`Linked records`}</h3>
        {mayLink && (
          <Button size="small" icon={<Link2 aria-hidden className="size-3.5" />} onPress={() => setOpen(true)}>
            {t`Link a record`}
          </Button>
        )}
      </div>
      {data.items.length > 0 && (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {data.items.map(link => (
            <LinkLine key={link.id} link={link} />
          ))}
        </ul>
      )}
      {isOpen && (
        <Suspense>
          <LinkDialog record={record} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  )
}

function LinkLine({ link }: { link: LinkView }) {
  const { t } = useLingui()
  const term = useTerm()
  const [isAsking, setAsking] = useState(false)
  const unlink = useWrite(unlinkRecords, { refreshes: [listLinks, ...talkRefreshes] })
  const { record, word, abilities } = link
  const remove = { id: 'remove', label: t`Take the link away`, isDangerous: true, onAction: () => setAsking(true) }
  return (
    <li className="flex items-center gap-2 py-1.5">
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-0.5">
        <span className="w-32 shrink-0 text-muted">{term(linkWordTerms[word])}</span>
        <span className="min-w-0 flex-1 basis-40">
          <RecordLink path={record.path}>
            <bdi>{record.title}</bdi>
          </RecordLink>
          <span className="block text-xs text-muted">
            {record.kind}
            {record.number && (
              <>
                {' · '}
                <bdi>{record.number}</bdi>
              </>
            )}
          </span>
        </span>
      </span>
      {abilities.remove === true && (
        <Menu label={t`What to do with this link`} sections={[{ id: 'all', items: [remove] }]} />
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t`Take this link away?`}
        consequence={<Trans>Both records stay as they are; neither leads to the other any more.</Trans>}
        action={t`Take the link away`}
        isDangerous
        onConfirm={async () => {
          await unlink.mutateAsync({ params: { id: link.id } })
        }}
      />
    </li>
  )
}
