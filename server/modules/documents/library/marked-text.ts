// Clauses as people write them, in plain text with simple marks, and as blocks of a document's text; one becomes the other without loss. Pure.
import type { ClauseVersion, TextBlock, TextRun } from '../text/document-text.ts'
import type { WrittenClause } from './content.contract.ts'

const token = /\\([\\*{•–\-\p{Nd}])|\*\*|\*|\{\{\s*([a-z][a-z0-9_.]{0,60})\s*\}\}|[^\\*{]+|[\\{]/gu
const pointLine = /^( *)([-•–]|\p{Nd}{1,3}[.)])\s+(.*)$/u

/** Names of the variables in a marked text, in the order in which they come first. */
export function variablesIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(token), match => match[2]).filter(name => name !== undefined))]
}

function parseRuns(text: string): TextRun[] {
  const runs: TextRun[] = []
  let [bold, italic] = [false, false]
  const add = (run: TextRun) => {
    const styled: TextRun = { ...run, ...(bold && { bold }), ...(italic && { italic }) }
    const last = runs.at(-1)
    const joins =
      last && !last.variable && !styled.variable && last.bold === styled.bold && last.italic === styled.italic
    if (joins) last.text += styled.text
    else runs.push(styled)
  }
  for (const [whole, escaped, variable] of text.matchAll(token)) {
    if (whole === '**') bold = !bold
    else if (whole === '*') italic = !italic
    else if (variable !== undefined) add({ text: '', variable })
    else add({ text: escaped ?? whole })
  }
  return trimRuns(runs)
}

const hasContent = (run: TextRun): boolean => run.variable !== undefined || run.text !== ''

function trimRuns(runs: readonly TextRun[]): TextRun[] {
  let kept = [...runs]
  for (const [at, trim] of [
    [0, 'trimStart'],
    [-1, 'trimEnd'],
  ] as const)
    while (true) {
      const run = kept.at(at)
      if (!run || run.variable || run.text[trim]() === run.text) break
      kept = kept.with(at, { ...run, text: run.text[trim]() }).filter(hasContent)
    }
  return kept
}

const escapeText = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/\\|\*|\{(?=\{)/g, '\\$&')

function writeRuns(runs: readonly TextRun[]): string {
  let [bold, italic, written] = [false, false, '']
  // Each mark switches its style by itself, so `***` is read as both and no order can go wrong.
  const switchTo = (wantsBold: boolean, wantsItalic: boolean) => {
    written += (bold === wantsBold ? '' : '**') + (italic === wantsItalic ? '' : '*')
    bold = wantsBold
    italic = wantsItalic
  }
  for (const run of runs) {
    switchTo(run.bold === true, run.italic === true)
    written += run.variable ? `{{${run.variable}}}` : escapeText(run.text)
  }
  switchTo(false, false)
  return written
}

/** A line that would be read as a point is told apart by a backslash at its beginning. */
const asParagraph = (line: string): string => line.replace(/^ *(?:[-•–]|\p{Nd}{1,3}[.)])(?=\s)/u, mark => `\\${mark}`)

const depthOf = (spaces: string): 0 | 1 | 2 => Math.min(2, Math.floor(spaces.length / 2)) as 0 | 1 | 2

function parseLine(line: string): TextBlock | null {
  const [, spaces, mark, rest] = pointLine.exec(line) ?? []
  const runs = parseRuns((rest ?? line).trim())
  if (runs.length === 0) return null
  if (mark === undefined) return { kind: 'paragraph', runs }
  return { kind: 'point', ordered: /\p{Nd}/u.test(mark), depth: depthOf(spaces!), runs }
}

export const parseClause = ({ heading, body }: WrittenClause): ClauseVersion => ({
  heading: parseRuns(heading.replace(/[\r\n\u2028\u2029]+/g, ' ').trim()),
  blocks: body
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(parseLine)
    .filter(block => block !== null),
})

export function writeClause({ heading, blocks }: ClauseVersion): WrittenClause {
  const counts = [0, 0, 0]
  const lines = blocks.map(block => {
    const text = writeRuns(block.runs)
    if (block.kind === 'paragraph') {
      counts.fill(0)
      return asParagraph(text)
    }
    counts.fill(0, block.depth + 1)
    counts[block.depth]! += 1
    return `${'  '.repeat(block.depth)}${block.ordered ? `${counts[block.depth]}.` : '-'} ${text}`
  })
  return { heading: writeRuns(heading), body: lines.join('\n') }
}
