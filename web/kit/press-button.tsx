// The button under every button: native, with our names for being pressed, disabled and pending, and able to open an overlay.
import { type ButtonHTMLAttributes, createContext, type MouseEvent, type Ref, type RefObject, use } from 'react'

/** What an OverlayTrigger gives to the button inside it. */
export interface TriggerProps {
  ref: RefObject<HTMLButtonElement | null>
  onPress: (event: MouseEvent<HTMLButtonElement>) => void
  'aria-haspopup': 'menu' | 'listbox' | 'dialog'
  'aria-expanded': boolean
}

export const TriggerContext = createContext<TriggerProps | null>(null)

export interface PressButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'disabled'> {
  onPress?: () => void
  isDisabled?: boolean
  /** Takes no further press, but keeps the focus. */
  isPending?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function PressButton({ onPress, isDisabled, isPending, ref, type = 'button', ...rest }: PressButtonProps) {
  const trigger = use(TriggerContext)
  const { ref: triggerRef, onPress: onTrigger, ...triggerAria } = trigger ?? {}
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending) return event.preventDefault()
    // Safari leaves the focus where it was; overlays give it back to the button.
    event.currentTarget.focus({ preventScroll: true })
    onTrigger?.(event)
    onPress?.()
  }
  return (
    <button
      {...triggerAria}
      {...rest}
      ref={triggerRef ?? ref}
      type={type}
      disabled={isDisabled}
      {...(isPending && { 'aria-disabled': true, 'data-pending': true })}
      onClick={press}
    />
  )
}
