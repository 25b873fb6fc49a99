// One draft that people edit in this process: takes edits, keeps them, and passes them on; other processes are followed by their edits.
import * as Y from 'yjs'
import { Refusal } from '#core/errors.ts'
import type { Services } from '#core/services.ts'
import { keepEdits, noteClauses } from '../draft.store.ts'
import { loadState } from '../draft-state.ts'
import { createTrial, type EditAuthor, type Trial } from './edit-check.ts'

export interface Author extends EditAuthor {
  personId: string | null
  guestId: string | null
  name: string
}

export interface Presence {
  /** One of the connections of a person. */
  connection: string
  key: string
  name: string
  /** Where they are: clause, language and places in the text, as their browser says. */
  at: unknown
}

/** What a connection hears. */
export interface Listener {
  id: string
  author: Author
  at: unknown
  tell(message: LiveMessage): void
  send(update: Uint8Array): void
  /** Cuts the connection; the browser comes again. */
  end(): void
}

export type LiveMessage =
  | { type: 'kept'; edit: number }
  | { type: 'refused'; edit: number; error: Refusal }
  | { type: 'present'; people: Presence[] }
  | { type: 'changed' }

export interface DraftRoom {
  agreementId: string
  doc: Y.Doc
  seq: number
  listeners: Set<Listener>
  /** Takes an edit; `kept` or `refused` is told to the listener when it is in the database, or is not. */
  take(from: Listener, edit: number, update: Uint8Array): void
  /** Edits that another process kept. */
  follow(edits: readonly { seq: number; content: Uint8Array }[]): void
  /** The same edit in this process at once, after it was kept by an action. */
  apply(update: Uint8Array): void
  tellAll(message: LiveMessage): void
  showPresence(): void
  /** When all that was taken is kept. */
  idle(): Promise<void>
  close(): void
}

interface Waiting {
  from: Listener
  edit: number
  update: Uint8Array
  clauseIds: string[]
}

/** @throws when there is no draft */
export async function openRoom(services: Services, agreementId: string): Promise<DraftRoom> {
  const { db, clock, log } = services
  const state = await loadState(db, agreementId)
  const noted = new Set<string>()
  let waiting: Waiting[] = []
  let inHand: Waiting[] = []
  let keeping: Promise<void> | undefined
  let presenceTimer: NodeJS.Timeout | undefined
  let trial: Trial | undefined
  const trialNow = () => {
    // What was taken and is not kept yet belongs to what the next edit stands on.
    trial ??= createTrial(() =>
      Y.mergeUpdates([Y.encodeStateAsUpdate(room.doc), ...[...inHand, ...waiting].map(one => one.update)]),
    )
    return trial
  }
  const passOn = (update: Uint8Array, except?: Listener) => {
    for (const listener of room.listeners) if (listener !== except) listener.send(update)
  }
  const keepWaiting = async () => {
    while (waiting.length > 0) {
      inHand = waiting
      waiting = []
      const at = new Date(clock.now().epochMilliseconds).toISOString()
      const edits = inHand.map(({ update, from, clauseIds }) => ({
        ...{ content: update, clauseIds, personId: from.author.personId, guestId: from.author.guestId },
      }))
      try {
        const { first } = await keepEdits(db, agreementId, edits, at)
        const fresh = [...new Set(inHand.flatMap(one => one.clauseIds))].filter(id => !noted.has(id))
        await noteClauses(db, agreementId, fresh)
        for (const id of fresh) noted.add(id)
        // Numbers in between are those of other processes; they are asked for soon.
        if (first === room.seq + 1) room.seq = first + edits.length - 1
        // One message for all that came together: with fifty people it is the sending that costs.
        const [one] = inHand
        const update = inHand.length === 1 ? one!.update : Y.mergeUpdates(inHand.map(each => each.update))
        Y.applyUpdate(room.doc, update)
        passOn(update, inHand.length === 1 ? one!.from : undefined)
        for (const { from, edit } of inHand) from.tell({ type: 'kept', edit })
      } catch (error) {
        log.error({ err: error, agreementId }, 'edits of a draft could not be kept')
        trial = undefined
        waiting = []
        // The browsers still have these edits and bring them again when they connect anew.
        for (const listener of room.listeners) listener.end()
      }
      inHand = []
    }
  }
  const room: DraftRoom = {
    agreementId,
    ...state,
    listeners: new Set(),
    take(from, edit, update) {
      try {
        const clauseIds = trialNow().take(update, from.author)
        waiting.push({ from, edit, update, clauseIds })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        from.tell({ type: 'refused', edit, error })
        return
      }
      keeping ??= keepWaiting().finally(() => {
        keeping = undefined
      })
    },
    follow(edits) {
      for (const { seq, content } of edits) {
        if (seq <= room.seq) continue
        room.apply(content)
        room.seq = seq
      }
    },
    apply(update) {
      Y.applyUpdate(room.doc, update)
      trial?.follow(update)
      passOn(update)
    },
    tellAll(message) {
      for (const listener of room.listeners) listener.tell(message)
    },
    showPresence() {
      presenceTimer ??= setTimeout(() => {
        presenceTimer = undefined
        const people = [...room.listeners].map(({ id, author, at }) => ({
          ...{ connection: id, key: author.key, name: author.name, at },
        }))
        room.tellAll({ type: 'present', people })
      }, 60)
      presenceTimer.unref()
    },
    async idle() {
      while (keeping) await keeping
    },
    close() {
      clearTimeout(presenceTimer)
      room.listeners.clear()
    },
  }
  return room
}
