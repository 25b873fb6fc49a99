// The promises of one clause, and the form for a further one.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { getAgreement } from '#modules/agreements/agreement.contract.ts'
import { type DraftView, getDraft, placePromise } from '#modules/drafting/draft.contract.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { Button } from '../../kit/button.tsx'
import { Drawer } from '../../kit/drawer.tsx'
import { SkeletonText } from '../../kit/skeleton.tsx'
import { PromiseForm } from './promise-form.tsx'
import { PromiseLine, useProposed } from './promise-line.tsx'

export function PromiseDrawer({ view, clauseId, onClose }: { view: DraftView; clauseId: string; onClose(): void }) {
  const { t } = useLingui()
  const [isAdding, setAdding] = useState(false)
  const proposed = useProposed(view.agreement.id)
  const agreement = useCall(getAgreement, { params: { id: view.agreement.id } }).data
  const place = useWrite(placePromise, { refreshes: [getDraft] })
  const here = new Set(view.draft?.promises.filter(one => one.clauseId === clauseId).map(one => one.commitmentId))
  const placed = new Set(view.draft?.promises.map(one => one.commitmentId))
  if (!proposed || !agreement) return null
  const own = proposed.filter(one => here.has(one.id))
  const free = proposed.filter(one => !placed.has(one.id))
  const put = (commitmentId: string, to: string | null) =>
    place.mutate({ params: { id: view.agreement.id, commitmentId }, body: { clauseId: to } })
  return (
    <Drawer isOpen onClose={onClose} title={t`What this clause promises`}>
      {!proposed && <SkeletonText lines={4} />}
      <div className="flex flex-col gap-4 p-6">
        {own.length === 0 && !isAdding && (
          <p className="text-sm text-muted">
            <Trans>Nothing that can be measured yet. A promise says who owes whom what, how much and how often.</Trans>
          </p>
        )}
        <ul className="divide-y divide-line">
          {own.map(commitment => (
            <li key={commitment.id} className="flex items-start gap-3 py-2">
              <PromiseLine commitment={commitment} />
              {view.right === 'edit' && (
                <Button
                  size="small"
                  variant="quiet"
                  onPress={() => put(commitment.id, null)}
                >{t`Not in this clause`}</Button>
              )}
            </li>
          ))}
        </ul>
        {free.length > 0 && view.right === 'edit' && (
          <div>
            <h3 className="mb-1 text-sm font-medium">{t`Proposed, in no clause yet`}</h3>
            <ul className="divide-y divide-line">
              {free.map(commitment => (
                <li key={commitment.id} className="flex items-start gap-3 py-2">
                  <PromiseLine commitment={commitment} />
                  <Button size="small" onPress={() => put(commitment.id, clauseId)}>{t`It stands here`}</Button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {view.right === 'edit' && !isAdding && <Button onPress={() => setAdding(true)}>{t`Add a promise`}</Button>}
        {isAdding && (
          <PromiseForm view={view} agreement={agreement} clauseId={clauseId} onDone={() => setAdding(false)} />
        )}
      </div>
    </Drawer>
  )
}
