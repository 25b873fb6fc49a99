// Chance that can be repeated: the same seed gives the same invented data.

export interface Chance {
  /** A fraction from 0 up to, but not including, 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** True with this probability. */
  happens(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** So many different items in a random order. */
  several<T>(items: readonly T[], count: number): T[]
  /** A row of letters and digits, for invented addresses. */
  code(length: number): string
}

/** Mulberry32 (Tommy Ettinger, public domain): small, quick, good enough for stories. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(items: readonly T[]): T => items[whole(0, items.length - 1)]!
  return {
    next,
    whole,
    pick,
    happens: probability => next() < probability,
    several(items, count) {
      const left = [...items]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(whole(0, left.length - 1), 1)[0]!)
    },
    code: length => Array.from({ length }, () => pick([...'23456789abcdefghjkmnpqrstvwxyz'])).join(''),
  }
}
