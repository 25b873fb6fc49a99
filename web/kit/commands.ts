// What the command palette offers: places to go and records to find, given by the modules.

import type { MarkedPiece } from './marked-text.tsx'

export interface Command {
  id: string
  label: string
  /** The label with the found words marked. */
  pieces?: readonly MarkedPiece[]
  /** Heading above it, where that is not the provider's. */
  group?: string
  /** Second line: kind, place, number. */
  detail?: string | undefined
  /** Language of the label when it is a name from elsewhere. */
  language?: string | undefined
  /** A path of the product, or an action. */
  to?: string
  onAction?: () => void
}

export interface CommandProvider {
  /** Heading above the results. */
  title: () => string
  /** Places and actions that are matched here, in the reader's words. */
  commands?: () => readonly Command[]
  /** Records found by the server, in any script; called with at least two letters. */
  find?: (text: string, signal: AbortSignal) => Promise<readonly Command[]>
}
