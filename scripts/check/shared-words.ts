// Pages load several catalogues into one, so a text must read the same in all of them; another meaning needs a `context`.
import PO from 'pofile'

/** Texts that have several translations into one language; `catalogues` maps paths (`…/fa.po`) to contents. */
export function findDividedWords(catalogues: ReadonlyMap<string, string>): string[] {
  const translations = new Map<string, Map<string, string[]>>()
  for (const [path, source] of catalogues) {
    const language = path.slice(path.lastIndexOf('/') + 1, -'.po'.length)
    for (const item of PO.parse(source).items) {
      const translation = item.msgstr[0] ?? ''
      if (item.obsolete || translation === '') continue
      const text = `${language}: "${item.msgid}"${item.msgctxt ? ` (${item.msgctxt})` : ''}`
      const known = translations.get(text) ?? new Map<string, string[]>()
      known.set(translation, [...(known.get(translation) ?? []), path])
      translations.set(text, known)
    }
  }
  return [...translations]
    .filter(([, known]) => known.size > 1)
    .map(([text, known]) => {
      const ways = [...known].map(([translation, paths]) => `"${translation}" in ${paths.join(', ')}`)
      return `${text} is ${ways.join('; ')}: use one, or give it a context`
    })
}
