// Finds the sheets of a workbook and reads what all sheets share: relationships, number formats, texts.
import { type ReadingBudget, refusal } from './reading-budget.ts'
import { type NumberShape, numberShape } from './serial-date.ts'
import { prefixedAttribute, readXml, type XmlEvents } from './xml-events.ts'
import { entryKey, unpackEntry, type ZipArchive } from './zip-archive.ts'

export interface Relationship {
  /** Last word of the type address, such as `worksheet` or `hyperlink`. */
  type: string
  target: string
  isExternal: boolean
}

export interface SheetPlace {
  name: string
  part: string
  hidden: boolean
}

export interface WorkbookOutline {
  part: string
  sheets: SheetPlace[]
  is1904: boolean
  relationships: Map<string, Relationship>
}

/** False when the archive has no such part. */
export async function readPart(
  archive: ZipArchive,
  part: string,
  events: XmlEvents,
  budget: ReadingBudget,
): Promise<boolean> {
  const entry = archive.entries.get(entryKey(part))
  if (entry === undefined) return false
  await readXml(unpackEntry(archive, entry, budget), entry.name, events, budget)
  return true
}

export async function readRelationships(
  archive: ZipArchive,
  part: string,
  budget: ReadingBudget,
): Promise<Map<string, Relationship>> {
  const slash = part.lastIndexOf('/') + 1
  const found = new Map<string, Relationship>()
  const open = (name: string, attributes: Record<string, string>) => {
    if (name !== 'Relationship') return
    const isExternal = attributes.TargetMode === 'External'
    const target = attributes.Target ?? ''
    found.set(attributes.Id ?? '', {
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolvePart(part, target),
      isExternal,
    })
  }
  await readPart(archive, `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, { open }, budget)
  return found
}

function resolvePart(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

export async function findWorkbook(archive: ZipArchive, budget: ReadingBudget): Promise<string> {
  const root = await readRelationships(archive, '', budget)
  const named = [...root.values()].find(relationship => relationship.type === 'officeDocument')?.target
  return named ?? 'xl/workbook.xml'
}

export async function readOutline(archive: ZipArchive, budget: ReadingBudget): Promise<WorkbookOutline> {
  const part = await findWorkbook(archive, budget)
  const relationships = await readRelationships(archive, part, budget)
  const sheets: SheetPlace[] = []
  let is1904 = false
  const open = (name: string, attributes: Record<string, string>) => {
    if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
    if (name !== 'sheet') return
    const relationship = relationships.get(prefixedAttribute(attributes, 'id') ?? '')
    if (relationship?.type !== 'worksheet') return
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
    sheets.push({ name: attributes.name ?? `Sheet ${sheets.length + 1}`, part: relationship.target, hidden })
  }
  if (!(await readPart(archive, part, { open }, budget))) throw refusal('damaged', { part })
  if (sheets.length > budget.limits.sheets) {
    throw refusal('too_many_sheets', { count: sheets.length, limit: budget.limits.sheets })
  }
  return { part, sheets, is1904, relationships }
}

export function sharedPart(outline: WorkbookOutline, type: string): string | undefined {
  return [...outline.relationships.values()].find(relationship => relationship.type === type)?.target
}

/** Shape of numbers for each cell style index. */
export async function readStyles(
  archive: ZipArchive,
  part: string | undefined,
  budget: ReadingBudget,
): Promise<NumberShape[]> {
  const codes = new Map<number, string>()
  const shapes: NumberShape[] = []
  let isInCellFormats = false
  const events: XmlEvents = {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') isInCellFormats = true
      else if (name === 'xf' && isInCellFormats) {
        const id = Number(attributes.numFmtId ?? 0)
        shapes.push(numberShape(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false
    },
  }
  if (part !== undefined) await readPart(archive, part, events, budget)
  return shapes
}

/** Rich text becomes plain; reading aids (phonetic runs) are not part of the text. */
export async function readSharedStrings(
  archive: ZipArchive,
  part: string | undefined,
  budget: ReadingBudget,
): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isAid = false
  const events: XmlEvents = {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') isText = !isAid
      else if (name === 'rPh') isAid = true
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      if (name === 'si') strings.push(unescapeCharacters(text))
      else if (name === 't') isText = false
      else if (name === 'rPh') isAid = false
    },
  }
  if (part !== undefined) await readPart(archive, part, events, budget)
  return strings
}

/** Workbooks write characters that XML cannot hold as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
export function unescapeCharacters(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
