// How hard a password is to guess, by a rough count; says what would help. The server only asks for ten characters.

export type Strength = 'short' | 'weak' | 'fair' | 'strong'

export interface PasswordVerdict {
  strength: Strength
  /** Characters that are missing until the server takes it. */
  missing: number
  /** From 0 to 1, for the bar. */
  share: number
}

export const shortestPassword = 10

const common = [
  'password', 'passwort', 'qwerty', 'azerty', 'concord', 'welcome', 'admin', 'letmein', 'iloveyou',
  'пароль', 'йцукен', 'привет', 'رمز', 'گذرواژه', 'سلام',
] // biome-ignore format: one list

/** Parts of names and addresses that anyone would try first. */
const guessable = (known: readonly string[]): string[] =>
  known.flatMap(text => text.toLowerCase().split(/[\s@._-]+/u)).filter(part => part.length >= 3)

/** Characters that do not simply follow the one before: `aaaa`, `1234` and `dcba` count little. */
function surprises(text: string): number {
  const codes = [...text].map(character => character.codePointAt(0) ?? 0)
  return codes.reduce((sum, code, index) => {
    const step = Math.abs(code - (codes[index - 1] ?? code + 9))
    return sum + (step <= 1 ? 0.25 : 1)
  }, 0)
}

const classes = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u, /\s/u]

/** `known` are the person's name, address and the like. */
export function judgePassword(password: string, known: readonly string[] = []): PasswordVerdict {
  const missing = Math.max(0, shortestPassword - [...password].length)
  if (missing > 0) return { strength: 'short', missing, share: (shortestPassword - missing) / 40 }
  const rest = [...common, ...guessable(known)].reduce(
    (text, word) => text.replaceAll(word, '\u0001'),
    password.toLowerCase(),
  )
  const variety = classes.filter(each => each.test(password)).length
  const worth = surprises(rest) + (variety - 1) * 1.5
  if (worth < 9) return { strength: 'weak', missing: 0, share: 0.35 }
  if (worth < 14) return { strength: 'fair', missing: 0, share: 0.65 }
  return { strength: 'strong', missing: 0, share: 1 }
}
