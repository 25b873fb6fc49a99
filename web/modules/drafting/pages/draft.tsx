// The page of a draft: beginning it, writing it together, or reading it, as the reader may.
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { FileQuestion } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { type DraftView, getDraft } from '#modules/drafting/draft.contract.ts'
import { pickText } from '../../../core/localised-text.ts'
import { ProblemError, sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { useReader } from '../../../core/reader.ts'
import { Banner } from '../../../kit/banner.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { type Tab, Tabs } from '../../../kit/tabs.tsx'
import { BeginDraft } from '../begin-draft.tsx'
import { PromisesTab } from '../promises-tab.tsx'
import { ReadingView } from '../reading-view.tsx'
import { VersionsTab } from '../versions-tab.tsx'

const DraftEditor = lazy(() => import('../editor/draft-editor.tsx').then(file => ({ default: file.DraftEditor })))

export function DraftPage() {
  const { t } = useLingui()
  const { agreementId } = useParams({ strict: false }) as { agreementId: string }
  const { data, error } = useCall(getDraft, { params: { id: agreementId } })
  if (data) return <OpenDraft view={data} />
  const isGone = error instanceof ProblemError && error.status === 404
  return (
    <Page>
      <PageHeader crumbs={[{ label: t`Portfolio`, to: '/portfolio' }]} title={t`Draft`} />
      {isGone && (
        <EmptyState
          icon={<FileQuestion />}
          title={t`This draft is not here, or you may not see it`}
          actions={<LinkButton to="/portfolio">{t`Open the portfolio`}</LinkButton>}
        >
          <Trans>Perhaps the link is old, or the agreement belongs to a unit whose records you may not read.</Trans>
        </EmptyState>
      )}
      {error && !isGone && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!error && <SkeletonBox height={480} />}
    </Page>
  )
}

function OpenDraft({ view }: { view: DraftView }) {
  const { t } = useLingui()
  const { language } = useReader()
  const { agreement, draft, right } = view
  const title = pickText(agreement.title, language)?.text ?? t`Agreement`
  const tabs: Tab[] = [
    {
      id: 'text',
      label: t`Text`,
      content: () =>
        right === 'read' ? (
          <ReadingView view={view} />
        ) : (
          <Suspense fallback={<SkeletonBox height={480} />}>
            <DraftEditor view={view} />
          </Suspense>
        ),
    },
    { id: 'promises', label: t`What it promises`, content: () => <PromisesTab view={view} /> },
    { id: 'versions', label: t`Versions`, content: () => <VersionsTab view={view} /> },
  ]
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t`Portfolio`, to: '/portfolio' },
          { label: agreement.number ?? t`Agreement`, to: `/agreements/${agreement.id}` },
        ]}
        title={<bdi>{title}</bdi>}
        documentTitle={t`Draft: ${title}`}
        subtitle={t`Draft`}
      />
      {view.reason && (
        <Banner className="mb-4">
          <bdi>{view.reason}</bdi>
        </Banner>
      )}
      {draft ? <Tabs label={t`Parts of the draft`} tabs={tabs} /> : <BeginDraft view={view} />}
    </Page>
  )
}
