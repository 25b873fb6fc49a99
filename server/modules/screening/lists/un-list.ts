// The consolidated list of the United Nations Security Council, XML as published.
import { ListNotReadable, type ListPiece, pieceOf } from './list-entry.ts'
import { partsAt, readXmlRecords, textAt, textsAt, type XmlRecord } from './xml-records.ts'

const wanted = new Set(['INDIVIDUAL', 'ENTITY'])

function bornOn(one: XmlRecord): string[] {
  const exact = textsAt(one, 'DATE')
  if (exact.length > 0) return exact
  const [from, to] = [textAt(one, 'FROM_YEAR'), textAt(one, 'TO_YEAR')]
  if (from && to) return [`${from} to ${to}`]
  return textsAt(one, 'YEAR')
}

/** @throws ListNotReadable */
export async function* readUnList(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ListPiece> {
  let isFirst = true
  for await (const { name, record, line } of readXmlRecords(chunks, wanted)) {
    if (isFirst) {
      if (name !== 'CONSOLIDATED_LIST') throw new ListNotReadable('other_format', name)
      isFirst = false
      if (typeof record['@dateGenerated'] === 'string') yield { publishedOn: record['@dateGenerated'] }
      continue
    }
    const kind = name === 'INDIVIDUAL' ? 'person' : 'organisation'
    const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map(part => textAt(record, part) ?? '')
    yield pieceOf(
      {
        ...{ externalId: textAt(record, 'DATAID') ?? textAt(record, 'REFERENCE_NUMBER'), kind },
        names: [
          parts.join(' '),
          ...textsAt(record, 'NAME_ORIGINAL_SCRIPT'),
          ...textsAt(record, `${name}_ALIAS.ALIAS_NAME`),
        ],
        birthDates: partsAt(record, 'INDIVIDUAL_DATE_OF_BIRTH').flatMap(bornOn),
        countries: [...textsAt(record, 'NATIONALITY.VALUE'), ...textsAt(record, 'ENTITY_ADDRESS.COUNTRY')],
        identifiers: textsAt(record, 'INDIVIDUAL_DOCUMENT.NUMBER'),
        programmes: [...textsAt(record, 'UN_LIST_TYPE'), ...textsAt(record, 'REFERENCE_NUMBER')],
        remarks: textAt(record, 'COMMENTS1'),
      },
      String(line),
    )
  }
}
