// One thing of the day: what it is and why it is here, the step to take, and the ways to put it off or give it on.
import { useLingui } from '@lingui/react/macro'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { TodayItem } from '#modules/work/today.contract.ts'
import { todayIn, useFormat } from '../../core/format.ts'
import { Bdi } from '../../kit/bdi.tsx'
import { Button } from '../../kit/button.tsx'
import { BareLink } from '../../kit/link.tsx'
import { Menu, type MenuSection } from '../../kit/menu.tsx'
import { useLedgerWords } from '../ledger/ledger-words.ts'
import { laterDay } from './later-day.ts'
import type { TodayActions } from './today-actions.ts'
import { useSentence } from './today-words.ts'

const DelegateDialog = lazy(() => import('./delegate-dialog.tsx').then(file => ({ default: file.DelegateDialog })))
const SnoozeDialog = lazy(() => import('./snooze-dialog.tsx').then(file => ({ default: file.SnoozeDialog })))

type Opened = 'delegate' | 'snooze' | null

const tabOf = { agreement: undefined, entry: 'entries', commitment: 'commitments' } as const

function Title({ item }: { item: TodayItem }) {
  const { list } = useFormat()
  const { kind } = useLedgerWords()
  const name = (
    <>
      {item.subject !== 'agreement' && item.kind && <>{kind(item.kind)} · </>}
      {item.title && <Bdi>{item.title}</Bdi>}
      {item.partners.length > 0 && (
        <span className="font-normal text-muted">
          {item.title && ' · '}
          <Bdi>{list(item.partners)}</Bdi>
        </span>
      )}
    </>
  )
  if (item.subject === 'task') return <TaskTitle item={item}>{name}</TaskTitle>
  if (item.subject === 'case') return <PathLink path={item.record?.path ?? '/'}>{name}</PathLink>
  if (item.agreementId === null) return <span className="font-medium">{name}</span>
  const tab = tabOf[item.subject]
  return (
    <BareLink
      to="/agreements/$agreementId"
      params={{ agreementId: item.agreementId }}
      {...(tab && { search: { tab } })}
      className="rounded-sm font-medium hover:underline focus-ring"
    >
      {name}
    </BareLink>
  )
}

function PathLink({ path, isQuiet = false, children }: { path: string; isQuiet?: boolean; children: ReactNode }) {
  const [to = '', search] = path.split('?')
  return (
    <BareLink
      to={to}
      search={Object.fromEntries(new URLSearchParams(search))}
      className={`rounded-sm hover:underline focus-ring ${isQuiet ? '' : 'font-medium'}`}
    >
      {children}
    </BareLink>
  )
}

/** What is to be done, and what it is about. */
function TaskTitle({ item, children }: { item: TodayItem; children: ReactNode }) {
  const about = item.record ? <Bdi>{item.record.title}</Bdi> : children
  const path = item.agreementId === null ? item.record?.path : `/agreements/${item.agreementId}?tab=discussion`
  return (
    <>
      <span className="font-medium">
        <Bdi>{item.text ?? ''}</Bdi>
      </span>
      {path && (
        <span className="text-muted">
          {' · '}
          <PathLink path={path} isQuiet>
            {about}
          </PathLink>
        </span>
      )}
    </>
  )
}

function useSections(item: TodayItem, actions: TodayActions, open: (what: Opened) => void): MenuSection[] {
  const { t } = useLingui()
  const { reader } = useFormat()
  const may = item.abilities.delegate
  const reason = typeof may === 'object' ? may.reason : undefined
  const today = todayIn(reader.timeZone)
  const off = (id: string, label: string, after: { days?: number; months?: number }) => ({
    id,
    label,
    onAction: () => void actions.snooze(item, laterDay(today, after)),
  })
  const turn = [
    ...(item.isFree ? [{ id: 'take', label: t`Take it on`, reason, onAction: () => void actions.take(item) }] : []),
    ...(item.givenTo
      ? [{ id: 'back', label: t`Take it back`, reason, onAction: () => void actions.takeBack(item) }]
      : []),
    { id: 'give', label: t`Give it to a colleague …`, reason, onAction: () => open('delegate') },
  ]
  return [
    ...(item.subject === 'agreement' ? [{ id: 'turn', items: turn }] : []),
    {
      id: 'snooze',
      title: t`Put it off`,
      items: [
        off('day', t`Until tomorrow`, { days: 1 }),
        off('week', t`For a week`, { days: 7 }),
        off('month', t`For a month`, { months: 1 }),
        { id: 'until', label: t`Until a day …`, onAction: () => open('snooze') },
      ],
    },
  ]
}

export function TodayRow({ item, actions }: { item: TodayItem; actions: TodayActions }) {
  const { t } = useLingui()
  const sentence = useSentence()
  const [opened, open] = useState<Opened>(null)
  const [isPending, setPending] = useState(false)
  const sections = useSections(item, actions, open)
  const { step } = item
  const take = async () => {
    setPending(true)
    await actions.step(item)
    setPending(false)
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-sm text-pretty break-words">
          <Title item={item} />
        </p>
        <p className="text-xs text-muted text-pretty">
          {item.number && item.subject !== 'task' && (
            <>
              <bdi>{item.number}</bdi> ·{' '}
            </>
          )}
          {sentence(item)}
          {item.note && item.group !== 'proposals' && (
            <>
              {' '}
              “<Bdi>{item.note}</Bdi>”
            </>
          )}
        </p>
      </div>
      <div className="flex items-center gap-1">
        {step && (
          <Button size="small" isPending={isPending} onPress={() => void take()}>
            {step.label}
          </Button>
        )}
        <Menu label={t`More for ${item.text ?? item.title}`} sections={sections} placement="bottom end" />
      </div>
      <Suspense>
        {opened === 'delegate' && <DelegateDialog item={item} onClose={() => open(null)} />}
        {opened === 'snooze' && <SnoozeDialog item={item} actions={actions} onClose={() => open(null)} />}
      </Suspense>
    </li>
  )
}
