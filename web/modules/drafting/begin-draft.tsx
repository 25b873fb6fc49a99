// Begins a draft: in which languages, and from what.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { PenLine } from 'lucide-react'
import { listPortfolio } from '#modules/agreements/portfolio.contract.ts'
import { listTemplates } from '#modules/documents/library/library.contract.ts'
import { beginDraft, type DraftView, getDraft } from '#modules/drafting/draft.contract.ts'
import { useFormat } from '../../core/format.ts'
import { languageCodes } from '../../core/language-codes.ts'
import { pickText } from '../../core/localised-text.ts'
import { callOptions, useWrite } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { ComboBox } from '../../kit/combo-box.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Form } from '../../kit/form.tsx'
import { MultiSelect } from '../../kit/multi-select.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { Select } from '../../kit/select.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { useForm } from '../../kit/use-form.ts'
import { useLanguageNames } from './clause-words.ts'

type Origin = 'template' | 'empty' | 'text' | 'agreement'

interface Values {
  languages: string[]
  prevailing: string
  origin: Origin
  text0: string
  text1: string
  text2: string
  fromAgreementId: string | null
  templateId: string | null
}

export function BeginDraft({ view }: { view: DraftView }) {
  const { t } = useLingui()
  if (view.right !== 'edit')
    return (
      <EmptyState icon={<PenLine />} title={t`Nobody has begun this draft yet`}>
        <Trans>As soon as an officer begins it, the text stands here.</Trans>
      </EmptyState>
    )
  return <BeginForm view={view} />
}

/** The languages that the agreement has a title in come first. */
const usual = ['en', 'fa', 'ru']

function BeginForm({ view }: { view: DraftView }) {
  const { t } = useLingui()
  const named = useLanguageNames()
  const begin = useWrite(beginDraft, { refreshes: [getDraft] })
  const titled = usual.filter(code => view.agreement.title[code])
  const form = useForm<Values>({
    initial: {
      ...{ languages: titled.length > 0 ? titled : ['en'], prevailing: 'none', origin: 'empty' },
      ...{ text0: '', text1: '', text2: '', fromAgreementId: null, templateId: null },
    },
    draftKey: `draft.begin.${view.agreement.id}`,
    check: values => ({
      languages:
        values.languages.length === 0 || values.languages.length > 3
          ? t`Choose one, two or three languages.`
          : undefined,
      fromAgreementId:
        values.origin === 'agreement' && !values.fromAgreementId
          ? t`Choose the agreement to take the text from.`
          : undefined,
      templateId: values.origin === 'template' && !values.templateId ? t`Choose a template.` : undefined,
    }),
    onSubmit: async values => {
      const { languages, origin } = values
      const texts = Object.fromEntries(languages.map((language, at) => [language, textAt(values, at)]))
      await begin.mutateAsync({
        params: { id: view.agreement.id },
        body: {
          languages,
          prevailing: languages.includes(values.prevailing) ? values.prevailing : null,
          ...(origin === 'text' && { texts }),
          ...(origin === 'template' && { templateId: values.templateId }),
          ...(origin === 'agreement' && { fromAgreementId: values.fromAgreementId }),
        },
      })
    },
  })
  const { languages, origin } = form.values
  const codes = [...new Set([...usual, ...languageCodes])]
  return (
    <div className="max-w-3xl">
      <Form form={form} submitLabel={t`Begin the draft`}>
        <MultiSelect
          label={t`Languages of the text`}
          help={t`They stand side by side, in this order.`}
          isRequired
          choices={codes.map(id => ({ id, label: named(id) }))}
          {...form.field('languages')}
        />
        <Select
          label={t`Which language prevails`}
          choices={[
            { id: 'none', label: t`None: all are equally authentic` },
            ...languages.map(id => ({ id, label: named(id) })),
          ]}
          {...form.field('prevailing')}
        />
        <RadioGroup<Origin>
          label={t`Begin from`}
          choices={[
            { id: 'template', label: t`A template of the library` },
            { id: 'empty', label: t`An empty text` },
            { id: 'text', label: t`Text that I paste` },
            { id: 'agreement', label: t`The draft of another agreement` },
          ]}
          {...form.field('origin')}
        />
        {origin === 'text' &&
          languages
            .slice(0, 3)
            .map((language, at) => (
              <TextArea
                key={language}
                label={t`Text: ${named(language)}`}
                help={
                  at === 0 ? t`Numbered articles become clauses; languages are lined up article by article.` : undefined
                }
                rows={8}
                language={language}
                {...form.field(at === 0 ? 'text0' : at === 1 ? 'text1' : 'text2')}
              />
            ))}
        {origin === 'template' && <FromTemplate field={form.field('templateId')} />}
        {origin === 'agreement' && <FromAgreement view={view} field={form.field('fromAgreementId')} />}
      </Form>
    </div>
  )
}

const textAt = (values: Values, at: number): string =>
  at === 0 ? values.text0 : at === 1 ? values.text1 : values.text2

interface FromField {
  value: string | null
  onChange: (value: string | null) => void
}

function FromTemplate({ field }: { field: FromField }) {
  const { t } = useLingui()
  const { reader } = useFormat()
  const { data, error } = useQuery(callOptions(listTemplates, { query: { state: 'approved', limit: 200 } }))
  if (error) return <Banner tone="bad">{t`The templates could not be read.`}</Banner>
  if (data && data.items.length === 0)
    return (
      <Banner tone="info">
        <Trans>
          The library has no approved template yet. Under “Templates” an administrator can take over a start set.
        </Trans>
      </Banner>
    )
  return (
    <ComboBox
      label={t`Template`}
      help={t`Its clauses come with the names of the parties; what they promise is proposed as commitments.`}
      isRequired
      choices={(data?.items ?? []).map(item => ({
        id: item.id,
        label: pickText(item.title, reader.language)?.text ?? '',
      }))}
      {...field}
    />
  )
}

function FromAgreement({ view, field }: { view: DraftView; field: FromField }) {
  const { t } = useLingui()
  const { data, error } = useQuery(callOptions(listPortfolio, { query: { limit: 200 } }))
  if (error) return <Banner tone="bad">{t`The agreements could not be read.`}</Banner>
  const others = (data?.items ?? []).filter(item => item.id !== view.agreement.id)
  return (
    <ComboBox
      label={t`Agreement`}
      isRequired
      choices={others.map(item => ({ id: item.id, label: item.title }))}
      {...field}
    />
  )
}
