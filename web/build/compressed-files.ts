// Writes every text file of the build a second and third time, compressed, so that the server never does it while someone waits.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Fonts and pictures are compressed already. */
const text = /\.(?:js|css|html|json|svg|txt|webmanifest)$/
/** Below this a compressed file saves no packet. */
const leastBytes = 1000

// One level below the best costs a tenth of its time and few bytes.
const brotliOptions = (bytes: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes,
  },
})

/** Compresses the text files of a folder; answers how many. */
export async function compressFiles(folder: string): Promise<number> {
  const names = (await readdir(folder, { recursive: true })).filter(name => text.test(name))
  const written = await Promise.all(
    names.map(async name => {
      const file = path.join(folder, name)
      const content = await readFile(file)
      if (content.length < leastBytes) return 0
      await writeFile(`${file}.br`, await brotli(content, brotliOptions(content.length)))
      await writeFile(`${file}.gz`, await zip(content, { level: 9 }))
      return 1
    }),
  )
  return written.filter(one => one === 1).length
}

export function compressedFiles(): Plugin {
  return {
    name: 'concord:compressed-files',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir }) {
      if (dir) await compressFiles(dir)
    },
  }
}
