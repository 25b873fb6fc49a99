// Builds workbooks from raw sheet XML, so that tests can hold what no writing library would produce.
import { strToU8, type Zippable, zipSync } from 'fflate'

export interface SheetFixture {
  name: string
  /** Inner XML of the worksheet element: sheetData and what follows it. */
  xml: string
  state?: 'hidden' | 'veryHidden'
  /** Relationships of the sheet: id, last word of the type, target. */
  relationships?: [id: string, type: string, target: string, isExternal?: boolean][]
}

export interface WorkbookFixture {
  sheets: SheetFixture[]
  strings?: string[]
  /** Number format codes; style index n + 1 uses the n-th. Style 0 is General. */
  formats?: string[]
  is1904?: boolean
  /** More parts by name, or replacements of parts. */
  parts?: Record<string, string | Uint8Array>
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function relationshipsXml(list: [id: string, type: string, target: string, isExternal?: boolean][]): string {
  const one = ([id, type, target, isExternal]: [string, string, string, boolean?]) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(one).join('')}</Relationships>`
}

export function buildWorkbook(fixture: WorkbookFixture): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationshipsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(fixture),
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ...fixture.sheets.map((_, index): [string, string, string] => [
        `rId${index + 1}`,
        'worksheet',
        `worksheets/sheet${index + 1}.xml`,
      ]),
      ['rIdS', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdF', 'styles', '/xl/styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${(fixture.strings ?? []).map(xml => `<si>${xml}</si>`).join('')}</sst>`,
    'xl/styles.xml': stylesXml(fixture.formats ?? []),
  }
  for (const [index, sheet] of fixture.sheets.entries()) {
    const name = `sheet${index + 1}.xml`
    parts[`xl/worksheets/${name}`] =
      `<?xml version="1.0"?><worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${sheet.xml}</worksheet>`
    if (sheet.relationships !== undefined) {
      parts[`xl/worksheets/_rels/${name}.rels`] = relationshipsXml(sheet.relationships)
    }
  }
  return zipParts({ ...parts, ...fixture.parts })
}

export function zipParts(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts)) {
    files[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(files)
}

function workbookXml(fixture: WorkbookFixture): string {
  const sheets = fixture.sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${fixture.is1904 ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`
}

function stylesXml(formats: string[]): string {
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const cells = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`)
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`
}

/** Sheet data of text cells, given as they should be read. */
export function textSheet(rows: (string | null)[][]): string {
  const cell = (text: string | null) => (text === null ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`)
  return `<sheetData>${rows.map(row => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>`
}
