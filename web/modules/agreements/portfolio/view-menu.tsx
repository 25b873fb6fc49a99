// Saved views of the portfolio: named filters of one's own and those shared with everyone.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  type SavedView,
} from '#modules/agreements/agreement.contract.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Checkbox } from '../../../kit/checkbox.tsx'
import { ConfirmDialog, Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { SavedViews } from '../../../kit/saved-views.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

const page = 'portfolio'
type Query = SavedView['query']

/** The address's search as texts, which is what a view keeps. */
const queryOf = (search: Record<string, unknown>): Query =>
  Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]))

const keyOf = (query: Query): string =>
  JSON.stringify(
    Object.entries(query)
      .map(([name, value]) => [name, String(value)])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )

export function ViewMenu() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const views = useCall(listSavedViews, { query: { page } }).data?.items ?? []
  const [isSaving, setSaving] = useState(false)
  const [deleting, setDeleting] = useState<SavedView | null>(null)
  const remove = useWrite(deleteSavedView, { refreshes: [listSavedViews] })
  const query = queryOf(search)
  const current = views.find(view => keyOf(view.query) === keyOf(query))
  const open = (id: string) => {
    const view = views.find(each => each.id === id)
    if (view) void navigate({ to: '/portfolio', search: view.query as never })
  }
  return (
    <>
      <SavedViews
        views={views.map(view => ({ id: view.id, name: view.mine ? view.name : `${view.name} · ${t`shared`}` }))}
        currentId={current?.id}
        onOpen={open}
        onSave={() => setSaving(true)}
        {...(current?.mine && { onDelete: () => setDeleting(current) })}
      />
      {isSaving && <SaveDialog query={query} onClose={() => setSaving(false)} />}
      {deleting && (
        <ConfirmDialog
          isOpen
          onClose={() => setDeleting(null)}
          title={t`Delete the view “${deleting.name}”?`}
          consequence={
            deleting.shared ? (
              <Trans>It disappears for everyone. The agreements stay as they are.</Trans>
            ) : (
              <Trans>Only the name for these filters is lost. The agreements stay as they are.</Trans>
            )
          }
          action={t`Delete the view`}
          isDangerous
          onConfirm={async () => {
            await remove.mutateAsync({ params: { id: deleting.id } })
          }}
        />
      )}
    </>
  )
}

function SaveDialog({ query, onClose }: { query: Query; onClose: () => void }) {
  const { t } = useLingui()
  const create = useWrite(createSavedView, { refreshes: [listSavedViews] })
  const form = useForm({
    initial: { name: '', shared: false },
    check: values => ({ name: values.name.trim() === '' ? t`Give it a name.` : undefined }),
    onSubmit: async ({ name, shared }) => {
      await create.mutateAsync({ body: { page, name: name.trim(), query, shared } })
      toast({ text: t`The view was saved.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Save this view`} width="narrow">
      <Form form={form} submitLabel={t`Save view`} onCancel={onClose}>
        <TextField
          label={t`Name`}
          isRequired
          autoFocus
          maxLength={100}
          help={t`Filters, order and kind of view are kept; the rows are always the present ones.`}
          {...form.field('name')}
        />
        <Checkbox isSelected={form.values.shared} onChange={shared => form.set({ shared })}>
          <Trans>Share it with everyone here</Trans>
        </Checkbox>
      </Form>
    </Dialog>
  )
}
