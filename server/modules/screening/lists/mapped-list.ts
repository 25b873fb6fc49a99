// Lists of any other make: where each field stands is said by a mapping; the simple CSV of OpenSanctions is one such.
import { JsonStreamError, readJsonPieces } from '#modules/registry/index.ts'
import type { ListMapping } from '../list.terms.ts'
import { readCsvRecords } from './csv-rows.ts'
import { kindOf, ListNotReadable, type ListPiece, pieceOf } from './list-entry.ts'
import { readXmlRecords, textsAt } from './xml-records.ts'

function pieceBy(mapping: ListMapping, valuesOf: (path: string) => string[], place: string): ListPiece {
  const split = (text: string) => (mapping.separator ? text.split(mapping.separator) : [text])
  const all = (paths: string | undefined) =>
    (paths ?? '').split('|').flatMap(path => (path.trim() === '' ? [] : valuesOf(path.trim()).flatMap(split)))
  const written = all(mapping.kind)[0]
  return pieceOf(
    {
      externalId: valuesOf(mapping.number)[0],
      kind: kindOf(written, mapping.usually ?? 'organisation'),
      names: [...valuesOf(mapping.name), ...all(mapping.otherNames)],
      birthDates: all(mapping.birthDates),
      countries: all(mapping.countries),
      identifiers: all(mapping.identifiers),
      programmes: all(mapping.programmes),
      remarks: all(mapping.remarks).join('; '),
    },
    place,
  )
}

const columnsOf = (mapping: ListMapping): string[] => [mapping.number, mapping.name]

/** @throws ListNotReadable */
export async function* readMappedCsv(
  chunks: AsyncIterable<Uint8Array>,
  mapping: ListMapping,
): AsyncGenerator<ListPiece> {
  let isFirst = true
  for await (const { record, number } of readCsvRecords(chunks)) {
    const missing = isFirst ? columnsOf(mapping).filter(name => !Object.hasOwn(record, name)) : []
    if (missing.length > 0) throw new ListNotReadable('columns_missing', missing.join(', '))
    isFirst = false
    yield pieceBy(mapping, path => (Object.hasOwn(record, path) && record[path] ? [record[path]] : []), String(number))
  }
  if (isFirst) throw new ListNotReadable('empty')
}

const openSanctions: ListMapping = {
  ...{ number: 'id', name: 'name', otherNames: 'aliases', kind: 'schema', birthDates: 'birth_date' },
  ...{ countries: 'countries', identifiers: 'identifiers', programmes: 'program_ids|dataset', remarks: 'sanctions' },
  separator: ';',
}

/** `targets.simple.csv`: values of one field are parted by semicolons. @throws ListNotReadable */
export async function* readOpenSanctionsCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ListPiece> {
  yield* readMappedCsv(chunks, openSanctions)
}

/** An array of objects, or a line each; paths lead inside, `names.full`. @throws ListNotReadable */
export async function* readMappedJson(
  chunks: AsyncIterable<Uint8Array>,
  mapping: ListMapping,
): AsyncGenerator<ListPiece> {
  try {
    for await (const { text, number } of readJsonPieces(chunks)) {
      let value: unknown
      try {
        value = JSON.parse(text)
      } catch {
        yield { problem: 'not_an_object', place: String(number) }
        continue
      }
      yield pieceBy(mapping, path => textsAt(value, path), String(number))
    }
  } catch (error) {
    if (error instanceof JsonStreamError) throw new ListNotReadable('json_broken')
    throw error
  }
}

/** @throws ListNotReadable */
export async function* readMappedXml(
  chunks: AsyncIterable<Uint8Array>,
  mapping: ListMapping,
): AsyncGenerator<ListPiece> {
  let count = 0
  let isFirst = true
  for await (const { record, line } of readXmlRecords(chunks, new Set([mapping.record ?? 'entry']))) {
    if (!isFirst) {
      count += 1
      yield pieceBy(mapping, path => textsAt(record, path), String(line))
    }
    isFirst = false
  }
  if (count === 0) throw new ListNotReadable('no_records', mapping.record ?? 'entry')
}
