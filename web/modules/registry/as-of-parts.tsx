// What every page of a record as it stood has: which moment it shows, what is different today, and how to choose another.
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight, History } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { AsOf, Difference } from '#core/as-of.contract.ts'
import { todayIn, useFormat } from '../../core/format.ts'
import { sentenceFor } from '../../core/problem.ts'
import { readText, useUrlState } from '../../core/url-state.ts'
import { Banner } from '../../kit/banner.tsx'
import { Bdi, Missing } from '../../kit/bdi.tsx'
import { Button } from '../../kit/button.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { BareLink, LinkButton } from '../../kit/link.tsx'
import { Page, PageHeader } from '../../kit/page.tsx'
import { SkeletonBox } from '../../kit/skeleton.tsx'
import { Tag } from '../../kit/tag.tsx'

/** The page of a record, and the page of it as it stood. */
export interface RecordPaths {
  today: string
  past: string
  params: Record<string, string>
}

export const organisationPaths = (organisationId: string): RecordPaths => ({
  today: '/organisations/$organisationId',
  past: '/organisations/$organisationId/as-of',
  params: { organisationId },
})

const readers = { on: readText, before: readText, after: readText }

/** The moment that the address names. */
export function useMoment() {
  const [{ on, before, after }] = useUrlState(readers)
  return { ...(on && { on }), ...(before && { before }), ...(after && { after }) }
}

/** A day to be chosen, and the way to the record as it stood then. */
export function ChooseDay({ paths, day }: { paths: RecordPaths; day?: string }) {
  const { t } = useLingui()
  const { reader } = useFormat()
  const [chosen, setChosen] = useState(day ?? null)
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="w-52">
        <DateField
          label={day ? t`Another day` : t`As it stood on`}
          value={chosen}
          onChange={setChosen}
          max={todayIn(reader.timeZone)}
        />
      </div>
      {chosen === null ? (
        <Button isDisabled icon={<History aria-hidden className="size-4" />}>{t`Show`}</Button>
      ) : (
        <LinkButton
          to={paths.past}
          params={paths.params}
          search={{ on: chosen }}
          icon={<History aria-hidden className="size-4" />}
        >
          {t`Show`}
        </LinkButton>
      )}
    </div>
  )
}

/** Beside an event of a timeline: the record just before it and just after it. */
export function BesideEvent({ paths, id }: { paths: RecordPaths; id: string }) {
  const { t } = useLingui()
  const link = (side: 'before' | 'after', text: string) => (
    <BareLink
      to={paths.past}
      params={paths.params}
      search={{ [side]: id }}
      className="rounded-sm underline decoration-line underline-offset-3 hover:text-ink focus-ring no-print"
    >
      {text}
    </BareLink>
  )
  return (
    <>
      {link('before', t`as it stood before`)} · {link('after', t`as it stood after`)}
    </>
  )
}

function useMomentWords(asOf: AsOf): ReactNode {
  const { date, instant } = useFormat()
  const { event, on } = asOf
  if (!event) return <Trans>You see this record as it stood at the end of {date(on, 'long')}.</Trans>
  return event.side === 'before' ? (
    <Trans>You see this record as it stood just before {instant(event.at)}.</Trans>
  ) : (
    <Trans>You see this record as it stood just after {instant(event.at)}.</Trans>
  )
}

export function AsOfBanner({ asOf, paths }: { asOf: AsOf; paths: RecordPaths }) {
  const { t } = useLingui()
  const words = useMomentWords(asOf)
  return (
    <Banner
      title={words}
      className="mb-4"
      actions={<LinkButton to={paths.today} params={paths.params}>{t`Open it as it is today`}</LinkButton>}
    >
      {asOf.event && (
        <p>
          <Bdi>{asOf.event.sentence}</Bdi>
        </p>
      )}
      <p>
        <Trans>Nothing can be changed here.</Trans>
      </p>
    </Banner>
  )
}

/** The fields that say something else today, then and now beside one another. */
export function Differences({ differences, more }: { differences: readonly Difference[]; more?: ReactNode }) {
  const { t } = useLingui()
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-base font-semibold">{t`Different today`}</h2>
      {differences.length === 0 ? (
        <p className="text-sm text-muted">
          <Trans>What the record itself says is the same today.</Trans>
        </p>
      ) : (
        <dl className="divide-y divide-line border-y border-line text-sm">
          {differences.map(({ label, was, is }) => (
            <div key={label} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
              <dt className="w-32 shrink-0 text-muted">{label}</dt>
              <dd className="flex min-w-0 flex-1 basis-56 flex-wrap items-baseline gap-x-2 self-start">
                {was ? <span>{was}</span> : <Missing />}
                <ArrowRight aria-hidden className="size-3 self-center text-muted rtl:rotate-180" />
                <span className="sr-only">
                  <Trans>today</Trans>
                </span>
                <span className="text-muted">{is || <Missing />}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {more}
    </section>
  )
}

/** On what says something else today, or is not there any more. */
export function ChangedMark() {
  return (
    <Tag>
      <Trans>different today</Trans>
    </Tag>
  )
}

/** While it is read, and when it cannot be shown: the sentence, and another day to choose. */
export function AsOfWaiting({ title, paths, error }: { title: string; paths: RecordPaths; error: Error | null }) {
  const { t } = useLingui()
  const { on } = useMoment()
  return (
    <Page width="reading">
      <PageHeader title={title} crumbs={[{ label: t`Record of today`, to: paths.today, params: paths.params }]} />
      {error ? (
        <>
          <Banner
            tone="warn"
            className="mb-4"
            actions={<LinkButton to={paths.today} params={paths.params}>{t`Open it as it is today`}</LinkButton>}
          >
            {sentenceFor(error)}
          </Banner>
          <ChooseDay key={on} paths={paths} {...(on && { day: on })} />
        </>
      ) : (
        <SkeletonBox height={480} />
      )}
    </Page>
  )
}
