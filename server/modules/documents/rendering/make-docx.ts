// Makes a Word file of a laid-out document, each language version in its own direction; runs in the process of its own.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { baseLanguage } from './numbering.ts'
import type {
  PaperBlock,
  PaperCell,
  PaperLanguage,
  PaperLayout,
  PaperRow,
  PaperRun,
  PaperSignature,
} from './paper-layout.ts'

type ParagraphMore = Omit<IParagraphOptions, 'children' | 'bidirectional'>
interface RunLook {
  bold?: boolean
  italics?: boolean
  /** In half points. */
  size?: number
  color?: string
}

// The file carries no typefaces: these are on the machines of most readers, and complete for their script.
const fonts = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Vazirmatn', eastAsia: 'Times New Roman' }
const languageTags: Record<string, string> = { fa: 'fa-IR', en: 'en-GB', ru: 'ru-RU' }
const tagOf = (code: string) => languageTags[baseLanguage(code)] ?? code

/** Points of a document with one, two or three languages, in half points. */
const sizes = [22, 20, 18] as const
const muted = '5B6067'
/** Twentieths of a point. */
const indent = 400

// Isolates are not honoured by all versions of Word: what they enclose becomes a run of the other direction instead.
const isolates = /[\u2066\u2068]([^\u2066-\u2069]*)\u2069/

function runsOf(text: string, { code, rtl }: PaperLanguage, look: RunLook): TextRun[] {
  const isForeign = (part: string, at: number) => at % 2 === 1 && (!rtl || !/[\u0590-\u08FF]/.test(part))
  return text.split(isolates).flatMap((part, at) => {
    const toLeft = rtl && !isForeign(part, at)
    return part.split('\n').flatMap((line, nth) =>
      line === '' && nth === 0
        ? []
        : [
            new TextRun({
              text: line,
              ...(nth > 0 && { break: 1 }),
              ...{ font: fonts, rightToLeft: toLeft, bold: look.bold ?? false, boldComplexScript: look.bold ?? false },
              ...{ italics: look.italics ?? false, italicsComplexScript: look.italics ?? false },
              ...(look.size !== undefined && { size: look.size, sizeComplexScript: look.size }),
              ...(look.color !== undefined && { color: look.color }),
              language: toLeft ? { bidirectional: tagOf(code) } : { value: rtl ? 'en-GB' : tagOf(code) },
            }),
          ],
    )
  })
}

const paragraph = (language: PaperLanguage, children: TextRun[], more: ParagraphMore = {}): Paragraph =>
  new Paragraph({ alignment: AlignmentType.START, ...more, bidirectional: language.rtl, children })

const line = (language: PaperLanguage, text: string, look: RunLook = {}, more: ParagraphMore = {}): Paragraph =>
  paragraph(language, runsOf(text, language, look), more)

const styled = (runs: readonly PaperRun[], language: PaperLanguage, size: number, bold = false): TextRun[] =>
  runs.flatMap(run => runsOf(run.text, language, { bold: bold || run.bold, italics: run.italic, size }))

function blockOf(block: PaperBlock, language: PaperLanguage, size: number): Paragraph {
  const label = block.label === null ? [] : runsOf(`${block.label}\t`, language, { size })
  const start = (block.depth + 1) * indent
  return paragraph(language, [...label, ...styled(block.runs, language, size)], {
    spacing: { after: 80 },
    ...(block.label !== null && { indent: { start, hanging: indent }, tabStops: [{ type: 'start', position: start }] }),
  })
}

function cellContent(cell: PaperCell, language: PaperLanguage, size: number): Paragraph[] {
  const label = cell.heading?.label ?? ''
  const gap = label !== '' && cell.heading!.runs.length > 0 ? ' ' : ''
  const heading = cell.heading
    ? [
        paragraph(
          language,
          [...runsOf(label + gap, language, { bold: true, size }), ...styled(cell.heading.runs, language, size, true)],
          { heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 120, after: 60 } },
        ),
      ]
    : []
  return [...heading, ...cell.blocks.map(block => blockOf(block, language, size))]
}

/** Word's own headings are blue. */
const ink = { run: { color: '000000', font: fonts } }

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const hair = { style: BorderStyle.SINGLE, size: 4, color: 'C4C4C4' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none }

/** Cells side by side; never mirrored by the program, which would take its direction from the first cell. */
function tableOf(
  width: number,
  rows: { cells: Paragraph[][]; mayBreak: boolean }[],
  columns: number,
  isRuled: boolean,
): Table {
  const columnWidth = Math.floor(width / columns)
  return new Table({
    ...{ visuallyRightToLeft: false, layout: TableLayoutType.FIXED, columnWidths: Array(columns).fill(columnWidth) },
    width: { size: columnWidth * columns, type: WidthType.DXA },
    borders: { ...noBorders, insideVertical: isRuled ? hair : none },
    rows: rows.map(
      ({ cells, mayBreak }) =>
        new TableRow({
          cantSplit: !mayBreak,
          children: cells.map(
            children =>
              new TableCell({
                width: { size: columnWidth, type: WidthType.DXA },
                margins: { left: 115, right: 115, top: 20, bottom: 20 },
                children: children.length > 0 ? children : [new Paragraph({})],
              }),
          ),
        }),
    ),
  })
}

/** The first language stands where its readers begin: a table whose first column is on the right has its cells turned round. */
const inOrder = <T>(languages: readonly PaperLanguage[], cells: T[]): T[] =>
  languages[0]!.rtl ? cells.toReversed() : cells

export async function makeDocx(layout: PaperLayout): Promise<Uint8Array> {
  const { languages } = layout
  const count = languages.length
  const size = sizes[count - 1] ?? sizes[2]
  // A4 without its margins, in twentieths of a point.
  const width = count === 3 ? 16838 - 2 * 960 : 11906 - 2 * (count === 1 ? 1420 : 960)
  const beside = (of: (language: PaperLanguage, at: number) => Paragraph[]) =>
    tableOf(width, [{ cells: inOrder(languages, languages.map(of)), mayBreak: true }], count, false)
  const rows = (list: readonly PaperRow[]): (Table | Paragraph)[] => {
    const content = list.map(row => ({
      cells: row.cells.map((cell, at) => cellContent(cell, languages[at]!, size)),
      mayBreak: row.mayBreak,
    }))
    if (count === 1) return content.flatMap(row => row.cells.flat())
    if (content.length === 0) return []
    return [
      tableOf(
        width,
        content.map(row => ({ ...row, cells: inOrder(languages, row.cells) })),
        count,
        true,
      ),
    ]
  }
  const centred = { alignment: AlignmentType.CENTER, spacing: { after: 120 } }
  const title = (language: PaperLanguage, at: number, scale: number): Paragraph =>
    line(
      language,
      layout.title[at]!,
      { bold: true, size: Math.round(size * scale) },
      { ...centred, heading: HeadingLevel.HEADING_1 },
    )
  const facts = (language: PaperLanguage, at: number): Paragraph[] =>
    [layout.number[at], layout.version[at]]
      .filter(fact => fact !== undefined)
      .map(fact => line(language, fact, { size, color: muted }, centred))
  const cover = layout.hasCover
    ? [
        ...languages.map((language, at) => title(language, at, 1.8)),
        beside((language, at) =>
          layout.parties.flatMap((party, nth) => [
            ...(nth > 0 ? [line(language, layout.and[at]!, { size }, centred)] : []),
            line(language, party.name[at]!, { bold: true, size }, centred),
            line(language, party.place[at]!, { size, color: muted }, centred),
          ]),
        ),
        new Paragraph({ spacing: { before: 1200 } }),
        beside((language, at) => [...facts(language, at), line(language, layout.placeAndDate[at]!, { size }, centred)]),
        new Paragraph({ children: [new PageBreak()] }),
      ]
    : [beside((language, at) => [title(language, at, 1.4), ...facts(language, at)]), new Paragraph({})]
  const document = new Document({
    ...{ title: layout.documentTitle, creator: layout.authors.join('; ') || 'Concord' },
    styles: { default: { document: { run: { font: fonts, size } }, heading1: ink, heading2: ink } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: 11906,
              height: 16838,
              orientation: count === 3 ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: 1190, bottom: 1080, left: count === 1 ? 1420 : 960, right: count === 1 ? 1420 : 960 },
          },
        },
        headers: { default: new Header({ children: [headerOf(layout, width)] }) },
        footers: { default: new Footer({ children: [footer] }) },
        children: [
          ...cover,
          ...rows(layout.body),
          ...signatures(layout, width, size),
          ...layout.annexes.flatMap(annex => [new Paragraph({ children: [new PageBreak()] }), ...rows(annex)]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function headerOf({ header, draft }: PaperLayout, width: number): Paragraph {
  const look = { size: 15, color: muted, font: fonts }
  return new Paragraph({
    tabStops: [{ type: 'right', position: width }],
    children: [
      new TextRun({ text: [header.start, draft].filter(Boolean).join(' · '), ...look }),
      new TextRun({ text: `\t${header.end}`, ...look }),
    ],
  })
}

const footer = new Paragraph({
  alignment: AlignmentType.CENTER,
  children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 15, color: muted })],
})

function signatures(layout: PaperLayout, width: number, size: number): (Table | Paragraph)[] {
  const { languages } = layout
  if (layout.signatures.length === 0) return []
  const of = (one: PaperSignature): Paragraph[] => [
    ...languages.map((language, at) => line(language, one.names[at]!, { bold: true, size }, { keepNext: true })),
    new Paragraph({ keepNext: true, spacing: { before: 700 }, border: { bottom: { ...hair, color: '000000' } } }),
    ...languages.map((language, at) => {
      const who = [one.signatory[at], one.title[at]].filter(Boolean)
      return line(language, who.length > 0 ? who.join(language.rtl ? '، ' : ', ') : layout.signatureLabel[at]!, {
        size,
      })
    }),
  ]
  const pairs = Array.from({ length: Math.ceil(layout.signatures.length / 2) }, (_, at) =>
    layout.signatures.slice(2 * at, 2 * at + 2),
  )
  const columns = Math.min(2, layout.signatures.length)
  const dated = languages.map((language, at) =>
    line(
      language,
      layout.placeAndDate[at] || `${layout.placeAndDateLabel[at]}: ____________________`,
      { size },
      { keepNext: true },
    ),
  )
  return [
    new Paragraph({ spacing: { before: 400 } }),
    tableOf(
      width,
      [
        {
          cells: inOrder(
            languages,
            dated.map(one => [one]),
          ),
          mayBreak: false,
        },
      ],
      languages.length,
      false,
    ),
    new Paragraph({ spacing: { before: 200 } }),
    tableOf(
      width,
      pairs.map(pair => {
        const cells = pair.map(of)
        if (cells.length < columns) cells.push([])
        return { cells: inOrder(languages, cells), mayBreak: false }
      }),
      ...([columns, false] as const),
    ),
  ]
}
