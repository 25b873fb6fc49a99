// Adds an organisation that the registry does not have.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { createOrganisation, listOrganisations, searchOrganisations } from '#modules/registry/organisation.contract.ts'
import { getRegistryState } from '#modules/registry/registry.contract.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { may, useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { Form } from '../../../kit/form.tsx'
import { Link, LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { OrganisationFields } from '../form/organisation-fields.tsx'
import { emptyValues, writtenOf } from '../form/organisation-values.ts'
import { usePlaceWords } from '../organisation-words.tsx'

export function OrganisationNewPage() {
  const { t } = useLingui()
  const session = useSession()
  return (
    <Page width="form">
      <PageHeader title={t`Add an organisation`} crumbs={[{ label: t`Organisations`, to: '/organisations' }]} />
      {session && !may(session, 'write') ? (
        <Banner
          title={t`You may look at organisations, but not add any`}
          actions={<LinkButton size="small" to="/organisations">{t`Show all organisations`}</LinkButton>}
        >
          <Trans>Ask an administrator for the role of an officer.</Trans>
        </Banner>
      ) : (
        <NewForm />
      )}
    </Page>
  )
}

function NewForm() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const create = useWrite(createOrganisation, {
    refreshes: [listOrganisations, searchOrganisations, getRegistryState],
  })
  const form = useForm({
    initial: emptyValues,
    draftKey: 'organisation.new',
    check: values => ({ name: values.name.trim() === '' ? t`Write the name.` : undefined }),
    onSubmit: async values => {
      const made = await create.mutateAsync({ body: writtenOf(values) })
      toast({ text: t`${made.name} was added.` })
      await navigate({ to: '/organisations/$organisationId', params: { organisationId: made.id } } as never)
    },
  })
  return (
    <Form
      form={form}
      submitLabel={t`Add organisation`}
      onCancel={() => void navigate({ to: '/organisations' } as never)}
    >
      <SimilarNotice name={form.values.name} />
      <OrganisationFields form={form} />
    </Form>
  )
}

/** What the registry knows under nearly the same name, before it is entered a second time. */
function SimilarNotice({ name }: { name: string }) {
  const wanted = name.trim()
  return wanted.length < 5 ? null : <SimilarList name={wanted} />
}

function SimilarList({ name }: { name: string }) {
  const { t } = useLingui()
  const placeWords = usePlaceWords()
  const { data } = useCall(searchOrganisations, { query: { q: name, limit: 3 } })
  if (!data || data.items.length === 0) return null
  return (
    <Banner title={t`Known already?`}>
      <ul className="mt-1 flex flex-col gap-1">
        {data.items.map(item => (
          <li key={item.id}>
            <Link to="/organisations/$organisationId" params={{ organisationId: item.id }}>
              <Bdi>{item.name}</Bdi>
            </Link>{' '}
            {placeWords({ country: item.country, city: item.city })}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
