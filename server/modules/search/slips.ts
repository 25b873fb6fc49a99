// Slips of the pen: one letter left out, added, changed, or two exchanged; two of them in long words.

const alphabets: readonly [RegExp, string][] = [
  [/[a-z]/, 'abcdefghijklmnopqrstuvwxyz'],
  [/[\u0400-\u04ff]/, 'абвгдежзийклмнопрстуфхцчшщъыьэюя'],
  [/[\u0600-\u06ff]/, 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'],
]

/** Every word that is one slip away, with letters of its own alphabet. */
export function slipsOf(word: string): string[] {
  const letters = Array.from(word)
  const alphabet = Array.from(alphabets.find(([has]) => has.test(word))?.[1] ?? '')
  const slips = new Set<string>()
  for (let at = 0; at <= letters.length; at += 1) {
    const before = letters.slice(0, at).join('')
    const [here, next] = [letters[at], letters[at + 1]]
    const after = letters.slice(at + 1).join('')
    if (here !== undefined) slips.add(before + after)
    if (here !== undefined && next !== undefined) slips.add(before + next + here + letters.slice(at + 2).join(''))
    for (const letter of alphabet) {
      if (here !== undefined) slips.add(before + letter + after)
      slips.add(before + letter + (here ?? '') + after)
    }
  }
  slips.delete(word)
  return [...slips]
}

/** Whether one word is the other one with a slip: one in words of four to seven letters, two in longer ones. */
export function isSlip(asked: string, word: string): boolean {
  if (asked === word) return false
  const length = Array.from(asked).length
  if (length < 4) return false
  return slipsBetween(Array.from(asked), Array.from(word)) <= (length < 8 ? 1 : 2)
}

/** Optimal string alignment distance: every letter takes part in at most one slip. */
function slipsBetween(a: readonly string[], b: readonly string[]): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = old[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(old[j]! + 1, row[j - 1]! + 1, change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, older[j - 2]! + 1)
      row.push(best)
    }
    ;[older, old] = [old, row]
  }
  return old[b.length]!
}
