// The portfolio in memory of one process: loaded once, brought up to date with the database before every answer.

import type { Db } from '#core/database/connect.ts'
import { type Actor, reachOf } from '#core/identity/actor.ts'
import { readsAllConfided, readsAs } from '#core/identity/confided.ts'
import type { PortfolioFilter, PortfolioSort } from '../portfolio.contract.ts'
import {
  type LoadedAgreement,
  listWritten,
  loadAgreements,
  loadByIds,
  loadOrganisations,
  loadOwners,
  readHorizon,
} from './portfolio.store.ts'
import { type Item, itemOf, PortfolioWords, setDay } from './portfolio-items.ts'
import { prepare } from './portfolio-matching.ts'
import { dependsOnLanguage, makeOrder, type Order, pageOf, updateOrder } from './portfolio-orders.ts'

const mostAnswers = 200
const mostMatchings = 100
/** Bytes of remembered JSON: large answers such as maps push others out. */
const mostText = 24_000_000

/** What keeps each agreement out of a filter; kept right for what changes instead of being made anew. */
interface Matching {
  evaluate: (item: Item | undefined) => number
  bits: Uint16Array
  total: number
}

export class LivePortfolio {
  readonly words = new PortfolioWords()
  readonly ownerNames = new Map<string, string>()
  readonly items: (Item | undefined)[] = []
  /** Everybody to whom a confidential agreement is, or once was, confided: their views are theirs alone. */
  readonly #confidants = new Set<string>()
  #knownConfidants = 0
  readonly #places = new Map<string, number>()
  readonly #orders = new Map<string, { sort: PortfolioSort; language: string; order: Order }>()
  #answers = new Map<string, unknown>()
  readonly #matchings = new Map<string, Matching>()
  #edition = 0
  #texts = new Map<string, Buffer>()
  #textSize = 0
  #horizon: number | undefined
  #day = ''
  #running: Promise<void> | undefined
  #waiting: Promise<void> | undefined

  /**
   * Brings the portfolio up to date. Whoever asks sees everything that was committed before the question: a look at the
   * database that began earlier does not count, and all who ask during a look share the next one.
   */
  async catchUp(db: Db, today: Temporal.PlainDate): Promise<void> {
    if (this.#running === undefined) {
      this.#running = this.#look(db, today).finally(() => {
        this.#running = undefined
      })
      return this.#running
    }
    this.#waiting ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#waiting = undefined
        return this.catchUp(db, today)
      })
    return this.#waiting
  }

  async #look(db: Db, today: Temporal.PlainDate): Promise<void> {
    if (this.#horizon === undefined) await this.#loadAll(db, today)
    else await this.#loadWritten(db, this.#horizon, today)
    if (this.#day !== today.toString()) this.#moveTo(today)
  }

  async #loadAll(db: Db, today: Temporal.PlainDate): Promise<void> {
    this.items.length = 0
    this.#places.clear()
    const horizon = await readHorizon(db)
    for await (const rows of loadAgreements(db)) {
      await this.#learn(db, rows, false)
      for (const row of rows) this.#putRow(row, today)
    }
    this.#horizon = horizon
    this.#day = today.toString()
    this.#forget()
    this.#orders.clear()
    this.#matchings.clear()
  }

  async #loadWritten(db: Db, horizon: number, today: Temporal.PlainDate): Promise<void> {
    const written = await listWritten(db, horizon)
    if (written.length === 0) return
    const stale = written.filter(({ id, revision }) => this.#itemOf(id)?.revision !== revision).map(row => row.id)
    const rows: LoadedAgreement[] = []
    for (let start = 0; start < stale.length; start += 10_000) {
      const loaded = await loadByIds(db, stale.slice(start, start + 10_000))
      await this.#learn(db, loaded, true)
      rows.push(...loaded)
    }
    // From here to the end nothing waits: a reader sees all of the change or nothing of it.
    const changed = new Set(rows.flatMap(row => this.#putRow(row, today)))
    this.#horizon = written[0]!.horizon
    if (changed.size === 0) return
    this.#forget()
    this.#rematch(changed)
    for (const kept of this.#orders.values())
      kept.order = updateOrder(kept.order, this.items, changed, kept.sort, kept.language)
  }

  #itemOf(id: string): Item | undefined {
    const at = this.#places.get(id)
    return at === undefined ? undefined : this.items[at]
  }

  /** Organisations and people that rows name. @param anew whether known ones may have changed. */
  async #learn(db: Db, rows: readonly LoadedAgreement[], anew: boolean): Promise<void> {
    const organisations = new Set(
      rows.flatMap(row => [...row.partners, ...(row.unit_id ? [row.unit_id] : []), row.home_id]),
    )
    const wanted = anew ? [...organisations] : [...organisations].filter(id => this.words.partnerOf(id) === undefined)
    if (wanted.length > 0) for (const loaded of await loadOrganisations(db, wanted)) this.words.putOrganisation(loaded)
    const owners = [...new Set(rows.flatMap(row => row.owner_id ?? []))].filter(id => anew || !this.ownerNames.has(id))
    for (const { id, name } of await loadOwners(db, owners)) this.ownerNames.set(id, name)
  }

  #putRow(row: LoadedAgreement, today: Temporal.PlainDate): number[] {
    const known = this.#places.get(row.id)
    if (row.removed) {
      if (known === undefined) return []
      this.items[known] = undefined
      return [known]
    }
    const at = known ?? this.items.length
    const item = itemOf(row, this.words, today)
    this.items[at] = item
    if (item.confidentiality === 'confidential')
      for (const id of [item.ownerId, ...item.readerIds]) if (id !== null) this.#confidants.add(id)
    this.#places.set(row.id, at)
    return [at]
  }

  #moveTo(today: Temporal.PlainDate): void {
    for (const item of this.items) if (item) setDay(item, today)
    this.#day = today.toString()
    this.#orders.clear()
    this.#matchings.clear()
    this.#forget()
  }

  #forget(): void {
    this.#answers = new Map()
    this.#texts = new Map()
    this.#textSize = 0
  }

  /** An answer that holds until the portfolio changes; the most recent ones are kept. */
  remember<T>(key: string, make: () => T): T {
    if (this.#answers.has(key)) {
      const known = this.#answers.get(key) as T
      this.#answers.delete(key)
      this.#answers.set(key, known)
      return known
    }
    const made = make()
    this.#answers.set(key, made)
    if (this.#answers.size > mostAnswers) this.#answers.delete(this.#answers.keys().next().value!)
    return made
  }

  /** The same for an answer as JSON text, so that large ones are written once. */
  rememberText(key: string, make: () => object): Buffer {
    const known = this.#texts.get(key)
    if (known !== undefined) return known
    const text = Buffer.from(JSON.stringify(make()))
    this.#texts.set(key, text)
    this.#textSize += text.length
    for (const [oldest, old] of this.#texts) {
      if (this.#textSize <= mostText || oldest === key) break
      this.#texts.delete(oldest)
      this.#textSize -= old.length
    }
    return text
  }

  /** What names an actor's view: two actors with the same reach share answers, unless something is confided to one of them. */
  keyOf(actor: Actor, filter: PortfolioFilter): string {
    const reach = (of: Actor['reads']) => (of === 'everywhere' ? of : [...of].sort())
    const confidential = reachOf(actor, 'confidential')
    const own = readsAllConfided(actor) ? [] : readsAs(actor).filter(id => this.#confidants.has(id))
    return JSON.stringify([
      reach(actor.reads),
      reach(confidential),
      own.sort(),
      Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)),
    ])
  }

  #match(actor: Actor, filter: PortfolioFilter): Matching {
    const key = this.keyOf(actor, filter)
    const known = this.#matchings.get(key)
    if (known !== undefined) return known
    const evaluate = prepare(this.words, actor, filter)
    const bits = new Uint16Array(this.items.length)
    let total = 0
    for (let at = 0; at < bits.length; at += 1) {
      bits[at] = evaluate(this.items[at])
      if (bits[at] === 0) total += 1
    }
    const matching = { evaluate, bits, total }
    this.#matchings.set(key, matching)
    if (this.#matchings.size > mostMatchings) this.#matchings.delete(this.#matchings.keys().next().value!)
    return matching
  }

  #rematch(changed: ReadonlySet<number>): void {
    // A matching that several people share was made for people to whom nothing was confided.
    if (this.#edition !== this.words.edition || this.#knownConfidants !== this.#confidants.size) this.#matchings.clear()
    this.#edition = this.words.edition
    this.#knownConfidants = this.#confidants.size
    for (const matching of this.#matchings.values()) {
      const { evaluate } = matching
      if (matching.bits.length < this.items.length) {
        const longer = new Uint16Array(this.items.length).fill(evaluate(undefined))
        longer.set(matching.bits)
        matching.bits = longer
      }
      for (const at of changed) {
        if (matching.bits[at] === 0) matching.total -= 1
        matching.bits[at] = evaluate(this.items[at])
        if (matching.bits[at] === 0) matching.total += 1
      }
    }
  }

  misfits(actor: Actor, filter: PortfolioFilter): Uint16Array {
    return this.#match(actor, filter).bits
  }

  /** Agreements that fit, in no order. */
  fitting(actor: Actor, filter: PortfolioFilter): Item[] {
    const bits = this.misfits(actor, filter)
    const fitting: Item[] = []
    for (let at = 0; at < bits.length; at += 1) if (bits[at] === 0) fitting.push(this.items[at]!)
    return fitting
  }

  count(actor: Actor, filter: PortfolioFilter): number {
    return this.#match(actor, filter).total
  }

  /** A page of the agreements that fit, in order. */
  page(
    actor: Actor,
    filter: PortfolioFilter,
    view: { sort: PortfolioSort; descending: boolean; language: string; offset: number; limit: number },
  ): Item[] {
    const bits = this.misfits(actor, filter)
    const order = this.#order(view.sort, view.language)
    return pageOf(order, view.descending, at => bits[at] === 0, view.offset, view.limit).map(at => this.items[at]!)
  }

  #order(sort: PortfolioSort, language: string): Order {
    const key = dependsOnLanguage(sort) ? `${sort} ${language}` : sort
    let kept = this.#orders.get(key)
    if (kept === undefined) {
      kept = { sort, language, order: makeOrder(this.items, sort, language) }
      this.#orders.set(key, kept)
    }
    return kept.order
  }
}

const portfolios = new WeakMap<Db, LivePortfolio>()

/** The portfolio of a database as it stands now. */
export async function currentPortfolio(db: Db, today: Temporal.PlainDate): Promise<LivePortfolio> {
  let portfolio = portfolios.get(db)
  if (portfolio === undefined) {
    portfolio = new LivePortfolio()
    portfolios.set(db, portfolio)
  }
  await portfolio.catchUp(db, today)
  return portfolio
}
