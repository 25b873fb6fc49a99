// Columns of lists as offices keep them, in five languages: meaning, date order, and whether they list agreements at all.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Cell, HeaderGuess, SourceTable } from '../reading/source-table.ts'
import { guessColumns } from './columns.ts'
import { guessListKind } from './list-kind.ts'

function list(headers: string[], rows: Cell[][]): [SourceTable, HeaderGuess] {
  const table: SourceTable = { name: 'Sheet1', kind: 'csv', rows: [headers, ...rows], firstRowNumber: 1, merges: [] }
  const columns = headers.map((header, index) => ({ index, header, original: header }))
  const header = {
    headerRow: 0,
    headerRows: 1,
    firstDataRow: 1,
    lastDataRow: rows.length,
    columns,
    confidence: 1,
    footers: [],
    emptyRows: [],
    repeatedHeaders: [],
  }
  return [table, header]
}

function meanings(headers: string[], rows: Cell[][]): string[] {
  return guessColumns(...list(headers, rows)).map(each => each.meaning)
}

test('an English list with several dates and kinds in a cell', () => {
  const rows = [
    ['Japan', 'Lakeside University', 'MOU, Reciprocal Student Exchange', '1999, 11/17/2008', 'no end date'],
    ['Chile', 'Universidad del Norte Verde', 'MOU', '05/20/2013', '05/19/2018'],
    ['Germany', 'Hochschule Talstadt', 'Reciprocal Student Exchange', '2016', 'renewal pending'],
  ]
  assert.deepEqual(meanings(['Country', 'Institution', 'Type', 'Start Date', 'End Date'], rows), [
    'partner_country',
    'partner',
    'kind',
    'in_force_on',
    'expires_on',
  ])
  const guesses = guessColumns(...list(['Country', 'Institution', 'Type', 'Start Date', 'End Date'], rows))
  assert.equal(guesses[3]!.options.dateOrder, 'mdy')
  assert.equal(guessListKind(guesses).kind, 'agreements')
})

test('a short list whose kinds stand under a word for the document', () => {
  const rows = [
    ['UZ', 'Lakeside University', 'MoU', '05.06.19', 'unlimited'],
    ['KZ', 'Coast University', 'Agreement', '11.11.20', '11.11.25'],
    ['AM', 'Institute of Rivers', 'Memorandum', '12.02.21', '2026'],
  ]
  assert.deepEqual(meanings(['Countries', 'Org (EN)', 'Doc', 'Signed (dd.mm.yy)', 'Valid until'], rows), [
    'partner_country',
    'partner',
    'kind',
    'signed_on',
    'expires_on',
  ])
})

test('a list with a scope in prose', () => {
  const rows = [
    ['Institute of Rivers', 'August, 2016', '1. Exchange of students 2. Joint research'],
    ['Coast University', 'May 2020', '1. Exchange of staff'],
  ]
  assert.deepEqual(meanings(['Institution', 'Valid Until', 'Scope'], rows), ['partner', 'expires_on', 'scope'])
})

test('a Persian list with Solar Hijri dates', () => {
  const headers = ['ردیف', 'کشور', 'نام دانشگاه', 'نوع تفاهم‌نامه', 'تاریخ امضا', 'تاریخ انقضا', 'وضعیت', 'موضوع همکاری']
  const rows: Cell[][] = [
    [
      1,
      'روسیه',
      'دانشگاه دریاچه',
      'تفاهم‌نامه',
      '1395/05/12',
      '1400/05/11',
      'منقضی',
      'تبادل دانشجو و همکاری‌های پژوهشی مشترک میان دو دانشگاه',
    ],
    [
      2,
      'عراق',
      'دانشگاه رود',
      'قرارداد همکاری',
      '1398/02/01',
      '1403/01/31',
      'فعال',
      'برگزاری همایش‌های مشترک و تبادل اطلاعات علمی',
    ],
    [3, 'چین', 'موسسه کوه', 'تفاهم‌نامه', '1401/07/15', '1406/07/14', 'فعال', 'دوره مشترک'],
  ]
  const guesses = guessColumns(...list(headers, rows))
  assert.deepEqual(
    guesses.map(each => each.meaning),
    ['kept', 'partner_country', 'partner', 'kind', 'signed_on', 'expires_on', 'status', 'scope'],
  )
  assert.equal(guesses[4]!.options.calendar, 'solar_hijri')
  assert.equal(guesses[4]!.options.dateOrder, 'ymd')
})

test('a Russian list', () => {
  const headers = [
    '№ п/п',
    'Страна',
    'Наименование организации-партнера',
    'Вид документа',
    'Дата подписания',
    'Срок действия',
    'Ответственный',
    'Факультет',
    'Примечание',
  ]
  const rows: Cell[][] = [
    [
      1,
      'Иран',
      'Университет Озера',
      'Договор о сотрудничестве',
      '12.03.2019',
      '5 лет',
      'Иванова А.А.',
      'Физический',
      '',
    ],
    [
      2,
      'Китай',
      'Институт Реки',
      'Меморандум',
      '01.09.2020',
      'бессрочно',
      'Петров П.П.',
      'Химический',
      'оригинал в архиве',
    ],
    [3, 'Куба', 'Академия Гор', 'Соглашение об обмене', '15.05.2021', '3 года', 'Иванова А.А.', 'Физический', ''],
  ]
  assert.deepEqual(meanings(headers, rows), [
    'kept',
    'partner_country',
    'partner',
    'kind',
    'signed_on',
    'duration',
    'coordinator_home',
    'home_unit',
    'remarks',
  ])
})

test('a Spanish and a French list', () => {
  assert.deepEqual(
    meanings(
      ['País', 'Universidad', 'Tipo de convenio', 'Fecha de firma', 'Fecha de vencimiento', 'Coordinador', 'Plazas'],
      [
        ['México', 'Universidad del Lago', 'Convenio marco', '12/03/2019', '11/03/2024', 'Dra. Ana Prueba', 2],
        ['Perú', 'Universidad de la Sierra', 'Convenio específico', '25/04/2020', 'indefinido', 'Dr. Juan Prueba', 3],
      ],
    ),
    ['partner_country', 'partner', 'kind', 'signed_on', 'expires_on', 'coordinator_home', 'quota'],
  )
  assert.deepEqual(
    meanings(
      [
        'Pays',
        'Établissement partenaire',
        "Type d'accord",
        'Date de signature',
        "Date d'échéance",
        'Renouvellement',
        'Courriel',
      ],
      [
        [
          'Maroc',
          'Université du Fleuve',
          'accord-cadre',
          '12/03/2019',
          '11/03/2024',
          'tacite reconduction',
          'a@example.org',
        ],
        ['Chine', 'École des Monts', 'convention', '25/04/2020', '24/04/2025', 'aucun', 'b@example.org'],
      ],
    ),
    ['partner_country', 'partner', 'kind', 'signed_on', 'expires_on', 'renewal', 'contact_email'],
  )
})

test('without headers the cells speak', () => {
  const [table, header] = list(
    ['', '', '', '', ''],
    [
      ['Iran', 'University of the Lake', 'MOU', '2015-03-01', '2020-02-29'],
      ['Russia', 'Institute of Rivers', 'MOU', '2016-03-01', '2021-02-28'],
      ['Cuba', 'Academy of Hills', 'Treaty', '2017-03-01', '2022-02-28'],
    ],
  )
  assert.deepEqual(
    guessColumns(table, { ...header, headerRow: -1 }).map(each => each.meaning),
    ['partner_country', 'partner', 'kind', 'signed_on', 'expires_on'],
  )
})

test('a column that cannot tell takes the date order of another', () => {
  const guesses = guessColumns(
    ...list(
      ['University', 'Signed', 'Expires'],
      [
        ['Lake University', '1/2/2019', '31/12/2024'],
        ['Hill University', '3/4/2020', '30/11/2025'],
      ],
    ),
  )
  assert.deepEqual(
    guesses.slice(1).map(each => [each.options.dateOrder, each.options.dateOrderFrom]),
    [
      ['dmy', 'other_column'],
      ['dmy', 'own_cells'],
    ],
  )
})

test('registers of organisations are not taken for agreements', () => {
  const charter = guessColumns(
    ...list(
      [
        'Erasmus Code',
        'Pic',
        'Legal Name',
        'City',
        'Country Cd',
        'Website Url',
        'Erasmus Eche Start',
        'Erasmus Eche End',
      ],
      [
        ['A  TESTOWN01', '900000001', 'TEST HOCHSCHULE', 'Testown', 'AT', 'www.example.org', '1/1/2021', '12/31/2029'],
        ['EL TESTOWN02', '900000002', 'TEST UNIVERSITY', 'Testown', 'EL', 'www.example.org', '1/1/2021', '12/31/2029'],
      ],
    ),
  )
  assert.deepEqual(
    charter.slice(0, 6).map(each => each.meaning),
    [
      'partner_identifier:erasmus_code',
      'partner_identifier:pic',
      'partner',
      'partner_city',
      'partner_country',
      'partner_website',
    ],
  )
  assert.deepEqual([guessListKind(charter).kind, guessListKind(charter).reason], ['organisations', 'charter_dates'])
  const members = guessColumns(
    ...list(
      ['No', 'Short name', 'Full name', 'Country'],
      [
        [1, 'LU', 'LAKE UNIVERSITY', 'Greece'],
        [2, 'RI', 'RIVER INSTITUTE', 'France'],
        [3, 'HA', 'HILL ACADEMY', 'Spain'],
      ],
    ),
  )
  assert.deepEqual(
    members.map(each => each.meaning),
    ['kept', 'kept', 'partner', 'partner_country'],
  )
  assert.equal(guessListKind(members).reason, 'only_organisation_columns')
})

test('numbered partner columns belong together, and empty columns are left out', () => {
  const guesses = guessColumns(
    ...list(
      ['Partner 1', 'Country 1', 'Partner 2', 'Country 2', 'Signed', 'Empty'],
      [
        ['Lake University', 'Iran', 'River Institute', 'Russia', '2015', ''],
        ['Hill Academy', 'Cuba', 'Coast University', 'Chile', '2016', null],
      ],
    ),
  )
  assert.deepEqual(
    guesses.map(each => [each.meaning, each.options.slot]),
    [
      ['partner', 1],
      ['partner_country', 1],
      ['partner', 2],
      ['partner_country', 2],
      ['signed_on', undefined],
      ['ignored', undefined],
    ],
  )
})
