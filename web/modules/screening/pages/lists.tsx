// The lists of this installation with their versions, and the settings of due diligence; administrators change them.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ListChecks, Plus, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import {
  changeScreeningList,
  type ListVersionView,
  type ListView,
  listScreeningLists,
  loadScreeningList,
  removeScreeningList,
} from '#modules/screening/list.contract.ts'
import { listFormatTerms, versionStateTerms } from '#modules/screening/list.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { queryClient, useCall, useWrite } from '../../../core/query.ts'
import { upload } from '../../../core/upload.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonRows } from '../../../kit/skeleton.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { ListDialog } from '../lists/list-dialog.tsx'
import { SettingsSection } from '../lists/settings-section.tsx'

const refreshes = [listScreeningLists]

export function ListsPage() {
  const { t } = useLingui()
  const answer = useCall(listScreeningLists)
  const [written, setWritten] = useState<ListView | 'new' | null>(null)
  const administers = answer.data?.abilities.administer === true
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t`Due diligence`, to: '/screening' }]}
        title={t`Lists`}
        subtitle={t`What partners are compared with. Concord brings no list: each installation chooses its own.`}
        actions={
          administers && (
            <Button
              variant="primary"
              icon={<Plus className="size-4" />}
              onPress={() => setWritten('new')}
            >{t`Add a list`}</Button>
          )
        }
      />
      {answer.error && <Banner tone="bad">{sentenceFor(answer.error)}</Banner>}
      {answer.isPending && <SkeletonRows rows={3} />}
      {answer.data?.items.length === 0 && (
        <EmptyState icon={<ListChecks />} title={t`No list yet`}>
          {administers ? (
            <Trans>
              Add a list, then load its file: the consolidated lists of the United Nations, the European Union and OFAC,
              the simple CSV of OpenSanctions, or any CSV, JSON or XML.
            </Trans>
          ) : (
            <Trans>An administrator adds lists and loads their files.</Trans>
          )}
        </EmptyState>
      )}
      <div className="flex flex-col gap-6">
        {answer.data?.items.map(list => (
          <OneList key={list.id} list={list} administers={administers} onChange={() => setWritten(list)} />
        ))}
        {answer.data && <SettingsSection administers={administers} />}
      </div>
      {written && <ListDialog list={written === 'new' ? null : written} onClose={() => setWritten(null)} />}
    </Page>
  )
}

interface OneListProps {
  list: ListView
  administers: boolean
  onChange: () => void
}

function OneList({ list, administers, onChange }: OneListProps) {
  const { t } = useLingui()
  const term = useTerm()
  const file = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isRemoving, setRemoving] = useState(false)
  const change = useWrite(changeScreeningList, { refreshes })
  const remove = useWrite(removeScreeningList, { refreshes })
  const reread = () => queryClient.invalidateQueries({ queryKey: [listScreeningLists.path] })
  const send = async (chosen: File | undefined) => {
    if (!chosen) return
    setSending(true)
    setProblem(null)
    try {
      await upload(loadScreeningList, chosen, { params: { id: list.id } } as never)
      await reread()
    } catch (error) {
      setProblem(sentenceFor(error))
    }
    setSending(false)
    if (file.current) file.current.value = ''
  }
  const switched = async () => {
    const { name, publisher, format, mapping, active, version } = list
    const body = { name, publisher, format, mapping, active: !active, version }
    await change.mutateAsync({ params: { id: list.id }, body })
  }
  return (
    <Section
      title={<bdi>{list.name}</bdi>}
      actions={
        administers && (
          <>
            <input
              ref={file}
              type="file"
              hidden
              aria-label={t`File of the list ${list.name}`}
              onChange={event => void send(event.target.files?.[0])}
            />
            <Button
              size="small"
              icon={<Upload className="size-4" />}
              isPending={sending}
              onPress={() => file.current?.click()}
            >{t`Load a file`}</Button>
            <Menu
              label={t`Actions for ${list.name}`}
              sections={[
                {
                  id: 'list',
                  items: [
                    { id: 'change', label: t`Change`, onAction: onChange },
                    {
                      id: 'switch',
                      label: list.active ? t`Switch off` : t`Switch on`,
                      onAction: () => void switched(),
                    },
                    { id: 'remove', label: t`Remove`, isDangerous: true, onAction: () => setRemoving(true) },
                  ],
                },
              ]}
            />
          </>
        )
      }
    >
      <p className="mb-2 text-sm text-muted">
        {[list.publisher, term(listFormatTerms[list.format])].filter(Boolean).join(' · ')}
        {!list.active && ` · ${t`switched off`}`}
      </p>
      {(problem || change.error) && <Banner tone="bad">{problem ?? sentenceFor(change.error)}</Banner>}
      {list.versions.length === 0 ? (
        <p className="border-y border-line py-3 text-sm text-muted">{t`Nothing was loaded yet.`}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {list.versions.slice(0, 5).map(version => (
            <Version key={version.id} version={version} onWait={reread} />
          ))}
        </ul>
      )}
      {isRemoving && (
        <ConfirmDialog
          isOpen
          isDangerous
          onClose={() => setRemoving(false)}
          title={t`Remove the list ${list.name}?`}
          consequence={
            <Trans>
              Nothing is compared with it any more. What was decided by it stays in the checks and their evidence.
            </Trans>
          }
          action={t`Remove the list`}
          onConfirm={async () => {
            await remove.mutateAsync({ params: { id: list.id } })
          }}
        />
      )}
    </Section>
  )
}

function Version({ version, onWait }: { version: ListVersionView; onWait: () => Promise<unknown> }) {
  const { t } = useLingui()
  const term = useTerm()
  const { date, instant, number } = useFormat()
  const tone = ({ waiting: 'info', ready: 'ok', failed: 'bad' } as const)[version.state]
  return (
    <li className="flex flex-col gap-1 py-2.5">
      <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{t`Version ${number(version.number)}`}</span>
        <StatusDot tone={tone}>{term(versionStateTerms[version.state])}</StatusDot>
        {version.state === 'waiting' && (
          <Button size="small" variant="quiet" onPress={() => void onWait()}>{t`Look again`}</Button>
        )}
        <span className="text-muted">
          <bdi>{version.fileName}</bdi> · {instant(version.loadedAt ?? version.requestedAt)} ·{' '}
          <bdi>{version.loadedBy ?? '–'}</bdi>
          {version.publishedOn && ` · ${t`published ${date(version.publishedOn)}`}`}
        </span>
      </span>
      {version.state === 'ready' && (
        <span className="text-muted">
          <Plural value={version.entries} one="# entry" other="# entries" />:{' '}
          <Trans>
            {number(version.added)} added, {number(version.changed)} changed, {number(version.gone)} gone,{' '}
            {number(version.notUnderstood)} not understood
          </Trans>
        </span>
      )}
      {version.error && <span className="text-bad">{version.error}</span>}
      {version.problems.length > 0 && (
        <details className="text-muted">
          <summary className="cursor-default rounded-sm focus-ring">{t`What was not understood`}</summary>
          <ul className="list-disc ps-5">
            {version.problems.map(({ place, problem }) => (
              <li key={place}>
                <Trans>Line {place}:</Trans> {problem}
              </li>
            ))}
          </ul>
        </details>
      )}
      <code dir="ltr" className="block truncate text-2xs text-muted">
        SHA-256 {version.sha256}
      </code>
    </li>
  )
}
