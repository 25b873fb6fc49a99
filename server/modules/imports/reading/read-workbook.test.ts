// Workbooks as offices have them: every kind of cell comes out as it stands, and hostile or broken ones get a sentence.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { readSourceFile } from './read-source-file.ts'
import { type Cell, ReadingError, type SourceFile } from './source-table.ts'
import { assertSayable } from './testing/assert-sayable.ts'
import {
  buildWorkbook,
  relationshipsXml,
  textSheet,
  type WorkbookFixture,
  zipParts,
} from './testing/workbook-fixture.ts'

async function read(fixture: WorkbookFixture, fileName?: string): Promise<SourceFile> {
  const file = await readSourceFile({ bytes: buildWorkbook(fixture) }, fileName === undefined ? {} : { fileName })
  for (const notice of file.notices) assertSayable(notice)
  return file
}

async function readRows(xml: string, more: Partial<WorkbookFixture> = {}): Promise<Cell[][]> {
  const file = await read({ sheets: [{ name: 'List', xml }], ...more })
  return file.tables[0]!.rows
}

function refuses(bytes: Uint8Array, code: string, options: Parameters<typeof readSourceFile>[1] = {}): Promise<void> {
  return assert.rejects(readSourceFile({ bytes }, options), (error: unknown) => {
    assert.ok(error instanceof ReadingError, String(error))
    assert.equal(error.code, code)
    assertSayable(error)
    return true
  })
}

const codes = (file: SourceFile) => file.notices.map(notice => notice.code)

test('cells of every type are read as they stand', async () => {
  const rows = await readRows(
    `<sheetData><row r="1">
      <c r="A1" t="s"><v>0</v></c><c r="B1"><v>12.5</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>
      <c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r></is></c>
      <c r="G1" t="str"><f>A1&amp;"x"</f><v>result</v></c><c r="H1"><f>1+1</f><v>2</v></c><c r="J1" t="s"><v>1</v></c>
      <c r="K1" t="d"><v>2024-02-29T00:00:00</v></c><c r="L1" t="str"><f>""</f><v></v></c></row></sheetData>`,
    {
      strings: [
        '<t xml:space="preserve"> Tehran &amp; co </t>',
        '<r><t>東</t></r><r><rPr><b/></rPr><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
      ],
    },
  )
  assert.deepEqual(rows, [
    [
      ' Tehran & co ',
      12.5,
      true,
      false,
      { error: '#N/A' },
      'in line',
      'result',
      2,
      null,
      '東京',
      { date: '2024-02-29', serial: 45351 },
    ],
  ])
})

test('rows and columns stay where a person sees them, also where addresses are missing', async () => {
  const rows = await readRows(
    '<dimension ref="A1:XFD1048576"/><sheetData><row r="3"><c r="C3"><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row></sheetData>',
  )
  assert.deepEqual(rows, [[], [], [null, null, 1], [2, 3]])
})

test('a cell in the last row of a sheet costs little', async () => {
  const rows = await readRows(
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c></row></sheetData>',
  )
  assert.equal(rows.length, 1_048_576)
  assert.deepEqual(rows.at(-1), [null, 2])
})

test('formatted empty rows at the end are no rows', async () => {
  const empty = Array.from({ length: 500 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`)
  const rows = await readRows(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${empty.join('')}</sheetData>`)
  assert.deepEqual(rows, [[1]])
})

test('number formats make dates, times and codes, in both date systems', async () => {
  const formats = [
    'dd.mm.yyyy',
    '[$-F800]dddd, mmmm dd, yyyy',
    'yyyy-mm-dd hh:mm',
    'h:mm',
    '[h]:mm',
    '00000',
    '0.00E+00',
    '"day "0',
    'mmm yy',
    '[Red]#,##0',
  ]
  const values = [45351, 45351.75, 45351.75, 0.4375, 1.5, 123, 1234, 5, 45351, 1000]
  const cells = values.map((value, index) => `<c s="${index + 1}"><v>${value}</v></c>`).join('')
  const expected: Cell[] = [
    { date: '2024-02-29', serial: 45351 },
    { date: '2024-02-29', serial: 45351.75 },
    { date: '2024-02-29T18:00:00', serial: 45351.75 },
    '10:30',
    1.5,
    '00123',
    1234,
    5,
    { date: '2024-02-29', serial: 45351 },
    1000,
  ]
  assert.deepEqual(await readRows(`<sheetData><row>${cells}</row></sheetData>`, { formats }), [expected])
  const in1904 = await readRows('<sheetData><row><c s="1"><v>0</v></c><c s="1"><v>43889</v></c></row></sheetData>', {
    formats,
    is1904: true,
  })
  assert.deepEqual(in1904, [
    [
      { date: '1904-01-01', serial: 0 },
      { date: '2024-02-29', serial: 43889 },
    ],
  ])
})

test('the day that 1900 did not have stays a number and is told', async () => {
  const cells = [1, 59, 60, 61, 0, -3, 2958465, 2958466].map(value => `<c s="1"><v>${value}</v></c>`).join('')
  const file = await read({
    sheets: [{ name: 'List', xml: `<sheetData><row>${cells}</row></sheetData>` }],
    formats: ['d/m/yy'],
  })
  assert.deepEqual(file.tables[0]!.rows, [
    [
      { date: '1900-01-01', serial: 1 },
      { date: '1900-02-28', serial: 59 },
      60,
      { date: '1900-03-01', serial: 61 },
      0,
      -3,
      { date: '9999-12-31', serial: 2958465 },
      2958466,
    ],
  ])
  assert.deepEqual(file.notices, [
    {
      code: 'impossible_date',
      severity: 'warning',
      table: 'List',
      row: 1,
      column: 2,
      values: { count: 4, table: 'List', rows: '1', example: '60' },
    },
  ])
})

test('links come from cells and from formulas, with their text', async () => {
  const file = await read({
    sheets: [
      {
        name: 'List',
        xml: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Charles University</t></is></c>
          <c r="B1" t="str"><f>HYPERLINK("https://b.example/?q=""x""","B")</f><v>B shown</v></c>
          <c r="C1"><f>HYPERLINK("https://c.example")</f></c><c r="D1"><v>7</v></c></row></sheetData>
          <hyperlinks><hyperlink ref="A1" r:id="rId9"/><hyperlink ref="D1:E4" r:id="rId9"/><hyperlink ref="B1" location="Other!A1"/></hyperlinks>`,
        relationships: [['rId9', 'hyperlink', 'https://a.example/?x=1&amp;y=2', true]],
      },
    ],
  })
  assert.deepEqual(file.tables[0]!.rows, [
    [
      { link: 'https://a.example/?x=1&y=2', text: 'Charles University' },
      { link: 'https://b.example/?q="x"', text: 'B shown' },
      { link: 'https://c.example', text: 'https://c.example' },
      { link: 'https://a.example/?x=1&y=2', text: '7' },
    ],
  ])
  assert.deepEqual(codes(file), [])
})

test('a formula without a stored result is kept as text and told', async () => {
  const file = await read({
    sheets: [
      {
        name: 'List',
        xml: '<sheetData><row r="2"><c r="B2"><f>SUM(A1:A9)</f></c><c r="C2"><f t="shared" si="0"/></c></row></sheetData>',
      },
    ],
  })
  assert.deepEqual(file.tables[0]!.rows, [[], [null, '=SUM(A1:A9)']])
  assert.deepEqual(codes(file), ['formula_without_result'])
})

test('merges, filters, hidden parts, comments and macros are told', async () => {
  const file = await read(
    {
      sheets: [
        {
          name: 'List',
          xml: `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData>
            <autoFilter ref="A1:C2"/><mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="A1:A9"/><mergeCell ref="A50:A51"/></mergeCells>`,
          relationships: [['rId1', 'comments', '../comments1.xml']],
        },
        { name: 'Codes', xml: textSheet([['x']]), state: 'veryHidden' },
      ],
      parts: {
        'xl/vbaProject.bin': new Uint8Array([1, 2, 3]),
        'xl/comments1.xml':
          '<comments><commentList><comment ref="A1"><text><t>ask</t></text></comment></commentList></comments>',
      },
    },
    'agreements.xlsm',
  )
  assert.equal(file.format, 'xlsm')
  assert.deepEqual(codes(file), [
    'macros_ignored',
    'hidden_rows',
    'hidden_columns',
    'comments_not_read',
    'hidden_sheet',
  ])
  assert.deepEqual(file.tables[0]!.merges, [
    { top: 0, left: 1, bottom: 0, right: 2 },
    { top: 0, left: 0, bottom: 1, right: 0 },
  ])
  assert.deepEqual(file.tables[0]!.listRange, { top: 0, left: 0, bottom: 1, right: 2 })
  assert.equal(file.tables[1]!.hidden, true)
})

test('prefixed element names and UTF-16 parts are understood', async () => {
  const xml =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>قرارداد</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')])
  const rows = await readRows('', { parts: { 'xl/worksheets/sheet1.xml': utf16 } })
  assert.deepEqual(rows, [['قرارداد']])
})

test('escaped, null, control and direction characters: kept as written but for null', async () => {
  const file = await read({
    sheets: [
      {
        name: 'List',
        xml: textSheet([['a_x0000_b', 'line_x000D_\nend', '_x005F_x0041_', 'x\u202egnp', 'bell_x0007_']]),
      },
    ],
  })
  assert.deepEqual(file.tables[0]!.rows, [['ab', 'line\r\nend', '_x0041_', 'x\u202egnp', 'bell\u0007']])
  assert.deepEqual(codes(file), ['null_characters_removed', 'direction_overrides', 'control_characters'])
})

test('columns beyond the limit are counted, not silently lost', async () => {
  const cells = Array.from({ length: 5000 }, (_, index) => `<c><v>${index}</v></c>`).join('')
  const file = await read({ sheets: [{ name: 'Wide', xml: `<sheetData><row>${cells}</row></sheetData>` }] })
  assert.equal(file.tables[0]!.rows[0]!.length, 2000)
  assert.deepEqual(file.notices[0]!.values, {
    count: 3000,
    kept: 2000,
    end: 'BXX',
    last: 'GJH',
    row: 1,
    table: 'Wide',
    rows: '1',
  })
})

test('limits on rows, cells, texts and sheets name the limit', async () => {
  const bytes = buildWorkbook({
    sheets: [
      {
        name: 'List',
        xml: textSheet([
          ['a', 'bcd'],
          ['c', 'd'],
          ['e', 'f'],
        ]),
      },
    ],
  })
  await refuses(bytes, 'too_many_rows', { limits: { rows: 2 } })
  await refuses(bytes, 'too_many_cells', { limits: { cells: 5 } })
  await refuses(bytes, 'cell_too_long', { limits: { cellCharacters: 2 } })
  await refuses(bytes, 'too_much_text', { limits: { characters: 5 } })
  await refuses(bytes, 'file_too_large', { limits: { fileBytes: 100 } })
  await refuses(bytes, 'too_many_parts', { limits: { entries: 3 } })
  await refuses(bytes, 'too_many_sheets', { limits: { sheets: 0 } })
})

test('bombs are refused by what they unpack to, whatever they declare', async () => {
  const bomb = buildWorkbook({ sheets: [{ name: 'List', xml: `<sheetData>${' '.repeat(60_000_000)}</sheetData>` }] })
  await refuses(bomb, 'suspicious_compression')
  await refuses(bomb, 'unzipped_too_large', { limits: { unzippedBytes: 10_000_000 } })
  const lying = Buffer.from(bomb)
  const directory = lying.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46
  lying.writeUInt32LE(10, directory + 24)
  await refuses(lying, 'unzipped_too_large', { limits: { unzippedBytes: 10_000_000 } })
})

test('entity declarations are refused', async () => {
  const xml =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
  await refuses(
    buildWorkbook({ sheets: [{ name: 'List', xml: '' }], parts: { 'xl/worksheets/sheet1.xml': xml } }),
    'hostile_xml',
  )
  const undeclared = '<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
  await refuses(
    buildWorkbook({ sheets: [{ name: 'List', xml: '' }], parts: { 'xl/worksheets/sheet1.xml': undeclared } }),
    'damaged',
  )
})

test('a file cut anywhere gets a sentence', async () => {
  const whole = buildWorkbook({ sheets: [{ name: 'List', xml: textSheet([['a', 'b']]) }] })
  for (const share of [0.2, 0.5, 0.9, 0.99])
    await refuses(whole.subarray(0, Math.floor(whole.length * share)), 'cut_off')
})

test('changed bytes inside are noticed by the checksum', async () => {
  const whole = Buffer.from(
    zipSync(
      {
        'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>'),
        '_rels/.rels': strToU8(relationshipsXml([['rId1', 'officeDocument', 'xl/workbook.xml']])),
      },
      { level: 0 },
    ),
  )
  whole[whole.indexOf('<sheets/>') + 1] = 'S'.charCodeAt(0)
  await refuses(whole, 'damaged')
})

test('other kinds of files are named', async () => {
  const ole = (stream: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(`${stream}\u0000`, 'utf16le'),
    ])
  await refuses(new Uint8Array(), 'empty_file')
  await refuses(ole('EncryptedPackage'), 'password_protected', { fileName: 'a.xlsx' })
  await refuses(ole('Workbook'), 'old_excel')
  await refuses(ole('WordDocument'), 'not_a_table')
  await refuses(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'not_a_table', { fileName: 'list.xlsx' })
  await refuses(Buffer.from('%PDF-1.7 ...'), 'not_a_table')
  await refuses(zipParts({ 'word/document.xml': '<w/>' }), 'not_a_table')
  await refuses(
    zipParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    'open_document',
  )
  await refuses(zipParts({ 'xl/workbook.bin': 'x' }), 'binary_excel')
  await refuses(zipParts({ 'Index/Document.iwa': 'x' }), 'apple_numbers')
  await refuses(zipParts({ 'list.csv': 'a,b' }), 'packed_archive')
  await refuses(Buffer.from([0x1f, 0x8b, 8, 0]), 'packed_archive')
  await refuses(Buffer.alloc(165, 5), 'lock_file', { fileName: '~$list.xlsx' })
  await refuses(
    Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    'xml_spreadsheet',
  )
  await refuses(Buffer.from('{"url": "https://docs.example/x", "doc_id": "abc"}'), 'google_shortcut')
  await refuses(buildWorkbook({ sheets: [{ name: 'List', xml: '<sheetData/>' }] }), 'no_cells')
  await assert.rejects(readSourceFile({ path: '/nowhere/at/all.xlsx' }), { code: 'file_not_found' })
})

test('reading stops when it is aborted', async () => {
  const controller = new AbortController()
  controller.abort(new Error('person left'))
  const bytes = buildWorkbook({ sheets: [{ name: 'List', xml: textSheet([['a']]) }] })
  await assert.rejects(readSourceFile({ bytes }, { signal: controller.signal }), /person left/)
})
