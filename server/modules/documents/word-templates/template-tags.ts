// The tags that an office may write in its own Word template, and what stands there in a document. Pure.
import { withoutIsolates } from '#core/bidi.ts'
import type { PaperBlock, PaperLayout, PaperRow, PaperSignature } from '../rendering/paper-layout.ts'

/** A name of a loop holds names; of a value, nothing. */
export interface TagTree {
  readonly [name: string]: TagTree | null
}

const clause: TagTree = { label: null, heading: null, paragraphs: { label: null, text: null } }

/** Every value may carry the language at its end, `title_fa`; without it the first language of the document speaks. */
export const templateTags: TagTree = {
  ...{ title: null, number: null, version: null, place_and_date: null, hash: null, code: null, address: null },
  parties: { name: null, place: null },
  clauses: clause,
  annexes: clause,
  signatures: { party: null, signatory: null, position: null },
}

const withoutLanguage = (name: string): string => name.replace(/_[a-z]{2,3}$/, '')

/** Whether a name may stand in this place. */
export function knownTag(place: TagTree, name: string): TagTree | null | undefined {
  const own = (key: string) => (Object.hasOwn(place, key) ? place[key] : undefined)
  const exact = own(name)
  if (exact !== undefined) return exact
  // A loop runs through all languages at once.
  return own(withoutLanguage(name)) === null ? null : undefined
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** The name that was probably meant, or null. */
export function suggestedTag(place: TagTree, name: string): string | null {
  const bare = withoutLanguage(name.toLowerCase().slice(0, 40))
  const nearest = Object.keys(place)
    .map(key => ({ key, away: Math.min(distance(name.toLowerCase().slice(0, 40), key), distance(bare, key)) }))
    .sort((a, b) => a.away - b.away)[0]
  return nearest && nearest.away <= Math.max(2, nearest.key.length / 3) ? nearest.key : null
}

export type TemplateValues = { [name: string]: string | TemplateValues[] }

/** One value for each language, and the first one's without a suffix. */
function said(layout: PaperLayout, name: string, texts: readonly (string | undefined)[]): TemplateValues {
  const entries = layout.languages.map(({ code }, at): [string, string] => [
    `${name}_${code.split('-')[0]}`,
    withoutIsolates(texts[at] ?? ''),
  ])
  return { [name]: entries[0]?.[1] ?? '', ...Object.fromEntries(entries) }
}

const words = (block: PaperBlock | undefined): string => block?.runs.map(run => run.text).join('') ?? ''

function clausesOf(layout: PaperLayout, rows: readonly PaperRow[]): TemplateValues[] {
  const clauses: PaperRow[][] = []
  for (const row of rows) {
    if (row.startsClause) clauses.push([row])
    else clauses.at(-1)?.push(row)
  }
  return clauses.map(parts => {
    const heads = parts[0]!.cells.map(cell => cell.heading)
    const blocks = layout.languages.map((_, at) => parts.flatMap(row => row.cells[at]?.blocks ?? []))
    const most = Math.max(0, ...blocks.map(list => list.length))
    return {
      ...said(
        layout,
        'label',
        heads.map(head => head?.label),
      ),
      ...said(
        layout,
        'heading',
        heads.map(head => head?.runs.map(run => run.text).join('')),
      ),
      paragraphs: Array.from({ length: most }, (_, nth) => ({
        ...said(
          layout,
          'label',
          blocks.map(list => list[nth]?.label ?? ''),
        ),
        ...said(
          layout,
          'text',
          blocks.map(list => words(list[nth])),
        ),
      })),
    }
  })
}

const signatureOf = (layout: PaperLayout, one: PaperSignature): TemplateValues => ({
  ...said(layout, 'party', one.names),
  ...said(layout, 'signatory', one.signatory),
  ...said(layout, 'position', one.title),
})

/** What stands for each tag in this document. */
export function templateValues(layout: PaperLayout): TemplateValues {
  return {
    ...said(layout, 'title', layout.title),
    ...said(layout, 'number', layout.number),
    ...said(layout, 'version', layout.version),
    ...said(layout, 'place_and_date', layout.placeAndDate),
    ...{ hash: layout.hash, code: layout.verification?.code ?? '', address: layout.verification?.address ?? '' },
    parties: layout.parties.map(party => ({
      ...said(layout, 'name', party.name),
      ...said(layout, 'place', party.place),
    })),
    clauses: clausesOf(layout, layout.body),
    annexes: layout.annexes.flatMap(rows => clausesOf(layout, rows)),
    signatures: layout.signatures.map(one => signatureOf(layout, one)),
  }
}
