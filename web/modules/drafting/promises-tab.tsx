// What the draft promises, on one page: every promise with its clause, and a warning when nothing can be measured.
import { Trans, useLingui } from '@lingui/react/macro'
import type { DraftView } from '#modules/drafting/draft.contract.ts'
import { clauseRoleTerms } from '#modules/drafting/draft.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { useReader } from '../../core/reader.ts'
import { Banner } from '../../kit/banner.tsx'
import { SkeletonText } from '../../kit/skeleton.tsx'
import { clauseLabel, numbersOf } from './clause-words.ts'
import { PromiseLine, useProposed } from './promise-line.tsx'

export function PromisesTab({ view }: { view: DraftView }) {
  const { t } = useLingui()
  const { language } = useReader()
  const term = useTerm()
  const proposed = useProposed(view.agreement.id)
  const { text, promises } = view.draft!
  if (!proposed) return <SkeletonText lines={6} />
  const clauseOf = new Map(promises.map(one => [one.commitmentId, one.clauseId]))
  const numbers = numbersOf(text.clauses)
  const shownIn = text.languages.includes(language) ? language : text.languages[0]!
  const groups = text.clauses.flatMap(clause => {
    const own = proposed.filter(one => clauseOf.get(one.id) === clause.id)
    return own.length > 0 ? { clause, own } : []
  })
  const rest = proposed.filter(one => !text.clauses.some(clause => clause.id === clauseOf.get(one.id)))
  const headingOf = (clause: (typeof text.clauses)[number]) =>
    clause.versions[shownIn]?.heading.map(run => run.text).join('') ?? ''
  const isMeasured = proposed.some(one => one.quantity !== null)
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      {!isMeasured && (
        <Banner
          tone="warn"
          title={
            proposed.length === 0
              ? t`This draft promises nothing yet`
              : t`This draft promises nothing that can be measured`
          }
        >
          <Trans>
            Nobody will be able to say whether it was kept. Open a clause and say who owes whom what, how much and how
            often.
          </Trans>
        </Banner>
      )}
      {groups.map(({ clause, own }) => (
        <section key={clause.id}>
          <h2 className="mb-1 text-sm font-medium">
            <bdi lang={shownIn}>
              {clauseLabel(clause.role, numbers.get(clause.id) ?? null, shownIn) || term(clauseRoleTerms[clause.role])}
              {headingOf(clause) && ` · ${headingOf(clause)}`}
            </bdi>
          </h2>
          <ul className="divide-y divide-line border-y border-line">
            {own.map(commitment => (
              <li key={commitment.id} className="py-2">
                <PromiseLine commitment={commitment} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {rest.length > 0 && (
        <section>
          <h2 className="mb-1 text-sm font-medium">{t`In no clause of this text`}</h2>
          <p className="mb-1 text-xs text-muted">
            <Trans>These are proposed for the agreement; tie each to the clause that says so, or end it.</Trans>
          </p>
          <ul className="divide-y divide-line border-y border-line">
            {rest.map(commitment => (
              <li key={commitment.id} className="py-2">
                <PromiseLine commitment={commitment} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
