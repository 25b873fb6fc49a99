// A Word file becomes a template: it is read into clauses, corrected by a person, and only then kept.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import { createFromClauses, type ReadClause, readTemplateFile } from '#modules/documents/library/library.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { upload } from '../../../core/upload.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { FileDrop } from '../../../kit/file-drop.tsx'
import { Form } from '../../../kit/form.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { type Library, MayNotWrite, useLibrary } from '../library/library-parts.tsx'
import { libraryRefreshes } from '../library/library-words.ts'
import { firstPlace, PlaceSelect, placeIdOf, placeKey } from '../library/place-select.tsx'
import { ReadClauseFields } from '../library/read-clause-fields.tsx'
import { useTemplateCheck } from '../library/template-check.ts'
import { type TemplateHead, TemplateHeadFields } from '../library/template-fields.tsx'

type ReadFile = ResponseOf<typeof readTemplateFile>

export function UploadTemplatePage() {
  const { t } = useLingui()
  const library = useLibrary()
  const places = library?.places.filter(place => place.abilities.write === true)
  return (
    <Page>
      <PageHeader title={t`A template from a Word file`} crumbs={[{ label: t`Clause library`, to: '/library' }]} />
      {!places && <SkeletonText lines={8} />}
      {places?.length === 0 && <MayNotWrite />}
      {places && places.length > 0 && <Reading places={places} />}
    </Page>
  )
}

function Reading({ places }: { places: Library['places'] }) {
  const { t } = useLingui()
  const [file, setFile] = useState<ReadFile | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isReading, setReading] = useState(false)
  const read = async (chosen: File) => {
    setReading(true)
    setProblem(null)
    try {
      setFile(await upload(readTemplateFile, chosen, {}))
    } catch (error) {
      setProblem(sentenceFor(error))
    } finally {
      setReading(false)
    }
  }
  if (file) return <Correcting key={file.name} file={file} places={places} onBack={() => setFile(null)} />
  return (
    <div className="flex max-w-xl flex-col gap-4">
      {problem && <Banner tone="bad">{problem}</Banner>}
      {isReading ? (
        <SkeletonText lines={8} />
      ) : (
        <FileDrop
          label={t`Word file`}
          help={t`A .docx with numbered articles, in one language, in columns of two or three, or one language after the other. Nothing is kept before you save.`}
          accept={['.docx']}
          maxBytes={20 * 1024 * 1024}
          onFiles={([chosen]) => chosen && void read(chosen)}
        />
      )}
    </div>
  )
}

interface CorrectedValues extends TemplateHead {
  clauses: ReadClause[]
}

function Correcting({ file, places, onBack }: { file: ReadFile; places: Library['places']; onBack: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const create = useWrite(createFromClauses, { refreshes: libraryRefreshes })
  const form = useForm<CorrectedValues>({
    initial: {
      ...{ place: placeKey(firstPlace(places)), title: file.title, description: {}, kinds: [], prevailing: null },
      ...{ languages: file.languages, clauses: file.clauses },
    },
    draftKey: `library.upload.${file.name}`,
    check: useTemplateCheck(),
    onSubmit: async ({ place, clauses, ...template }) => {
      const { id } = await create.mutateAsync({ body: { homeId: placeIdOf(place), template, clauses } })
      toast({ text: t`The template and its clauses were saved as drafts.` })
      await navigate({ to: '/library/templates/$itemId', params: { itemId: id } } as never)
    },
  })
  return (
    <Form
      isWide
      form={form}
      submitLabel={t`Save as drafts`}
      onCancel={onBack}
      actions={<Button variant="quiet" onPress={onBack}>{t`Choose another file`}</Button>}
    >
      <Banner tone="info" title={file.name}>
        <Trans>Look through the clauses: correct, join or remove them. Everything is kept as a draft.</Trans>
      </Banner>
      {file.isUneven && (
        <Banner tone="warn" title={t`The languages do not have the same clauses`}>
          <Trans>
            They stand below one another. Join clauses until both languages have the same, or save them one by one.
          </Trans>
        </Banner>
      )}
      {file.leftOut > 0 && (
        <Banner tone="warn">
          <Trans>Pictures, footnotes and comments of the file were left out.</Trans>
        </Banner>
      )}
      {places.length > 1 && <PlaceSelect places={places} {...form.field('place')} />}
      <TemplateHeadFields form={form} />
      <Section title={t`Clauses in order`}>
        <ReadClauseFields
          clauses={form.values.clauses}
          languages={form.values.languages}
          onChange={clauses => form.set({ clauses })}
        />
      </Section>
    </Form>
  )
}
