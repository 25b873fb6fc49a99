// One check: what waits, the matches with their reasons, who was checked, the questions, how it ends.
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { FileDown, RefreshCw, ShieldQuestion } from 'lucide-react'
import { type CheckView, compareCheckAgain, downloadEvidence, getCheck } from '#modules/screening/check.contract.ts'
import { downloadAddress } from '../../../core/api.ts'
import { useFormat } from '../../../core/format.ts'
import { pickText } from '../../../core/localised-text.ts'
import { ProblemError, sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Link, LinkButton, OutsideLink } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonBox, SkeletonLine } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { Matches } from '../check/matches.tsx'
import { Parties } from '../check/parties.tsx'
import { Questions } from '../check/questions.tsx'
import { StepButtons } from '../check/step-buttons.tsx'
import { CheckDot, checkRefreshes, LevelDot } from '../check-words.tsx'

export function CheckPage() {
  const { t } = useLingui()
  const { checkId } = useParams({ strict: false }) as { checkId: string }
  const answer = useCall(getCheck, { params: { id: checkId } })
  if (answer.data) return <CheckRecord check={answer.data} />
  const crumbs = [{ label: t`Due diligence`, to: '/screening' }]
  if (answer.error instanceof ProblemError && [403, 404].includes(answer.error.status))
    return (
      <Page>
        <PageHeader crumbs={crumbs} title={t`Check`} />
        <EmptyState
          icon={<ShieldQuestion />}
          title={t`This check is not here, or you may not look into it`}
          actions={<LinkButton to="/screening">{t`All checks`}</LinkButton>}
        >
          <Trans>What a check found is shown to those who check, decide or audit.</Trans>
        </EmptyState>
      </Page>
    )
  return (
    <Page>
      <PageHeader
        crumbs={crumbs}
        title={answer.error ? t`Check` : <SkeletonLine width={0.4} className="my-1.5 h-5" />}
      />
      {answer.error ? <Banner tone="bad">{sentenceFor(answer.error)}</Banner> : <SkeletonBox height={480} />}
    </Page>
  )
}

function CheckRecord({ check }: { check: CheckView }) {
  const { t, i18n } = useLingui()
  const title = pickText(check.record.title, i18n.locale)?.text ?? ''
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t`Due diligence`, to: '/screening' }]}
        {...(check.record.number && { number: check.record.number })}
        title={<bdi>{title}</bdi>}
        documentTitle={title}
        status={<CheckDot state={check.state} />}
        subtitle={<Link to={check.record.path}>{t`Open the agreement`}</Link>}
        actions={<StepButtons check={check} />}
      />
      <div className="flex flex-col gap-6">
        {check.news.length > 0 && (
          <Banner tone="warn" title={t`This waits again`}>
            <ul className="list-disc ps-4">
              {check.news.map(one => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Banner>
        )}
        {check.lists.length === 0 && (
          <Banner tone="warn">
            <Trans>No list is in use, so nobody was found and nobody could be. An administrator loads lists.</Trans>
          </Banner>
        )}
        <Matches check={check} />
        <Questions check={check} />
        <Outcome check={check} />
        <Parties check={check} />
        <Compared check={check} />
      </div>
    </Page>
  )
}

function Outcome({ check }: { check: CheckView }) {
  const { t } = useLingui()
  const { date, instant } = useFormat()
  const reasons = check.rating ? check.ratingReasons : check.proposed.reasons
  return (
    <Section title={t`Risk and outcome`}>
      <DescriptionList
        facts={[
          {
            label: check.rating ? t`Rated` : t`By the rules`,
            value: (
              <>
                <LevelDot level={check.rating ?? check.proposed.level} />
                <ul className="mt-1 list-disc ps-4 text-muted">
                  {reasons.map(one => (
                    <li key={one.text}>
                      <bdi>{one.text}</bdi>
                    </li>
                  ))}
                </ul>
              </>
            ),
            note: check.ratingNote,
          },
          { label: t`Conditions`, value: check.conditions },
          { label: t`Valid until`, value: check.validTo && date(check.validTo) },
          {
            label: t`Concluded by`,
            value: check.concludedAt && `${check.concludedBy ?? '–'} · ${instant(check.concludedAt)}`,
          },
          { label: t`Responsible`, value: check.owner },
        ]}
      />
      <p className="mt-2 text-xs text-muted">
        <Trans>
          Seen by those who may change this agreement, those who conclude agreements of <bdi>{check.home}</bdi>, and
          auditors. Everybody else sees the state and the date only.
        </Trans>
      </p>
    </Section>
  )
}

function Compared({ check }: { check: CheckView }) {
  const { t } = useLingui()
  const { date, instant, number } = useFormat()
  const compare = useWrite(compareCheckAgain, {
    refreshes: checkRefreshes,
    onDone: () => toast({ text: t`Compared with the lists in their present versions.` }),
  })
  return (
    <Section
      title={t`Lists used`}
      actions={
        <>
          {check.abilities.check === true && (
            <Button
              size="small"
              icon={<RefreshCw className="size-4" />}
              isPending={compare.isPending}
              onPress={() => compare.mutate({ params: { id: check.id } })}
            >{t`Compare again`}</Button>
          )}
          <OutsideLink href={downloadAddress(downloadEvidence, { params: { id: check.id } })} download>
            <span className="inline-flex items-center gap-1.5">
              <FileDown className="size-4" aria-hidden />
              {t`Evidence as one page`}
            </span>
          </OutsideLink>
        </>
      }
    >
      {compare.error && <Banner tone="bad">{sentenceFor(compare.error)}</Banner>}
      <ul className="divide-y divide-line border-y border-line text-sm">
        {check.lists.map(list => (
          <li key={list.id} className="flex flex-wrap justify-between gap-x-4 py-2">
            <bdi>{list.name}</bdi>
            <span className="text-muted">
              <Trans>
                version {number(list.number)}, published {list.publishedOn ? date(list.publishedOn) : '–'}
              </Trans>
            </span>
          </li>
        ))}
      </ul>
      {check.screenedAt && (
        <p className="mt-2 text-xs text-muted">
          <Trans>Compared on {instant(check.screenedAt)}</Trans>
        </p>
      )}
    </Section>
  )
}
