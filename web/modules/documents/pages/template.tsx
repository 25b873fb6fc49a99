// A template: its clauses in order, the text that comes of it, what it promises and asks, its versions.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type AgreementKind, agreementKindTerms } from '#modules/agreements/agreement.terms.ts'
import { getTemplate, type TemplateView } from '#modules/documents/library/library.contract.ts'
import { itemStateTerms, noticeTerms } from '#modules/documents/library/library.terms.ts'
import { previewTemplate } from '#modules/documents/library/template-text.contract.ts'
import { call } from '../../../core/api.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { readInteger, readList, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { LocalisedText } from '../../../kit/bdi.tsx'
import { Link } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { FormattedClause } from '../library/formatted-clause.tsx'
import { ItemActions, ItemStanding, VersionHistory } from '../library/item-actions.tsx'
import { LanguageChecks } from '../library/language-checks.tsx'
import { directionIn, stateTones, useWordsOf } from '../library/library-words.ts'
import { PromiseLine } from '../library/promise-words.tsx'
import { SideBySide } from '../library/side-by-side.tsx'
import { TemplateParts } from '../library/template-parts.tsx'

const readers = { version: readInteger, languages: readList }

export function TemplatePage() {
  const { t } = useLingui()
  const { itemId } = useParams({ strict: false }) as { itemId: string }
  const [{ version }] = useUrlState(readers)
  const { data, error } = useCall(getTemplate, { params: { id: itemId }, query: { ...(version && { version }) } })
  const term = useTerm()
  const words = useWordsOf()
  return (
    <Page>
      <PageHeader
        title={data ? words(data.content.title) || t`Template` : t`Template`}
        crumbs={[{ label: t`Clause library`, to: '/library' }]}
        status={data && <StatusDot tone={stateTones[data.state]}>{term(itemStateTerms[data.state])}</StatusDot>}
        subtitle={data && (data.homeName ?? t`The whole installation`)}
        actions={data && <ItemActions kind="template" item={data} />}
      />
      {error && !data && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={12} />}
      {data && <TemplateBody template={data} />}
    </Page>
  )
}

function TemplateBody({ template }: { template: TemplateView }) {
  const { t } = useLingui()
  const term = useTerm()
  const words = useWordsOf()
  const { list } = useFormat()
  const { kinds, description } = template.content
  const kindWords = kinds.map(kind =>
    kind in agreementKindTerms ? term(agreementKindTerms[kind as AgreementKind]) : kind,
  )
  return (
    <>
      <ItemStanding kind="template" item={template} />
      <p className="mb-5 max-w-prose text-muted">
        <bdi>{words(description)}</bdi> {list(kindWords) || t`For any kind of agreement`}
      </p>
      <Section title={t`Clauses in order`}>
        <TemplateParts template={template} />
      </Section>
      {template.content.parts.length > 0 && <Preview template={template} />}
      <VersionHistory kind="template" item={template} />
    </>
  )
}

function Preview({ template }: { template: TemplateView }) {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const known = template.content.languages
  const chosen = (url.languages ?? known).filter(language => known.includes(language)).slice(0, 3)
  const languages = chosen.length > 0 ? chosen : known.slice(0, 3)
  const { data, error } = useQuery({
    queryKey: [getTemplate.path, 'preview', template.id, template.version, languages],
    queryFn: ({ signal }) => call(previewTemplate, { params: { id: template.id }, body: { languages }, signal }),
  })
  return (
    <>
      <Section
        title={t`What comes of it`}
        actions={
          known.length > 1 && (
            <LanguageChecks
              languages={known}
              chosen={languages}
              onChange={next => change({ languages: next.length === known.length ? undefined : next })}
            />
          )
        }
      >
        {error && !data && <Banner tone="bad">{sentenceFor(error)}</Banner>}
        {!data && !error && <SkeletonText lines={12} />}
        {data && <PreviewText preview={data} />}
      </Section>
      {data && <PreviewFacts preview={data} />}
    </>
  )
}

type PreviewOf = Awaited<ReturnType<typeof call<typeof previewTemplate>>>

function PreviewText({ preview }: { preview: PreviewOf }) {
  const term = useTerm()
  const { text, notices } = preview
  return (
    <div className="flex flex-col divide-y divide-line border-y border-line">
      <div className="py-4">
        <SideBySide languages={text.languages} showsNames>
          {language => (
            <p lang={language} dir={directionIn(language)} className="text-start text-lg font-semibold">
              {text.title[language]}
            </p>
          )}
        </SideBySide>
      </div>
      {text.clauses.map(clause => (
        <div key={clause.id} className="py-4">
          <SideBySide languages={text.languages}>
            {language => <FormattedClause language={language} version={clause.versions[language]!} />}
          </SideBySide>
          {notices
            .filter(notice => notice.clauseId === clause.id)
            .map(notice => (
              <p key={notice.kind} className="mt-2 text-sm text-warn">
                {term(noticeTerms[notice.kind])}
              </p>
            ))}
        </div>
      ))}
    </div>
  )
}

function PreviewFacts({ preview }: { preview: PreviewOf }) {
  const { t } = useLingui()
  const words = useWordsOf()
  const { promises, variables, choices } = preview
  const question = (key: string | null) => words(variables.find(one => one.key === key)?.question)
  return (
    <>
      <Section title={t`What it promises`}>
        {promises.length === 0 && (
          <Banner tone="warn">
            <Trans>This template promises nothing that can be measured.</Trans>
          </Banner>
        )}
        <div className="divide-y divide-line">
          {promises.map(promise => (
            <PromiseLine
              key={JSON.stringify(promise)}
              promise={promise}
              question={question(promise.quantityVariable)}
            />
          ))}
        </div>
      </Section>
      <Section title={t`What is asked`}>
        <ul className="divide-y divide-line border-y border-line text-sm">
          {choices.map(choice => (
            <li key={choice.clauseId} className="py-2">
              <LocalisedText texts={choice.title} className="font-medium" />
              <ul className="text-muted">
                {choice.choices.map(one => (
                  <li key={one.key}>
                    {one.key.toUpperCase()} · <LocalisedText texts={one.when} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
          {variables.map(variable => (
            <li key={variable.key} className="py-2">
              <LocalisedText texts={variable.question} />
            </li>
          ))}
        </ul>
        <p className="mt-3 text-sm">
          <Link to="/library/clauses">{t`All clauses`}</Link>
        </p>
      </Section>
    </>
  )
}
