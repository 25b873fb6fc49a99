// The portfolio in memory of one process: loaded once, brought up to date with the database before every answer.

import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
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
import { misfits } from './portfolio-matching.ts'
import { dependsOnLanguage, makeOrder, type Order, pageOf, updateOrder } from './portfolio-orders.ts'

const mostAnswers = 200
/** Characters of remembered JSON: large answers such as maps push others out. */
const mostText = 24_000_000

export class LivePortfolio {
  readonly words = new PortfolioWords()
  readonly ownerNames = new Map<string, string>()
  readonly items: (Item | undefined)[] = []
  readonly #places = new Map<string, number>()
  readonly #orders = new Map<string, { sort: PortfolioSort; language: string; order: Order }>()
  #answers = new Map<string, unknown>()
  #texts = new Map<string, string>()
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
    for await (const rows of loadAgreements(db)) await this.#put(db, rows, today, false)
    this.#horizon = horizon
    this.#day = today.toString()
    this.#forget()
    this.#orders.clear()
  }

  async #loadWritten(db: Db, horizon: number, today: Temporal.PlainDate): Promise<void> {
    const written = await listWritten(db, horizon)
    if (written.length === 0) return
    const stale = written.filter(({ id, revision }) => this.#itemOf(id)?.revision !== revision).map(row => row.id)
    const changed = new Set<number>()
    for (let start = 0; start < stale.length; start += 10_000)
      for (const at of await this.#put(db, await loadByIds(db, stale.slice(start, start + 10_000)), today, true))
        changed.add(at)
    this.#horizon = written[0]!.horizon
    if (changed.size === 0) return
    this.#forget()
    for (const kept of this.#orders.values())
      kept.order = updateOrder(kept.order, this.items, changed, kept.sort, kept.language)
  }

  #itemOf(id: string): Item | undefined {
    const at = this.#places.get(id)
    return at === undefined ? undefined : this.items[at]
  }

  /** @param anew whether organisations that are known already may have changed. */
  async #put(db: Db, rows: readonly LoadedAgreement[], today: Temporal.PlainDate, anew: boolean): Promise<number[]> {
    const organisations = new Set(
      rows.flatMap(row => [...row.partners, ...(row.unit_id ? [row.unit_id] : []), row.home_id]),
    )
    const wanted = anew ? [...organisations] : [...organisations].filter(id => this.words.partnerOf(id) === undefined)
    if (wanted.length > 0) for (const loaded of await loadOrganisations(db, wanted)) this.words.putOrganisation(loaded)
    const owners = new Set(rows.flatMap(row => row.owner_id ?? []))
    for (const { id, name } of await loadOwners(
      db,
      [...owners].filter(id => anew || !this.ownerNames.has(id)),
    ))
      this.ownerNames.set(id, name)
    return rows.flatMap(row => this.#putRow(row, today))
  }

  #putRow(row: LoadedAgreement, today: Temporal.PlainDate): number[] {
    const known = this.#places.get(row.id)
    if (row.removed) {
      if (known === undefined) return []
      this.items[known] = undefined
      return [known]
    }
    const at = known ?? this.items.length
    this.items[at] = itemOf(row, this.words, today)
    this.#places.set(row.id, at)
    return [at]
  }

  #moveTo(today: Temporal.PlainDate): void {
    for (const item of this.items) if (item) setDay(item, today)
    this.#day = today.toString()
    this.#orders.clear()
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
  rememberText(key: string, make: () => object): string {
    const known = this.#texts.get(key)
    if (known !== undefined) return known
    const text = JSON.stringify(make())
    this.#texts.set(key, text)
    this.#textSize += text.length
    for (const [oldest, old] of this.#texts) {
      if (this.#textSize <= mostText || oldest === key) break
      this.#texts.delete(oldest)
      this.#textSize -= old.length
    }
    return text
  }

  /** What names an actor's view: two actors with the same reach share answers, owners of confidential records do not. */
  keyOf(actor: Actor, filter: PortfolioFilter): string {
    const reach = (of: Actor['reads']) => (of === 'everywhere' ? of : [...of].sort())
    const own = actor.writes === 'everywhere' && actor.reads === 'everywhere' ? null : actor.id
    return JSON.stringify([
      reach(actor.reads),
      reach(actor.writes),
      own,
      Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)),
    ])
  }

  misfits(actor: Actor, filter: PortfolioFilter): Uint16Array {
    return this.remember(`misfits ${this.keyOf(actor, filter)}`, () => misfits(this.items, this.words, actor, filter))
  }

  /** Agreements that fit, in no order. */
  fitting(actor: Actor, filter: PortfolioFilter): Item[] {
    const bits = this.misfits(actor, filter)
    const fitting: Item[] = []
    for (let at = 0; at < bits.length; at += 1) if (bits[at] === 0) fitting.push(this.items[at]!)
    return fitting
  }

  count(actor: Actor, filter: PortfolioFilter): number {
    return this.remember(`total ${this.keyOf(actor, filter)}`, () => {
      let total = 0
      for (const bits of this.misfits(actor, filter)) if (bits === 0) total += 1
      return total
    })
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
