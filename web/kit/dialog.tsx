// A dialog over the page, and the confirmation that names its consequence.
import { Trans } from '@lingui/react/macro'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { sentenceFor } from '../core/problem.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

export interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  width?: 'narrow' | 'normal' | 'wide'
  /** Buttons at the end; the primary one last. */
  actions?: ReactNode
  /** For questions: no way out but an answer or Escape. */
  isAlert?: boolean
  children: ReactNode
}

/** Opened dialogs, for preloading. */
export const loadDialog = () => import('./dialog-overlay.tsx')
const DialogOverlay = lazy(() => loadDialog().then(file => ({ default: file.DialogOverlay })))

export function Dialog(props: DialogProps) {
  return (
    props.isOpen && (
      <Suspense>
        <DialogOverlay {...props} />
      </Suspense>
    )
  )
}

export interface ConfirmDialogProps {
  isOpen: boolean
  onClose: () => void
  /** The question: "Delete this import?" */
  title: string
  /** What will happen, and what can not be taken back. */
  consequence: ReactNode
  /** The verb on the button: "Delete 214 agreements". */
  action: string
  isDangerous?: boolean
  onConfirm: () => void | Promise<void>
}

/** Asks before something that cannot be undone; stays open with the reason when it fails. */
export function ConfirmDialog({
  isOpen,
  onClose,
  title,
  consequence,
  action,
  isDangerous,
  onConfirm,
}: ConfirmDialogProps) {
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const confirm = async () => {
    setPending(true)
    setProblem(null)
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      setProblem(sentenceFor(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      width="narrow"
      isAlert
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            <Trans>Cancel</Trans>
          </Button>
          <Button variant={isDangerous ? 'danger' : 'primary'} onPress={() => void confirm()} isPending={isPending}>
            {action}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        {problem && <Banner tone="bad">{problem}</Banner>}
        <div>{consequence}</div>
      </div>
    </Dialog>
  )
}
