// Naming somebody as a reader of a confidential agreement, and taking the name back, each with a reason.
import { Trans, useLingui } from '@lingui/react/macro'
import { getAgreement, getAgreementTimeline } from '#modules/agreements/agreement.contract.ts'
import { listAgreementReaders, nameAgreementReader } from '#modules/agreements/readers/reader.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { ComboBox } from '../../../kit/combo-box.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

interface Person {
  id: string
  name: string
}

const refreshes = [listAgreementReaders, getAgreement, getAgreementTimeline] as const

interface NameReaderProps {
  agreementId: string
  /** Who may be named. */
  people: readonly Person[]
  onClose: () => void
}

export function NameReaderDialog({ agreementId, people, onClose }: NameReaderProps) {
  const { t } = useLingui()
  const name = useWrite(nameAgreementReader, { refreshes })
  const form = useForm({
    initial: { personId: null as string | null, reason: '' },
    check: values => ({ personId: values.personId === null ? t`Choose a person.` : undefined }),
    onSubmit: async ({ personId, reason }) => {
      await name.mutateAsync({
        params: { id: agreementId, personId: personId! },
        body: { isReader: true, reason: reason.trim() || null },
      })
      toast({ text: t`Named as a reader` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Name a reader`}>
      <Form form={form} submitLabel={t`Name a reader`} onCancel={onClose}>
        <p className="text-sm">
          <Trans>
            The person sees the agreement with its commitments, files and discussion, also where their role does not
            reach it. What they may do with it follows from their role.
          </Trans>
        </p>
        <ComboBox
          label={t`Person`}
          isRequired
          choices={people.map(person => ({ id: person.id, label: person.name }))}
          {...form.field('personId')}
        />
        <ReasonField {...form.field('reason')} />
      </Form>
    </Dialog>
  )
}

function ReasonField(field: { value: string; onChange: (value: string) => void }) {
  const { t } = useLingui()
  return (
    <TextField label={t`Reason`} help={t`It stays in the timeline for everyone who may see the record.`} {...field} />
  )
}

interface RemoveReaderProps {
  agreementId: string
  person: Person
  onClose: () => void
}

export function RemoveReaderDialog({ agreementId, person, onClose }: RemoveReaderProps) {
  const { t } = useLingui()
  const name = useWrite(nameAgreementReader, { refreshes })
  const form = useForm({
    initial: { reason: '' },
    onSubmit: async ({ reason }) => {
      await name.mutateAsync({
        params: { id: agreementId, personId: person.id },
        body: { isReader: false, reason: reason.trim() || null },
      })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Remove ${person.name} from the readers?`}>
      <Form form={form} submitLabel={t`Remove`} onCancel={onClose}>
        <p className="text-sm">
          <Trans>
            <bdi>{person.name}</bdi> no longer finds this agreement anywhere: not in lists, counts, searches or
            notifications.
          </Trans>
        </p>
        <ReasonField {...form.field('reason')} />
      </Form>
    </Dialog>
  )
}
