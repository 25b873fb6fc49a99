// Writes a new clause, or a new version of one.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { type ClauseView, changeClause, createClause, getClause } from '#modules/documents/library/library.contract.ts'
import { clauseRoles, clauseRoleTerms } from '#modules/documents/library/library.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { Select } from '../../../kit/select.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { type FormModel, useForm } from '../../../kit/use-form.ts'
import { AlternativeFields } from '../library/alternative-fields.tsx'
import { type ClauseValues, contentOf, emptyClause, unasked, valuesOfClause } from '../library/clause-values.ts'
import { LanguageSelect } from '../library/language-select.tsx'
import { type Library, MayNotWrite, useLibrary } from '../library/library-parts.tsx'
import { libraryRefreshes, reasonAgainst, useWordsOf } from '../library/library-words.ts'
import { LocalisedFields } from '../library/localised-fields.tsx'
import { firstPlace, PlaceSelect, placeIdOf } from '../library/place-select.tsx'
import { VariableFields } from '../library/variable-fields.tsx'

export function NewClausePage() {
  const { t } = useLingui()
  const library = useLibrary()
  const places = library?.places.filter(place => place.abilities.write === true)
  return (
    <Page>
      <PageHeader
        title={t`New clause`}
        crumbs={[
          { label: t`Clause library`, to: '/library' },
          { label: t`Clauses`, to: '/library/clauses' },
        ]}
      />
      {!places && <SkeletonText lines={12} />}
      {places?.length === 0 && <MayNotWrite />}
      {places && places.length > 0 && <NewClauseForm places={places} />}
    </Page>
  )
}

function useCheck() {
  const { t } = useLingui()
  return (values: ClauseValues) => ({
    title: Object.values(values.title).some(text => text.trim()) ? undefined : t`Give the clause a name.`,
    languages: values.languages.length === 0 ? t`Choose at least one language.` : undefined,
  })
}

function NewClauseForm({ places }: { places: Library['places'] }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const create = useWrite(createClause, { refreshes: libraryRefreshes })
  const form = useForm({
    initial: emptyClause(firstPlace(places)),
    draftKey: 'library.clause.new',
    check: useCheck(),
    onSubmit: async values => {
      const { id } = await create.mutateAsync({
        body: { homeId: placeIdOf(values.place), content: contentOf(values) },
      })
      toast({ text: t`The clause was saved as a draft.` })
      await navigate({ to: '/library/clauses/$itemId', params: { itemId: id } } as never)
    },
  })
  return (
    <Form
      isWide
      form={form}
      submitLabel={t`Save clause`}
      onCancel={() => void navigate({ to: '/library/clauses' } as never)}
    >
      <ClauseFields form={form}>
        {places.length > 1 && <PlaceSelect places={places} {...form.field('place')} />}
      </ClauseFields>
    </Form>
  )
}

export function EditClausePage() {
  const { t } = useLingui()
  const { itemId } = useParams({ strict: false }) as { itemId: string }
  const { data, error } = useCall(getClause, { params: { id: itemId }, query: {} })
  const words = useWordsOf()
  const reason = reasonAgainst(data, 'write')
  return (
    <Page>
      <PageHeader
        title={t`A new version of the clause`}
        crumbs={[
          { label: t`Clauses`, to: '/library/clauses' },
          { label: data ? words(data.title) : '…', to: '/library/clauses/$itemId', params: { itemId } },
        ]}
      />
      {error && !data && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={12} />}
      {data && reason && <Banner tone="warn">{reason}</Banner>}
      {data && !reason && <EditClauseForm key={data.id} clause={data} />}
    </Page>
  )
}

function EditClauseForm({ clause }: { clause: ClauseView }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  // As the form began: what others saved since is refused by its version, not overwritten.
  const [{ id, version, homeId, content }] = useState(clause)
  const leave = () => navigate({ to: '/library/clauses/$itemId', params: { itemId: id } } as never)
  const save = useWrite(changeClause, { refreshes: libraryRefreshes })
  const form = useForm({
    initial: valuesOfClause(homeId, content),
    ...{ draftKey: `library.clause.${id}`, version },
    check: useCheck(),
    onSubmit: async values => {
      const body = { version, content: contentOf(values), note: values.note.trim() || null }
      await save.mutateAsync({ params: { id }, body })
      toast({ text: t`A new version was saved.` })
      await leave()
    },
  })
  return (
    <Form isWide form={form} submitLabel={t`Save clause`} onCancel={() => void leave()}>
      <ClauseFields form={form}>
        <TextField label={t`What changed`} {...form.field('note')} />
      </ClauseFields>
    </Form>
  )
}

function ClauseFields({ form, children }: { form: FormModel<ClauseValues>; children: ReactNode }) {
  const { t } = useLingui()
  const term = useTerm()
  const { values, set } = form
  const { languages } = values
  return (
    <>
      <FormRow>
        <Select
          label={t`Place in the text`}
          choices={clauseRoles.map(role => ({ id: role, label: term(clauseRoleTerms[role]) }))}
          {...form.field('role')}
        />
        <LanguageSelect {...form.field('languages')} />
      </FormRow>
      {children}
      <LocalisedFields label={t`Name in the library`} languages={languages} {...form.field('title')} />
      <LocalisedFields label={t`Guidance`} languages={languages} rows={2} {...form.field('guidance')} />
      <AlternativeFields
        alternatives={values.alternatives}
        variables={values.variables}
        languages={languages}
        onChange={alternatives => set({ alternatives })}
      />
      <Section title={<Trans>What is asked</Trans>}>
        <VariableFields
          variables={values.variables}
          languages={languages}
          missing={unasked(values)}
          onChange={variables => set({ variables })}
        />
      </Section>
    </>
  )
}
