// What makes a new password too easy: it is among those that leaked most, follows a pattern, or is made of known names.
import { Refusal } from '../errors.ts'
import { PasswordKnown, PasswordNamed } from './identity.errors.ts'

/** The judgement takes time that grows with the square of the length; nobody guesses what lies beyond. */
const judgedLength = 64
/** Below a hundred million guesses a password gives way even where each guess costs a tenth of a second. */
const leastScore = 2

let judge: Promise<(password: string) => number> | undefined

/** Loaded with the first new password: the list of leaked ones is large. */
const loadJudge = async () => {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const factory = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (password: string) => factory.check(password.slice(0, judgedLength)).score
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Words that anybody tries first for this person and this office; the programme's own name is one of them. */
const wordsOf = (about: readonly string[]): string[] =>
  ['concord', ...about.flatMap(text => plain(text).split(/[^\p{L}\p{M}\p{N}]+/u))]
    .filter(word => [...word].length >= 3)
    .sort((one, other) => other.length - one.length)

/**
 * @param about Name and address of the person, name of the office.
 * @throws Refusal 422 on the field `password`.
 */
export async function mustBeHardToGuess(password: string, about: readonly string[]): Promise<void> {
  const refuse = (declaration: typeof PasswordKnown | typeof PasswordNamed) => {
    throw new Refusal(declaration, {}, { fields: [{ path: 'password', message: declaration.text }] })
  }
  const words = wordsOf(about)
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), plain(password))
  if (rest.replace(/[^\p{L}\p{M}]+/gu, '').length < 4 && rest.length < plain(password).length) refuse(PasswordNamed)
  judge ??= loadJudge()
  if ((await judge)(password.normalize('NFKC')) < leastScore) refuse(PasswordKnown)
}
