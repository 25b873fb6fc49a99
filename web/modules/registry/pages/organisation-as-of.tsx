// An organisation as it stood on a day or beside an event of its history; nothing in it can be changed.
import { useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { getOrganisationAsOf, type OrganisationAsOf } from '#modules/registry/as-of.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useCall } from '../../../core/query.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { Link } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { type Tab, Tabs } from '../../../kit/tabs.tsx'
import {
  AsOfBanner,
  AsOfWaiting,
  ChooseDay,
  Differences,
  organisationPaths,
  type RecordPaths,
  useMoment,
} from '../as-of-parts.tsx'
import { OrganisationStatusDot } from '../organisation-words.tsx'
import { NamesTab } from '../record/names-tab.tsx'
import { RecordFacts } from '../record/overview-tab.tsx'

export function OrganisationAsOfPage() {
  const { t } = useLingui()
  const { organisationId } = useParams({ strict: false }) as { organisationId: string }
  const paths = organisationPaths(organisationId)
  const { data, error } = useCall(getOrganisationAsOf, { params: { id: organisationId }, query: useMoment() })
  if (error || !data) return <AsOfWaiting title={t`Organisation`} paths={paths} error={error} />
  return <OrganisationThen answer={data} paths={paths} />
}

function OrganisationThen({ answer, paths }: { answer: OrganisationAsOf; paths: RecordPaths }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const { asOf, organisation, differences } = answer
  const { name, original, names, unitOf, mergedInto } = organisation
  const tabs: Tab[] = [
    { id: 'overview', label: t`Overview`, content: () => <RecordFacts organisation={organisation} /> },
    { id: 'names', label: t`Names`, count: number(names.length), content: () => <NamesTab names={names} /> },
  ]
  const above = [
    ...(unitOf ? [{ label: t`Unit of`, value: <Above organisation={unitOf} /> }] : []),
    ...(mergedInto ? [{ label: t`Merged into`, value: <Above organisation={mergedInto} /> }] : []),
  ]
  return (
    <Page width="reading">
      <PageHeader
        crumbs={[
          { label: t`Organisations`, to: '/organisations' },
          { label: name, to: paths.today, params: paths.params },
        ]}
        documentTitle={name}
        title={<Bdi>{name}</Bdi>}
        status={<OrganisationStatusDot status={organisation.status} />}
        {...(original !== name && { subtitle: <Bdi>{original}</Bdi> })}
        actions={<ChooseDay key={asOf.on} paths={paths} day={asOf.on} />}
      />
      <AsOfBanner asOf={asOf} paths={paths} />
      <Differences differences={differences} />
      {above.length > 0 && (
        <div className="mb-4">
          <DescriptionList facts={above} />
        </div>
      )}
      <Tabs label={t`Parts of the record`} tabs={tabs} />
    </Page>
  )
}

function Above({ organisation }: { organisation: { id: string; name: string } }) {
  return (
    <Link to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
      <Bdi>{organisation.name}</Bdi>
    </Link>
  )
}
