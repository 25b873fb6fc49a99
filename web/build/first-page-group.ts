// Finds the modules that the first page loads at once, so that they travel as one file.

interface ModuleOfBuild {
  importedIds: readonly string[]
  isEntry: boolean
  importers: readonly string[]
}
interface ModulesOfBuild {
  getModuleInfo(id: string): ModuleOfBuild | null
}

/** Names the chunk `shell` for modules that an entry of the build reaches by static imports; null for all others. */
export function firstPageGroup(): (id: string, modules: ModulesOfBuild) => string | null {
  const first = new Set<string>()
  return (id, modules) => {
    // Libraries are left to tree shaking: the file that lists all their parts is reached too.
    if (!/[\\/](?:web|server|lucide-react)[\\/]/.test(id) || modules.getModuleInfo(id)?.isEntry) return null
    const above = [id]
    const seen = new Set(above)
    for (const next of above) {
      const module = modules.getModuleInfo(next)
      if (first.has(next) || module?.isEntry) {
        first.add(id)
        return 'shell'
      }
      for (const importer of module?.importers ?? [])
        if (!seen.has(importer)) {
          seen.add(importer)
          above.push(importer)
        }
    }
    return null
  }
}
