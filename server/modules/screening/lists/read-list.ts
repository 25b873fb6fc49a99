// A list in any of the formats, as pieces one by one.

import type { ListFormat, ListMapping } from '../list.terms.ts'
import { readEuCsv, readEuXml } from './eu-list.ts'
import type { ListPiece } from './list-entry.ts'
import { readMappedCsv, readMappedJson, readMappedXml, readOpenSanctionsCsv } from './mapped-list.ts'
import { readOfacCsv, readOfacXml } from './ofac-list.ts'
import { readUnList } from './un-list.ts'

type Reader = (chunks: AsyncIterable<Uint8Array>, mapping: ListMapping) => AsyncGenerator<ListPiece>

const readers: Record<ListFormat, Reader> = {
  ...{ un_xml: readUnList, eu_xml: readEuXml, eu_csv: readEuCsv, ofac_xml: readOfacXml, ofac_csv: readOfacCsv },
  ...{ opensanctions_csv: readOpenSanctionsCsv, csv: readMappedCsv, json: readMappedJson, xml: readMappedXml },
}

/** Entries, records that were not understood, and the day of publication where the file says it. @throws ListNotReadable */
export const readList = (
  format: ListFormat,
  chunks: AsyncIterable<Uint8Array>,
  mapping: ListMapping,
): AsyncGenerator<ListPiece> => readers[format](chunks, mapping)
