// The clauses of a template in their order, each with its state and the wording that is settled.
import { useLingui } from '@lingui/react/macro'
import type { TemplateView } from '#modules/documents/library/library.contract.ts'
import { clauseRoleTerms, itemStateTerms } from '#modules/documents/library/library.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { LocalisedText } from '../../../kit/bdi.tsx'
import { Link } from '../../../kit/link.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { stateTones } from './library-words.ts'

export function TemplateParts({ template: { content, clauses } }: { template: TemplateView }) {
  const { t } = useLingui()
  const term = useTerm()
  const byId = new Map(clauses.map(clause => [clause.id, clause]))
  return (
    <ol className="divide-y divide-line border-y border-line text-sm">
      {content.parts.map(part => {
        const clause = byId.get(part.clauseId)
        const settled = part.alternative ?? (clause && clause.choices.length > 1 ? t`to be chosen` : null)
        return (
          <li key={part.clauseId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-60">
              {clause ? (
                <Link to="/library/clauses/$itemId" params={{ itemId: clause.id }}>
                  <LocalisedText texts={clause.title} />
                </Link>
              ) : (
                t`A clause that you may not see`
              )}
              {settled && (
                <span className="text-muted">
                  {' · '}
                  {part.alternative ? t`Wording ${settled.toUpperCase()}` : settled}
                </span>
              )}
            </span>
            <span className="text-muted">{term(clauseRoleTerms[part.role])}</span>
            {clause && clause.state !== 'approved' && (
              <StatusDot tone={stateTones[clause.state]}>{term(itemStateTerms[clause.state])}</StatusDot>
            )}
          </li>
        )
      })}
    </ol>
  )
}
