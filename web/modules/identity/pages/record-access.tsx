// Who may see this record, and why: everyone with an account who does, with what else they may do.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { explainRecord } from '#core/identity/people/people.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { LocalisedText } from '../../../kit/bdi.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { ReasonLines } from '../people/reason-words.tsx'

export function RecordAccessPage() {
  const { t } = useLingui()
  const { recordId } = useParams({ strict: false }) as { recordId: string }
  const { data, error } = useCall(explainRecord, { params: { subject: 'agreement', id: recordId } })
  return (
    <Page width="reading">
      <PageHeader
        crumbs={[{ label: t`The agreement`, to: '/agreements/$agreementId', params: { agreementId: recordId } }]}
        {...(data?.number && { number: data.number })}
        title={t`Who may see this, and why?`}
        subtitle={data && <LocalisedText texts={data.title} />}
      />
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={10} />}
      {data?.confidential && (
        <Banner tone="info">
          <Trans>
            This record is confidential: only its owner, the people named as its readers and auditors see it, in lists,
            counts and searches too.
          </Trans>
        </Banner>
      )}
      {data && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {data.people.map(person => (
            <li key={person.id} className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-2">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                <bdi>{person.name}</bdi>
                {person.write && <Tag>{t`may change it`}</Tag>}
                {person.conclude && <Tag>{t`may conclude it`}</Tag>}
              </span>
              <span className="text-muted">
                <ReasonLines reasons={person.reasons} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {data && (
        <p className="mt-4 text-sm text-muted">
          <Plural
            value={data.others}
            _0="Everyone with an account sees it."
            one="# more person with an account does not see it."
            other="# more people with an account do not see it."
          />
        </p>
      )}
    </Page>
  )
}
