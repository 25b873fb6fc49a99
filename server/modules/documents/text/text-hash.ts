// The hash of a text: what both sides approve and sign. The same words in the same styles give the same hash on every machine.
import { createHash } from 'node:crypto'
import type { DocumentText, TextRun } from './document-text.ts'

/** Joins neighbouring runs of one style and drops empty ones: how an editor happened to cut the text is not part of it. */
function settledRuns(runs: readonly TextRun[]): unknown[] {
  const settled: { text: string; bold: boolean; italic: boolean; variable: string | null }[] = []
  for (const run of runs) {
    const style = { bold: run.bold ?? false, italic: run.italic ?? false, variable: run.variable ?? null }
    const last = settled.at(-1)
    if (!run.text) continue
    if (last && last.bold === style.bold && last.italic === style.italic && last.variable === style.variable)
      last.text += run.text
    else settled.push({ text: run.text, ...style })
  }
  return settled.map(run => [run.text.normalize('NFC'), run.bold, run.italic, run.variable])
}

/** SHA-256 in lower-case hex of a text in one written form. The ids of clauses are not part of it. */
export function textHash(text: DocumentText): string {
  const form = [
    'concord-text-1',
    text.languages,
    text.prevailing,
    text.languages.map(language => (text.title[language] ?? '').normalize('NFC')),
    text.clauses.map(clause => [
      clause.role,
      text.languages.map(language => {
        const version = clause.versions[language]
        if (!version) return null
        const blocks = version.blocks.map(block =>
          block.kind === 'point'
            ? ['point', block.ordered, block.depth, settledRuns(block.runs)]
            : ['paragraph', settledRuns(block.runs)],
        )
        return [settledRuns(version.heading), blocks]
      }),
    ]),
  ]
  return createHash('sha256').update(JSON.stringify(form)).digest('hex')
}
