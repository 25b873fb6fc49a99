// The mark and name of the product.

export function LogoMark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7 shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M20.8 11.6a7 7 0 1 0 0 8.8"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        className="stroke-on-accent"
      />
      <circle cx="23.6" cy="16" r="2" className="fill-on-accent opacity-70" />
    </svg>
  )
}

/** `name` is the installation's own name when it has one. */
export function Logo({ name }: { name?: string | undefined }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <LogoMark />
      <bdi className="truncate text-base font-semibold">{name || 'Concord'}</bdi>
    </span>
  )
}
