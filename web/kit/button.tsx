// Buttons: one primary action a page, plain ones beside it, quiet ones for the rest, danger only inside a confirmation.
import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { PressButton, type PressButtonProps } from './press-button.tsx'
import { Tooltip } from './tooltip.tsx'

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'small'

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent/90 active:bg-accent/80',
  plain: 'border border-line-strong/50 bg-surface text-ink hover:border-line-strong active:bg-raised',
  quiet: 'text-muted hover:bg-ink/5 hover:text-ink active:bg-ink/10',
  danger: 'bg-bad text-on-bad hover:bg-bad/90 active:bg-bad/80',
}
const sizes: Record<ButtonSize, string> = { normal: 'h-9 px-3', small: 'h-7 px-2 text-xs' }

/** The look of a button, for things that are links or labels underneath. */
export const buttonLook = (variant: ButtonVariant = 'plain', size: ButtonSize = 'normal', more = ''): string =>
  `inline-flex shrink-0 cursor-default items-center justify-center gap-2 whitespace-nowrap rounded-md text-sm font-medium transition-colors focus-ring disabled:opacity-45 pending:opacity-70 ${sizes[size]} ${variants[variant]} ${more}`

export interface ButtonProps extends PressButtonProps {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
}

/** `isPending` keeps the width, shows a turning mark and takes no second press. */
export function Button({ variant, size, icon, className, children, ...rest }: ButtonProps) {
  return (
    <PressButton {...rest} className={buttonLook(variant, size, className)}>
      {rest.isPending ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </PressButton>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  /** Said by screen readers and shown as a tooltip. */
  label: string
  children: ReactNode
}

/** A button with only an icon; its label is never left out. */
export function IconButton({
  label,
  variant = 'quiet',
  size = 'normal',
  className = '',
  children,
  ...rest
}: IconButtonProps) {
  const square = size === 'small' ? 'w-7 !px-0' : 'w-9 !px-0'
  return (
    <Tooltip text={label}>
      <PressButton {...rest} aria-label={label} className={buttonLook(variant, size, `${square} ${className}`)}>
        {children}
      </PressButton>
    </Tooltip>
  )
}
