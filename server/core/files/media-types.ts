// Says what a file is by its first bytes, because a name may say anything.
const startsWith = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte)

const latin = (head: Uint8Array, from: number, to: number): string =>
  Buffer.from(head.subarray(from, to)).toString('latin1')

const byMagic: [string, (head: Uint8Array) => boolean][] = [
  ['application/pdf', head => latin(head, 0, 1024).includes('%PDF-')],
  ['image/png', head => startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', head => startsWith(head, 0xff, 0xd8, 0xff)],
  ['image/gif', head => /^GIF8[79]a/.test(latin(head, 0, 6))],
  ['image/webp', head => latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP'],
  ['image/tiff', head => startsWith(head, 0x49, 0x49, 0x2a, 0) || startsWith(head, 0x4d, 0x4d, 0, 0x2a)],
  ['image/bmp', head => latin(head, 0, 2) === 'BM'],
  ['application/gzip', head => startsWith(head, 0x1f, 0x8b)],
  ['application/x-7z-compressed', head => startsWith(head, 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  ['application/vnd.rar', head => latin(head, 0, 4) === 'Rar!'],
  ['application/rtf', head => latin(head, 0, 5) === '{\\rtf'],
  ['application/x-executable', head => startsWith(head, 0x7f, 0x45, 0x4c, 0x46) || latin(head, 0, 2) === 'MZ'],
]

const zipKinds: [string, RegExp][] = [
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', /\bxl\//],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', /\bword\//],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', /\bppt\//],
]

const byExtension: Record<string, string> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  md: 'text/markdown',
  json: 'application/json',
  xml: 'application/xml',
  eml: 'message/rfc822',
  ics: 'text/calendar',
  xls: 'application/vnd.ms-excel',
  doc: 'application/msword',
  ppt: 'application/vnd.ms-powerpoint',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}

const oldOffice = new Set(['xls', 'doc', 'ppt'])
const newOffice = new Set(['xlsx', 'docx', 'pptx'])

/**
 * The media type by content. The name decides only between kinds that the content cannot tell apart, such as
 * kinds of text; HTML and SVG become plain text, so that a stored file never runs in a reader's page.
 */
export function sniffMediaType(head: Uint8Array, name = ''): string {
  const extension = /\.([a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) {
    return sniffZip(head, extension)
  }
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    return (oldOffice.has(extension) && byExtension[extension]) || 'application/x-ole-storage'
  }
  const magic = byMagic.find(([, matches]) => matches(head))
  if (magic) return magic[0]
  if (!looksLikeText(head)) return 'application/octet-stream'
  const named = byExtension[extension] ?? 'text/plain'
  return oldOffice.has(extension) || newOffice.has(extension) ? 'text/plain' : named
}

function sniffZip(head: Uint8Array, extension: string): string {
  const text = latin(head, 0, head.length)
  const format = /mimetype(application\/[\w.+-]+)/.exec(text.slice(30, 200))
  if (format?.[1]) return format[1].replace(/PK.*$/, '')
  const kind = zipKinds.find(([, pattern]) => pattern.test(text))
  if (kind) return kind[0]
  // The folder of an office file may come after the first bytes; its list of contents always comes first.
  if (text.includes('[Content_Types].xml') && newOffice.has(extension)) return byExtension[extension] as string
  return 'application/zip'
}

function looksLikeText(head: Uint8Array): boolean {
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return true
  return head.every(byte => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b)
}
