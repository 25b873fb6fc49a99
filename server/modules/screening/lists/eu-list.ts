// The consolidated financial sanctions list of the European Union, version 1.1, as XML and as CSV.
import { readCsvRecords } from './csv-rows.ts'
import { kindOf, ListNotReadable, type ListPiece, pieceOf } from './list-entry.ts'
import { partsAt, readXmlRecords, textAt, textsAt } from './xml-records.ts'

const kindOfSubject = (code: string | undefined) => kindOf(code === 'E' ? 'enterprise' : code)

/** @throws ListNotReadable */
export async function* readEuXml(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ListPiece> {
  let isFirst = true
  for await (const { name, record, line } of readXmlRecords(chunks, new Set(['sanctionEntity']))) {
    if (isFirst) {
      if (name !== 'export') throw new ListNotReadable('other_format', name)
      isFirst = false
      if (typeof record['@generationDate'] === 'string') yield { publishedOn: record['@generationDate'] }
      continue
    }
    const names = partsAt(record, 'nameAlias').map(
      alias =>
        textAt(alias, '@wholeName') ||
        ['@firstName', '@middleName', '@lastName'].map(part => textAt(alias, part) ?? '').join(' '),
    )
    yield pieceOf(
      {
        externalId: textAt(record, '@logicalId') ?? textAt(record, '@euReferenceNumber'),
        kind: kindOfSubject(textAt(record, 'subjectType.@classificationCode') ?? textAt(record, 'subjectType.@code')),
        names,
        birthDates: partsAt(record, 'birthdate').flatMap(
          one => textAt(one, '@birthdate') || textAt(one, '@year') || [],
        ),
        countries: [
          ...textsAt(record, 'citizenship.@countryIso2Code'),
          ...textsAt(record, 'address.@countryIso2Code'),
        ].filter(isKnown),
        identifiers: textsAt(record, 'identification.@number'),
        programmes: [...textsAt(record, 'regulation.@programme'), ...textsAt(record, '@euReferenceNumber')],
        remarks: textAt(record, 'remark'),
      },
      String(line),
    )
  }
}

/** The list writes 00 where a country is not known. */
const isKnown = (code: string): boolean => code !== '00'

type Row = Readonly<Record<string, string>>

const columnsNeeded = ['Entity_LogicalId', 'NameAlias_WholeName']

/** One entity stands in many rows, one below the other. @throws ListNotReadable */
export async function* readEuCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ListPiece> {
  let group: { id: string; rows: Row[]; number: number } | undefined
  let isFirst = true
  for await (const { record, number } of readCsvRecords(chunks)) {
    if (isFirst) {
      const missing = columnsNeeded.filter(name => !(name in record))
      if (missing.length > 0) throw new ListNotReadable('columns_missing', missing.join(', '))
      if (record.fileGenerationDate) yield { publishedOn: dayFirst(record.fileGenerationDate) }
      isFirst = false
    }
    const id = record.Entity_LogicalId ?? ''
    if (group && (group.id !== id || id === '')) {
      yield pieceOfRows(group)
      group = undefined
    }
    group ??= { id, rows: [], number }
    group.rows.push(record)
  }
  if (isFirst) throw new ListNotReadable('empty')
  if (group) yield pieceOfRows(group)
}

/** `05/08/2026` is written day first there. */
const dayFirst = (text: string): string => text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1')

function pieceOfRows({ id, rows, number }: { id: string; rows: readonly Row[]; number: number }): ListPiece {
  const all = (column: string) => rows.map(row => row[column] ?? '')
  const first = rows[0]!
  return pieceOf(
    {
      externalId: id,
      kind: kindOfSubject(first.Entity_SubjectType_ClassificationCode || first.Entity_SubjectType),
      names: rows.map(
        row =>
          row.NameAlias_WholeName ||
          [row.NameAlias_FirstName, row.NameAlias_MiddleName, row.NameAlias_LastName].filter(Boolean).join(' '),
      ),
      birthDates: rows.flatMap(row => row.BirthDate_BirthDate || row.BirthDate_Year || []),
      countries: [...all('Citizenship_CountryIso2Code'), ...all('Address_CountryIso2Code')].filter(isKnown),
      identifiers: all('Identification_Number'),
      programmes: [...all('Entity_Regulation_Programme'), first.Entity_EU_ReferenceNumber],
      remarks: first.Entity_Remark,
    },
    String(number),
  )
}
