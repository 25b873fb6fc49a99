// To whom a confidential agreement is confided: its readers, with who named them, and naming and removing them.
import { Trans, useLingui } from '@lingui/react/macro'
import { UserRoundPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { type AgreementReader, listAgreementReaders } from '#modules/agreements/readers/reader.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { Tag } from '../../../kit/tag.tsx'

const NameReaderDialog = lazy(() => import('./reader-dialogs.tsx').then(file => ({ default: file.NameReaderDialog })))
const RemoveReaderDialog = lazy(() =>
  import('./reader-dialogs.tsx').then(file => ({ default: file.RemoveReaderDialog })),
)

export function ReadersSection({ agreementId }: { agreementId: string }) {
  const { t } = useLingui()
  const { data, error } = useCall(listAgreementReaders, { params: { id: agreementId } })
  const [isNaming, setNaming] = useState(false)
  const [leaving, setLeaving] = useState<AgreementReader | null>(null)
  const ability = data?.abilities.name
  return (
    <Section
      title={t`Readers`}
      actions={
        ability === true && (
          <Button icon={<UserRoundPlus aria-hidden className="size-4" />} onPress={() => setNaming(true)}>
            {t`Name a reader`}
          </Button>
        )
      }
    >
      <p className="-mt-2 mb-3 max-w-prose text-sm text-muted">
        <Trans>
          This agreement is confidential: its owner, the people named here and auditors see it, nobody else, whatever
          their role. Whoever stands in for one of them sees it meanwhile.
        </Trans>
      </p>
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={3} />}
      {data && data.items.length > 0 && (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {data.items.map(reader => (
            <ReaderLine key={reader.person.id} reader={reader} onRemove={() => setLeaving(reader)} />
          ))}
        </ul>
      )}
      <Suspense>
        {isNaming && data && (
          <NameReaderDialog agreementId={agreementId} people={data.candidates} onClose={() => setNaming(false)} />
        )}
        {leaving && (
          <RemoveReaderDialog agreementId={agreementId} person={leaving.person} onClose={() => setLeaving(null)} />
        )}
      </Suspense>
    </Section>
  )
}

function ReaderLine({ reader, onRemove }: { reader: AgreementReader; onRemove: () => void }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const { person, kind, by, closed } = reader
  const since = reader.since && instant(reader.since)
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <bdi className="font-medium">{person.name}</bdi>
          {closed && <Tag>{t`Account closed`}</Tag>}
        </span>
        <span className="block text-xs text-muted">
          {kind === 'owner' && <Trans>Owner of the agreement</Trans>}
          {kind === 'named' && !by && <Trans>Since {since}</Trans>}
          {kind === 'named' && by && (
            <Trans>
              Named by <bdi>{by}</bdi>, {since}
            </Trans>
          )}
        </span>
      </div>
      {reader.abilities.remove === true && (
        <Button
          size="small"
          variant="quiet"
          onPress={onRemove}
          aria-label={t`Remove ${person.name}`}
        >{t`Remove`}</Button>
      )}
    </li>
  )
}
