// Where bytes go: a file that gets its name only when it is whole, or any other end of an archive.
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface ByteSink {
  write(bytes: Uint8Array): Promise<void>
  /** Says that everything was written. */
  close(): Promise<void>
  /** Gives up: nothing is left behind. Safe after `close`. */
  abandon(): Promise<void>
}

/** Bytes are gathered to writes of this size. */
const gathered = 1024 * 1024

/** A file of mode 0600 that is called `path.part` until it is whole and safe on the disk. */
export async function openFileSink(path: string): Promise<ByteSink> {
  const part = `${path}.part`
  const file = await open(part, 'w', 0o600)
  let waiting: Uint8Array[] = []
  let size = 0
  const flush = async () => {
    const bytes = Buffer.concat(waiting)
    waiting = []
    size = 0
    let written = 0
    while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten
  }
  return {
    write: async bytes => {
      // The writer may use its buffer again.
      waiting.push(Buffer.from(bytes))
      size += bytes.length
      if (size >= gathered) await flush()
    },
    close: async () => {
      await flush()
      await file.sync()
      await file.close()
      await rename(part, path)
      await syncFolder(dirname(path))
    },
    abandon: async () => {
      await closeQuietly(file)
      await rm(part, { force: true })
    },
  }
}

const closeQuietly = (file: FileHandle) => file.close().catch(() => {})

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
