// Slows down guessing: counts failures per key in a sliding window, in this process's memory.

export interface Throttle {
  allows(key: string): boolean
  count(key: string): void
  clear(key: string): void
}

const maximumKeys = 10_000

/** `limit` failures within `windowMs` milliseconds, then refusal until the oldest is out of the window. */
export function createThrottle(options: { limit: number; windowMs: number; now?: () => number }): Throttle {
  const now = options.now ?? Date.now
  const failures = new Map<string, number[]>()
  const recent = (key: string) => (failures.get(key) ?? []).filter(at => at > now() - options.windowMs)
  return {
    allows: key => recent(key).length < options.limit,
    count(key) {
      const list = [...recent(key), now()]
      failures.delete(key)
      failures.set(key, list)
      if (failures.size > maximumKeys) failures.delete(failures.keys().next().value!)
    },
    clear: key => void failures.delete(key),
  }
}
