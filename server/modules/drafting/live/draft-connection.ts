// One browser in a draft, over a web socket: first what it does not know, then edits both ways, each answered when it is kept.
import type { RawData, WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Translator } from '#core/i18n.ts'
import { newId } from '#core/ids.ts'
import { TooFast } from '../draft.errors.ts'
import type { Author, DraftRoom, LiveMessage } from './draft-room.ts'
import type { DraftRooms, Member } from './draft-rooms.ts'

/** Edits a person may make in a row, and how many come back each second; browsers gather what is typed. */
const burst = 240
const perSecond = 20
const beatEveryMs = 20_000
const greatestPresence = 2000

/** Codes of RFC 6455 for private use: why the server ends a connection. */
export const closings = { signedOut: 4401, gone: 4404, tooFast: 4429, again: 4503 } as const

export interface ConnectionOptions {
  socket: WebSocket
  rooms: DraftRooms
  agreementId: string
  author: Author
  sessionId: string | undefined
  t: Translator
}

export function connectToDraft({ socket, rooms, agreementId, author, sessionId, t }: ConnectionOptions): void {
  let room: DraftRoom | undefined
  let left = burst
  let refilledAt = Date.now()
  let isAlive = true
  const say = (message: object) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(message))
  const member: Member = {
    ...{ id: newId(), author, at: null, sessionId },
    tell: message => say(presented(message, t)),
    send: update => socket.readyState === socket.OPEN && socket.send(update),
    end: () => socket.close(closings.again),
    setRight(right) {
      author.right = right
      say({ type: 'right', right })
    },
    dismiss: () => socket.close(closings.signedOut),
  }
  const mayGoOn = (): boolean => {
    const now = Date.now()
    left = Math.min(burst, left + ((now - refilledAt) / 1000) * perSecond)
    refilledAt = now
    left -= 1
    return left > 0
  }
  const hello = async (known: Uint8Array) => {
    room = await rooms.enter(agreementId, member)
    const { right, key, name } = author
    const has = Buffer.from(Y.encodeStateVector(room.doc)).toString('base64')
    say({ type: 'welcome', connection: member.id, right, key, name, has })
    member.send(Y.encodeStateAsUpdate(room.doc, known))
  }
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (!mayGoOn()) {
      say({ type: 'ended', sentence: t(TooFast.text) })
      socket.close(closings.tooFast)
      return
    }
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer)
    const read = isBinary ? takeEdit(bytes) : takeWord(bytes.toString('utf8'))
    void read.catch(() => socket.close(closings.again))
  })
  /** Four bytes with the number that the browser gave to the edit, then the Yjs update. */
  const takeEdit = async (bytes: Buffer) => {
    if (room && bytes.length > 4) room.take(member, bytes.readUInt32BE(0), new Uint8Array(bytes.subarray(4)))
  }
  const takeWord = async (text: string) => {
    const word = JSON.parse(text) as { type?: string; has?: string; at?: unknown }
    if (word.type === 'hello' && !room) await hello(new Uint8Array(Buffer.from(String(word.has ?? ''), 'base64')))
    if (word.type === 'at' && room && text.length <= greatestPresence) {
      member.at = word.at ?? null
      room.showPresence()
    }
  }
  const beat = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
  }, beatEveryMs)
  beat.unref()
  socket.on('pong', () => {
    isAlive = true
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    clearInterval(beat)
    if (room) rooms.leave(room, member)
  })
}

/** Refusals are told in the words of the reader's language. */
function presented(message: LiveMessage, t: Translator): object {
  if (message.type !== 'refused') return message
  const { declaration, values } = message.error
  return { type: 'refused', edit: message.edit, code: declaration.code, sentence: t(declaration.text, values) }
}
