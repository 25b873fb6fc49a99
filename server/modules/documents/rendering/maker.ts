// Looks after the process that makes documents: one order after another, renewed before its memory grows, killed when it hangs, tried once more.
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { AnswerMessage, MakingOrder } from './making-process.ts'
import { MakingFailed, type MakingFault } from './rendering-faults.ts'

export interface Made {
  bytes: Uint8Array
  pages: number | null
}

export interface MakerOptions {
  /** The program of the process; another one in tests. */
  program?: string
  /** Documents after which the process is renewed: the compiler loses some memory with each (0.14 MB measured). */
  mostDocuments?: number
  /** Bytes of memory beyond which it is renewed. */
  mostMemory?: number
  /** Milliseconds after which an order counts as hanging. */
  patience?: number
  /** Orders that may wait. */
  mostWaiting?: number
}

export class MakerBusy extends Error {
  override name = 'MakerBusy'
}

export interface Maker {
  /** @throws MakingFailed; MakerBusy when too many wait */
  make(order: MakingOrder): Promise<Made>
  /** The number of the process now, for tests. */
  pid(): number | undefined
  stop(): void
}

const usual = {
  program: path.join(import.meta.dirname, 'making-process.ts'),
  mostDocuments: 500,
  mostMemory: 250 * 1024 * 1024,
  patience: 60_000,
  mostWaiting: 50,
}

interface Worker {
  child: ChildProcess
  made: number
}

/** What became of one try: an answer, or that the process went away. */
type Outcome = AnswerMessage | { gone: string }

export function createMaker(options: MakerOptions = {}): Maker {
  const { program, mostDocuments, mostMemory, patience, mostWaiting } = { ...usual, ...options }
  let worker: Worker | undefined
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  let nextId = 1

  const renew = () => {
    worker?.child.kill('SIGKILL')
    worker = undefined
  }

  const open = (): Worker => {
    if (worker?.child.connected) return worker
    const child = fork(program, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    rest(child)
    worker = { child, made: 0 }
    return worker
  }

  const ask = ({ child }: Worker, order: MakingOrder): Promise<Outcome> =>
    new Promise(resolve => {
      const id = nextId++
      const end = (outcome: Outcome) => {
        clearTimeout(timer)
        child.off('message', heard).off('exit', gone).off('error', failed)
        rest(child)
        resolve(outcome)
      }
      const heard = (answer: AnswerMessage) => answer.id === id && end(answer)
      const gone = (code: number | null, signal: string | null) => end({ gone: `ended with ${signal ?? code}` })
      const failed = (error: Error) => end({ gone: error.message })
      const timer = setTimeout(() => end({ gone: `gave no answer for ${patience} ms` }), patience)
      child.on('message', heard).on('exit', gone).on('error', failed)
      child.ref()
      child.channel?.ref()
      child.send({ id, order }, error => error && failed(error))
    })

  const once = async (order: MakingOrder): Promise<Outcome> => {
    const now = open()
    const outcome = await ask(now, order)
    now.made += 1
    if ('gone' in outcome || outcome.memory > mostMemory || now.made >= mostDocuments) renew()
    return outcome
  }

  const twice = async (order: MakingOrder): Promise<Made> => {
    const first = await once(order)
    const outcome = 'gone' in first ? await once(order) : first
    if ('gone' in outcome) throw new MakingFailed({ fault: 'failed', reason: `The process ${outcome.gone}.` })
    if ('is' in outcome.made) throw new MakingFailed(outcome.made.is satisfies MakingFault)
    return outcome.made
  }

  return {
    make: order => {
      if (waiting >= mostWaiting) return Promise.reject(new MakerBusy())
      waiting += 1
      const result = last
        .then(() => twice(order))
        .finally(() => {
          waiting -= 1
        })
      last = result.catch(() => {})
      return result
    },
    pid: () => worker?.child.pid,
    stop: renew,
  }
}

/** An idle process keeps nobody from ending. */
function rest(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
