// Changes an organisation; only what was touched is sent, the rest keeps following the official registry.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import {
  changeOrganisation,
  getOrganisation,
  getTimeline,
  listHomes,
  listOrganisations,
  type Organisation,
  searchOrganisations,
} from '#modules/registry/organisation.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form } from '../../../kit/form.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { OrganisationFields } from '../form/organisation-fields.tsx'
import { changesOf, valuesOf } from '../form/organisation-values.ts'
import { mayDo, refusalOf } from '../organisation-words.tsx'

export function OrganisationEditPage() {
  const { t } = useLingui()
  const { organisationId } = useParams({ strict: false }) as { organisationId: string }
  const { data, error } = useCall(getOrganisation, { params: { id: organisationId } })
  const params = { organisationId }
  const isAllowed = data && mayDo(data.abilities, 'change')
  return (
    <Page width="form">
      <PageHeader
        title={t`Edit the organisation`}
        crumbs={[
          { label: t`Organisations`, to: '/organisations' },
          { label: data?.name ?? '…', to: '/organisations/$organisationId', params },
        ]}
      />
      {error && !data && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={12} />}
      {data && !isAllowed && (
        <Banner tone="warn" title={t`This organisation cannot be changed by you`}>
          {refusalOf(data.abilities, 'change')}
        </Banner>
      )}
      {data && isAllowed && <EditForm key={data.id} organisation={data} />}
    </Page>
  )
}

function EditForm({ organisation }: { organisation: Organisation }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { id, version } = organisation
  const before = valuesOf(organisation)
  const leave = () => navigate({ to: '/organisations/$organisationId', params: { organisationId: id } } as never)
  const save = useWrite(changeOrganisation, {
    refreshes: [getOrganisation, getTimeline, listOrganisations, searchOrganisations, listHomes],
  })
  const form = useForm({
    initial: before,
    draftKey: `organisation.${id}`,
    version,
    check: values => ({ name: values.name.trim() === '' ? t`Write the name.` : undefined }),
    onSubmit: async values => {
      const changes = changesOf(before, values)
      const reason = values.reason.trim()
      if (Object.keys(changes).length > 0)
        await save.mutateAsync({ params: { id }, body: { ...changes, version, ...(reason && { reason }) } })
      toast({ text: t`The organisation was saved.` })
      await leave()
    },
  })
  return (
    <Form form={form} submitLabel={t`Save organisation`} onCancel={() => void leave()}>
      {organisation.source !== 'manual' && (
        <p className="text-sm text-muted">
          <Trans>
            What you change here stays when the official registry is loaded again; the record then shows the difference.
            Everything else keeps following the registry.
          </Trans>
        </p>
      )}
      <OrganisationFields form={form} />
      <TextField
        label={t`Reason for the change`}
        help={<Trans>For the history; it can stay empty.</Trans>}
        {...form.field('reason')}
      />
    </Form>
  )
}
