// Marks in a text the words that were asked for, and cuts out the place where most of them stand together.
import type { WordGroup } from './dictionary.store.ts'
import { foldedWords } from './folded-words.ts'
import type { Marked } from './search.contract.ts'

export interface Marker {
  /** Which of the asked words a written word stands for; -1 for none. */
  groupOf(word: string): number
  /** How many things were asked for. */
  size: number
}

/** Phrases count as one thing; their words are marked one by one. */
export function markerOf(groups: readonly WordGroup[], phrases: readonly (readonly string[])[]): Marker {
  const whole = new Map<string, number>()
  const begun: [string, number][] = []
  groups.forEach(({ asked, others }, at) => {
    for (const word of [asked.word, ...others]) if (!whole.has(word)) whole.set(word, at)
    if (asked.isCutOff) begun.push([asked.word, at])
  })
  phrases.forEach((words, at) => {
    for (const word of words) if (!whole.has(word)) whole.set(word, groups.length + at)
  })
  return {
    size: groups.length + phrases.length,
    groupOf(written) {
      for (const word of foldedWords(written)) {
        const at = whole.get(word) ?? begun.find(([beginning]) => word.startsWith(beginning))?.[1]
        if (at !== undefined) return at
      }
      return -1
    },
  }
}

interface Hit {
  start: number
  end: number
  group: number
}

const writtenWord = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu
/** More places than this say no more about where to cut. */
const mostHits = 300

function hitsIn(text: string, marker: Marker): Hit[] {
  const hits: Hit[] = []
  for (const match of text.matchAll(writtenWord)) {
    const group = marker.groupOf(match[0])
    if (group >= 0) hits.push({ start: match.index, end: match.index + match[0].length, group })
    if (hits.length >= mostHits) break
  }
  return hits
}

function cutUp(text: string, hits: readonly Hit[], from = 0, until = text.length): Marked {
  const pieces: Marked = []
  let at = from
  for (const { start, end } of hits) {
    if (start < at || end > until) continue
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false })
    pieces.push({ text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < until) pieces.push({ text: text.slice(at, until), hit: false })
  return pieces
}

/** The whole text, and which of the things asked for it shows. */
export function mark(text: string, marker: Marker): { marked: Marked; shown: ReadonlySet<number> } {
  const hits = hitsIn(text, marker)
  return { marked: cutUp(text, hits), shown: new Set(hits.map(hit => hit.group)) }
}

const excerptLength = 180
const leadLength = 50

/** One line around the place that shows the most of what was asked for; null when it shows nothing. */
export function excerpt(text: string, marker: Marker): { marked: Marked; shown: ReadonlySet<number> } | null {
  const line = text.replace(/\s+/g, ' ')
  const hits = hitsIn(line, marker)
  if (hits.length === 0) return null
  const near = (first: Hit) =>
    hits.filter(hit => hit.start >= first.start && hit.end <= first.start + excerptLength - leadLength)
  let [best, most] = [hits[0]!, 0]
  for (const hit of hits) {
    const groups = new Set(near(hit).map(other => other.group)).size
    if (groups > most) [best, most] = [hit, groups]
  }
  const from = wordStart(line, Math.max(0, best.start - leadLength), best.start)
  const until = wordEnd(line, Math.min(line.length, from + excerptLength), best.end)
  const marked = cutUp(line, hits, from, until)
  if (from > 0) marked.unshift({ text: '… ', hit: false })
  if (until < line.length) marked.push({ text: ' …', hit: false })
  return { marked, shown: new Set(near(best).map(hit => hit.group)) }
}

function wordStart(line: string, at: number, latest: number): number {
  if (at === 0) return 0
  const blank = line.indexOf(' ', at)
  return blank < 0 || blank > latest ? latest : blank + 1
}

function wordEnd(line: string, at: number, earliest: number): number {
  if (at >= line.length) return line.length
  const blank = line.lastIndexOf(' ', at)
  return blank < earliest ? Math.max(at, earliest) : blank
}
