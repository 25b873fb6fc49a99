// Adds a faculty, department or other unit to an organisation or to one of its units.
import { useLingui } from '@lingui/react/macro'
import {
  createOrganisation,
  getOrganisation,
  listHomes,
  listOrganisations,
  listUnits,
  type Organisation,
} from '#modules/registry/organisation.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { useReader } from '../../../core/reader.ts'
import { ComboBox } from '../../../kit/combo-box.tsx'
import { LanguageField } from '../../../kit/country-field.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

interface NewUnit {
  name: string
  language: string | null
  otherName: string
  otherLanguage: string | null
  unitOf: string
}

export function NewUnitDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useLingui()
  const { language } = useReader()
  const create = useWrite(createOrganisation, {
    refreshes: [getOrganisation, listOrganisations, listUnits, listHomes],
  })
  const initial: NewUnit = { name: '', language, otherName: '', otherLanguage: null, unitOf: organisation.id }
  const form = useForm({
    initial,
    draftKey: `unit.new.${organisation.id}`,
    check: values => ({ name: values.name.trim() === '' ? t`Write the name.` : undefined }),
    onSubmit: async values => {
      const written = [
        { text: values.name.trim(), language: values.language, kind: 'label' as const },
        { text: values.otherName.trim(), language: values.otherLanguage, kind: 'label' as const },
      ].filter(name => name.text !== '')
      const made = await create.mutateAsync({
        body: {
          name: values.name.trim(),
          names: written,
          unitOf: values.unitOf,
          place: organisation.place,
          status: 'active',
        },
      })
      toast({ text: t`${made.name} was added.` })
      onClose()
    },
  })
  const parents = [
    { id: organisation.id, label: organisation.name },
    ...organisation.units.map(unit => ({ id: unit.id, label: unit.name })),
  ]
  return (
    <Dialog isOpen onClose={onClose} title={t`Add a unit`}>
      <Form form={form} submitLabel={t`Add the unit`} onCancel={onClose}>
        {parents.length > 1 && (
          <ComboBox
            label={t`Unit of`}
            choices={parents}
            name="unitOf"
            value={form.values.unitOf}
            onChange={id => form.set({ unitOf: id ?? organisation.id })}
          />
        )}
        <FormRow>
          <TextField label={t`Name`} isRequired {...form.field('name')} />
          <LanguageField label={t`Language of the name`} {...form.field('language')} />
        </FormRow>
        <FormRow>
          <TextField label={t`Name in another language`} {...form.field('otherName')} />
          <LanguageField label={t`Language of the other name`} {...form.field('otherLanguage')} />
        </FormRow>
      </Form>
    </Dialog>
  )
}
