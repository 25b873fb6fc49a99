// Remembers answers for texts that lists repeat in row after row.

const LIMIT = 4000

/** The same function with a memory of its latest texts; answers are shared, so callers must not change them. */
export function remembering<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found
    const fresh = answer(text)
    if (known.size >= LIMIT) known.clear()
    if (text.length <= 2000) known.set(text, fresh)
    return fresh
  }
}
