// Approving for use, taking out of use, bringing back; and the history of versions.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import {
  approveItem,
  type ClauseView,
  restoreItem,
  retireItem,
  type TemplateView,
} from '#modules/documents/library/library.contract.ts'
import type { ItemKind } from '#modules/documents/library/library.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Link, LinkButton } from '../../../kit/link.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { Section } from '../../../kit/page.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { libraryRefreshes, reasonAgainst } from './library-words.ts'

type Item = ClauseView | TemplateView
interface ItemProps {
  kind: ItemKind
  item: Item
}

const folders: Record<ItemKind, string> = { clause: '/library/clauses', template: '/library/templates' }

export function ItemActions({ kind, item }: ItemProps) {
  const { t } = useLingui()
  const [isRetiring, setRetiring] = useState(false)
  const approve = useWrite(approveItem, { refreshes: libraryRefreshes })
  const restore = useWrite(restoreItem, { refreshes: libraryRefreshes })
  const params = { kind, id: item.id }
  const settle = (work: Promise<unknown>, text: string) =>
    work.then(
      () => toast({ text }),
      error => toast({ text: sentenceFor(error), tone: 'bad' }),
    )
  const isOpen = item.approvedVersion !== item.version && item.state !== 'retired'
  const retired = item.state === 'retired'
  return (
    <>
      {item.abilities.write === true && (
        <LinkButton to={`${folders[kind]}/$itemId/edit`} params={{ itemId: item.id }}>
          {t`Write a new version`}
        </LinkButton>
      )}
      {isOpen && item.abilities.approve === true && (
        <Button
          variant="primary"
          isPending={approve.isPending}
          onPress={() =>
            void settle(approve.mutateAsync({ params, body: { version: item.version } }), t`Approved for use.`)
          }
        >
          {t`Approve for use`}
        </Button>
      )}
      <Menu
        label={t`More actions`}
        sections={[
          {
            id: 'life',
            items: [
              retired
                ? {
                    ...{ id: 'restore', label: t`Bring back into use`, reason: reasonAgainst(item, 'retire') },
                    onAction: () => void settle(restore.mutateAsync({ params }), t`Back in use.`),
                    isDisabled: item.abilities.retire !== true,
                  }
                : {
                    ...{ id: 'retire', label: t`Take out of use`, reason: reasonAgainst(item, 'retire') },
                    onAction: () => setRetiring(true),
                    isDisabled: item.abilities.retire !== true,
                  },
            ],
          },
        ]}
      />
      {isRetiring && <RetireDialog {...{ kind, item }} onClose={() => setRetiring(false)} />}
    </>
  )
}

function RetireDialog({ kind, item, onClose }: ItemProps & { onClose: () => void }) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const retire = useWrite(retireItem, { refreshes: libraryRefreshes, onDone: onClose })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Take this out of use?`}
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button
            variant="danger"
            isPending={retire.isPending}
            isDisabled={reason.trim() === ''}
            onPress={() => retire.mutate({ params: { kind, id: item.id }, body: { reason } })}
          >
            {t`Take out of use`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        {retire.error && <Banner tone="bad">{sentenceFor(retire.error)}</Banner>}
        <p>
          <Trans>Texts that used it keep it. It can be brought back.</Trans>
        </p>
        <TextArea label={t`Reason`} isRequired value={reason} onChange={setReason} />
      </div>
    </Dialog>
  )
}

/** What stands above an item that is not simply the version in use. */
export function ItemStanding({ kind, item }: ItemProps) {
  const { t } = useLingui()
  const { number } = useFormat()
  if (item.shown !== item.version)
    return (
      <Banner
        className="mb-5"
        title={t`This is version ${number(item.shown)}`}
        actions={
          <LinkButton to={`${folders[kind]}/$itemId`} params={{ itemId: item.id }}>
            {t`Show the latest`}
          </LinkButton>
        }
      />
    )
  if (item.state === 'retired')
    return (
      <Banner tone="warn" className="mb-5" title={t`Out of use`}>
        {item.retiredBecause}
      </Banner>
    )
  if (item.approvedVersion !== null && item.approvedVersion !== item.version)
    return (
      <Banner className="mb-5" title={t`A new version is being written`}>
        <Trans>Texts use version {number(item.approvedVersion)} until this one is approved.</Trans>
      </Banner>
    )
  return null
}

export function VersionHistory({ kind, item }: ItemProps) {
  const { t } = useLingui()
  const { number, instant } = useFormat()
  return (
    <Section title={t`Versions`}>
      <ol className="divide-y divide-line text-sm">
        {item.versions.map(one => (
          <li key={one.version} className="flex flex-wrap gap-x-4 gap-y-1 py-2">
            <Link
              to={`${folders[kind]}/$itemId`}
              params={{ itemId: item.id }}
              search={one.version === item.version ? {} : { version: one.version }}
            >
              {t`Version ${number(one.version)}`}
            </Link>
            <span className="text-muted">
              {instant(one.writtenAt)}
              {one.writtenBy && (
                <>
                  {' · '}
                  <bdi>{one.writtenBy}</bdi>
                </>
              )}
            </span>
            {one.approvedAt && <span className="text-ok">{t`Approved for use`}</span>}
            {one.note && <bdi className="basis-full text-muted">{one.note}</bdi>}
          </li>
        ))}
      </ol>
    </Section>
  )
}
