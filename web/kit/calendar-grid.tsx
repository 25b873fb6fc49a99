// The month one picks a day from; year and month can be jumped to, as agreements live for decades.
import { useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { use } from 'react'
import * as Aria from 'react-aria-components'
import { useFormat } from '../core/format.ts'
import { useReader } from '../core/reader.ts'

const arrow =
  'flex size-8 items-center justify-center rounded-md text-muted hover:bg-ink/5 hover:text-ink focus-ring disabled:opacity-40'
const cell =
  'flex size-9 cursor-default items-center justify-center rounded-md text-sm outline-none hover:bg-ink/5 outside-month:invisible selected:bg-accent selected:text-on-accent disabled:text-quiet unavailable:text-quiet data-[today]:font-semibold focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-accent'
const jump =
  'h-8 rounded-md border border-line-strong/50 bg-surface px-1.5 text-sm font-medium hover:border-line-strong focus-ring'

/** Plain selects: with a hundred years the browser's own list is the quickest. */
function JumpTo() {
  const { t } = useLingui()
  const state = use(Aria.CalendarStateContext)
  const { number } = useFormat()
  const { locale } = useReader()
  if (!state) return null
  const shown = state.focusedDate
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const months = Array.from({ length: shown.calendar.getMonthsInYear(shown) }, (_, index) =>
    shown.set({ month: index + 1, day: 1 }),
  )
  const years = Array.from({ length: 121 }, (_, index) => shown.year - 60 + index)
  return (
    <div className="flex flex-1 justify-center gap-1">
      <select
        aria-label={t`Month`}
        className={jump}
        value={shown.month}
        onChange={event => state.setFocusedDate(shown.set({ month: Number(event.target.value) }))}
      >
        {months.map(month => (
          <option key={month.month} value={month.month}>
            {monthName.format(month.toDate('UTC'))}
          </option>
        ))}
      </select>
      <select
        aria-label={t`Year`}
        className={jump}
        value={shown.year}
        onChange={event => state.setFocusedDate(shown.set({ year: Number(event.target.value) }))}
      >
        {years.map(year => (
          <option key={year} value={year}>
            {number(year, { useGrouping: false })}
          </option>
        ))}
      </select>
    </div>
  )
}

export function CalendarGrid() {
  const { language } = useReader()
  return (
    <Aria.Calendar>
      <header className="mb-3 flex items-center gap-1">
        <Aria.Button slot="previous" className={arrow}>
          <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
        </Aria.Button>
        <JumpTo />
        <Aria.Button slot="next" className={arrow}>
          <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
        </Aria.Button>
      </header>
      <Aria.CalendarGrid // Persian has no short names of days, only whole ones and letters.
        weekdayStyle={language === 'fa' ? 'narrow' : 'short'}
        className="border-separate border-spacing-y-0.5"
      >
        <Aria.CalendarGridHeader>
          {day => (
            <Aria.CalendarHeaderCell className="size-9 text-2xs font-medium text-muted">{day}</Aria.CalendarHeaderCell>
          )}
        </Aria.CalendarGridHeader>
        <Aria.CalendarGridBody>{date => <Aria.CalendarCell date={date} className={cell} />}</Aria.CalendarGridBody>
      </Aria.CalendarGrid>
    </Aria.Calendar>
  )
}
