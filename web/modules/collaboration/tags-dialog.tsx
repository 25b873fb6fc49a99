// Chooses the tags of a record, makes new ones, and changes or removes those that there are.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import {
  changeTag,
  createTag,
  listRecordTags,
  removeTag,
  setRecordTags,
  type TagView,
} from '#modules/collaboration/relation.contract.ts'
import { type TagColour, tagColours, tagColourTerms } from '#modules/collaboration/tag.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useWrite } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { Checkbox } from '../../kit/checkbox.tsx'
import { ConfirmDialog, Dialog } from '../../kit/dialog.tsx'
import { Form, FormRow } from '../../kit/form.tsx'
import { Menu } from '../../kit/menu.tsx'
import { Select } from '../../kit/select.tsx'
import { StatusDot } from '../../kit/status-dot.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useForm } from '../../kit/use-form.ts'
import { type TalkedAbout, talkRefreshes } from './record-of.ts'

interface TagsDialogProps {
  record: TalkedAbout
  tags: ResponseOf<typeof listRecordTags>
  onClose: () => void
}

const refreshes = [listRecordTags, ...talkRefreshes]
type Open = { kind: 'new' } | { kind: 'change' | 'remove'; tag: TagView } | null

export function TagsDialog({ record, tags, onClose }: TagsDialogProps) {
  const { t } = useLingui()
  const [chosen, setChosen] = useState<readonly string[]>(() => tags.items.map(tag => tag.id))
  const [open, setOpen] = useState<Open>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const put = useWrite(setRecordTags, { refreshes })
  const close = () => setOpen(null)
  const others = tags.items.filter(tag => !tags.choices.some(choice => choice.id === tag.id))
  const save = async () => {
    setProblem(null)
    const known = [...tags.choices, ...others].map(tag => tag.id)
    const tagIds = chosen.filter(id => known.includes(id))
    try {
      await put.mutateAsync({ params: { ...record }, body: { tagIds } })
      onClose()
    } catch (error) {
      setProblem(sentenceFor(error))
    }
  }
  if (open?.kind === 'remove') return <RemoveTag tag={open.tag} onClose={close} />
  if (open)
    return (
      <TagForm
        homes={tags.homes}
        {...(open.kind === 'change' && { tag: open.tag })}
        onMade={id => setChosen(before => [...before, id])}
        onClose={close}
      />
    )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Tags`}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" onPress={() => void save()} isPending={put.isPending}>{t`Save`}</Button>
        </>
      }
    >
      {problem && <Banner tone="bad">{problem}</Banner>}
      {tags.choices.length === 0 && (
        <p className="mb-3 text-sm text-muted">
          <Trans>There are no tags yet. Make the first one: a word by which you know these records again.</Trans>
        </p>
      )}
      <ul className="divide-y divide-line">
        {tags.choices.map(tag => (
          <TagChoice
            key={tag.id}
            tag={tag}
            isChosen={chosen.includes(tag.id)}
            onChoose={isChosen =>
              setChosen(before => (isChosen ? [...before, tag.id] : before.filter(id => id !== tag.id)))
            }
            onOpen={kind => setOpen({ kind, tag })}
          />
        ))}
      </ul>
      <Button size="small" className="mt-3" onPress={() => setOpen({ kind: 'new' })}>{t`New tag`}</Button>
    </Dialog>
  )
}

interface TagChoiceProps {
  tag: TagView
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
  onOpen: (kind: 'change' | 'remove') => void
}

function TagChoice({ tag, isChosen, onChoose, onOpen }: TagChoiceProps) {
  const { t } = useLingui()
  const items = [
    { id: 'change', label: t`Edit`, onAction: () => onOpen('change') },
    { id: 'remove', label: t`Remove`, isDangerous: true, onAction: () => onOpen('remove') },
  ]
  return (
    <li className="flex items-center gap-2 py-1">
      <div className="min-w-0 flex-1">
        <Checkbox isSelected={isChosen} onChange={onChoose}>
          <StatusDot tone={tag.colour}>
            <bdi>{tag.name}</bdi>
          </StatusDot>
        </Checkbox>
      </div>
      <Menu label={t`What to do with the tag ${tag.name}`} sections={[{ id: 'all', items }]} />
    </li>
  )
}

interface TagFormProps {
  homes: readonly { id: string; name: string }[]
  tag?: TagView
  onMade: (id: string) => void
  onClose: () => void
}

function TagForm({ homes, tag, onMade, onClose }: TagFormProps) {
  const { t } = useLingui()
  const term = useTerm()
  const create = useWrite(createTag, { refreshes })
  const change = useWrite(changeTag, { refreshes })
  const form = useForm({
    initial: {
      name: tag?.name ?? '',
      colour: (tag?.colour ?? 'accent') as TagColour | null,
      homeId: homes[0]?.id ?? null,
    },
    check: ({ name }) => ({ name: name.trim() === '' ? t`Write the name of the tag.` : undefined }),
    onSubmit: async ({ name, colour, homeId }) => {
      const body = { name, colour: colour ?? 'accent' }
      if (tag) await change.mutateAsync({ params: { id: tag.id }, body })
      else onMade((await create.mutateAsync({ body: { ...body, homeId: homeId ?? '' } })).id)
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={tag ? t`Change the tag` : t`New tag`} width="narrow">
      <Form form={form} submitLabel={tag ? t`Save` : t`Make the tag`} onCancel={onClose}>
        <FormRow>
          <TextField label={t`Name`} isRequired maxLength={60} {...form.field('name')} />
          <Select
            label={t`Colour`}
            choices={tagColours.map(colour => ({ id: colour, label: term(tagColourTerms[colour]), tone: colour }))}
            {...form.field('colour')}
          />
        </FormRow>
        {!tag && homes.length > 1 && (
          <Select
            label={t`Home organisation`}
            choices={homes.map(({ id, name }) => ({ id, label: name }))}
            {...form.field('homeId')}
          />
        )}
      </Form>
    </Dialog>
  )
}

function RemoveTag({ tag, onClose }: { tag: TagView; onClose: () => void }) {
  const { t } = useLingui()
  const remove = useWrite(removeTag, { refreshes })
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t`Remove the tag ${tag.name}?`}
      consequence={<Trans>It leaves every record that has it. The records stay as they are.</Trans>}
      action={t`Remove`}
      isDangerous
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: tag.id } })
      }}
    />
  )
}
