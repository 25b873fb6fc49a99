// The form of a deed: what happened or is planned, how much, from whom to whom, when, for which promise, and its proof.
import { Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { uploadFile } from '#modules/agreements/agreement.contract.ts'
import {
  addEvidence,
  type CommitmentView,
  correctEntry,
  type EntryView,
  getBalance,
  listCommitments,
  listEntries,
  postEntry,
} from '#modules/ledger/ledger.contract.ts'
import {
  type EntryState,
  entryStates,
  entryStateTerms,
  kinds,
  type Unit,
  units,
  unitTerms,
} from '#modules/ledger/ledger.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { useWrite } from '../../core/query.ts'
import { upload } from '../../core/upload.ts'
import { ComboBox } from '../../kit/combo-box.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { FileDrop } from '../../kit/file-drop.tsx'
import { Form, FormRow, FormSection } from '../../kit/form.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PartialDateField } from '../../kit/partial-date-field.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { Select } from '../../kit/select.tsx'
import { RemovableTag } from '../../kit/tag.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { toast } from '../../kit/toasts.tsx'
import { type FormModel, useForm } from '../../kit/use-form.ts'
import type { RefreshList } from './commitment-dialogs.tsx'
import { byRule, type EntryValues, entryBody, entryValues } from './entry-values.ts'
import { useLedgerWords } from './ledger-words.ts'
import { type Side, sideChoices } from './party-choices.ts'

export interface EntryFormProps {
  agreementId: string | null
  /** What a new entry is about, for its draft: an agreement or a partner. */
  subject?: string
  sides: readonly Side[]
  commitments: readonly CommitmentView[]
  /** The commitment a new entry is for. */
  serves?: CommitmentView
  /** The entry to be corrected. */
  entry?: EntryView
  refreshes?: RefreshList
  onClose: () => void
}

/** What a deed changes everywhere. */
export const entryRefreshes: RefreshList = [listEntries, listCommitments, getBalance]

function useEvidence() {
  const [file, setFile] = useState<File | null>(null)
  const sentLink = useRef('')
  const add = useWrite(addEvidence, { refreshes: entryRefreshes })
  const send = async (entryId: string, link: string) => {
    const params = { id: entryId }
    // When the file fails and is sent again, the link is there already.
    if (link !== '' && link !== sentLink.current) await add.mutateAsync({ params, body: { kind: 'link', url: link } })
    sentLink.current = link
    if (!file) return
    const sent = await upload(uploadFile, file, {})
    await add.mutateAsync({ params, body: { kind: 'file', fileId: sent.id } })
  }
  return { file, setFile, send }
}

export function EntryForm(props: EntryFormProps) {
  const { agreementId, sides, serves, entry, onClose } = props
  const { t } = useLingui()
  const refreshes = [...entryRefreshes, ...(props.refreshes ?? [])]
  const post = useWrite(postEntry, { refreshes })
  const correct = useWrite(correctEntry, { refreshes })
  const evidence = useEvidence()
  const form = useForm<EntryValues>({
    initial: entryValues(entry, serves, sides),
    draftKey: entry ? `entry.${entry.id}` : `entry.new.${serves?.id ?? props.subject ?? agreementId ?? ''}`,
    check: values => ({
      kind: values.kind === null ? t`Choose what it was.` : undefined,
      quantity: !values.quantity || values.quantity <= 0 ? t`Write how much, more than zero.` : undefined,
      from: values.from === null ? t`Choose from whom.` : undefined,
      to:
        values.to === null
          ? t`Choose to whom.`
          : values.to === values.from
            ? t`Choose two different sides.`
            : undefined,
      startsOn: values.startsOn === null ? t`Write when it began; a year is enough.` : undefined,
      link: values.link !== '' && !/^https?:\/\/\S+$/.test(values.link) ? t`A link begins with https://` : undefined,
      reason: entry && values.reason.trim() === '' ? t`Write why it is corrected.` : undefined,
    }),
    onSubmit: async values => {
      const body = entryBody(values, agreementId)
      const saved = entry
        ? await correct.mutateAsync({ params: { id: entry.id }, body: { ...body, reason: values.reason.trim() } })
        : await post.mutateAsync({ body: { ...body, requestKey: values.requestKey } })
      await evidence.send(saved.id, values.link.trim())
      toast({ text: entry ? t`The entry was corrected.` : t`The entry was recorded.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={entry ? t`Correct the entry` : t`What happened?`}>
      <Form form={form} submitLabel={entry ? t`Save correction` : t`Record entry`} onCancel={onClose}>
        {entry && (
          <p className="text-sm text-muted">
            <Trans>The old entry is reversed and a new one is recorded; both stay in the timeline.</Trans>
          </p>
        )}
        <What form={form} {...props} />
        <When form={form} {...props} />
        {!entry && <Proof form={form} file={evidence.file} onFile={evidence.setFile} />}
        {entry && <TextArea label={t`Why is it corrected?`} isRequired maxLength={2000} {...form.field('reason')} />}
      </Form>
    </Dialog>
  )
}

type PartProps = { form: FormModel<EntryValues> }

function What({ form, sides, entry, serves }: PartProps & EntryFormProps) {
  const { t } = useLingui()
  const term = useTerm()
  const words = useLedgerWords()
  const choices = sideChoices(sides, [entry?.from, entry?.to, serves?.promisor, serves?.beneficiary])
  return (
    <>
      <RadioGroup<EntryState>
        label={t`State`}
        direction="row"
        choices={entryStates.map(id => ({ id, label: term(entryStateTerms[id]) }))}
        {...form.field('status')}
        onChange={status => form.set({ status })}
      />
      <ComboBox
        label={t`Kind`}
        isRequired
        choices={kinds.map(id => ({ id: id as string, label: words.kind(id) }))}
        {...form.field('kind')}
      />
      <FormRow>
        <NumberField label={t`Quantity`} isRequired min={0} fractionDigits={2} {...form.field('quantity')} />
        <Select<Unit>
          label={t({ message: 'Unit', context: 'of measure' })}
          choices={units.map(id => ({ id, label: term(unitTerms[id]) }))}
          {...form.field('unit')}
        />
        {form.values.unit === 'money' && (
          <TextField label={t`Currency`} isCode maxLength={3} placeholder="EUR" {...form.field('currency')} />
        )}
      </FormRow>
      <FormRow>
        <Select
          label={t({ message: 'From', context: 'who gives' })}
          isRequired
          choices={choices}
          {...form.field('from')}
        />
        <Select label={t`To`} isRequired choices={choices} {...form.field('to')} />
      </FormRow>
      <TextField
        label={t`What was it?`}
        help={t`A few words, such as the name of the event or how many went where.`}
        maxLength={300}
        {...form.field('title')}
      />
    </>
  )
}

function When({ form, commitments }: PartProps & EntryFormProps) {
  const { t } = useLingui()
  const words = useLedgerWords()
  const open = commitments.filter(each => each.state !== 'proposed')
  return (
    <>
      <PartialDateField label={t`Began on`} isRequired {...form.field('startsOn')} />
      <PartialDateField
        label={t`Ended on`}
        edge="last"
        help={t`Empty when it was one day.`}
        {...form.field('endsOn')}
      />
      {open.length > 0 && (
        <Select
          label={t`Which commitment does it serve?`}
          choices={[
            {
              id: byRule,
              label: t`Let the ledger find it`,
              detail: t`The only one that fits in kind, direction and time`,
            },
            ...open.map(each => ({
              id: each.id,
              label: words.kind(each.kind),
              detail: `${words.promise(each, t`Some, at least one`)} · ${words.party(each.promisor)}`,
            })),
          ]}
          {...form.field('commitment')}
        />
      )}
      <TextArea label={t`Note`} maxLength={4000} {...form.field('note')} />
    </>
  )
}

function Proof({ form, file, onFile }: PartProps & { file: File | null; onFile: (file: File | null) => void }) {
  const { t } = useLingui()
  return (
    <FormSection
      title={t`Evidence`}
      help={t`It may follow later; without evidence the entry counts and is shown as such.`}
    >
      <TextField label={t`Link`} type="url" placeholder="https://" {...form.field('link')} />
      {file ? (
        <div>
          <RemovableTag label={file.name} onRemove={() => onFile(null)}>
            <bdi>{file.name}</bdi>
          </RemovableTag>
        </div>
      ) : (
        <FileDrop label={t`A file that proves it`} onFiles={([first]) => onFile(first ?? null)} />
      )}
    </FormSection>
  )
}
