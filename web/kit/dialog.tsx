// A dialog over the page, and the confirmation that names its consequence.
import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import * as Aria from 'react-aria-components'
import { sentenceFor } from '../core/problem.ts'
import { Banner } from './banner.tsx'
import { Button, IconButton } from './button.tsx'

const veil = 'fixed inset-0 z-40 flex bg-veil entering:animate-appear'
const widths = { narrow: 'max-w-md', normal: 'max-w-xl', wide: 'max-w-4xl' } as const

export interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  width?: keyof typeof widths
  /** Buttons at the end; the primary one last. */
  actions?: ReactNode
  /** For questions: no way out but an answer or Escape. */
  isAlert?: boolean
  children: ReactNode
}

export function Dialog({ isOpen, onClose, title, width = 'normal', actions, isAlert = false, children }: DialogProps) {
  const { t } = useLingui()
  return (
    <Aria.ModalOverlay
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable={!isAlert}
      className={`${veil} items-center justify-center p-4`}
    >
      <Aria.Modal className={`flex max-h-full w-full ${widths[width]} popover-frame entering:animate-appear`}>
        <Aria.Dialog role={isAlert ? 'alertdialog' : 'dialog'} className="flex min-h-0 w-full flex-col outline-none">
          <header className="flex items-start gap-3 px-6 pt-5">
            <Aria.Heading slot="title" className="flex-1 text-lg font-semibold">
              {title}
            </Aria.Heading>
            {!isAlert && (
              <IconButton label={t`Close`} onPress={onClose} className="-me-2 -mt-1">
                <X aria-hidden className="size-4" />
              </IconButton>
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 py-4">{children}</div>
          {actions && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-6 py-4">{actions}</footer>
          )}
        </Aria.Dialog>
      </Aria.Modal>
    </Aria.ModalOverlay>
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
