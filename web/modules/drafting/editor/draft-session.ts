// The connection of this page to a draft: edits go out, are kept in the browser until the server has them, and come back in after a break.
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { type DraftRight, editDraftLive } from '#modules/drafting/draft.contract.ts'
import { addressOf, signedOut } from '../../../core/api.ts'

export interface Present {
  connection: string
  key: string
  name: string
  at: { cell: string; anchor: unknown; head: unknown } | null
}

export interface SessionState {
  status: 'connecting' | 'open' | 'away'
  right: DraftRight
  /** How own suggestions are signed. */
  key: string
  connection: string
  people: readonly Present[]
  /** Edits that the server has not said to have kept. */
  isSaving: boolean
  /** What the server did not take, in words, and what was written. */
  refusal: { sentence: string; text: string } | null
  /** Counts up when the draft had to be read anew. */
  generation: number
}

export interface DraftSession {
  doc: Y.Doc
  undo: Y.UndoManager
  state: SessionState
  subscribe(listener: () => void): () => void
  setAt(at: Present['at']): void
  forgetRefusal(): void
  close(): void
}

/** Transactions of this person that can be undone. */
export const ownChange = 'own'
const fromServer = 'server'
const gatherMs = 60
const signedOutCode = 4401

const base64 = (bytes: Uint8Array): string => bytes.toBase64()
const bytesOf = (text: string): Uint8Array => Uint8Array.fromBase64(text)

type Word =
  | { type: 'welcome'; right: DraftRight; key: string; connection: string }
  | { type: 'right'; right: DraftRight }
  | { type: 'present'; people: Present[] }
  | { type: 'changed' }
  | { type: 'refused'; edit: number; sentence: string }
  | { type: 'ended'; sentence: string }
  | { type: 'kept'; edit: number }

/** Edits that never arrived, of this person in any tab of this browser. */
function keepsEdits(slot: string) {
  const own = `${slot}:${crypto.randomUUID()}`
  return {
    takeAll(): Uint8Array[] {
      try {
        const names = Object.keys(localStorage).filter(name => name.startsWith(`${slot}:`) && name !== own)
        return names.map(name => {
          const edit = bytesOf(localStorage.getItem(name) ?? '')
          localStorage.removeItem(name)
          return edit
        })
      } catch {
        return []
      }
    },
    keep(edits: readonly Uint8Array[]): void {
      try {
        if (edits.length === 0) localStorage.removeItem(own)
        else localStorage.setItem(own, base64(Y.mergeUpdates([...edits])))
      } catch {
        // A browser that keeps nothing still has them as long as the page is open.
      }
    },
  }
}

/** The words of an edit, for somebody whose edit was not taken. */
function wordsOf(update: Uint8Array): string {
  const { structs } = Y.decodeUpdate(update)
  return structs
    .map(struct => ('content' in struct && struct.content instanceof Y.ContentString ? struct.content.str : ''))
    .join('')
    .replaceAll('\u200b', '')
}

export function openSession(
  agreementId: string,
  personId: string,
  right: DraftRight,
  onChanged: () => void,
): DraftSession {
  const store = keepsEdits(`concord.edits:${personId}:${agreementId}`)
  const listeners = new Set<() => void>()
  let socket: WebSocket | undefined
  let gathered: Uint8Array[] = []
  let sent: { edit: number; update: Uint8Array }[] = []
  let edits = 0
  let isClosed = false
  let tries = 0
  let isFlushing = false
  let returnTimer: number | undefined
  let isFresh = true
  const begin = () => {
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === fromServer) return
      gathered.push(update)
      keep()
      if (!isFlushing) window.setTimeout(flush, gatherMs)
      isFlushing = true
    })
    const undo = new Y.UndoManager([doc.getMap('clauses')], { trackedOrigins: new Set([ownChange, ySyncPluginKey]) })
    return { doc, undo }
  }
  const set = (change: Partial<SessionState>) => {
    session.state = { ...session.state, ...change }
    for (const listener of listeners) listener()
  }
  const keep = () => {
    store.keep([...sent.map(one => one.update), ...gathered])
    const isSaving = sent.length + gathered.length > 0
    if (isSaving !== session.state.isSaving) set({ isSaving })
  }
  const flush = () => {
    isFlushing = false
    if (gathered.length === 0 || socket?.readyState !== WebSocket.OPEN || session.state.status !== 'open') return
    const update = Y.mergeUpdates(gathered)
    gathered = []
    edits += 1
    sent.push({ edit: edits, update })
    const message = new Uint8Array(update.length + 4)
    new DataView(message.buffer).setUint32(0, edits)
    message.set(update, 4)
    socket.send(message)
  }
  const readAnew = (sentence: string, refused: number) => {
    const lost = [...sent.filter(one => one.edit >= refused).map(one => one.update), ...gathered]
    sent = []
    gathered = []
    keep()
    session.undo.destroy()
    session.doc.destroy()
    Object.assign(session, begin())
    isFresh = true
    set({ refusal: { sentence, text: lost.map(wordsOf).join(' ').trim() }, generation: session.state.generation + 1 })
    socket?.close()
  }
  const hear = (word: Word) => {
    if (word.type === 'welcome') set({ right: word.right, key: word.key, connection: word.connection })
    else if (word.type === 'right') set({ right: word.right })
    else if (word.type === 'present') set({ people: word.people })
    else if (word.type === 'changed') onChanged()
    else if (word.type === 'refused') readAnew(word.sentence, word.edit)
    else if (word.type === 'ended') set({ refusal: { sentence: word.sentence, text: '' } })
    else if (word.type === 'kept') {
      sent = sent.filter(one => one.edit !== word.edit)
      keep()
    }
  }
  const take = (update: Uint8Array) => {
    Y.applyUpdate(session.doc, update, fromServer)
    if (session.state.status === 'open') return
    // The draft is complete now; what was written without a connection goes out.
    if (isFresh) for (const edit of store.takeAll()) Y.applyUpdate(session.doc, edit, 'stored')
    isFresh = false
    tries = 0
    set({ status: 'open' })
    flush()
  }
  const connect = () => {
    const path = addressOf(editDraftLive, { params: { id: agreementId } })
    const line = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`)
    socket = line
    line.binaryType = 'arraybuffer'
    line.onopen = () => line.send(JSON.stringify({ type: 'hello', has: base64(Y.encodeStateVector(session.doc)) }))
    line.onmessage = ({ data }) => (typeof data === 'string' ? hear(JSON.parse(data)) : take(new Uint8Array(data)))
    line.onclose = ({ code }) => {
      if (isClosed || socket !== line) return
      gathered = [...sent.map(one => one.update), ...gathered]
      sent = []
      set({ status: 'away', people: [] })
      if (code === signedOutCode) signedOut()
      tries += 1
      returnTimer = window.setTimeout(
        connect,
        session.state.refusal && tries === 1 ? 50 : Math.min(10_000, 300 * 2 ** tries),
      )
    }
  }
  const comeBack = () => {
    if (session.state.status !== 'away') return
    window.clearTimeout(returnTimer)
    connect()
  }
  const session: DraftSession = {
    ...begin(),
    state: {
      ...{ status: 'connecting', right, key: personId, connection: '', people: [], isSaving: false },
      ...{ refusal: null, generation: 0 },
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setAt: at => socket?.readyState === WebSocket.OPEN && socket.send(JSON.stringify({ type: 'at', at })),
    forgetRefusal: () => set({ refusal: null }),
    close() {
      flush()
      isClosed = true
      window.clearTimeout(returnTimer)
      window.removeEventListener('online', comeBack)
      socket?.close()
    },
  }
  window.addEventListener('online', comeBack)
  connect()
  return session
}
