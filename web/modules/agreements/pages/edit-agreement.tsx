// Changes the facts of an agreement; its state changes by steps on its own page.
import { useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type AgreementView, getAgreement, updateAgreement } from '#modules/agreements/agreement.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form } from '../../../kit/form.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { AgreementFields, useAgreementCheck } from '../form/agreement-fields.tsx'
import { changeOf, valuesOf } from '../form/agreement-values.ts'
import { agreementRefreshes, reasonAgainst } from '../record/record-parts.ts'

export function EditAgreementPage() {
  const { t } = useLingui()
  const { agreementId } = useParams({ strict: false }) as { agreementId: string }
  const { data, error } = useCall(getAgreement, { params: { id: agreementId } })
  const reason = data && reasonAgainst(data, 'edit')
  return (
    <Page width="form">
      <PageHeader
        title={t`Edit the agreement`}
        crumbs={[
          { label: t`Portfolio`, to: '/portfolio' },
          { label: data?.displayTitle ?? '…', to: '/agreements/$agreementId', params: { agreementId } },
        ]}
      />
      {error && !data && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={12} />}
      {data && reason && (
        <Banner tone="warn" title={t`This agreement cannot be changed by you`}>
          {reason}
        </Banner>
      )}
      {data && !reason && <EditForm key={data.id} agreement={data} />}
    </Page>
  )
}

function EditForm({ agreement }: { agreement: AgreementView }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  // The record as the form began with it: what others saved since then is refused by its version, not overwritten.
  const [loaded] = useState(agreement)
  const { id, version } = loaded
  const leave = () => navigate({ to: '/agreements/$agreementId', params: { agreementId: id } } as never)
  const save = useWrite(updateAgreement, { refreshes: agreementRefreshes })
  const form = useForm({
    initial: valuesOf(loaded),
    draftKey: `agreement.${id}`,
    version,
    check: useAgreementCheck(),
    onSubmit: async values => {
      await save.mutateAsync({ params: { id }, body: changeOf(loaded, values) })
      toast({ text: t`The agreement was saved.` })
      await leave()
    },
  })
  return (
    <Form form={form} submitLabel={t`Save agreement`} onCancel={() => void leave()}>
      <AgreementFields form={form} loaded={loaded} />
    </Form>
  )
}
