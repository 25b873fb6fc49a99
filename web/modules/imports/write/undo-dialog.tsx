// Asks before a written import is taken back, and names what goes and what stays.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { getImport, type ImportRun, listImports, undoImport } from '#modules/imports/import.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { toast } from '../../../kit/toasts.tsx'

export interface UndoDialogProps {
  run: Pick<ImportRun, 'id' | 'fileName' | 'totals'>
  onClose: () => void
}

export function UndoDialog({ run, onClose }: UndoDialogProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const undo = useWrite(undoImport, { refreshes: [getImport, listImports] })
  const { create, update } = run.totals
  const confirm = async () => {
    await undo.mutateAsync({ params: { id: run.id }, body: {} })
    // Lists of every kind may have shown the records that are gone.
    void client.invalidateQueries()
    toast({ text: t`The import was taken back. The list itself is kept.` })
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      isDangerous
      title={t`Take this import back?`}
      action={t`Take back`}
      onConfirm={confirm}
      consequence={
        <div className="flex flex-col gap-2">
          <p>
            <Plural
              value={create}
              _0="No record was created by it."
              one="# record that it created goes away again, with its commitments."
              other="# records that it created go away again, with their commitments."
            />{' '}
            {update > 0 && (
              <Plural
                value={update}
                one="# record that it changed becomes what it was before."
                other="# records that it changed become what they were before."
              />
            )}
          </p>
          <p className="text-muted">
            <Trans>
              New partners that nothing else uses go too. The file and your decisions are kept: you can bring the list
              again at any time. It is refused when someone has already built on these records.
            </Trans>
          </p>
        </div>
      }
    />
  )
}
