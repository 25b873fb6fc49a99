// Cuts a text into clauses: numbered points, bullets, lines, sentences and parts between semicolons.

export interface Clause {
  start: number
  end: number
}

const POINT =
  /(?:^|(?<=[\n\r;.:,]\s{0,4}))\(?(?:\d{1,2}|[a-hа-е]|[ivx]{1,4})[.)](?!\d)\s*|(?<=\s)\d{1,2}\)\s|(?:^|(?<=[\s;.:]))[-*•·▪]\s+/gu
const BREAK = /[\n\r;]+|\.(?=\s+[\p{L}\d(])|\.$|(?<=\p{L}{3})\.(?=\p{L})/gu

/** Offsets of the clauses of a folded text, without numbers, bullets and blanks around them; empty ones are left out. */
export function splitClauses(folded: string): Clause[] {
  const cuts = new Set<number>([0, folded.length])
  const skips: Clause[] = []
  for (const match of folded.matchAll(BREAK)) {
    cuts.add(match.index)
    cuts.add(match.index + match[0].length)
  }
  for (const match of folded.matchAll(POINT)) {
    cuts.add(match.index)
    cuts.add(match.index + match[0].length)
    skips.push({ start: match.index, end: match.index + match[0].length })
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  const clauses: Clause[] = []
  for (let at = 0; at + 1 < sorted.length; at += 1) {
    const clause = trimmed(folded, sorted[at]!, sorted[at + 1]!)
    const isMark = skips.some(skip => clause.start >= skip.start && clause.end <= skip.end)
    if (clause.end > clause.start && !isMark && /\p{L}/u.test(folded.slice(clause.start, clause.end)))
      clauses.push(clause)
  }
  return clauses
}

function trimmed(text: string, start: number, end: number): Clause {
  const words = text.slice(start, end)
  const lead = words.length - words.replace(/^[\s.,;:]+/u, '').length
  const tail = words.length - words.replace(/[\s.,;:]+$/u, '').length
  return lead >= words.length ? { start, end: start } : { start: start + lead, end: end - tail }
}
