// How the installation is: what the doctor found, jobs that failed, versions, sizes and places.
import { Trans, useLingui } from '@lingui/react/macro'
import { ServerCog, Stethoscope } from 'lucide-react'
import { checkOperation, getOperation } from '#core/operation/operation.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { may, useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { HealthReportView } from '../health-report.tsx'
import { InstallationFacts } from '../installation-facts.tsx'
import { ParkedJobs } from '../parked-jobs.tsx'
import { RetentionForm } from '../retention-form.tsx'

export function OperationPage() {
  const { t } = useLingui()
  const session = useSession()
  if (session && !may(session, 'administer'))
    return (
      <Page>
        <PageHeader title={t`Operation`} />
        <EmptyState
          icon={<ServerCog />}
          title={t`This page is for administrators`}
          actions={<LinkButton to="/">{t`To the start page`}</LinkButton>}
        />
      </Page>
    )
  return <InstallationState />
}

function InstallationState() {
  const { t } = useLingui()
  const { relativeInstant } = useFormat()
  const answer = useCall(getOperation)
  const check = useWrite(checkOperation, { refreshes: [getOperation] })
  const report = answer.data?.report
  return (
    <Page width="reading">
      <PageHeader
        title={t`Operation`}
        subtitle={report ? t`Last looked over ${relativeInstant(report.at)}, and again every night` : undefined}
        actions={
          <Button
            variant="primary"
            icon={<Stethoscope className="size-4" />}
            isPending={check.isPending}
            onPress={() => check.mutate({})}
          >
            <Trans>Look it over now</Trans>
          </Button>
        }
      />
      {[answer.error, check.error].map(
        error =>
          error && (
            <Banner key={error.message} tone="bad" className="mb-4">
              {sentenceFor(error)}
            </Banner>
          ),
      )}
      {answer.isPending && <SkeletonBox height={720} />}
      {answer.data && (
        <>
          {report ? (
            <HealthReportView report={report} />
          ) : (
            <p className="mb-6 text-sm text-muted">
              <Trans>
                The installation has not been looked over yet. Every night its data, files, jobs, mail and disk are
                checked; you can also do it now.
              </Trans>
            </p>
          )}
          <Section title={<Trans>Jobs that failed</Trans>}>
            <ParkedJobs />
          </Section>
          <Section title={<Trans>How long things are kept</Trans>}>
            <RetentionForm />
          </Section>
          <Section
            title={<Trans>Webhooks</Trans>}
            actions={<LinkButton to="/operation/webhooks">{t`Open the webhooks`}</LinkButton>}
          >
            <p className="text-sm text-muted">
              <Trans>Other systems that are told at once when something happens here</Trans>
            </p>
          </Section>
          <Section
            title={<Trans>The installation</Trans>}
            actions={
              <>
                <LinkButton to="/operation/reminders">{t`Reminders`}</LinkButton>
                <LinkButton to="/operation/working-days">{t`Working days`}</LinkButton>
                <LinkButton to="/operation/outbox">{t`Outgoing mail`}</LinkButton>
              </>
            }
          >
            <InstallationFacts operation={answer.data} />
          </Section>
        </>
      )}
    </Page>
  )
}
