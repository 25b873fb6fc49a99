// Text files in every encoding and separator: all cells come out, and what is odd is told with its rows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guardFormula, unguardFormula } from './formula-guard.ts'
import { type ReadingOptions, readSourceFile } from './read-source-file.ts'
import type { Cell, SourceFile } from './source-table.ts'
import { assertSayable } from './testing/assert-sayable.ts'

async function read(content: string | Uint8Array, options: ReadingOptions = {}): Promise<SourceFile> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const file = await readSourceFile({ bytes }, options)
  for (const notice of file.notices) assertSayable(notice)
  return file
}

async function rowsOf(content: string | Uint8Array, options?: ReadingOptions): Promise<Cell[][]> {
  return (await read(content, options)).tables[0]!.rows
}

/** Bytes of a text in a single-byte encoding, by asking the decoder for all 256. */
function encode(text: string, encoding: string): Uint8Array {
  const bytes = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte -= 1) {
    bytes.set(byte < 128 ? String.fromCharCode(byte) : new TextDecoder(encoding).decode(new Uint8Array([byte])), byte)
  }
  return Uint8Array.from([...text], character => {
    const byte = bytes.get(character)
    assert.ok(byte !== undefined, `${character} does not exist in ${encoding}`)
    return byte
  })
}

const LISTS = {
  de: 'Partner;Land\nUniversität für Bodenkultur;Österreich\nTechnische Universität München;Süddeutschland\n',
  fr: 'Partenaire;Ville\nÉcole supérieure d’été;Liège\nUniversité de Besançon;Orléans\n',
  es: 'Socio;País\nUniversidad de León;España\nUniversidad de Málaga;Andalucía\n',
  cs: 'Partner;Město\nVysoké učení technické v Brně;Brno\nZápadočeská univerzita;Plzeň\nUniverzita Pardubice;Žďár\n',
  pl: 'Partner;Miasto\nUniwersytet Łódzki;Łódź\nPolitechnika Wrocławska;Wrocław\nUniwersytet Śląski;Częstochowa\n',
  hu: 'Partner;Város\nBudapesti Műszaki és Gazdaságtudományi Egyetem;Győr\n',
  tr: 'Ortak;Şehir\nBoğaziçi Üniversitesi;İstanbul\nIşık Üniversitesi;Eskişehir\n',
  lt: 'Partneris;Miestas\nŠiaulių universitetas;Šiauliai\nLietuvos aukštųjų mokyklų;Klaipėda\n',
  ru: 'Партнёр;Город\nМосковский государственный университет;Москва\nСоглашение о сотрудничестве;Казань\n',
  uk: 'Партнер;Місто\nКиївський національний університет;Київ\nУгода про співробітництво;Львів\n',
  fa: 'دانشگاه;شهر\nدانشگاه صنعتي شريف;تهران\nتفاهم نامه همكاري علمي;اصفهان\n',
  el: 'Εταίρος;Πόλη\nΠανεπιστήμιο Αθηνών;Αθήνα\nΣυμφωνία συνεργασίας;Θεσσαλονίκη\n',
  he: 'שותף;עיר\nאוניברסיטת תל אביב;תל אביב\n',
}
const ENCODINGS: Record<keyof typeof LISTS, string[]> = {
  de: ['windows-1252', 'iso-8859-15'],
  fr: ['windows-1252', 'macintosh'],
  es: ['windows-1252', 'iso-8859-15', 'macintosh'],
  cs: ['windows-1250', 'iso-8859-2'],
  pl: ['windows-1250', 'iso-8859-2'],
  hu: ['windows-1250', 'iso-8859-2'],
  tr: ['windows-1254'],
  lt: ['windows-1257'],
  ru: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
  uk: ['windows-1251', 'koi8-u'],
  fa: ['windows-1256'],
  el: ['windows-1253'],
  he: ['windows-1255'],
}

for (const [language, encodings] of Object.entries(ENCODINGS)) {
  test(`old encodings of ${language} are found: ${encodings.join(', ')}`, async () => {
    const encodable = (text: string, encoding: string) =>
      encoding.startsWith('iso') ? text.replaceAll('’', "'") : text
    for (const encoding of encodings) {
      const text = encodable(LISTS[language as keyof typeof LISTS], encoding)
      const expected = text
        .trim()
        .split('\n')
        .map(line => line.split(';'))
      assert.deepEqual(await rowsOf(encode(text, encoding)), expected, encoding)
    }
  })
}

test('Chinese, Japanese and Korean files are found', async () => {
  // «北京大学;合作协议», «東京大学;学術», «서울대학교;학술교류» in GBK, Shift_JIS, EUC-KR.
  const gbk = Buffer.from('b1b1bea9b4f3d1a73bbacfd7f7d0add2e9', 'hex')
  const sjis = Buffer.from('938c8b9e91e58a773b8a778f70', 'hex')
  const euckr = Buffer.from('bcadbfefb4ebc7d0b1b33bc7d0bcfab1b3b7f9', 'hex')
  assert.deepEqual(await rowsOf(gbk), [['北京大学', '合作协议']])
  assert.deepEqual(await rowsOf(sjis), [['東京大学', '学術']])
  assert.deepEqual(await rowsOf(euckr), [['서울대학교', '학술교류']])
})

test('Unicode files, marked or not', async () => {
  const text = 'Партнёр;Город\nМГУ;Москва\n'
  const expected = [
    ['Партнёр', 'Город'],
    ['МГУ', 'Москва'],
  ]
  const swapped = Buffer.from(text, 'utf16le').swap16()
  const wide = Buffer.concat([
    Buffer.from([0xff, 0xfe, 0, 0]),
    ...[...text].map(character => {
      const four = Buffer.alloc(4)
      four.writeUInt32LE(character.codePointAt(0)!)
      return four
    }),
  ])
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(text, 'utf16le'),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    swapped,
    Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]),
    wide,
  ]) {
    const file = await read(bytes)
    assert.deepEqual(file.tables[0]!.rows, expected)
    assert.deepEqual(file.notices, [])
  }
})

test('rows in another encoding than the rest are read and named', async () => {
  const bytes = Buffer.concat([
    Buffer.from('Partner,Land\nUniversität Wien,Österreich\nUniversität Graz,Österreich\n'),
    encode('Universität Köln,Österreich\n', 'windows-1252'),
  ])
  const file = await read(bytes)
  assert.deepEqual(file.tables[0]!.rows[3], ['Universität Köln', 'Österreich'])
  assert.equal(file.encoding, 'utf-8')
  assert.deepEqual(
    file.notices.find(notice => notice.code === 'mixed_encodings'),
    {
      code: 'mixed_encodings',
      severity: 'warning',
      table: 'CSV',
      row: 4,
      values: { count: 1, table: 'CSV', rows: '4', encoding: 'windows-1252' },
    },
  )
})

test('a letter that was cut in the middle costs only itself', async () => {
  const bytes = Buffer.concat([
    Buffer.from('Partner,Land\nUniversität für Köln, Öster'),
    Buffer.from([0xc3]),
    Buffer.from(',x\n'),
  ])
  assert.deepEqual((await rowsOf(bytes))[1]!.slice(0, 1), ['Universität für Köln'])
})

test('a person may name the encoding and the separator', async () => {
  const bytes = encode('имя;город\nМГУ;Москва', 'koi8-r')
  assert.deepEqual(await rowsOf(bytes, { encoding: 'koi8-r', separator: ',' }), [['имя;город'], ['МГУ;Москва']])
  await assert.rejects(read(bytes, { encoding: 'klingon' }), { code: 'unknown_encoding' })
})

test('separators: comma, semicolon, tab, bar, declared, none', async () => {
  const expected = [
    ['name', 'from, to'],
    ['a b', 'c'],
  ]
  assert.deepEqual(await rowsOf('name,"from, to"\na b,c'), expected)
  assert.deepEqual(await rowsOf('name;from, to\na b;c'), expected)
  assert.deepEqual(await rowsOf('name\tfrom, to\na b\tc'), expected)
  assert.deepEqual(await rowsOf('name|from, to\r\na b|c\r\n'), expected)
  assert.deepEqual(await rowsOf('sep=^\r\nname^from, to\r\na b^c'), expected)
  assert.deepEqual(await rowsOf('University of A, with a remark\nB\nC\n'), [
    ['University of A, with a remark'],
    ['B'],
    ['C'],
  ])
  assert.deepEqual(await rowsOf('name,"x, y"\ra,b\r'), [
    ['name', 'x, y'],
    ['a', 'b'],
  ])
  assert.deepEqual(await rowsOf('A;B\n1,5;2,5\n3,5;4,5\n'), [
    ['A', 'B'],
    ['1,5', '2,5'],
    ['3,5', '4,5'],
  ])
})

test('empty rows, ragged rows and quoted line breaks keep their places', async () => {
  const file = await read(';;\nname;note;\n"a ""quoted""";"two\nlines";\n\nb;x;y;z\nc\n')
  assert.deepEqual(file.tables[0]!.rows, [
    [],
    ['name', 'note'],
    ['a "quoted"', 'two\nlines'],
    [],
    ['b', 'x', 'y', 'z'],
    ['c'],
  ])
  assert.deepEqual(
    file.notices.map(({ code, row }) => [code, row]),
    [['ragged_rows', 5]],
  )
})

test('a quotation mark that is not closed swallows no rows', async () => {
  const file = await read('name,city\n"Open University,London\nSecond,Paris\n"Third, quoted",Rome\nFourth,"Oslo"\n')
  assert.deepEqual(file.tables[0]!.rows, [
    ['name', 'city'],
    ['"Open University', 'London'],
    ['Second', 'Paris'],
    ['Third, quoted', 'Rome'],
    ['Fourth', 'Oslo'],
  ])
  assert.deepEqual(
    file.notices.map(({ code, row }) => [code, row]),
    [['quote_not_closed', 2]],
  )
  assert.deepEqual(await rowsOf('a,b\n"Institute "Aurora" of Optics, Seaport",GR\n'), [
    ['a', 'b'],
    ['Institute "Aurora" of Optics, Seaport', 'GR'],
  ])
})

test('text made of opening marks is read in reasonable time', async () => {
  const rows = await rowsOf(`a,b\n${'"x""y,z\n'.repeat(20_000)}`)
  assert.equal(rows.length, 20_001)
})

test('null characters go, other odd characters stay, all are told', async () => {
  const file = await read('name,x\na\u0000b,\u202edcba\nbell\u0007,y\n')
  assert.deepEqual(file.tables[0]!.rows.slice(1), [
    ['ab', '\u202edcba'],
    ['bell\u0007', 'y'],
  ])
  assert.deepEqual(
    file.notices.map(({ code, row, column }) => [code, row, column]),
    [
      ['null_characters_removed', 2, 0],
      ['direction_overrides', 2, 1],
      ['control_characters', 3, 0],
    ],
  )
})

test('pasted cells', async () => {
  const file = await readSourceFile({ pastedText: 'Partner\tNote\r\nA\t"two\nlines"\r\nB\t5" disk' })
  assert.deepEqual(file.tables[0]!.rows, [
    ['Partner', 'Note'],
    ['A', 'two\nlines'],
    ['B', '5" disk'],
  ])
  assert.equal(file.tables[0]!.kind, 'pasted')
  await assert.rejects(readSourceFile({ pastedText: ' \n ' }), { code: 'no_cells' })
})

test('JSON: records, nested values, lists, long numbers, several lists', async () => {
  const file = await read(
    '{"count": 2, "results": [{"id": 12345678901234567890, "at": {"lat": 1.5, "deep": {"x": 1}}, "kinds": ["A", "B"]}, {"name": " x", "at": null, "ok": false}], "others": [{"a": 1}]}',
  )
  assert.deepEqual(
    file.tables.map(table => [table.name, table.firstRowNumber, table.rows]),
    [
      [
        'results',
        0,
        [
          ['id', 'at.lat', 'at.deep', 'kinds', 'name', 'at', 'ok'],
          ['12345678901234567890', 1.5, '{"x":1}', 'A\nB'],
          [null, null, null, null, ' x', null, false],
        ],
      ],
      ['others', 0, [['a'], [1]]],
    ],
  )
  assert.deepEqual(
    file.notices.map(notice => notice.code),
    ['values_flattened', 'lists_joined', 'deep_values_as_json'],
  )
})

test('JSON: lines, rows, keyed records, and what is broken', async () => {
  assert.deepEqual(await rowsOf('{"a":1}\n\n{"b":2}\n'), [['a', 'b'], [1], [], [null, 2]])
  assert.deepEqual(await rowsOf('[["a","b"],[1,null],[2,3]]'), [['a', 'b'], [1], [2, 3]])
  assert.deepEqual(await rowsOf('{"x":{"n":1},"y":{"n":2}}'), [
    ['key', 'n'],
    ['x', 1],
    ['y', 2],
  ])
  assert.deepEqual(await rowsOf('{"__proto__":{"n":1},"constructor":{"n":2}}'), [
    ['key', 'n'],
    ['__proto__', 1],
    ['constructor', 2],
  ])
  await assert.rejects(read('[{"a": 1},\n {"a": }]'), { code: 'json_broken', values: { line: 2, column: 8 } })
  await assert.rejects(read('[]'), { code: 'json_not_records' })
  assert.deepEqual(await rowsOf('[Partner],[Country]\nA,B\n'), [
    ['[Partner]', '[Country]'],
    ['A', 'B'],
  ])
})

test('web tables saved as .xls are read with their spans', async () => {
  const page = `<html><head><style>td{}</style></head><body><table border=1><tr><th colspan=2>Partner &amp; city</th><th>Pa&iacute;s</th></tr>
    <tr><td rowspan="2">A<br>B</td><td>&#1052;</td><td>&lt;x&gt;</td></tr><tr><td> y </td><td></td></tr></table></body></html>`
  const file = await read(page, { fileName: 'report.xls' })
  assert.deepEqual(file.tables[0]!.rows, [
    ['Partner & city', null, 'País'],
    ['A\nB', 'М', '<x>'],
    [null, 'y'],
  ])
  assert.deepEqual(file.tables[0]!.merges, [
    { top: 0, left: 0, bottom: 0, right: 1 },
    { top: 1, left: 0, bottom: 2, right: 0 },
  ])
  assert.deepEqual(
    file.notices.map(notice => notice.code),
    ['html_read'],
  )
  await assert.rejects(read('<!doctype html><html><body>Sign in</body></html>'), { code: 'no_html_table' })
})

test('a CSV under the name of a workbook is read by its content', async () => {
  const file = await read('a,b\nc,d\n', { fileName: 'list.xls' })
  assert.equal(file.format, 'csv')
  assert.deepEqual(
    file.notices.map(notice => notice.code),
    ['name_contradicts_content'],
  )
})

test('formula guards can be undone exactly', () => {
  for (const text of [
    '=1+1',
    '+98 21 123',
    '-',
    '-5',
    '@x',
    "'=x",
    "''+y",
    "'plain",
    '',
    '\tx',
    '-1.5e3',
    '--',
    '=',
    "'-5",
  ]) {
    assert.equal(unguardFormula(guardFormula(text)), text)
  }
  assert.deepEqual(['=1+1', '+98 21', '-5', '- x', "it's"].map(guardFormula), [
    "'=1+1",
    "'+98 21",
    '-5',
    "'- x",
    "it's",
  ])
})
