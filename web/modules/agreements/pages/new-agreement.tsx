// Records a new agreement, in any state.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { createAgreement } from '#modules/agreements/agreement.contract.ts'
import { getOrganisation, listHomes, type Organisation } from '#modules/registry/organisation.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { callOptions, useCall, useWrite } from '../../../core/query.ts'
import { readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form } from '../../../kit/form.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { choiceOfReference, type OrganisationChoice } from '../../registry/find-organisations.ts'
import { AgreementFields, useAgreementCheck } from '../form/agreement-fields.tsx'
import { emptyValues, newOf } from '../form/agreement-values.ts'
import { agreementRefreshes } from '../record/record-parts.ts'

const readers = { partner: readText }

/** The partner that the address names; undefined while it is read, null when there is none or nobody knows it. */
function usePartner(): OrganisationChoice | null | undefined {
  const [{ partner }] = useUrlState(readers)
  const { data, error } = useQuery({
    ...callOptions(getOrganisation, { params: { id: partner ?? '' } }),
    enabled: partner !== undefined,
  })
  if (partner === undefined || error) return null
  return data && choiceOf(data)
}

function choiceOf({ mergedInto, id, name, place }: Organisation): OrganisationChoice | null {
  return choiceOfReference(mergedInto ?? { id, name, country: place.country })
}

export function NewAgreementPage() {
  const { t } = useLingui()
  const partner = usePartner()
  const { data, error } = useCall(listHomes)
  const homes = data?.items.filter(home => home.mayWrite || home.writableUnits.length > 0)
  return (
    <Page width="form">
      <PageHeader title={t`New agreement`} crumbs={[{ label: t`Portfolio`, to: '/portfolio' }]} />
      {error && !data && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {(!homes || partner === undefined) && !error && <SkeletonText lines={12} />}
      {homes?.length === 0 && (
        <Banner tone="warn" title={t`You may look at agreements, but not record any`}>
          <Trans>Ask an administrator for the role of an officer.</Trans>
        </Banner>
      )}
      {homes && homes.length > 0 && partner !== undefined && (
        <NewForm
          key={partner?.id ?? ''}
          homeId={homes.length === 1 ? (homes[0]?.id ?? null) : null}
          partner={partner}
        />
      )}
    </Page>
  )
}

function NewForm({ homeId, partner }: { homeId: string | null; partner: OrganisationChoice | null }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const back = partner
    ? { to: '/partners/$organisationId', params: { organisationId: partner.id } }
    : { to: '/portfolio' }
  const create = useWrite(createAgreement, { refreshes: agreementRefreshes })
  const form = useForm({
    initial: { ...emptyValues, homeId, parties: partner ? [partner] : [] },
    draftKey: partner ? `agreement.new.${partner.id}` : 'agreement.new',
    check: useAgreementCheck(),
    onSubmit: async values => {
      const made = await create.mutateAsync({ body: newOf(values) })
      toast({ text: t`The agreement was recorded.` })
      await navigate({ to: '/agreements/$agreementId', params: { agreementId: made.id } } as never)
    },
  })
  return (
    <Form form={form} submitLabel={t`Record agreement`} onCancel={() => void navigate(back as never)}>
      <AgreementFields form={form} />
    </Form>
  )
}
