// The drafts open in one process: follows what other processes keep, and sees every few seconds who may still be here.
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { findActors } from '#core/identity/session.ts'
import type { Services } from '#core/services.ts'
import { dayIn } from '#core/time.ts'
import type { DraftRight } from '../draft.contract.ts'
import { draftRight } from '../draft.policy.ts'
import { listEditsAfter, openSessions } from '../draft.store.ts'
import { openForAll, standingFor } from '../open-draft.ts'
import { type DraftRoom, type Listener, openRoom } from './draft-room.ts'

const askEveryMs = 400
const checkEveryMs = 3000

export interface Member extends Listener {
  sessionId: string | undefined
  /** The person's rights have changed. */
  setRight(right: DraftRight): void
  /** The session has ended, or the draft is not visible any more. */
  dismiss(): void
}

export interface DraftRooms {
  enter(agreementId: string, member: Member): Promise<DraftRoom>
  leave(room: DraftRoom, member: Member): void
  /** The open draft of this process, where somebody is in it. */
  find(agreementId: string): Promise<DraftRoom> | undefined
  close(): Promise<void>
}

function createRooms(services: Services): DraftRooms {
  const { db, log } = services
  const rooms = new Map<string, Promise<DraftRoom>>()
  const open = new Map<string, DraftRoom>()
  let timer: NodeJS.Timeout | undefined
  let checkedAt = Date.now()
  const follow = async () => {
    const known = [...open.values()].map(room => ({ agreementId: room.agreementId, seq: room.seq }))
    const edits = Map.groupBy(await listEditsAfter(db, known), edit => edit.agreement_id)
    for (const [agreementId, newer] of edits) open.get(agreementId)?.follow(newer)
    if (Date.now() - checkedAt < checkEveryMs) return
    checkedAt = Date.now()
    await checkMembers(services, [...open.values()])
  }
  const schedule = () => {
    timer ??= setTimeout(async () => {
      await follow().catch(error => log.warn({ err: error }, 'open drafts could not be followed'))
      timer = undefined
      if (open.size > 0) schedule()
    }, askEveryMs)
    timer.unref()
  }
  return {
    async enter(agreementId, member) {
      if (!rooms.has(agreementId)) {
        const opening = openRoom(services, agreementId)
        rooms.set(agreementId, opening)
        opening.catch(() => rooms.delete(agreementId))
      }
      const room = await rooms.get(agreementId)!
      room.listeners.add(member)
      open.set(agreementId, room)
      room.showPresence()
      schedule()
      return room
    },
    leave(room, member) {
      room.listeners.delete(member)
      room.showPresence()
      if (room.listeners.size > 0) return
      void room.idle().then(() => {
        if (room.listeners.size > 0 || open.get(room.agreementId) !== room) return
        open.delete(room.agreementId)
        rooms.delete(room.agreementId)
        room.close()
        room.doc.destroy()
      })
    },
    find: agreementId => rooms.get(agreementId),
    async close() {
      clearTimeout(timer)
      for (const room of open.values()) {
        await room.idle()
        for (const member of room.listeners) member.end()
        room.close()
      }
      open.clear()
      rooms.clear()
    },
  }
}

/** Asks anew for the rights of everybody who is connected; a few queries for all of them together. */
async function checkMembers({ db, clock, timeZone }: Services, rooms: readonly DraftRoom[]): Promise<void> {
  const members = rooms.flatMap(room => [...room.listeners] as Member[])
  if (members.length === 0) return
  const today = dayIn(clock.now(), timeZone).toString()
  const people = [...new Set(members.flatMap(member => member.author.personId ?? []))]
  const actors = new Map((await findActors(db, people, today)).map(actor => [actor.id, actor]))
  const sessions = await openSessions(
    db,
    members.flatMap(member => member.sessionId ?? []),
  )
  const standings = new Map(
    await Promise.all(rooms.map(async room => [room, await openForAll(db as Db, room.agreementId)] as const)),
  )
  for (const room of rooms) {
    const agreement = standings.get(room)
    for (const member of [...room.listeners] as Member[]) {
      const actor: Actor | undefined = actors.get(member.author.personId)
      const isSignedIn = member.sessionId === undefined || sessions.has(member.sessionId)
      const given = agreement && actor && draftRight(actor, standingFor(agreement, actor))
      if (!given || !isSignedIn) member.dismiss()
      else if (given.right !== member.author.right) member.setRight(given.right)
    }
  }
}

const ofProcess = new WeakMap<object, DraftRooms>()

/** The rooms of the process that these services belong to. */
export function roomsOf(services: Services): DraftRooms {
  if (!ofProcess.has(services)) ofProcess.set(services, createRooms(services))
  return ofProcess.get(services)!
}
