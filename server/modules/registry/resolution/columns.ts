// Growing typed arrays, a string pool and a chained hash: what the index is made of, so that it stays small.

/** Int32 values addressed by a running number. */
export class IntColumn {
  values: Int32Array
  length = 0

  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity)
  }

  push(value: number): number {
    if (this.length === this.values.length) {
      const wider = new Int32Array(Math.ceil(this.values.length * 1.6) + 16)
      wider.set(this.values)
      this.values = wider
    }
    this.values[this.length] = value
    return this.length++
  }

  at(index: number): number {
    return this.values[index] as number
  }

  set(index: number, value: number): void {
    this.values[index] = value
  }

  get bytes(): number {
    return this.values.byteLength
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Texts kept as UTF-8 in one buffer; a fifth of what as many strings cost. */
export class TextPool {
  private buffer = new Uint8Array(1 << 16)
  private end = 0
  private readonly starts = new IntColumn()

  add(text: string): number {
    if (this.end + text.length * 3 > this.buffer.length) {
      const wider = new Uint8Array(Math.ceil((this.end + text.length * 3) * 1.5))
      wider.set(this.buffer.subarray(0, this.end))
      this.buffer = wider
    }
    const number = this.starts.push(this.end)
    this.end += encoder.encodeInto(text, this.buffer.subarray(this.end)).written
    return number
  }

  get(number: number): string {
    const start = this.starts.at(number)
    const end = number + 1 < this.starts.length ? this.starts.at(number + 1) : this.end
    return decoder.decode(this.buffer.subarray(start, end))
  }

  get bytes(): number {
    return this.buffer.byteLength + this.starts.bytes
  }
}

/** Multimap from a 32-bit hash to numbers; newest first. Callers verify: different keys may share a hash. */
export class HashChains {
  private heads = new Int32Array(1 << 12).fill(-1)
  private readonly hashes = new IntColumn()
  private readonly numbers = new IntColumn()
  private readonly next = new IntColumn()

  add(hash: number, value: number): void {
    if (this.numbers.length >= this.heads.length) this.widen()
    const slot = spread(hash) & (this.heads.length - 1)
    this.hashes.push(hash | 0)
    this.numbers.push(value)
    this.heads[slot] = this.next.push(this.heads[slot] as number)
  }

  /** Link of the first entry with this hash, or -1. */
  first(hash: number): number {
    return this.seek(this.heads[spread(hash) & (this.heads.length - 1)] as number, hash | 0)
  }

  /** Link of the following entry with the same hash, or -1. */
  after(link: number): number {
    return this.seek(this.next.at(link), this.hashes.at(link))
  }

  valueAt(link: number): number {
    return this.numbers.at(link)
  }

  all(hash: number): number[] {
    const found: number[] = []
    for (let link = this.first(hash); link >= 0; link = this.after(link)) found.push(this.valueAt(link))
    return found
  }

  get bytes(): number {
    return this.heads.byteLength + this.hashes.bytes + this.numbers.bytes + this.next.bytes
  }

  private seek(from: number, hash: number): number {
    let link = from
    while (link >= 0 && this.hashes.at(link) !== hash) link = this.next.at(link)
    return link
  }

  private widen(): void {
    this.heads = new Int32Array(this.heads.length * 2).fill(-1)
    for (let link = 0; link < this.numbers.length; link++) {
      const slot = spread(this.hashes.at(link)) & (this.heads.length - 1)
      this.next.set(link, this.heads[slot] as number)
      this.heads[slot] = link
    }
  }
}

/** Scrambles a 32-bit number (murmur3 finaliser). */
export function spread(number: number): number {
  let h = number | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** 32-bit hash of a text (FNV-1a over UTF-16 units, scrambled). */
export function hashText(text: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return spread(h)
}
