// Chooses organisations by typing a name in any script, a place or an identifier; adds one that the registry does not have.
import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Organisation } from '#modules/registry/organisation.contract.ts'
import { loadCatalogue } from '../../core/i18n.ts'
import { AsyncComboBox } from '../../kit/combo-box.tsx'
import type { FieldProps } from '../../kit/field-parts.tsx'
import { TagField } from '../../kit/tag-field.tsx'
import { type OrganisationChoice, type OrganisationSearch, useFindOrganisations } from './find-organisations.ts'

const NewOrganisationDialog = lazy(() =>
  import('./new-organisation-dialog.tsx').then(file => ({ default: file.NewOrganisationDialog })),
)

interface PickerProps extends FieldProps {
  search?: OrganisationSearch
  placeholder?: string
}

export interface OrganisationPickerProps extends PickerProps {
  value: OrganisationChoice | null
  onChange: (value: OrganisationChoice | null) => void
  /** Offers to add the typed name as a new organisation, which is then chosen. */
  mayCreate?: boolean
}

const everything: OrganisationSearch = {}

/** The page's module must load the texts of `registry`; where it does not, they come with the field. */
function useRegistryTexts(): void {
  const [, setLoaded] = useState(false)
  useEffect(() => {
    let isWanted = true
    loadCatalogue('registry').then(
      () => isWanted && setLoaded(true),
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [])
}

const choiceOf = (made: Organisation): OrganisationChoice => ({
  id: made.id,
  label: made.name,
  country: made.place.country,
})

/** One organisation or unit. */
export function OrganisationPicker(props: OrganisationPickerProps) {
  const { search = everything, mayCreate = false, onChange } = props
  const { t } = useLingui()
  const find = useFindOrganisations(search)
  const [newName, setNewName] = useState<string | null>(null)
  useRegistryTexts()
  return (
    <>
      <AsyncComboBox<OrganisationChoice>
        {...props}
        placeholder={props.placeholder ?? t`Name, place or identifier`}
        find={find}
        {...(mayCreate && { onCreate: { label: text => t`Add “${text}” as a new organisation`, create: setNewName } })}
      />
      {newName !== null && (
        // React carries the dialog's submit on to the form this field stands in, which must not be sent by it.
        <div className="contents" onSubmit={event => event.stopPropagation()}>
          <Suspense>
            <NewOrganisationDialog
              name={newName}
              country={search.country ?? null}
              onClose={() => setNewName(null)}
              onMade={made => {
                setNewName(null)
                onChange(choiceOf(made))
              }}
            />
          </Suspense>
        </div>
      )}
    </>
  )
}

export interface OrganisationsPickerProps extends PickerProps {
  value: readonly OrganisationChoice[]
  onChange: (value: OrganisationChoice[]) => void
}

/** Several organisations, as tags. */
export function OrganisationsPicker(props: OrganisationsPickerProps) {
  const { t } = useLingui()
  const find = useFindOrganisations(props.search ?? everything)
  useRegistryTexts()
  return <TagField {...props} placeholder={props.placeholder ?? t`Name, place or identifier`} find={find} />
}
