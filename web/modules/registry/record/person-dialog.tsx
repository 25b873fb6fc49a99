// Adds or changes a person of an organisation.
import { Trans, useLingui } from '@lingui/react/macro'
import { getOrganisation, listHomes, type Organisation } from '#modules/registry/organisation.contract.ts'
import {
  changePerson,
  createPerson,
  listOrganisationPersons,
  listPersons,
  type Person,
} from '#modules/registry/person.contract.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { ComboBox } from '../../../kit/combo-box.tsx'
import { LanguageField } from '../../../kit/country-field.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { type FormModel, useForm } from '../../../kit/use-form.ts'

interface PersonValues {
  name: string
  otherName: string
  otherLanguage: string | null
  position: string
  email: string
  phone: string
  orcid: string
  unitId: string | null
  homeId: string | null
}

interface DialogProps {
  organisation: Organisation
  onClose: () => void
}

const refreshes = [listOrganisationPersons, listPersons, getOrganisation]
const orNull = (text: string): string | null => text.trim() || null

/** Another name that is known, to be shown in the form. */
function otherNameOf(person: Person): { otherName: string; otherLanguage: string | null } {
  const found = Object.entries(person.names).find(([, text]) => text !== person.original)
  return { otherName: found?.[1] ?? '', otherLanguage: found?.[0] ?? null }
}

const writtenOf = (values: PersonValues, before: Person['names'] = {}) => {
  const name = values.otherName.trim()
  const names = name === '' ? before : { ...before, [values.otherLanguage ?? 'und']: name }
  return {
    name: values.name.trim(),
    ...(Object.keys(names).length > 0 && { names }),
    position: orNull(values.position),
    email: orNull(values.email),
    phone: orNull(values.phone),
    orcid: orNull(values.orcid),
    unitId: values.unitId,
  }
}

function useNameCheck() {
  const { t } = useLingui()
  return (values: PersonValues) => ({ name: values.name.trim() === '' ? t`Write the name.` : undefined })
}

export function NewPersonDialog({ organisation, onClose }: DialogProps) {
  const { t } = useLingui()
  const homes = useCall(listHomes).data?.items.filter(home => home.mayWrite) ?? []
  const create = useWrite(createPerson, { refreshes })
  const initial: PersonValues = {
    name: '',
    otherName: '',
    otherLanguage: null,
    position: '',
    email: '',
    phone: '',
    orcid: '',
    unitId: null,
    homeId: null,
  }
  const form = useForm({
    initial,
    draftKey: `person.new.${organisation.id}`,
    check: useNameCheck(),
    onSubmit: async values => {
      const homeId = values.homeId ?? homes[0]?.id
      const body = { ...writtenOf(values), ...(homeId && { homeId }) }
      const made = await create.mutateAsync({ params: { id: organisation.id }, body })
      toast({ text: t`${made.name} was added.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Add a person`}>
      <Form form={form} submitLabel={t`Add the person`} onCancel={onClose}>
        <PersonFields form={form} organisation={organisation} />
        {homes.length > 1 && (
          <Select
            label={t`Kept by`}
            help={<Trans>The home organisation whose staff sees and changes this contact</Trans>}
            choices={homes.map(home => ({ id: home.id, label: home.name }))}
            name="homeId"
            value={form.values.homeId ?? homes[0]?.id ?? null}
            onChange={homeId => form.set({ homeId })}
            error={form.errors.homeId}
          />
        )}
      </Form>
    </Dialog>
  )
}

export function PersonDialog({ organisation, person, onClose }: DialogProps & { person: Person }) {
  const { t } = useLingui()
  const save = useWrite(changePerson, { refreshes })
  const initial: PersonValues = {
    name: person.original,
    ...otherNameOf(person),
    position: person.position ?? '',
    email: person.email ?? '',
    phone: person.phone ?? '',
    orcid: person.orcid ?? '',
    unitId: person.unit?.id ?? null,
    homeId: person.home?.id ?? null,
  }
  const form = useForm({
    initial,
    draftKey: `person.${person.id}`,
    version: person.version,
    check: useNameCheck(),
    onSubmit: async values => {
      const body = { ...writtenOf(values, person.names), version: person.version }
      await save.mutateAsync({ params: { id: person.id }, body })
      toast({ text: t`The contact was changed.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Change a person`}>
      <Form form={form} submitLabel={t`Save the person`} onCancel={onClose}>
        <PersonFields form={form} organisation={organisation} />
      </Form>
    </Dialog>
  )
}

function PersonFields({ form, organisation }: { form: FormModel<PersonValues>; organisation: Organisation }) {
  const { t } = useLingui()
  return (
    <>
      <TextField label={t`Name`} isRequired {...form.field('name')} />
      <FormRow>
        <TextField label={t`Name in another script`} {...form.field('otherName')} />
        <LanguageField label={t`Language of the other name`} {...form.field('otherLanguage')} />
      </FormRow>
      <TextField label={t`Position`} {...form.field('position')} />
      {organisation.units.length > 0 && (
        <ComboBox
          label={t`Unit`}
          choices={organisation.units.map(unit => ({ id: unit.id, label: unit.name }))}
          {...form.field('unitId')}
        />
      )}
      <FormRow>
        <TextField label={t`E-mail address`} type="email" {...form.field('email')} />
        <TextField label={t`Telephone`} type="tel" {...form.field('phone')} />
      </FormRow>
      <TextField label="ORCID" isCode placeholder="0000-0000-0000-0000" {...form.field('orcid')} />
    </>
  )
}
