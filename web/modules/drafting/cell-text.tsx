// The text of a cell as it is read: headings, paragraphs and points, suggestions marked where they are shown.
import type { DraftBlock, DraftRun } from '#modules/drafting/draft-form.states.ts'
import './draft.css'

const overrides = /[\u202A-\u202E\u2066-\u2069]/g
/** Signs that turn the direction of a text around are shown as what they are, and turn nothing. */
const shown = (text: string): string => text.replace(overrides, '\uFFFD').replaceAll('\u200b', '')

function Run({ run }: { run: DraftRun }) {
  const words = shown(run.text)
  let node = <>{words}</>
  if (run.variable !== undefined) node = <span className="draft-variable">{node}</span>
  if (run.bold) node = <strong>{node}</strong>
  if (run.italic) node = <em>{node}</em>
  if (run.insertion !== undefined) return <ins>{node}</ins>
  if (run.deletion !== undefined) return <del>{node}</del>
  return node
}

const look = (block: DraftBlock): string | undefined => {
  if (block.kind === 'heading') return 'draft-heading'
  if (block.kind === 'point')
    return `draft-point draft-depth-${block.depth} ${block.ordered ? 'draft-ordered' : 'draft-bullet'}`
  return undefined
}

export function CellText({ blocks }: { blocks: readonly DraftBlock[] }) {
  return blocks.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no names, and none of them holds state
    <p key={at} className={look(block)}>
      {block.runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Run key={index} run={run} />
      ))}
      {block.runs.length === 0 && <br />}
    </p>
  ))
}
