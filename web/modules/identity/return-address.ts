// Where to go after signing in: only addresses of this product.

/** The path when it is one of ours, else the first page; `//host` and `/\host` would leave the product. */
export const safeReturn = (address: string | undefined): string =>
  address !== undefined && /^\/(?![/\\])/.test(address) && !/^\/(sign-in|setup|invitation)\b/.test(address)
    ? address
    : '/'
