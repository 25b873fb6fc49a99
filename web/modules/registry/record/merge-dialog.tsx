// Says that two records are one organisation, and takes that back.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import {
  getOrganisation,
  getTimeline,
  listOrganisations,
  mergeOrganisation,
  type Organisation,
  searchOrganisations,
  undoMerge,
} from '#modules/registry/organisation.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import type { OrganisationChoice } from '../find-organisations.ts'
import { OrganisationPicker } from '../organisation-picker.tsx'

interface DialogProps {
  organisation: Organisation
  onClose: () => void
}

const refreshes = [getOrganisation, getTimeline, listOrganisations, searchOrganisations]
const shortestReason = 3

export function MergeDialog({ organisation, onClose }: DialogProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const merge = useWrite(mergeOrganisation, { refreshes })
  const initial: { intoId: OrganisationChoice | null; reason: string } = { intoId: null, reason: '' }
  const form = useForm({
    initial,
    check: ({ intoId, reason }) => ({
      intoId: intoId === null ? t`Choose the organisation that stays.` : undefined,
      reason: reason.trim().length < shortestReason ? t`Say why, for those who read the history.` : undefined,
    }),
    onSubmit: async ({ intoId, reason }) => {
      if (!intoId) return
      const body = { intoId: intoId.id, reason: reason.trim() }
      const kept = await merge.mutateAsync({ params: { id: organisation.id }, body })
      toast({ text: t`Merged into ${kept.name}.` })
      await navigate({ to: '/organisations/$organisationId', params: { organisationId: kept.id } } as never)
    },
  })
  const target = form.values.intoId
  return (
    <Dialog isOpen onClose={onClose} title={t`Merge into another organisation`}>
      <Form form={form} submitLabel={t`Merge`} onCancel={onClose}>
        <OrganisationPicker
          label={t`The organisation that stays`}
          isRequired
          search={{ except: [organisation.id] }}
          {...form.field('intoId')}
        />
        <TextArea
          label={t`Reason`}
          isRequired
          help={<Trans>For example: the same university, entered twice under two names.</Trans>}
          {...form.field('reason')}
        />
        {target && (
          <Banner tone="warn">
            <Trans>
              <bdi>{organisation.name}</bdi> leaves the lists. Its names, identifiers, units, people and agreements are
              shown with <bdi>{target.label}</bdi>. Nothing is lost, and the merge can be undone.
            </Trans>
          </Banner>
        )}
      </Form>
    </Dialog>
  )
}

export function UndoMergeDialog({ organisation, onClose }: DialogProps) {
  const { t } = useLingui()
  const undo = useWrite(undoMerge, { refreshes })
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({
      reason: reason.trim().length < shortestReason ? t`Say why, for those who read the history.` : undefined,
    }),
    onSubmit: async ({ reason }) => {
      await undo.mutateAsync({ params: { id: organisation.id }, body: { reason: reason.trim() } })
      toast({ text: t`${organisation.name} is an organisation of its own again.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Undo the merge`} width="narrow">
      <Form form={form} submitLabel={t`Undo the merge`} onCancel={onClose}>
        <p className="text-sm">
          <Trans>
            <bdi>{organisation.name}</bdi> gets back what belonged to it before, and appears in the lists again.
          </Trans>
        </p>
        <TextArea label={t`Reason`} isRequired {...form.field('reason')} />
      </Form>
    </Dialog>
  )
}
