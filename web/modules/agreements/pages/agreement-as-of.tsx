// An agreement as it stood on a day or beside an event of its timeline; nothing in it can be changed.
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import type { AgreementView } from '#modules/agreements/agreement.contract.ts'
import { type AgreementAsOf, getAgreementAsOf } from '#modules/agreements/as-of.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useCall } from '../../../core/query.ts'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { type Tab, Tabs } from '../../../kit/tabs.tsx'
import {
  AsOfBanner,
  AsOfWaiting,
  ChooseDay,
  Differences,
  type RecordPaths,
  useMoment,
} from '../../registry/as-of-parts.tsx'
import { NameLine, StateDot } from '../agreement-words.tsx'
import { CommitmentsThen, DocumentsThen, EntriesThen } from '../record/as-of-ledger.tsx'
import { useDateFacts } from '../record/date-facts.tsx'
import { Parties, useContentFacts } from '../record/overview-tab.tsx'
import { NamedPeople } from '../record/people-tab.tsx'
import { PulseBlock } from '../record/pulse-block.tsx'
import { agreementPaths, partnersOf } from '../record/record-parts.ts'
import { Relations } from '../record/relations.tsx'

export function AgreementAsOfPage() {
  const { t } = useLingui()
  const { agreementId } = useParams({ strict: false }) as { agreementId: string }
  const paths = agreementPaths(agreementId)
  const { data, error } = useCall(getAgreementAsOf, { params: { id: agreementId }, query: useMoment() })
  if (error || !data) return <AsOfWaiting title={t`Agreement`} paths={paths} error={error} />
  return <AgreementThen answer={data} paths={paths} />
}

/** How much came since. */
function AddedSince({ added }: { added: AgreementAsOf['addedSince'] }) {
  const { list, number } = useFormat()
  const { t } = useLingui()
  const { files, commitments, entries } = added
  const parts = [
    files > 0 && t`documents: ${number(files)}`,
    commitments > 0 && t`commitments: ${number(commitments)}`,
    entries > 0 && t`entries: ${number(entries)}`,
  ].filter(part => part !== false)
  if (parts.length === 0) return null
  return (
    <p className="mt-2 text-sm text-muted">
      <Trans>Came since then: {list(parts)}.</Trans>
    </p>
  )
}

function OverviewThen({ agreement }: { agreement: AgreementView }) {
  const { t } = useLingui()
  const dates = useDateFacts(agreement, 'then')
  const content = useContentFacts(agreement)
  const heading = 'mb-2 text-base font-semibold'
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <section>
          <h2 className={heading}>{t`Parties`}</h2>
          <Parties agreement={agreement} />
        </section>
        <section>
          <h2 className={heading}>{t`Content`}</h2>
          <DescriptionList facts={content} />
          <Relations agreement={agreement} />
        </section>
      </div>
      <div className="flex flex-col gap-6 max-lg:order-first">
        {agreement.pulse && <PulseBlock pulse={{ ...agreement.pulse, nextStep: null }} />}
        <section>
          <h2 className={heading}>{t`Dates`}</h2>
          <DescriptionList facts={dates} />
        </section>
      </div>
    </div>
  )
}

function AgreementThen({ answer, paths }: { answer: AgreementAsOf; paths: RecordPaths }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const { asOf, agreement, differences } = answer
  const partners = partnersOf(agreement)
  const counted = (count: number) => (count > 0 ? { count: number(count) } : {})
  const tabs: Tab[] = [
    { id: 'overview', label: t`Overview`, content: () => <OverviewThen agreement={agreement} /> },
    {
      id: 'commitments',
      label: t`Commitments`,
      ...counted(answer.commitments.length),
      content: () => <CommitmentsThen answer={answer} />,
    },
    {
      id: 'entries',
      label: t`Entries`,
      ...counted(answer.entryCount),
      content: () => <EntriesThen answer={answer} />,
    },
    {
      id: 'documents',
      label: t`Documents`,
      ...counted(agreement.files.length),
      content: () => <DocumentsThen answer={answer} />,
    },
    {
      id: 'people',
      label: t`People`,
      ...counted(agreement.contacts.length),
      content: () => <NamedPeople agreement={agreement} />,
    },
  ]
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t`Portfolio`, to: '/portfolio' },
          { label: agreement.displayTitle, to: paths.today, params: paths.params },
        ]}
        {...(agreement.number && { number: agreement.number })}
        title={<bdi>{agreement.displayTitle}</bdi>}
        documentTitle={agreement.displayTitle}
        status={<StateDot state={agreement.state} />}
        subtitle={
          <NameLine
            names={partners.slice(0, 4).map(party => party.organisation.name)}
            more={Math.max(0, partners.length - 4)}
          />
        }
        actions={<ChooseDay key={asOf.on} paths={paths} day={asOf.on} />}
      />
      <AsOfBanner asOf={asOf} paths={paths} />
      <Differences differences={differences} more={<AddedSince added={answer.addedSince} />} />
      <Tabs label={t`Parts of the agreement`} tabs={tabs} />
    </Page>
  )
}
