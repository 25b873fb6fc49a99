// Reminder rules, for administrators: of which dates, how many days before, whom, and how many that makes.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'
import { listReminderRules, type ReminderRuleView } from '#modules/notifications/reminders/reminder.contract.ts'
import { dateKindTerms, remindedTerms } from '#modules/notifications/reminders/reminder.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Link } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { Select } from '../../../kit/select.tsx'
import { SkeletonRows } from '../../../kit/skeleton.tsx'

const RuleDialog = lazy(() =>
  import('../reminder-rule-dialog.tsx').then(file => ({ default: file.ReminderRuleDialog })),
)
const readers = { home: readText }
const everywhere = 'everywhere'

export function RemindersPage() {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const homeId = url.home ?? null
  const answer = useCall(listReminderRules, { query: { ...(homeId && { homeId }) } })
  const [changing, setChanging] = useState<ReminderRuleView | null>(null)
  return (
    <Page width="reading">
      <PageHeader
        title={t`Reminders`}
        crumbs={[{ label: t`Operation`, to: '/operation' }]}
        subtitle={t`Told every morning; each person chooses how they are mailed`}
      />
      {answer.error && <Banner tone="bad">{sentenceFor(answer.error)}</Banner>}
      {answer.isPending && <SkeletonRows rows={7} />}
      {answer.data && (
        <>
          {answer.data.homes.length > 1 && (
            <div className="mb-5 max-w-sm">
              <Select<string>
                label={t`Rules of`}
                choices={[
                  { id: everywhere, label: t`all homes` },
                  ...answer.data.homes.map(({ id, name }) => ({ id, label: name })),
                ]}
                value={homeId ?? everywhere}
                onChange={next => change({ home: next === everywhere ? undefined : next })}
              />
            </div>
          )}
          <ul className="divide-y divide-line border-y border-line">
            {answer.data.items.map(rule => (
              <RuleRow key={rule.kind} rule={rule} homeId={homeId} onChange={() => setChanging(rule)} />
            ))}
          </ul>
          <p className="mt-4 text-sm text-muted">
            <Trans>
              What would fall on a free day comes on the working day before. Which days those are stands under{' '}
              <Link to="/operation/working-days">working days</Link>.
            </Trans>
          </p>
        </>
      )}
      <Suspense>
        {changing && <RuleDialog rule={changing} homeId={homeId} onClose={() => setChanging(null)} />}
      </Suspense>
    </Page>
  )
}

interface RuleRowProps {
  rule: ReminderRuleView
  homeId: string | null
  onChange: () => void
}

function RuleRow({ rule, homeId, onChange }: RuleRowProps) {
  const { t } = useLingui()
  const term = useTerm()
  const { list, number, date, dayOfInstant } = useFormat()
  const days = list(rule.days.map(day => (day === 0 ? t`on the day itself` : number(day))))
  const when = rule.days.some(day => day > 0) ? t`Days before: ${days}` : days
  const who = rule.who.map(one => term(remindedTerms[one])).join(' · ')
  const setBy = rule.setBy
  const setOn = rule.setAt && date(dayOfInstant(rule.setAt))
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-sm font-medium">{term(dateKindTerms[rule.kind])}</p>
        {rule.days.length === 0 ? (
          <p className="text-sm text-muted">
            <Trans>Nobody is reminded</Trans>
          </p>
        ) : (
          <p className="text-sm text-pretty break-words">
            {when} · {who}
          </p>
        )}
        <p className="text-xs text-muted">
          <Plural
            value={rule.coming}
            one="# reminder in the coming 90 days"
            other="# reminders in the coming 90 days"
          />
          {' · '}
          {setBy ? (
            <Trans>
              set by <bdi>{setBy}</bdi> on {setOn}
            </Trans>
          ) : (
            <Trans>the usual rule</Trans>
          )}
          {homeId !== null && !rule.isOwn && setBy && (
            <>
              {' '}
              <Trans>for all homes</Trans>
            </>
          )}
        </p>
      </div>
      <Button size="small" onPress={onChange} aria-label={t`Change: ${term(dateKindTerms[rule.kind])}`}>
        <Trans>Change</Trans>
      </Button>
    </li>
  )
}
