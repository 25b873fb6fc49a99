// The words of a clause as they look in a text: heading, paragraphs, points, variables marked.
import type { ResponseOf } from '#core/contract.ts'
import type { getClause } from '#modules/documents/library/library.contract.ts'
import { directionIn } from './library-words.ts'

export type FormattedVersion = ResponseOf<typeof getClause>['formatted'][number]['versions'][string]
type Run = FormattedVersion['heading'][number]
type Block = FormattedVersion['blocks'][number]

/** Text never changes place without the whole being drawn anew, so that places are keys. */
const keyed = <T,>(items: readonly T[]) => items.map((item, at) => ({ key: `${at}`, item }))

function Runs({ runs }: { runs: readonly Run[] }) {
  return keyed(runs).map(({ key, item }) => {
    const look = `${item.bold ? 'font-semibold' : ''} ${item.italic ? 'italic' : ''}`
    return item.variable ? (
      <bdi key={key} className={`rounded-sm bg-accent-soft px-1 ${look}`}>
        {item.text || item.variable}
      </bdi>
    ) : (
      <span key={key} className={look}>
        {item.text}
      </span>
    )
  })
}

/** The mark of each point; points count anew after a paragraph. */
function marksOf(blocks: readonly Block[], language: string): string[] {
  const counts = [0, 0, 0]
  const number = new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : language)
  return blocks.map(block => {
    if (block.kind === 'paragraph') {
      counts.fill(0)
      return ''
    }
    counts.fill(0, block.depth + 1)
    counts[block.depth] = (counts[block.depth] ?? 0) + 1
    return block.ordered ? `${number.format(counts[block.depth] ?? 0)}.` : '–'
  })
}

const indents = ['', 'ms-5', 'ms-10'] as const

export function FormattedClause({ version, language }: { version: FormattedVersion; language: string }) {
  const marks = marksOf(version.blocks, language)
  return (
    <div lang={language} dir={directionIn(language)} className="flex flex-col gap-2 text-start text-base">
      {version.heading.length > 0 && (
        <p className="font-semibold">
          <Runs runs={version.heading} />
        </p>
      )}
      {keyed(version.blocks).map(({ key, item }, at) =>
        item.kind === 'paragraph' ? (
          <p key={key}>
            <Runs runs={item.runs} />
          </p>
        ) : (
          <p key={key} className={`flex gap-2 ${indents[item.depth] ?? ''}`}>
            <span className="shrink-0 text-muted">{marks[at]}</span>
            <span className="min-w-0">
              <Runs runs={item.runs} />
            </span>
          </p>
        ),
      )}
    </div>
  )
}
