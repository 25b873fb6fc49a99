// Ctrl/⌘ K: go anywhere, find any record in any script.
import { Trans, useLingui } from '@lingui/react/macro'
import { LoaderCircle, Search } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import * as Aria from 'react-aria-components'
import { foldForSearch } from '../core/fold.ts'
import { Bdi } from './bdi.tsx'
import type { Command, CommandProvider } from './commands.ts'
import { MarkedText } from './marked-text.tsx'

interface Found {
  title: string
  commands: readonly Command[]
}

const shownAtMost = 8

/** What each provider offers, under the headings of its commands. */
function groupsOf(
  providers: readonly CommandProvider[],
  offered: (provider: CommandProvider) => readonly Command[],
): Found[] {
  const groups = new Map<string, Command[]>()
  for (const provider of providers)
    for (const command of offered(provider)) {
      const title = command.group ?? provider.title()
      groups.set(title, [...(groups.get(title) ?? []), command])
    }
  return [...groups].map(([title, commands]) => ({ title, commands: commands.slice(0, shownAtMost) }))
}

/** Places whose words contain every typed word. */
function matchHere(provider: CommandProvider, text: string): readonly Command[] {
  const words = foldForSearch(text).split(' ').filter(Boolean)
  const all = provider.commands?.() ?? []
  return all.filter(command => {
    const label = foldForSearch(`${command.label} ${command.detail ?? ''}`)
    return words.every(word => label.includes(word))
  })
}

/** Records from the server, a moment after the last key; an answer that came too late is dropped. */
function useFound(
  providers: readonly CommandProvider[],
  text: string,
): { found: Map<CommandProvider, readonly Command[]>; isLooking: boolean } {
  const [found, setFound] = useState(new Map<CommandProvider, readonly Command[]>())
  const [isLooking, setLooking] = useState(false)
  useEffect(() => {
    if (text.trim().length < 2) {
      setFound(new Map())
      setLooking(false)
      return undefined
    }
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      setLooking(true)
      const searches = providers.map(
        async provider => [provider, (await provider.find?.(text.trim(), stop.signal).catch(() => [])) ?? []] as const,
      )
      const answers = await Promise.all(searches)
      if (stop.signal.aborted) return
      setFound(new Map(answers))
      setLooking(false)
    }, 120)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [providers, text])
  return { found, isLooking }
}

function Row({ command, onChosen }: { command: Command; onChosen: () => void }) {
  return (
    <Aria.MenuItem
      id={command.id}
      textValue={command.label}
      {...(command.to !== undefined && { href: command.to })}
      onAction={() => {
        onChosen()
        command.onAction?.()
      }}
      className="option-row"
    >
      <span className="min-w-0 flex-1">
        {command.pieces ? (
          <MarkedText pieces={command.pieces} className="block truncate [text-align:match-parent]" />
        ) : (
          <Bdi language={command.language} className="block truncate [text-align:match-parent]">
            {command.label}
          </Bdi>
        )}
      </span>
      {command.detail && (
        <span dir="auto" className="max-w-[45%] truncate text-xs text-muted">
          {command.detail}
        </span>
      )}
    </Aria.MenuItem>
  )
}

export interface CommandPaletteProps {
  isOpen: boolean
  onClose: () => void
  providers: readonly CommandProvider[]
}

export function CommandPalette({ isOpen, onClose, providers }: CommandPaletteProps) {
  const { t } = useLingui()
  return (
    <Aria.ModalOverlay
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-50 flex items-start justify-center bg-veil p-4 pt-[12vh] entering:animate-appear"
    >
      <Aria.Modal className="flex max-h-[70vh] w-full max-w-xl popover-frame entering:animate-appear">
        <Aria.Dialog aria-label={t`Go to or find`} className="flex min-h-0 w-full flex-col outline-none">
          <Finder providers={providers} onClose={onClose} />
        </Aria.Dialog>
      </Aria.Modal>
    </Aria.ModalOverlay>
  )
}

function Finder({ providers, onClose }: { providers: readonly CommandProvider[]; onClose: () => void }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const { found, isLooking } = useFound(providers, text)
  const groups = useMemo<Found[]>(
    () => groupsOf(providers, provider => [...matchHere(provider, text), ...(found.get(provider) ?? [])]),
    [providers, text, found],
  )
  return (
    <Aria.Autocomplete inputValue={text} onInputChange={setText} disableAutoFocusFirst={false}>
      <Aria.SearchField
        aria-label={t`Go to or find`}
        autoFocus
        className="flex items-center gap-3 border-b border-line px-4"
      >
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <Aria.Input
          dir="auto"
          placeholder={t`Page, agreement, partner, person, words of a file …`}
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none rtl:text-right [&::-webkit-search-cancel-button]:hidden"
        />
        {isLooking && <LoaderCircle aria-hidden className="size-4 animate-spin text-muted" />}
      </Aria.SearchField>
      <Aria.Menu
        aria-label={t`Results`}
        className="min-h-0 flex-1 overflow-y-auto p-1.5 outline-none"
        renderEmptyState={() => (
          <p className="px-3 py-6 text-center text-sm text-muted">
            {isLooking ? (
              <Trans>Looking …</Trans>
            ) : (
              <Trans>Nothing found. Try fewer letters, another spelling or another script.</Trans>
            )}
          </p>
        )}
      >
        {groups.map(group => (
          <Aria.MenuSection key={group.title} id={group.title}>
            <Aria.Header className="px-2.5 pt-2 pb-1 text-2xs font-medium text-muted">{group.title}</Aria.Header>
            {group.commands.map(command => (
              <Row key={command.id} command={command} onChosen={onClose} />
            ))}
          </Aria.MenuSection>
        ))}
      </Aria.Menu>
    </Aria.Autocomplete>
  )
}
