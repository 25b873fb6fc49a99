// A clause of the library: its words in each language, what it asks, what it promises, its versions.
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { type ClauseView, getClause } from '#modules/documents/library/library.contract.ts'
import { clauseRoleTerms, itemStateTerms, variableKindTerms } from '#modules/documents/library/library.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { readInteger, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { LocalisedText } from '../../../kit/bdi.tsx'
import { Link } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { FormattedClause } from '../library/formatted-clause.tsx'
import { ItemActions, ItemStanding, VersionHistory } from '../library/item-actions.tsx'
import { stateTones, useWordsOf } from '../library/library-words.ts'
import { PromiseLine } from '../library/promise-words.tsx'
import { SideBySide } from '../library/side-by-side.tsx'

const readers = { version: readInteger }

export function ClausePage() {
  const { t } = useLingui()
  const { itemId } = useParams({ strict: false }) as { itemId: string }
  const [{ version }] = useUrlState(readers)
  const { data, error } = useCall(getClause, { params: { id: itemId }, query: { ...(version && { version }) } })
  const term = useTerm()
  const words = useWordsOf()
  return (
    <Page>
      <PageHeader
        title={data ? words(data.title) : t`Clause`}
        crumbs={[
          { label: t`Clause library`, to: '/library' },
          { label: t`Clauses`, to: '/library/clauses' },
        ]}
        status={data && <StatusDot tone={stateTones[data.state]}>{term(itemStateTerms[data.state])}</StatusDot>}
        subtitle={data && `${term(clauseRoleTerms[data.role])} · ${data.homeName ?? t`The whole installation`}`}
        actions={data && <ItemActions kind="clause" item={data} />}
      />
      {error && !data && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={12} />}
      {data && <ClauseBody clause={data} />}
    </Page>
  )
}

function ClauseBody({ clause }: { clause: ClauseView }) {
  const { t } = useLingui()
  const words = useWordsOf()
  const { content } = clause
  const guidance = words(content.guidance)
  return (
    <>
      <ItemStanding kind="clause" item={clause} />
      {guidance && (
        <p className="mb-5 max-w-prose text-muted">
          <bdi>{guidance}</bdi>
        </p>
      )}
      {content.alternatives.map((one, at) => (
        <Section
          key={one.key}
          title={content.alternatives.length > 1 ? t`Wording ${one.key.toUpperCase()}` : t`Wording`}
        >
          {words(one.when) && (
            <p className="mb-4 text-muted">
              <bdi>{words(one.when)}</bdi>
            </p>
          )}
          <SideBySide languages={Object.keys(one.versions)} showsNames>
            {language => <FormattedClause language={language} version={clause.formatted[at]!.versions[language]!} />}
          </SideBySide>
          {one.promises.length > 0 && (
            <div className="mt-5">
              <h3 className="text-sm font-medium">
                <Trans>Commitments that it makes</Trans>
              </h3>
              {one.promises.map(promise => (
                <PromiseLine
                  key={JSON.stringify(promise)}
                  promise={promise}
                  question={words(content.variables.find(each => each.key === promise.quantityVariable)?.question)}
                />
              ))}
            </div>
          )}
        </Section>
      ))}
      <Variables clause={clause} />
      {clause.usedIn.length > 0 && (
        <Section title={t`Templates that use it`}>
          <ul className="flex flex-col gap-2">
            {clause.usedIn.map(template => (
              <li key={template.id}>
                <Link to="/library/templates/$itemId" params={{ itemId: template.id }}>
                  <LocalisedText texts={template.title} />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <VersionHistory kind="clause" item={clause} />
    </>
  )
}

function Variables({ clause: { content } }: { clause: ClauseView }) {
  const { t } = useLingui()
  const term = useTerm()
  if (content.variables.length === 0) return null
  return (
    <Section title={t`What is asked`}>
      <ul className="divide-y divide-line border-y border-line text-sm">
        {content.variables.map(variable => (
          <li key={variable.key} className="flex flex-wrap gap-x-4 py-2">
            <span className="min-w-0 flex-1 basis-60">
              <LocalisedText texts={variable.question} />
            </span>
            <span className="text-muted">{term(variableKindTerms[variable.kind])}</span>
            <code className="text-xs text-muted" dir="ltr">{`{{${variable.key}}}`}</code>
          </li>
        ))}
      </ul>
    </Section>
  )
}
