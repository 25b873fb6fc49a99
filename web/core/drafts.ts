// Keeps what is typed into forms in this browser: it survives a reload, the end of a session and a second tab.
import { getSession } from '#core/identity/identity.contract.ts'
import { queryClient } from './query.ts'
import type { Session } from './session.ts'

export interface Draft<V> {
  savedAt: number
  values: V
  /** Version of the record when the draft was begun. */
  version?: string | number | undefined
}

export interface FoundDraft<V> extends Draft<V> {
  /** The tab it was typed in; open ones are left alone. */
  tab: string
}

const prefix = 'concord.draft'
const keptForMilliseconds = 90 * 86_400_000

const freshId = (): string => crypto.getRandomValues(new Uint32Array(2)).join('')

function tabFromSession(): string {
  try {
    const known = sessionStorage.getItem('concord.tab') ?? freshId()
    sessionStorage.setItem('concord.tab', known)
    return known
  } catch {
    return freshId()
  }
}

let tab = tabFromSession()
const lockOf = (each: string): string => `concord.tab.${each}`

/** Holds a lock for as long as the tab lives; a duplicated tab finds it taken and gets a name of its own. */
function holdTab(): void {
  void navigator.locks?.request(lockOf(tab), { ifAvailable: true }, lock => {
    if (lock) return new Promise(() => {})
    tab = freshId()
    sessionStorage.setItem('concord.tab', tab)
    holdTab()
    return undefined
  })
}
holdTab()

/** Drafts belong to the person, as several people may share a browser. */
function slotOf(key: string, ofTab: string): string {
  const session = queryClient.getQueryData<Session>([getSession.path])
  return `${prefix}:${session?.person?.id ?? 'nobody'}:${key}:${ofTab}`
}

function parseDraft<V>(text: string | null): Draft<V> | null {
  try {
    const draft = JSON.parse(text ?? 'null') as Draft<V> | null
    return draft && typeof draft.savedAt === 'number' && typeof draft.values === 'object' ? draft : null
  } catch {
    return null
  }
}

/** Saves what stands in a form now. False when the browser keeps nothing. */
export function saveDraft<V>(key: string, draft: Draft<V>): boolean {
  try {
    localStorage.setItem(slotOf(key, tab), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** The draft of this tab, after a reload. */
export function ownDraft<V>(key: string): Draft<V> | null {
  try {
    return parseDraft<V>(localStorage.getItem(slotOf(key, tab)))
  } catch {
    return null
  }
}

export function dropDraft(key: string, ofTab: string = tab): void {
  try {
    localStorage.removeItem(slotOf(key, ofTab))
  } catch {
    // Nothing was kept.
  }
}

/** The newest draft that was left behind by a tab that is closed. */
export async function leftBehind<V>(key: string): Promise<FoundDraft<V> | null> {
  const held = (await navigator.locks?.query())?.held ?? []
  const isOpen = (each: string) => each === tab || held.some(lock => lock.name === lockOf(each))
  const start = slotOf(key, '')
  const found = Object.keys(localStorage)
    .filter(slot => slot.startsWith(start))
    .map(slot => ({ tab: slot.slice(start.length), draft: parseDraft<V>(localStorage.getItem(slot)) }))
    .filter(each => each.draft !== null && !isOpen(each.tab))
    .map(each => ({ ...(each.draft as Draft<V>), tab: each.tab }))
  return found.sort((a, b) => b.savedAt - a.savedAt)[0] ?? null
}

/** Forgets drafts that nobody came back to for three months. */
export function forgetOldDrafts(now = Date.now()): void {
  try {
    for (const slot of Object.keys(localStorage)) {
      if (!slot.startsWith(`${prefix}:`)) continue
      const draft = parseDraft(localStorage.getItem(slot))
      if (!draft || now - draft.savedAt > keptForMilliseconds) localStorage.removeItem(slot)
    }
  } catch {
    // A browser without storage has no drafts.
  }
}
