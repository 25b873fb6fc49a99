// Adds up, name by name, how much of it a text has; the columns are used again for every text.
import type { NameTable } from './name-table.ts'

export class NameTally {
  private sums = new Float32Array(0)
  private touched = new Int32Array(0)
  private count = 0
  private readonly index: NameTable

  constructor(index: NameTable) {
    this.index = index
  }

  /** Ready for the next text. */
  begin(): this {
    for (let i = 0; i < this.count; i++) this.sums[this.touched[i] as number] = 0
    this.count = 0
    if (this.sums.length < this.index.nameCount) {
      this.sums = new Float32Array(this.index.nameCount + 4096)
      this.touched = new Int32Array(this.index.nameCount + 4096)
    }
    return this
  }

  /** Every living name that contains the token gains. */
  add(token: number, gain: number): void {
    this.index.eachNameWith(token, name => {
      const sum = this.sums[name] as number
      if (sum === 0) this.touched[this.count++] = name
      this.sums[name] = sum + gain
    })
  }

  /** The names that have most of themselves in the text, best first; none that has less than `least` (0..1). */
  best(most: number, least: number): number[] {
    const ranked: { name: number; rank: number }[] = []
    let bar = 0
    for (let i = 0; i < this.count; i++) {
      const name = this.touched[i] as number
      const sum = this.sums[name] as number
      if (sum * sum <= bar * this.index.weightOfName(name)) continue
      const covered = sum / this.index.weightOfName(name)
      if (covered < least) continue
      ranked.push({ name, rank: sum * covered })
      if (ranked.length >= most * 8) bar = this.cut(ranked, most)
    }
    this.cut(ranked, most)
    return ranked.map(one => one.name)
  }

  /** Leaves the best ones; the rank that the next must reach. */
  private cut(ranked: { name: number; rank: number }[], most: number): number {
    ranked.sort((a, b) => b.rank - a.rank || a.name - b.name)
    ranked.length = Math.min(ranked.length, most)
    // A little lower, so that ties are decided by number and not by order of arrival.
    return (ranked.at(-1)?.rank ?? 0) * 0.9999
  }
}
