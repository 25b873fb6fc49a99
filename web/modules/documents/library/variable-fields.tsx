// What a clause asks: the name that stands in its words, what kind of answer, the question in each language.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import type { ClauseVariable } from '#modules/documents/library/content.contract.ts'
import { variableKinds, variableKindTerms } from '#modules/documents/library/library.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { FormRow } from '../../../kit/form.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { ListButtons } from './list-buttons.tsx'
import { LocalisedFields } from './localised-fields.tsx'

interface VariableFieldsProps {
  variables: ClauseVariable[]
  languages: readonly string[]
  /** Names in the text that nobody asks for. */
  missing: readonly string[]
  onChange: (variables: ClauseVariable[]) => void
}

const asking = (key: string): ClauseVariable => ({ key, kind: 'text', question: {} })

export function VariableFields({ variables, languages, missing, onChange }: VariableFieldsProps) {
  const { t } = useLingui()
  const term = useTerm()
  return (
    <div className="flex flex-col gap-5" data-field="content.variables">
      {missing.length > 0 && (
        <Banner
          tone="warn"
          title={t`The words name what nobody asks for yet`}
          actions={missing.map(key => (
            <Button key={key} size="small" onPress={() => onChange([...variables, asking(key)])}>
              {t`Ask for ${key}`}
            </Button>
          ))}
        />
      )}
      {variables.map((variable, at) => {
        const set = (change: Partial<ClauseVariable>) => onChange(variables.with(at, { ...variable, ...change }))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the name is being typed, and the fields hold no state
          <fieldset key={at} className="flex flex-col gap-4 border-s-2 border-line ps-4">
            <legend className="sr-only">{variable.key}</legend>
            <FormRow>
              <TextField
                label={t({ message: 'Name in the text', context: 'variable' })}
                isCode
                value={variable.key}
                onChange={key => set({ key })}
              />
              <Select
                label={t`Kind of answer`}
                choices={variableKinds.map(kind => ({ id: kind, label: term(variableKindTerms[kind]) }))}
                value={variable.kind}
                onChange={kind => set({ kind })}
              />
            </FormRow>
            <LocalisedFields
              label={t`Question`}
              languages={languages}
              value={variable.question}
              onChange={question => set({ question })}
            />
            <ListButtons label={variable.key} items={variables} at={at} onChange={onChange} canMove={false} />
          </fieldset>
        )
      })}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden className="size-4" />}
          onPress={() => onChange([...variables, asking(`value_${variables.length + 1}`)])}
        >
          {t`Add a question`}
        </Button>
      </div>
      <p className="text-xs text-muted">
        <Trans>
          In the words a name stands between double braces. The same name in several clauses is asked for once.
        </Trans>
      </p>
    </div>
  )
}
