// The fields of an organisation: name, place, type, then names, identifiers and websites as rows.
import { Trans, useLingui } from '@lingui/react/macro'
import {
  type IdentifierScheme,
  identifierSchemes,
  type LinkKind,
  linkKinds,
  type NameKind,
  nameKinds,
  type OrganisationType,
  organisationStatuses,
  organisationTypes,
} from '#modules/registry/registry.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { CountryField, LanguageField } from '../../../kit/country-field.tsx'
import { FormRow, FormSection } from '../../../kit/form.tsx'
import { MultiSelect } from '../../../kit/multi-select.tsx'
import { NumberField } from '../../../kit/number-field.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import type { FormModel } from '../../../kit/use-form.ts'
import { useTermChoices } from '../organisation-words.tsx'
import type {
  IdentifierValue,
  LinkValue,
  NameValue,
  OrganisationValues,
  WritableStatus,
} from './organisation-values.ts'
import { RowList } from './row-list.tsx'

type Model = FormModel<OrganisationValues>

const statuses: readonly WritableStatus[] = ['active', 'unverified', 'inactive']

export function OrganisationFields({ form }: { form: Model }) {
  const { t } = useLingui()
  const term = useTerm()
  const types = useTermChoices(organisationTypes)
  return (
    <>
      <TextField
        label={t`Name`}
        isRequired
        help={<Trans>As the organisation writes it itself, in its own language</Trans>}
        {...form.field('name')}
      />
      <FormRow>
        <MultiSelect<OrganisationType>
          label={t`Type`}
          placeholder={t`Not known`}
          choices={types}
          {...form.field('types')}
        />
        <Select<WritableStatus>
          label={t`Status`}
          choices={statuses.map(status => ({ id: status, label: term(organisationStatuses[status]) }))}
          {...form.field('status')}
        />
      </FormRow>
      <PlaceFields form={form} />
      <NameRows form={form} />
      <IdentifierRows form={form} />
      <LinkRows form={form} />
    </>
  )
}

/** The server names a refused place as a whole or by its part. */
const placeError = (form: Model, part: string): string | undefined => form.errors[`place.${part}`]

function PlaceFields({ form }: { form: Model }) {
  const { t } = useLingui()
  return (
    <FormSection title={t`Place`}>
      <FormRow>
        <CountryField label={t`Country`} {...form.field('country')} error={placeError(form, 'country')} />
        <TextField label={t`City`} {...form.field('city')} error={placeError(form, 'city')} />
      </FormRow>
      <FormRow>
        <TextField label={t`Region`} {...form.field('region')} error={placeError(form, 'region')} />
        <NumberField label={t`Founded`} hasGrouping={false} min={500} max={2100} {...form.field('established')} />
      </FormRow>
      <FormRow>
        <NumberField
          label={t`Latitude`}
          fractionDigits={6}
          min={-90}
          max={90}
          {...form.field('latitude')}
          error={placeError(form, 'latitude')}
        />
        <NumberField
          label={t`Longitude`}
          fractionDigits={6}
          min={-180}
          max={180}
          {...form.field('longitude')}
          error={placeError(form, 'longitude')}
        />
      </FormRow>
    </FormSection>
  )
}

const blankName: NameValue = { text: '', language: null, kind: 'label' }

function NameRows({ form }: { form: Model }) {
  const { t } = useLingui()
  const kinds = useTermChoices(nameKinds)
  const { value, onChange } = form.field('names')
  return (
    <FormSection
      title={t`Names`}
      help={<Trans>In every language and script in which it appears, with acronyms and former names.</Trans>}
    >
      <RowList
        name="names"
        rows={value}
        onChange={onChange}
        blank={blankName}
        addLabel={t`Add a name`}
        rowLabel={row => row.text || t`this name`}
      >
        {(row, change, path) => (
          <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_9rem_8.5rem]">
            <TextField
              label={t`Name`}
              hidesLabel
              value={row.text}
              onChange={text => change({ text })}
              name={`${path}.text`}
              error={form.errors[`${path}.text`]}
              {...(row.language && { language: row.language })}
            />
            <LanguageField
              label={t`Language`}
              hidesLabel
              placeholder={t`Language`}
              value={row.language}
              onChange={language => change({ language })}
            />
            <Select<NameKind>
              label={t`Kind`}
              hidesLabel
              choices={kinds}
              value={row.kind}
              onChange={kind => change({ kind })}
            />
          </div>
        )}
      </RowList>
    </FormSection>
  )
}

const blankIdentifier: IdentifierValue = { scheme: 'erasmus', value: '', preferred: false }

function IdentifierRows({ form }: { form: Model }) {
  const { t } = useLingui()
  const schemes = useTermChoices(identifierSchemes)
  const { value, onChange } = form.field('identifiers')
  return (
    <FormSection title={t`Identifiers`}>
      <RowList
        name="identifiers"
        rows={value}
        onChange={onChange}
        blank={blankIdentifier}
        addLabel={t`Add an identifier`}
        rowLabel={row => row.value || t`this identifier`}
      >
        {(row, change, path) => (
          <div className="grid gap-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <Select<IdentifierScheme>
              label={t`Kind of identifier`}
              hidesLabel
              choices={schemes}
              value={row.scheme}
              onChange={scheme => change({ scheme })}
            />
            <TextField
              label={t`Identifier`}
              hidesLabel
              isCode
              value={row.value}
              onChange={next => change({ value: next })}
              name={`${path}.value`}
              error={form.errors[`${path}.value`] ?? form.errors[path]}
            />
          </div>
        )}
      </RowList>
    </FormSection>
  )
}

const blankLink: LinkValue = { kind: 'website', url: '' }

function LinkRows({ form }: { form: Model }) {
  const { t } = useLingui()
  const kinds = useTermChoices(linkKinds)
  const { value, onChange } = form.field('links')
  return (
    <FormSection title={t`On the web`}>
      <RowList
        name="links"
        rows={value}
        onChange={onChange}
        blank={blankLink}
        addLabel={t`Add an address`}
        rowLabel={row => row.url || t`this address`}
      >
        {(row, change, path) => (
          <div className="grid gap-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <Select<LinkKind>
              label={t`Kind of page`}
              hidesLabel
              choices={kinds}
              value={row.kind}
              onChange={kind => change({ kind })}
            />
            <TextField
              label={t`Address`}
              hidesLabel
              type="url"
              placeholder="https://"
              value={row.url}
              onChange={url => change({ url })}
              name={`${path}.url`}
              error={form.errors[`${path}.url`] ?? form.errors[path]}
            />
          </div>
        )}
      </RowList>
    </FormSection>
  )
}
