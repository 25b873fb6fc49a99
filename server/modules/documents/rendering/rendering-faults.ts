// What can go wrong while a document is made, as it travels from the process that makes it.

/** The process that made it said why; anything else is a crash or a time limit. */
export type MakingFault =
  | { fault: 'no_glyph'; characters: string[] }
  | { fault: 'fonts_missing'; file: string }
  | { fault: 'failed'; reason: string }

export class MakingFailed extends Error {
  override name = 'MakingFailed'
  readonly is: MakingFault

  constructor(is: MakingFault) {
    super(is.fault === 'failed' ? is.reason : is.fault)
    this.is = is
  }
}
