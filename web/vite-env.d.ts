// Types of what Vite makes importable: catalogues, style sheets, fonts.
/// <reference types="vite/client" />
declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}
