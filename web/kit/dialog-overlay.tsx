// The opened dialog; fetched when the first one opens.
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import * as Aria from 'react-aria-components'
import { IconButton } from './button.tsx'
import type { DialogProps } from './dialog.tsx'

const veil = 'fixed inset-0 z-40 flex bg-veil entering:animate-appear'
const widths = { narrow: 'max-w-md', normal: 'max-w-xl', wide: 'max-w-4xl' } as const

export function DialogOverlay({
  isOpen,
  onClose,
  title,
  width = 'normal',
  actions,
  isAlert = false,
  children,
}: DialogProps) {
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
