// More lists as offices keep them, with invented names: what each of their rows is read as.
import assert from 'node:assert/strict'
import test from 'node:test'
import { barred, summarise } from './testing/list-summary.ts'

test('our own side beside the partner', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      homeUniversity | homeDepartment | partnerUniversity | partnerCity | partnerCountry | agreementType | notes
      University of Southport | English Studies | Terra Nova University | Rome | Italy | student |
      University of Southport | English Studies | Aristarchus University | Thessaloniki | Greece | both | renewal pending
      University of Southport | Law | Pedagogical College Freital | Freital | Germany | staff |`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'homeDepartment: home_unit',
    'partnerUniversity: partner',
    'partnerCity: partner_city',
    'partnerCountry: partner_country',
    'agreementType: title',
    'notes: remarks',
  ])
  assert.deepEqual(rows, [
    '2 ready | no kind no state | ? .. ? | of English Studies | Terra Nova University, IT, Rome',
    '3 ready | no kind no state | ? .. ? | of English Studies | Aristarchus University, GR, Thessaloniki',
    '4 ready | no kind no state | ? .. ? | of Law | Pedagogical College Freital, DE, Freital',
  ])
})

test('terms as years, lengths, ends and words in one column', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Institución | País | Vigencia | Tipo
      Universidad de Puerto Claro | Chile | 2019-2024 | Marco
      Universidad de Bahía Honda | Cuba | 2020 – 2025 | Marco y específico
      Universidad del Altiplano Sur | Bolivia | 5 años | Específico
      Universidad Austral de los Lagos | Chile | Indefinida | Marco
      Universidad de la Sierra | Perú | Hasta el 31 de diciembre de 2027 | Movilidad
      Universidad de Tierra Fría | Argentina | Del 01/03/2018 al 28/02/2023 | Marco`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, ['Institución: partner', 'País: partner_country', 'Vigencia: term', 'Tipo: kind'])
  assert.deepEqual(rows, [
    '2 ready | memorandum expired | since 2019 .. 2024 | Universidad de Puerto Claro, CL',
    '3 doubtful | memorandum+project_agreement expired | since 2020 .. 2025 | Universidad de Bahía Honda, CU | ? kinds_several',
    '4 doubtful | project_agreement no state | ? .. ? | Universidad del Altiplano Sur, BO | ? duration_without_start',
    '5 ready | memorandum in_force | ? .. no end | Universidad Austral de los Lagos, CL',
    '6 ready | exchange_agreement in_force | ? .. 2027-12-31 | Universidad de la Sierra, PE',
    '7 ready | memorandum expired | since 2018-03-01 .. 2023-02-28 | Universidad de Tierra Fría, AR',
  ])
})

test('partner, city and country in one cell; several dates, kinds and partners', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Partner institution | Type of agreement | Date of signature | Valid until
      University of Nordhafen, Nordhafen, Germany | Student exchange | 4/13/2018 | 4/12/2023
      Lakeside University, Kyoto | MOU | 11/2/2019 | N/A
      Universidad de Puerto Claro - Valparaíso, Chile | MOU; Student Exchange Agreement | 1999, 11/17/2008 | no end date
      Technical University of Zlatograd (Bulgaria) | Dual Degree | 2016 | renewal pending
      Ministry of Science, Uzbekistan & Academy of Sciences of Uzbekistan | Protocol | 05/20/2013, 07/27/2017 | pending renewal`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'Partner institution: partner',
    'Type of agreement: kind',
    'Date of signature: signed_on',
    'Valid until: expires_on',
  ])
  assert.deepEqual(rows, [
    '2 ready | exchange_agreement expired | 2018-04-13 .. 2023-04-12 | University of Nordhafen, Nordhafen, Germany, DE',
    '3 ready | memorandum in_force | 2019-11-02 .. ? | Lakeside University, Kyoto',
    '4 doubtful | memorandum+exchange_agreement in_force | 1999 .. no end | Universidad de Puerto Claro - Valparaíso, Chile, CL | ? dates_several | ? kinds_several',
    '5 ready | joint_degree renewal_in_progress | 2016 .. ? | Technical University of Zlatograd (Bulgaria), BG',
    '6 doubtful | protocol renewal_in_progress | 2013-05-20 .. ? | Ministry of Science, Uzbekistan + Academy of Sciences of Uzbekistan | ? partners_several | ? dates_several',
  ])
})

test('columns of a contract programme', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Code | Title | Version | Agreement Type | Partner | Company Signed On | Partner Signed On | Start Date | End Date | Expiry Notice (days) | Stage | Special Terms
      AGR-001 | Research cooperation with Nordhafen | 1 | MoU | University of Nordhafen | 2018-05-04 | 2018-05-20 | 2018-06-01 | 2023-05-31 | 180 | Expired | none
      AGR-002 | Exchange with Lakeside | 2 | IIA | Lakeside University | 2021-04-01 | 2021-04-11 | 2021-09-01 | 2027-08-31 | 90 | Active | Tuition waiver for 4 students per year`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'Code: number',
    'Title: title',
    'Agreement Type: kind',
    'Partner: partner',
    'Company Signed On: signed_on',
    'Start Date: in_force_on',
    'End Date: expires_on',
    'Expiry Notice (days): notice',
    'Stage: status',
    'Special Terms: scope',
  ])
  assert.deepEqual(rows, [
    '2 ready | memorandum expired | 2018-05-04 since 2018-06-01 .. 2023-05-31 | no. AGR-001 | University of Nordhafen',
    '3 ready | exchange_agreement in_force | 2021-04-01 since 2021-09-01 .. 2027-08-31 | no. AGR-002 | Lakeside University | student_mobility 4 by home | student_mobility 4 by partner',
  ])
})

test('what the list is about stands only in its headers', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Partner University | Country | City | QS Rank | MoU Signed | MoU Expiry | Exchange Seats/Yr | Active
      Harbourside University | Australia | Perth | 183 | 2019-02-11 | 2024-02-10 | 4 | No
      Lakeside University | Japan | Kyoto | 61 | 2022-06-30 | 2027-06-29 | 6 | Yes`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'Partner University: partner',
    'Country: partner_country',
    'City: partner_city',
    'MoU Signed: signed_on',
    'MoU Expiry: expires_on',
    'Exchange Seats/Yr: quota',
    'Active: status',
  ])
  assert.deepEqual(rows, [
    '2 ready | no kind expired | 2019-02-11 .. 2024-02-10 | Harbourside University, AU, Perth | student_mobility 4 by home | student_mobility 4 by partner',
    '3 ready | no kind in_force | 2022-06-30 .. 2027-06-29 | Lakeside University, JP, Kyoto | student_mobility 6 by home | student_mobility 6 by partner',
  ])
})

test('prose scopes and a nameless row', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Institution | Valid Until | Scope
      University of Nordhafen | August, 2026 | 1. Exchange of students and faculty; 2. Joint research; 3. Exchange of publications
       | December, 2024 | 1. Joint research
      Lakeside University | No limit | Student exchange, strive to nominate two students each semester`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, ['Institution: partner', 'Valid Until: expires_on', 'Scope: scope'])
  assert.deepEqual(rows, [
    '2 ready | no kind expired | ? .. 2026-08 | University of Nordhafen',
    '3 doubtful | no kind expired | ? .. 2024-12 | University of Nordhafen | ? partner_from_above',
    '4 ready | no kind in_force | ? .. no end | Lakeside University',
  ])
})

test('names in two languages, dates with the year first', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Name of University (in English) | Name in Local Language | Country | Agreement type | Date of Agreement | Period of Validity | Faculty
      Lakeside University | 湖畔大学 | China | MOU | 2019.4.1 | 2019.4.1-2024.3.31 | School of Engineering
      Harbourside University | | Australia | Student Exchange Agreement | 2020/10/5 | 5 yrs. | University-wide`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'Name of University (in English): partner',
    'Name in Local Language: partner',
    'Country: partner_country',
    'Agreement type: kind',
    'Date of Agreement: signed_on',
    'Period of Validity: term',
    'Faculty: home_unit',
  ])
  assert.deepEqual(rows, [
    '2 ready | memorandum expired | 2019-04-01 since 2019-04-01 .. 2024-03-31 | of School of Engineering | Lakeside University, CN',
    '3 ready | exchange_agreement expired | 2020-10-05 .. 2025-10-04 | of University-wide | Harbourside University, AU',
  ])
})

test('a register of titles without a column for the partner', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      S/N | Title of Agreement | Date signed | Place | Status
      1 | Memorandum of Understanding between Southport University and the University of Nordhafen on student exchange | 14 March 2019 | Kiel | In force
      2 | Agreement between the Government of the Republic of Southland and the Government of Norway on scientific cooperation | 02/07/2015 | Oslo | Entered into force on 01/01/2016
      3 | Protocol on joint research with Lakeside University | 30.11.2020 | Kyoto | Expired`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, ['Title of Agreement: title', 'Date signed: signed_on', 'Status: status'])
  assert.deepEqual(rows, [
    '2 doubtful | memorandum in_force | 2019-03-14 .. ? | Southport University + University of Nordhafen | ? partner_from_title',
    '3 doubtful | memorandum in_force | 2015-07-02 .. ? | Government of the Republic of Southland + Government of Norway | ? partner_from_title',
    '4 doubtful | protocol expired | 2020-11-30 .. ? | Lakeside University | ? partner_from_title',
  ])
})

test('status words against dates, a day that does not exist', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      Partner | Country | Document | Signed | Expiration | Current status
      University of Nordhafen | Germany | MoU | 5/4/2018 | 5/3/2023 | Expired, renewal in progress
      Lakeside University | Japan | MoU | 4/1/2019 | 3/31/2029 | Active
      Universidad de Puerto Claro | Chile | MoU + Addendum | 9/15/2012 | automatically renewed every 5 years | Active
      Kohestan University | Afghanistan | MoU | 10/30/2017 | 10/29/2022 | Suspended since Aug 2021
      Harbourside University | Australia | Study Abroad | TBD | TBD | Awaiting partner signature
      Two Rivers University | Iraq | MoU | 2/29/2021 | 2/28/2026 | Active`),
  )
  assert.equal(header, 1)
  assert.deepEqual(columns, [
    'Partner: partner',
    'Country: partner_country',
    'Document: kind',
    'Signed: signed_on',
    'Expiration: expires_on',
    'Current status: status',
  ])
  assert.deepEqual(rows, [
    '2 ready | memorandum renewal_in_progress | 2018-05-04 .. 2023-05-03 | University of Nordhafen, DE',
    '3 ready | memorandum in_force | 2019-04-01 .. 2029-03-31 | Lakeside University, JP',
    '4 doubtful | memorandum+annex in_force | 2012-09-15 .. 2017-09-14 automatic | Universidad de Puerto Claro, CL | ? date_words_left | ? kinds_several',
    '5 ready | memorandum suspended | 2017-10-30 .. 2022-10-29 | Kohestan University, AF',
    '6 ready | exchange_agreement out_for_signature | ? .. ? | Harbourside University, AU',
    '7 error | memorandum in_force | ? .. 2026-02-28 | Two Rivers University, IQ | ? date_impossible | ? status_disagrees',
  ])
})

test('Italian list', async () => {
  const { header, columns, rows } = await summarise(
    barred(`
      ACCORDI INTERNAZIONALI ATTIVI
      Ateneo partner | Nazione | Tipologia | Data stipula | Durata (anni) | Scadenza | Rinnovo | Referente | Dipartimento
      Università di Porto Azzurro | Portogallo | Accordo quadro | 12/06/2019 | 5 | 11/06/2024 | tacito | Prof. M. Verdi | Fisica
      Universidad de Puerto Claro | Cile | Doppio titolo | 01/10/2021 | 6 | 30/09/2027 | no | | Economia`),
  )
  assert.equal(header, 2)
  assert.deepEqual(columns, [
    'Ateneo partner: partner',
    'Nazione: partner_country',
    'Tipologia: kind',
    'Data stipula: signed_on',
    'Durata (anni): duration',
    'Scadenza: expires_on',
    'Rinnovo: renewal',
    'Referente: coordinator_home',
    'Dipartimento: home_unit',
  ])
  assert.deepEqual(rows, [
    '3 ready | memorandum in_force | 2019-06-12 .. 2024-06-11 automatic | of Fisica | Università di Porto Azzurro, PT',
    '4 ready | joint_degree in_force | 2021-10-01 .. 2027-09-30 none | of Economia | Universidad de Puerto Claro, CL',
  ])
})
