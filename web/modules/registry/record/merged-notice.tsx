// Says that a record lives on in another one, or which ones live on in it.
import { Trans, useLingui } from '@lingui/react/macro'
import { Fragment } from 'react'
import type { Organisation } from '#modules/registry/organisation.contract.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { Link } from '../../../kit/link.tsx'
import { mayDo } from '../organisation-words.tsx'

function RecordLink({ id, name }: { id: string; name: string }) {
  return (
    <Link to="/organisations/$organisationId" params={{ organisationId: id }}>
      <Bdi>{name}</Bdi>
    </Link>
  )
}

export function MergedNotice({ organisation, onUndo }: { organisation: Organisation; onUndo: () => void }) {
  const { t } = useLingui()
  const { mergedInto, mergedFrom, abilities } = organisation
  if (mergedInto)
    return (
      <Banner
        tone="warn"
        className="mb-4"
        title={t`This organisation was merged into another one`}
        actions={mayDo(abilities, 'undoMerge') && <Button size="small" onPress={onUndo}>{t`Undo the merge …`}</Button>}
      >
        <Trans>
          Everything of it is shown with <RecordLink {...mergedInto} />.
        </Trans>
      </Banner>
    )
  if (mergedFrom.length === 0) return null
  return (
    <p className="mb-4 text-sm text-muted">
      <Trans>Merged into this one:</Trans>{' '}
      {mergedFrom.map((each, index) => (
        <Fragment key={each.id}>
          {index > 0 && ' · '}
          <RecordLink id={each.id} name={each.name} />
        </Fragment>
      ))}
    </p>
  )
}
