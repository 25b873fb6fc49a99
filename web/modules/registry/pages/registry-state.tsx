// The registry as a whole: what it holds, whose agreements are kept here, and loading of official lists.
import { Trans, useLingui } from '@lingui/react/macro'
import { LibraryBig } from 'lucide-react'
import { useState } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import { getRegistryState } from '#modules/registry/registry.contract.ts'
import { type ImportKind, importKinds } from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { may, useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Checkbox } from '../../../kit/checkbox.tsx'
import { CopyLine } from '../../../kit/copy.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { NumberTile, NumberTiles } from '../../../kit/number-tile.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { RadioGroup } from '../../../kit/radio-group.tsx'
import { RegistryUpload } from '../registry-upload.tsx'
import { HomeList } from '../state/home-list.tsx'
import { ImportHistory } from '../state/import-history.tsx'

export function RegistryStatePage() {
  const { t } = useLingui()
  const session = useSession()
  const state = useCall(getRegistryState)
  if (session && !may(session, 'administer')) return <NotForYou />
  return (
    <Page width="reading">
      <PageHeader
        title={t`Registry`}
        subtitle={t`The organisations this installation knows, and the official lists they come from`}
      />
      {state.error && (
        <Banner
          tone="bad"
          className="mb-5"
          actions={<Button size="small" onPress={() => void state.refetch()}>{t`Try again`}</Button>}
        >
          {sentenceFor(state.error)}
        </Banner>
      )}
      <Tiles state={state.data} />
      <Section title={t`Load an official list`}>
        <Loading state={state.data} />
      </Section>
      <Section title={t`Earlier imports`}>
        <ImportHistory />
      </Section>
      <Section title={t`Home organisations`}>
        <HomeList />
      </Section>
    </Page>
  )
}

function NotForYou() {
  const { t } = useLingui()
  return (
    <Page>
      <PageHeader title={t`Registry`} />
      <EmptyState
        icon={<LibraryBig />}
        title={t`This page is for administrators`}
        actions={<LinkButton to="/organisations">{t`Show all organisations`}</LinkButton>}
      >
        <Trans>They load the official lists. The organisations themselves are open to everyone who is signed in.</Trans>
      </EmptyState>
    </Page>
  )
}

type State = ResponseOf<typeof getRegistryState> | undefined

function Tiles({ state }: { state: State }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const shown = (value: number | undefined) => (value === undefined ? undefined : number(value))
  return (
    <NumberTiles>
      <NumberTile label={t`Organisations`} value={shown(state?.organisations)} link={{ to: '/organisations' }} />
      <NumberTile label={t`Countries`} value={shown(state?.countries)} />
      <NumberTile label={t`Names`} value={shown(state?.names)} />
      <NumberTile
        label={t`Not verified yet`}
        tone="info"
        value={shown(state?.unverified)}
        link={{ to: '/organisations', search: { status: 'unverified' } }}
      />
      <NumberTile label={t`Differences`} value={shown(state?.differences)} note={t`to what the sources say`} />
    </NumberTiles>
  )
}

function Loading({ state }: { state: State }) {
  const { t } = useLingui()
  const term = useTerm()
  const [kind, setKind] = useState<ImportKind>('ror')
  const [creates, setCreates] = useState(false)
  return (
    <div className="flex flex-col gap-5">
      <RadioGroup<ImportKind>
        label={t`Which list`}
        choices={[
          {
            id: 'ror',
            label: term(importKinds.ror),
            detail: t`Adds, changes and withdraws organisations as the list says. What people here edited is kept.`,
          },
          {
            id: 'charter',
            label: term(importKinds.charter),
            detail: t`Adds Erasmus codes and PICs to organisations that are known.`,
          },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'charter' && (
        <Checkbox isSelected={creates} onChange={setCreates}>
          <Trans>Add organisations that are not known here, as not verified</Trans>
        </Checkbox>
      )}
      <RegistryUpload key={kind} kind={kind} creates={creates} running={state?.lastImport ?? null} />
      <details className="text-sm">
        <summary className="cursor-default rounded-sm font-medium focus-ring">
          <Trans>On the server instead</Trans>
        </summary>
        <div className="mt-3 flex max-w-prose flex-col gap-3 text-muted">
          <p>
            <Trans>With the file that was downloaded:</Trans>
          </p>
          <CopyLine text="./concord registry import FILE" label={t`Copy the command`} />
          <p>
            <Trans>Where the server has a connection, this fetches the newest one by itself:</Trans>
          </p>
          <CopyLine text="./concord registry update" label={t`Copy the command`} />
        </div>
      </details>
    </div>
  )
}
