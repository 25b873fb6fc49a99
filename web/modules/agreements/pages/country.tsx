// Everything with one country: numbers, pulse, partners, what agreements there are, promises, balance and the next ends.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { Globe, Map as MapIcon } from 'lucide-react'
import { agreementKindTerms } from '#modules/agreements/agreement.terms.ts'
import { type CountryView, getCountry } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useCall } from '../../../core/query.ts'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Link, LinkButton } from '../../../kit/link.tsx'
import { NumberTile, NumberTiles } from '../../../kit/number-tile.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { useLocalRows } from '../../../kit/row-source.ts'
import { type Tab, Tabs } from '../../../kit/tabs.tsx'
import { BalanceTable } from '../../ledger/balance-table.tsx'
import { PulseDot, StateDot } from '../agreement-words.tsx'
import { FailedPage, LoadingPage } from '../partners/page-states.tsx'
import { usePartnerColumns } from '../partners/partner-columns.tsx'
import { ShareList } from '../partners/share-list.tsx'
import { EntrySums, PromiseCounts } from '../partners/standing-parts.tsx'
import { PulseBlock } from '../record/pulse-block.tsx'
import { AgreementLines } from '../record/relations.tsx'

export function CountryPage() {
  const { code } = useParams({ strict: false }) as { code: string }
  const { country } = useFormat()
  const { data, error, refetch } = useCall(getCountry, { params: { code: code.toUpperCase() } })
  if (data) return <Country key={data.country} view={data} />
  if (error) return <FailedPage title={country(code.toUpperCase())} error={error} onRetry={() => void refetch()} />
  return <LoadingPage />
}

function Country({ view }: { view: CountryView }) {
  const { t } = useLingui()
  const { country, number } = useFormat()
  const name = country(view.country)
  const here = { country: view.country }
  const hasAny = view.agreements > 0 || view.entries.length > 0
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t`Partners`, to: '/partners' }]}
        title={name}
        status={view.pulse && <PulseDot pulse={view.pulse.pulse} />}
        actions={
          <>
            <LinkButton
              to="/portfolio"
              search={{ ...here, view: 'map' }}
              icon={<MapIcon aria-hidden className="size-4 text-muted" />}
            >{t`Show on the map`}</LinkButton>
            <LinkButton to="/portfolio" search={here}>{t`Show in the portfolio`}</LinkButton>
          </>
        }
      />
      {hasAny ? (
        <>
          <NumberTiles>
            <NumberTile
              label={t`Agreements`}
              value={number(view.agreements)}
              link={{ to: '/portfolio', search: here }}
            />
            <NumberTile
              label={t`In force`}
              tone="ok"
              value={number(view.inForce)}
              link={{ to: '/portfolio', search: { ...here, state: 'in_force,renewal_in_progress' } }}
            />
            <NumberTile
              label={t`Partners`}
              value={number(view.partnerTotal)}
              link={{ to: '/partners', search: here }}
            />
          </NumberTiles>
          <CountryTabs view={view} />
        </>
      ) : (
        <EmptyState
          icon={<Globe />}
          title={t`Nothing with this country yet`}
          actions={<LinkButton to="/agreements/new">{t`Record an agreement`}</LinkButton>}
        >
          <Trans>As soon as an agreement names a partner from here, this page shows what comes of it.</Trans>
        </EmptyState>
      )}
    </Page>
  )
}

function CountryTabs({ view }: { view: CountryView }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const tabs: Tab[] = [
    { id: 'overview', label: t`Overview`, content: () => <Overview view={view} /> },
    {
      id: 'partners',
      label: t`Partners`,
      count: number(view.partnerTotal),
      content: () => <Partners view={view} />,
    },
    {
      id: 'entries',
      label: t`Entries and balance`,
      content: () => (
        <>
          <Section title={t`Balance`}>
            <BalanceTable about={{ country: view.country }} />
          </Section>
          <Section title={t`Entries by kind`}>
            <EntrySums entries={view.entries} />
          </Section>
        </>
      ),
    },
  ]
  return <Tabs label={t`What there is with this country`} tabs={tabs} />
}

function Overview({ view }: { view: CountryView }) {
  const { t } = useLingui()
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="order-2 min-w-0 lg:order-1">
        <Section title={t`Agreements`}>
          <Shares view={view} />
        </Section>
        <Section title={t`Commitments`}>
          <PromiseCounts summary={view.commitments} />
        </Section>
        <Section title={t`Next to end`}>
          {view.nextEnds.length > 0 ? (
            <AgreementLines items={view.nextEnds} />
          ) : (
            <p className="text-sm text-muted">
              <Trans>No agreement in force has an end date.</Trans>
            </p>
          )}
        </Section>
      </div>
      <div className="order-1 lg:order-2">
        {view.pulse ? (
          <PulseBlock pulse={view.pulse} />
        ) : (
          <p className="rounded-lg border border-line bg-surface p-4 text-sm text-muted">
            <Trans>There is nothing yet by which the cooperation with this country could be judged.</Trans>
          </p>
        )}
      </div>
    </div>
  )
}

function Shares({ view }: { view: CountryView }) {
  const { t } = useLingui()
  const term = useTerm()
  const here = { country: view.country }
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <ShareList
        label={t`By kind`}
        shares={view.byKind.map(({ kind, count }) => ({
          ...{ id: kind, count, search: { ...here, kind } },
          label: term(agreementKindTerms[kind]),
        }))}
      />
      <ShareList
        label={t`By state`}
        shares={view.byState.map(({ state, count }) => ({
          ...{ id: state, count, search: { ...here, state } },
          label: <StateDot state={state} />,
        }))}
      />
      {view.byPulse.length > 0 && (
        <ShareList
          label={t`By pulse`}
          shares={view.byPulse.map(({ pulse, count }) => ({
            ...{ id: pulse, count, search: { ...here, pulse } },
            label: <PulseDot pulse={pulse} />,
          }))}
        />
      )}
    </div>
  )
}

function Partners({ view }: { view: CountryView }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const shown = view.partners.length
  return (
    <>
      <DataTable
        id="country-partners"
        label={t`Partners`}
        columns={usePartnerColumns(false)}
        rows={useLocalRows(view.partners)}
        rowId={row => row.organisation.id}
        rowLabel={row => row.organisation.name}
        rowLink={row => ({ to: '/partners/$organisationId', params: { organisationId: row.organisation.id } })}
        count={total => <Plural value={total} one="# partner" other="# partners" />}
        empty={<EmptyState icon={<Globe />} title={t`No partners yet`} />}
      />
      <p className="mt-3 text-sm text-muted">
        {view.partnerTotal > shown && (
          <Trans>
            The first {number(shown)} of {number(view.partnerTotal)} are shown.
          </Trans>
        )}{' '}
        <Link to="/partners" search={{ country: view.country }}>
          <Trans>Show them in the list of partners</Trans>
        </Link>
      </p>
    </>
  )
}
