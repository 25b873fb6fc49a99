// The opened drawer; fetched when the first one opens.
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import * as Aria from 'react-aria-components'
import { IconButton } from './button.tsx'
import type { DrawerProps } from './drawer.tsx'

export function DrawerOverlay({ isOpen, onClose, title, side = 'end', hidesTitle = false, children }: DrawerProps) {
  const { t } = useLingui()
  return (
    <Aria.ModalOverlay
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable
      className={`fixed inset-0 z-40 flex bg-veil entering:animate-appear ${side === 'end' ? 'justify-end' : 'justify-start'}`}
    >
      <Aria.Modal
        className={`h-full max-w-[calc(100vw-3rem)] bg-surface ${side === 'end' ? 'w-96 border-s border-line' : 'w-64 border-e border-line'}`}
      >
        <Aria.Dialog aria-label={title} className="flex h-full flex-col outline-none">
          {!hidesTitle && (
            <header className="flex items-center gap-3 border-b border-line py-3 ps-6 pe-4">
              <Aria.Heading slot="title" className="flex-1 text-lg font-semibold">
                {title}
              </Aria.Heading>
              <IconButton label={t`Close`} onPress={onClose}>
                <X aria-hidden className="size-4" />
              </IconButton>
            </header>
          )}
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Aria.Dialog>
      </Aria.Modal>
    </Aria.ModalOverlay>
  )
}
