// The builder of a template: clauses are found by their words, put in order, and given their place and wording.
import { Trans, useLingui } from '@lingui/react/macro'
import type { TemplatePart } from '#modules/documents/library/content.contract.ts'
import { type ClauseCard, listClauses } from '#modules/documents/library/library.contract.ts'
import { clauseRoles, clauseRoleTerms } from '#modules/documents/library/library.terms.ts'
import { call } from '../../../core/api.ts'
import { useTerm } from '../../../core/i18n.ts'
import { AsyncComboBox } from '../../../kit/combo-box.tsx'
import { Select } from '../../../kit/select.tsx'
import { useWordsOf } from './library-words.ts'
import { ListButtons } from './list-buttons.tsx'

export type KnownClause = Pick<ClauseCard, 'id' | 'title' | 'role' | 'choices'>

interface FoundClause extends KnownClause {
  label: string
  detail: string
}

interface PartFieldsProps {
  parts: TemplatePart[]
  known: readonly KnownClause[]
  /** Which library the template stands in; clauses of others are not offered. */
  homeId: string | null
  onChange: (parts: TemplatePart[], known: KnownClause[]) => void
}

const open = 'open'

export function PartFields({ parts, known, homeId, onChange }: PartFieldsProps) {
  const { t } = useLingui()
  const term = useTerm()
  const words = useWordsOf()
  const find = async (q: string, signal: AbortSignal): Promise<FoundClause[]> => {
    const { items } = await call(listClauses, { query: { q, limit: 50 }, signal })
    return items
      .filter(item => item.homeId === null || item.homeId === homeId)
      .filter(item => !parts.some(part => part.clauseId === item.id))
      .map(item => ({
        ...{ id: item.id, title: item.title, role: item.role, choices: item.choices },
        ...{ label: words(item.title), detail: term(clauseRoleTerms[item.role]) },
      }))
  }
  const byId = new Map(known.map(clause => [clause.id, clause]))
  return (
    <div className="flex flex-col gap-4" data-field="content.parts">
      <ol className="divide-y divide-line border-y border-line empty:hidden">
        {parts.map((part, at) => {
          const clause = byId.get(part.clauseId)
          const name = words(clause?.title) || t`A clause that you may not see`
          const set = (change: Partial<TemplatePart>) => onChange(parts.with(at, { ...part, ...change }), [...known])
          return (
            <li key={part.clauseId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
              <span className="min-w-0 flex-1 basis-60 text-sm font-medium">
                <bdi>{name}</bdi>
              </span>
              <Select
                label={t`Place in the text: ${name}`}
                hidesLabel
                className="w-44"
                choices={clauseRoles.map(role => ({ id: role, label: term(clauseRoleTerms[role]) }))}
                value={part.role}
                onChange={role => set({ role })}
              />
              {clause && clause.choices.length > 1 && (
                <Select<string>
                  label={t`Wording: ${name}`}
                  hidesLabel
                  className="w-52"
                  choices={[
                    { id: open, label: t`Chosen while drafting` },
                    ...clause.choices.map(({ key, when }) => ({
                      id: key,
                      label: words(when) ? `${key.toUpperCase()} · ${words(when)}` : t`Wording ${key.toUpperCase()}`,
                    })),
                  ]}
                  value={part.alternative ?? open}
                  onChange={key => set({ alternative: key === open ? null : key })}
                />
              )}
              <ListButtons label={name} items={parts} at={at} onChange={next => onChange(next, [...known])} />
            </li>
          )
        })}
      </ol>
      <AsyncComboBox<FoundClause>
        key={parts.length}
        label={t`Add a clause`}
        help={<Trans>Search by words of the clause in any language.</Trans>}
        value={null}
        find={find}
        onChange={clause => {
          if (!clause) return
          const part = { clauseId: clause.id, role: clause.role, alternative: null }
          onChange([...parts, part], [...known.filter(one => one.id !== clause.id), clause])
        }}
      />
    </div>
  )
}
