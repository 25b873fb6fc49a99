// Puts a seal on a PDF as a revision of its own (PAdES baseline B-B): not one byte of what was there before changes.
import { X509Certificate } from 'node:crypto'
import { makeCms, sha256 } from './cms.ts'
import {
  allPointsTo,
  firstPage,
  objectOf,
  type PdfDictionary,
  type PdfFile,
  pointsTo,
  readPdf,
  writeDictionary,
} from './pdf-file.ts'
import type { Sealer } from './sealer.ts'

export interface SealWords {
  /** When it is sealed, ISO 8601. */
  at: string
  /** Who seals, as readers of PDF show it. */
  name: string
  reason?: string
}

/** The certificate is not valid at the time of sealing: the certificate, or the clock, is wrong. */
export class CertificateNotInTime extends Error {
  override name = 'CertificateNotInTime'
  readonly validFrom: Date
  readonly validUntil: Date

  constructor(validFrom: Date, validUntil: Date) {
    super(`The certificate is valid from ${validFrom.toISOString()} to ${validUntil.toISOString()}.`)
    this.validFrom = validFrom
    this.validUntil = validUntil
  }
}

const textOf = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

const timeOf = (iso: string): string => `(D:${new Date(iso).toISOString().replace(/\D/g, '').slice(0, 14)}Z)`

/** Bytes that are kept for the message: certificates, signature and some room. */
const roomFor = ({ certificate, chain }: Sealer): number =>
  [certificate, ...chain].reduce((sum, one) => sum + one.length, 4096)

const rangeWidth = '/ByteRange [0 0000000000 0000000000 0000000000]'.length

function writeRange(before: number, after: number, rest: number): string {
  return `/ByteRange [0 ${before} ${after} ${rest}]`.padEnd(rangeWidth)
}

/** The form of the document with one field more. */
function formWith(
  file: PdfFile,
  catalog: PdfDictionary,
  field: number,
): { form: PdfDictionary; number: number | undefined } {
  const stored = catalog.get('/AcroForm')
  const number = pointsTo(stored)
  const form: PdfDictionary =
    number !== undefined ? objectOf(file, number) : stored ? new Map(readForm(stored)) : new Map<string, string>()
  const fields = allPointsTo(form.get('/Fields') ?? '')
  form.set('/Fields', `[${[...fields, field].map(one => `${one} 0 R`).join(' ')}]`)
  form.set('/SigFlags', '3')
  return { form, number }
}

const readForm = (written: string): PdfDictionary =>
  objectOf({ source: `1 0 obj ${written}`, tableAt: 0, trailer: new Map(), offsets: new Map([[1, 0]]) }, 1)

/** The objects of the revision, by number, and which of them is the seal. */
function revisionOf(file: PdfFile, words: SealWords, room: number): { objects: Map<number, string>; size: number } {
  const { trailer } = file
  const size = Number(trailer.get('/Size'))
  const [seal, field] = [size, size + 1]
  const root = pointsTo(trailer.get('/Root'))!
  const catalog = objectOf(file, root)
  const page = firstPage(file, catalog)
  const pageEntries = objectOf(file, page)
  const { form, number: formNumber } = formWith(file, catalog, field)
  const count = allPointsTo(form.get('/Fields')!).length
  const annotations = pageEntries.get('/Annots')
  const list =
    pointsTo(annotations) === undefined ? allPointsTo(annotations ?? '') : annotationList(file, pointsTo(annotations)!)
  pageEntries.set('/Annots', `[${[...list, field].map(one => `${one} 0 R`).join(' ')}]`)
  const objects = new Map<number, string>()
  objects.set(page, writeDictionary(pageEntries))
  if (formNumber === undefined) catalog.set('/AcroForm', writeDictionary(form))
  else objects.set(formNumber, writeDictionary(form))
  objects.set(root, writeDictionary(catalog))
  // Without an area it needs no appearance, which PDF/A would ask for.
  objects.set(
    field,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /Rect [0 0 0 0] /P ${page} 0 R /T ${textOf(`Seal ${count}`)} /V ${seal} 0 R >>`,
  )
  const reason = words.reason ? ` /Reason ${textOf(words.reason)}` : ''
  objects.set(
    seal,
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M ${timeOf(words.at)} /Name ${textOf(words.name)}${reason} ${' '.repeat(rangeWidth)} /Contents <${'0'.repeat(room * 2)}> >>`,
  )
  return { objects, size: size + 2 }
}

function annotationList({ source, offsets }: PdfFile, number: number): number[] {
  const at = offsets.get(number) ?? 0
  return allPointsTo(source.slice(source.indexOf('[', at), source.indexOf(']', at)))
}

const byNumber = ([a]: [number, unknown], [b]: [number, unknown]) => a - b

/** What is added behind the file. */
function writeRevision(file: PdfFile, length: number, { objects, size }: ReturnType<typeof revisionOf>): string {
  let text = '\n'
  const places: [number, number][] = []
  for (const [number, written] of [...objects].sort(byNumber)) {
    places.push([number, length + text.length])
    text += `${number} 0 obj\n${written}\nendobj\n`
  }
  const tableAt = length + text.length
  const table = places.map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const trailer: PdfDictionary = new Map([['/Size', String(size)]])
  for (const name of ['/Root', '/Info', '/ID']) {
    const value = file.trailer.get(name)
    if (value !== undefined) trailer.set(name, value)
  }
  trailer.set('/Prev', String(file.tableAt))
  return `${text}xref\n${table}trailer\n${writeDictionary(trailer)}\nstartxref\n${tableAt}\n%%EOF\n`
}

/** @throws CertificateNotInTime; PdfNotSupported; what the sealer throws */
export async function sealPdf(pdf: Uint8Array, sealer: Sealer, words: SealWords): Promise<Buffer> {
  const { validFromDate, validToDate } = new X509Certificate(Buffer.from(sealer.certificate))
  const at = new Date(words.at)
  if (at < validFromDate || at > validToDate) throw new CertificateNotInTime(validFromDate, validToDate)
  const file = readPdf(pdf)
  const room = roomFor(sealer)
  const added = writeRevision(file, pdf.length, revisionOf(file, words, room))
  const gap = ' '.repeat(rangeWidth)
  const contents = `/Contents <${'0'.repeat(room * 2)}>`
  const contentsAt = added.indexOf(contents)
  const before = pdf.length + contentsAt + '/Contents '.length
  const after = pdf.length + contentsAt + contents.length
  const whole = pdf.length + added.length
  const rangeAt = added.lastIndexOf(gap, contentsAt)
  const ranged = added.slice(0, rangeAt) + writeRange(before, after, whole - after) + added.slice(rangeAt + rangeWidth)
  const sealed = Buffer.concat([pdf, Buffer.from(ranged, 'latin1')])
  const digest = sha256(Buffer.concat([sealed.subarray(0, before), sealed.subarray(after)]))
  const message = await makeCms(digest, sealer)
  if (message.length > room)
    throw new Error(`the message of the seal has ${message.length} bytes, there is room for ${room}`)
  sealed.write(message.toString('hex'), before + 1, 'latin1')
  return sealed
}
