// Lists of the US Treasury (OFAC): sdn.xml and consolidated.xml; sdn.csv and cons_prim.csv, which have no heading.
import { readCsvRows } from './csv-rows.ts'
import { kindOf, ListNotReadable, type ListPiece, pieceOf } from './list-entry.ts'
import { partsAt, readXmlRecords, textAt, textsAt, type XmlRecord } from './xml-records.ts'

const fullName = (one: XmlRecord): string =>
  [textAt(one, 'firstName'), textAt(one, 'lastName')].filter(Boolean).join(' ')

/** Individual, Entity, Vessel, Aircraft. */
const kindOfType = (type: string | undefined) => kindOf(type)

/** @throws ListNotReadable */
export async function* readOfacXml(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ListPiece> {
  let isFirst = true
  for await (const { name, record, line } of readXmlRecords(chunks, new Set(['sdnEntry', 'publshInformation']))) {
    if (isFirst) {
      if (name !== 'sdnList') throw new ListNotReadable('other_format', name)
      isFirst = false
      continue
    }
    if (name === 'publshInformation') {
      const on = textAt(record, 'Publish_Date')
      if (on) yield { publishedOn: on.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$1-$2') }
      continue
    }
    yield pieceOf(
      {
        ...{ externalId: textAt(record, 'uid'), kind: kindOfType(textAt(record, 'sdnType')) },
        names: [fullName(record), ...partsAt(record, 'akaList.aka').map(fullName)],
        birthDates: textsAt(record, 'dateOfBirthList.dateOfBirthItem.dateOfBirth'),
        countries: [
          ...textsAt(record, 'nationalityList.nationality.country'),
          ...textsAt(record, 'citizenshipList.citizenship.country'),
          ...textsAt(record, 'addressList.address.country'),
        ],
        identifiers: textsAt(record, 'idList.id.idNumber'),
        programmes: textsAt(record, 'programList.program'),
        remarks: textAt(record, 'remarks'),
      },
      String(line),
    )
  }
}

const columns = 12

/** What the remarks tell: `DOB 12 Jan 1970; a.k.a. 'OTHER NAME'; nationality Aldoria; Passport A123 (Aldoria)`. */
function fromRemarks(remarks: string) {
  const all = (pattern: RegExp) => [...remarks.matchAll(pattern)].map(found => found[1]!.trim())
  return {
    names: all(/[afn]\.k\.a\. '([^']+)'/gi),
    birthDates: all(/\bDOB ([^;.]+)/g),
    countries: all(/\b(?:nationality|citizen) ([^;.(]+)/g),
    identifiers: all(
      /\b(?:Passport|National ID No\.|Identification Number|Registration (?:ID|Number)|Tax ID No\.) ([\p{L}\p{N}/-]+)/gu,
    ),
  }
}

/** `ZARYANOV, Ivan Sergeevich` is written family name first. */
const inOrder = (name: string): string => /^([^,]+),\s*(.+)$/.exec(name)?.slice(1).reverse().join(' ') ?? name

/** @throws ListNotReadable */
export async function* readOfacCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ListPiece> {
  let isFirst = true
  for await (const { cells, number } of readCsvRows(chunks)) {
    // The published file ends with a control character on a line of its own.
    if (cells.length === 1) continue
    const [externalId, name, type, programme, title] = cells.map(cell => (cell.trim() === '-0-' ? '' : cell.trim()))
    if (isFirst && (cells.length !== columns || !/^\d+$/.test(externalId ?? '')))
      throw new ListNotReadable('columns_missing', `${columns}`)
    isFirst = false
    const kind = kindOfType(type)
    const told = fromRemarks(cells[11]?.trim() === '-0-' ? '' : (cells[11] ?? ''))
    yield pieceOf(
      {
        ...{ externalId, kind, ...told },
        names: [kind === 'person' ? inOrder(name ?? '') : name, ...told.names],
        programmes: (programme ?? '').split(/[;\]]\s*\[?/).map(one => one.replace(/^\[/, '')),
        remarks: [title, cells[11]?.trim() === '-0-' ? '' : cells[11]].filter(Boolean).join('; '),
      },
      String(number),
    )
  }
  if (isFirst) throw new ListNotReadable('empty')
}
