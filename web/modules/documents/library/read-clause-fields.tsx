// The clauses that were read from a file, each to be corrected, joined with the one above, or removed.
import { useLingui } from '@lingui/react/macro'
import { Merge } from 'lucide-react'
import type { ReadClause } from '#modules/documents/library/library.contract.ts'
import { clauseRoles, clauseRoleTerms } from '#modules/documents/library/library.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Button } from '../../../kit/button.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { joinClauses } from './join-clauses.ts'
import { ListButtons } from './list-buttons.tsx'
import { SideBySide } from './side-by-side.tsx'

interface ReadClauseFieldsProps {
  clauses: ReadClause[]
  languages: readonly string[]
  onChange: (clauses: ReadClause[]) => void
}

export function ReadClauseFields({ clauses, languages, onChange }: ReadClauseFieldsProps) {
  const { t } = useLingui()
  const term = useTerm()
  const { languageName, number } = useFormat()
  return (
    <ol className="flex flex-col gap-6">
      {clauses.map((clause, at) => {
        const name = t`Clause ${number(at + 1)}`
        const set = (change: Partial<ReadClause>) => onChange(clauses.with(at, { ...clause, ...change }))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a clause that was read has no name yet, and its fields hold no state
          <li key={at} className="flex flex-col gap-3 border-t border-line pt-4">
            <div className="flex flex-wrap items-center gap-3">
              <span className="text-sm font-medium">{name}</span>
              <Select
                label={t`Place in the text: ${name}`}
                hidesLabel
                className="w-44"
                choices={clauseRoles.map(role => ({ id: role, label: term(clauseRoleTerms[role]) }))}
                value={clause.role}
                onChange={role => set({ role })}
              />
              {at > 0 && (
                <Button
                  size="small"
                  variant="quiet"
                  icon={<Merge aria-hidden className="size-4" />}
                  onPress={() => onChange(joinClauses(clauses, at))}
                >
                  {t`Join with the one above`}
                </Button>
              )}
              <ListButtons label={name} items={clauses} at={at} onChange={onChange} />
            </div>
            <SideBySide languages={languages}>
              {language => {
                const written = clause.versions[language] ?? { heading: '', body: '' }
                const write = (change: Partial<typeof written>) =>
                  set({ versions: { ...clause.versions, [language]: { ...written, ...change } } })
                return (
                  <div className="flex flex-col gap-2">
                    <TextField
                      label={t`Heading · ${languageName(language)}`}
                      language={language}
                      value={written.heading}
                      onChange={heading => write({ heading })}
                    />
                    <TextArea
                      label={t`Words · ${languageName(language)}`}
                      language={language}
                      rows={4}
                      value={written.body}
                      onChange={body => write({ body })}
                    />
                  </div>
                )
              }}
            </SideBySide>
          </li>
        )
      })}
    </ol>
  )
}
