// Texts of the interface: one global i18n, catalogues loaded by area and language when a page needs them.
import { i18n, type Messages } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { applyToDocument, currentReader, type Language, watchReader } from './reader.ts'

type Loader = () => Promise<{ messages: Messages }>
type Files = Record<string, Loader>

const shellFiles = import.meta.glob('../locales/*.po') as Files
const webFiles = import.meta.glob('../modules/*/locales/*.po') as Files
const serverFiles = import.meta.glob('../../server/modules/*/locales/*.po') as Files
const coreFiles = import.meta.glob('../../server/core/locales/*.po') as Files

/**
 * `shell` is app, kit and core of the web; `core` the shared words of the server's core; a module's name is its pages
 * and its shared words, `shared:ledger` only the latter.
 */
export type Area = 'shell' | 'core' | (string & {})

/** The files of an area in a language: a module has words of its own and words it shares with the server. */
function loadersOf(area: Area, language: Language): Loader[] {
  const found =
    area === 'shell'
      ? [shellFiles[`../locales/${language}.po`]]
      : area.startsWith('shared:')
        ? [serverFiles[`../../server/modules/${area.slice(7)}/locales/${language}.po`]]
        : area === 'core'
          ? [coreFiles[`../../server/core/locales/${language}.po`]]
          : [
              webFiles[`../modules/${area}/locales/${language}.po`],
              serverFiles[`../../server/modules/${area}/locales/${language}.po`],
            ]
  return found.filter(loader => loader !== undefined)
}

const wanted = new Set<Area>()
const loaded = new Map<string, Promise<void>>()

function loadFor(area: Area, language: Language): Promise<void> {
  const key = `${area} ${language}`
  const running = loaded.get(key)
  if (running) return running
  const started = Promise.all(loadersOf(area, language).map(load => load())).then(parts => {
    for (const part of parts) i18n.load(language, part.messages)
  })
  loaded.set(key, started)
  // A failed download may be tried again by the next page.
  started.catch(() => loaded.delete(key))
  return started
}

/** Loads the texts of areas in the reader's language; later language changes load them too. */
export async function loadCatalogue(...areas: Area[]): Promise<void> {
  for (const area of areas) wanted.add(area)
  const { language } = currentReader()
  await Promise.all(areas.map(area => loadFor(area, language)))
}

let activated = ''

async function showReader(): Promise<void> {
  const reader = currentReader()
  await Promise.all([...wanted].map(area => loadFor(area, reader.language)))
  // A quicker second choice wins.
  if (currentReader() !== reader) return
  applyToDocument()
  const locales = reader.locale
  if (activated !== locales) {
    activated = locales
    i18n.activate(reader.language, [locales])
  }
}

/** Loads the shell's texts and follows the reader's choices from then on. */
export async function startTexts(): Promise<void> {
  wanted.add('shell')
  watchReader(() => void showReader())
  await showReader()
}

/** A message that server and web share, from a `*.terms.ts` file. */
export interface Term {
  id: string
  message: string
}

/** Renders a shared message in the reader's language. In components use `useTerm`, which follows language changes. */
export const term = (descriptor: Term, values: Record<string, unknown> = {}): string =>
  i18n._(descriptor.id, values, { message: descriptor.message })

/** `term` for components: they render again when the language changes. */
export function useTerm(): typeof term {
  useLingui()
  return term
}
