// What is said when an archive cannot be used: always a sentence for the person at the terminal.

/** The archive is damaged, cut off, of another kind, or sealed with another passphrase. */
export class ArchiveProblem extends Error {
  override name = 'ArchiveProblem'
}
