// An office's own Word templates: add, try, download, remove, and which tags may stand in them.
import { Trans, useLingui } from '@lingui/react/macro'
import { FileType2 } from 'lucide-react'
import { useState } from 'react'
import {
  addWordTemplate,
  downloadFilledSample,
  downloadWordTemplate,
  listWordTemplates,
  removeWordTemplate,
  type WordTemplate,
} from '#modules/documents/word-templates/word-template.contract.ts'
import { downloadAddress } from '../../../core/api.ts'
import { useFormat } from '../../../core/format.ts'
import { ProblemError, sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { upload } from '../../../core/upload.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { FileDrop } from '../../../kit/file-drop.tsx'
import { OutsideLink } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { Select } from '../../../kit/select.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { TagGuide } from './tag-guide.tsx'

const mostBytes = 10 * 1024 * 1024
const example = '{title}'

export function WordTemplatesPage() {
  const { t } = useLingui()
  const templates = useCall(listWordTemplates, {})
  const { data } = templates
  return (
    <Page width="reading">
      <PageHeader
        title={t`Word templates`}
        subtitle={t`Your own letterheads and layouts; tags in them are filled from the text of an agreement`}
      />
      {templates.error && <Banner tone="bad">{sentenceFor(templates.error)}</Banner>}
      {templates.isPending && <SkeletonBox height={280} />}
      {data && data.homes.length > 0 && <AddTemplate homes={data.homes} onAdded={() => templates.refetch()} />}
      {data && (
        <Section title={t`Templates in use`}>
          {data.items.length === 0 ? (
            <EmptyState icon={<FileType2 />} title={t`No Word templates yet`}>
              <Trans>Write tags such as {example} into a Word file of your office and add it here.</Trans>
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {data.items.map(one => (
                <TemplateRow key={one.id} template={one} />
              ))}
            </ul>
          )}
        </Section>
      )}
      <TagGuide />
    </Page>
  )
}

type Home = { id: string; name: string }

function AddTemplate({ homes, onAdded }: { homes: readonly Home[]; onAdded: () => Promise<unknown> }) {
  const { t } = useLingui()
  const [homeId, setHomeId] = useState(homes[0]!.id)
  const [isPending, setPending] = useState(false)
  const [problems, setProblems] = useState<readonly string[]>([])
  const add = async (file: File) => {
    setPending(true)
    setProblems([])
    try {
      await upload(addWordTemplate, file, { query: { homeId } })
      await onAdded()
    } catch (error) {
      const fields = error instanceof ProblemError ? error.fields.map(one => one.message) : []
      setProblems(fields.length > 0 ? fields : [sentenceFor(error)])
    } finally {
      setPending(false)
    }
  }
  return (
    <Section title={t`Add a template`}>
      {homes.length > 1 && (
        <div className="mb-4">
          <Select
            label={t`For the organisation`}
            choices={homes.map(({ id, name }) => ({ id, label: name }))}
            value={homeId}
            onChange={setHomeId}
          />
        </div>
      )}
      <FileDrop
        label={t`Word file with tags`}
        help={t`A .docx file of at most 10 MB. Its tags are checked before it is taken.`}
        accept={['.docx']}
        maxBytes={mostBytes}
        isDisabled={isPending}
        onFiles={([file]) => file && add(file)}
      />
      {problems.length > 0 && (
        <Banner tone="bad" className="mt-4" title={<Trans>This template cannot be used as it is</Trans>}>
          <ul className="list-disc ps-4">
            {problems.map(one => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Banner>
      )}
    </Section>
  )
}

function TemplateRow({ template }: { template: WordTemplate }) {
  const { t } = useLingui()
  const { instant, list } = useFormat()
  const [isRemoving, setRemoving] = useState(false)
  const remove = useWrite(removeWordTemplate, { refreshes: [listWordTemplates] })
  const params = { params: { id: template.id } }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium break-words">
          <Bdi>{template.name}</Bdi>
        </p>
        <p className="text-muted">
          <Bdi>{template.homeName}</Bdi> · {instant(template.addedAt)}
          {template.addedBy && (
            <>
              {' · '}
              <Bdi>{template.addedBy}</Bdi>
            </>
          )}
        </p>
        {template.tags.length > 0 && (
          <p className="text-muted">
            <bdi dir="ltr">{list(template.tags.map(tag => `{${tag}}`))}</bdi>
          </p>
        )}
      </div>
      <OutsideLink href={downloadAddress(downloadFilledSample, params)} download>{t`Try it`}</OutsideLink>
      <OutsideLink href={downloadAddress(downloadWordTemplate, params)} download>{t`Download`}</OutsideLink>
      {template.abilities.remove === true && (
        <Button variant="quiet" onPress={() => setRemoving(true)}>{t`Remove`}</Button>
      )}
      <ConfirmDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={t`Remove this Word template?`}
        consequence={t`Documents that were made by it stay as they are.`}
        action={t`Remove the template`}
        isDangerous
        onConfirm={async () => {
          await remove.mutateAsync(params)
        }}
      />
    </li>
  )
}
