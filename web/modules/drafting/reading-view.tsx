// The draft for those who read it: the text without suggestions, its languages side by side, and no editor.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { DraftText, DraftView } from '#modules/drafting/draft.contract.ts'
import { clauseRoleTerms } from '#modules/drafting/draft.terms.ts'
import type { DraftBlock } from '#modules/drafting/draft-form.states.ts'
import { useTerm } from '../../core/i18n.ts'
import { CellText } from './cell-text.tsx'
import { clauseLabel, directionFor, numbersOf, useLanguageNames } from './clause-words.ts'
import { columns } from './columns.ts'

type Version = DraftText['clauses'][number]['versions'][string]

const blocksOf = (version: Version | undefined): DraftBlock[] => {
  if (!version) return []
  const heading = { kind: 'heading', ordered: false, depth: 0, runs: version.heading } as DraftBlock
  const rest = version.blocks.map(block => ({ ordered: false, depth: 0, ...block }) as DraftBlock)
  return version.heading.length > 0 ? [heading, ...rest] : rest
}

export function ReadingView({ view }: { view: DraftView }) {
  const { t } = useLingui()
  const term = useTerm()
  const named = useLanguageNames()
  const draft = view.draft!
  const { languages, prevailing, title, clauses } = draft.text
  const numbers = numbersOf(clauses)
  return (
    <article className="rounded-lg border border-line bg-surface">
      <div className={`${columns(languages.length)} border-b border-line px-4 py-3`}>
        {languages.map(language => (
          <div key={language} lang={language} dir={directionFor(language)}>
            <p className="text-xs text-muted">
              {named(language)}
              {prevailing === language && ` · ${t`prevails`}`}
            </p>
            <h2 className="text-lg font-semibold">{title[language]}</h2>
          </div>
        ))}
      </div>
      {draft.openSuggestions > 0 && (
        <p className="border-b border-line px-4 py-2 text-sm text-muted">
          <Plural
            value={draft.openSuggestions}
            one="# suggestion is not decided yet and not shown here."
            other="# suggestions are not decided yet and not shown here."
          />
        </p>
      )}
      {clauses.map(clause => (
        <section key={clause.id} className="draft-row border-b border-line px-4 py-3 last:border-b-0">
          <h3 className="mb-1 text-xs font-medium text-muted">{term(clauseRoleTerms[clause.role])}</h3>
          <div className={columns(languages.length)}>
            {languages.map(language => (
              <div key={language} lang={language} dir={directionFor(language)} className="draft-cell min-w-0">
                <p className="text-xs text-muted">
                  {clauseLabel(clause.role, numbers.get(clause.id) ?? null, language)}
                </p>
                <CellText blocks={blocksOf(clause.versions[language])} />
              </div>
            ))}
          </div>
        </section>
      ))}
      {clauses.length === 0 && (
        <p className="px-4 py-6 text-sm text-muted">
          <Trans>This text has no clauses yet.</Trans>
        </p>
      )}
    </article>
  )
}
