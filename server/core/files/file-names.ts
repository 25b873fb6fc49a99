// Makes a file name of a stranger safe to show, to store and to send in a header.

const directionControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// ZWNJ and ZWJ stay: Persian and Indic names are misspelt without them.
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\u2060\ufeff\ufff9-\ufffb]/g
const reserved = /[<>:"|?*]/g
const longest = 200

/**
 * The last part of a path without control and direction characters, at most 200 bytes of UTF-8 with its extension
 * kept; `file` when nothing is left.
 */
export function cleanFileName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(directionControls, '')
    .replace(invisible, '')
    .replace(reserved, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return shorten(plain) || 'file'
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= longest) return name
  const extension = /\.[^.\s]{1,10}$/u.exec(name)?.[0] ?? ''
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, name.length - extension.length))) {
    if (Buffer.byteLength(kept + segment + extension) > longest) break
    kept += segment
  }
  return kept.trimEnd() + extension
}

/** The value of a Content-Disposition header for any name (RFC 6266, RFC 8187). */
export function contentDisposition(name: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const clean = cleanFileName(name)
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
