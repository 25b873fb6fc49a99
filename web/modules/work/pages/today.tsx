// Today: what is late, whose turn it is, what comes up and what waits for others; in sentences, each with its step.
import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarCheck, ChevronDown, FileSpreadsheet, Sun } from 'lucide-react'
import type { ResponseOf } from '#core/contract.ts'
import { getToday } from '#modules/work/today.contract.ts'
import { countLimit, todayGroups, todayScopes, todayWindows, usualWindow } from '#modules/work/today.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { may, useSession } from '../../../core/session.ts'
import { readInteger, readOneOf, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonRows } from '../../../kit/skeleton.tsx'
import { NewTaskButton } from '../../collaboration/new-task-button.tsx'
import { type TodayActions, useTodayActions } from '../today-actions.ts'
import { TodayRow } from '../today-row.tsx'
import { useGroupWords } from '../today-words.ts'

const readers = { scope: readOneOf(todayScopes), days: readInteger, group: readOneOf(todayGroups) }

type Answer = ResponseOf<typeof getToday>
type Scope = (typeof todayScopes)[number]

export function TodayPage() {
  const { t } = useLingui()
  const { date } = useFormat()
  const session = useSession()
  const [url, change] = useUrlState(readers)
  const scope = url.scope ?? 'mine'
  const days = url.days ?? usualWindow
  const limit = url.group ? 200 : 8
  const answer = useCall(getToday, { query: { scope, days, limit, ...(url.group && { group: url.group }) } })
  const actions = useTodayActions()
  return (
    <Page width="reading">
      <PageHeader
        title={t`Today`}
        subtitle={session && date(session.installation.today, 'long')}
        actions={
          <>
            <Choices scope={scope} days={days} change={change} />
            <NewTaskButton refreshes={[getToday]} />
          </>
        }
      />
      {answer.error && <Banner tone="bad">{sentenceFor(answer.error)}</Banner>}
      {answer.isPending && <SkeletonRows rows={8} />}
      {answer.data && (
        <>
          {answer.data.groups.map(group => (
            <Group
              key={group.group}
              group={group}
              scope={scope}
              actions={actions}
              onAll={() => change({ group: group.group }, { push: true })}
            />
          ))}
          {url.group && (
            <Button onPress={() => change({ group: undefined }, { push: true })}>{t`Back to everything`}</Button>
          )}
          {!url.group && answer.data.groups.length === 0 && (
            <NothingToDo
              hasAgreements={answer.data.hasAgreements}
              scope={scope}
              onOffice={() => change({ scope: 'office' })}
            />
          )}
          {answer.data.snoozed > 0 && <PutOff count={answer.data.snoozed} actions={actions} />}
        </>
      )}
    </Page>
  )
}

interface ChoicesProps {
  scope: Scope
  days: number
  change: ReturnType<typeof useUrlState<typeof readers>>[1]
}

function Choices({ scope, days, change }: ChoicesProps) {
  const { t } = useLingui()
  const scopes = { mine: t`Mine`, office: t`The whole office` }
  const windows = { 30: t`Next 30 days`, 90: t`Next 3 months`, 180: t`Next 6 months`, 365: t`Next 12 months` }
  const down = <ChevronDown aria-hidden className="size-4 text-muted" />
  const shown = windows[days as keyof typeof windows] ?? t`Next ${days} days`
  return (
    <>
      <Menu
        label={t`Whose`}
        trigger={<Button icon={down}>{scopes[scope]}</Button>}
        sections={[
          {
            id: 'scope',
            items: todayScopes.map(id => ({ id, label: scopes[id] })),
            selection: {
              mode: 'single',
              chosen: [scope],
              onChange: ([id]) => change({ scope: id === 'office' ? 'office' : undefined }),
            },
          },
        ]}
      />
      <Menu
        label={t`How far ahead`}
        trigger={<Button icon={down}>{shown}</Button>}
        sections={[
          {
            id: 'days',
            items: todayWindows.map(id => ({ id: String(id), label: windows[id] })),
            selection: {
              mode: 'single',
              chosen: [String(days)],
              onChange: ([id]) =>
                change({ days: id === undefined || Number(id) === usualWindow ? undefined : Number(id) }),
            },
          },
        ]}
      />
    </>
  )
}

interface GroupProps {
  group: Answer['groups'][number]
  scope: Scope
  actions: TodayActions
  onAll: () => void
}

function Group({ group, scope, actions, onAll }: GroupProps) {
  const { number } = useFormat()
  const words = useGroupWords(scope)[group.group]
  const isCut = group.total > countLimit
  const total = number(isCut ? countLimit : group.total)
  return (
    <section aria-label={words.title} className="mb-6">
      <div className="flex flex-wrap items-baseline gap-x-3 border-b border-line pb-2">
        <h2 className={`text-lg font-semibold ${group.group === 'late' ? 'text-bad' : ''}`}>{words.title}</h2>
        <span className="text-sm text-muted tabular-nums">{isCut ? <Trans>more than {total}</Trans> : total}</span>
        <span className="text-xs text-muted">{words.about}</span>
      </div>
      <ul>
        {group.items.map(item => (
          <TodayRow key={item.id} item={item} actions={actions} />
        ))}
      </ul>
      {group.total > group.items.length && group.items.length < 200 && (
        <Button variant="quiet" size="small" onPress={onAll}>
          {isCut ? <Trans>Show more</Trans> : <Trans>Show all {total}</Trans>}
        </Button>
      )}
    </section>
  )
}

interface NothingToDoProps {
  hasAgreements: boolean
  scope: Scope
  onOffice: () => void
}

function NothingToDo({ hasAgreements, scope, onOffice }: NothingToDoProps) {
  const { t } = useLingui()
  const session = useSession()
  if (hasAgreements)
    return (
      <EmptyState
        icon={<CalendarCheck />}
        title={scope === 'mine' ? t`Nothing waits for you` : t`Nothing waits for the office`}
        actions={
          <>
            {scope === 'mine' && <Button onPress={onOffice}>{t`See the whole office`}</Button>}
            <LinkButton to="/portfolio">{t`Open the portfolio`}</LinkButton>
          </>
        }
      >
        <Trans>Turns, tasks, reviews that fall due and deeds to confirm will stand here.</Trans>
      </EmptyState>
    )
  if (!may(session, 'write'))
    return (
      <EmptyState icon={<Sun />} title={t`There is no agreement yet that you may see`}>
        <Trans>As soon as there is one, this page says what it asks for.</Trans>
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<FileSpreadsheet />}
      title={t`Begin with the list you have`}
      actions={
        <>
          {may(session, 'import') && <LinkButton variant="primary" to="/imports/new">{t`Import a list`}</LinkButton>}
          <LinkButton to="/agreements/new">{t`Record one agreement`}</LinkButton>
        </>
      }
    >
      <Trans>
        Bring your spreadsheet of agreements. From then on this page says every morning whose turn it is, what is late
        and what comes up.
      </Trans>
    </EmptyState>
  )
}

function PutOff({ count, actions }: { count: number; actions: TodayActions }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const shown = number(count)
  return (
    <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
      <Trans>Put off for later: {shown}</Trans>
      <Button variant="quiet" size="small" onPress={() => void actions.wake()}>{t`Bring everything back`}</Button>
    </p>
  )
}
