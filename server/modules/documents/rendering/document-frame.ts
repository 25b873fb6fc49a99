// What stands around the text of a document when it is put on paper: number, version, parties, dates, state. Pure.
import type { LocalisedText } from '#core/contract.ts'
import type { DocumentText } from '../text/document-text.ts'

export interface FrameSignatory {
  name: LocalisedText
  title: LocalisedText | null
}

export interface FrameParty {
  side: 'home' | 'partner'
  name: LocalisedText
  country: LocalisedText | null
  address: LocalisedText | null
  /** Those who sign for it; an empty list leaves one line without a name. */
  signatories: readonly FrameSignatory[]
}

/** How dates and numbers are written in one language version; it belongs to the text, never to the reader. */
export interface VersionStyle {
  calendar: 'gregorian' | 'solar_hijri'
  digits: 'latin' | 'persian'
}

/** One line of the trail page: who did what when. */
export interface TrailLine {
  /** ISO 8601 instant. */
  at: string
  words: LocalisedText
}

export interface DocumentFrame {
  number: string | null
  /** As people name it: `3`, `2026-11-23 b`. */
  version: string | null
  state: 'draft' | 'final'
  /** A page of its own with title and parties before the text. */
  hasCover: boolean
  parties: readonly FrameParty[]
  place: LocalisedText | null
  /** The day of signature (ISO 8601); null leaves a blank to be filled by hand. */
  date: string | null
  /** Where a language is to be written in another way than usual: Persian with Solar Hijri dates and Persian digits, others Gregorian. */
  styles?: Readonly<Record<string, VersionStyle>>
  /** Printed with a QR code on the last page; null for what was not issued. */
  verification: { address: string; code: string } | null
  trail: readonly TrailLine[]
  /** Time zone in which the times of the trail are written. */
  timeZone: string
}

export interface RenderRequest {
  text: DocumentText
  frame: DocumentFrame
  /** The moment that the file says it was made, ISO 8601: the same request gives the same bytes. */
  madeAt: string
}

/** A frame with nothing filled in, for previews. */
export const emptyFrame: DocumentFrame = {
  number: null,
  version: null,
  state: 'draft',
  hasCover: false,
  parties: [],
  place: null,
  date: null,
  verification: null,
  trail: [],
  timeZone: 'UTC',
}
