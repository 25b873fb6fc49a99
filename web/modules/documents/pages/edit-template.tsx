// Builds a new template out of clauses, or a new version of one.
import { useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { TemplateContent } from '#modules/documents/library/content.contract.ts'
import {
  changeTemplate,
  createTemplate,
  getTemplate,
  type TemplateView,
} from '#modules/documents/library/library.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form } from '../../../kit/form.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { type FormModel, useForm } from '../../../kit/use-form.ts'
import { type Library, MayNotWrite, useLibrary } from '../library/library-parts.tsx'
import { libraryRefreshes, reasonAgainst, useWordsOf, usualLanguages } from '../library/library-words.ts'
import { type KnownClause, PartFields } from '../library/part-fields.tsx'
import { firstPlace, PlaceSelect, placeIdOf, placeKey } from '../library/place-select.tsx'
import { useTemplateCheck } from '../library/template-check.ts'
import { type TemplateHead, TemplateHeadFields } from '../library/template-fields.tsx'

interface TemplateValues extends TemplateHead {
  parts: TemplateContent['parts']
  /** Names of the clauses, so that a draft that comes back can show them. */
  known: KnownClause[]
  note: string
}

const contentOf = ({ place: _, known: __, note: ___, ...content }: TemplateValues): TemplateContent => content

export function NewTemplatePage() {
  const { t } = useLingui()
  const library = useLibrary()
  const places = library?.places.filter(place => place.abilities.write === true)
  return (
    <Page>
      <PageHeader title={t`New template`} crumbs={[{ label: t`Clause library`, to: '/library' }]} />
      {!places && <SkeletonText lines={12} />}
      {places?.length === 0 && <MayNotWrite />}
      {places && places.length > 0 && <NewTemplateForm places={places} />}
    </Page>
  )
}

function NewTemplateForm({ places }: { places: Library['places'] }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const create = useWrite(createTemplate, { refreshes: libraryRefreshes })
  const form = useForm<TemplateValues>({
    initial: {
      ...{ place: placeKey(firstPlace(places)), title: {}, description: {}, kinds: [], prevailing: null },
      ...{ languages: [...usualLanguages], parts: [], known: [], note: '' },
    },
    draftKey: 'library.template.new',
    check: useTemplateCheck(),
    onSubmit: async values => {
      const { id } = await create.mutateAsync({
        body: { homeId: placeIdOf(values.place), content: contentOf(values) },
      })
      toast({ text: t`The template was saved as a draft.` })
      await navigate({ to: '/library/templates/$itemId', params: { itemId: id } } as never)
    },
  })
  return (
    <Form isWide form={form} submitLabel={t`Save template`} onCancel={() => void navigate({ to: '/library' } as never)}>
      {places.length > 1 && <PlaceSelect places={places} {...form.field('place')} />}
      <TemplateHeadFields form={form} />
      <Parts form={form} />
    </Form>
  )
}

function Parts({ form }: { form: FormModel<TemplateValues> }) {
  const { t } = useLingui()
  const { parts, known, place } = form.values
  return (
    <Section title={t`Clauses in order`}>
      <PartFields
        parts={parts}
        known={known}
        homeId={placeIdOf(place)}
        onChange={(nextParts, nextKnown) => form.set({ parts: nextParts, known: nextKnown })}
      />
    </Section>
  )
}

export function EditTemplatePage() {
  const { t } = useLingui()
  const { itemId } = useParams({ strict: false }) as { itemId: string }
  const { data, error } = useCall(getTemplate, { params: { id: itemId }, query: {} })
  const words = useWordsOf()
  const reason = reasonAgainst(data, 'write')
  return (
    <Page>
      <PageHeader
        title={t`A new version of the template`}
        crumbs={[
          { label: t`Templates`, to: '/library' },
          { label: data ? words(data.title) : '…', to: '/library/templates/$itemId', params: { itemId } },
        ]}
      />
      {error && !data && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={12} />}
      {data && reason && <Banner tone="warn">{reason}</Banner>}
      {data && !reason && <EditTemplateForm key={data.id} template={data} />}
    </Page>
  )
}

function EditTemplateForm({ template }: { template: TemplateView }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  // As the form began: what others saved since is refused by its version, not overwritten.
  const [{ id, version, homeId, content, clauses }] = useState(template)
  const leave = () => navigate({ to: '/library/templates/$itemId', params: { itemId: id } } as never)
  const save = useWrite(changeTemplate, { refreshes: libraryRefreshes })
  const form = useForm<TemplateValues>({
    initial: {
      ...{ ...content, place: placeKey(homeId), note: '' },
      known: clauses.map(({ id: clauseId, title, role, choices }) => ({ id: clauseId, title, role, choices })),
    },
    ...{ draftKey: `library.template.${id}`, version },
    check: useTemplateCheck(),
    onSubmit: async values => {
      const body = { version, content: contentOf(values), note: values.note.trim() || null }
      await save.mutateAsync({ params: { id }, body })
      toast({ text: t`A new version was saved.` })
      await leave()
    },
  })
  return (
    <Form isWide form={form} submitLabel={t`Save template`} onCancel={() => void leave()}>
      <TextField label={t`What changed`} {...form.field('note')} />
      <TemplateHeadFields form={form} />
      <Parts form={form} />
    </Form>
  )
}
