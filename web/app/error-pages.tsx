// What one sees when a page does not exist, fails or is still on its way.
import { Trans, useLingui } from '@lingui/react/macro'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { CloudAlert, Compass } from 'lucide-react'
import { ProblemError, sentenceFor } from '../core/problem.ts'
import { Button } from '../kit/button.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { LinkButton } from '../kit/link.tsx'
import { Page, useDocumentTitle } from '../kit/page.tsx'
import { SkeletonLine, SkeletonRows } from '../kit/skeleton.tsx'

export function NotFoundPage() {
  const { t } = useLingui()
  useDocumentTitle(t`Page not found`)
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <EmptyState
        icon={<Compass />}
        title={<h1>{t`This page does not exist`}</h1>}
        actions={<LinkButton to="/" variant="primary">{t`Go to the first page`}</LinkButton>}
      >
        <Trans>The address may be old or mistyped, or the record is not visible to you.</Trans>
      </EmptyState>
    </main>
  )
}

/** A page that failed: says so in words, keeps the rest of the app alive, offers a way on. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui()
  const router = useRouter()
  useDocumentTitle(t`This page could not be shown`)
  const again = () => {
    reset()
    void router.invalidate()
  }
  const problem = error instanceof ProblemError ? error : null
  return (
    <div className="flex min-h-dvh items-center justify-center">
      <EmptyState
        icon={<CloudAlert />}
        title={<h1>{t`This page could not be shown`}</h1>}
        actions={
          <>
            <Button variant="primary" onPress={again}>{t`Try again`}</Button>
            <LinkButton to="/">{t`Go to the first page`}</LinkButton>
          </>
        }
      >
        <p>
          {problem
            ? sentenceFor(problem)
            : t`Something in this page went wrong. Nothing was changed; what you typed is kept.`}
        </p>
        {problem?.requestId && (
          <p className="mt-2 text-xs">
            <Trans>
              Number for your administrator: <bdi className="font-mono">{problem.requestId}</bdi>
            </Trans>
          </p>
        )}
      </EmptyState>
    </div>
  )
}

/** Shown when a page takes longer than a moment. */
export function PendingPage() {
  const { t } = useLingui()
  return (
    <Page>
      <div role="status" aria-label={t`Loading`} className="flex flex-col gap-6">
        <SkeletonLine width={0.3} className="h-7" />
        <div className="overflow-hidden rounded-lg border border-line bg-surface">
          <SkeletonRows rows={8} />
        </div>
      </div>
    </Page>
  )
}
