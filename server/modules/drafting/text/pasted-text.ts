// From pasted text to clauses: numbered articles begin clauses, what stands before the first is a recital.
import { newId } from '#core/ids.ts'
import type { DraftText } from '../draft.contract.ts'

type Clause = DraftText['clauses'][number]
type Version = Clause['versions'][string]

const digits = '0-9\u06f0-\u06f9\u0660-\u0669'
/** "Article 3", "Статья 3.", "ماده ۳", "3. Title", "§ 3": the rest of the line is the heading. */
const beginning = new RegExp(
  `^\\s*(?:(?:article|section|clause|статья|пункт|раздел|ماده|بند|المادة|§)\\s*[${digits}IVXivx]+|[${digits}]{1,3}(?=[.)\\-–:]\\s))[.)\\-–:]*\\s*(.*)$`,
  'iu',
)
const annex = /^\s*(?:annex|appendix|приложение|پیوست|ضمیمه)\b\s*[^\p{L}]*(.*)$/iu
const point = /^\s*(?:[-–•*]|[a-zа-я]\)|\([a-zа-я]\))\s+(.*)$/iu

interface Part {
  role: Clause['role']
  heading: string
  lines: string[]
}

/** One language of a text cut into its clauses. */
export function cutText(text: string): Part[] {
  const parts: Part[] = []
  for (const line of text.replaceAll('\r', '').split('\n')) {
    const [start, apart] = [beginning.exec(line), annex.exec(line)]
    if (start || apart)
      parts.push({ role: start ? 'article' : 'annex', heading: (start ?? apart)![1]!.trim(), lines: [] })
    else if (line.trim() !== '') {
      if (parts.length === 0) parts.push({ role: 'recital', heading: '', lines: [] })
      parts.at(-1)!.lines.push(line.trim())
    }
  }
  return parts
}

const runs = (text: string) => (text ? [{ text }] : [])

function versionOf(part: Part | undefined): Version {
  const lines = part?.lines ?? []
  const blocks = (lines.length > 0 ? lines : ['']).map((line): Version['blocks'][number] => {
    const mark = point.exec(line)
    return mark
      ? { kind: 'point', ordered: !/^\s*[-–•*]/.test(line), depth: 0, runs: runs(mark[1]!) }
      : { kind: 'paragraph', runs: runs(line) }
  })
  return { heading: runs(part?.heading ?? ''), blocks }
}

/** The clauses of a text in several languages; the first clause of each stands beside the first of the others, and so on. */
export function clausesFromText(texts: Readonly<Record<string, string>>, languages: readonly string[]): Clause[] {
  const cut = new Map(languages.map(language => [language, cutText(texts[language] ?? '')]))
  const hasRecital = [...cut.values()].some(parts => parts[0]?.role === 'recital')
  // Languages without a preamble still line up: their first article stands beside the first article.
  if (hasRecital)
    for (const parts of cut.values())
      if (parts.length > 0 && parts[0]!.role !== 'recital') parts.unshift({ role: 'recital', heading: '', lines: [] })
  const count = Math.max(0, ...[...cut.values()].map(parts => parts.length))
  return Array.from({ length: count }, (_, at) => {
    const parts = languages.map(language => cut.get(language)![at])
    return {
      id: newId(),
      role: parts.find(part => part)?.role ?? 'article',
      versions: Object.fromEntries(languages.map((language, index) => [language, versionOf(parts[index])])),
    }
  })
}
