// The command palette with what the modules offer; loaded when it opens for the first time.
import { useLingui } from '@lingui/react/macro'
import { useEffect, useMemo, useState } from 'react'
import { loadCatalogue } from '../core/i18n.ts'
import { useSession } from '../core/session.ts'
import { CommandPalette } from '../kit/command-palette.tsx'
import type { CommandProvider } from '../kit/commands.ts'
import { modules } from './modules.ts'

async function providersOfModules(): Promise<CommandProvider[]> {
  const withCommands = modules.filter(module => module.commands)
  await loadCatalogue(...withCommands.flatMap(module => [module.name, ...(module.texts ?? [])]))
  const loaded = await Promise.all(withCommands.map(module => module.commands?.()))
  return loaded.filter(provider => provider !== undefined)
}

export function AppCommandPalette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const session = useSession()
  const [ofModules, setOfModules] = useState<readonly CommandProvider[]>([])
  useEffect(() => {
    let isWanted = true
    providersOfModules()
      .then(found => isWanted && setOfModules(found))
      .catch(() => undefined)
    return () => {
      isWanted = false
    }
  }, [])
  const providers = useMemo<readonly CommandProvider[]>(() => {
    const entries = modules
      .flatMap(module => module.nav ?? [])
      .filter(entry => session && (entry.when?.(session) ?? true))
    const places: CommandProvider = {
      title: () => t`Go to`,
      commands: () => entries.map(entry => ({ id: `go ${entry.to}`, label: i18n._(entry.label), to: entry.to })),
    }
    return [places, ...ofModules]
  }, [ofModules, session, t, i18n])
  return <CommandPalette isOpen={isOpen} onClose={onClose} providers={providers} />
}
