// Adds an organisation without leaving the form it is needed in: name, country, city; the rest can follow later.
import { Trans, useLingui } from '@lingui/react/macro'
import {
  createOrganisation,
  listOrganisations,
  type Organisation,
  searchOrganisations,
} from '#modules/registry/organisation.contract.ts'
import { useWrite } from '../../core/query.ts'
import { CountryField } from '../../kit/country-field.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form, FormRow } from '../../kit/form.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useForm } from '../../kit/use-form.ts'

export interface NewOrganisationDialogProps {
  name: string
  country: string | null
  onClose: () => void
  onMade: (organisation: Organisation) => void
}

export function NewOrganisationDialog({ name, country, onClose, onMade }: NewOrganisationDialogProps) {
  const { t } = useLingui()
  const create = useWrite(createOrganisation, { refreshes: [searchOrganisations, listOrganisations] })
  const form = useForm({
    initial: { name, country, city: '' },
    check: values => ({ name: values.name.trim() === '' ? t`Write the name.` : undefined }),
    onSubmit: async values => {
      const city = values.city.trim() || null
      const place = { country: values.country, city, region: null, latitude: null, longitude: null }
      onMade(await create.mutateAsync({ body: { name: values.name.trim(), place, status: 'unverified' } }))
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`New organisation`}>
      <Form form={form} submitLabel={t`Add organisation`} onCancel={onClose}>
        <p className="text-sm text-muted">
          <Trans>It is marked as not verified until someone completes it or the official registry knows it.</Trans>
        </p>
        <TextField label={t`Name`} isRequired {...form.field('name')} />
        <FormRow>
          <CountryField label={t`Country`} {...form.field('country')} />
          <TextField label={t`City`} {...form.field('city')} />
        </FormRow>
      </Form>
    </Dialog>
  )
}
