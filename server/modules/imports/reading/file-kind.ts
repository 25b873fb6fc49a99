// Decides what a file is by its first bytes and its parts, never by its name alone.
import { type ReadingBudget, refusal } from './reading-budget.ts'
import { entryKey, openZip, unpackEntry, type ZipArchive } from './zip-archive.ts'

export type FileKind = { kind: 'workbook'; archive: ZipArchive } | { kind: 'text' }

function startsWith(bytes: Uint8Array, signature: string | number[], at = 0): boolean {
  for (let index = 0; index < signature.length; index += 1) {
    const expected = typeof signature === 'string' ? signature.charCodeAt(index) : signature[index]
    if (bytes[at + index] !== expected) return false
  }
  return true
}

/** What the sentence for `not_a_table` has words for. */
type OtherKind =
  | 'picture'
  | 'film'
  | 'sound'
  | 'document'
  | 'presentation'
  | 'message'
  | 'database'
  | 'program'
  | 'page'

const OTHER_KINDS: { signature: string | number[]; at?: number; kind: OtherKind; format: string }[] = [
  { signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], kind: 'picture', format: 'PNG' },
  { signature: [0xff, 0xd8, 0xff], kind: 'picture', format: 'JPEG' },
  { signature: 'GIF8', kind: 'picture', format: 'GIF' },
  { signature: 'WEBP', at: 8, kind: 'picture', format: 'WebP' },
  { signature: 'ftyphei', at: 4, kind: 'picture', format: 'HEIC' },
  { signature: 'ftyp', at: 4, kind: 'film', format: 'MP4' },
  { signature: [0x49, 0x49, 0x2a, 0x00], kind: 'picture', format: 'TIFF' },
  { signature: [0x4d, 0x4d, 0x00, 0x2a], kind: 'picture', format: 'TIFF' },
  { signature: '%PDF-', kind: 'document', format: 'PDF' },
  { signature: '{\\rtf', kind: 'document', format: 'RTF' },
  { signature: 'SQLite format 3', kind: 'database', format: 'SQLite' },
  { signature: 'PAR1', kind: 'database', format: 'Parquet' },
  { signature: [0x7f, 0x45, 0x4c, 0x46], kind: 'program', format: 'ELF' },
  { signature: 'ID3', kind: 'sound', format: 'MP3' },
]

const ARCHIVES: { signature: string | number[]; kind: string }[] = [
  { signature: [0x1f, 0x8b], kind: 'gzip' },
  { signature: 'Rar!', kind: 'RAR' },
  { signature: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], kind: '7z' },
  { signature: [0xfd, 0x37, 0x7a, 0x58, 0x5a], kind: 'xz' },
  { signature: 'BZh', kind: 'bzip2' },
  { signature: [0x28, 0xb5, 0x2f, 0xfd], kind: 'zstd' },
]

/** `name` serves only to recognise the lock file that Excel leaves beside an open workbook. */
export async function recogniseFile(
  bytes: Uint8Array,
  name: string | undefined,
  budget: ReadingBudget,
): Promise<FileKind> {
  if (bytes.length === 0) throw refusal('empty_file')
  if (bytes.length <= 1024 && /(^|[\\/])~\$[^\\/]+$/.test(name ?? '')) throw refusal('lock_file')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw compoundFileRefusal(bytes)
  // Excel 2 to 4 wrote its records with no container around them.
  if (bytes[0] === 0x09 && [0, 2, 4].includes(bytes[1] ?? -1) && [4, 6].includes(bytes[2] ?? -1) && bytes[3] === 0) {
    throw refusal('old_excel')
  }
  if (startsWith(bytes, 'PK\u0005\u0006')) throw refusal('empty_file')
  if (startsWith(bytes, 'PK\u0003\u0004')) return { kind: 'workbook', archive: await openWorkbook(bytes, budget) }
  const archive = ARCHIVES.find(({ signature }) => startsWith(bytes, signature))
  if (archive !== undefined) throw refusal('packed_archive', { kind: archive.kind })
  const other = OTHER_KINDS.find(({ signature, at }) => startsWith(bytes, signature, at))
  if (other !== undefined) throw refusal('not_a_table', { kind: other.kind, format: other.format })
  if (startsWith(bytes, 'BM') && bytes.length > 26 && bytes[14] === 40) {
    throw refusal('not_a_table', { kind: 'picture', format: 'BMP' })
  }
  return { kind: 'text' }
}

function compoundFileRefusal(bytes: Uint8Array): Error {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Names of streams stand in the directory as UTF-16 with a zero behind them; the text of a document has none.
  const has = (stream: string) => container.includes(Buffer.from(`${stream}\u0000`, 'utf16le'))
  if (has('EncryptedPackage')) return refusal('password_protected')
  if (has('Workbook') || has('Book')) return refusal('old_excel')
  if (has('WordDocument')) return refusal('not_a_table', { kind: 'document', format: 'DOC' })
  if (has('PowerPoint Document')) return refusal('not_a_table', { kind: 'presentation', format: 'PPT' })
  if (has('__properties_version1.0')) return refusal('not_a_table', { kind: 'message', format: 'MSG' })
  return refusal('unknown_content')
}

async function openWorkbook(bytes: Uint8Array, budget: ReadingBudget): Promise<ZipArchive> {
  const archive = openZip(bytes, budget)
  const names = [...archive.entries.keys()]
  const has = (start: string) => names.some(name => name.startsWith(start))
  if (archive.entries.has('xl/workbook.bin')) throw refusal('binary_excel')
  if (has('xl/')) return archive
  if (has('word/')) throw refusal('not_a_table', { kind: 'document', format: 'DOCX' })
  if (has('ppt/')) throw refusal('not_a_table', { kind: 'presentation', format: 'PPTX' })
  if (has('index/document.iwa') || has('index.zip')) throw refusal('apple_numbers')
  const mime = await mimeType(archive, budget)
  if (mime.includes('opendocument.spreadsheet')) throw refusal('open_document')
  if (mime.includes('opendocument')) throw refusal('not_a_table', { kind: 'document', format: 'OpenDocument' })
  if (mime.includes('epub')) throw refusal('not_a_table', { kind: 'document', format: 'EPUB' })
  if (has('meta-inf/manifest.mf')) throw refusal('not_a_table', { kind: 'program', format: 'ELF' })
  // Strictly, the main part of a workbook may stand anywhere; its relationships tell.
  if (archive.entries.has('[content_types].xml')) return archive
  throw refusal('packed_archive', { kind: 'zip' })
}

async function mimeType(archive: ZipArchive, budget: ReadingBudget): Promise<string> {
  const entry = archive.entries.get(entryKey('mimetype'))
  if (entry === undefined || entry.size > 200) return ''
  let text = ''
  for await (const chunk of unpackEntry(archive, entry, budget)) text += Buffer.from(chunk).toString('latin1')
  return text
}
