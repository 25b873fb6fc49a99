// Reads the text of a file in a process of its own, with an end to its time, memory and rights: a hostile file harms nobody.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { platform } from 'node:process'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TextKind } from './readable-files.ts'

export interface FileText {
  text: string
  /** Why nothing, or not all, could be read. */
  problem: string | null
}

const root = path.join(import.meta.dirname, '../../../..')
const readerFile = path.join(import.meta.dirname, 'text-reader.ts')
const heapMb = 384
/** With what lies outside of the heap. */
const memoryMb = 900
const mostAnswer = 8 * 1024 * 1024

export interface Limits {
  seconds?: number
}

/** Never throws because of what the file holds. */
export async function readFileText(
  content: Readable,
  kind: TextKind,
  { seconds = 60 }: Limits = {},
): Promise<FileText> {
  // Only reading the program itself is allowed: no writing, no network helpers, no further process.
  const rights = ['--permission', `--allow-fs-read=${root}`]
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${heapMb}`, ...rights, '--no-warnings', readerFile, kind],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {},
    },
  )
  let problem: string | null = null
  const end = (reason: string) => {
    problem ??= reason
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => end('it takes too long to read'), seconds * 1000)
  const watch = setInterval(
    () => void memoryOf(child.pid).then(mb => mb > memoryMb && end('it needs too much memory')),
    250,
  )
  const said: Buffer[] = []
  let length = 0
  child.stdout.on('data', (chunk: Buffer) => {
    said.push(chunk)
    length += chunk.length
    if (length > mostAnswer) end('its text is too long')
  })
  const ended = new Promise<void>(resolve => {
    child.once('error', error => {
      problem ??= error.message
      resolve()
    })
    child.once('close', () => resolve())
  })
  // A process that ended early takes no more bytes; why, its end says.
  const sent = pipeline(content, child.stdin).catch(() => undefined)
  await Promise.all([ended, sent])
  clearTimeout(timer)
  clearInterval(watch)
  return answerOf(Buffer.concat(said), problem)
}

function answerOf(said: Buffer, problem: string | null): FileText {
  if (problem !== null) return { text: '', problem }
  try {
    const { text = '', problem: found = null } = JSON.parse(said.toString('utf8')) as Partial<FileText>
    return { text, problem: found }
  } catch {
    return { text: '', problem: 'reading it came to an unexpected end' }
  }
}

/** Resident memory where the system tells it; 0 elsewhere. */
async function memoryOf(pid: number | undefined): Promise<number> {
  if (platform !== 'linux' || pid === undefined) return 0
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0')
  return (Number(pages.split(' ')[1]) * 4096) / 1_048_576
}
