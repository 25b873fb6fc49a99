// Chooses whose agreements are kept here: organisations of the registry, or new ones written by hand.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { getSession } from '#core/identity/identity.contract.ts'
import { listHomes, setHomes } from '#modules/registry/organisation.contract.ts'
import { getRegistryState } from '#modules/registry/registry.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button, IconButton } from '../../../kit/button.tsx'
import { CountryField } from '../../../kit/country-field.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { type FieldErrors, useForm } from '../../../kit/use-form.ts'
import { choiceOfReference, type OrganisationChoice } from '../../registry/find-organisations.ts'
import { OrganisationPicker } from '../../registry/organisation-picker.tsx'
import { StepFrame } from './step-frame.tsx'

interface NewHome {
  name: string
  country: string | null
  city: string
}

interface Homes {
  chosen: OrganisationChoice[]
  made: NewHome[]
}

const blank: NewHome = { name: '', country: null, city: '' }
const isBlank = (home: NewHome): boolean => home.name.trim() === '' && home.country === null && home.city.trim() === ''

interface HomeStepProps {
  onDone: () => void
  onRegistryFirst: () => void
}

export function HomeStep(props: HomeStepProps) {
  const { t } = useLingui()
  const homes = useCall(listHomes)
  const registry = useCall(getRegistryState)
  const error = homes.error ?? registry.error
  return (
    <StepFrame
      title={t`Whose agreements are kept here?`}
      text={
        <Trans>
          Your university, institute or ministry; several, if one office works for several. Everything that is recorded
          belongs to one of them, and roles can be given for each.
        </Trans>
      }
    >
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {homes.data && registry.data ? (
        <HomeForm
          {...props}
          known={homes.data.items.map(home => choiceOfReference(home)).filter(home => home !== null)}
          isRegistryEmpty={registry.data.organisations <= homes.data.items.length}
        />
      ) : (
        !error && <SkeletonText lines={5} />
      )}
    </StepFrame>
  )
}

interface HomeFormProps extends HomeStepProps {
  known: OrganisationChoice[]
  isRegistryEmpty: boolean
}

/** What is sent of organisations written by hand; empty boxes are left out. */
const newHomes = (made: readonly NewHome[]) =>
  made.flatMap(({ name, country, city }) =>
    country === null ? [] : [{ name: name.trim(), country, ...(city.trim() && { city: city.trim() }) }],
  )

function useHomeCheck() {
  const { t } = useLingui()
  return ({ chosen, made }: Homes): Record<string, string | undefined> => {
    const written = made.filter(home => !isBlank(home))
    if (chosen.length + written.length === 0) {
      const place = made.length > 0 ? 'made.0.name' : 'chosen'
      return { [place]: t`Choose or write at least one organisation.` }
    }
    return Object.fromEntries(
      made.flatMap((home, index) =>
        isBlank(home)
          ? []
          : [
              [`made.${index}.name`, home.name.trim() === '' ? t`Write the name.` : undefined],
              [`made.${index}.country`, home.country === null ? t`Choose the country.` : undefined],
            ],
      ),
    )
  }
}

function HomeForm({ known, isRegistryEmpty, onDone, onRegistryFirst }: HomeFormProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const save = useWrite(setHomes, { refreshes: [listHomes, getRegistryState] })
  const initial: Homes = { chosen: known, made: isRegistryEmpty && known.length === 0 ? [blank] : [] }
  const form = useForm({
    initial,
    draftKey: 'setup.homes',
    check: useHomeCheck(),
    onSubmit: async ({ chosen, made }) => {
      const create = newHomes(made)
      const body = { organisationIds: chosen.map(each => each.id), ...(create.length > 0 && { create }) }
      await save.mutateAsync({ body })
      await client.invalidateQueries({ queryKey: [getSession.path] })
      onDone()
    },
  })
  const { chosen, made } = form.values
  const setMade = (next: NewHome[]) => form.set({ made: next })
  return (
    <Form form={form} submitLabel={t`Save and go on`}>
      {isRegistryEmpty && <EmptyRegistryNotice onRegistryFirst={onRegistryFirst} />}
      <ChosenHomes
        chosen={chosen}
        fixed={known.map(each => each.id)}
        onRemove={id => form.set({ chosen: chosen.filter(each => each.id !== id) })}
      />
      {!isRegistryEmpty && (
        <OrganisationPicker
          label={chosen.length === 0 ? t`Find your organisation` : t`Find another one`}
          help={<Trans>In any language or script, by acronym or by identifier</Trans>}
          name="chosen"
          error={form.errors.chosen}
          value={null}
          onChange={choice =>
            choice && !chosen.some(each => each.id === choice.id) && form.set({ chosen: [...chosen, choice] })
          }
        />
      )}
      {made.map((home, index) => (
        <NewHomeFields
          // biome-ignore lint/suspicious/noArrayIndexKey: what is being written has no identity yet
          key={index}
          path={`made.${index}`}
          errors={form.errors}
          value={home}
          onChange={next => setMade(made.map((each, at) => (at === index ? next : each)))}
          onRemove={() => setMade(made.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button icon={<Plus aria-hidden className="size-4" />} onPress={() => setMade([...made, blank])}>
          {made.length > 0 || isRegistryEmpty ? t`Write another one` : t`Not in the registry: write it by hand`}
        </Button>
      </div>
    </Form>
  )
}

function EmptyRegistryNotice({ onRegistryFirst }: { onRegistryFirst: () => void }) {
  return (
    <Banner
      actions={
        <Button size="small" onPress={onRegistryFirst}>
          <Trans>Load the registry first</Trans>
        </Button>
      }
    >
      <Trans>
        The registry is still empty, so there is nothing to search. Write your organisation here, or load the official
        registry first.
      </Trans>
    </Banner>
  )
}

interface ChosenHomesProps {
  chosen: readonly OrganisationChoice[]
  /** Organisations that are home already; leaving is done on the page of the registry. */
  fixed: readonly string[]
  onRemove: (id: string) => void
}

function ChosenHomes({ chosen, fixed, onRemove }: ChosenHomesProps) {
  const { t } = useLingui()
  const { country } = useFormat()
  if (chosen.length === 0) return null
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {chosen.map(each => (
        <li key={each.id} className="flex min-h-13.5 items-center gap-3 px-4 py-2 text-sm">
          <span className="min-w-0 flex-1">
            <span className="block font-medium">
              <bdi>{each.label}</bdi>
            </span>
            <span className="block text-xs text-muted">
              {each.detail ?? (each.country ? country(each.country) : '')}
            </span>
          </span>
          {!fixed.includes(each.id) && (
            <IconButton label={t`Remove ${each.label}`} size="small" onPress={() => onRemove(each.id)}>
              <X aria-hidden className="size-3.5" />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  )
}

interface NewHomeFieldsProps {
  path: string
  errors: FieldErrors
  value: NewHome
  onChange: (value: NewHome) => void
  onRemove: () => void
}

function NewHomeFields({ path, errors, value, onChange, onRemove }: NewHomeFieldsProps) {
  const { t } = useLingui()
  const bind = <K extends keyof NewHome>(field: K) => ({
    name: `${path}.${field}`,
    error: errors[`${path}.${field}`],
    value: value[field],
    onChange: (next: NewHome[K]) => onChange({ ...value, [field]: next }),
  })
  return (
    <div className="flex gap-2 rounded-lg border border-line bg-surface p-4">
      <div className="flex min-w-0 flex-1 flex-col gap-4">
        <TextField label={t`Name, as it is written officially`} isRequired {...bind('name')} />
        <FormRow>
          <CountryField label={t`Country`} isRequired {...bind('country')} />
          <TextField label={t`City`} {...bind('city')} />
        </FormRow>
      </div>
      <IconButton label={t`Remove this organisation`} size="small" onPress={onRemove}>
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  )
}
