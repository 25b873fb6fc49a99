// Lists as offices keep them, with invented names: what each of their rows is read as.
import assert from 'node:assert/strict'
import test from 'node:test'
import { barred, summarise } from './testing/list-summary.ts'

test('one column for partner and country, lengths beside ends, people of our side', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      S.No. | Institutions/Organization/Country | Nature | Purpose/Title | Coordinating faculty member | Signed on | Duration | Country with which there is collaboration
      1 | Nordfjord Research Institute, Norway | Agreement | Joint research on climate services | Dr. Asha Rao | 14.03.2019 | 5 years | Norway
      2 | Universidad de Puerto Claro, Chile | MoU | Academic cooperation | Prof. B. Menon | 2 July 2020 | 3 years (extendable) | Chile
      3 | Ministry of Water, Tanzania | MoU | Capacity building; training of 10 engineers per year | Dr. C. Nair | 01/11/2021 | till 31.10.2026 | Tanzania
      4 | Lakeview University | MoA | Student exchange (2 students per semester) | Dr. D. Bose | Nov. 2018 | Indefinite | Canada`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'Institutions/Organization/Country: partner',
    'Nature: kind',
    'Purpose/Title: scope',
    'Coordinating faculty member: coordinator_home',
    'Signed on: signed_on',
    'Duration: duration',
    'Country with which there is collaboration: partner_country',
  ])
  assert.deepEqual(rows, [
    '2 doubtful | other expired | 2019-03-14 .. 2024-03-13 | Nordfjord Research Institute, Norway, NO | ? kind_general',
    '3 ready | memorandum expired | 2020-07-02 .. 2023-07-01 by_consent | Universidad de Puerto Claro, Chile, CL',
    '4 ready | memorandum expired | 2021-11-01 .. 2026-10-31 | Ministry of Water, Tanzania, TZ',
    '5 ready | memorandum in_force | 2018-11 .. no end | Lakeview University, CA | student_mobility 2 by home | student_mobility 2 by partner',
  ])
})

test('Spanish register under titles, with its own numbers and a total', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      UNIVERSIDAD DEL VALLE ALTO
      RELACIÓN DE CONVENIOS INTERNACIONALES VIGENTES A 2025
      
      No. | CONVENIO No. | PAÍS | ENTIDAD | TIPO DE CONVENIO | OBJETO | FECHA DE SUSCRIPCIÓN | VIGENCIA | FECHA DE TERMINACIÓN | ESTADO | OBSERVACIONES
      1 | 012-2019 | ARGENTINA | UNIVERSIDAD NACIONAL DE LOS ESTEROS | MARCO | Establecer las bases de cooperación académica | 15/03/2019 | 5 años | 14/03/2024 | VENCIDO | En trámite de renovación
      2 | 045-2021 | MÉXICO | UNIVERSIDAD AUTÓNOMA DE RÍO SECO | ESPECÍFICO | Intercambio de estudiantes | 03/05/2021 | 3 años prorrogables | | VIGENTE |
      3 | S/N | ESPAÑA | UNIVERSIDAD DE VALDEMORA | MARCO DE COOPERACIÓN | Movilidad docente y estudiantil, hasta 4 estudiantes por año | 30 de agosto de 2022 | INDEFINIDA | N/A | VIGENTE |
      4 | 003-2023 | BRASIL | UNIVERSIDADE FEDERAL DO MATO VERDE | CARTA DE INTENCIÓN | | 10-feb-23 | 5 AÑOS | 09-feb-28 | VIGENTE |
      TOTAL | 4`),
  )
  assert.equal(header, 4)
  assert.deepEqual(columns, [
    'CONVENIO No.: number',
    'PAÍS: partner_country',
    'ENTIDAD: partner',
    'TIPO DE CONVENIO: kind',
    'OBJETO: title',
    'FECHA DE SUSCRIPCIÓN: signed_on',
    'VIGENCIA: duration',
    'FECHA DE TERMINACIÓN: expires_on',
    'ESTADO: status',
    'OBSERVACIONES: remarks',
  ])
  assert.deepEqual(rows, [
    '5 ready | memorandum expired | 2019-03-15 .. 2024-03-14 | no. 012-2019 | UNIVERSIDAD NACIONAL DE LOS ESTEROS, AR',
    '6 doubtful | project_agreement in_force | 2021-05-03 .. 2024-05-02 | no. 045-2021 | UNIVERSIDAD AUTÓNOMA DE RÍO SECO, MX | ? status_disagrees',
    '7 ready | memorandum in_force | 2022-08-30 .. no end | UNIVERSIDAD DE VALDEMORA, ES',
    '8 ready | letter_of_intent in_force | 2023-02-10 .. 2028-02-09 | no. 003-2023 | UNIVERSIDADE FEDERAL DO MATO VERDE, BR',
  ])
})

test('a line for each country', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Partner | Type | Signed | Expires
      GERMANY
      University of Nordhafen | MoU | 2018-05-04 | 2023-05-03
      Hochschule Seeblick | Erasmus+ IIA | 2021-09-01 | 2027-08-31
      JAPAN
      Lakeside University | MoU | 2019-04-01 | 2029-03-31
      LATIN AMERICA
      Universidad de Puerto Claro (Chile) | MoU | March 2020 | open-ended`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, ['Partner: partner', 'Type: kind', 'Signed: signed_on', 'Expires: expires_on'])
  assert.deepEqual(rows, [
    '2 section_heading DE',
    '3 ready | memorandum expired | 2018-05-04 .. 2023-05-03 | University of Nordhafen, DE',
    '4 ready | exchange_agreement in_force | 2021-09-01 .. 2027-08-31 | Hochschule Seeblick, DE',
    '5 section_heading JP',
    '6 ready | memorandum in_force | 2019-04-01 .. 2029-03-31 | Lakeside University, JP',
    '7 section_heading',
    '8 ready | memorandum in_force | 2020-03 .. no end | Universidad de Puerto Claro (Chile), CL',
  ])
})

test('a report of contracts with amounts: the foreign side is the partner', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Institution Name | Gift/Contract | Foreign Source | Country | Amount | Date Received | Contract Start | Contract End
      State University of Lakeland | Contract | Harbour Robotics KK | Japan | $250,000 | 03/14/2021 | 04/01/2021 | 03/31/2023
      State University of Lakeland | Gift | Norden Foundation | Norway | $1,000,000.00 | 11/02/2020 | |`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'Foreign Source: partner',
    'Country: partner_country',
    'Date Received: signed_on',
    'Contract Start: in_force_on',
    'Contract End: expires_on',
  ])
  assert.deepEqual(rows, [
    '2 ready | no kind expired | 2021-03-14 since 2021-04-01 .. 2023-03-31 | Harbour Robotics KK, JP',
    '3 ready | no kind in_force | 2020-11-02 .. ? | Norden Foundation, NO',
  ])
})

test('Erasmus list with merged partners exported as blanks, country as prefix', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Partner institution | Country code | Subject area | Outgoing students | Study cycle | Erasmus code | Contact person | E-mail
      University of Nordhafen | D | 0613 Software development | 2, 2 | I, II | D NORDHAF01 | Dr. Anna Meer | a.meer@nordhafen.example
       |  | 0541 Mathematics | 1 | III |  |  |
      Universita di Monteverde | I | 0311 Economics | 3 | I, II, III | I MONTEV01 | Prof. Luca Bianchi | luca@monteverde.example`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'Partner institution: partner',
    'Country code: partner_country',
    'Subject area: field_of_science',
    'Outgoing students: quota',
    'Erasmus code: partner_identifier:erasmus_code',
    'Contact person: coordinator_partner',
    'E-mail: contact_email',
  ])
  assert.deepEqual(rows, [
    '2 doubtful | no kind no state | ? .. ? | University of Nordhafen, DE | student_mobility 2 by home | ? quota_not_understood',
    '3 doubtful | no kind no state | ? .. ? | University of Nordhafen, DE | student_mobility 1 by home | ? partner_from_above',
    '4 ready | no kind no state | ? .. ? | Universita di Monteverde, IT | student_mobility 3 by home',
  ])
})

test('misspelt countries, years, months and school years', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Country | Institute/University | Year Signed
      Germny | University of Nordhafen | 2016
      Irak | University of Two Rivers | Nov. 2018
      Afganistan | Kohestan University | 2019
      Italy | Università di Monteverde | 2015/2016`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, ['Country: partner_country', 'Institute/University: partner', 'Year Signed: signed_on'])
  assert.deepEqual(rows, [
    '2 doubtful | no kind in_force | 2016 .. ? | University of Nordhafen, DE | ? country_misspelt',
    '3 ready | no kind in_force | 2018-11 .. ? | University of Two Rivers, IQ',
    '4 ready | no kind in_force | 2019 .. ? | Kohestan University, AF',
    '5 ready | no kind in_force | 2015 .. ? | Università di Monteverde, IT',
  ])
})

test('codes for kinds, place with country', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Partner | Location | Agreement | Effective | Expires | Our contact
      Harbourside University | Perth, Australia | IA | 5/1/2019 | 5/1/2024 | J. Doe
      Lakeside University | Kyoto, Japan | ABRD | 8-15-2020 | 8-14-2025 | 
      Universidad de Puerto Claro | Valparaíso, Chile | MOU | 12/31/2018 | Evergreen | A. Roe`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'Partner: partner',
    'Location: partner_city',
    'Agreement: kind',
    'Effective: in_force_on',
    'Expires: expires_on',
    'Our contact: coordinator_partner',
  ])
  assert.deepEqual(rows, [
    '2 doubtful | other expired | since 2019-05-01 .. 2024-05-01 | Harbourside University, AU, Perth | ? kind_general',
    '3 ready | exchange_agreement expired | since 2020-08-15 .. 2025-08-14 | Lakeside University, JP, Kyoto',
    '4 ready | memorandum in_force | since 2018-12-31 .. ? automatic | Universidad de Puerto Claro, CL, Valparaíso',
  ])
})

test('two parties, one of them always ours', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Agreement No | Party A | Party B | Date | Valid for
      SU/2019/1 | Southport University | University of Nordhafen | 14 Mar 2019 | 5 years
      SU/2019/2 | Southport University | Universidad de Puerto Claro | 02 Jul 2019 | three (3) years
      SU/2020/1 | Southport University | Lakeside University | 30 Nov 2020 | unlimited`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, ['Agreement No: number', 'Party B: partner', 'Date: signed_on', 'Valid for: expires_on'])
  assert.deepEqual(rows, [
    '2 ready | no kind expired | 2019-03-14 .. 2024-03-13 | no. SU/2019/1 | University of Nordhafen',
    '3 ready | no kind expired | 2019-07-02 .. 2022-07-01 | no. SU/2019/2 | Universidad de Puerto Claro',
    '4 ready | no kind in_force | 2020-11-30 .. no end | no. SU/2020/1 | Lakeside University',
  ])
})

test('an export of a database: numbers as text, yes and no', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      id | partner_name | country_iso | agreement_type | start_year | end_year | auto_renewal | is_active
      1 | University of Nordhafen | DEU | framework_agreement | 2016 | 2021 | TRUE | TRUE
      2 | Lakeside University | JPN | student_exchange | 2018 | 2023 | FALSE | FALSE
      3 | Universidad de Puerto Claro | CHL | letter_of_intent | 2020 | | FALSE | TRUE`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'partner_name: partner',
    'country_iso: partner_country',
    'agreement_type: kind',
    'start_year: in_force_on',
    'end_year: expires_on',
    'auto_renewal: renewal',
    'is_active: status',
  ])
  assert.deepEqual(rows, [
    '2 ready | memorandum in_force | since 2016 .. 2021 automatic | University of Nordhafen, DE',
    '3 ready | exchange_agreement expired | since 2018 .. 2023 by_consent | Lakeside University, JP',
    '4 ready | letter_of_intent in_force | since 2020 .. ? by_consent | Universidad de Puerto Claro, CL',
  ])
})

test('no header at all', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Germany | University of Nordhafen | MoU | 04.05.2018 | 03.05.2023
      Japan | Lakeside University | MoU | 01.04.2019 | 31.03.2029
      Chile | Universidad de Puerto Claro | Student exchange | 15.09.2012 | 14.09.2017`),
  )
  assert.equal(header, 0)
  assert.deepEqual(columns, [
    'Column A: partner_country',
    'Column B: partner',
    'Column C: kind',
    'Column D: signed_on',
    'Column E: expires_on',
  ])
  assert.deepEqual(rows, [
    '1 ready | memorandum expired | 2018-05-04 .. 2023-05-03 | University of Nordhafen, DE',
    '2 ready | memorandum in_force | 2019-04-01 .. 2029-03-31 | Lakeside University, JP',
    '3 ready | exchange_agreement expired | 2012-09-15 .. 2017-09-14 | Universidad de Puerto Claro, CL',
  ])
})
