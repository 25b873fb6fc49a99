// Live streams of a process: one cheap question for all connected people every few seconds; no process needs another one.
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { Refusal } from '#core/errors.ts'
import type { Actor } from '#core/identity/actor.ts'
import { findActors } from '#core/identity/session.ts'
import type { Services } from '#core/services.ts'
import { dayIn } from '#core/time.ts'
import type { Unread } from './notification.contract.ts'
import { TooManyStreams } from './notification.errors.ts'
import { listMarks, openSessions } from './notification.store.ts'
import { countUnread } from './unread.ts'

const askEveryMs = 2500
const beatEveryMs = 25_000
/** Browsers open six connections to a server at most; pages share one stream, so this is for several browsers. */
const streamsPerPerson = 5

interface Stream {
  userId: string
  sessionId: string | undefined
  response: ServerResponse
  beatAt: number
}

/** One event; its id lets a page that lost the stream say what it knows. */
export const eventText = (unread: Unread): string =>
  `id: ${unread.revision}\nevent: unread\ndata: ${JSON.stringify(unread)}\n\n`

export interface Streams {
  /** Sends what is unread now, unless the page knows it, and from then on whenever that changes. @throws Refusal 429 */
  open(actor: Actor, response: ServerResponse, known: number | null): Promise<void>
  close(): Promise<void>
}

type Reading = Pick<Services, 'db' | 'clock' | 'timeZone' | 'log'>

function createStreams(services: Reading): Streams {
  const { db, clock, timeZone, log } = services
  const streams = new Set<Stream>()
  const told = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  const end = (stream: Stream) => {
    streams.delete(stream)
    stream.response.end()
  }
  const ask = async () => {
    await endClosedSessions(services, streams, end)
    const people = [...new Set([...streams].map(stream => stream.userId))]
    const marks = await listMarks(db, people)
    const changed = people.filter(id => (marks.get(id) ?? 0) !== told.get(id))
    const actors = await findActors(db, changed, dayIn(clock.now(), timeZone).toString())
    for (const [userId, unread] of await countUnread(db, actors)) {
      told.set(userId, unread.revision)
      for (const stream of streams) if (stream.userId === userId) stream.response.write(eventText(unread))
    }
    beat(streams)
  }
  const schedule = () => {
    timer ??= setTimeout(async () => {
      await ask().catch(error => log.warn({ err: error }, 'streams of notifications could not be asked for'))
      timer = undefined
      if (streams.size > 0) schedule()
      else told.clear()
    }, askEveryMs)
    timer.unref()
  }
  return {
    async open(actor, response, known) {
      const userId = actor.id!
      if ([...streams].filter(one => one.userId === userId).length >= streamsPerPerson)
        throw new Refusal(TooManyStreams)
      const stream = { userId, sessionId: actor.sessionId, response, beatAt: Date.now() }
      streams.add(stream)
      response.on('close', () => streams.delete(stream))
      const unread = (await countUnread(db, [actor])).get(userId)!
      response.writeHead(200, streamHeaders)
      response.write(`retry: 5000\n\n${unread.revision === known ? '' : eventText(unread)}`)
      if (!told.has(userId)) told.set(userId, unread.revision)
      schedule()
    },
    async close() {
      clearTimeout(timer)
      const ending = [...streams].map(stream => once(stream.response, 'close').catch(() => undefined))
      for (const stream of streams) end(stream)
      await Promise.race([Promise.all(ending), new Promise(resolve => setTimeout(resolve, 1000).unref())])
    },
  }
}

export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies such as nginx would otherwise collect the events.
  'x-accel-buffering': 'no',
} as const

async function endClosedSessions({ db }: Reading, streams: Set<Stream>, end: (stream: Stream) => void): Promise<void> {
  const ids = [...streams].flatMap(stream => stream.sessionId ?? [])
  if (ids.length === 0) return
  const open = await openSessions(db, ids)
  for (const stream of streams) if (stream.sessionId !== undefined && !open.has(stream.sessionId)) end(stream)
}

/** A line without meaning, so that nobody in between takes the connection for dead. */
function beat(streams: Set<Stream>): void {
  const now = Date.now()
  for (const stream of streams) {
    if (now - stream.beatAt < beatEveryMs) continue
    stream.beatAt = now
    stream.response.write(': still here\n\n')
  }
}

const ofProcess = new WeakMap<object, Streams>()

/** The streams of the process that these services belong to. */
export function streamsOf(services: Services): Streams {
  if (!ofProcess.has(services)) ofProcess.set(services, createStreams(services))
  return ofProcess.get(services)!
}
