// The roles of a person in a form: each with what it may do and where it holds.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { Button, IconButton } from '../../kit/button.tsx'
import { ComboBox } from '../../kit/combo-box.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { FormRow } from '../../kit/form.tsx'
import { Select } from '../../kit/select.tsx'
import { type Role, roles, useRoleWords } from './role-words.ts'
import { everywhere, useScopes } from './scopes.ts'

export interface GrantValue {
  role: Role
  scopeId: string | null
  validFrom?: string | null
  validUntil?: string | null
}

export const firstGrant: GrantValue = { role: 'officer', scopeId: null }

interface GrantFieldsProps {
  value: readonly GrantValue[]
  onChange: (value: GrantValue[]) => void
  error?: string | undefined
}

export function GrantFields({ value, onChange, error }: GrantFieldsProps) {
  const { t } = useLingui()
  const replace = (index: number, grant: GrantValue) => onChange(value.map((each, at) => (at === index ? grant : each)))
  return (
    <div className="flex flex-col gap-4" data-field="grants">
      {value.map((grant, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grants have no identity before they are saved
        <div key={index} className="flex gap-2 rounded-lg border border-line bg-surface p-4">
          <div className="min-w-0 flex-1">
            <OneGrant value={grant} onChange={next => replace(index, next)} />
          </div>
          {value.length > 1 && (
            <IconButton
              label={t`Remove this role`}
              size="small"
              onPress={() => onChange(value.filter((_, at) => at !== index))}
            >
              <Trash2 aria-hidden className="size-3.5" />
            </IconButton>
          )}
        </div>
      ))}
      {value.length === 0 && (
        <p className="text-sm text-muted">
          <Trans>Without a role this person can sign in and sees nothing.</Trans>
        </p>
      )}
      {error && <p className="text-xs text-bad">{error}</p>}
      <div>
        <Button size="small" icon={<Plus className="size-3.5" />} onPress={() => onChange([...value, firstGrant])}>
          {value.length === 0 ? t`Add a role` : t`Add a role elsewhere`}
        </Button>
      </div>
    </div>
  )
}

function OneGrant({ value, onChange }: { value: GrantValue; onChange: (value: GrantValue) => void }) {
  const { t } = useLingui()
  const words = useRoleWords()
  const { choices } = useScopes()
  const isAdministrator = value.role === 'administrator'
  return (
    <div className="flex flex-col gap-4">
      <Select<Role>
        label={t`Role`}
        help={words.sentence(value.role)}
        choices={roles.map(role => ({ id: role, label: words.name(role), detail: words.sentence(role) }))}
        value={value.role}
        onChange={role => onChange({ ...value, role, scopeId: role === 'administrator' ? null : value.scopeId })}
      />
      <ComboBox
        label={t`Where`}
        choices={choices}
        value={value.scopeId ?? everywhere}
        onChange={id => onChange({ ...value, scopeId: id === everywhere ? null : id })}
        isDisabled={isAdministrator}
        help={
          isAdministrator ? (
            <Trans>Administrators administer the whole installation.</Trans>
          ) : (
            <Trans>A home organisation or one of its units; units below it are included.</Trans>
          )
        }
      />
      <FormRow>
        <DateField
          label={t`From`}
          help={t`Empty: at once`}
          value={value.validFrom ?? null}
          max={value.validUntil ?? null}
          onChange={validFrom => onChange({ ...value, validFrom })}
        />
        <DateField
          label={t`Until`}
          help={t`Empty: without end; the day itself is included`}
          value={value.validUntil ?? null}
          min={value.validFrom ?? null}
          onChange={validUntil => onChange({ ...value, validUntil })}
        />
      </FormRow>
    </div>
  )
}
