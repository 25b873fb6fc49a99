// Keeps files in a folder of this machine, each under the hash of its content.
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FileMissing, type FileStorage, type StoredFile, type WriteOptions } from './files.ts'
import { receiveFile } from './write-file.ts'

/** A folder as storage: `ab/cd/abcd…`, private to the account of this process. */
export function createFolderStorage(folder: string): FileStorage {
  const pathOf = (hash: string): string => {
    // The hash comes from addresses too: nothing but a hash may become a path.
    if (!/^[\da-f]{64}$/.test(hash)) throw new FileMissing(hash.slice(0, 64))
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  }
  const size = async (hash: string): Promise<number> => {
    try {
      return (await stat(pathOf(hash))).size
    } catch (error) {
      throw isMissing(error) ? new FileMissing(hash) : error
    }
  }
  return {
    write: (source, options = {}) => writeFile(folder, pathOf, source, options),
    read: async (hash, range) => {
      await size(hash)
      return createReadStream(pathOf(hash), range)
    },
    size,
    exists: async hash => {
      try {
        await size(hash)
        return true
      } catch (error) {
        if (error instanceof FileMissing) return false
        throw error
      }
    },
    remove: hash => rm(pathOf(hash), { force: true }),
    list: () => listFolder(folder),
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function writeFile(
  folder: string,
  pathOf: (hash: string) => string,
  source: AsyncIterable<Uint8Array>,
  options: WriteOptions,
): Promise<StoredFile> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const { path: temporary, stored } = await receiveFile(incoming, source, options)
  try {
    const path = pathOf(stored.hash)
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
    await rename(temporary, path)
    await syncFolder(join(path, '..'))
    return stored
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

// The new name must survive a loss of power as the content does.
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function* listFolder(folder: string): AsyncIterable<string> {
  try {
    for (const name of await readdir(folder, { recursive: true })) {
      const hash = name.slice(name.lastIndexOf('/') + 1)
      if (/^[\da-f]{64}$/.test(hash)) yield hash
    }
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
