// The page of one agreement: header with the one next step, then its parts in tabs.
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { FileQuestion } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { type AgreementView, getAgreement } from '#modules/agreements/agreement.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { ProblemError, sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonBox, SkeletonLine } from '../../../kit/skeleton.tsx'
import { type Tab, Tabs } from '../../../kit/tabs.tsx'
import { DiscussionTab } from '../../collaboration/discussion-tab.tsx'
import { TagsLine } from '../../collaboration/tags-line.tsx'
import { useDiscussion, WatchButton } from '../../collaboration/watch-button.tsx'
import { CommitmentsTab } from '../../ledger/commitments-tab.tsx'
import { EntriesTab } from '../../ledger/entries-tab.tsx'
import { NameLine, StateDot } from '../agreement-words.tsx'
import { DocumentsTab } from '../record/documents-tab.tsx'
import { OriginalTab } from '../record/original-tab.tsx'
import { OverviewTab } from '../record/overview-tab.tsx'
import { PeopleTab } from '../record/people-tab.tsx'
import { agreementRefreshes, partnersOf, reasonAgainst, sidesOf, useOwners } from '../record/record-parts.ts'
import { StepButtons } from '../record/step-buttons.tsx'
import { TimelineTab } from '../record/timeline-tab.tsx'

const RecordCheckTab = lazy(() =>
  import('../../screening/record-check.tsx').then(file => ({ default: file.RecordCheckTab })),
)

export function AgreementPage() {
  const { t } = useLingui()
  const { agreementId } = useParams({ strict: false }) as { agreementId: string }
  const answer = useCall(getAgreement, { params: { id: agreementId } })
  if (answer.data) return <AgreementRecord agreement={answer.data} />
  if (answer.error instanceof ProblemError && answer.error.status === 404) return <NoAgreement />
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t`Portfolio`, to: '/portfolio' }]}
        title={answer.error ? t`Agreement` : <SkeletonLine width={0.4} className="my-1.5 h-5" />}
      />
      {answer.error ? <Banner tone="bad">{sentenceFor(answer.error)}</Banner> : <SkeletonBox height={480} />}
    </Page>
  )
}

function NoAgreement() {
  const { t } = useLingui()
  return (
    <Page>
      <PageHeader crumbs={[{ label: t`Portfolio`, to: '/portfolio' }]} title={t`Agreement`} />
      <EmptyState
        icon={<FileQuestion />}
        title={t`This agreement is not here, or you may not see it`}
        actions={<LinkButton to="/portfolio">{t`Open the portfolio`}</LinkButton>}
      >
        <Trans>Perhaps the link is old, or the agreement belongs to a unit whose records you may not read.</Trans>
      </EmptyState>
    </Page>
  )
}

/** Whose turn it is, in words; nothing while it is nobody's. */
function useTurnWords(): (turn: AgreementView['turn']) => string | null {
  const { t } = useLingui()
  return turn => (turn === 'home' ? t`our turn` : turn === 'partner' ? t`the partner’s turn` : null)
}

function Subtitle({ agreement }: { agreement: AgreementView }) {
  const { dayOfInstant, date } = useFormat()
  const turn = useTurnWords()(agreement.turn)
  const partners = partnersOf(agreement)
  return (
    <>
      <NameLine
        names={partners.slice(0, 4).map(party => party.organisation.name)}
        more={Math.max(0, partners.length - 4)}
      />
      {turn && (
        <>
          {' · '}
          <span className="text-ink">{turn}</span>
        </>
      )}
      {' · '}
      <Trans>since {date(dayOfInstant(agreement.stateSince))}</Trans>
    </>
  )
}

function AgreementRecord({ agreement }: { agreement: AgreementView }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const owners = useOwners(agreement.home.id)
  const sides = sidesOf(agreement)
  const ledger = { sides, refreshes: agreementRefreshes }
  const talk = { subject: 'agreement', id: agreement.id }
  const discussion = useDiscussion(talk)
  const counted = (count: number) => (count > 0 ? { count: number(count) } : {})
  const tabs: Tab[] = [
    { id: 'overview', label: t`Overview`, content: () => <OverviewTab agreement={agreement} /> },
    {
      id: 'commitments',
      label: t`Commitments`,
      ...counted(agreement.commitmentCount),
      content: () => (
        <CommitmentsTab
          agreementId={agreement.id}
          owners={owners}
          reason={reasonAgainst(agreement, 'edit')}
          {...ledger}
        />
      ),
    },
    {
      id: 'entries',
      label: t`Entries and balance`,
      content: () => (
        <EntriesTab
          about={{ agreementId: agreement.id }}
          reason={reasonAgainst(agreement, 'record_entry')}
          {...ledger}
        />
      ),
    },
    {
      id: 'documents',
      label: t`Documents`,
      ...counted(agreement.files.length),
      content: () => <DocumentsTab agreement={agreement} />,
    },
    {
      id: 'people',
      label: t`People`,
      ...counted(agreement.contacts.length),
      content: () => <PeopleTab agreement={agreement} />,
    },
    {
      id: 'check',
      label: t`Due diligence`,
      content: () => (
        <Suspense fallback={<SkeletonBox height={160} />}>
          <RecordCheckTab record={talk} />
        </Suspense>
      ),
    },
    {
      id: 'discussion',
      label: t`Discussion`,
      ...counted(discussion?.comments ?? 0),
      content: () => <DiscussionTab record={talk} />,
    },
    ...(agreement.original
      ? [
          {
            id: 'original',
            label: t`Original row`,
            content: () =>
              agreement.original && <OriginalTab original={agreement.original} importId={agreement.importId} />,
          },
        ]
      : []),
    { id: 'timeline', label: t`Timeline`, content: () => <TimelineTab agreementId={agreement.id} /> },
  ]
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t`Portfolio`, to: '/portfolio' }]}
        {...(agreement.number && { number: agreement.number })}
        title={<bdi>{agreement.displayTitle}</bdi>}
        documentTitle={agreement.displayTitle}
        status={<StateDot state={agreement.state} />}
        subtitle={<Subtitle agreement={agreement} />}
        actions={
          <>
            <LinkButton to={`/agreements/${agreement.id}/draft`}>{t`Draft`}</LinkButton>
            <WatchButton record={talk} />
            <StepButtons agreement={agreement} />
          </>
        }
      />
      {agreement.stateReason && (
        <p className="-mt-3 mb-4 max-w-prose text-sm text-muted">
          <q>
            <bdi>{agreement.stateReason}</bdi>
          </q>
        </p>
      )}
      <TagsLine record={talk} />
      <Tabs label={t`Parts of the agreement`} tabs={tabs} />
    </Page>
  )
}
