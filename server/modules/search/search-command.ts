// `concord search …`: has everything that can be found read again, and says how the search stands.
import { stderr, stdout } from 'node:process'
import type { ActionServices } from '#core/actions.ts'
import { countWords } from './dictionary.store.ts'
import { countSearch, markAll } from './invariants.store.ts'
import { refreshDocuments } from './refresh.ts'

const usage = `concord search rebuild
    has everything that can be found read again: records, commitments, activities, comments, contacts, files
concord search state
    says how much is found, and how much waits to be read again
`

/** Runs one command line without its first word; answers the exit code. */
export async function searchCommand(args: readonly string[], services: ActionServices): Promise<number> {
  const [verb, ...rest] = args
  if (verb === 'rebuild' && rest.length === 0) return rebuild(services)
  if (verb === 'state' && rest.length === 0) return state(services)
  const asked = verb === undefined || verb === 'help' || verb === '--help'
  ;(asked ? stdout : stderr).write(usage)
  return asked ? 0 : 2
}

const whole = (number: number): string => new Intl.NumberFormat('en').format(number)
const saidEvery = 10_000

async function rebuild(services: ActionServices): Promise<number> {
  const start = performance.now()
  const total = await markAll(services.db)
  let said = 0
  const onProgress = (done: number) => {
    if (done - said < saidEvery) return
    said = done
    const rate = done / ((performance.now() - start) / 1000)
    stderr.write(`${whole(done)} of ${whole(total)} read (${whole(Math.round(rate))} a second)\n`)
  }
  const done = await refreshDocuments(services, { onProgress })
  await countWords(services.db)
  stdout.write(`${whole(done)} read in ${((performance.now() - start) / 1000).toFixed(1)} s.\n`)
  return state(services)
}

async function state(services: ActionServices): Promise<number> {
  const { kinds, words, pending, texts } = await countSearch(services.db)
  const lines: [string, number][] = [
    ...kinds.map(({ kind, documents }): [string, number] => [kind, documents]),
    ['known words', words],
    ['texts of files', texts],
    ['wait to be read', pending],
  ]
  for (const [label, count] of lines) stdout.write(`${label.padEnd(20)}${whole(count)}\n`)
  return 0
}
