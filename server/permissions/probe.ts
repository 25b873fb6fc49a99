// How each route is tried: what the caller needs, and a call that is right in form and, where that matters, changes nothing.
import type { About, Need, Place } from './expected.ts'

/** Ids of the world that the calls are made in; `of` gives those of the place that is being tried. */
export interface ProbeIds {
  home: string
  otherHome: string
  partner: string
  /** Another account, and something private of it. */
  account: string
  view: string
  feed: string
  /** The guest who visits. */
  visit: string
  of: Record<Exclude<About, 'home'>, string>
  /** The record that this call uses up. */
  used: string
  /** A text that was not given before. */
  fresh(): string
}

export type UsedUp =
  | 'guest'
  | 'entry'
  | 'comment'
  | 'task'
  | 'link'
  | 'tag'
  | 'person'
  | 'decision'
  | 'clause'
  | 'organisation'
  | 'merged'

export interface ProbeCall {
  params?: Record<string, string | number>
  query?: Record<string, string>
  body?: object
  /** Sent as a file. */
  upload?: string
}

export interface Probe extends Need {
  call?(ids: ProbeIds, place: Place): ProbeCall
  /** What this call uses up is made for it, under `ids.used`. */
  usesUp?: UsedUp
}

export type Probes = Record<string, Probe>

export const nowhereId = '00000000-0000-7000-8000-000000000000'
export const far = '2099-12-31'
export const onThisDay = () => ({ on: new Date().toISOString().slice(0, 10) })
export const person = (ids: ProbeIds): ProbeCall => ({ params: { id: ids.account } })
export const about =
  (kind: Exclude<About, 'home'>, more: object = {}) =>
  (ids: ProbeIds): ProbeCall => ({ params: { id: ids.of[kind] }, ...more })
export const using =
  (more: object = {}) =>
  (ids: ProbeIds): ProbeCall => ({ params: { id: ids.used }, ...more })
