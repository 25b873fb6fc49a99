// The fields of an agreement: who, what, when, and how it ends.
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import type { AgreementView } from '#modules/agreements/agreement.contract.ts'
import { type AgreementState, agreementStateTerms } from '#modules/agreements/agreement.states.ts'
import {
  type AgreementKind,
  agreementKindTerms,
  type Confidentiality,
  confidentialityTerms,
} from '#modules/agreements/agreement.terms.ts'
import { listPossibleReaders } from '#modules/agreements/readers/reader.contract.ts'
import { listHomes } from '#modules/registry/organisation.contract.ts'
import { useCall } from '../../../core/query.ts'
import type { FoundChoice } from '../../../kit/combo-box.tsx'
import { FormRow, FormSection } from '../../../kit/form.tsx'
import { MultiSelect } from '../../../kit/multi-select.tsx'
import { PartialDateField } from '../../../kit/partial-date-field.tsx'
import { Select } from '../../../kit/select.tsx'
import { TagField } from '../../../kit/tag-field.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import type { FormModel } from '../../../kit/use-form.ts'
import { OrganisationPicker, OrganisationsPicker } from '../../registry/organisation-picker.tsx'
import { useTermChoices } from '../../registry/organisation-words.tsx'
import { useOwners } from '../record/record-parts.ts'
import { type AgreementValues, filled } from './agreement-values.ts'
import { EndFields } from './end-fields.tsx'
import { errorBelow } from './error-below.ts'
import { PeopleFields } from './people-fields.tsx'
import { RelationFields } from './relation-fields.tsx'
import { SimilarAgreements } from './similar-agreements.tsx'
import { SubjectFields } from './subject-fields.tsx'

type Model = FormModel<AgreementValues>

interface FieldsProps {
  form: Model
  /** The record that is changed; a new one has none. */
  loaded?: AgreementView
}

/** What can be told without the server. */
export function useAgreementCheck(): (values: AgreementValues) => Record<string, string | undefined> {
  const { t } = useLingui()
  const homes = useCall(listHomes).data?.items
  return values => ({
    homeId: values.homeId ? undefined : t`Choose the home organisation.`,
    unit:
      values.unit === null && unitsOf(homes, values.homeId) !== null
        ? t`Choose your unit: you do not record for the whole organisation.`
        : undefined,
    parties: values.parties.length > 0 ? undefined : t`Choose at least one partner.`,
    kinds: values.kinds.length > 0 ? undefined : t`Choose the kind.`,
    title: Object.keys(filled(values.title)).length > 0 ? undefined : t`Write the title in at least one language.`,
    expiresOn:
      values.end === 'known' && !values.expiresOn ? t`Give the last day, or choose another kind of end.` : undefined,
    ...Object.fromEntries(
      values.contacts.flatMap(({ name }, index) =>
        name.trim() === '' ? [[`contacts.${index}.name`, t`Write the name, or remove the row.`]] : [],
      ),
    ),
  })
}

export function AgreementFields({ form, loaded }: FieldsProps) {
  return (
    <>
      <PartyFields form={form} {...(loaded && { loaded })} />
      <KindFields form={form} isNew={!loaded} />
      <SimilarAgreements values={form.values} except={loaded?.id} />
      <TitleFields form={form} />
      <DateFields form={form} />
      <EndFields form={form} />
      <SubjectFields form={form} />
      <PeopleFields form={form} />
      <RelationFields form={form} id={loaded?.id} />
      <HandlingFields form={form} {...(loaded && { loaded })} />
    </>
  )
}

function PartyFields({ form, loaded }: FieldsProps) {
  const { t } = useLingui()
  const homes = useCall(listHomes).data?.items
  const choices = useMemo(() => {
    const writable = (homes ?? []).filter(
      home => home.mayWrite || home.writableUnits.length > 0 || home.id === loaded?.home.id,
    )
    const known = loaded && !writable.some(home => home.id === loaded.home.id) ? [loaded.home, ...writable] : writable
    return known.map(home => ({ id: home.id, label: home.name }))
  }, [homes, loaded])
  const home = form.field('homeId')
  return (
    <>
      <Select
        label={t`Home organisation`}
        isRequired
        choices={choices}
        {...home}
        onChange={homeId => form.set({ homeId, ...(homeId !== home.value && { ownerId: null, unit: null }) })}
      />
      <OrganisationsPicker
        label={t`Partners`}
        isRequired
        {...form.field('parties')}
        error={errorBelow(form, 'parties')}
      />
    </>
  )
}

function KindFields({ form, isNew }: { form: Model; isNew: boolean }) {
  const { t } = useLingui()
  const kinds = useTermChoices<AgreementKind>(agreementKindTerms)
  const states = useTermChoices<AgreementState>(agreementStateTerms)
  const { value, onChange } = form.field('kinds')
  const [leading = null, ...further] = value
  return (
    <>
      <TextField label={t`Number`} isCode {...form.field('number')} />
      <FormRow>
        <Select<AgreementKind>
          label={t`Kind`}
          isRequired
          name="kinds"
          choices={kinds}
          value={leading}
          onChange={kind => onChange([kind, ...further.filter(each => each !== kind)])}
          error={errorBelow(form, 'kinds')}
        />
        <MultiSelect<AgreementKind>
          label={t`Further kinds`}
          placeholder={t`None`}
          isDisabled={leading === null}
          choices={kinds.filter(kind => kind.id !== leading)}
          value={further}
          onChange={next => leading && onChange([leading, ...next])}
        />
      </FormRow>
      {isNew && <Select<AgreementState> label={t`State`} choices={states} {...form.field('state')} />}
    </>
  )
}

/** The three languages of the pages, then those that the record has besides. */
const languagesOf = (texts: Record<string, string>): string[] => [...new Set(['en', 'fa', 'ru', ...Object.keys(texts)])]

function TitleFields({ form }: { form: Model }) {
  const { t } = useLingui()
  const { value, onChange } = form.field('title')
  const labels: Record<string, string> = {
    en: t`Title in English`,
    fa: t`Title in Persian`,
    ru: t`Title in Russian`,
    und: t`Title as written`,
  }
  return (
    <FormSection title={t`Title`} help={<Trans>In at least one language.</Trans>}>
      <div className="flex flex-col gap-5" data-field="title">
        {languagesOf(value).map((language, index) => (
          <TextField
            key={language}
            label={labels[language] ?? t`Title (${language})`}
            name={`title.${language}`}
            value={value[language] ?? ''}
            onChange={text => onChange({ ...value, [language]: text })}
            error={form.errors[`title.${language}`] ?? (index === 0 ? form.errors.title : undefined)}
            {...(language !== 'und' && { language })}
          />
        ))}
      </div>
    </FormSection>
  )
}

function DateFields({ form }: { form: Model }) {
  const { t } = useLingui()
  const date = (name: 'approvedOn' | 'signedOn' | 'inForceOn' | 'reviewDueOn') => ({
    ...form.field(name),
    error: errorBelow(form, name),
  })
  return (
    <FormSection title={t`Dates`} help={<Trans>As exactly as they are known: a day, a month or a year.</Trans>}>
      <PartialDateField label={t`Approved`} {...date('approvedOn')} />
      <PartialDateField label={t`Signed`} {...date('signedOn')} />
      <PartialDateField label={t`In force`} {...date('inForceOn')} />
      <PartialDateField label={t`Review due`} {...date('reviewDueOn')} />
    </FormSection>
  )
}

type Homes = ResponseOf<typeof listHomes>['items']

/** The units that somebody records for who does not record for the whole home organisation; null for all others. */
function unitsOf(homes: Homes | undefined, homeId: string | null) {
  const home = homes?.find(each => each.id === homeId)
  if (!home || home.mayWrite || home.writableUnits.length === 0) return null
  return home.units.filter(unit => home.writableUnits.includes(unit.id))
}

function UnitField({ form }: { form: Model }) {
  const { t } = useLingui()
  const { homeId } = form.values
  const units = unitsOf(useCall(listHomes).data?.items, homeId)
  const unitOf = useMemo(() => ({ unitOf: homeId ?? undefined }), [homeId])
  const field = form.field('unit')
  if (units === null)
    return (
      <OrganisationPicker
        label={t`Our unit`}
        help={t`The faculty or department that carries it; empty when it concerns the whole organisation.`}
        search={unitOf}
        isDisabled={homeId === null}
        {...field}
      />
    )
  return (
    <Select
      label={t`Our unit`}
      isRequired
      choices={units.map(unit => ({ id: unit.id, label: unit.name }))}
      {...field}
      value={field.value?.id ?? null}
      onChange={id => {
        const unit = units.find(each => each.id === id)
        field.onChange(unit ? { id: unit.id, label: unit.name, country: null } : null)
      }}
    />
  )
}

/** Who shall see what becomes confidential; later names are given on the page of the agreement. */
function ReadersField({ form, loaded }: FieldsProps) {
  const { t } = useLingui()
  const { data } = useCall(listPossibleReaders)
  const isNew = loaded?.confidentiality !== 'confidential'
  return (
    <TagField<FoundChoice>
      label={isNew ? t`Readers` : t`Further readers`}
      help={t`Beside the owner, you and auditors, only the people named here see a confidential agreement.`}
      choices={(data?.items ?? []).map(person => ({ id: person.id, label: person.name }))}
      {...form.field('readers')}
    />
  )
}

const nobody = 'nobody'

function HandlingFields({ form, loaded }: FieldsProps) {
  const { t } = useLingui()
  const levels = useTermChoices<Confidentiality>(confidentialityTerms)
  const found = useOwners(form.values.homeId ?? undefined)
  const present = loaded?.owner && loaded.home.id === form.values.homeId ? [loaded.owner] : []
  const owners = [...found, ...present.filter(owner => !found.some(each => each.id === owner.id))]
  const owner = form.field('ownerId')
  const scope = form.field('scope')
  const labels: Record<string, string> = {
    en: t`Scope in English`,
    fa: t`Scope in Persian`,
    ru: t`Scope in Russian`,
    und: t`Scope as written`,
  }
  return (
    <FormSection title={t`Handling and content`}>
      <FormRow>
        <Select<Confidentiality> label={t`Confidentiality`} choices={levels} {...form.field('confidentiality')} />
        <Select
          label={t`Owner`}
          choices={[{ id: nobody, label: t`Nobody` }, ...owners.map(({ id, name }) => ({ id, label: name }))]}
          {...owner}
          value={owner.value ?? nobody}
          onChange={id => owner.onChange(id === nobody ? null : id)}
        />
      </FormRow>
      {form.values.confidentiality === 'confidential' && <ReadersField form={form} loaded={loaded} />}
      <UnitField form={form} />
      <div className="flex flex-col gap-5" data-field="scope">
        {languagesOf(scope.value).map(language => (
          <TextArea
            key={language}
            label={labels[language] ?? t`Scope (${language})`}
            name={`scope.${language}`}
            value={scope.value[language] ?? ''}
            onChange={text => scope.onChange({ ...scope.value, [language]: text })}
            error={form.errors[`scope.${language}`]}
            {...(language !== 'und' && { language })}
          />
        ))}
      </div>
      <TextArea label={t`Remarks`} {...form.field('remarks')} />
    </FormSection>
  )
}
