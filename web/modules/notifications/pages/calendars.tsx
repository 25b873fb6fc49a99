// Working days, for administrators: the weekend and the holidays of each country, by hand or from a file.
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import {
  getCalendar,
  type Holiday,
  importHolidays,
  listCalendars,
  putHoliday,
  removeHoliday,
  setWeekend,
} from '#modules/notifications/calendars/calendar.contract.ts'
import { todayIn, useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { readInteger, readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { LocalisedText } from '../../../kit/bdi.tsx'
import { IconButton } from '../../../kit/button.tsx'
import { CheckboxGroup } from '../../../kit/checkbox.tsx'
import { CountryField } from '../../../kit/country-field.tsx'
import { DateField } from '../../../kit/date-field.tsx'
import { FileDrop } from '../../../kit/file-drop.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonRows } from '../../../kit/skeleton.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { useWeekdays } from '../weekdays.ts'

const readers = { country: readText, year: readInteger }
const refreshes = [getCalendar, listCalendars]

export function CalendarsPage() {
  const { t } = useLingui()
  const { reader } = useFormat()
  const [url, change] = useUrlState(readers)
  const known = useCall(listCalendars)
  const country = url.country ?? known.data?.items[0]?.country ?? null
  const year = url.year ?? Number(todayIn(reader.timeZone).slice(0, 4))
  return (
    <Page width="form">
      <PageHeader
        title={t`Working days`}
        crumbs={[{ label: t`Operation`, to: '/operation' }]}
        subtitle={t`Reminders that would fall on a free day come on the working day before`}
      />
      {known.error && <Banner tone="bad">{sentenceFor(known.error)}</Banner>}
      {known.isPending && <SkeletonRows rows={6} />}
      {known.data && (
        <div className="mb-6">
          <CountryField label={t`Country`} value={country} onChange={next => change({ country: next })} />
        </div>
      )}
      {country && (
        <Calendar key={`${country} ${year}`} country={country} year={year} onYear={next => change({ year: next })} />
      )}
    </Page>
  )
}

interface CalendarProps {
  country: string
  year: number
  onYear: (year: number) => void
}

function Calendar({ country, year, onYear }: CalendarProps) {
  const answer = useCall(getCalendar, { params: { country }, query: { year } })
  if (answer.error) return <Banner tone="bad">{sentenceFor(answer.error)}</Banner>
  if (!answer.data) return <SkeletonRows rows={8} />
  const may = answer.data.abilities.change
  const reason = typeof may === 'object' ? may.reason : null
  return (
    <>
      <Weekend country={country} calendar={answer.data} reason={reason} />
      <Holidays country={country} year={year} onYear={onYear} holidays={answer.data.holidays} reason={reason} />
      {reason === null && <AddHoliday country={country} year={year} />}
      {reason === null && <FromFile country={country} />}
    </>
  )
}

interface WeekendProps {
  country: string
  calendar: ResponseOf<typeof getCalendar>
  reason: string | null
}

function Weekend({ country, calendar: { weekend, usualWeekend }, reason }: WeekendProps) {
  const { t } = useLingui()
  const { list } = useFormat()
  const days = useWeekdays()
  const set = useWrite(setWeekend, { refreshes })
  const nameOf = (day: number) => days.find(one => one.id === String(day))?.label ?? ''
  const usual = list(usualWeekend.map(nameOf))
  const isUsual = weekend.join() === usualWeekend.join()
  const choose = (chosen: readonly number[]) =>
    set.mutate({ params: { country }, body: { days: chosen.join() === usualWeekend.join() ? null : [...chosen] } })
  return (
    <Section title={t`Weekend`}>
      {set.error && <Banner tone="bad">{sentenceFor(set.error)}</Banner>}
      <CheckboxGroup<string>
        label={t`Nobody works on`}
        help={isUsual ? t`As usual in this country` : t`Usual in this country: ${usual}`}
        isDisabled={reason !== null}
        choices={days}
        value={weekend.map(String)}
        onChange={chosen => choose(chosen.map(Number).sort())}
      />
      {reason && <p className="mt-2 text-sm text-muted">{reason}</p>}
    </Section>
  )
}

interface HolidaysProps extends CalendarProps {
  holidays: readonly Holiday[]
  reason: string | null
}

function Holidays({ country, year, onYear, holidays, reason }: HolidaysProps) {
  const { t } = useLingui()
  const { date, dateRange } = useFormat()
  const drop = useWrite(removeHoliday, { refreshes })
  return (
    <Section
      title={t`Holidays`}
      actions={
        <div className="flex gap-1">
          <IconButton label={t`The year before`} onPress={() => onYear(year - 1)}>
            <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
          </IconButton>
          <IconButton label={t`The year after`} onPress={() => onYear(year + 1)}>
            <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
          </IconButton>
        </div>
      }
    >
      <p className="-mt-2 mb-3 text-sm text-muted">{dateRange(`${year}-01-01`, `${year}-12-31`)}</p>
      {drop.error && <Banner tone="bad">{sentenceFor(drop.error)}</Banner>}
      {holidays.length === 0 && (
        <p className="text-sm text-muted">
          <Trans>
            None are known. Concord brings no holidays, as they differ by country, year and law: take them from a
            calendar file or write them here.
          </Trans>
        </p>
      )}
      <ul className="text-sm">
        {holidays.map(holiday => (
          <li key={holiday.id} className="flex items-center gap-3 border-b border-line py-2 last:border-b-0">
            <span className="w-32 shrink-0 tabular-nums">{date(holiday.onDay)}</span>
            <span className="min-w-0 flex-1 break-words">
              <LocalisedText texts={holiday.name} />
              {holiday.source && (
                <span className="text-xs text-muted">
                  {' '}
                  · <bdi>{holiday.source}</bdi>
                </span>
              )}
            </span>
            {reason === null && (
              <IconButton
                size="small"
                label={t`Take out ${date(holiday.onDay)}`}
                onPress={() => drop.mutate({ params: { country, id: holiday.id } })}
              >
                <Trash2 aria-hidden className="size-4" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function AddHoliday({ country, year }: { country: string; year: number }) {
  const { t } = useLingui()
  const add = useWrite(putHoliday, { refreshes })
  const form = useForm({
    initial: { onDay: null as string | null, name: '' },
    check: ({ onDay, name }) => ({
      onDay: onDay === null ? t`Choose the day.` : undefined,
      name: name.trim() === '' ? t`Write what the holiday is called.` : undefined,
    }),
    onSubmit: async ({ onDay, name }) => {
      await add.mutateAsync({ params: { country }, body: { onDay: onDay!, name } })
      form.reset({ onDay: null, name: '' })
    },
  })
  return (
    <Section title={t`Add a holiday`}>
      <Form form={form} submitLabel={t`Add`}>
        <FormRow>
          <DateField label={t`Day`} isRequired min={`${year - 20}-01-01`} {...form.field('onDay')} />
          <TextField label={t`Name of the holiday`} isRequired maxLength={200} {...form.field('name')} />
        </FormRow>
      </Form>
    </Section>
  )
}

const largest = 900_000

function FromFile({ country }: { country: string }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const bring = useWrite(importHolidays, { refreshes })
  const [failure, setFailure] = useState<string | null>(null)
  const take = async ([file]: File[]) => {
    if (!file) return
    setFailure(null)
    try {
      const { added, changed } = await bring.mutateAsync({
        params: { country },
        body: { file: file.name.slice(0, 200), text: await file.text() },
      })
      toast({
        text: t`${plural(added, { one: '# holiday is new', other: '# holidays are new' })}, ${number(changed)} changed.`,
      })
    } catch (error) {
      setFailure(sentenceFor(error))
    }
  }
  const left = bring.data?.left ?? []
  return (
    <Section title={t`From a file`}>
      <FileDrop
        label={t`Calendar or table`}
        help={t`An iCalendar file (.ics), or a CSV file whose first row says date and name, or name_en, name_fa, name_ru. Reading it again changes nothing.`}
        accept={['.ics', '.csv', 'text/calendar', 'text/csv']}
        maxBytes={largest}
        isDisabled={bring.isPending}
        onFiles={files => void take(files)}
        error={failure}
      />
      {left.length > 0 && (
        <Banner
          tone="warn"
          className="mt-4"
          title={t`${plural(left.length, { one: '# line was left out', other: '# lines were left out' })}`}
        >
          <ul>
            {left.slice(0, 20).map(one => (
              <li key={one.line}>
                <Trans>
                  Line {number(one.line)}: {one.reason}
                </Trans>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </Section>
  )
}
