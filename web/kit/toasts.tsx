// Short messages that come and go: what was done, and the way to undo it.
import { useLingui } from '@lingui/react/macro'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { Button, IconButton } from './button.tsx'

export interface ToastMessage {
  text: ReactNode
  tone?: 'ok' | 'bad'
  /** Takes back what was done; the toast then stays longer. */
  undo?: () => void | Promise<void>
  /** Another way on: "Show". */
  action?: { label: string; onAction: () => void }
}

interface Shown extends ToastMessage {
  key: number
}

let shown: readonly Shown[] = []
let nextKey = 1
const watchers = new Set<() => void>()

function change(next: readonly Shown[]): void {
  shown = next
  for (const watcher of watchers) watcher()
}

const dismiss = (key: number): void => change(shown.filter(each => each.key !== key))

/** Shows a message; at most three at a time, the oldest goes. */
export function toast(message: ToastMessage): void {
  change([...shown.slice(-2), { ...message, key: nextKey++ }])
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function Toast({ message, isHeld }: { message: Shown; isHeld: boolean }) {
  const { t } = useLingui()
  const seconds = message.undo || message.tone === 'bad' ? 12 : 6
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(() => dismiss(message.key), seconds * 1000)
    return () => clearTimeout(timer)
  }, [isHeld, message.key, seconds])
  const act = (action: () => void | Promise<void>) => {
    dismiss(message.key)
    void action()
  }
  const Icon = message.tone === 'bad' ? CircleAlert : CircleCheck
  return (
    <li className="pointer-events-auto flex w-full items-center gap-3 py-2 ps-4 pe-2 text-sm popover-frame animate-appear sm:w-auto sm:max-w-md">
      <Icon aria-hidden className={`size-4 shrink-0 ${message.tone === 'bad' ? 'text-bad' : 'text-ok'}`} />
      <span className="min-w-0 flex-1">{message.text}</span>
      {message.undo && (
        <Button variant="quiet" className="!text-accent" onPress={() => act(message.undo ?? (() => {}))}>
          {t`Undo`}
        </Button>
      )}
      {message.action && (
        <Button variant="quiet" className="!text-accent" onPress={() => act(message.action?.onAction ?? (() => {}))}>
          {message.action.label}
        </Button>
      )}
      <IconButton label={t`Close`} size="small" onPress={() => dismiss(message.key)}>
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </li>
  )
}

/** Stands once in the page; messages wait while the pointer or focus is on them. */
export function ToastRegion() {
  const { t } = useLingui()
  const messages = useSyncExternalStore(watch, () => shown)
  const [isHeld, setHeld] = useState(false)
  return (
    <section aria-label={t`Messages`} className="pointer-events-none fixed inset-x-0 bottom-0 z-50 p-4 no-print">
      <ol
        aria-live="polite"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        className="flex flex-col items-center gap-2"
      >
        {messages.map(message => (
          <Toast key={message.key} message={message} isHeld={isHeld} />
        ))}
      </ol>
    </section>
  )
}
