// A page of a partner or country that is on its way, or that could not be read.
import { useLingui } from '@lingui/react/macro'
import { sentenceFor } from '../../../core/problem.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonLine, SkeletonText } from '../../../kit/skeleton.tsx'

export function LoadingPage() {
  const { t } = useLingui()
  return (
    <Page>
      <div role="status" aria-label={t`Loading`} className="flex flex-col gap-4 pt-6">
        <SkeletonLine width={0.4} className="h-7" />
        <SkeletonLine width={0.25} />
        <div className="mt-8">
          <SkeletonText lines={10} />
        </div>
      </div>
    </Page>
  )
}

export function FailedPage({ title, error, onRetry }: { title: string; error: Error; onRetry: () => void }) {
  const { t } = useLingui()
  return (
    <Page>
      <PageHeader title={title} crumbs={[{ label: t`Partners`, to: '/partners' }]} />
      <Banner
        tone="bad"
        actions={
          <>
            <Button size="small" onPress={onRetry}>{t`Try again`}</Button>
            <LinkButton size="small" to="/partners">{t`Show all partners`}</LinkButton>
          </>
        }
      >
        {sentenceFor(error)}
      </Banner>
    </Page>
  )
}
