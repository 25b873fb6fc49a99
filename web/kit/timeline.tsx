// What happened, day by day, the newest first: the audit trail in plain words.
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFormat } from '../core/format.ts'
import { Dot, type Tone } from './status-dot.tsx'

export interface TimelineEvent {
  id: string
  /** ISO instant. */
  at: string
  /** A sentence in the reader's language. */
  text: ReactNode
  /** Reason, changed fields, on whose behalf. */
  detail?: ReactNode
  by?: string | undefined
  /** Links beside time and person. */
  aside?: ReactNode
  tone?: Tone
}

export interface DayGroup<T> {
  day: string
  events: T[]
}

/** Neighbours of the same day, in the order given. */
export function groupByDay<T extends { at: string }>(
  events: readonly T[],
  dayOf: (at: string) => string,
): DayGroup<T>[] {
  const groups: DayGroup<T>[] = []
  for (const event of events) {
    const day = dayOf(event.at)
    const last = groups.at(-1)
    if (last?.day === day) last.events.push(event)
    else groups.push({ day, events: [event] })
  }
  return groups
}

export function Timeline({ events, more }: { events: readonly TimelineEvent[]; more?: ReactNode }) {
  const { t } = useLingui()
  const { date, dayOfInstant, time } = useFormat()
  return (
    <div className="flex flex-col gap-5">
      {groupByDay(events, dayOfInstant).map(group => (
        <section key={group.day + group.events[0]?.id}>
          <h3 className="mb-2 text-xs font-medium text-muted">{date(group.day, 'long')}</h3>
          <ol className="ms-1 flex flex-col gap-3.5 border-s border-line ps-4">
            {group.events.map(event => (
              <li key={event.id} className="relative text-sm">
                <span className="absolute -start-5.25 top-1.5 flex">
                  <Dot tone={event.tone ?? 'accent'} />
                </span>
                <p>{event.text}</p>
                {event.detail && <div className="text-muted">{event.detail}</div>}
                <p className="text-xs text-muted">
                  <time dateTime={event.at}>{time(event.at)}</time>
                  {event.by && (
                    <>
                      {' '}
                      · <span className="sr-only">{t`by`} </span>
                      <bdi>{event.by}</bdi>
                    </>
                  )}
                  {event.aside && <> · {event.aside}</>}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {more}
    </div>
  )
}
