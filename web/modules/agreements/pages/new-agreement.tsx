// Records a new agreement, in any state.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { createAgreement } from '#modules/agreements/agreement.contract.ts'
import { listHomes } from '#modules/registry/organisation.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form } from '../../../kit/form.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { AgreementFields, useAgreementCheck } from '../form/agreement-fields.tsx'
import { emptyValues, newOf } from '../form/agreement-values.ts'
import { agreementRefreshes } from '../record/record-parts.ts'

export function NewAgreementPage() {
  const { t } = useLingui()
  const { data, error } = useCall(listHomes)
  const homes = data?.items.filter(home => home.mayWrite)
  return (
    <Page width="form">
      <PageHeader title={t`New agreement`} crumbs={[{ label: t`Portfolio`, to: '/portfolio' }]} />
      {error && !data && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!homes && !error && <SkeletonText lines={12} />}
      {homes?.length === 0 && (
        <Banner tone="warn" title={t`You may look at agreements, but not record any`}>
          <Trans>Ask an administrator for the role of an officer.</Trans>
        </Banner>
      )}
      {homes && homes.length > 0 && <NewForm homeId={homes.length === 1 ? (homes[0]?.id ?? null) : null} />}
    </Page>
  )
}

function NewForm({ homeId }: { homeId: string | null }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const create = useWrite(createAgreement, { refreshes: agreementRefreshes })
  const form = useForm({
    initial: { ...emptyValues, homeId },
    draftKey: 'agreement.new',
    check: useAgreementCheck(),
    onSubmit: async values => {
      const made = await create.mutateAsync({ body: newOf(values) })
      toast({ text: t`The agreement was recorded.` })
      await navigate({ to: '/agreements/$agreementId', params: { agreementId: made.id } } as never)
    },
  })
  return (
    <Form form={form} submitLabel={t`Record agreement`} onCancel={() => void navigate({ to: '/portfolio' } as never)}>
      <AgreementFields form={form} />
    </Form>
  )
}
