// Who looks after an agreement on each side, and who signed it.
import { Trans, useLingui } from '@lingui/react/macro'
import { type ContactRole, contactRoleTerms, partySideTerms } from '#modules/agreements/agreement.terms.ts'
import { listHomes } from '#modules/registry/organisation.contract.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useCall } from '../../../core/query.ts'
import type { Choice } from '../../../kit/choice.ts'
import { DateField } from '../../../kit/date-field.tsx'
import { FormRow, FormSection } from '../../../kit/form.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import type { FormModel } from '../../../kit/use-form.ts'
import { RowList } from '../../registry/form/row-list.tsx'
import { useTermChoices } from '../../registry/organisation-words.tsx'
import type { AgreementValues, ContactValues, Place, SignatoryValues } from './agreement-values.ts'

/** The parties by name; a place that is none of them any more is named by its side. */
function usePlaces(values: AgreementValues): (present: Place | undefined) => Choice<Place>[] {
  const term = useTerm()
  const home = useCall(listHomes).data?.items.find(each => each.id === values.homeId)
  const places: Choice<Place>[] = [
    ...(home ? [{ id: `home/${home.id}` as const, label: home.name }] : []),
    ...values.parties.map(party => ({ id: `partner/${party.id}` as const, label: party.label })),
  ]
  return present => {
    if (!present || places.some(place => place.id === present)) return places
    return [...places, { id: present, label: term(partySideTerms[present.startsWith('home') ? 'home' : 'partner']) }]
  }
}

export function PeopleFields({ form }: { form: FormModel<AgreementValues> }) {
  const { t } = useLingui()
  const placesWith = usePlaces(form.values)
  const first = placesWith(undefined).at(-1)?.id ?? 'partner'
  const free = placesWith(undefined).find(({ id }) => !form.values.signatories.some(each => each.place === id))
  const contacts = form.field('contacts')
  const signatories = form.field('signatories')
  return (
    <FormSection title={t`People`} help={<Trans>Who looks after it on each side, and who signed it.</Trans>}>
      <RowList<ContactValues>
        name="contacts"
        rows={contacts.value}
        onChange={contacts.onChange}
        blank={{ place: first, role: 'coordinator', name: '', email: '', phone: '', personId: null }}
        addLabel={t`Add a contact`}
        rowLabel={row => row.name || t`Contact`}
      >
        {(row, change, path) => (
          <ContactRow {...{ row, change, path }} places={placesWith(row.place)} errors={form.errors} />
        )}
      </RowList>
      {(signatories.value.length > 0 || free) && (
        <RowList<SignatoryValues>
          name="signatories"
          rows={signatories.value}
          onChange={signatories.onChange}
          blank={{ place: free?.id ?? first, name: '', position: '', signedOn: null }}
          addLabel={t`Add a signatory`}
          rowLabel={row => row.name || t`Signatory`}
        >
          {(row, change, path) => <SignatoryRow {...{ row, change, path }} places={placesWith(row.place)} />}
        </RowList>
      )}
    </FormSection>
  )
}

interface RowProps<T> {
  row: T
  change: (part: Partial<T>) => void
  /** `contacts.0`. */
  path: string
  places: Choice<Place>[]
}

function ContactRow(props: RowProps<ContactValues> & { errors: Readonly<Record<string, string>> }) {
  const { row, change, path, places, errors } = props
  const { t } = useLingui()
  const roles = useTermChoices<ContactRole>(contactRoleTerms)
  const text = (name: 'name' | 'email' | 'phone') => ({
    name: `${path}.${name}`,
    value: row[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errors[`${path}.${name}`],
  })
  return (
    <div className="flex flex-col gap-3">
      <TextField label={t`Name`} isRequired maxLength={200} {...text('name')} />
      <FormRow>
        <Select<Place>
          label={t`Party`}
          choices={places}
          value={row.place}
          onChange={place => change({ place, personId: null })}
        />
        <Select<ContactRole> label={t`Role`} choices={roles} value={row.role} onChange={role => change({ role })} />
      </FormRow>
      <FormRow>
        <TextField label={t`E-mail address`} type="email" maxLength={254} {...text('email')} />
        <TextField label={t`Phone`} type="tel" maxLength={60} {...text('phone')} />
      </FormRow>
    </div>
  )
}

function SignatoryRow({ row, change, path, places }: RowProps<SignatoryValues>) {
  const { t } = useLingui()
  return (
    <div className="flex flex-col gap-3">
      <FormRow>
        <Select<Place> label={t`Party`} choices={places} value={row.place} onChange={place => change({ place })} />
        <DateField
          label={t`Signed`}
          name={`${path}.signedOn`}
          value={row.signedOn}
          onChange={signedOn => change({ signedOn })}
        />
      </FormRow>
      <FormRow>
        <TextField
          label={t`Signed by`}
          name={`${path}.name`}
          maxLength={200}
          value={row.name}
          onChange={name => change({ name })}
        />
        <TextField
          label={t`Position`}
          name={`${path}.position`}
          maxLength={200}
          value={row.position}
          onChange={position => change({ position })}
        />
      </FormRow>
    </div>
  )
}
