// The record of an organisation: what it is called, where it is, what belongs to it, what happened to it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { getOrganisation, type Organisation } from '#modules/registry/organisation.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { readOneOf, readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { type Crumb, Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonLine, SkeletonText } from '../../../kit/skeleton.tsx'
import { type Tab, Tabs } from '../../../kit/tabs.tsx'
import { DiscussionTab } from '../../collaboration/discussion-tab.tsx'
import { TagsLine } from '../../collaboration/tags-line.tsx'
import { useDiscussion, WatchButton } from '../../collaboration/watch-button.tsx'
import { HomeTag, mayDo, OrganisationStatusDot, usePlaceWords, useTypeWords } from '../organisation-words.tsx'
import { DifferencesTab } from '../record/differences-tab.tsx'
import { HistoryTab } from '../record/history-tab.tsx'
import { MergeDialog, UndoMergeDialog } from '../record/merge-dialog.tsx'
import { MergedNotice } from '../record/merged-notice.tsx'
import { NamesTab } from '../record/names-tab.tsx'
import { OverviewTab } from '../record/overview-tab.tsx'
import { PeopleTab } from '../record/people-tab.tsx'
import { NewPersonDialog } from '../record/person-dialog.tsx'
import { type RecordAction, RecordMenu, recordActions } from '../record/record-menu.tsx'
import { SplitDialog } from '../record/split-dialog.tsx'
import { NewUnitDialog } from '../record/unit-dialog.tsx'
import { WhyMatchDialog } from '../record/why-match.tsx'

const readers = { do: readOneOf(recordActions), tab: readText }

export function OrganisationRecordPage() {
  const { organisationId } = useParams({ strict: false }) as { organisationId: string }
  const { data, error } = useCall(getOrganisation, { params: { id: organisationId } })
  if (error && !data) return <Failed error={error} />
  if (!data) return <Loading />
  return <OrganisationRecord key={data.id} organisation={data} />
}

function Failed({ error }: { error: Error }) {
  const { t } = useLingui()
  return (
    <Page width="reading">
      <PageHeader title={t`Organisation`} crumbs={[{ label: t`Organisations`, to: '/organisations' }]} />
      <Banner
        tone="bad"
        actions={<LinkButton size="small" to="/organisations">{t`Show all organisations`}</LinkButton>}
      >
        {sentenceFor(error)}
      </Banner>
    </Page>
  )
}

function Loading() {
  const { t } = useLingui()
  return (
    <Page width="reading">
      <div role="status" aria-label={t`Loading`} className="flex flex-col gap-4 pt-6">
        <SkeletonLine width={0.5} className="h-7" />
        <SkeletonLine width={0.35} />
        <div className="mt-8">
          <SkeletonText lines={10} />
        </div>
      </div>
    </Page>
  )
}

function OrganisationRecord({ organisation }: { organisation: Organisation }) {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const { name, original, abilities, unitOf } = organisation
  const close = () => change({ do: undefined })
  const start = (action: RecordAction) => change({ do: action })
  const crumbs: Crumb[] = [
    { label: t`Organisations`, to: '/organisations' },
    ...(unitOf
      ? [{ label: unitOf.name, to: '/organisations/$organisationId', params: { organisationId: unitOf.id } }]
      : []),
  ]
  return (
    <Page width="reading">
      <PageHeader
        crumbs={crumbs}
        documentTitle={name}
        title={<Bdi>{name}</Bdi>}
        status={<OrganisationStatusDot status={organisation.status} />}
        subtitle={<Subtitle organisation={organisation} original={original} />}
        actions={
          <>
            <WatchButton record={{ subject: 'organisation', id: organisation.id }} />
            <RecordMenu organisation={organisation} onStart={start} />
            {mayDo(abilities, 'change') && (
              <LinkButton
                variant="primary"
                to="/organisations/$organisationId/edit"
                params={{ organisationId: organisation.id }}
                icon={<Pencil aria-hidden className="size-4" />}
              >
                {t`Edit`}
              </LinkButton>
            )}
          </>
        }
      />
      <TagsLine record={{ subject: 'organisation', id: organisation.id }} />
      <MergedNotice organisation={organisation} onUndo={() => start('undo-merge')} />
      <RecordTabs organisation={organisation} onStart={start} />
      {url.do === 'merge' && <MergeDialog organisation={organisation} onClose={close} />}
      {url.do === 'undo-merge' && <UndoMergeDialog organisation={organisation} onClose={close} />}
      {url.do === 'split' && <SplitDialog organisation={organisation} onClose={close} />}
      {url.do === 'unit' && <NewUnitDialog organisation={organisation} onClose={close} />}
      {url.do === 'why' && <WhyMatchDialog organisation={organisation} onClose={close} />}
      {url.do === 'person' && <NewPersonDialog organisation={organisation} onClose={close} />}
    </Page>
  )
}

function Subtitle({ organisation, original }: { organisation: Organisation; original: string }) {
  const placeWords = usePlaceWords()
  const typeWords = useTypeWords()
  const place = placeWords(organisation.place)
  const types = typeWords(organisation.types)
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {original !== organisation.name && <Bdi>{original}</Bdi>}
      {types && <span>{types}</span>}
      {place && <span>{place}</span>}
      {organisation.home && <HomeTag />}
    </span>
  )
}

interface RecordTabsProps {
  organisation: Organisation
  onStart: (action: RecordAction) => void
}

function RecordTabs({ organisation, onStart }: RecordTabsProps) {
  const { t } = useLingui()
  const { number } = useFormat()
  const [{ tab }] = useUrlState(readers)
  const { differences, names, personCount } = organisation
  const talk = { subject: 'organisation', id: organisation.id }
  const said = useDiscussion(talk)?.comments ?? 0
  const tabs: Tab[] = [
    {
      id: 'overview',
      label: t`Overview`,
      content: () => <OverviewTab organisation={organisation} onAddUnit={() => onStart('unit')} />,
    },
    {
      id: 'names',
      label: t`Names`,
      count: number(names.length),
      content: () => <NamesTab names={names} />,
    },
    {
      id: 'people',
      label: t`People`,
      count: number(personCount),
      content: () => <PeopleTab organisation={organisation} onAdd={() => onStart('person')} />,
    },
    {
      id: 'discussion',
      label: t`Discussion`,
      ...(said > 0 && { count: number(said) }),
      content: () => <DiscussionTab record={talk} />,
    },
    { id: 'history', label: t`History`, content: () => <HistoryTab id={organisation.id} /> },
    ...(differences.length > 0
      ? [
          {
            id: 'differences',
            label: t`Differences`,
            count: number(differences.length),
            content: () => <DifferencesTab organisation={organisation} />,
          },
        ]
      : []),
  ]
  return (
    <>
      {differences.length > 0 && tab !== 'differences' && (
        <Banner
          tone="info"
          className="mb-4"
          actions={
            <LinkButton
              size="small"
              to="/organisations/$organisationId"
              params={{ organisationId: organisation.id }}
              search={{ tab: 'differences' }}
            >{t`Compare`}</LinkButton>
          }
        >
          <Trans>An official source says something else than what was decided here.</Trans>
        </Banner>
      )}
      <Tabs label={t`Parts of the record`} tabs={tabs} />
    </>
  )
}
