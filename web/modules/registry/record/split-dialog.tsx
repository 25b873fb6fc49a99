// Moves some names and identifiers to a new organisation of their own.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import {
  getOrganisation,
  getTimeline,
  listOrganisations,
  type Organisation,
  splitOrganisation,
} from '#modules/registry/organisation.contract.ts'
import { identifierSchemes, nameKinds } from '#modules/registry/registry.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useWrite } from '../../../core/query.ts'
import { CheckboxGroup } from '../../../kit/checkbox.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { isolate, isolateCode } from '../find-organisations.ts'

const at = (id: string): number => Number(id)

export function SplitDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useLingui()
  const term = useTerm()
  const navigate = useNavigate()
  const { id, version, names, identifiers } = organisation
  const split = useWrite(splitOrganisation, { refreshes: [getOrganisation, getTimeline, listOrganisations] })
  const initial: { name: string; names: string[]; identifiers: string[]; reason: string } = {
    name: '',
    names: [],
    identifiers: [],
    reason: '',
  }
  const form = useForm({
    initial,
    check: values => ({
      name: values.name.trim() === '' ? t`Write the name of the new organisation.` : undefined,
      reason: values.reason.trim().length < 3 ? t`Say why, for those who read the history.` : undefined,
    }),
    onSubmit: async values => {
      const body = {
        name: values.name.trim(),
        names: names
          .filter((_, index) => values.names.map(at).includes(index))
          .map(({ text, kind }) => ({ text, kind })),
        identifiers: identifiers
          .filter((_, index) => values.identifiers.map(at).includes(index))
          .map(({ scheme, value }) => ({ scheme, value })),
        version,
        reason: values.reason.trim(),
      }
      const made = await split.mutateAsync({ params: { id }, body })
      toast({ text: t`${made.name} is an organisation of its own now.` })
      await navigate({ to: '/organisations/$organisationId', params: { organisationId: made.id } } as never)
    },
  })
  const movable = names
    .map((name, index) => ({ name, index }))
    .filter(({ name }) => name.text !== organisation.original)
  return (
    <Dialog isOpen onClose={onClose} title={t`Split off a new organisation`}>
      <Form form={form} submitLabel={t`Split off`} onCancel={onClose}>
        <p className="text-sm text-muted">
          <Trans>
            For two organisations that stand in one record. What is ticked moves to the new one; everything else,
            agreements among it, stays.
          </Trans>
        </p>
        <TextField label={t`Name of the new organisation`} isRequired {...form.field('name')} />
        {movable.length > 0 && (
          <CheckboxGroup
            label={t`Names that move`}
            choices={movable.map(({ name, index }) => ({
              id: String(index),
              label: isolate(name.text),
              detail: term(nameKinds[name.kind]),
            }))}
            {...form.field('names')}
          />
        )}
        {identifiers.length > 0 && (
          <CheckboxGroup
            label={t`Identifiers that move`}
            choices={identifiers.map((each, index) => ({
              id: String(index),
              label: isolateCode(each.value),
              detail: term(identifierSchemes[each.scheme]),
            }))}
            {...form.field('identifiers')}
          />
        )}
        <TextArea label={t`Reason`} isRequired {...form.field('reason')} />
      </Form>
    </Dialog>
  )
}
