// Links inside the product, in running text or with the look of a button; addresses outside open plainly.
import { Link as RouterLink } from '@tanstack/react-router'
import type { ReactNode, Ref } from 'react'
import { type ButtonSize, type ButtonVariant, buttonLook } from './button.tsx'

export interface LinkProps {
  /** A path of the product, `/agreements/$id`. */
  to: string
  params?: Record<string, string>
  /** Search values, or `true` to keep the present ones. */
  search?: Record<string, unknown> | true
  replace?: boolean
  className?: string
  children?: ReactNode
  'aria-label'?: string
  'aria-current'?: 'page' | 'step' | undefined
  title?: string
  'data-row-link'?: string
  tabIndex?: number
  ref?: Ref<HTMLAnchorElement>
}

/** The link without any look of its own. */
export function BareLink({ search, params, ...rest }: LinkProps) {
  const more = { ...(params && { params }), ...(search !== undefined && { search }) }
  return <RouterLink {...(rest as { to: string })} {...(more as object)} />
}

const textLook =
  'rounded-sm text-accent underline decoration-accent/30 underline-offset-3 hover:decoration-accent focus-ring'

export function Link({ className = '', ...rest }: LinkProps) {
  return <BareLink {...rest} className={`${textLook} ${className}`} />
}

export interface LinkButtonProps extends LinkProps {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
}

/** A place to go that looks like a button. */
export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <BareLink {...rest} className={buttonLook(variant, size, className)}>
      {icon}
      {children}
    </BareLink>
  )
}

export interface OutsideLinkProps {
  href: string
  className?: string
  /** Saves the answer as a file instead of showing it. */
  download?: boolean | string
  children: ReactNode
}

/** A link out of the product, or to a download. */
export function OutsideLink({ href, className = '', download, children }: OutsideLinkProps) {
  const outside = download === undefined ? { target: '_blank', rel: 'noreferrer' } : { download }
  return (
    <a href={href} {...outside} className={`${textLook} ${className}`}>
      {children}
    </a>
  )
}
