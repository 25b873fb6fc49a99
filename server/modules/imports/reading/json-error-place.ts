// Finds where JSON breaks off its grammar (RFC 8259), since the engine's own message no longer gives the place.

const TOKEN =
  /\s*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/y

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next' | 'nothing'

/** Offset of the first character that does not fit; the length of the text when the end is missing. */
export function jsonErrorOffset(text: string): number {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    const start = at + (/^\s*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0)
    if (match === null) return start
    const token: string = match[3] ?? (match[1] === undefined ? 'scalar' : 'string')
    const after = step(expected, token, open)
    if (after === undefined) return start
    expected = after
    at = TOKEN.lastIndex
  }
  return text.length
}

function step(expected: Expected, token: string, open: ('{' | '[')[]): Expected | undefined {
  const wantsValue = expected === 'value' || expected === 'valueOrEnd'
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'next')
  if (token === '{' || token === '[') {
    if (!wantsValue) return undefined
    open.push(token)
    return token === '{' ? 'keyOrEnd' : 'valueOrEnd'
  }
  if (token === '}' || token === ']') {
    const mayClose = expected === 'next' || expected === (token === '}' ? 'keyOrEnd' : 'valueOrEnd')
    if (!mayClose || open.pop() !== (token === '}' ? '{' : '[')) return undefined
    return afterValue()
  }
  if (token === ':') return expected === 'colon' ? 'value' : undefined
  if (token === ',') {
    if (expected !== 'next') return undefined
    return open.at(-1) === '{' ? 'key' : 'value'
  }
  if (token === 'string' && (expected === 'key' || expected === 'keyOrEnd')) return 'colon'
  return wantsValue ? afterValue() : undefined
}
