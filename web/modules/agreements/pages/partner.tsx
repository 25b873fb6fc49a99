// Everything with one partner: how alive it is and what to do next, agreements, promises, deeds, balance, people, names.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Navigate, useParams } from '@tanstack/react-router'
import { Building2, FileSignature, Plus } from 'lucide-react'
import { getPartner, listPartners, type PartnerView } from '#modules/agreements/portfolio.contract.ts'
import { listHomes } from '#modules/registry/organisation.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Link, LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { type Tab, Tabs } from '../../../kit/tabs.tsx'
import { EntriesTab } from '../../ledger/entries-tab.tsx'
import type { Side } from '../../ledger/party-choices.ts'
import { RecordEntry } from '../../ledger/record-entry.tsx'
import { PulseDot } from '../agreement-words.tsx'
import { FailedPage, LoadingPage } from '../partners/page-states.tsx'
import { PartnerCommitments } from '../partners/partner-commitments.tsx'
import { PartnerContacts } from '../partners/partner-contacts.tsx'
import { PartnerNames } from '../partners/partner-names.tsx'
import { EntrySums, PromiseCounts } from '../partners/standing-parts.tsx'
import { PulseBlock } from '../record/pulse-block.tsx'
import { reasonAgainst } from '../record/record-parts.ts'
import { AgreementLines } from '../record/relations.tsx'

const partnerRefreshes = [getPartner, listPartners]

export function PartnerPage() {
  const { t } = useLingui()
  const { organisationId } = useParams({ strict: false }) as { organisationId: string }
  const { data, error, refetch } = useCall(getPartner, { params: { organisationId } })
  if (data?.isHome) return <Navigate to="/organisations/$organisationId" params={{ organisationId }} replace />
  if (data) return <Partner key={data.organisation.id} partner={data} />
  if (error) return <FailedPage title={t`Partner`} error={error} onRetry={() => void refetch()} />
  return <LoadingPage />
}

function Subtitle({ partner }: { partner: PartnerView }) {
  const { country, date } = useFormat()
  const { organisation, lastEntryOn } = partner
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {organisation.originalName && <bdi>{organisation.originalName}</bdi>}
      {organisation.city && <bdi>{organisation.city}</bdi>}
      {organisation.country && (
        <Link to="/countries/$code" params={{ code: organisation.country }}>
          {country(organisation.country)}
        </Link>
      )}
      {lastEntryOn ? (
        <span>
          <Trans>last activity {date(lastEntryOn)}</Trans>
        </span>
      ) : (
        <span>
          <Trans>no activity recorded</Trans>
        </span>
      )}
    </span>
  )
}

function Partner({ partner }: { partner: PartnerView }) {
  const { t } = useLingui()
  const { organisation, pulse } = partner
  const closed = ['record_entry', 'new_agreement'].flatMap(ability => reasonAgainst(partner, ability) ?? [])
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t`Partners`, to: '/partners' }]}
        documentTitle={organisation.name}
        title={<bdi>{organisation.name}</bdi>}
        status={pulse && <PulseDot pulse={pulse.pulse} />}
        subtitle={<Subtitle partner={partner} />}
        actions={
          <>
            <LinkButton
              to="/organisations/$organisationId"
              params={{ organisationId: organisation.id }}
              icon={<Building2 aria-hidden className="size-4 text-muted" />}
            >{t`Record of the organisation`}</LinkButton>
            <RecordEntry
              about={{ partnerId: organisation.id }}
              sides={useSides(partner)}
              reason={reasonAgainst(partner, 'record_entry')}
              refreshes={partnerRefreshes}
            />
            <NewAgreement partner={partner} />
            {closed.length > 0 && <p className="basis-full text-xs text-muted sm:text-end">{closed.join(' ')}</p>}
          </>
        }
      />
      {partner.status === 'merged' && (
        <Banner tone="info" className="mb-4">
          <Trans>This organisation was merged into another one; its record says which.</Trans>
        </Banner>
      )}
      <PartnerTabs partner={partner} />
    </Page>
  )
}

function NewAgreement({ partner }: { partner: PartnerView }) {
  const { t } = useLingui()
  const icon = <Plus aria-hidden className="size-4" />
  if (reasonAgainst(partner, 'new_agreement'))
    return <Button variant="primary" isDisabled icon={icon}>{t`New agreement`}</Button>
  return (
    <LinkButton
      variant="primary"
      to="/agreements/new"
      search={{ partner: partner.organisation.id }}
      icon={icon}
    >{t`New agreement`}</LinkButton>
  )
}

function PartnerTabs({ partner }: { partner: PartnerView }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const tabs: Tab[] = [
    { id: 'overview', label: t`Overview`, content: () => <Overview partner={partner} /> },
    {
      id: 'agreements',
      label: t`Agreements`,
      count: number(partner.agreementTotal),
      content: () => <Agreements partner={partner} />,
    },
    {
      id: 'commitments',
      label: t`Commitments`,
      count: number(partner.commitments.commitments),
      content: () => <PartnerCommitments partner={partner} />,
    },
    { id: 'entries', label: t`Entries and balance`, content: () => <Entries partner={partner} /> },
    { id: 'contacts', label: t`Contacts`, content: () => <PartnerContacts partner={partner} /> },
    {
      id: 'names',
      label: t`Names and place`,
      count: number(partner.names.length),
      content: () => <PartnerNames partner={partner} />,
    },
  ]
  return <Tabs label={t`What there is with this partner`} tabs={tabs} />
}

const fewAgreements = 5

function Overview({ partner }: { partner: PartnerView }) {
  const { t } = useLingui()
  const { agreements, agreementTotal, inForce, pulse } = partner
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="order-2 min-w-0 lg:order-1">
        <Section
          title={t`Agreements`}
          actions={
            agreementTotal > fewAgreements && (
              <Link to="." search={{ tab: 'agreements' }} className="text-sm">{t`Show all`}</Link>
            )
          }
        >
          {agreements.length === 0 ? (
            <NoAgreements partner={partner} />
          ) : (
            <>
              <p className="mb-2 text-sm text-muted">
                <Plural value={agreementTotal} one="# agreement" other="# agreements" />
                {' · '}
                <Plural value={inForce} one="# in force" other="# in force" />
              </p>
              <AgreementLines items={agreements.slice(0, fewAgreements)} />
            </>
          )}
        </Section>
        <Section title={t`Commitments`}>
          <PromiseCounts summary={partner.commitments} />
        </Section>
        <Section title={t`Entries by kind`}>
          <EntrySums entries={partner.entries} />
        </Section>
      </div>
      <div className="order-1 lg:order-2">
        {pulse ? (
          <PulseBlock pulse={pulse} />
        ) : (
          <p className="rounded-lg border border-line bg-surface p-4 text-sm text-muted">
            <Trans>There is nothing yet by which this partnership could be judged.</Trans>
          </p>
        )}
      </div>
    </div>
  )
}

function NoAgreements({ partner }: { partner: PartnerView }) {
  const { t } = useLingui()
  return (
    <EmptyState
      icon={<FileSignature />}
      title={t`No agreement with this partner yet`}
      {...(!reasonAgainst(partner, 'new_agreement') && {
        actions: (
          <LinkButton to="/agreements/new" search={{ partner: partner.organisation.id }}>
            {t`Record an agreement`}
          </LinkButton>
        ),
      })}
    />
  )
}

function Agreements({ partner }: { partner: PartnerView }) {
  const { number } = useFormat()
  const { agreements, agreementTotal, organisation } = partner
  if (agreements.length === 0) return <NoAgreements partner={partner} />
  return (
    <>
      <AgreementLines items={agreements} />
      <p className="mt-3 text-sm text-muted">
        {agreementTotal > agreements.length && (
          <Trans>
            The first {number(agreements.length)} of {number(agreementTotal)} are shown.
          </Trans>
        )}{' '}
        <Link to="/portfolio" search={{ partner: organisation.id }}>
          <Trans>Show them in the portfolio</Trans>
        </Link>
      </p>
    </>
  )
}

/** The sides that may do something: the home organisations the reader sees with their units, and the partner. */
function useSides(partner: PartnerView): Side[] | undefined {
  const { data } = useCall(listHomes)
  if (!data) return undefined
  const { id, name } = partner.organisation
  return [
    ...data.items.flatMap(home => {
      const whole = { organisationId: home.id, name: home.name, unitId: null, unitName: null, isHome: true }
      return [whole, ...home.units.map(unit => ({ ...whole, unitId: unit.id, unitName: unit.name }))]
    }),
    { organisationId: id, name, unitId: null, unitName: null, isHome: false },
  ]
}

function Entries({ partner }: { partner: PartnerView }) {
  return (
    <EntriesTab
      about={{ partnerId: partner.organisation.id }}
      sides={useSides(partner)}
      reason={reasonAgainst(partner, 'record_entry')}
      refreshes={partnerRefreshes}
    />
  )
}
